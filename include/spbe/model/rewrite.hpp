#pragma once

#include <string>
#include <vector>

#include "spbe/model/assessment.hpp"

namespace spbe {

// The text of `before`'s file with the levels of `after`, and nothing else changed: comments,
// layout, line ends and byte order mark stay. Both come from the same file.
struct Rewritten {
  std::string text;
  std::size_t changed = 0;
  std::vector<ComponentIndex> absent;  // new levels that have no place in the file
};
Rewritten rewrite_levels(const Assessment& before, const std::vector<std::optional<Ratio>>& after);

// The text of an assessment as the plan of `year`: with that year, "stage: plan", and without what
// was published about the result that it began from.
std::string as_plan(const std::string& text, int year);

}  // namespace spbe
