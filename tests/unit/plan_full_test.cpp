#include <algorithm>
#include <set>

#include "plan_cases.hpp"

namespace spbe {

namespace {

using namespace plan_test;

// The most gain for each effort by dynamic programming, for each set of gates and obstacles
// that may be passed: shares nothing with the integer program.
class Table {
 public:
  struct Case {
    std::vector<Entry> entries;
    std::vector<ObstacleEntry> obstacles;
    RuleSet rules;
    const Instrument* instrument = nullptr;
    std::set<ComponentIndex> keep;
    int max_rise = 4;
  };

  explicit Table(const Case& c) : c_(c) {
    for (const Prerequisite* rule : c.rules.rules) {
      for (const auto& need : rule->needs) {
        const Gate gate{need.indicator, static_cast<int>(need.level.num())};
        const auto& entry = c.entries[place(need.indicator)];
        if (entry.level >= gate.level) continue;
        if (std::ranges::find(gates_, gate) == gates_.end()) gates_.push_back(gate);
      }
    }
    int total = 0;
    for (const Entry& entry : c.entries) total += effort_to(entry, 5);
    for (const ObstacleEntry& o : c.obstacles) total += o.effort.value_or(1);
    best_.assign(static_cast<std::size_t>(total) + 1, -1);
    const std::size_t switches = gates_.size() + c.obstacles.size();
    for (unsigned passed = 0; passed < 1U << switches; ++passed) add(passed);
  }

  // Gains in units of a twenty-thousandth of the index.
  int least_effort(int gain) const {
    for (std::size_t e = 0; e < best_.size(); ++e) {
      if (best_[e] >= gain) return static_cast<int>(e);
    }
    return -1;
  }
  int most_gain(int effort) const {
    int most = 0;
    for (int e = 0; e <= effort && e < static_cast<int>(best_.size()); ++e) {
      most = std::max(most, best_[static_cast<std::size_t>(e)]);
    }
    return most;
  }
  int gain_at(int effort) const { return best_[static_cast<std::size_t>(effort)]; }

 private:
  struct Gate {
    ComponentIndex indicator;
    int level;
    friend bool operator==(const Gate&, const Gate&) = default;
  };

  std::size_t place(ComponentIndex i) const {
    return static_cast<std::size_t>(std::ranges::find(c_.instrument->indicators, i) -
                                    c_.instrument->indicators.begin());
  }

  // The lowest and the highest level of each indicator when exactly `passed` may be relied on.
  bool limits(unsigned passed, std::vector<int>& low, std::vector<int>& high) const {
    for (std::size_t i = 0; i < c_.entries.size(); ++i) {
      const bool kept = c_.keep.contains(c_.instrument->indicators[i]);
      low[i] = c_.entries[i].level;
      high[i] = kept ? low[i] : std::min(5, low[i] + c_.max_rise);
    }
    for (std::size_t g = 0; g < gates_.size(); ++g) {
      if (((passed >> g) & 1U) != 0) {
        int& at = low[place(gates_[g].indicator)];
        at = std::max(at, gates_[g].level);
      }
    }
    const auto cap = [&](std::size_t i, int below) {
      high[i] = std::min(high[i], std::max(c_.entries[i].level, below));
    };
    for (const Prerequisite* rule : c_.rules.rules) {
      for (const auto& need : rule->needs) {
        const Gate gate{need.indicator, static_cast<int>(need.level.num())};
        const auto found = std::ranges::find(gates_, gate);
        if (found == gates_.end()) continue;
        if (((passed >> (found - gates_.begin())) & 1U) != 0) continue;
        for (const ComponentIndex raised : rule->raise) {
          cap(place(raised), static_cast<int>(rule->to.num()) - 1);
        }
      }
    }
    for (std::size_t o = 0; o < c_.obstacles.size(); ++o) {
      if (((passed >> (gates_.size() + o)) & 1U) != 0) continue;
      for (const int held : c_.obstacles[o].holds) {
        cap(static_cast<std::size_t>(held) - 1, c_.obstacles[o].at);
      }
    }
    for (std::size_t i = 0; i < low.size(); ++i) {
      if (low[i] > high[i]) return false;
    }
    return true;
  }

  void add(unsigned passed) {
    std::vector<int> low(c_.entries.size());
    std::vector<int> high(c_.entries.size());
    if (!limits(passed, low, high)) return;
    int paid = 0;
    for (std::size_t o = 0; o < c_.obstacles.size(); ++o) {
      if (((passed >> (gates_.size() + o)) & 1U) != 0) {
        paid += c_.obstacles[o].effort.value_or(1);
      }
    }
    std::vector<int> row(best_.size(), -1);
    row[static_cast<std::size_t>(paid)] = 0;
    for (std::size_t i = 0; i < c_.entries.size(); ++i) {
      const Ratio weight = c_.instrument->at(c_.instrument->indicators[i]).weight;
      const int unit = static_cast<int>((weight * Ratio(200)).num());
      std::vector<int> next(best_.size(), -1);
      for (int level = low[i]; level <= high[i]; ++level) {
        const auto effort = static_cast<std::size_t>(effort_to(c_.entries[i], level));
        const int gain = unit * (level - c_.entries[i].level);
        for (std::size_t e = effort; e < row.size(); ++e) {
          if (row[e - effort] >= 0) next[e] = std::max(next[e], row[e - effort] + gain);
        }
      }
      row = std::move(next);
    }
    for (std::size_t e = 0; e < row.size(); ++e) best_[e] = std::max(best_[e], row[e]);
  }

  const Case& c_;
  std::vector<Gate> gates_;
  std::vector<int> best_;
};

constexpr int kUnits = 20'000;  // of one point of the index

Table::Case random_case(Dice& dice, const Instrument& instrument) {
  Table::Case c;
  c.instrument = &instrument;
  const bool plain = dice.chance(40);
  const int high = dice.roll(1, 4);
  for (std::size_t i = 0; i < instrument.indicators.size(); ++i) {
    Entry entry{dice.roll(1, high), {}};
    const int numbers = plain ? 0 : dice.roll(0, 3);
    for (int n = 0; n < numbers; ++n) entry.effort.push_back(dice.roll(0, 3));
    c.entries.push_back(entry);
  }
  for (int o = dice.roll(0, 2); o > 0; --o) {
    const int first = dice.roll(1, 47);
    ObstacleEntry obstacle{{}, dice.roll(1, 3), {}};
    for (int i = first; i <= std::min(47, first + 12); ++i) obstacle.holds.push_back(i);
    if (dice.chance(70)) obstacle.effort = dice.roll(0, 9);
    c.obstacles.push_back(obstacle);
  }
  if (dice.chance(20)) c.max_rise = dice.roll(1, 2);
  if (dice.chance(30)) {
    for (int k = 0; k < 6; ++k) {
      c.keep.insert(instrument.indicators[static_cast<std::size_t>(dice.roll(0, 46))]);
    }
  }
  return c;
}

void check_case(Dice& dice, const Catalog& catalog, Table::Case& c, const RuleSet& rules,
                int (&seen)[3]) {
  c.rules = rules;
  const Assessment assessment =
      read(catalog, assessment_text("permenpanrb-59-2020", c.entries, c.obstacles));
  PlanRequest request;
  request.rules = rules;
  request.keep.assign(c.keep.begin(), c.keep.end());
  if (c.max_rise < 4) request.max_rise = c.max_rise;
  request.target = Ratio(dice.roll(15, 48), 10);
  const Table table(c);
  const auto plan = plan_of(assessment, request);
  REQUIRE(plan);
  REQUIRE(plan->optimal);
  const Ratio short_by = (*request.target - plan->from) * Ratio(kUnits);
  const int gain = std::max(0, static_cast<int>(rounded(short_by, 0).num()));
  REQUIRE((short_by.is_whole() || short_by < Ratio(0)));
  const int effort = table.least_effort(gain);
  REQUIRE(plan->reached == (effort >= 0));
  if (gain == 0) {
    ++seen[0];
    CHECK(plan->steps.empty());
  } else if (effort >= 0) {
    ++seen[1];
    CHECK(plan->effort == Ratio(effort));
    CHECK((plan->to - plan->from) * Ratio(kUnits) == Ratio(table.gain_at(effort)));
  } else {
    ++seen[2];
    CHECK((plan->to - plan->from) * Ratio(kUnits) == Ratio(table.most_gain(1 << 20)));
    CHECK(plan->to == plan->best);
  }
  request.budget = Ratio(dice.roll(0, 30));
  request.target.reset();
  const auto spent = plan_of(assessment, request);
  REQUIRE(spent);
  const int most = table.most_gain(static_cast<int>(request.budget->num()));
  CHECK((spent->to - spent->from) * Ratio(kUnits) == Ratio(most));
  CHECK(spent->effort == Ratio(table.least_effort(most)));
}

}  // namespace

TEST_CASE("plans of 47 indicators equal those of dynamic programming", "[plan_full]") {
  const Catalog catalog;
  const auto instrument = catalog.find("permenpanrb-59-2020");
  Dice dice(59);
  int seen[3] = {0, 0, 0};
  constexpr int kRounds = kSanitized ? 40 : 200;
  for (int round = 0; round < kRounds; ++round) {
    INFO("round " << round);
    Table::Case c = random_case(dice, *instrument);
    const Rules rules = random_rules(dice, *instrument, dice.roll(0, 3), 4);
    check_case(dice, catalog, c, rules.set(), seen);
  }
  CHECK(seen[0] > kRounds / 40);
  CHECK(seen[1] > kRounds / 5);
  CHECK(seen[2] > kRounds / 40);
}

TEST_CASE("so do plans under the prerequisites of each edition", "[plan_full]") {
  const Catalog catalog;
  const auto instrument = catalog.find("permenpanrb-59-2020");
  Dice dice(2024);
  int seen[3] = {0, 0, 0};
  constexpr int kRounds = kSanitized ? 18 : 90;
  for (int round = 0; round < kRounds; ++round) {
    INFO("round " << round);
    Table::Case c = random_case(dice, *instrument);
    if (c.obstacles.size() > 1) c.obstacles.pop_back();
    const Edition& edition = instrument->editions[static_cast<std::size_t>(round % 3)];
    check_case(dice, catalog, c, rules_of(*instrument, &edition), seen);
  }
  CHECK(seen[1] > kRounds / 9);
}

}  // namespace spbe
