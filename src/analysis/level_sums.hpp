#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "spbe/model/assessment.hpp"

namespace spbe {

// The weighted sums that whole levels can produce, component by component. Sums are whole
// multiples of one unit, the greatest that divides every weight.
class LevelSums {
 public:
  using Sums = std::vector<std::int64_t>;  // ascending, each once

  explicit LevelSums(const Assessment& assessment);

  // Sums of the component, or of the whole index for kNoComponent. Nothing when they are too
  // many to list or levels need not be whole.
  const std::optional<Sums>& of(ComponentIndex index) const {
    return index == kNoComponent ? total_ : sums_[index];
  }
  Ratio value(std::int64_t sum, ComponentIndex index) const;
  // Published values that no whole levels give.
  const std::vector<ComponentIndex>& impossible() const { return impossible_; }

 private:
  std::optional<Sums> compute(ComponentIndex index);
  std::optional<Sums> of_published(ComponentIndex index);
  std::optional<Sums> free_sums(ComponentIndex index, bool tolerated) const;
  Sums of_indicator(ComponentIndex index, bool tolerated) const;

  const Assessment& assessment_;
  const Instrument& instrument_;
  std::vector<std::int64_t> weights_;  // in units
  std::int64_t total_weight_ = 0;
  std::vector<std::optional<Sums>> sums_;
  std::optional<Sums> total_;
  std::vector<ComponentIndex> impossible_;
};

}  // namespace spbe
