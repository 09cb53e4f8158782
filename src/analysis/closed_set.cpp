#include "analysis/closed_set.hpp"

#include <algorithm>

namespace spbe {

namespace {

// More than all that can flow.
template <typename Number>
constexpr Number kUnlimited = Number(1) << (sizeof(Number) * 8 - 3);

}  // namespace

template <typename Number>
ItemFlow<Number>::ItemFlow(const Selection& selection) {
  const std::size_t items = selection.items.size();
  depth_.resize(items + 2);
  struct Pair {
    std::size_t from = 0;
    std::size_t to = 0;
  };
  std::vector<Pair> pairs;  // in the order in which a node looks at its arcs
  const auto add = [&](std::size_t from, std::size_t to, std::vector<std::uint32_t>& list) {
    list.push_back(static_cast<std::uint32_t>(pairs.size()));
    pairs.push_back({from, to});
  };
  for (std::size_t i = 0; i < items; ++i) {
    add(source(), i, source_arcs_);
    add(i, sink(), sink_arcs_);
    first_need_.push_back(need_arcs_.size());
    for (const std::size_t need : selection.items[i].needs) add(i, need, need_arcs_);
    if (selection.items[i].below != kNoItem) add(i, selection.items[i].below, between_);
  }
  between_.insert(between_.end(), need_arcs_.begin(), need_arcs_.end());
  first_arc_.assign(items + 3, 0);
  for (const Pair& pair : pairs) {
    ++first_arc_[pair.from + 1];
    ++first_arc_[pair.to + 1];
  }
  for (std::size_t n = 0; n < items + 2; ++n) first_arc_[n + 1] += first_arc_[n];
  arcs_.resize(pairs.size() * 2);
  std::vector<std::uint32_t> free = first_arc_;
  std::vector<std::uint32_t> place_of;
  for (const Pair& pair : pairs) {
    const std::uint32_t there = free[pair.from]++;
    const std::uint32_t back = free[pair.to]++;
    arcs_[there] = {0, static_cast<std::uint32_t>(pair.to), back};
    arcs_[back] = {0, static_cast<std::uint32_t>(pair.from), there};
    place_of.push_back(there);
  }
  for (auto* list : {&source_arcs_, &sink_arcs_, &between_, &need_arcs_}) {
    for (std::uint32_t& arc : *list) arc = place_of[arc];
  }
}

template <typename Number>
Number ItemFlow<Number>::fill(const std::vector<Wide>& weights, WorkMeter& meter) {
  meter.done += arcs_.size();
  for (const std::uint32_t arc : between_) {
    arcs_[arc].room = kUnlimited<Number>;
    arcs_[arcs_[arc].back].room = 0;
  }
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const auto weight = static_cast<Number>(weights[i]);
    Arc& from_source = arcs_[source_arcs_[i]];
    Arc& to_sink = arcs_[sink_arcs_[i]];
    from_source.room = weight < 0 ? -weight : 0;
    to_sink.room = weight > 0 ? weight : 0;
    arcs_[from_source.back].room = 0;
    arcs_[to_sink.back].room = 0;
  }
  Number all = 0;
  while (find_depths(meter) && !meter.spent()) {
    next_arc_.assign(first_arc_.begin(), first_arc_.end() - 1);
    all += push_all(meter);
  }
  find_reached(meter);
  return all;
}

// How far each node is from the sink, as far as the source.
template <typename Number>
bool ItemFlow<Number>::find_depths(WorkMeter& meter) {
  std::ranges::fill(depth_, -1);
  queue_.clear();
  queue_.push_back(static_cast<std::uint32_t>(sink()));
  depth_[sink()] = 0;
  for (std::size_t head = 0; head < queue_.size() && depth_[source()] < 0; ++head) {
    const std::uint32_t at = queue_[head];
    meter.done += first_arc_[at + 1] - first_arc_[at];
    for (std::uint32_t place = first_arc_[at]; place < first_arc_[at + 1]; ++place) {
      const Arc& arc = arcs_[place];
      if (depth_[arc.to] >= 0 || arcs_[arc.back].room == 0) continue;
      depth_[arc.to] = depth_[at] + 1;
      queue_.push_back(arc.to);
    }
  }
  return depth_[source()] >= 0;
}

template <typename Number>
void ItemFlow<Number>::find_reached(WorkMeter& meter) {
  std::ranges::fill(depth_, -1);
  queue_.clear();
  queue_.push_back(static_cast<std::uint32_t>(source()));
  depth_[source()] = 0;
  for (std::size_t head = 0; head < queue_.size(); ++head) {
    const std::uint32_t at = queue_[head];
    meter.done += first_arc_[at + 1] - first_arc_[at];
    for (std::uint32_t place = first_arc_[at]; place < first_arc_[at + 1]; ++place) {
      const Arc& arc = arcs_[place];
      if (arc.room == 0 || depth_[arc.to] >= 0) continue;
      depth_[arc.to] = 0;
      queue_.push_back(arc.to);
    }
  }
}

// Fills every path from the source to the sink on which the depths fall.
template <typename Number>
Number ItemFlow<Number>::push_all(WorkMeter& meter) {
  Number all = 0;
  path_.clear();
  std::size_t at = source();
  for (;;) {
    if (at == sink()) {
      at = fill_path(all);
      continue;
    }
    std::uint32_t& next = next_arc_[at];
    ++meter.done;
    if (next < first_arc_[at + 1]) {
      const Arc& arc = arcs_[next];
      if (arc.room == 0 || depth_[arc.to] + 1 != depth_[at]) {
        ++next;
        continue;
      }
      path_.push_back(next);
      at = arc.to;
      continue;
    }
    if (at == source()) return all;
    at = arcs_[arcs_[path_.back()].back].to;
    path_.pop_back();
    ++next_arc_[at];
  }
}

// Sends what the path has room for, and returns where to go on: before its first full arc.
template <typename Number>
std::size_t ItemFlow<Number>::fill_path(Number& all) {
  Number flow = kUnlimited<Number>;
  for (const std::uint32_t place : path_) flow = std::min(flow, arcs_[place].room);
  all += flow;
  std::size_t full = path_.size();
  for (std::size_t i = path_.size(); i-- > 0;) {
    Arc& arc = arcs_[path_[i]];
    arc.room -= flow;
    arcs_[arc.back].room += flow;
    if (arc.room == 0) full = i;
  }
  const std::size_t at = arcs_[arcs_[path_[full]].back].to;
  path_.resize(full);
  return at;
}

template class ItemFlow<std::int64_t>;
template class ItemFlow<Wide>;

ClosedSet::ClosedSet(const Selection& selection)
    : selection_(selection), narrow_(selection), wide_(selection) {}

void ClosedSet::solve(Wide price, const Marks& marks, WorkMeter& meter) {
  weights_.assign(selection_.items.size(), 0);
  weight_ = 0;
  Wide size = 0;
  for (std::size_t i = 0; i < weights_.size(); ++i) {
    if (marks[i] != Mark::open) continue;
    weights_[i] = selection_.items[i].cost + price * selection_.items[i].use;
    if (weights_[i] < 0) weight_ += weights_[i];
    size += weights_[i] < 0 ? -weights_[i] : weights_[i];
  }
  narrow_fits_ = size < kUnlimited<std::int64_t>;
  weight_ += narrow_fits_ ? Wide(narrow_.fill(weights_, meter)) : wide_.fill(weights_, meter);
}

}  // namespace spbe
