#pragma once

#include <string>

#include "render/style.hpp"
#include "spbe/analysis/change_groups.hpp"

namespace spbe {

// Two assessments, and how to show what lies between them.
struct DiffReport {
  const Evaluation* from = nullptr;  // null: there was none; one of the two is always there
  const Evaluation* to = nullptr;    // null: there is none any more
  Grouping by = Grouping::indicator;
  bool all = false;        // also what did not change
  std::string from_label;  // headings of the two columns; empty: the years, or what else
  std::string to_label;    // tells the two apart
};

std::string diff_text(const DiffReport& report, const Style& style);
std::string diff_markdown(const DiffReport& report, Language language);
std::string diff_json(const DiffReport& report);
std::string diff_csv(const DiffReport& report);

}  // namespace spbe
