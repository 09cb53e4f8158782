#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "spbe/analysis/compute.hpp"

namespace spbe {

// The weighted sums that whole levels can produce, component by component. Sums are whole
// multiples of one unit, the greatest that divides every weight. What stands under `published`
// narrows the sums of its component, and so of all above it, unless none of them prints so.
class LevelSums {
 public:
  using Sums = std::vector<std::int64_t>;  // ascending, each once

  explicit LevelSums(const Assessment& assessment);

  // Sums of the component, or of the whole index for kNoComponent. Nothing when they are too
  // many to list, or levels below it are not known and need not be whole.
  const std::optional<Sums>& of(ComponentIndex index) const {
    return index == kNoComponent ? total_ : sums_[index];
  }
  Ratio value(std::int64_t sum, ComponentIndex index) const;
  // Published values that no whole levels give.
  const std::vector<ComponentIndex>& impossible() const { return impossible_; }
  // Published values that need a level which the scale only tolerates.
  const std::vector<ComponentIndex>& tolerated() const { return tolerated_; }
  // Of the values under `published`, those that cut sums away, and those that none prints as.
  const std::vector<ComponentIndex>& narrowed() const { return narrowed_; }
  const std::vector<Contradiction>& contradicted() const { return contradicted_; }

 private:
  std::optional<Sums> compute(ComponentIndex index);
  std::optional<Sums> from_below(ComponentIndex index);
  void narrow(std::optional<Sums>& sums, ComponentIndex index);
  std::optional<Sums> of_published(ComponentIndex index);
  std::optional<Sums> free_sums(ComponentIndex index, bool tolerated) const;
  std::optional<Sums> of_indicator(ComponentIndex index, bool tolerated) const;

  const Assessment& assessment_;
  const Instrument& instrument_;
  std::vector<std::int64_t> weights_;  // in units
  std::int64_t total_weight_ = 0;
  std::vector<std::optional<Sums>> sums_;
  std::size_t kept_ = 0;  // numbers in them
  std::optional<Sums> total_;
  std::vector<ComponentIndex> impossible_;
  std::vector<ComponentIndex> tolerated_;
  std::vector<ComponentIndex> narrowed_;
  std::vector<Contradiction> contradicted_;
};

}  // namespace spbe
