#include "spbe/analysis/compare.hpp"

#include <algorithm>
#include <stdexcept>

namespace spbe {

namespace {

class Comparing {
 public:
  Comparing(const IndexResult& from, const IndexResult& to, Subject subject)
      : from_(from), to_(to), instrument_(*to.instrument), subject_(subject) {
    comparison_.changes.resize(to.components.size());
  }

  Comparison run() {
    for (const ComponentIndex root : instrument_.roots) {
      visit(root, false);
      comparison_.index = comparison_.index + comparison_.changes[root].contribution;
    }
    // What was published of the index may say more than the parts do.
    if (subject_ == Subject::different || from_.index != to_.index) {
      const Interval whole = difference(to_.index, from_.index);
      comparison_.index = intersection(comparison_.index, whole).value_or(comparison_.index);
    }
    return std::move(comparison_);
  }

 private:
  // Fills the change of the component and of all below it.
  void visit(ComponentIndex index, bool covered) {
    const Component& c = instrument_.at(index);
    const ComponentResult& before = from_.components[index];
    const ComponentResult& after = to_.components[index];
    const bool published = before.published || after.published;
    const bool part = !covered && (c.is_indicator() || published);
    if (part) comparison_.parts.push_back(index);
    Change change;
    change.component = index;
    change.from = before.value;
    change.to = after.value;
    // An aspect may be known from its domain's value alone.
    change.covered = covered && (before.covered || after.covered);
    change.appeared = !covered && !before.known() && after.known();
    change.vanished = !covered && before.known() && !after.known();
    if (part || covered) {
      compare_values(change, before, after, c.worth);
      for (const ComponentIndex child : c.children) visit(child, true);
    } else {
      // From what is below, where values that are surely the same cancel out.
      for (const ComponentIndex child : c.children) {
        visit(child, false);
        const Change& below = comparison_.changes[child];
        change.contribution = change.contribution + below.contribution;
        change.differs = change.differs || below.differs;
      }
      const Interval sum = change.contribution * (Ratio(1) / c.worth);
      const bool alike = before.value == after.value && subject_ == Subject::same;
      const Interval own = difference(after.value, before.value);
      change.difference = alike ? sum : intersection(sum, own).value_or(sum);
    }
    comparison_.changes[index] = change;
  }

  void compare_values(Change& change, const ComponentResult& before, const ComponentResult& after,
                      Ratio worth) const {
    change.differs = before.value != after.value;
    const bool one_value = !change.differs && subject_ == Subject::same;
    change.difference = one_value ? Interval{} : difference(after.value, before.value);
    change.contribution = change.difference * worth;
  }

  const IndexResult& from_;
  const IndexResult& to_;
  const Instrument& instrument_;
  Subject subject_;
  Comparison comparison_;
};

}  // namespace

Direction direction_of(const Interval& change) {
  if (change.low > Ratio(0)) return Direction::rose;
  if (change.high < Ratio(0)) return Direction::fell;
  return change.exact() ? Direction::same : Direction::uncertain;
}

Direction Change::direction() const {
  if (appeared) return Direction::appeared;
  if (vanished) return Direction::vanished;
  return direction_of(difference);
}

bool Comparison::differs() const {
  return std::ranges::any_of(parts, [&](ComponentIndex i) { return changes[i].differs; });
}

Comparison compare(const IndexResult& from, const IndexResult& to, Subject subject) {
  if (from.instrument->id != to.instrument->id) {
    throw std::invalid_argument("results of different instruments have no difference");
  }
  return Comparing(from, to, subject).run();
}

Tally tally(const Comparison& comparison, const std::vector<ComponentIndex>& parts) {
  Tally result;
  for (const ComponentIndex i : parts) {
    switch (comparison.changes[i].direction()) {
      case Direction::rose:
        result.rose.push_back(i);
        break;
      case Direction::fell:
        result.fell.push_back(i);
        break;
      case Direction::same:
        result.same.push_back(i);
        break;
      case Direction::uncertain:
        result.uncertain.push_back(i);
        break;
      case Direction::appeared:
        result.appeared.push_back(i);
        break;
      case Direction::vanished:
        result.vanished.push_back(i);
        break;
    }
  }
  return result;
}

}  // namespace spbe
