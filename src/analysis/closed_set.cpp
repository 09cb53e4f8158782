#include "analysis/closed_set.hpp"

#include <algorithm>

namespace spbe {

namespace {

constexpr Wide kUnlimited = Wide(1) << 125;

}  // namespace

ClosedSet::ClosedSet(const Selection& selection)
    : selection_(selection),
      source_(selection.items.size()),
      sink_(source_ + 1),
      arcs_of_(sink_ + 1),
      depth_(sink_ + 1),
      next_arc_(sink_ + 1) {
  queue_.reserve(sink_ + 1);
  for (std::size_t i = 0; i < source_; ++i) {
    source_arc_.push_back(static_cast<std::uint32_t>(arcs_.size()));
    add_arc(source_, i);
    add_arc(i, sink_);
    first_need_arc_.push_back(static_cast<std::uint32_t>(arcs_.size()));
    for (const std::size_t need : selection.items[i].needs) add_arc(i, need);
    if (selection.items[i].below != kNoItem) add_arc(i, selection.items[i].below);
  }
}

void ClosedSet::add_arc(std::size_t from, std::size_t to) {
  const auto place = static_cast<std::uint32_t>(arcs_.size());
  arcs_.push_back({static_cast<std::uint32_t>(to), 0});
  arcs_.push_back({static_cast<std::uint32_t>(from), 0});
  arcs_of_[from].push_back(place);
  arcs_of_[to].push_back(place + 1);
}

void ClosedSet::solve(Wide price, const Marks& marks, WorkMeter& meter) {
  meter.done += arcs_.size();
  for (std::size_t arc = 0; arc < arcs_.size(); arc += 2) {
    arcs_[arc].room = kUnlimited;
    arcs_[arc + 1].room = 0;
  }
  weight_ = 0;
  for (std::size_t i = 0; i < source_; ++i) {
    const Selection::Item& item = selection_.items[i];
    const Wide weight = marks[i] == Mark::open ? item.cost + price * item.use : 0;
    arcs_[source_arc_[i]].room = weight < 0 ? -weight : 0;
    arcs_[source_arc_[i] + 2].room = weight > 0 ? weight : 0;
    if (weight < 0) weight_ += weight;
  }
  while (find_depths(meter) && !meter.spent()) {
    std::ranges::fill(next_arc_, 0U);
    push_all(meter);
  }
}

bool ClosedSet::find_depths(WorkMeter& meter) {
  std::ranges::fill(depth_, -1);
  queue_.clear();
  queue_.push_back(static_cast<std::uint32_t>(source_));
  depth_[source_] = 0;
  for (std::size_t head = 0; head < queue_.size(); ++head) {
    const std::uint32_t at = queue_[head];
    meter.done += arcs_of_[at].size();
    for (const std::uint32_t place : arcs_of_[at]) {
      const Arc& arc = arcs_[place];
      if (arc.room == 0 || depth_[arc.to] >= 0) continue;
      depth_[arc.to] = depth_[at] + 1;
      queue_.push_back(arc.to);
    }
  }
  return depth_[sink_] >= 0;
}

// Fills every path from the source to the sink on which the depths rise.
void ClosedSet::push_all(WorkMeter& meter) {
  path_.clear();
  std::size_t at = source_;
  for (;;) {
    if (at == sink_) {
      at = fill_path();
      continue;
    }
    const auto& places = arcs_of_[at];
    std::uint32_t& next = next_arc_[at];
    ++meter.done;
    if (next < places.size()) {
      const Arc& arc = arcs_[places[next]];
      if (arc.room == 0 || depth_[arc.to] != depth_[at] + 1) {
        ++next;
        continue;
      }
      path_.push_back(places[next]);
      at = arc.to;
      continue;
    }
    if (at == source_) return;
    at = arcs_[path_.back() ^ 1U].to;
    path_.pop_back();
    ++next_arc_[at];
  }
}

// Sends what the path has room for, and returns where to go on: before its first full arc.
std::size_t ClosedSet::fill_path() {
  Wide flow = kUnlimited;
  for (const std::uint32_t place : path_) flow = std::min(flow, arcs_[place].room);
  weight_ += flow;
  std::size_t full = path_.size();
  for (std::size_t i = path_.size(); i-- > 0;) {
    arcs_[path_[i]].room -= flow;
    arcs_[path_[i] ^ 1U].room += flow;
    if (arcs_[path_[i]].room == 0) full = i;
  }
  const std::size_t at = arcs_[path_[full] ^ 1U].to;
  path_.resize(full);
  return at;
}

Wide ClosedSet::paid(std::size_t item, std::size_t place) const {
  return arcs_[first_need_arc_[item] + 2 * place + 1].room;
}

}  // namespace spbe
