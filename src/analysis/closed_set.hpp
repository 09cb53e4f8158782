#pragma once

#include <cstdint>
#include <vector>

#include "analysis/selection.hpp"

namespace spbe {

// A network from a source through the items to a sink, in which flow is counted in `Number`.
template <typename Number>
class ItemFlow {
 public:
  explicit ItemFlow(const Selection& selection);

  // How much flows at the most when the source sends -weight to each item whose weight is below
  // zero, and what weighs more can send as much to the sink; between the items all may flow.
  Number fill(const std::vector<Wide>& weights, WorkMeter& meter);
  // Whether more could flow to the item.
  bool reached(std::size_t item) const { return depth_[item] >= 0; }
  // What flows from `item` to its need at `place` in Item::needs.
  Number flows(std::size_t item, std::size_t place) const {
    return arcs_[arcs_[need_arcs_[first_need_[item] + place]].back].room;
  }

 private:
  struct Arc {
    Number room = 0;  // what may still flow
    std::uint32_t to = 0;
    std::uint32_t back = 0;  // the arc the other way
  };
  // Nodes behind the items.
  std::size_t source() const { return depth_.size() - 2; }
  std::size_t sink() const { return depth_.size() - 1; }

  bool find_depths(WorkMeter& meter);
  void find_reached(WorkMeter& meter);
  Number push_all(WorkMeter& meter);
  std::size_t fill_path(Number& all);

  std::vector<Arc> arcs_;                   // those of a node in a row
  std::vector<std::uint32_t> first_arc_;    // of each node, and the end
  std::vector<std::uint32_t> source_arcs_;  // to each item
  std::vector<std::uint32_t> sink_arcs_;    // of each item
  std::vector<std::uint32_t> between_;      // from item to item, the way of need
  std::vector<std::uint32_t> need_arcs_;    // of the items in turn
  std::vector<std::size_t> first_need_;     // of each item, in `need_arcs_`
  std::vector<int> depth_;                  // to the sink; then 0 where more could flow to, else -1
  std::vector<std::uint32_t> next_arc_;
  std::vector<std::uint32_t> queue_;
  std::vector<std::uint32_t> path_;  // arcs
};

// The closed set of open items with the least weight, where an item weighs its cost and its use
// at a price: a minimum cut (Picard 1976), found by the maximum flow of Dinic. Beside the set
// the flow tells how much each item pays towards what it needs.
class ClosedSet {
 public:
  explicit ClosedSet(const Selection& selection);

  void solve(Wide price, const Marks& marks, WorkMeter& meter);

  Wide weight() const { return weight_; }
  // Of an open item.
  bool taken(std::size_t item) const {
    return narrow_fits_ ? narrow_.reached(item) : wide_.reached(item);
  }
  // What `item` pays towards its need at `place` in Item::needs.
  Wide paid(std::size_t item, std::size_t place) const {
    return narrow_fits_ ? Wide(narrow_.flows(item, place)) : wide_.flows(item, place);
  }

 private:
  const Selection& selection_;
  ItemFlow<std::int64_t> narrow_;  // three times as fast, where the weights fit
  ItemFlow<Wide> wide_;
  bool narrow_fits_ = true;
  std::vector<Wide> weights_;  // of the open items
  Wide weight_ = 0;
};

}  // namespace spbe
