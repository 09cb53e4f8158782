#include "spbe/analysis/plan.hpp"

#include <algorithm>
#include <stdexcept>

#include "analysis/plan_model.hpp"
#include "analysis/plan_steps.hpp"
#include "spbe/analysis/compute.hpp"

namespace spbe {

namespace {

Location place_of(const Assessment& assessment) { return assessment.source->whole(); }

// Nothing is shown that exact arithmetic does not confirm.
void check_promise(const Plan& plan, const PlanRequest& request) {
  const bool short_of_target = request.target && plan.reached && plan.to < *request.target;
  if (short_of_target || (request.budget && plan.effort > *request.budget)) {
    throw std::logic_error("the plan does not keep what was asked");
  }
}

// Nothing when the numbers have no common unit that is coarse enough.
std::optional<Plan> plan_exactly(const Assessment& assessment, const PlanRequest& request,
                                 const std::vector<Move>& moves) {
  PlanModel model(moves, kMostWork);
  if (!model.exact()) return std::nullopt;
  Plan plan;
  plan.from = compute(assessment).index.low;
  plan.best = plan.from;
  for (const Move& move : moves) {
    if (move.possible) plan.best += move.gain;
  }
  plan.levels = levels_of(assessment);
  plan.to = plan.from;
  if (request.target && *request.target <= plan.from) return plan;
  std::optional<PlanModel::Choice> choice;
  if (request.target && plan.best >= *request.target) {
    choice = model.least_effort(*request.target - plan.from, request.budget);
  }
  plan.reached = choice || !request.target;
  const bool sure = model.proven();
  if (!choice) choice = model.most_gain(request.budget);
  plan.optimal = sure && choice->optimal;
  plan.steps = order_steps(moves, choice->chosen, request, plan.from);
  for (const Step& step : plan.steps) {
    plan.effort += step.effort;
    plan.to += step.contribution;
    if (step.indicator != kNoComponent) plan.levels[step.indicator] = step.to;
  }
  check_promise(plan, request);
  return plan;
}

}  // namespace

const Edition* edition_for_plan(const Instrument& instrument, int year) {
  const Edition* newest = nullptr;
  for (const Edition& edition : instrument.editions) {
    if (!edition.years || edition.years->first > year + 1) continue;
    if (newest == nullptr || edition.years->first > newest->years->first) newest = &edition;
  }
  const Edition* in_force = instrument.edition_in(year + 1);
  return in_force != nullptr ? in_force : newest;
}

std::vector<ComponentIndex> without_level(const Assessment& assessment) {
  std::vector<ComponentIndex> missing;
  for (const ComponentIndex i : assessment.instrument->indicators) {
    if (assessment.score(i).kind != Score::Kind::level) missing.push_back(i);
  }
  return missing;
}

std::optional<Plan> make_plan(const Assessment& assessment, const PlanRequest& request,
                              Diagnostics& diagnostics) {
  if (!without_level(assessment).empty()) throw std::invalid_argument("a plan needs every level");
  try {
    const std::vector<Move> moves = moves_of(assessment, request);
    if (!can_be_planned(moves, assessment, diagnostics)) return std::nullopt;
    if (auto plan = plan_exactly(assessment, request, moves)) return plan;
  } catch (const RatioOverflow&) {
    // Efforts that fit one by one may not do so in a product.
  }
  diagnostics.error("plan-too-fine", place_of(assessment)).suggest("use-fewer-digits");
  return std::nullopt;
}

}  // namespace spbe
