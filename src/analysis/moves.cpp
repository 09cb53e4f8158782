#include "analysis/moves.hpp"

#include <algorithm>
#include <string>

namespace spbe {

namespace {

constexpr int kNever = 1 << 20;

class MoveBuilder {
 public:
  MoveBuilder(const Assessment& assessment, const PlanRequest& request)
      : assessment_(assessment),
        instrument_(*assessment.instrument),
        request_(request),
        levels_(levels_of(assessment)),
        first_(instrument_.components.size(), kNoMove) {}

  std::vector<Move> run() {
    for (const ComponentIndex i : instrument_.indicators) add_levels(i);
    first_obstacle_ = moves_.size();
    for (std::size_t o = 0; o < assessment_.obstacles.size(); ++o) add_obstacle(o);
    for (const Prerequisite* rule : request_.rules.rules) add_rule(*rule);
    for (std::size_t o = 0; o < assessment_.obstacles.size(); ++o) add_hold(o);
    find_years();
    return std::move(moves_);
  }

 private:
  Ratio level(ComponentIndex indicator) const {
    return levels_[indicator].value_or(Ratio(instrument_.scale_of(indicator).low));
  }

  void add_levels(ComponentIndex indicator) {
    const Scale& scale = instrument_.scale_of(indicator);
    const Details* details = assessment_.details_of(indicator);
    if (details != nullptr && !details->items.empty()) {
      add_pieces(indicator, details->items);
      return;
    }
    Ratio from = level(indicator);
    const std::vector<Ratio> steps = scale.steps_above(from);
    for (std::size_t place = 0; place < steps.size(); ++place) {
      const int to = scale.high - static_cast<int>(steps.size() - 1 - place);
      // The first effort is that of the first rise: with milestones to the lowest level, otherwise
      // from it.
      const int first = scale.has_milestones() ? scale.low : scale.low + 1;
      const auto at = static_cast<std::size_t>(std::max(to - first, 0));
      add_step(indicator, from, steps[place], to, effort_at(indicator, at));
      from = steps[place];
    }
  }

  // One more piece of evidence at a time. The effort of a level is shared by its pieces; a level
  // whose pieces are not counted is completed at once.
  void add_pieces(ComponentIndex indicator, std::vector<AcceptedEvidence> items) {
    const Scale& scale = instrument_.scale_of(indicator);
    Ratio from = level(indicator);
    for (int to = scale.low; to <= scale.high;) {
      auto found = std::ranges::find(items, to, &AcceptedEvidence::level);
      if (found == items.end()) {
        const auto after = std::ranges::upper_bound(items, to, {}, &AcceptedEvidence::level);
        found = items.insert(after, AcceptedEvidence{to, Ratio(0), 0, 0, true, {}});
      }
      if (found->share == Ratio(1)) {
        ++to;
        continue;
      }
      Ratio effort = effort_at(indicator, static_cast<std::size_t>(to - scale.low));
      if (found->of > 0) {
        effort = effort / Ratio(found->of);
        found->share = Ratio(++found->accepted, found->of);
      } else {
        found->share = Ratio(1);
      }
      const Ratio value = value_of(scale, items);
      add_step(indicator, from, value, to, effort);
      from = value;
    }
  }

  // The last of a list serves the levels above it as well.
  Ratio effort_at(ComponentIndex indicator, std::size_t place) const {
    const Details* details = assessment_.details_of(indicator);
    if (details == nullptr || details->effort.empty()) return Ratio(1);
    return details->effort[std::min(place, details->effort.size() - 1)];
  }

  void add_step(ComponentIndex indicator, Ratio from, Ratio to, int level_of_scale, Ratio effort) {
    Move move;
    move.indicator = indicator;
    move.from = from;
    move.to = to;
    move.level = level_of_scale;
    move.gain = (to - from) * instrument_.at(indicator).worth;
    move.effort = effort;
    move.possible = std::ranges::find(request_.keep, indicator) == request_.keep.end();
    if (first_[indicator] == kNoMove) {
      first_[indicator] = moves_.size();
    } else {
      move.below = moves_.size() - 1;
    }
    moves_.push_back(move);
  }

  void add_obstacle(std::size_t obstacle) {
    Move move;
    move.obstacle = obstacle;
    move.effort = assessment_.obstacles[obstacle].effort.value_or(Ratio(1));
    move.possible =
        std::ranges::find(request_.keep_obstacles, obstacle) == request_.keep_obstacles.end();
    moves_.push_back(move);
  }

  // The first move of `indicator` that leads to where `fits` says, or kNoMove.
  template <typename Fits>
  std::size_t first_move(ComponentIndex indicator, Fits fits) const {
    for (std::size_t m = first_[indicator]; m < moves_.size(); ++m) {
      if (moves_[m].indicator != indicator) break;
      if (fits(moves_[m].to)) return m;
    }
    return kNoMove;
  }

  void add_rule(const Prerequisite& rule) {
    for (const ComponentIndex raised : rule.raise) {
      const std::size_t move = first_move(raised, [&](Ratio to) { return to >= rule.to; });
      if (move == kNoMove) continue;
      for (const Prerequisite::Need& need : rule.needs) {
        const auto& present = levels_[need.indicator];
        // A need whose level is not known counts as met.
        if (!present || *present >= need.level) continue;
        const std::size_t before =
            first_move(need.indicator, [&](Ratio to) { return to >= need.level; });
        if (before == kNoMove) {
          moves_[move].possible = false;
        } else {
          moves_[move].needs.push_back(before);
        }
      }
    }
  }

  void add_hold(std::size_t obstacle) {
    for (const ComponentIndex held : assessment_.obstacles[obstacle].holds) {
      const Ratio at = assessment_.obstacles[obstacle].at;
      const std::size_t move = first_move(held, [&](Ratio to) { return to > at; });
      if (move != kNoMove) moves_[move].needs.push_back(first_obstacle_ + obstacle);
    }
  }

  // The earliest year of each move, taken in an order in which it comes after all it waits for;
  // what waits in a circle never comes.
  void find_years() {
    std::vector<std::vector<std::size_t>> waiting(moves_.size());
    std::vector<std::size_t> open(moves_.size());
    std::vector<std::size_t> ready;
    for (std::size_t m = 0; m < moves_.size(); ++m) {
      const Move& move = moves_[m];
      for (const std::size_t need : move.needs) waiting[need].push_back(m);
      if (move.below != kNoMove) waiting[move.below].push_back(m);
      open[m] = move.needs.size() + (move.below != kNoMove ? 1 : 0);
      if (open[m] == 0) ready.push_back(m);
      moves_[m].year = kNever;
    }
    while (!ready.empty()) {
      const std::size_t at = ready.back();
      ready.pop_back();
      moves_[at].year = earliest(at);
      for (const std::size_t m : waiting[at]) {
        if (--open[m] == 0) ready.push_back(m);
      }
    }
    for (Move& move : moves_) move.possible = move.year <= request_.years;
  }

  // When all it waits for is known.
  int earliest(std::size_t at) const {
    const Move& move = moves_[at];
    if (!move.possible) return kNever;
    int year = 1;
    if (move.below != kNoMove) year = std::max(year, moves_[move.below].year);
    for (const std::size_t need : move.needs) year = std::max(year, moves_[need].year);
    if (request_.max_rise && move.indicator != kNoComponent) {
      const std::size_t before = levels_below(moves_, at, *request_.max_rise);
      if (before != kNoMove) year = std::max(year, moves_[before].year + 1);
      if (*request_.max_rise <= 0) year = kNever;
    }
    return std::min(year, kNever);
  }

  const Assessment& assessment_;
  const Instrument& instrument_;
  const PlanRequest& request_;
  Levels levels_;
  std::vector<std::size_t> first_;  // of each component
  std::size_t first_obstacle_ = 0;
  std::vector<Move> moves_;
};

}  // namespace

std::vector<Move> moves_of(const Assessment& assessment, const PlanRequest& request) {
  return MoveBuilder(assessment, request).run();
}

bool can_be_planned(const std::vector<Move>& moves, const Assessment& assessment,
                    Diagnostics& diagnostics) {
  constexpr std::size_t kMostMoves = 1'500;
  if (moves.size() <= kMostMoves) return true;
  diagnostics.error("plan-too-large", assessment.source->whole(),
                    {std::to_string(moves.size()), std::to_string(kMostMoves)});
  return false;
}

std::size_t levels_below(const std::vector<Move>& moves, std::size_t move, int count) {
  if (move == kNoMove) return kNoMove;
  const int level = moves[move].level - count;
  while (move != kNoMove && moves[move].level > level) move = moves[move].below;
  return move;
}

}  // namespace spbe
