#pragma once

#include <vector>

#include "spbe/analysis/compute.hpp"

namespace spbe {

enum class Direction { rose, fell, same, uncertain, appeared, vanished };

// One component in two results of one instrument.
struct Change {
  ComponentIndex component = kNoComponent;
  Interval from;
  Interval to;
  Interval difference;    // of the component's own value
  Interval contribution;  // index points; exact when both sides are
  bool appeared = false;  // known now, not known at all before
  bool vanished = false;  // known before, not known at all now
  bool covered = false;   // below a published value on either side: not comparable by itself
  bool differs = false;   // the two say something else of it, or of anything below it

  Direction direction() const;
};

// Whether two results speak of one institution in one year and stage. What they say alike is
// then one and the same value, even where it is known only as an interval.
enum class Subject { different, same };

// What lies between two results of one instrument.
struct Comparison {
  Interval index;               // change of the index
  std::vector<Change> changes;  // one a component of the instrument, in its order
  // What can be compared one by one, in the instrument's order: each indicator, or in its
  // place the component whose published value stands for it on either side. Their
  // contributions sum exactly to `index`, as do those of the roots; where a published index
  // narrows it, `index` lies within their sum.
  std::vector<ComponentIndex> parts;

  // Whether the two say something else of any part.
  bool differs() const;
};

// The two must have the same instrument (by id); throws std::invalid_argument otherwise.
Comparison compare(const IndexResult& from, const IndexResult& to,
                   Subject subject = Subject::different);

Direction direction_of(const Interval& change);

// Parts by the way they went, each list in the instrument's order.
struct Tally {
  std::vector<ComponentIndex> rose;
  std::vector<ComponentIndex> fell;
  std::vector<ComponentIndex> same;
  std::vector<ComponentIndex> uncertain;
  std::vector<ComponentIndex> appeared;
  std::vector<ComponentIndex> vanished;
};

Tally tally(const Comparison& comparison, const std::vector<ComponentIndex>& parts);

}  // namespace spbe
