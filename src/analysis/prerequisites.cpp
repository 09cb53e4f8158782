#include "spbe/analysis/prerequisites.hpp"

#include <algorithm>

namespace spbe {

RuleSet rules_of(const Instrument& instrument, const Edition* edition) {
  RuleSet set;
  set.edition = edition;
  if (edition == nullptr) return set;
  for (const Prerequisite& rule : instrument.prerequisites) {
    if (std::ranges::find(rule.editions, edition->id) != rule.editions.end()) {
      set.rules.push_back(&rule);
    }
  }
  return set;
}

RuleSet rules_in_force(const Instrument& instrument, int year) {
  return rules_of(instrument, instrument.edition_in(year));
}

Levels levels_of(const Assessment& assessment) {
  Levels levels(assessment.scores.size());
  for (std::size_t i = 0; i < levels.size(); ++i) {
    const Score& score = assessment.scores[i];
    if (score.kind == Score::Kind::level) levels[i] = score.level;
  }
  return levels;
}

std::vector<BrokenRule> broken_rules(const RuleSet& rules, const Levels& levels) {
  std::vector<BrokenRule> broken;
  for (const Prerequisite* rule : rules.rules) {
    for (const ComponentIndex indicator : rule->raise) {
      if (!levels[indicator] || *levels[indicator] < rule->to) continue;
      BrokenRule found{rule, indicator, {}};
      for (const Prerequisite::Need& need : rule->needs) {
        const auto& level = levels[need.indicator];
        if (level && *level < need.level) found.unmet.push_back(need);
      }
      if (!found.unmet.empty()) broken.push_back(std::move(found));
    }
  }
  return broken;
}

}  // namespace spbe
