#pragma once

#include <optional>
#include <vector>

#include "spbe/base/interval.hpp"

namespace spbe {

// Nothing of no values, or when it does not fit 64 bits.
std::optional<Interval> mean_of(const std::vector<Interval>& values);
// Of values that may not be exactly known, at least one: what the statistic can be.
Interval median_of(const std::vector<Interval>& values);
Interval lowest_of(const std::vector<Interval>& values);
Interval highest_of(const std::vector<Interval>& values);
// The lowest value that belongs to the best tenth; a tenth of 11 is 2.
Interval best_tenth_of(const std::vector<Interval>& values);

}  // namespace spbe
