#include "spbe/analysis/rank.hpp"

#include <algorithm>
#include <random>

#include "spbe/model/catalog.hpp"
#include "unit/catch.hpp"

using namespace spbe;

namespace {

const std::shared_ptr<const Instrument>& instrument() {
  static const Catalog catalog;
  static const auto found = catalog.for_year(2024);
  return found;
}

Summary row(const std::string& name, Interval index, int year = 2024,
            InstitutionKind kind = InstitutionKind::kota) {
  Summary summary;
  summary.label = name + std::to_string(year);
  summary.institution = name;
  summary.kind = kind;
  summary.year = year;
  summary.instrument = instrument();
  summary.index = index;
  const auto band = [&](Ratio value) {
    return instrument()->category_of(value, CategoryBasis::exact);
  };
  for (std::size_t i = band(index.low); i <= band(index.high); ++i) {
    summary.categories.push_back(i);
  }
  return summary;
}

Summary row(const std::string& name, const char* index, int year = 2024,
            InstitutionKind kind = InstitutionKind::kota) {
  return row(name, Interval::point(*Ratio::parse(index)), year, kind);
}

std::vector<std::string> order(const RankGroup& group) {
  std::vector<std::string> names;
  for (const RankedRow& r : group.rows) {
    names.push_back(std::to_string(r.place.rank) + " " + r.current->institution);
  }
  return names;
}

}  // namespace

TEST_CASE("ranks are by exact values, ties share one", "[rank]") {
  // 2.154 and 2.1545 are both shown as 2.15.
  const std::vector<Summary> all = {row("A", "2.154"), row("B", "2.1545"), row("C", "3"),
                                    row("D", "2.154"), row("E", "1")};
  const Ranking ranking = rank(all, {});
  REQUIRE(ranking.groups.size() == 1);
  const RankGroup& group = ranking.groups.front();
  CHECK(order(group) == std::vector<std::string>{"1 C", "2 B", "3 A", "3 D", "5 E"});
  CHECK(group.mean == Interval::point(Ratio(104625, 50000)));
  CHECK(group.median == Interval::point(*Ratio::parse("2.154")));
  CHECK(group.categories == std::vector<std::size_t>{1, 3, 1, 0, 0});
}

TEST_CASE("an interval is ranked by its lower end, with the places it can have", "[rank]") {
  const std::vector<Summary> all = {row("A", {Ratio(2), Ratio(4), false}), row("B", "3"),
                                    row("C", "2"), row("D", {Ratio(1), Ratio(2), false})};
  const Ranking ranking = rank(all, {});
  const RankGroup& group = ranking.groups.front();
  CHECK(order(group) == std::vector<std::string>{"1 B", "2 A", "2 C", "4 D"});
  const auto places = [&](std::size_t i) {
    return std::pair(group.rows[i].best, group.rows[i].worst);
  };
  CHECK(places(0) == std::pair<std::size_t, std::size_t>(1, 2));
  CHECK(places(1) == std::pair<std::size_t, std::size_t>(1, 2));
  CHECK(places(2) == std::pair<std::size_t, std::size_t>(2, 3));
  CHECK(places(3) == std::pair<std::size_t, std::size_t>(2, 4));
  CHECK(group.uncertain == 2);
  CHECK(group.mean == Interval{Ratio(2), Ratio(11, 4), false});
}

TEST_CASE("the newest year is ranked against the year before", "[rank]") {
  std::vector<Summary> all = {row("A", "2", 2022), row("A", "2.5", 2023), row("a  ", "3"),
                              row("B", "2", 2023), row("B", "1", 2021),   row("C", "3", 2023)};
  all[3].stage = Stage::self;
  Summary final_result = row("B", "2.25", 2024);
  Summary self = row("B", "4", 2024);
  self.stage = Stage::self;
  all.push_back(self);
  all.push_back(final_result);
  const Ranking ranking = rank(all, {});
  CHECK(ranking.year == 2024);
  const auto& rows = ranking.groups.front().rows;
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].change() == Interval::point(Ratio(1, 2)));
  CHECK(rows[1].current->index.low == *Ratio::parse("2.25"));
  CHECK(rows[1].change() == Interval::point(Ratio(1, 4)));
  REQUIRE(ranking.without_year.size() == 1);
  CHECK(ranking.without_year.front()->institution == "C");
  CHECK(rank(all, {2021, {}, false, false}).groups.front().rows.size() == 1);
  CHECK(rank(all, {2020, {}, false, false}).year == 0);
}

TEST_CASE("conditions and groups", "[rank]") {
  std::vector<Summary> all = {row("A", "2", 2024), row("B", "3", 2024, InstitutionKind::kabupaten),
                              row("C", "4", 2024, InstitutionKind::provinsi),
                              row("D", "4", 2024, InstitutionKind::unsaid)};
  for (Summary& s : all) s.province = s.institution == "D" ? "" : "Bali";
  const Ranking some = rank(all, {{}, {{RankField::kind, {"Kota", "kabupaten"}}}, false, false});
  CHECK(order(some.groups.front()) == std::vector<std::string>{"1 B", "2 A"});
  CHECK(some.left_out == 2);
  CHECK(rank(all, {{}, {{RankField::category, {"cukup"}}}, false, false})
            .groups.front()
            .rows.size() == 1);
  CHECK(rank(all, {{}, {{RankField::province, {"Aceh"}}}, false, false}).groups.empty());
  const Ranking kinds = rank(all, {{}, {}, true, false});
  REQUIRE(kinds.groups.size() == 4);
  CHECK(kinds.groups[0].kind == InstitutionKind::provinsi);
  CHECK(kinds.groups[3].kind == InstitutionKind::unsaid);
  const Ranking whole = rank(all, {});
  CHECK(whole.groups.front().rows[2].in_kind->of == 1);
  CHECK(whole.groups.front().rows[2].in_province->rank == 2);
}

TEST_CASE("the order of the input changes no rank", "[rank]") {
  std::mt19937 random(59);
  std::vector<Summary> all;
  for (int i = 0; i < 200; ++i) {
    const Ratio low(100 + static_cast<std::int64_t>(random() % 400), 100);
    const Ratio width(static_cast<std::int64_t>(random() % 3), 10);
    all.push_back(row("N" + std::to_string(i), {low, min(low + width, Ratio(5)), false}));
  }
  const auto before = order(rank(all, {}).groups.front());
  std::shuffle(all.begin(), all.end(), random);
  const Ranking ranking = rank(all, {});
  CHECK(order(ranking.groups.front()) == before);
  for (const RankedRow& r : ranking.groups.front().rows) {
    // The definition, slowly.
    std::size_t best = 1;
    std::size_t worst = 1;
    for (const Summary& other : all) {
      if (other.index.low > r.current->index.high) ++best;
      if (&other != r.current && other.index.high > r.current->index.low) ++worst;
    }
    CHECK(r.best == best);
    CHECK(r.worst == worst);
  }
}

TEST_CASE("the same result given twice is named", "[rank]") {
  const std::vector<Summary> all = {row("A", "2"), row("A", "3")};
  const Ranking ranking = rank(all, {});
  REQUIRE(ranking.twice.size() == 1);
  CHECK(ranking.twice.front().second == &all[1]);
  CHECK(ranking.groups.front().rows.front().current == &all[0]);
}
