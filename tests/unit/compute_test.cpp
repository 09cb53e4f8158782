#include "spbe/analysis/compute.hpp"

#include <algorithm>

#include "unit/cases.hpp"
#include "unit/catch.hpp"

using namespace spbe;
using namespace spbe::testing;

namespace {

// The formula, written out: the sum of level * weight / 100.
Ratio by_formula(const Instrument& instrument, const std::vector<int>& levels) {
  Ratio sum;
  for (std::size_t i = 0; i < levels.size(); ++i) {
    sum += instrument.at(instrument.indicators[i]).weight * Ratio(levels[i]);
  }
  return sum / Ratio(100);
}

std::vector<std::string> names(const IndexResult& result,
                               const std::vector<std::size_t>& categories) {
  std::vector<std::string> out;
  for (const std::size_t i : categories) out.push_back(result.instrument->categories[i].name);
  return out;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("all indicators at one level give that index, in every component", "[compute]") {
  for (int level = 1; level <= 5; ++level) {
    const IndexResult result = compute(with_levels(std::vector<int>(47, level)));
    CHECK(result.index == Interval::point(Ratio(level)));
    for (const ComponentResult& part : result.components) {
      CHECK(part.value == Interval::point(Ratio(level)));
    }
  }
  // 5/2018 has weights of 20/6 percent.
  const auto old = catalog().find("permenpanrb-5-2018");
  for (int level = 0; level <= 5; ++level) {
    const IndexResult result =
        compute(with_levels(old, std::vector<std::optional<Ratio>>(37, Ratio(level))));
    CHECK(result.index == Interval::point(Ratio(level)));
  }
  const auto next = catalog().find("permenpanrb-8-2026");
  const Ratio value(126, 100);
  CHECK(compute(with_levels(next, std::vector<std::optional<Ratio>>(20, value))).index ==
        Interval::point(value));
}

TEST_CASE("the index is the formula, and contributions add up exactly", "[compute]") {
  const auto instrument = catalog().find("permenpanrb-59-2020");
  Dice dice(1);
  for (int round = 0; round < 30; ++round) {
    const std::vector<int> levels = dice.levels(47, 1, 5);
    const IndexResult result = compute(with_levels(levels));
    REQUIRE(result.index == Interval::point(by_formula(*instrument, levels)));
    Ratio indicators;
    Ratio roots;
    for (ComponentIndex i = 0; i < result.components.size(); ++i) {
      const Component& c = instrument->at(i);
      const ComponentResult& part = result.components[i];
      REQUIRE(part.contribution == part.value * (c.weight / Ratio(100)));
      if (c.is_indicator()) indicators += part.contribution.low;
      if (c.parent == kNoComponent) roots += part.contribution.low;
      if (c.is_indicator()) continue;
      Ratio below;
      for (const ComponentIndex child : c.children) {
        below += result.components[child].contribution.low;
      }
      REQUIRE(below == part.contribution.low);
    }
    REQUIRE(indicators == result.index.low);
    REQUIRE(roots == result.index.low);
    REQUIRE(result.scored == 47);
    REQUIRE(result.missing.empty());
  }
}

TEST_CASE("the order of the file changes nothing", "[compute]") {
  Dice dice(2);
  const std::vector<int> levels = dice.levels(47, 1, 5);
  const IndexResult expected = compute(with_levels(levels));
  std::vector<std::string> entries;
  for (std::size_t i = 0; i < levels.size(); ++i) {
    entries.push_back(std::to_string(i + 1) + ": " + std::to_string(levels[i]));
  }
  for (int round = 0; round < 10; ++round) {
    for (std::size_t i = entries.size(); i > 1; --i) {
      std::swap(entries[i - 1],
                entries[static_cast<std::size_t>(dice.between(0, static_cast<int>(i) - 1))]);
    }
    std::string scores;
    for (const std::string& entry : entries) scores += entry + ", ";
    const IndexResult result = compute(assessment_of("scores: {" + scores + "}\n" + header()));
    REQUIRE(result.index == expected.index);
    for (ComponentIndex i = 0; i < result.components.size(); ++i) {
      REQUIRE(result.components[i].value == expected.components[i].value);
    }
  }
}

TEST_CASE("raising a level never lowers anything", "[compute]") {
  Dice dice(3);
  const auto instrument = catalog().find("permenpanrb-59-2020");
  std::vector<int> levels = dice.levels(47, 1, 4);
  IndexResult before = compute(with_levels(levels));
  for (std::size_t i = 0; i < levels.size(); ++i) {
    ++levels[i];
    const IndexResult after = compute(with_levels(levels));
    REQUIRE(after.index.low > before.index.low);
    REQUIRE(after.index.low - before.index.low ==
            instrument->at(instrument->indicators[i]).weight / Ratio(100));
    REQUIRE(after.categories.front() >= before.categories.front());
    before = after;
  }
}

TEST_CASE("what is missing makes an interval of the lowest and the highest level", "[compute]") {
  std::vector<int> levels(47, 3);
  levels[45] = -1;
  levels[46] = -1;
  const IndexResult result = compute(with_levels(levels));
  CHECK(result.scored == 45);
  CHECK(result.of == 47);
  CHECK(result.missing.size() == 2);
  CHECK(result.index == Interval{Ratio(288, 100), Ratio(312, 100), false});
  CHECK_FALSE(result.exact());
  CHECK_FALSE(result.shown());
  CHECK(result.possible.value().size() == 9);
  CHECK(names(result, result.categories) == Names{"Baik"});
  REQUIRE(result.next);
  CHECK(result.next->short_by == Interval{Ratio(38, 100), Ratio(62, 100), false});
  // Any levels put in their place stay within, and each end is reached.
  std::vector<Ratio> reached;
  for (int a = 1; a <= 5; ++a) {
    for (int b = 1; b <= 5; ++b) {
      levels[45] = a;
      levels[46] = b;
      const Ratio index = compute(with_levels(levels)).index.low;
      REQUIRE(result.index.contains(index));
      REQUIRE(std::ranges::find(*result.possible, index) != result.possible->end());
      reached.push_back(index);
    }
  }
  CHECK(std::ranges::min(reached) == result.index.low);
  CHECK(std::ranges::max(reached) == result.index.high);
}

TEST_CASE("nothing known leaves every category open", "[compute]") {
  const IndexResult result = compute(assessment_of(header() + "scores: {}\n"));
  CHECK(result.index == Interval{Ratio(1), Ratio(5), false});
  CHECK_FALSE(result.possible);
  CHECK(result.categories.size() == 5);
  CHECK_FALSE(result.next);
  CHECK(result.category() == nullptr);
}

TEST_CASE("a published value counts as what it may have been rounded from", "[compute]") {
  const IndexResult result = compute(assessment_of(
      header() + "scores: {kebijakan: 3.40, tata-kelola: 1.40, manajemen: 1.00, layanan: 2.93}\n"));
  CHECK(result.published.size() == 4);
  CHECK(result.missing.empty());
  CHECK(result.scored == 0);
  CHECK(result.possible.value() == std::vector<Ratio>{Ratio(22895, 10000), Ratio(2292, 1000)});
  CHECK(result.index.low == Ratio(22895, 10000));
  // The only aspect of a domain has its value; of others nothing is known.
  const auto part = [&](std::string_view id) -> const ComponentResult& {
    return result.components[result.instrument->find(id)];
  };
  CHECK(part("A1").value == Interval::point(Ratio(34, 10)));
  CHECK(part("A1").known());
  CHECK(part("A5").covered);
  CHECK(part("1").covered);
  // Published aspects below a domain, and levels beside them.
  const IndexResult mixed = compute(assessment_of(
      header() +
      "scores: {tata-kelola: {perencanaan-strategis: 1.25, tik: {15: 1, 16: 2, 17: 3, "
      "18: 1}, penyelenggara: 2.5}}\n"));
  CHECK(mixed.components[mixed.instrument->find("D2")].value == Interval::point(Ratio(17, 10)));
}

TEST_CASE("a value that no whole levels give is named, and its interval used", "[compute]") {
  const IndexResult result = compute(assessment_of(
      header() + "scores: {kebijakan: 2.03, tata-kelola: 2.00, manajemen: 2.00, layanan: 2.00}\n"));
  REQUIRE(result.impossible.size() == 1);
  CHECK(result.instrument->at(result.impossible.front()).id == "D1");
  CHECK_FALSE(result.possible);
  CHECK(result.index.contains(Ratio(20039, 10000)));
  CHECK(result.components[result.impossible.front()].value == printed_as(Ratio(203, 100), 2));
}

TEST_CASE("fractional levels have no list of possible values", "[compute]") {
  const auto pemdi = catalog().find("permenpanrb-8-2026");
  std::vector<std::optional<Ratio>> levels(20, Ratio(126, 100));
  levels[3].reset();
  const IndexResult result = compute(with_levels(pemdi, levels));
  CHECK_FALSE(result.possible);
  CHECK(result.index.low < result.index.high);
  CHECK(result.impossible.empty());
}

TEST_CASE("a printed value stands for nothing outside the scale", "[compute]") {
  const IndexResult result =
      compute(assessment_of("institution: K\nyear: 2026\ninstrument: permenpanrb-8-2026\n"
                            "scores: {data: 1.00, kepuasan-pengguna: 5.00}\n"));
  const Instrument& pemdi = *result.instrument;
  CHECK(result.components[pemdi.find("A3")].value == Interval{Ratio(1), Ratio(1005, 1000), true});
  CHECK(result.components[pemdi.find("A7")].value == Interval{Ratio(4995, 1000), Ratio(5), false});
  // Where the reader only warns of a value below the scale, it stays.
  const IndexResult below = compute(assessment_of(header() + "scores: {kebijakan: 0.35}\n"));
  CHECK(below.components[below.instrument->find("D1")].value == printed_as(Ratio(35, 100), 2));
}

TEST_CASE("the two readings of a category, and the option that overrides them", "[compute]") {
  const std::vector<int> levels = levels_for(Ratio(17995, 10000));
  const IndexResult exact = compute(with_levels(levels, 2024));
  CHECK(exact.basis == CategoryBasis::exact);
  CHECK(names(exact, exact.categories) == Names{"Kurang"});
  CHECK(names(exact, exact.other_basis_categories) == Names{"Cukup"});
  REQUIRE(exact.next);
  CHECK(exact.next->short_by == Interval::point(Ratio(5, 10000)));
  const IndexResult shown = compute(with_levels(levels, 2023));
  CHECK(shown.basis == CategoryBasis::shown);
  CHECK(names(shown, shown.categories) == Names{"Cukup"});
  CHECK(compute(with_levels(levels, 2023), CategoryBasis::exact).categories == exact.categories);
  CHECK(compute(with_levels(levels, 2024), CategoryBasis::shown).categories == shown.categories);
  const IndexResult bound = compute(with_levels(levels_for(Ratio(18, 10))));
  CHECK(names(bound, bound.categories) == Names{"Cukup"});
  CHECK(bound.categories == bound.other_basis_categories);
}

TEST_CASE("an interval that ends just below a bound does not reach the category", "[compute]") {
  const auto pemdi = catalog().find("permenpanrb-8-2026");
  // Values may be any fraction, so the open end of what is printed decides.
  const IndexResult result =
      compute(assessment_of(header(2026) +
                            "scores: {A1: 1.00, A2: 1.00, A3: 1.00, A4: 1.00, A5: 1.00, A6: 1.00, "
                            "A7: 2.995}\n"));
  CHECK(result.index.high == Ratio(1) + Ratio(0) + (Ratio(75, 100) * Ratio(5, 1000)) +
                                 Ratio(25, 100) * Ratio(19955, 10000));
  CHECK(pemdi->categories[1].from == Ratio(15, 10));
  CHECK(names(result, result.categories) == Names{"Kurang", "Cukup"});
}
