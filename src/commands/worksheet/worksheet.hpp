#pragma once

#include <optional>
#include <string>
#include <vector>

#include "spbe/model/assessment.hpp"
#include "spbe/render/language.hpp"
#include "workbook/workbook.hpp"

namespace spbe {

struct WorksheetOptions {
  Language language = Language::english;
  const Assessment* previous = nullptr;  // the year before, with the same instrument; may be null
  // Only the indicators of this unit, and no index; an empty name: those that have no unit.
  std::optional<std::string> unit;
};

// A workbook to fill in: a summary whose index is a formula on whole numbers, the indicators, what
// their targets are worth, the obstacles, and how to go about it. Everything the assessment says
// stands in it but its waivers.
Workbook worksheet(const Assessment& assessment, const WorksheetOptions& options);

// Every unit that is responsible for an indicator, in order of first mention; at the end an empty
// name when an indicator has none.
std::vector<std::string> responsible_units(const Assessment& assessment);

// The first text that no cell can hold, or null.
const std::string* too_long_for_cell(const Assessment& assessment);

// Items of a list in one cell, a line each.
std::string lines_of(const std::vector<std::string>& items);
// The same of units; a semicolon of a name is marked, as `units_of_cell` takes it.
std::string lines_of_units(const std::vector<std::string>& units);

}  // namespace spbe
