#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "commands/explain/report.hpp"

namespace spbe {

// What one indicator needs for its next level.
struct ChecklistItem {
  ComponentIndex indicator = kNoComponent;
  Ratio level;
  int next = 0;
  Ratio worth;  // value of `next`
  std::vector<Prerequisite::Need> unmet;
  const Details* details = nullptr;  // may be null
};

// By unit, those without one last; an indicator of two units is with both.
using Checklist = std::map<std::pair<bool, std::string>, std::vector<ChecklistItem>>;

// Only of the unit `only` unless it is empty.
Checklist checklist_of(const ExplainReport& report, const std::string& only);

}  // namespace spbe
