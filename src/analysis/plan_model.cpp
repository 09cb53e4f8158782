#include "analysis/plan_model.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>

namespace spbe {

namespace {

// Sums of products of costs and uses stay below 2^kBits.
constexpr int kBits = 122;
// Fractions of a unit in which a bound is found, at best.
constexpr int kFinest = 20;

int bits_of(Wide value) {
  int bits = 1;
  while (value > 1) {
    value /= 2;
    ++bits;
  }
  return bits;
}

// The largest unit of which every value is a whole multiple; nothing when their sum does not
// fit 62 bits.
std::optional<Ratio> common_unit(const std::vector<Ratio>& values) {
  try {
    std::int64_t denominator = 1;
    for (const Ratio value : values) {
      const std::int64_t step = value.den() / std::gcd(denominator, value.den());
      denominator = (Ratio(denominator) * Ratio(step)).num();
    }
    std::int64_t divisor = 0;
    for (const Ratio value : values) {
      divisor = std::gcd(divisor, (value * Ratio(denominator)).num());
    }
    const Ratio unit = divisor == 0 ? Ratio(1) : Ratio(divisor, denominator);
    Wide sum = 0;
    for (const Ratio value : values) sum += (value / unit).num();
    if (bits_of(sum) > 62) return std::nullopt;
    return unit;
  } catch (const RatioOverflow&) {
    return std::nullopt;
  }
}

// Of values from zero up.
std::int64_t floor_of(Ratio value) { return value.num() / value.den(); }
std::int64_t ceil_of(Ratio value) { return floor_of(value) + (value.is_whole() ? 0 : 1); }

}  // namespace

PlanModel::PlanModel(const std::vector<Move>& moves, std::uint64_t most_work)
    : moves_(moves), most_work_(most_work) {
  exact_ = find_units(moves);
  if (!exact_) return;
  make_items();
  make_groups();
  make_digits();
}

bool PlanModel::find_units(const std::vector<Move>& moves) {
  std::vector<Ratio> gains;
  std::vector<Ratio> efforts;
  for (const Move& move : moves) {
    if (!move.possible) continue;
    gains.push_back(move.gain);
    efforts.push_back(move.effort);
  }
  const auto gain_unit = common_unit(gains);
  const auto effort_unit = common_unit(efforts);
  if (!gain_unit || !effort_unit) return false;
  gain_unit_ = *gain_unit;
  effort_unit_ = *effort_unit;
  for (std::size_t i = 0; i < gains.size(); ++i) {
    gain_.push_back((gains[i] / gain_unit_).num());
    effort_.push_back((efforts[i] / effort_unit_).num());
    all_gain_ += gain_.back();
    all_effort_ += effort_.back();
  }
  const int count_bits = bits_of(static_cast<Wide>(gains.size()) + 1);
  return bits_of(all_gain_) + bits_of(all_effort_) + count_bits + 2 <= kBits;
}

void PlanModel::make_items() {
  item_of_.assign(moves_.size(), kNoItem);
  for (std::size_t m = 0; m < moves_.size(); ++m) {
    if (!moves_[m].possible) continue;
    item_of_[m] = move_of_.size();
    move_of_.push_back(m);
  }
  for (const std::size_t m : move_of_) {
    Selection::Item item;
    if (moves_[m].below != kNoMove) item.below = item_of_[moves_[m].below];
    for (const std::size_t need : moves_[m].needs) item.needs.push_back(item_of_[need]);
    std::ranges::sort(item.needs);
    item.needs.erase(std::unique(item.needs.begin(), item.needs.end()), item.needs.end());
    items_.push_back(std::move(item));
  }
}

void PlanModel::make_groups() {
  std::vector<bool> awaited(items_.size(), false);
  for (const Selection::Item& item : items_) {
    for (const std::size_t need : item.needs) awaited[need] = true;
  }
  using Level = std::tuple<std::int64_t, std::int64_t, std::vector<std::size_t>>;
  using Alike = std::pair<std::size_t, std::vector<Level>>;
  std::map<Alike, std::size_t> known;
  for (std::size_t i = 0; i < items_.size();) {
    // An obstacle is removed when something needs it, and only then: nothing is to be settled.
    if (moves_[move_of_[i]].indicator == kNoComponent) break;
    std::size_t end = i;
    Alike alike{0, {}};
    while (end < items_.size() && (end == i || items_[end].below == end - 1)) {
      alike.second.emplace_back(gain_[end], effort_[end], items_[end].needs);
      if (awaited[end]) alike.first = i + 1;
      ++end;
    }
    const auto [found, fresh] = known.emplace(alike, groups_.size());
    if (fresh) groups_.emplace_back();
    groups_[found->second].first_items.push_back(i);
    groups_[found->second].levels = end - i;
    i = end;
  }
}

void PlanModel::make_digits() {
  for (const Group& group : groups_) {
    if (group.first_items.size() == 1) {
      Digit digit;
      digit.chain = true;
      for (std::size_t level = 0; level < group.levels; ++level) {
        digit.items.push_back(group.first_items.front() + level);
      }
      digits_.push_back(std::move(digit));
      continue;
    }
    for (std::size_t level = 0; level < group.levels; ++level) {
      Digit digit;
      for (const std::size_t first : group.first_items) digit.items.push_back(first + level);
      digits_.push_back(std::move(digit));
    }
  }
}

Selection PlanModel::selection_of(std::int64_t limit) const {
  Selection selection;
  selection.items = items_;
  selection.limit = limit;
  return selection;
}

std::int64_t PlanModel::sum_of(const std::vector<std::int64_t>& values, const Taken& taken) const {
  std::int64_t sum = 0;
  for (std::size_t i = 0; i < values.size(); ++i) sum += taken.items[i] ? values[i] : 0;
  return sum;
}

// The least effort for `least_gain`.
std::optional<Taken> PlanModel::cheapest(std::int64_t least_gain) {
  Selection selection = selection_of(-least_gain);
  const int room = kBits - bits_of(all_gain_) - bits_of(all_effort_);
  selection.grain = Wide(1) << std::clamp(room, 0, kFinest);
  for (std::size_t i = 0; i < items_.size(); ++i) {
    selection.items[i].cost = effort_[i] * selection.grain;
    selection.items[i].use = -gain_[i];
  }
  // Doing everything is the last resort.
  Taken all = taken_of(selection, std::vector<bool>(items_.size(), true));
  if (all.use > selection.limit) return std::nullopt;
  return ask(selection, Marks(items_.size(), Mark::open), std::move(all));
}

// The most gain for `most_effort`.
Taken PlanModel::richest(std::int64_t most_effort, const std::optional<Taken>& known) {
  const int room = kBits - bits_of(all_gain_) - bits_of(all_effort_);
  const int finer = std::clamp(std::min(room / 2, 62 - bits_of(all_effort_)), 0, kFinest / 2);
  const std::int64_t scale = std::int64_t{1} << finer;
  Selection selection = selection_of(std::min(most_effort, all_effort_) * scale);
  selection.grain = Wide(1) << std::clamp(room - finer, 0, kFinest);
  selection.share_uses = true;
  for (std::size_t i = 0; i < items_.size(); ++i) {
    selection.items[i].cost = -gain_[i] * selection.grain;
    selection.items[i].use = effort_[i] * scale;
  }
  // Doing nothing is always allowed.
  std::vector<bool> items = known ? known->items : std::vector<bool>(items_.size());
  return ask(selection, Marks(items_.size(), Mark::open), taken_of(selection, std::move(items)));
}

Taken PlanModel::ask(const Selection& selection, const Marks& start, Taken known) {
  SelectionAnswer answer = least_cost(selection, start, known, meter_);
  proven_ = proven_ && answer.proven;
  return std::move(*answer.best);
}

// Costs that put effort first, then the number of moves, then as many digits of the order as
// fit, from `first_digit` on. Returns the first digit that does not.
std::size_t PlanModel::order_costs(Selection& selection, std::size_t first_digit) const {
  const Wide count = static_cast<Wide>(items_.size()) + 1;
  const int room = kBits - bits_of(all_gain_) - bits_of((all_effort_ + 1) * count);
  Wide weight = 1;
  std::size_t end = first_digit;
  while (end < digits_.size()) {
    const Wide radix = static_cast<Wide>(digits_[end].items.size()) + 1;
    if (bits_of(weight * radix) > room) break;
    weight *= radix;
    ++end;
  }
  for (std::size_t i = 0; i < items_.size(); ++i) {
    selection.items[i].cost = (effort_[i] * count + 1) * weight;
    selection.items[i].use = -gain_[i];
  }
  for (std::size_t d = first_digit; d < end; ++d) {
    weight /= static_cast<Wide>(digits_[d].items.size()) + 1;
    for (const std::size_t i : digits_[d].items) selection.items[i].cost -= weight;
  }
  return end;
}

// Within a group the first members are raised.
void PlanModel::put_in_order(std::vector<bool>& items) const {
  for (const Digit& digit : digits_) {
    if (digit.chain) continue;
    auto count = std::ranges::count_if(digit.items, [&](std::size_t i) { return items[i]; });
    for (const std::size_t i : digit.items) items[i] = count-- > 0;
  }
}

void PlanModel::hold_digits(Marks& marks, const Taken& best, std::size_t from,
                            std::size_t to) const {
  for (std::size_t d = from; d < to; ++d) {
    for (const std::size_t i : digits_[d].items) {
      marks[i] = best.items[i] ? Mark::taken : Mark::left;
    }
  }
}

// Of the plans with the gain of `best` the one with the least effort, and what else is stated
// in make_plan.
Taken PlanModel::settle_ties(Taken best) {
  Selection selection = selection_of(-sum_of(gain_, best));
  Marks marks(items_.size(), Mark::open);
  std::size_t next = 0;
  do {
    const std::size_t end = order_costs(selection, next);
    best = ask(selection, marks, taken_of(selection, std::move(best.items)));
    put_in_order(best.items);
    hold_digits(marks, best, next, end);
    if (!proven_ || end == next) break;
    next = end;
  } while (next < digits_.size());
  return best;
}

PlanModel::Choice PlanModel::expand(const Taken& taken) const {
  Choice choice;
  choice.optimal = proven_;
  choice.chosen.assign(moves_.size(), false);
  for (std::size_t i = 0; i < items_.size(); ++i) choice.chosen[move_of_[i]] = taken.items[i];
  return choice;
}

std::optional<PlanModel::Choice> PlanModel::least_effort(Ratio gain, std::optional<Ratio> budget) {
  meter_ = {0, most_work_};
  proven_ = true;
  auto least = cheapest(ceil_of(gain / gain_unit_));
  if (!least) return std::nullopt;
  const std::int64_t effort = sum_of(effort_, *least);
  if (budget && effort > floor_of(*budget / effort_unit_)) return std::nullopt;
  return expand(settle_ties(richest(effort, least)));
}

PlanModel::Choice PlanModel::most_gain(std::optional<Ratio> budget) {
  meter_ = {0, most_work_};
  proven_ = true;
  const std::int64_t most = budget ? floor_of(*budget / effort_unit_) : all_effort_;
  return expand(settle_ties(richest(most, std::nullopt)));
}

std::optional<PlanModel::Point> PlanModel::least_point(Ratio gain) {
  meter_ = {0, most_work_};
  proven_ = true;
  const auto least = cheapest(ceil_of(gain / gain_unit_));
  if (!least) return std::nullopt;
  const std::int64_t effort = sum_of(effort_, *least);
  const Taken most = richest(effort, least);
  return Point{effort_unit_ * Ratio(effort), gain_unit_ * Ratio(sum_of(gain_, most))};
}

}  // namespace spbe
