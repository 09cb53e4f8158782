#pragma once

#include <string>
#include <vector>

#include "render/style.hpp"
#include "spbe/analysis/evaluation.hpp"

namespace spbe {

// One result as `compute` shows it: with the year before, where there is one.
struct ComputeReport {
  const Evaluation* current = nullptr;
  const Evaluation* previous = nullptr;    // may be null
  std::vector<const Evaluation*> earlier;  // years to list in a row each, newest first
  bool details = false;                    // the indicators as well
};

std::string compute_text(const ComputeReport& report, const Style& style);
std::string compute_markdown(const ComputeReport& report, Language language);

// Many institutions, a row each, in the order given.
std::string overview_text(const std::vector<Summary>& rows, const Style& style);
std::string overview_markdown(const std::vector<Summary>& rows, Language language);

}  // namespace spbe
