#include <algorithm>
#include <set>

#include "commands/explain/report.hpp"
#include "model/builtin_data.hpp"
#include "plan_cases.hpp"
#include "spbe/analysis/evaluation.hpp"
#include "spbe/model/criteria.hpp"

namespace spbe {

namespace {

using namespace plan_test;

std::string scores(int level, const std::vector<std::pair<int, int>>& others = {}) {
  std::vector<Entry> entries(47, Entry{level, {}});
  for (const auto& [indicator, other] : others) {
    entries[static_cast<std::size_t>(indicator) - 1].level = other;
  }
  return assessment_text("permenpanrb-59-2020", entries);
}

const Barrier* gate(const std::vector<Barrier>& barriers, const Instrument& instrument,
                    const char* key) {
  const auto found = std::ranges::find(barriers, instrument.find(key), &Barrier::gate);
  return found == barriers.end() ? nullptr : &*found;
}

std::vector<Barrier> barriers_of(const Assessment& assessment, const RuleSet& rules) {
  Diagnostics diagnostics;
  auto barriers = find_barriers(assessment, rules, diagnostics);
  CHECK(diagnostics.list().empty());
  return barriers;
}

}  // namespace

TEST_CASE("every level of every indicator has a criterion in both languages", "[explain]") {
  const Catalog catalog;
  const auto instrument = catalog.find("permenpanrb-59-2020");
  const auto criteria = criteria_of(*instrument);
  REQUIRE(criteria);
  CHECK_FALSE(criteria->caution.english.empty());
  CHECK_FALSE(criteria->caution.indonesian.empty());
  for (const ComponentIndex i : instrument->indicators) {
    std::set<std::string> texts;
    for (int level = 1; level <= 5; ++level) {
      const Bilingual* text = criteria->find(i, Ratio(level));
      REQUIRE(text != nullptr);
      CHECK_FALSE(text->english.empty());
      CHECK_FALSE(text->indonesian.empty());
      texts.insert(text->indonesian);
    }
    CHECK(texts.size() == 5);
    CHECK(criteria->find(i, Ratio(6)) == nullptr);
  }
  CHECK_FALSE(criteria_of(*catalog.find("permenpanrb-5-2018")));
}

TEST_CASE("criteria of unknown indicators and levels are refused", "[explain]") {
  const Catalog catalog;
  const auto instrument = catalog.find("permenpanrb-59-2020");
  Diagnostics diagnostics;
  const auto source = source_of(
      "instrument: x\ncriteria:\n  48:\n    1: {id: a, en: b}\n  1:\n    6: {id: a, en: b}\n"
      "    2: {id: a, eng: b}\n");
  CHECK_FALSE(read_criteria(source, *instrument, diagnostics));
  std::vector<std::string> codes;
  for (const Diagnostic& d : diagnostics.list()) codes.push_back(d.code);
  CHECK(codes ==
        std::vector<std::string>{"unknown-indicator", "level-outside-scale", "unknown-key"});
}

TEST_CASE("without a roadmap the index ends at 4.24", "[explain]") {
  const Catalog catalog;
  std::vector<std::pair<int, int>> low = {{12, 1}};
  for (int i = 21; i <= 31; ++i) low.emplace_back(i, 1);
  const Assessment assessment = read(catalog, scores(5, low));
  const Instrument& instrument = *assessment.instrument;
  const auto barriers =
      barriers_of(assessment, rules_of(instrument, instrument.find_edition("p3")));
  const Barrier* roadmap = gate(barriers, instrument, "12");
  REQUIRE(roadmap != nullptr);
  CHECK(roadmap->ceiling == Ratio(424, 100));
  CHECK(roadmap->own == Ratio(25, 1000));
  CHECK(roadmap->worth == Ratio(66, 100));
  CHECK(roadmap->first == Ratio(165, 1000));
  CHECK(roadmap->holds == instrument.indicator_range("21-31"));
  // 22 waits for 21 as well, whose other levels are 0.09 of that.
  CHECK(roadmap->alone == Ratio(57, 100));
  const auto before = barriers_of(assessment, rules_of(instrument, nullptr));
  CHECK(before.empty());
}

TEST_CASE("a barrier that holds nothing is no gate, but stays an obstacle", "[explain]") {
  const Catalog catalog;
  const Assessment best = read(catalog, scores(5, {{12, 1}}));
  const Instrument& instrument = *best.instrument;
  const RuleSet rules = rules_of(instrument, instrument.find_edition("p3"));
  CHECK(barriers_of(best, rules).empty());
  const Assessment held =
      read(catalog, scores(5) + "obstacles:\n  - {id: none, holds: 21-31, at: 1}\n");
  const auto barriers = barriers_of(held, rules);
  REQUIRE(barriers.size() == 1);
  CHECK(barriers[0].holds.empty());
  CHECK(barriers[0].ceiling == Ratio(5));
  CHECK(barriers[0].worth == Ratio(0));
}

TEST_CASE("two obstacles on the same indicators open nothing alone", "[explain]") {
  const Catalog catalog;
  const Assessment assessment =
      read(catalog,
           scores(1) +
               "obstacles:\n  - {id: a, holds: 21-31, at: 1}\n  - {id: b, holds: 30-32, at: 2}\n");
  const auto barriers = barriers_of(assessment, RuleSet{});
  REQUIRE(barriers.size() == 2);
  CHECK(barriers[0].ceiling == Ratio(434, 100));
  CHECK(barriers[0].worth == Ratio(66, 100));
  // 30 and 31 could then rise to 2 only: three levels of each stay closed.
  CHECK(barriers[0].alone == Ratio(57, 100));
  // 30, 31 and 32 stay at 2: 2 * 3 * 0.015 + 3 * 0.0275.
  CHECK(barriers[1].ceiling == Ratio(5) - Ratio(1725, 10000));
  CHECK(barriers[1].at == std::vector<Ratio>{Ratio(2), Ratio(2), Ratio(2)});
  CHECK(barriers[1].alone == Ratio(825, 10000));
}

TEST_CASE("the sums of the formula add up to the index", "[explain]") {
  const Catalog catalog;
  constexpr Language kLanguage = Language::english;
  for (const int level : {1, 2, 5}) {
    const Evaluation evaluation = evaluate(read(catalog, scores(level, {{7, 3}, {47, 4}})));
    const auto parts = formula_parts(evaluation.result, kNoComponent, kLanguage);
    CHECK(parts.size() == 12);
    const std::string all = index_formula(evaluation.result, kLanguage);
    CHECK(all.ends_with("= " + decimal(evaluation.result.index.low)));
    for (const FormulaPart& part : parts) {
      const Interval& value = evaluation.result.components[part.component].value;
      CHECK(part.value.ends_with(fixed(value.low, 4)));
    }
  }
}

TEST_CASE("the edition for a plan is that of the year after, else the newest", "[explain]") {
  const Catalog catalog;
  const auto instrument = catalog.find("permenpanrb-59-2020");
  const auto id = [&](int year) {
    const Edition* edition = edition_for_plan(*instrument, year);
    return edition == nullptr ? std::string() : edition->id;
  };
  CHECK(id(2019).empty());
  CHECK(id(2020) == "k962");
  CHECK(id(2021) == "k962");
  CHECK(id(2022) == "k962");
  CHECK(id(2023) == "p3");
  CHECK(id(2025) == "p3");
  CHECK(id(2030) == "p3");
}

}  // namespace spbe
