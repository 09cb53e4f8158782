#pragma once

#include <optional>
#include <string>

#include "render/page.hpp"
#include "spbe/analysis/change_groups.hpp"

namespace spbe {

// Two assessments, and how to show what lies between them.
struct DiffReport {
  // At least one of the two; what must outlive the report. A missing one: there was none, or is
  // none any more.
  DiffReport(const Evaluation* from_side, const Evaluation* to_side)
      : from(from_side), to(to_side) {
    if (from != nullptr && to != nullptr && comparable(*from, *to))
      comparison = compare(*from, *to);
  }

  const Evaluation* from;
  const Evaluation* to;
  std::optional<Comparison> comparison;  // when both are there and of one instrument
  Grouping by = Grouping::indicator;
  bool all = false;        // also what did not change
  std::string from_label;  // headings of the two columns; empty: the years, or what else
  std::string to_label;    // tells the two apart
};

page::Page diff_page(const DiffReport& report, Language language);
std::string diff_json(const DiffReport& report);
std::string diff_csv(const DiffReport& report);

}  // namespace spbe
