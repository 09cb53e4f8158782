#include "spbe/analysis/whatif.hpp"

#include <algorithm>

namespace spbe {

Conflicts find_conflicts(const Assessment& before, const Assessment& after, const RuleSet& rules) {
  Conflicts conflicts;
  const Levels old_levels = levels_of(before);
  const Levels new_levels = levels_of(after);
  const auto old_broken = broken_rules(rules, old_levels);
  for (BrokenRule& found : broken_rules(rules, new_levels)) {
    const auto old = std::ranges::find_if(old_broken, [&](const BrokenRule& known) {
      return known.rule == found.rule && known.indicator == found.indicator;
    });
    const bool rose =
        old_levels[found.indicator] && *new_levels[found.indicator] > *old_levels[found.indicator];
    if (old != old_broken.end() && !rose) {
      std::erase_if(found.unmet, [&](const Prerequisite::Need& need) {
        return std::ranges::any_of(old->unmet, [&](const Prerequisite::Need& known) {
          return known.indicator == need.indicator && known.level == need.level;
        });
      });
    }
    if (!found.unmet.empty()) conflicts.broken.push_back(std::move(found));
  }
  for (std::size_t o = 0; o < after.obstacles.size(); ++o) {
    Conflicts::Exceeded exceeded{o, {}};
    const Ratio at = after.obstacles[o].at;
    for (const ComponentIndex i : after.obstacles[o].holds) {
      const bool over = new_levels[i] && *new_levels[i] > at;
      const bool was_over = old_levels[i] && *old_levels[i] > at;
      const bool rose = over && was_over && *new_levels[i] > *old_levels[i];
      if (over && (!was_over || rose)) exceeded.indicators.push_back(i);
    }
    if (!exceeded.indicators.empty()) conflicts.exceeded.push_back(std::move(exceeded));
  }
  return conflicts;
}

}  // namespace spbe
