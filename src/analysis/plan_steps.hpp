#pragma once

#include <vector>

#include "analysis/moves.hpp"

namespace spbe {

// The chosen moves as steps in an order in which they can be done: year by year, in a year
// first what others wait for, then by contribution per effort, then in order of the
// instrument; levels of one indicator that follow each other are one step. Over several years
// the effort is spread as evenly as that order allows.
std::vector<Step> order_steps(const std::vector<Move>& moves, const std::vector<bool>& chosen,
                              const PlanRequest& request, Ratio index);

}  // namespace spbe
