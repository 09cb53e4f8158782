#pragma once

#include <string>
#include <vector>

#include "render/page.hpp"
#include "spbe/analysis/evaluation.hpp"

namespace spbe {

// One result as `compute` shows it: with the year before, where there is one.
struct ComputeReport {
  const Evaluation* current = nullptr;
  const Evaluation* previous = nullptr;      // may be null
  std::vector<const Evaluation*> earlier;    // years to list in a row each, newest first
  std::vector<const Evaluation*> set_aside;  // of a year for which another is shown
  bool details = false;                      // the indicators as well
};

page::Page compute_page(const ComputeReport& report, Language language);

// Many institutions, a row each, in the order given.
page::Page overview_page(const std::vector<Summary>& rows, Language language);

}  // namespace spbe
