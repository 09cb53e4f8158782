#pragma once

#include <vector>

#include "spbe/analysis/prerequisites.hpp"
#include "spbe/model/assessment.hpp"

namespace spbe {

// What stands against a change of levels: advice that it would break and obstacles that it
// would pass, where the levels before did neither, or where the indicator rises further still.
struct Conflicts {
  struct Exceeded {
    std::size_t obstacle = 0;  // place in Assessment::obstacles
    std::vector<ComponentIndex> indicators;
  };
  std::vector<BrokenRule> broken;
  std::vector<Exceeded> exceeded;

  bool any() const { return !broken.empty() || !exceeded.empty(); }
};

Conflicts find_conflicts(const Assessment& before, const Assessment& after, const RuleSet& rules);

}  // namespace spbe
