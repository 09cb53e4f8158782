#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "spbe/model/assessment.hpp"

namespace spbe {

// The prerequisites of one edition. Advice, never part of the arithmetic: official results
// break them (Kota Bandar Lampung 2024 has indicator 12 at 1 and 21-25 at 3).
struct RuleSet {
  const Edition* edition = nullptr;  // null: no edition, so no rules
  std::vector<const Prerequisite*> rules;
};

RuleSet rules_of(const Instrument& instrument, const Edition* edition);
// Those of the edition in force in `year`; none when no edition's text is known for it.
RuleSet rules_in_force(const Instrument& instrument, int year);

// Levels by component; nothing where a level is not known.
using Levels = std::vector<std::optional<Ratio>>;
Levels levels_of(const Assessment& assessment);

// An indicator that stands at or above a rule's level although a need is not met. A need
// whose level is not known counts as met.
struct BrokenRule {
  const Prerequisite* rule = nullptr;
  ComponentIndex indicator = kNoComponent;
  std::vector<Prerequisite::Need> unmet;
};
std::vector<BrokenRule> broken_rules(const RuleSet& rules, const Levels& levels);

}  // namespace spbe
