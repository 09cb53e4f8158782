#pragma once

#include <vector>

#include "spbe/analysis/compute.hpp"

namespace spbe {

enum class Direction { rose, fell, same, uncertain };

// One component in two results of one instrument.
struct Change {
  ComponentIndex component = kNoComponent;
  Interval from;
  Interval to;
  Interval difference;    // of the component's own value
  Interval contribution;  // index points; exact when both sides are
  bool appeared = false;  // a level now, none before
  bool vanished = false;  // a level before, none now

  Direction direction() const;
};

// What lies between two results of one instrument. Contributions of the indicators sum
// exactly to `index`, and so do those of the aspects and of the domains.
struct Comparison {
  Interval index;               // change of the index
  std::vector<Change> changes;  // one a component of the instrument, in its order
};

// The two must have the same instrument (by id); throws std::invalid_argument otherwise.
Comparison compare(const IndexResult& from, const IndexResult& to);

Direction direction_of(const Interval& change);

}  // namespace spbe
