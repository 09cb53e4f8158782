#pragma once

#include <optional>
#include <string>
#include <vector>

#include "render/csv.hpp"
#include "render/page.hpp"
#include "spbe/analysis/change_groups.hpp"
#include "spbe/analysis/other_changes.hpp"

namespace spbe {

// Two assessments, and how to show what lies between them.
struct DiffReport {
  // At least one of the two; what must outlive the report. A missing one: there was none, or is
  // none any more.
  DiffReport(const Evaluation* from_side, const Evaluation* to_side)
      : from(from_side), to(to_side) {
    if (from == nullptr || to == nullptr) return;
    if (comparable(*from, *to)) comparison = compare(*from, *to);
    if (of_same_institution(from->assessment, to->assessment))
      others = other_changes(from->assessment, to->assessment);
  }

  // Whether the two say anything else at all.
  bool differs() const { return !comparison || comparison->differs() || !others.empty(); }

  const Evaluation* from;
  const Evaluation* to;
  std::optional<Comparison> comparison;  // when both are there and of one instrument
  OtherChanges others;                   // beside levels; of one institution
  Grouping by = Grouping::indicator;
  bool all = false;        // also what did not change
  bool imagined = false;   // `to` is not so, but might be
  std::string from_label;  // headings of the two columns; empty: the years, or what else
  std::string to_label;    // tells the two apart
};

// What changed beside levels, a line each: "Units (4): 24, 33, 34, 38". `others` is the report's,
// or a part of it.
std::vector<std::string> also_changed(const DiffReport& report, const OtherChanges& others,
                                      Language language);

page::Page diff_page(const DiffReport& report, Language language);
std::string diff_json(const DiffReport& report);
std::string diff_csv(const DiffReport& report, CsvDialect dialect = {});

}  // namespace spbe
