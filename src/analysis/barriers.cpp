#include <algorithm>

#include "analysis/moves.hpp"

namespace spbe {

namespace {

// Each barrier looks at every move several times; the built-in instruments have some 50 and 200.
constexpr std::size_t kMostLooks = 4'000'000;

class BarrierFinder {
 public:
  BarrierFinder(const Assessment& assessment, const RuleSet& rules)
      : instrument_(*assessment.instrument), levels_(levels_of(assessment)) {
    PlanRequest request;
    request.rules = rules;
    moves_ = moves_of(assessment, request);
    waiting_.resize(moves_.size());
    for (std::size_t m = 0; m < moves_.size(); ++m) {
      if (moves_[m].below != kNoMove) waiting_[moves_[m].below].push_back(m);
      for (const std::size_t need : moves_[m].needs) waiting_[need].push_back(m);
    }
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

  std::vector<Barrier> run(Diagnostics& diagnostics) {
    if (barriers_.size() > kMostLooks / std::max<std::size_t>(moves_.size(), 1)) {
      diagnostics.warning("too-many-barriers", Location{"spbe-index"},
                          {std::to_string(barriers_.size()), std::to_string(moves_.size())});
      return {};
    }
    for (const Barrier& barrier : barriers_) own_of_.push_back(own_moves(barrier));
    const std::vector<bool> free = reachable(nullptr, false);
    const Ratio highest = index_of(free);
    const Ratio lowest = index_of(reachable(nullptr, true));
    for (Barrier& barrier : barriers_) {
      const std::vector<bool> here = reachable(&barrier, false);
      barrier.ceiling = index_of(here);
      weigh(barrier, here);
      barrier.worth = highest - barrier.ceiling - own_gain(barrier, free);
      const std::vector<bool> alone = reachable(&barrier, true);
      barrier.alone = index_of(alone) - lowest - own_gain(barrier, alone);
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

  // The barrier's own moves: the removal of the obstacle, or the gate's rise from the level that
  // others wait for.
  std::vector<std::size_t> own_moves(const Barrier& barrier) const {
    std::vector<std::size_t> own;
    for (std::size_t m = 0; m < moves_.size(); ++m) {
      if (is_own(barrier, moves_[m])) own.push_back(m);
    }
    return own;
  }

  // The moves that can be made while only `barrier` stands, or (`others`) all but it.
  std::vector<bool> reachable(const Barrier* barrier, bool others) const {
    std::vector<bool> open(moves_.size(), true);
    std::vector<std::size_t> shut;
    const auto close = [&](std::size_t m) {
      if (!open[m]) return;
      open[m] = false;
      shut.push_back(m);
    };
    if (others) {
      for (const Barrier& other : barriers_) {
        if (&other == barrier) continue;
        for (const std::size_t m : own_of_[place_of(other)]) close(m);
      }
    } else if (barrier != nullptr) {
      for (const std::size_t m : own_of_[place_of(*barrier)]) close(m);
    }
    for (std::size_t m = 0; m < moves_.size(); ++m) {
      if (!moves_[m].possible) close(m);
    }
    while (!shut.empty()) {
      const std::size_t at = shut.back();
      shut.pop_back();
      for (const std::size_t m : waiting_[at]) close(m);
    }
    return open;
  }

  std::size_t place_of(const Barrier& barrier) const {
    return static_cast<std::size_t>(&barrier - barriers_.data());
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
      // The moves of an indicator stand together.
      if (!barrier.holds.empty() && barrier.holds.back() == move.indicator) continue;
      barrier.holds.push_back(move.indicator);
      barrier.at.push_back(move.from);
      barrier.first += move.gain;
    }
  }

  // What the barrier's own moves add, of those that are open.
  Ratio own_gain(const Barrier& barrier, const std::vector<bool>& open) const {
    Ratio sum;
    for (const std::size_t m : own_of_[place_of(barrier)]) {
      if (open[m]) sum += moves_[m].gain;
    }
    return sum;
  }

  const Instrument& instrument_;
  Levels levels_;
  Ratio present_;
  std::vector<Move> moves_;
  std::vector<std::vector<std::size_t>> waiting_;  // for each move, those that wait for it
  std::vector<Barrier> barriers_;
  std::vector<std::vector<std::size_t>> own_of_;  // of each barrier
};

}  // namespace

std::vector<Barrier> find_barriers(const Assessment& assessment, const RuleSet& rules,
                                   Diagnostics& diagnostics) {
  return BarrierFinder(assessment, rules).run(diagnostics);
}

}  // namespace spbe
