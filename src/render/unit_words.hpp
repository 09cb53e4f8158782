#pragma once

#include <string>
#include <string_view>

#include "spbe/model/assessment.hpp"

namespace spbe {

// `text` in words of ours, as it is said of this institution: what is a "perangkat daerah" in a
// region is a "unit kerja" in a ministry.
std::string of_units(const Assessment& whose, std::string_view text);

}  // namespace spbe
