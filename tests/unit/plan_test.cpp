#include "spbe/analysis/plan.hpp"

#include <algorithm>
#include <memory>

#include "plan_cases.hpp"
#include "spbe/analysis/compute.hpp"

namespace spbe {

namespace {

using namespace plan_test;

// A whole profile of a small case, in the terms of the stated order of plans.
struct Outcome {
  std::vector<int> levels;
  int effort = 0;
  Ratio index;
  int count = 0;  // levels raised and obstacles removed
};

struct SmallCase {
  std::vector<Entry> entries;
  std::vector<ObstacleEntry> obstacles;
  Rules rules;
  std::unique_ptr<Catalog> catalog = std::make_unique<Catalog>();
  std::optional<Assessment> assessment;

  bool allowed(const std::vector<int>& levels, unsigned removed, const PlanRequest& request) const {
    const Instrument& instrument = *assessment->instrument;
    const auto place = [&](ComponentIndex i) {
      return static_cast<std::size_t>(std::ranges::find(instrument.indicators, i) -
                                      instrument.indicators.begin());
    };
    for (std::size_t i = 0; i < levels.size(); ++i) {
      const bool raised = levels[i] > entries[i].level;
      if (!raised) continue;
      if (std::ranges::find(request.keep, instrument.indicators[i]) != request.keep.end()) {
        return false;
      }
      if (request.max_rise && levels[i] - entries[i].level > *request.max_rise) return false;
      for (std::size_t o = 0; o < obstacles.size(); ++o) {
        const bool held = std::ranges::find(obstacles[o].holds, static_cast<int>(i) + 1) !=
                          obstacles[o].holds.end();
        if (held && levels[i] > obstacles[o].at && ((removed >> o) & 1U) == 0) return false;
      }
    }
    for (const Prerequisite& rule : rules.list) {
      for (const ComponentIndex raised : rule.raise) {
        const std::size_t i = place(raised);
        if (levels[i] == entries[i].level || Ratio(levels[i]) < rule.to) continue;
        for (const auto& need : rule.needs) {
          if (Ratio(levels[place(need.indicator)]) < need.level) return false;
        }
      }
    }
    return true;
  }

  // Every profile that the request allows.
  std::vector<Outcome> all(const PlanRequest& request) const {
    const Instrument& instrument = *assessment->instrument;
    std::vector<Outcome> outcomes;
    std::vector<int> levels;
    for (const Entry& entry : entries) levels.push_back(entry.level);
    for (;;) {
      for (unsigned removed = 0; removed < 1U << obstacles.size(); ++removed) {
        if (!allowed(levels, removed, request)) continue;
        Outcome outcome{levels, 0, Ratio(0), 0};
        for (std::size_t i = 0; i < levels.size(); ++i) {
          outcome.effort += effort_to(entries[i], levels[i]);
          outcome.count += levels[i] - entries[i].level;
          outcome.index +=
              Ratio(levels[i]) * instrument.at(instrument.indicators[i]).weight / Ratio(100);
        }
        for (std::size_t o = 0; o < obstacles.size(); ++o) {
          if (((removed >> o) & 1U) == 0) continue;
          outcome.effort += obstacles[o].effort.value_or(1);
          ++outcome.count;
        }
        outcomes.push_back(outcome);
      }
      std::size_t i = 0;
      while (i < levels.size() && levels[i] == 4) {
        levels[i] = entries[i].level;
        ++i;
      }
      if (i == levels.size()) return outcomes;
      ++levels[i];
    }
  }
};

SmallCase random_small(Dice& dice) {
  SmallCase c;
  std::vector<int> weights;
  int left = 100;
  for (int i = 0; i < 4; ++i) {
    weights.push_back(dice.chance(50) ? 20 : dice.roll(5, 20));
    left -= weights.back();
  }
  weights.push_back(left);
  Diagnostics diagnostics;
  REQUIRE(c.catalog->add(source_of(instrument_text(weights)), diagnostics));
  const bool plain = dice.chance(40);
  for (std::size_t i = 0; i < weights.size(); ++i) {
    Entry entry{dice.roll(1, 3), {}};
    const int numbers = plain ? 0 : dice.roll(0, 3);
    for (int n = 0; n < numbers; ++n) entry.effort.push_back(dice.roll(0, 4));
    c.entries.push_back(entry);
  }
  for (int o = dice.roll(0, 2); o > 0; --o) {
    ObstacleEntry obstacle;
    for (int i = 1; i <= 5; ++i) {
      if (dice.chance(50)) obstacle.holds.push_back(i);
    }
    if (obstacle.holds.empty()) continue;
    obstacle.at = dice.roll(1, 3);
    if (dice.chance(70)) obstacle.effort = dice.roll(0, 5);
    c.obstacles.push_back(obstacle);
  }
  c.assessment = read(*c.catalog, assessment_text("small", c.entries, c.obstacles));
  c.rules = random_rules(dice, *c.assessment->instrument, dice.roll(0, 3), 4);
  return c;
}

PlanRequest random_request(Dice& dice, const SmallCase& c, const RuleSet& rules) {
  PlanRequest request;
  request.rules = rules;
  if (dice.chance(70)) request.target = Ratio(dice.roll(15, 40), 10);
  if (!request.target || dice.chance(30)) request.budget = Ratio(dice.roll(0, 12));
  if (dice.chance(20)) request.max_rise = dice.roll(1, 2);
  if (dice.chance(20)) {
    request.keep = {
        c.assessment->instrument->indicators[static_cast<std::size_t>(dice.roll(0, 4))]};
  }
  return request;
}

// The best of `outcomes` by the order that make_plan states, or null.
const Outcome* best_of(const std::vector<Outcome>& outcomes, const PlanRequest& request,
                       bool to_target) {
  const Outcome* best = nullptr;
  for (const Outcome& o : outcomes) {
    if (request.budget && Ratio(o.effort) > *request.budget) continue;
    if (to_target && o.index < *request.target) continue;
    if (best == nullptr) {
      best = &o;
      continue;
    }
    if (to_target && o.effort != best->effort) {
      if (o.effort < best->effort) best = &o;
    } else if (o.index != best->index) {
      if (o.index > best->index) best = &o;
    } else if (o.effort != best->effort) {
      if (o.effort < best->effort) best = &o;
    } else if (o.count < best->count) {
      best = &o;
    }
  }
  return best;
}

std::vector<int> levels_in(const Plan& plan, const Instrument& instrument) {
  std::vector<int> levels;
  for (const ComponentIndex i : instrument.indicators) {
    levels.push_back(static_cast<int>(plan.levels[i]->num()));
  }
  return levels;
}

}  // namespace

TEST_CASE("no profile of a small instrument is better than the plan", "[plan]") {
  Dice dice(20230);
  int reached = 0;
  int missed = 0;
  for (int round = 0; round < 300; ++round) {
    const SmallCase c = random_small(dice);
    const PlanRequest request = random_request(dice, c, c.rules.set());
    INFO("round " << round);
    const auto plan = plan_of(*c.assessment, request);
    REQUIRE(plan);
    CHECK(plan->optimal);
    const std::vector<Outcome> outcomes = c.all(request);
    const Outcome* wanted = nullptr;
    if (request.target && plan->from >= *request.target) {
      CHECK(plan->reached);
      CHECK(plan->steps.empty());
      CHECK(plan->to == plan->from);
      continue;
    }
    if (request.target) wanted = best_of(outcomes, request, true);
    CHECK(plan->reached == (wanted != nullptr || !request.target));
    (plan->reached ? reached : missed) += 1;
    if (wanted == nullptr) wanted = best_of(outcomes, request, false);
    REQUIRE(wanted != nullptr);
    CHECK(plan->effort == Ratio(wanted->effort));
    CHECK(plan->to == wanted->index);
    int count = 0;
    for (const Step& step : plan->steps) {
      count += step.indicator == kNoComponent ? 1 : static_cast<int>((step.to - step.from).num());
    }
    CHECK(count == wanted->count);
  }
  CHECK(reached > 50);
  CHECK(missed > 20);
}

TEST_CASE("of equal plans the one whose groups come first in order is taken", "[plan]") {
  Dice dice(77);
  int ties = 0;
  for (int round = 0; round < 200; ++round) {
    SmallCase c = random_small(dice);
    // Different efforts make every indicator a group of its own, so that the order of groups
    // is the order of indicators.
    for (std::size_t i = 0; i < c.entries.size(); ++i) {
      c.entries[i].effort = {1, 1, 1, static_cast<int>(i)};
    }
    c.assessment = read(*c.catalog, assessment_text("small", c.entries, c.obstacles));
    PlanRequest request;
    request.rules = c.rules.set();
    request.budget = Ratio(dice.roll(1, 6));
    const auto plan = plan_of(*c.assessment, request);
    REQUIRE(plan);
    std::vector<std::vector<int>> equal;
    for (const Outcome& o : c.all(request)) {
      if (Ratio(o.effort) == plan->effort && o.index == plan->to) equal.push_back(o.levels);
    }
    if (equal.size() > 1) ++ties;
    REQUIRE_FALSE(equal.empty());
    INFO("round " << round);
    CHECK(std::ranges::find(equal, levels_in(*plan, *c.assessment->instrument)) != equal.end());
    CHECK(plan_of(*c.assessment, request)->levels == plan->levels);
  }
  CHECK(ties > 20);
}

TEST_CASE("alike indicators are raised in their order", "[plan]") {
  Catalog catalog;
  Diagnostics diagnostics;
  REQUIRE(catalog.add(source_of(instrument_text({20, 20, 20, 20, 20})), diagnostics));
  const Assessment assessment =
      read(catalog, assessment_text("small", {{1, {}}, {2, {}}, {1, {}}, {1, {}}, {1, {}}}));
  PlanRequest request;
  request.budget = Ratio(3);
  const auto plan = plan_of(assessment, request);
  REQUIRE(plan);
  // 1, 3, 4 and 5 are alike (three levels left), 2 has two levels left.
  CHECK(levels_in(*plan, *assessment.instrument) == std::vector<int>{2, 2, 2, 2, 1});
}

TEST_CASE("steps of a plan can be done one after the other", "[plan]") {
  Dice dice(5);
  for (int round = 0; round < 200; ++round) {
    const SmallCase c = random_small(dice);
    PlanRequest request = random_request(dice, c, c.rules.set());
    request.years = dice.roll(1, 3);
    const auto plan = plan_of(*c.assessment, request);
    REQUIRE(plan);
    INFO("round " << round);
    Assessment now = *c.assessment;
    std::vector<bool> removed(c.obstacles.size(), false);
    const auto start = broken_rules(request.rules, levels_of(now)).size();
    std::vector<int> risen;
    int year = 0;
    Ratio effort;
    for (const Step& step : plan->steps) {
      CHECK(step.year >= year);
      CHECK(step.year <= request.years);
      if (step.year != year) risen.assign(now.scores.size(), 0);
      year = step.year;
      effort += step.effort;
      if (step.indicator == kNoComponent) {
        removed[step.obstacle] = true;
        CHECK(step.contribution == Ratio(0));
        continue;
      }
      risen[step.indicator] += static_cast<int>((step.to - step.from).num());
      if (request.max_rise) CHECK(risen[step.indicator] <= *request.max_rise);
      CHECK(now.scores[step.indicator].level == step.from);
      now.scores[step.indicator].level = step.to;
      CHECK(compute(now).index.low == step.index);
      CHECK(broken_rules(request.rules, levels_of(now)).size() <= start);
      for (std::size_t o = 0; o < removed.size(); ++o) {
        const Obstacle& obstacle = now.obstacles[o];
        const bool held = std::ranges::find(obstacle.holds, step.indicator) != obstacle.holds.end();
        if (held && step.to > obstacle.at) CHECK(removed[o]);
      }
    }
    CHECK(effort == plan->effort);
    CHECK(compute(now).index.low == plan->to);
  }
}

}  // namespace spbe
