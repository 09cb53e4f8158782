#pragma once

#include <cstdint>
#include <vector>

#include "analysis/selection.hpp"

namespace spbe {

// The closed set of open items with the least weight, where an item weighs its cost and its use
// at a price: a minimum cut (Picard 1976), found by the maximum flow of Dinic. Beside the set
// the flow tells how much each item pays towards what it needs.
class ClosedSet {
 public:
  explicit ClosedSet(const Selection& selection);

  void solve(Wide price, const Marks& marks, WorkMeter& meter);

  Wide weight() const { return weight_; }
  // Of an open item.
  bool taken(std::size_t item) const { return depth_[item] >= 0; }
  // What `item` pays towards its need at `place` in Item::needs.
  Wide paid(std::size_t item, std::size_t place) const;

 private:
  struct Arc {
    std::uint32_t to = 0;
    Wide room = 0;  // what may still flow
  };

  void add_arc(std::size_t from, std::size_t to);
  bool find_depths(WorkMeter& meter);
  void push_all(WorkMeter& meter);
  std::size_t fill_path();

  const Selection& selection_;
  std::size_t source_;
  std::size_t sink_;
  std::vector<Arc> arcs_;  // each followed by its reverse
  std::vector<std::vector<std::uint32_t>> arcs_of_;
  std::vector<std::uint32_t> source_arc_;      // of each item
  std::vector<std::uint32_t> first_need_arc_;  // of each item
  std::vector<int> depth_;                     // from the source; -1 where nothing more flows
  std::vector<std::uint32_t> next_arc_;
  std::vector<std::uint32_t> queue_;
  std::vector<std::uint32_t> path_;  // arcs
  Wide weight_ = 0;
};

}  // namespace spbe
