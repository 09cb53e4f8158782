#include <nlohmann/json.hpp>

#include "spbe/analysis/check.hpp"
#include "unit/catch.hpp"
#include "unit/check_cases.hpp"

using namespace spbe::testing;
using Json = nlohmann::json;

namespace {

// "rule: message" of each finding.
std::vector<std::string> findings_of(const Given& given) {
  const Folder folder;
  std::vector<std::string> args = command_line_for(given, folder);
  args.insert(args.end(), {"--format", "json"});
  const Outcome outcome = run_program(args);
  INFO(outcome.err);
  std::vector<std::string> found;
  const Json report = Json::parse(outcome.out);
  for (const Json& finding : report["findings"]) {
    found.push_back(finding["rule"].get<std::string>() + ": " +
                    finding["message"]["en"].get<std::string>());
  }
  return found;
}

std::vector<std::string> findings_of(const std::string& text,
                                     const std::vector<std::string>& options = {}) {
  return findings_of(Given{{text}, "", options});
}

using Lines = std::vector<std::string>;

std::string published(const std::string& year, const std::string& values,
                      const std::string& block) {
  return "institution: Kab. X\nyear: " + year + "\nscores: {" + values + "}\npublished: {" + block +
         "}\n";
}

}  // namespace

TEST_CASE("a published number is compared within the digits it is printed with", "[check_rules]") {
  // All 3 but indicator 1 at 4: exactly 3.013.
  const auto found = [](const std::string& index) {
    return findings_of(assessment(2022, {{1, "4"}}, "published:\n  index: " + index + "\n"));
  };
  for (const char* right : {"3", "3.0", "3.01", "3,01", "3.013", "3.0130"})
    CHECK(found(right).empty());
  CHECK(found("3.02") ==
        Lines{"published-index: the published index 3.02 is not what the levels give: 3.013, "
              "printed 3.01"});
  CHECK(found("3.014") ==
        Lines{"published-index: the published index 3.014 is not what the levels give: 3.013, "
              "printed 3.013"});
  CHECK(found("3.00").size() == 1);
  CHECK(found("3.1").size() == 1);
  CHECK(found("4").size() == 1);
}

TEST_CASE("half up decides a tie, and a number that was cut is recognised", "[check_rules]") {
  const auto text = [](const char* index) {
    return assessment(
        2022,
        {{32, "4"}, {21, "4"}, {11, "2"}, {22, "2"}, {23, "2"}, {24, "4"}, {25, "4"}, {26, "2"}},
        std::string("published: {index: ") + index + "}\n");
  };
  // 3 + .0275 - .025 + .015 * (1 - 1 - 1 + 1 + 1 - 1) = 3.0025
  CHECK(findings_of(text("3.0025")).empty());
  CHECK(findings_of(text("3.003")).empty());
  const Folder folder;
  const Outcome outcome =
      run_program({"check", folder.write("a.yaml", text("3.002")), "--format", "text"});
  CHECK_THAT(outcome.out,
             ContainsSubstring("3.0025, printed 3.003 [published-index]\n  hint: this is "
                               "what cutting off digits gives"));
}

// Ministry reports 2023 and 2024: domain values and index as printed.
TEST_CASE("where only domain values are given the index must be among what they allow",
          "[check_rules]") {
  const std::string belu = "D1: 3.40, D2: 1.40, D3: 1.00, D4: 2.93";
  CHECK(findings_of(published("2023", belu, "index: 2.29, category: Cukup")).empty());
  const auto wrong = findings_of(published("2023", belu, "index: 2.31"));
  REQUIRE(wrong.size() == 1);
  CHECK_THAT(wrong.front(),
             ContainsSubstring("is not among what the values allow, 2.2895 to 2.292"));
  // The reports contradict themselves: 2023 gives the means 2.91, 2.27, 1.65, 3.45 and 2.79.
  // They are means of many, so no whole levels give them, and the index still follows.
  const auto means = findings_of(
      published("2023", "D1: 2.91, D2: 2.27, D3: 1.65, D4: 3.45", "index: 2.79, category: Baik"));
  CHECK(means == Lines{"published-impossible: no whole levels give 2.91 for D1",
                       "published-impossible: no whole levels give 2.27 for D2",
                       "published-impossible: no whole levels give 1.65 for D3"});
}

TEST_CASE("an index between two that whole levels can give is pointed out", "[check_rules]") {
  // Kab. Belu 2024; whole levels give 2.4725 and 2.475, nothing between.
  const std::string belu = "D1: 3.50, D2: 1.50, D3: 1.00, D4: 3.25";
  CHECK(findings_of(published("2024", belu, "index: 2.4725")).empty());
  CHECK(findings_of(published("2024", belu, "index: 2.48")).empty());
  CHECK(findings_of(published("2024", belu, "index: 2.4735")) ==
        Lines{"published-index: no index that the values allow is printed 2.4735; the nearest are "
              "2.4725 and 2.475"});
}

TEST_CASE("the category goes by the reading of the year", "[check_rules]") {
  const Levels levels = {{11, "2"}, {12, "2"}, {13, "2"}, {14, "2"}, {15, "2"},
                         {16, "2"}, {17, "2"}, {18, "2"}, {19, "2"}, {20, "2"},
                         {21, "2"}, {22, "2"}, {23, "2"}, {1, "2"},  {2, "2"},
                         {3, "2"},  {4, "2"},  {5, "2"},  {24, "2"}, {32, "2"}};
  const auto found = [&](int year, const std::string& category) {
    return findings_of(assessment(year, levels, "published: {category: " + category + "}\n"));
  };
  // 3 - .25 - .015 * 4 - .013 * 5 - .0275 = 2.5975
  CHECK(found(2023, "Baik") ==
        Lines{"category-basis: 2.5975 is rounded to 2.60, so Baik, yet exactly it would be Cukup; "
              "for 2023 the rounded index decides"});
  CHECK(found(2022, "Cukup") ==
        Lines{"category-basis: 2.5975 is Cukup, yet rounded to 2.60 it would be Baik; for 2022 the "
              "exact index decides"});
  CHECK(found(2023, "Cukup").front() ==
        "published-category: the published category is Cukup, but the index 2.5975 is Baik");
  CHECK(found(2022, "Baik").front() ==
        "published-category: the published category is Baik, but the index 2.5975 is Cukup");
  // Gates on the category go the same way, and say what they looked at.
  const auto gate = [&](int year, std::vector<std::string> more) {
    more.insert(more.end(), {"--min-category", "baik", "--disable", "category-basis"});
    return findings_of(assessment(year, levels), more);
  };
  CHECK(gate(2023, {}).empty());
  CHECK(gate(2022, {}) ==
        Lines{"min-category: the category Cukup is below Baik: the index is 2.5975 against 2.60"});
  CHECK(gate(2022, {"--category-by", "shown"}).empty());
}

TEST_CASE("a threshold is decided on the exact index and the message shows it", "[check_rules]") {
  const Levels levels = {{11, "2"}, {12, "2"}, {13, "2"}, {14, "2"}, {15, "2"},
                         {16, "2"}, {17, "2"}, {18, "2"}, {19, "2"}, {20, "2"},
                         {21, "2"}, {22, "2"}, {23, "2"}, {1, "2"},  {2, "2"},
                         {3, "2"},  {4, "2"},  {5, "2"},  {24, "2"}, {32, "2"}};
  const auto gate = [&](const char* least) {
    return findings_of(assessment(2022, levels),
                       {"--min-index", least, "--disable", "category-basis"});
  };
  CHECK(gate("2.6") == Lines{"min-index: the index 2.5975 is below 2.60"});
  CHECK(gate("2,6") == Lines{"min-index: the index 2.5975 is below 2.60"});
  CHECK(gate("2.5976") == Lines{"min-index: the index 2.5975 is below 2.5976"});
  CHECK(gate("2.5975").empty());
}

// 20/6 percent an indicator: the expansion does not end.
TEST_CASE("a number that does not end is cut, so that it never reads as the bound",
          "[check_rules]") {
  std::string text = "institution: Kota X\nyear: 2018\nscores: {";
  for (int i = 1; i <= 34; ++i) text += std::to_string(i) + (i == 32 ? ": 1, " : ": 2, ");
  text += "35a: 2, 35b: 2, 35c: 2}\n";
  // 2 - 1/30 = 1.96666...
  CHECK(findings_of(text, {"--min-index", "1.966667"}) ==
        Lines{"min-index: the index 1.966666… is below 1.966667"});
  CHECK(findings_of(text, {"--min-index", "1.966666"}).empty());
}

TEST_CASE("a gate passes only what certainly meets it", "[check_rules]") {
  const std::string partial = with_values("D1: 3.00, D2: 3.00, D3: 3.00");
  const Lines quiet = {"--disable", "level-missing"};
  const auto found = [&](Lines options) {
    options.insert(options.end(), quiet.begin(), quiet.end());
    return findings_of(partial, options);
  };
  // D1 to D3 give 1.635; D4 adds 0.455 to 2.275.
  CHECK(found({"--min-index", "2.09"}).empty());
  CHECK(found({"--min-index", "2.1"}) ==
        Lines{"min-index: the index is not certain to reach 2.10: it lies between 2.09 and 3.91"});
  CHECK(found({"--min-index", "4"}) ==
        Lines{"min-index: the index is below 4.00: it lies between 2.09 and 3.91"});
  CHECK(found({"--min-category", "Cukup"}).empty());
  CHECK(found({"--min-category", "Baik"}).size() == 1);
  const auto years = [&](const std::string& before, const Lines& options) {
    Given given{{partial}, before, options};
    given.options.insert(given.options.end(), quiet.begin(), quiet.end());
    return findings_of(given);
  };
  CHECK(years(assessment(2021), {"--no-fall"}) ==
        Lines{"no-fall: it is not certain that the index did not fall: it may have fallen by 0.91 "
              "since 2021"});
  CHECK(years(assessment(2021), {"--max-fall", "0.9"}) ==
        Lines{"max-fall: the index may have fallen by 0.91 since 2021; 0.90 is allowed"});
  CHECK(years(assessment(2021), {"--max-fall", "0.91"}).empty());
}

TEST_CASE("the year before is the newest earlier one of the institution", "[check_rules]") {
  const Folder folder;
  folder.write("2019/a.yaml", assessment(2021, {{7, "4"}}));
  folder.write("2020/a.yaml", assessment(2022, {{7, "5"}}, "stage: self\n"));
  folder.write("2020/b.yaml", assessment(2022, {{7, "4"}, {8, "4"}}, "stage: final\n"));
  std::string now = assessment(2023);
  now.replace(now.find("Kota X"), 6, "KOTA  x");
  const std::string file = folder.write("2023.yaml", now);
  const auto run = [&](const std::string& previous) {
    return run_program({"check", file, "--previous", folder.path(previous), "--no-fall"});
  };
  CHECK_THAT(run("").out, ContainsSubstring("the index fell by 0.026, from 3.026 in 2022 to 3 "));
  CHECK_THAT(run("2019").out,
             ContainsSubstring("the index fell by 0.013, from 3.013 in 2021 to 3 "));
  // A folder that holds the file itself and nothing earlier has nothing to say.
  const Folder alone;
  const std::string only = alone.write("2023.yaml", now);
  CHECK(run_program({"check", only, "--previous", alone.path(), "--no-fall"}).status == 0);
}

TEST_CASE("a gate on falls that cannot be decided does not pass", "[check_rules]") {
  const std::string now = assessment(2022);
  std::string renamed = assessment(2021);
  renamed.replace(renamed.find("Kota X"), 6, "Kota Y");
  CHECK(findings_of(Given{{now}, renamed, {}}).size() == 1);
  const Folder folder;
  auto args = command_line_for(Given{{now}, renamed, {}}, folder);
  CHECK(run_program(args).status == 0);
  args.push_back("--no-fall");
  CHECK(run_program(args).status == 1);
  // Results of two instruments are not comparable.
  const std::string old =
      "institution: Kota X\nyear: 2020\nscores: {D1: 3.00, D2: 3.00, D3: 3.00}\n";
  CHECK(findings_of(Given{{now}, old, {"--max-fall", "5"}}) ==
        Lines{"previous-missing: the year before, 2020, was evaluated by PermenPANRB 5/2018, which "
              "is not comparable with PermenPANRB 59/2020"});
  // What cannot be read is one fault, not two.
  const auto broken = findings_of(Given{{now}, "institution: [\n", {"--no-fall"}});
  REQUIRE(broken.size() == 1);
  CHECK(broken.front().starts_with("yaml-unclosed-bracket: "));
}

TEST_CASE("prerequisites are those of the edition in force, or of the one asked for",
          "[check_rules]") {
  const Levels gate = {{12, "1"}};
  CHECK(findings_of(assessment(2023, gate)).empty());  // the text of 6/2023 is not known
  const auto found = findings_of(assessment(2024, gate));
  // Eleven by the roadmap, which are one, and the budget (13) that follows the plan.
  CHECK(found.size() == 2);
  CHECK(
      std::count(
          found.begin(), found.end(),
          "prerequisite: indicators 21-31 at level 2 or above presuppose indicator 12 at level 2, "
          "which is at 1 (Pedoman Menteri PANRB 3/2024, pp. 87-124: roadmap-gate)") == 1);
  CHECK(findings_of(assessment(2024, gate), {"--rules", "none"}).empty());
  CHECK(findings_of(assessment(2024, gate), {"--rules", "p59"}).empty());
  CHECK(findings_of(assessment(2022, gate), {"--rules", "P3"}).size() == 2);
}

TEST_CASE("a waiver holds to the end of its last day and for its indicators only",
          "[check_rules]") {
  const auto found = [](const std::string& waiver, const char* today) {
    return findings_of(
        with_values("D1: 3.00, D2: 3.00, D3: 3.00, 32: 3", "waive: [{" + waiver + "}]\n"),
        {"--today", today});
  };
  const std::string all = "rule: level-missing, until: 2026-11-24, reason: r";
  CHECK(found(all, "2026-11-24").empty());
  CHECK(found(all, "2026-11-25") ==
        Lines{"level-missing: 15 of 47 indicators have no level: 33-47",
              "waiver-expired: the waiver of 'level-missing' ended on 2026-11-24"});
  CHECK(found(all + ", indicators: [33-40, 42-47]", "2026-11-24") ==
        Lines{"level-missing: 1 of 47 indicators have no level: 41"});
  CHECK(found(all + ", indicators: [33-47]", "2026-11-24").empty());
  CHECK(found(all + ", indicators: [32]", "2026-11-24") ==
        Lines{"level-missing: 15 of 47 indicators have no level: 33-47",
              "waiver-unused: the waiver of 'level-missing' silences nothing"});
}

TEST_CASE("a waiver of a rule that was not applied is not called unused", "[check_rules]") {
  const auto found = [](const std::string& rule, const Lines& options) {
    return findings_of(
        assessment(2022, {}, "waive: [{rule: " + rule + ", until: 2030-01-01, reason: r}]\n"),
        options);
  };
  CHECK(found("prerequisite", {}).size() == 1);
  CHECK(found("prerequisite", {"--rules", "none"}).empty());
  CHECK(found("prerequisite", {"--disable", "prerequisite"}).empty());
  CHECK(found("evidence-missing", {}).empty());
  CHECK(found("fell-without-note", {}).empty());
  CHECK(found("level-out-of-scale", {}).size() == 1);
  CHECK(found("publised-index", {}) ==
        Lines{"waiver-rule: there is no rule 'publised-index' to waive"});
}

TEST_CASE("a warning of the reader can be waived for one indicator", "[check_rules]") {
  const std::string waiver =
      "waive: [{rule: level-out-of-scale, indicators: [32], until: "
      "2030-01-01, reason: dicetak demikian}]\n";
  CHECK(findings_of(assessment(2023, {{32, "0"}}, waiver)).empty());
  CHECK(findings_of(assessment(2023, {{32, "0"}, {33, "0"}}, waiver)).size() == 1);
  // Documents of one file each have their own waivers.
  CHECK(findings_of(assessment(2023, {{32, "0"}}, waiver) + "---\n" + assessment(2022, {{32, "0"}}))
            .size() == 1);
  CHECK(findings_of(assessment(2022, {{32, "0"}}) + "---\n" + assessment(2023, {{32, "0"}}, waiver))
            .size() == 1);
  CHECK(findings_of(assessment(2023, {{32, "0"}}), {"--disable", "level-out-of-scale"}).empty());
}
