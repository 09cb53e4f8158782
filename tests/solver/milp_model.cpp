#include "solver/milp_model.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <stdexcept>
#include <tuple>

namespace spbe {

namespace {

// The largest unit of which every value is a whole multiple; nothing when the sum of those
// multiples is too large.
std::optional<Ratio> common_unit(const std::vector<Ratio>& values) {
  try {
    std::int64_t denominator = 1;
    Ratio sum;
    for (const Ratio value : values) {
      const std::int64_t step = value.den() / std::gcd(denominator, value.den());
      denominator = (Ratio(denominator) * Ratio(step)).num();
      sum += value;
    }
    std::int64_t divisor = 0;
    for (const Ratio value : values) {
      divisor = std::gcd(divisor, (value * Ratio(denominator)).num());
    }
    const Ratio unit = divisor == 0 ? Ratio(1) : Ratio(divisor, denominator);
    if (sum / unit > Ratio(kMaxMilpSum)) return std::nullopt;
    return unit;
  } catch (const RatioOverflow&) {
    return std::nullopt;
  }
}

// Of values from zero up.
std::int64_t floor_of(Ratio value) { return value.num() / value.den(); }
std::int64_t ceil_of(Ratio value) { return floor_of(value) + (value.is_whole() ? 0 : 1); }

}  // namespace

MilpModel::MilpModel(const std::vector<Move>& moves) : moves_(moves) {
  std::vector<Ratio> gains;
  std::vector<Ratio> efforts;
  for (const Move& move : moves) {
    gains.push_back(move.gain);
    efforts.push_back(move.effort);
  }
  const auto gain_unit = common_unit(gains);
  const auto effort_unit = common_unit(efforts);
  exact_ = gain_unit && effort_unit;
  if (!exact_) return;
  gain_unit_ = *gain_unit;
  effort_unit_ = *effort_unit;
  for (std::size_t m = 0; m < moves.size(); ++m) {
    gain_.push_back((gains[m] / gain_unit_).num());
    effort_.push_back((efforts[m] / effort_unit_).num());
  }
  make_groups();
  add_rows();
}

void MilpModel::make_groups() {
  std::vector<bool> awaited(moves_.size(), false);
  for (const Move& move : moves_) {
    for (const std::size_t need : move.needs) awaited[need] = true;
  }
  using Level = std::tuple<std::int64_t, std::int64_t, std::vector<std::size_t>>;
  using Alike = std::pair<std::size_t, std::vector<Level>>;
  std::map<Alike, std::size_t> known;
  variable_of_.assign(moves_.size(), kNoMove);
  for (std::size_t m = 0; m < moves_.size();) {
    std::size_t end = m;
    Alike alike{0, {}};
    bool single = false;
    while (end < moves_.size() && (end == m || moves_[end].below == end - 1)) {
      if (moves_[end].possible) {
        std::vector<std::size_t> needs = moves_[end].needs;
        std::ranges::sort(needs);
        alike.second.emplace_back(gain_[end], effort_[end], std::move(needs));
        single = single || awaited[end] || moves_[end].indicator == kNoComponent;
      }
      ++end;
    }
    if (single) alike.first = m + 1;
    if (!alike.second.empty()) {
      const auto [found, fresh] = known.emplace(alike, groups_.size());
      if (fresh) {
        groups_.emplace_back();
        for (std::size_t level = 0; level < alike.second.size(); ++level) {
          groups_.back().variables.push_back(base_.variables.size());
          base_.variables.push_back({0, 0});
        }
      }
      Group& group = groups_[found->second];
      group.first_moves.push_back(m);
      for (std::size_t level = 0; level < group.variables.size(); ++level) {
        variable_of_[m + level] = group.variables[level];
        ++base_.variables[group.variables[level]].high;
      }
    }
    m = end;
  }
}

void MilpModel::add_rows() {
  for (const Group& group : groups_) {
    const auto members = static_cast<std::int64_t>(group.first_moves.size());
    for (std::size_t level = 0; level < group.variables.size(); ++level) {
      const std::size_t variable = group.variables[level];
      const std::size_t move = group.first_moves.front() + level;
      if (gain_[move] != 0) gain_terms_.push_back({variable, gain_[move]});
      if (effort_[move] != 0) effort_terms_.push_back({variable, effort_[move]});
      count_terms_.push_back({variable, 1});
      // As many reach a level as reach the one below, at most.
      if (level > 0) {
        base_.rows.push_back({{{variable, 1}, {group.variables[level - 1], -1}}, {}, 0});
      }
      for (const std::size_t need : moves_[move].needs) {
        base_.rows.push_back({{{variable, 1}, {variable_of_[need], -members}}, {}, 0});
      }
    }
  }
}

void MilpModel::bound(std::optional<std::int64_t> least_gain,
                      std::optional<std::int64_t> most_effort) {
  milp_ = base_;
  values_.clear();
  proven_ = true;
  if (least_gain) milp_.rows.push_back({gain_terms_, *least_gain, {}});
  if (most_effort) milp_.rows.push_back({effort_terms_, {}, *most_effort});
}

// Finds the best values under what is held so far. False when there are none.
bool MilpModel::improve(std::vector<Milp::Term> objective, bool maximise) {
  milp_.objective = std::move(objective);
  milp_.maximise = maximise;
  MilpAnswer answer = solve(milp_);
  if (answer.status == MilpAnswer::Status::infeasible && values_.empty()) return false;
  proven_ = proven_ && answer.status == MilpAnswer::Status::optimal;
  const bool found =
      answer.status == MilpAnswer::Status::optimal || answer.status == MilpAnswer::Status::unproven;
  if (!found && values_.empty()) {
    // Nothing found in time: doing nothing is the best that is known.
    values_.assign(milp_.variables.size(), 0);
    return satisfies(milp_, values_);
  }
  if (found) {
    if (!satisfies(milp_, answer.values)) {
      throw std::logic_error("the solver's answer does not stand exact arithmetic");
    }
    values_ = std::move(answer.values);
  }
  return true;
}

// From here on the objective stays as good as it is.
void MilpModel::hold_objective() {
  const std::int64_t value = sum_of(milp_.objective, values_);
  Milp::Row row{milp_.objective, {}, {}};
  if (milp_.maximise) {
    row.least = value;
  } else {
    row.most = value;
  }
  milp_.rows.push_back(std::move(row));
}

void MilpModel::settle_ties(bool effort_first) {
  hold_objective();
  if (effort_first) {
    improve(gain_terms_, true);
  } else {
    improve(effort_terms_, false);
  }
  hold_objective();
  improve(count_terms_, false);
  hold_objective();
  settle_order();
}

// Among equals the first groups go highest. Several variables are settled at once, as digits
// of one number that stays small enough to be exact.
void MilpModel::settle_order() {
  constexpr std::int64_t kMaxWeight = 1 << 20;
  std::size_t next = 0;
  while (next < milp_.variables.size()) {
    std::size_t end = next;
    std::int64_t weight = 1;
    while (end < milp_.variables.size()) {
      const std::int64_t digits = milp_.variables[end].high - milp_.variables[end].low + 1;
      if (end > next && weight * digits > kMaxWeight) break;
      weight *= digits;
      ++end;
    }
    std::vector<Milp::Term> objective;
    for (std::size_t v = next; v < end; ++v) {
      weight /= milp_.variables[v].high - milp_.variables[v].low + 1;
      objective.push_back({v, weight});
    }
    improve(std::move(objective), true);
    for (std::size_t v = next; v < end; ++v) {
      milp_.variables[v].low = milp_.variables[v].high = values_[v];
    }
    next = end;
  }
}

MilpModel::Choice MilpModel::expand() const {
  Choice choice;
  choice.optimal = proven_;
  choice.chosen.assign(moves_.size(), false);
  for (const Group& group : groups_) {
    for (std::size_t level = 0; level < group.variables.size(); ++level) {
      const auto count = static_cast<std::size_t>(values_[group.variables[level]]);
      for (std::size_t i = 0; i < count; ++i) choice.chosen[group.first_moves[i] + level] = true;
    }
  }
  return choice;
}

std::optional<MilpModel::Choice> MilpModel::least_effort(Ratio gain, std::optional<Ratio> budget) {
  bound(ceil_of(gain / gain_unit_),
        budget ? std::optional(floor_of(*budget / effort_unit_)) : std::nullopt);
  if (!improve(effort_terms_, false)) return std::nullopt;
  settle_ties(true);
  return expand();
}

MilpModel::Choice MilpModel::most_gain(std::optional<Ratio> budget) {
  bound(std::nullopt, budget ? std::optional(floor_of(*budget / effort_unit_)) : std::nullopt);
  improve(gain_terms_, true);
  settle_ties(false);
  return expand();
}

}  // namespace spbe
