#include <algorithm>

#include "unit/cases.hpp"
#include "unit/catch.hpp"

using namespace spbe;
using spbe::testing::assessment_of;
using spbe::testing::catalog;
using spbe::testing::messages;
using spbe::testing::source_of;

namespace {

std::string of_2026(const std::string& scores) {
  return "institution: Kabupaten Uji\nyear: 2026\nscores:\n" + scores;
}

Ratio value_of_one(const std::string& text) {
  const Assessment assessment = assessment_of(of_2026("  1: " + text + "\n"));
  const Score& score = assessment.score(assessment.instrument->find("1"));
  REQUIRE(score.kind == Score::Kind::level);
  return score.level;
}

std::string refused(const std::string& text, const std::string& indicator = "1") {
  Diagnostics diagnostics;
  const auto assessment = read_assessment(source_of(of_2026("  " + indicator + ": " + text + "\n")),
                                          catalog(), diagnostics);
  CHECK_FALSE(assessment);
  return messages(diagnostics);
}

}  // namespace

TEST_CASE("a complete level is worth its milestone", "[milestones]") {
  const std::vector<std::string> worth = {"1", "1.5", "2.5", "3.5", "4", "5"};
  for (std::size_t level = 0; level < worth.size(); ++level) {
    INFO(level);
    CHECK(value_of_one("{complete: " + std::to_string(level) + "}") == Ratio::parse(worth[level]));
  }
  CHECK(value_of_one("{level: 1.26}") == Ratio(63, 50));
}

// Kabupaten Aceh Tengah, 21 September 2026: github.com/Niumination/PemdiAcehTengah at 426abdda,
// data/evaluasi-asesor-2026.json. What comes out of the accepted evidence, rounded as printed.
TEST_CASE("accepted evidence gives 13 of 16 values of an assessor", "[milestones]") {
  struct Row {
    const char* items;
    const char* assessor;
    bool comes_out;
  };
  const std::vector<Row> rows = {
      {"{1: 1/1, 2: 2/4}", "2.00", true}, {"{1: 2/2}", "1.50", true},
      {"{1: 2/4}", "1.26", false},        {"{1: 2/3}", "1.30", false},
      {"{1: 0/7}", "1.00", true},         {"{1: 0/2}", "1.00", true},
      {"{1: 0/1}", "1.00", true},         {"{1: 1/1}", "1.50", true},
      {"{1: 1/2}", "1.25", true},         {"{1: 1/3}", "1.17", true},
      {"{1: 0/4}", "1.00", true},         {"{1: 0/2}", "1.00", true},
      {"{1: 0/3}", "1.00", true},         {"{1: 2/2, 2: 2/2}", "2.50", true},
      {"{1: 0/2}", "1.00", true},         {"{1: 2/4}", "1.30", false},
  };
  CHECK(std::ranges::count(rows, true, &Row::comes_out) == 13);
  for (const Row& row : rows) {
    INFO(row.items);
    const bool same = fixed(value_of_one(std::string("{items: ") + row.items + "}"), 2) ==
                      std::string(row.assessor);
    CHECK(same == row.comes_out);
  }
  // The three others, were their evidence of unequal weight.
  CHECK(value_of_one("{items: {1: 0.52}}") == Ratio(63, 50));
  CHECK(value_of_one("{items: {1: 0.6}}") == Ratio(13, 10));
}

TEST_CASE("evidence above an incomplete level does not count", "[milestones]") {
  const Assessment assessment = assessment_of(
      of_2026("  1: {items: {3: 1/4, 1: 1/1, 2: 3/4, 4: 2/2}}\n  2: {items: {2: 1/1}}\n"));
  const Instrument& instrument = *assessment.instrument;
  const ComponentIndex first = instrument.find("1");
  CHECK(assessment.score(first).level == Ratio(9, 4));
  const Details* details = assessment.details_of(first);
  REQUIRE(details != nullptr);
  REQUIRE(details->items.size() == 4);
  std::string counted;
  for (const AcceptedEvidence& evidence : details->items) counted += evidence.counts ? "y" : "n";
  CHECK(counted == "yynn");
  CHECK(assessment.score(instrument.find("2")).level == Ratio(1));
}

TEST_CASE("more accepted evidence never lowers a value", "[milestones]") {
  const auto instrument = catalog().find("permenpanrb-8-2026");
  const Scale& scale = instrument->scales.front();
  Ratio last(0);
  for (int level = 1; level <= 5; ++level) {
    for (int accepted = 0; accepted <= 4; ++accepted) {
      std::vector<AcceptedEvidence> all;
      for (int below = 1; below < level; ++below) all.push_back({below, Ratio(1), 1, 1, true, {}});
      all.push_back({level, Ratio(accepted, 4), accepted, 4, true, {}});
      const Ratio value = value_of(scale, all);
      CHECK(value >= last);
      CHECK(value >= scale.band_begin(level));
      CHECK(value <= scale.milestone(level));
      last = value;
    }
    CHECK(last == scale.milestone(level));
    CHECK(scale.complete_level(last) == level);
    CHECK(scale.level_towards(last) == level);
  }
  CHECK(last == Ratio(5));
}

TEST_CASE("steps go by milestones where a scale has them, else by whole levels", "[milestones]") {
  const Scale& bands = catalog().find("permenpanrb-8-2026")->scales.front();
  CHECK(bands.steps_above(Ratio(2)) ==
        std::vector<Ratio>{Ratio(5, 2), Ratio(7, 2), Ratio(4), Ratio(5)});
  CHECK(bands.steps_above(Ratio(1)).front() == Ratio(3, 2));
  CHECK(bands.steps_above(Ratio(5)).empty());
  const Scale& whole = catalog().find("permenpanrb-59-2020")->scales.front();
  CHECK(whole.steps_above(Ratio(3)) == std::vector<Ratio>{Ratio(4), Ratio(5)});
  CHECK(catalog().find("permenpanrb-59-2020")->scales.back().steps_above(Ratio(0)).size() == 5);
}

TEST_CASE("an index of another agency is converted where that is known", "[milestones]") {
  const auto value = [](const std::string& sdi) {
    const Assessment assessment = assessment_of(of_2026("  5: {from: {sdi: " + sdi + "}}\n"));
    return assessment.score(assessment.instrument->find("5")).level;
  };
  // The ministry's module on indicator 5, as T8 quotes it: 25 is 2.00, 68.75 is 3.75.
  CHECK(value("25") == Ratio(2));
  CHECK(value("68.75") == Ratio(15, 4));
  CHECK(value("0") == Ratio(1));
  CHECK(value("100") == Ratio(5));
  for (int sdi = 0; sdi <= 100; ++sdi) {
    CHECK(value(std::to_string(sdi)) == Ratio(1) + Ratio(sdi, 25));
  }
  const Assessment assessment =
      assessment_of(of_2026("  10: {level: 2.4, from: {ikasandi: 2.4, date: 2026-03-14}}\n"));
  const ComponentIndex security = assessment.instrument->find("10");
  CHECK(assessment.score(security).level == Ratio(12, 5));
  CHECK(assessment.details_of(security)->external->date == Date{2026, 3, 14});
}

TEST_CASE("forms of a value that say nothing, or two things, are refused", "[milestones]") {
  CHECK(refused("{complete: 6}").find("0 to 5") != std::string::npos);
  CHECK(refused("{complete: 2, items: {1: 1/1}}").find("both 'complete' and 'items'") !=
        std::string::npos);
  CHECK(refused("{level: 2, complete: 2}").find("both 'level' and 'complete'") !=
        std::string::npos);
  CHECK(refused("{items: {1: 3/2}}").find("no accepted evidence") != std::string::npos);
  CHECK(refused("{items: {1: 1/13}}").find("at most 12") != std::string::npos);
  CHECK(refused("{items: {1: 1.5}}").find("share from 0 to 1") != std::string::npos);
  CHECK(refused("{items: {6: 1/1}}").find("outside 1 to 5") != std::string::npos);
  CHECK(refused("{from: {sdi: 50}}").find("no other index") != std::string::npos);
  CHECK(refused("{from: {sdi: 101}}", "5").find("0 to 100") != std::string::npos);
  CHECK(refused("{from: {ikasandi: 2}}", "10").find("no conversion") != std::string::npos);
  CHECK(refused("{level: 2, from: {sdi: 50}}", "5").find("both 'level' and 'from'") !=
        std::string::npos);
  Diagnostics diagnostics;
  CHECK_FALSE(read_assessment(source_of("institution: X\nyear: 2024\nscores: {1: {complete: 2}}\n"),
                              catalog(), diagnostics));
  CHECK(messages(diagnostics).find("takes 'level'") != std::string::npos);
}

// Worked examples of T8's guide, docs/Panduan_Peningkatan_Indeks_Pemdi_Aceh_Tengah.md at 4e48b148,
// part 8.5: aspects 2.0 2.5 2.0 2.0 2.0 2.5, and 3.0 or 3.5 for users' satisfaction.
TEST_CASE("the worked examples of the guide come out", "[milestones]") {
  const auto example = [](const std::string& satisfaction) {
    std::string scores;
    for (int i = 1; i <= 20; ++i) {
      const bool higher = i == 3 || i == 4 || (i >= 15 && i <= 18);
      scores += "  " + std::to_string(i) + ": " +
                (i >= 19 ? satisfaction : std::string(higher ? "2.5" : "2")) + "\n";
    }
    return compute(assessment_of(of_2026(scores)));
  };
  const IndexResult fair = example("3");
  CHECK(fair.index.low == Ratio(19, 8));
  CHECK(fixed(fair.index.low, 2) == "2.38");
  CHECK(fair.category()->name == "Cukup");
  const IndexResult good = example("3.5");
  CHECK(good.index.low == Ratio(5, 2));
  CHECK(good.category()->name == "Baik");
}
