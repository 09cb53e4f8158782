#include "spbe/analysis/compare.hpp"

#include <stdexcept>

namespace spbe {

Direction direction_of(const Interval& change) {
  if (change.low > Ratio(0)) return Direction::rose;
  if (change.high < Ratio(0)) return Direction::fell;
  return change.exact() ? Direction::same : Direction::uncertain;
}

Direction Change::direction() const { return direction_of(difference); }

Comparison compare(const IndexResult& from, const IndexResult& to) {
  if (from.instrument->id != to.instrument->id) {
    throw std::invalid_argument("results of different instruments have no difference");
  }
  Comparison comparison;
  comparison.index = difference(to.index, from.index);
  for (ComponentIndex i = 0; i < to.components.size(); ++i) {
    const ComponentResult& before = from.components[i];
    const ComponentResult& after = to.components[i];
    Change change;
    change.component = i;
    change.from = before.value;
    change.to = after.value;
    change.difference = difference(after.value, before.value);
    change.contribution = difference(after.contribution, before.contribution);
    change.appeared = before.scored == 0 && after.scored > 0 && !before.published;
    change.vanished = before.scored > 0 && after.scored == 0 && !after.published;
    comparison.changes.push_back(change);
  }
  return comparison;
}

}  // namespace spbe
