#include <algorithm>
#include <stdexcept>

#include "analysis/moves.hpp"
#include "analysis/plan_model.hpp"
#include "spbe/analysis/compute.hpp"
#include "spbe/analysis/plan.hpp"

namespace spbe {

namespace {

// The point that lies highest above the line from the first point to the last.
std::optional<std::size_t> bend_of(const std::vector<CurvePoint>& points) {
  if (points.size() < 3) return std::nullopt;
  const Ratio all_effort = points.back().effort - points.front().effort;
  const Ratio all_gain = points.back().index - points.front().index;
  std::optional<std::size_t> bend;
  Ratio highest;
  for (std::size_t p = 1; p + 1 < points.size(); ++p) {
    const Ratio above = (points[p].index - points.front().index) / all_gain -
                        (points[p].effort - points.front().effort) / all_effort;
    if (above > highest) {
      highest = above;
      bend = p;
    }
  }
  return bend;
}

// The least index that is shown as more than `index` is.
Ratio next_shown(Ratio index) {
  Ratio unit(1);
  for (int place = 0; place < kShownPlaces; ++place) unit = unit / Ratio(10);
  return printed_as(rounded(index, kShownPlaces) + unit, kShownPlaces).low;
}

Ratio most_of(Ratio from, const std::vector<Move>& moves) {
  for (const Move& move : moves) {
    if (move.possible) from += move.gain;
  }
  return from;
}

// From `from` up to `end`, within the budget.
std::vector<CurvePoint> points_of(PlanModel& model, Ratio from, Ratio end,
                                  std::optional<Ratio> budget) {
  std::vector<CurvePoint> points;
  for (Ratio wanted = from;;) {
    const auto point = model.least_point(wanted - from);
    if (!point || (budget && point->effort > *budget)) break;
    points.push_back({point->effort, from + point->gain, model.proven()});
    const Ratio reached = points.back().index;
    if (reached >= end) break;
    wanted = min(next_shown(reached), end);
  }
  return points;
}

// Nothing when the numbers have no common unit that is coarse enough.
std::optional<Curve> curve_exactly(const Assessment& assessment, const PlanRequest& request,
                                   const std::vector<Move>& moves) {
  PlanModel model(moves, kMostWork);
  if (!model.exact()) return std::nullopt;
  const Ratio from = compute(assessment).index.low;
  Curve curve;
  curve.best = most_of(from, moves);
  const Ratio end = request.target ? min(*request.target, curve.best) : curve.best;
  curve.points = points_of(model, from, end, request.budget);
  // Of the whole curve, however much of it is asked for: else the bend would move with its end.
  PlanModel again(moves, kMostWork);
  const auto whole = request.target || request.budget
                         ? points_of(again, from, curve.best, std::nullopt)
                         : curve.points;
  if (const auto bend = bend_of(whole)) {
    const auto found = std::ranges::find(curve.points, whole[*bend].effort, &CurvePoint::effort);
    if (found != curve.points.end()) {
      curve.bend = static_cast<std::size_t>(found - curve.points.begin());
    }
  }
  return curve;
}

}  // namespace

std::optional<Curve> plan_curve(const Assessment& assessment, const PlanRequest& request,
                                Diagnostics& diagnostics) {
  if (!without_level(assessment).empty()) throw std::invalid_argument("a plan needs every level");
  try {
    const std::vector<Move> moves = moves_of(assessment, request);
    if (!can_be_planned(moves, assessment, diagnostics)) return std::nullopt;
    if (auto curve = curve_exactly(assessment, request, moves)) return curve;
  } catch (const RatioOverflow&) {
    // Efforts that fit one by one may not do so in a product.
  }
  diagnostics.error("plan-too-fine", assessment.source->whole()).suggest("use-fewer-digits");
  return std::nullopt;
}

}  // namespace spbe
