#pragma once

#include <map>
#include <string>
#include <vector>

#include "spbe/analysis/certainty.hpp"
#include "unit/plan_cases.hpp"

namespace spbe::certainty_test {

// Every index that can come about, with its probability, by trying every combination.
inline std::map<Ratio, BigRatio> enumerate(const Instrument& instrument,
                                           const std::vector<Belief>& beliefs) {
  std::map<Ratio, BigRatio> all;
  // One product for each leaf of the tree of outcomes; equal indices meet only at the end.
  struct Leaf {
    Ratio index;
    BigRatio chance = Ratio(1);
  };
  std::vector<Leaf> leaves(1);
  for (const Belief& belief : beliefs) {
    std::vector<Leaf> next;
    for (const Leaf& leaf : leaves) {
      for (const Belief::Outcome& outcome : belief.outcomes) {
        next.push_back({leaf.index + outcome.level * instrument.at(belief.indicator).worth,
                        leaf.chance * BigRatio(outcome.chance)});
      }
    }
    leaves = std::move(next);
  }
  for (const Leaf& leaf : leaves) {
    const auto [at, fresh] = all.emplace(leaf.index, leaf.chance);
    if (!fresh) at->second = at->second + leaf.chance;
  }
  return all;
}

}  // namespace spbe::certainty_test
