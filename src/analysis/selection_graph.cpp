#include "analysis/selection_graph.hpp"

#include <algorithm>

namespace spbe {

SelectionGraph::SelectionGraph(const Selection& selection)
    : items_(selection.items), needed_by_(items_.size()), above_(items_.size(), kNoItem) {
  for (std::size_t i = 0; i < items_.size(); ++i) {
    if (items_[i].below != kNoItem) {
      above_[items_[i].below] = i;
    } else {
      chain_starts_.push_back(i);
    }
    for (std::size_t k = 0; k < items_[i].needs.size(); ++k) {
      needed_by_[items_[i].needs[k]].push_back({i, k});
    }
  }
}

bool SelectionGraph::awaited(const Marks& marks, std::size_t item) const {
  return marks[item] == Mark::open &&
         std::ranges::any_of(needed_by_[item],
                             [&](const Dependent& d) { return marks[d.item] == Mark::open; });
}

bool SelectionGraph::settle(Marks& marks) const {
  std::vector<std::size_t> changed;
  for (std::size_t i = 0; i < items_.size(); ++i) {
    if (marks[i] != Mark::open) changed.push_back(i);
  }
  return settle_from(marks, changed);
}

bool SelectionGraph::settle_from(Marks& marks, std::vector<std::size_t>& changed) const {
  bool fine = true;
  const auto put = [&](std::size_t item, Mark mark) {
    if (item == kNoItem || marks[item] == mark) return;
    if (marks[item] != Mark::open) {
      fine = false;
      return;
    }
    marks[item] = mark;
    changed.push_back(item);
  };
  while (!changed.empty() && fine) {
    const std::size_t at = changed.back();
    changed.pop_back();
    if (marks[at] == Mark::taken) {
      put(items_[at].below, Mark::taken);
      for (const std::size_t need : items_[at].needs) put(need, Mark::taken);
    } else {
      put(above_[at], Mark::left);
      for (const Dependent& d : needed_by_[at]) put(d.item, Mark::left);
    }
  }
  return fine;
}

std::vector<OpenChain> SelectionGraph::open_chains(const Marks& marks) const {
  std::vector<OpenChain> chains;
  for (const std::size_t start : chain_starts_) {
    std::size_t at = start;
    while (at != kNoItem && marks[at] == Mark::taken) at = above_[at];
    if (at == kNoItem || marks[at] != Mark::open) continue;
    OpenChain chain{at, 0};
    for (; at != kNoItem && marks[at] == Mark::open; at = above_[at]) ++chain.open;
    chains.push_back(chain);
  }
  return chains;
}

std::vector<bool> SelectionGraph::closure_of(std::vector<bool> items) const {
  std::vector<std::size_t> reached;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (items[i]) reached.push_back(i);
  }
  const auto put = [&](std::size_t i) {
    if (i == kNoItem || items[i]) return;
    items[i] = true;
    reached.push_back(i);
  };
  while (!reached.empty()) {
    const Selection::Item& item = items_[reached.back()];
    reached.pop_back();
    put(item.below);
    for (const std::size_t need : item.needs) put(need);
  }
  return items;
}

}  // namespace spbe
