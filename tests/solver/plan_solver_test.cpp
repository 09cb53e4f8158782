#include <algorithm>

#include "analysis/plan_steps.hpp"
#include "solver/milp_model.hpp"
#include "spbe/analysis/compute.hpp"
#include "unit/plan_cases.hpp"

namespace spbe {

namespace {

using namespace plan_test;

// Small whole efforts: the solver calculates in floating point.
std::string random_file(Dice& dice, const Instrument& instrument) {
  std::vector<Entry> entries;
  const bool plain = dice.chance(40);
  for (std::size_t i = 0; i < instrument.indicators.size(); ++i) {
    Entry entry{dice.roll(1, 4), {}};
    for (int n = plain ? 0 : 4; n > 0; --n) entry.effort.push_back(dice.roll(0, 9));
    entries.push_back(entry);
  }
  const int last = static_cast<int>(entries.size());
  std::vector<ObstacleEntry> obstacles;
  for (int o = dice.roll(0, 6); o > 0; --o) {
    ObstacleEntry obstacle{{}, dice.roll(1, 4), {}};
    for (int i = dice.roll(1, 6); i > 0; --i) obstacle.holds.push_back(dice.roll(1, last));
    std::ranges::sort(obstacle.holds);
    obstacle.holds.erase(std::unique(obstacle.holds.begin(), obstacle.holds.end()),
                         obstacle.holds.end());
    if (!plain) obstacle.effort = dice.roll(0, 20);
    obstacles.push_back(std::move(obstacle));
  }
  return assessment_text(instrument.id, entries, obstacles);
}

PlanRequest random_request(Dice& dice, const Instrument& instrument) {
  PlanRequest request;
  if (!instrument.editions.empty() && dice.chance(80)) {
    const int last = static_cast<int>(instrument.editions.size()) - 1;
    request.rules =
        rules_of(instrument, &instrument.editions[static_cast<std::size_t>(dice.roll(0, last))]);
  }
  if (dice.chance(70)) request.target = Ratio(dice.roll(12, 49), 10);
  if (!request.target || dice.chance(25)) request.budget = Ratio(dice.roll(1, 150));
  if (dice.chance(30)) request.max_rise = dice.roll(1, 2);
  if (dice.chance(40)) request.years = dice.roll(1, 5);
  return request;
}

// The levels and the removed obstacles of a plan by the solver; nothing when it does not prove
// it, or when there is nothing to plan.
std::optional<std::vector<Step>> steps_of_solver(const Assessment& assessment,
                                                 const PlanRequest& request) {
  const std::vector<Move> moves = moves_of(assessment, request);
  const Ratio from = compute(assessment).index.low;
  if (request.target && *request.target <= from) return std::nullopt;
  Ratio best = from;
  for (const Move& move : moves) best += move.possible ? move.gain : Ratio(0);
  MilpModel model(moves);
  if (!model.exact()) return std::nullopt;
  std::optional<MilpModel::Choice> choice;
  if (request.target && best >= *request.target) {
    choice = model.least_effort(*request.target - from, request.budget);
  }
  if (!choice) choice = model.most_gain(request.budget);
  if (!choice->optimal) return std::nullopt;
  return order_steps(moves, choice->chosen, request, from);
}

bool same(const std::vector<Step>& a, const std::vector<Step>& b) {
  return std::ranges::equal(a, b, [](const Step& x, const Step& y) {
    return x.indicator == y.indicator && x.obstacle == y.obstacle && x.from == y.from &&
           x.to == y.to && x.year == y.year;
  });
}

}  // namespace

TEST_CASE("an integer-programming solver finds the same plans, step by step", "[plan_solver]") {
  const Catalog catalog;
  for (const char* id : {"permenpanrb-59-2020", "permenpanrb-8-2026"}) {
    const auto instrument = catalog.find(id);
    REQUIRE(instrument);
    Dice dice(11);
    int compared = 0;
    for (int round = 0; round < 60; ++round) {
      INFO(id << " round " << round);
      const Assessment assessment = read(catalog, random_file(dice, *instrument));
      const PlanRequest request = random_request(dice, *instrument);
      const auto plan = plan_of(assessment, request);
      REQUIRE(plan);
      CHECK(plan->optimal);
      const auto steps = steps_of_solver(assessment, request);
      if (!steps) continue;
      ++compared;
      CHECK(same(plan->steps, *steps));
    }
    CHECK(compared > 30);
  }
}

}  // namespace spbe
