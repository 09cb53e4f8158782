#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "spbe/analysis/evaluation.hpp"

namespace spbe {

// The results seen so far, to find what an institution had in another year. Institutions are
// told apart by their `institution_key`.
class PriorYears {
 public:
  void add(const std::string& institution, const PriorYear& result) {
    seen_.emplace(institution, result);
  }

  // The newest result from a year before `year`, or null.
  const PriorYear* before(const std::string& institution, int year) const {
    return find(institution, [&](const PriorYear& other) { return other.year < year; });
  }
  // The newest result from a year after `year`, or null.
  const PriorYear* after(const std::string& institution, int year) const {
    return find(institution, [&](const PriorYear& other) { return other.year > year; });
  }

 private:
  template <class Wanted>
  const PriorYear* find(const std::string& institution, const Wanted& wanted) const {
    const PriorYear* found = nullptr;
    const auto [first, last] = seen_.equal_range(institution);
    for (auto at = first; at != last; ++at) {
      const PriorYear& other = at->second;
      if (!wanted(other)) continue;
      if (found == nullptr || is_newer(other.year, other.stage, found->year, found->stage)) {
        found = &other;
      }
    }
    return found;
  }

  std::unordered_multimap<std::string, PriorYear> seen_;
};

}  // namespace spbe
