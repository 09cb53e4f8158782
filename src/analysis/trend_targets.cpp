#include "spbe/analysis/trend_targets.hpp"

#include <map>

namespace spbe {

namespace {

std::optional<TrendTarget> target_set_by(const Evaluation& result) {
  const Assessment& assessment = result.assessment;
  TrendTarget target;
  target.set_by = &result;
  target.year = target_year(assessment);
  const Targets& goals = assessment.targets;
  if (goals.index || goals.category) {
    const Goal goal = goal_of(result).value_or(Goal{});
    target.stated = true;
    target.index = Interval::point(goal.index);
    target.category = goal.category;
    if (goal.category) {  // by the rule of the year it is for
      const Instrument& instrument = *result.result.instrument;
      target.index = Interval::point(
          instrument.least_index(*goal.category, instrument.category_rule.in(target.year)));
    }
    return target;
  }
  if (!has_level_targets(assessment)) return std::nullopt;
  target.index = evaluate(with_targets_kept(assessment), result.result.basis).result.index;
  return target;
}

void judge(TrendTarget& target, const Evaluation* result) {
  target.result = result;
  if (result == nullptr) {
    target.still_to_rise = difference(target.index, target.set_by->result.index);
    return;
  }
  target.reached = reaches(result->result.index, target.index.low);
  target.ahead_by = difference(result->result.index, target.index);
}

}  // namespace

std::vector<TrendTarget> trend_targets(const Trend& trend) {
  std::map<int, TrendTarget> by_year;
  for (const TrendSpan& span : trend.spans) {
    for (const Evaluation* result : span.years) {
      const auto target = target_set_by(*result);
      if (target) by_year[target->year] = *target;
    }
  }
  std::vector<TrendTarget> list;
  for (auto& [year, target] : by_year) {
    const TrendSpan* span = &trend.spans.back();
    const Evaluation* result = nullptr;
    for (const TrendSpan& one : trend.spans) {
      if (const Evaluation* found = one.in(year)) {
        span = &one;
        result = found;
      }
    }
    if (span->instrument->id != target.set_by->result.instrument->id) continue;
    judge(target, result);
    list.push_back(target);
  }
  return list;
}

}  // namespace spbe
