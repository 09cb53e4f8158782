#pragma once

#include <map>
#include <string>
#include <vector>

#include "unit/program.hpp"

// For every rule of `check` files that it finds something in, and files that it does not.
namespace spbe::testing {

using Levels = std::map<int, std::string>;

// An assessment of PermenPANRB 59/2020 with every indicator at 3 but for `others`, whose text
// stands in their place.
inline std::string assessment(int year, const Levels& others = {}, const std::string& more = "") {
  std::string text = "institution: Kota X\nyear: " + std::to_string(year) +
                     "\ninstrument: permenpanrb-59-2020\nscores:\n";
  for (int i = 1; i <= 47; ++i) {
    const auto other = others.find(i);
    text += "  " + std::to_string(i) + ": " + (other == others.end() ? "3" : other->second) + "\n";
  }
  return text + more;
}

inline std::string with_values(const std::string& values, const std::string& more = "") {
  return "institution: Kota X\nyear: 2022\nscores: {" + values + "}\n" + more;
}

// Of PermenPANRB 8/2026, the same with every other indicator at 1.
inline std::string of_2026(const Levels& others) {
  std::string text = "institution: Kota X\nyear: 2026\nscores:\n";
  for (int i = 1; i <= 20; ++i) {
    const auto other = others.find(i);
    text += "  " + std::to_string(i) + ": " + (other == others.end() ? "1" : other->second) + "\n";
  }
  return text;
}

struct Given {
  std::vector<std::string> files;
  std::string previous;  // empty: none
  std::vector<std::string> options;
};

struct RuleCase {
  const char* rule;
  Given found;
  Given clean;
};

// NOLINTNEXTLINE(readability-function-size): one table
inline const std::vector<RuleCase>& rule_cases() {
  // 3.4985, shown 3.50: exactly Baik, rounded Sangat Baik.
  static const Levels doubtful = {{1, "4"},  {2, "4"},  {21, "4"}, {22, "4"}, {23, "4"},
                                  {32, "4"}, {33, "4"}, {34, "4"}, {35, "4"}, {36, "4"},
                                  {37, "4"}, {38, "4"}, {39, "4"}, {40, "4"}, {42, "4"},
                                  {43, "4"}, {44, "4"}, {45, "4"}, {46, "4"}, {47, "4"}};
  static const std::string waive = "waive:\n  - {reason: r, rule: ";
  static const std::string full = assessment(2022);
  static const std::vector<RuleCase> cases = {
      {"published-index",
       {{assessment(2022, {}, "published: {index: 3.01}\n")}, "", {}},
       {{assessment(2022, {}, "published: {index: 3.00}\n")}, "", {}}},
      {"published-category",
       {{assessment(2022, {}, "published: {category: Cukup}\n")}, "", {}},
       {{assessment(2022, {}, "published: {category: Baik}\n")}, "", {}}},
      {"published-domain",
       {{assessment(2022, {}, "published:\n  domains: {manajemen: 3.01}\n")}, "", {}},
       {{assessment(2022, {}, "published:\n  domains: {manajemen: 3}\n")}, "", {}}},
      {"published-aspect",
       {{assessment(2022, {{15, "4"}}, "published:\n  aspects: {tik: 3.26}\n")}, "", {}},
       {{assessment(2022, {{15, "4"}}, "published:\n  aspects: {tik: 3.25}\n")}, "", {}}},
      {"published-impossible",
       {{with_values("D1: 3.45, D2: 3.00, D3: 3.00, D4: 3.00")}, "", {}},
       {{with_values("D1: 3.40, D2: 3.00, D3: 3.00, D4: 3.00")}, "", {}}},
      {"obstacle-exceeded",
       {{assessment(2022, {}, "obstacles: [{id: o, holds: [21], at: 2}]\n")}, "", {}},
       {{assessment(2022, {}, "obstacles: [{id: o, holds: [21], at: 3}]\n")}, "", {}}},
      {"level-missing", {{with_values("1: 3")}, "", {}}, {{full}, "", {}}},
      {"level-outside-regulation",
       {{assessment(2022, {{32, "0"}})}, "", {}},
       {{assessment(2022, {{32, "1"}})}, "", {}}},
      {"published-below-scale",
       {{with_values("D1: 3.00, D2: 3.00, D3: 3.00, D4: 0.30")}, "", {}},
       {{with_values("D1: 3.00, D2: 3.00, D3: 3.00, D4: 3.00")}, "", {}}},
      {"institution-unnamed",
       {{"institution:" + full.substr(full.find('\n'))}, "", {}},
       {{full}, "", {}}},
      {"instrument-year", {{assessment(2026)}, "", {}}, {{assessment(2025)}, "", {}}},
      {"assessment-twice",
       {{full, full + "stage: final\n", full + "# copy\n"}, "", {}},
       {{full, full + "stage: final\n", assessment(2023)}, "", {}}},
      {"category-basis", {{assessment(2022, doubtful)}, "", {}}, {{full}, "", {}}},
      {"prerequisite",
       {{assessment(2024, {{12, "1"}})}, "", {}},
       {{assessment(2024), assessment(2023, {{12, "1"}})}, "", {}}},
      {"obstacle-idle",
       {{assessment(2022, {}, "obstacles: [{id: o, holds: []}]\n")}, "", {}},
       {{assessment(2022, {}, "obstacles: [{id: o, holds: [21], at: 4}]\n")}, "", {}}},
      {"unit-missing",
       {{assessment(2022, {{1, "{level: 3, unit: Bappeda}"}})}, "", {}},
       {{full}, "", {}}},
      {"evidence-missing", {{full}, "", {"--enable", "evidence-missing"}}, {{full}, "", {}}},
      {"evidence-file-missing",
       {{assessment(2022, {{12, "{level: 3, evidence: {file: no-such-folder/a.pdf}}"}})}, "", {}},
       {{assessment(2022, {{12, "{level: 3, evidence: [SK 1, {text: SK 2}]}"}})}, "", {}}},
      {"evidence-old",
       {{assessment(2024, {{12, "{level: 3, evidence: {text: Hasil Reviu, date: 2022-01-01}}"}})},
        "",
        {}},
       {{assessment(2024, {{12, "{level: 3, evidence: {text: Hasil Reviu, date: 2022-01-02}}"},
                           {13, "{level: 3, evidence: {text: SK Bupati, date: 2010-01-01}}"}})},
        "",
        {}}},
      {"target-below-level",
       {{assessment(2022, {{12, "{level: 3, target: 2}"}})}, "", {}},
       {{assessment(2022, {{12, "{level: 3, target: 3}"}})}, "", {}}},
      {"target-past-due",
       {{assessment(2022, {{12, "{level: 3, target: 4, due: 2024-12-31}"}})},
        "",
        {"--today", "2025-01-01"}},
       {{assessment(2022, {{12, "{level: 3, target: 4, due: 2024-12-31}"},
                           {13, "{level: 3, target: 3, due: 2020-01-01}"}})},
        "",
        {"--today", "2024-12-31"}}},
      {"goal-not-reachable",
       {{assessment(2022, {{12, "{level: 3, target: 4}"}}, "targets: {index: 3.03}\n")}, "", {}},
       {{assessment(2022, {{12, "{level: 3, target: 4}"}}, "targets: {index: 3.025}\n")}, "", {}}},
      {"evidence-not-counted",
       {{of_2026({{1, "{items: {1: 1/2, 2: 1/4}}"}})}, "", {}},
       {{of_2026({{1, "{items: {1: 2/2, 2: 1/4}}"}})}, "", {}}},
      {"external-index-old",
       {{of_2026({{10, "{level: 2, from: {ikasandi: 2, date: 2024-12-31}}"}})}, "", {}},
       {{of_2026({{10, "{level: 2, from: {ikasandi: 2, date: 2025-01-01}}"}})}, "", {}}},
      {"external-index-undated",
       {{of_2026({{10, "2"}})}, "", {"--enable", "external-index-undated"}},
       {{of_2026({{1, "2"}, {5, "{from: {sdi: 25, date: 2026-01-01}}"}})},
        "",
        {"--enable", "external-index-undated"}}},
      {"unknown-province",
       {{assessment(2022, {}, "province: Lampong\n")}, "", {}},
       {{assessment(2022, {}, "province: Prov. LAMPUNG\n")}, "", {}}},
      {"previous-missing",
       {{full}, assessment(2022, {{1, "2"}}), {}},
       {{full}, assessment(2021), {}}},
      {"fell-without-note",
       {{full}, assessment(2021, {{7, "4"}}), {}},
       {{assessment(2022, {{7, "{level: 3, note: dicabut}"}})}, assessment(2021, {{7, "4"}}), {}}},
      {"waiver-expired",
       {{full + waive + "prerequisite, until: 2026-11-23}\n"}, "", {}},
       {{full}, "", {}}},
      {"waiver-unused",
       {{full + waive + "level-missing, until: 2026-11-24}\n"}, "", {}},
       {{with_values("1: 3", waive + "level-missing, until: 2026-11-24}\n")}, "", {}}},
      {"waiver-rule",
       {{full + waive + "min-index, until: 2026-11-24}\n"}, "", {}},
       {{full}, "", {}}},
      {"min-index",
       {{assessment(2022, {{1, "2"}})}, "", {"--min-index", "3"}},
       {{full}, "", {"--min-index", "3"}}},
      {"min-category",
       {{assessment(2022, doubtful)}, "", {"--min-category", "sangat baik"}},
       {{assessment(2022, doubtful)}, "", {"--min-category", "Baik"}}},
      {"no-fall",
       {{full}, assessment(2021, {{7, "4"}}), {"--no-fall"}},
       {{full}, assessment(2021), {"--no-fall"}}},
      {"max-fall",
       {{full}, assessment(2021, {{7, "4"}}), {"--max-fall", "0.012999"}},
       {{full}, assessment(2021, {{7, "4"}}), {"--max-fall", "0.013"}}},
      {"complete", {{with_values("D1: 3.00")}, "", {"--complete"}}, {{full}, "", {"--complete"}}},
  };
  return cases;
}

// The command line for what is given, with the files in `folder`.
inline std::vector<std::string> command_line_for(const Given& given, const Folder& folder) {
  std::vector<std::string> args = {"check"};
  for (std::size_t i = 0; i < given.files.size(); ++i) {
    args.push_back(folder.write(std::to_string(i) + ".yaml", given.files[i]));
  }
  if (!given.previous.empty()) {
    args.push_back("--previous");
    args.push_back(folder.write("earlier/0.yaml", given.previous));
  }
  args.insert(args.end(), given.options.begin(), given.options.end());
  return args;
}

}  // namespace spbe::testing
