#include <algorithm>

#include "analysis/moves.hpp"

namespace spbe {

namespace {

class BarrierFinder {
 public:
  BarrierFinder(const Assessment& assessment, const RuleSet& rules)
      : instrument_(*assessment.instrument), levels_(levels_of(assessment)) {
    PlanRequest request;
    request.rules = rules;
    moves_ = moves_of(assessment, request);
    for (const ComponentIndex i : instrument_.indicators) {
      const Ratio level = levels_[i].value_or(Ratio(instrument_.scale_of(i).low));
      present_ += level * instrument_.at(i).worth;
    }
    if (assessment.obstacles.empty()) {
      find_gates(rules);
    } else {
      for (std::size_t o = 0; o < assessment.obstacles.size(); ++o) {
        Barrier barrier;
        barrier.obstacle = o;
        barriers_.push_back(barrier);
      }
    }
  }

  std::vector<Barrier> run() {
    std::vector<const Barrier*> all;
    for (const Barrier& barrier : barriers_) all.push_back(&barrier);
    const Ratio highest = index_of(reachable({}));
    const Ratio lowest = index_of(reachable(all));
    for (Barrier& barrier : barriers_) {
      const std::vector<bool> here = reachable({&barrier});
      barrier.ceiling = index_of(here);
      weigh(barrier, here);
      barrier.worth = highest - barrier.ceiling - own_moves(barrier);
      std::vector<const Barrier*> others = all;
      std::erase(others, &barrier);
      barrier.alone = index_of(reachable(others)) - lowest - own_moves_left(barrier, others);
    }
    std::erase_if(barriers_, [](const Barrier& barrier) {
      return barrier.gate != kNoComponent && barrier.holds.empty();
    });
    if (!barriers_.empty() && barriers_.front().gate != kNoComponent) {
      std::ranges::stable_sort(barriers_, {}, &Barrier::ceiling);
    }
    return std::move(barriers_);
  }

 private:
  void find_gates(const RuleSet& rules) {
    for (const Prerequisite* rule : rules.rules) {
      for (const Prerequisite::Need& need : rule->needs) {
        const auto& level = levels_[need.indicator];
        if (!level || *level >= need.level) continue;
        const bool known = std::ranges::any_of(barriers_, [&](const Barrier& b) {
          return b.gate == need.indicator && b.gate_level == need.level;
        });
        if (known) continue;
        Barrier barrier;
        barrier.gate = need.indicator;
        barrier.gate_level = need.level;
        barrier.own = (need.level - *level) * instrument_.at(need.indicator).worth;
        barriers_.push_back(barrier);
      }
    }
    std::ranges::sort(barriers_, {},
                      [](const Barrier& b) { return std::pair(b.gate, b.gate_level); });
  }

  bool is_own(const Barrier& barrier, const Move& move) const {
    if (barrier.gate == kNoComponent) return move.obstacle == barrier.obstacle;
    return move.indicator == barrier.gate && move.to >= barrier.gate_level;
  }

  // The moves that can be made while `standing` stand.
  std::vector<bool> reachable(const std::vector<const Barrier*>& standing) const {
    std::vector<bool> open(moves_.size());
    for (std::size_t m = 0; m < moves_.size(); ++m) {
      const bool blocked = std::ranges::any_of(
          standing, [&](const Barrier* barrier) { return is_own(*barrier, moves_[m]); });
      open[m] = moves_[m].possible && !blocked;
    }
    for (bool changed = true; changed;) {
      changed = false;
      for (std::size_t m = 0; m < moves_.size(); ++m) {
        const Move& move = moves_[m];
        const bool waits =
            (move.below != kNoMove && !open[move.below]) ||
            std::ranges::any_of(move.needs, [&](std::size_t need) { return !open[need]; });
        if (!open[m] || !waits) continue;
        open[m] = false;
        changed = true;
      }
    }
    return open;
  }

  Ratio index_of(const std::vector<bool>& open) const {
    Ratio index = present_;
    for (std::size_t m = 0; m < moves_.size(); ++m) {
      if (open[m]) index += moves_[m].gain;
    }
    return index;
  }

  void weigh(Barrier& barrier, const std::vector<bool>& open) const {
    for (std::size_t m = 0; m < moves_.size(); ++m) {
      const Move& move = moves_[m];
      if (is_own(barrier, move) || open[m] || !move.possible) continue;
      if (move.indicator == kNoComponent) continue;
      const auto& holds = barrier.holds;
      if (std::ranges::find(holds, move.indicator) != holds.end()) continue;
      barrier.holds.push_back(move.indicator);
      barrier.at.push_back(move.from);
      barrier.first += move.gain;
    }
  }

  // What the gate's own rise, from the level that others wait for, adds.
  Ratio own_moves(const Barrier& barrier) const { return own_moves_left(barrier, {}); }

  Ratio own_moves_left(const Barrier& barrier, const std::vector<const Barrier*>& standing) const {
    const std::vector<bool> open = reachable(standing);
    Ratio sum;
    for (std::size_t m = 0; m < moves_.size(); ++m) {
      if (open[m] && is_own(barrier, moves_[m])) sum += moves_[m].gain;
    }
    return sum;
  }

  const Instrument& instrument_;
  Levels levels_;
  Ratio present_;
  std::vector<Move> moves_;
  std::vector<Barrier> barriers_;
};

}  // namespace

std::vector<Barrier> find_barriers(const Assessment& assessment, const RuleSet& rules) {
  return BarrierFinder(assessment, rules).run();
}

}  // namespace spbe
