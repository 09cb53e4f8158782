#pragma once

#include <vector>

#include "analysis/selection.hpp"

namespace spbe {

// The items of one chain that are still open; they lie in a row.
struct OpenChain {
  std::size_t first = 0;
  std::size_t open = 0;
};

// Who needs whom, from both ends.
class SelectionGraph {
 public:
  struct Dependent {
    std::size_t item = 0;
    std::size_t place = 0;  // in its needs
  };

  explicit SelectionGraph(const Selection& selection);

  const std::vector<Dependent>& needed_by(std::size_t item) const { return needed_by_[item]; }
  // Whether it makes a chain of its own.
  bool alone(std::size_t item) const {
    return above_[item] == kNoItem && items_[item].below == kNoItem;
  }
  // Whether it is open, and so is something that needs it.
  bool awaited(const Marks& marks, std::size_t item) const;

  // Marks what follows from the marks there are, or from those of `changed`. False when they
  // contradict.
  bool settle(Marks& marks) const;
  bool settle_from(Marks& marks, std::vector<std::size_t>& changed) const;

  std::vector<OpenChain> open_chains(const Marks& marks) const;

  // `items` and all they need.
  std::vector<bool> closure_of(std::vector<bool> items) const;

 private:
  const std::vector<Selection::Item>& items_;
  std::vector<std::vector<Dependent>> needed_by_;
  std::vector<std::size_t> above_;
  std::vector<std::size_t> chain_starts_;
};

}  // namespace spbe
