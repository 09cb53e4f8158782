#pragma once

#include <string>

#include "commands/diff/report.hpp"
#include "spbe/analysis/whatif.hpp"

namespace spbe {

// The difference that a change of levels would make, and what stands against it.
struct WhatifReport {
  DiffReport diff;
  RuleSet rules;
  Conflicts conflicts;
};

page::Page whatif_page(const WhatifReport& report, Language language);
// spbe-index.diff/1 with the keys "edition", "breaks" and "exceeds".
std::string whatif_json(const WhatifReport& report);

}  // namespace spbe
