#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "analysis/selection.hpp"

namespace spbe {

// One of several ways to go with a chain; exactly one is taken of each.
struct ChainOption {
  Wide cost = 0;
  std::int64_t use = 0;
};

struct ChainBound {
  std::int64_t limit = 0;  // most total use
  Wide most_cost = 0;      // nothing dearer is of interest
  Wide price = 0;  // of a unit of use, for the bound; any price that is not negative is right
};

struct ChainChoice {
  std::vector<std::uint32_t> options;  // one a chain
  Wide cost = 0;
};

// The cheapest choice within the limit, by dynamic programming over the chains: for each total
// use that can be had the least cost, less what something better in both beats or what cannot
// end below the bound. Nothing when there is no such choice, or when the work is spent.
std::optional<ChainChoice> best_choice(const std::vector<std::vector<ChainOption>>& chains,
                                       const ChainBound& bound, WorkMeter& meter);

}  // namespace spbe
