#include "analysis/plan_steps.hpp"

#include <algorithm>

namespace spbe {

namespace {

class Orderer {
 public:
  Orderer(const std::vector<Move>& moves, const std::vector<bool>& chosen,
          const PlanRequest& request)
      : moves_(moves), request_(request), opens_(moves.size(), false), done_(moves.size(), false) {
    for (std::size_t m = 0; m < moves.size(); ++m) {
      if (chosen[m]) left_.push_back(m);
    }
    mark_openers();
    if (request.years > 1) find_latest();
  }

  std::vector<Step> run(Ratio index) {
    for (int year = 1; year <= request_.years; ++year) {
      for (const std::size_t m : pick(year)) add_step(m, year);
    }
    for (Step& step : steps_) {
      index += step.contribution;
      step.index = index;
      std::ranges::sort(step.unlocks);
    }
    return std::move(steps_);
  }

 private:
  // What others wait for, and what that waits for in turn.
  void mark_openers() {
    std::vector<std::size_t> reached;
    const auto mark = [&](std::size_t m) {
      if (opens_[m]) return;
      opens_[m] = true;
      reached.push_back(m);
    };
    for (const std::size_t m : left_) {
      for (const std::size_t need : moves_[m].needs) mark(need);
    }
    while (!reached.empty()) {
      const Move& move = moves_[reached.back()];
      reached.pop_back();
      if (move.below != kNoMove) mark(move.below);
      for (const std::size_t need : move.needs) mark(need);
    }
  }

  // The last year in which each move can be done without holding up a later one.
  void find_latest() {
    latest_.assign(moves_.size(), request_.years);
    for (bool changed = true; changed;) {
      changed = false;
      const auto at_most = [&](std::size_t m, int year) {
        if (m == kNoMove || latest_[m] <= year) return;
        latest_[m] = year;
        changed = true;
      };
      for (const std::size_t m : left_) {
        at_most(moves_[m].below, latest_[m]);
        for (const std::size_t need : moves_[m].needs) at_most(need, latest_[m]);
        if (request_.max_rise && moves_[m].indicator != kNoComponent) {
          at_most(levels_below(moves_, m, *request_.max_rise), latest_[m] - 1);
        }
      }
    }
  }

  bool doable(std::size_t m, const std::vector<std::size_t>& this_year) const {
    const auto done = [&](std::size_t before) { return before == kNoMove || done_[before]; };
    const Move& move = moves_[m];
    if (!done(move.below) || !std::ranges::all_of(move.needs, done)) return false;
    if (!request_.max_rise || move.indicator == kNoComponent) return true;
    // Of the moves of one indicator in one year the lowest comes first.
    const auto first = std::ranges::find_if(
        this_year, [&](std::size_t other) { return moves_[other].indicator == move.indicator; });
    return first == this_year.end() || move.level - moves_[*first].level < *request_.max_rise;
  }

  bool before(std::size_t a, std::size_t b) const {
    if (opens_[a] != opens_[b]) return opens_[a];
    const Ratio first = moves_[a].gain * moves_[b].effort;
    const Ratio second = moves_[b].gain * moves_[a].effort;
    return first != second ? first > second : a < b;
  }

  // The moves of one year in order, taken from `left_`.
  std::vector<std::size_t> pick(int year) {
    Ratio share;
    for (const std::size_t m : left_) share += moves_[m].effort;
    share = share / Ratio(request_.years - year + 1);
    const bool last = year == request_.years;
    Ratio spent;
    std::vector<std::size_t> picked;
    for (;;) {
      std::size_t best = kNoMove;
      for (const std::size_t m : left_) {
        const bool due = last || latest_[m] <= year;
        if (!due && (spent >= share || due_left(year))) continue;
        if (!doable(m, picked)) continue;
        if (best == kNoMove || before(m, best)) best = m;
      }
      if (best == kNoMove) return picked;
      spent += moves_[best].effort;
      done_[best] = true;
      picked.push_back(best);
      std::erase(left_, best);
    }
  }

  // Whether something is still left that must be done this year; it goes first.
  bool due_left(int year) const {
    return std::ranges::any_of(left_, [&](std::size_t m) { return latest_[m] <= year; });
  }

  void add_step(std::size_t m, int year) {
    const Move& move = moves_[m];
    for (const std::size_t need : move.needs) note_need(need, move.indicator);
    const bool goes_on = !steps_.empty() && move.below != kNoMove &&
                         steps_.back().indicator == move.indicator && steps_.back().year == year;
    if (!goes_on) {
      Step step;
      step.indicator = move.indicator;
      step.obstacle = move.obstacle;
      step.from = move.from;
      step.year = year;
      steps_.push_back(std::move(step));
    }
    Step& step = steps_.back();
    step.to = move.to;
    step.effort += move.effort;
    step.contribution += move.gain;
    step_of_.resize(moves_.size());
    step_of_[m] = steps_.size() - 1;
  }

  void note_need(std::size_t need, ComponentIndex indicator) {
    auto& unlocks = steps_[step_of_[need]].unlocks;
    if (std::ranges::find(unlocks, indicator) == unlocks.end()) unlocks.push_back(indicator);
  }

  const std::vector<Move>& moves_;
  const PlanRequest& request_;
  std::vector<std::size_t> left_;
  std::vector<bool> opens_;
  std::vector<bool> done_;
  std::vector<int> latest_;
  std::vector<Step> steps_;
  std::vector<std::size_t> step_of_;  // of each move that is done
};

}  // namespace

std::vector<Step> order_steps(const std::vector<Move>& moves, const std::vector<bool>& chosen,
                              const PlanRequest& request, Ratio index) {
  return Orderer(moves, chosen, request).run(index);
}

}  // namespace spbe
