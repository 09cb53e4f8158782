#pragma once

#include <memory>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "catch.hpp"
#include "spbe/analysis/plan.hpp"
#include "spbe/model/catalog.hpp"

namespace spbe::plan_test {

inline std::shared_ptr<const Source> source_of(std::string text) {
  return std::make_shared<const Source>("case.yaml", std::move(text));
}

inline Assessment read(const Catalog& catalog, std::string text) {
  Diagnostics diagnostics;
  auto assessment = read_assessment(source_of(std::move(text)), catalog, diagnostics);
  for (const Diagnostic& d : diagnostics.list()) {
    if (d.severity == Severity::error) FAIL(d.code);
  }
  return std::move(*assessment);
}

// The same sequence on every machine: the standard's engines are defined, its distributions
// are not.
class Dice {
 public:
  explicit Dice(std::uint32_t seed) : engine_(seed) {}
  int roll(int low, int high) {
    const auto span = static_cast<std::uint32_t>(high - low + 1);
    return low + static_cast<int>(engine_() % span);
  }
  bool chance(int percent) { return roll(1, 100) <= percent; }

 private:
  std::mt19937 engine_;
};

// An instrument of one domain and one aspect with these weights, which sum to 100.
inline std::string instrument_text(const std::vector<int>& weights) {
  std::string text =
      "id: small\nname: Small\nindex: Index\nregulation: none\nyears: 2021-2025\n"
      "status: verified\nsource: none\n"
      "scales:\n  s: {name: s, english: s, levels: 1-4}\n"
      "categories:\n  - {name: Low, from: \"1\"}\n  - {name: High, from: \"2.5\"}\n"
      "category_rule: {default: exact}\n"
      "domains:\n  D1:\n    slug: d\n    name: d\n    weight: \"100\"\n    aspects:\n      A1:\n"
      "        slug: a\n        name: a\n        weight: \"100\"\n        scale: s\n"
      "        indicators:\n";
  for (std::size_t i = 0; i < weights.size(); ++i) {
    text += "          " + std::to_string(i + 1) + ": {name: i, weight: \"" +
            std::to_string(weights[i]) + "\"}\n";
  }
  return text;
}

struct Entry {
  int level = 1;
  std::vector<int> effort;
};

struct ObstacleEntry {
  std::vector<int> holds;
  int at = 1;
  std::optional<int> effort;
};

inline std::string assessment_text(const std::string& instrument, const std::vector<Entry>& entries,
                                   const std::vector<ObstacleEntry>& obstacles = {}) {
  std::string text = "institution: X\nyear: 2024\ninstrument: " + instrument + "\nscores:\n";
  for (std::size_t i = 0; i < entries.size(); ++i) {
    text += "  " + std::to_string(i + 1) + ": {level: " + std::to_string(entries[i].level);
    if (!entries[i].effort.empty()) {
      text += ", effort: [";
      for (const int e : entries[i].effort) text += std::to_string(e) + ",";
      text.back() = ']';
    }
    text += "}\n";
  }
  if (!obstacles.empty()) text += "obstacles:\n";
  for (std::size_t o = 0; o < obstacles.size(); ++o) {
    text += "  - {id: o" + std::to_string(o + 1) + ", at: " + std::to_string(obstacles[o].at) +
            ", holds: [";
    for (const int i : obstacles[o].holds) text += std::to_string(i) + ",";
    text.back() = ']';
    if (obstacles[o].effort) text += ", effort: " + std::to_string(*obstacles[o].effort);
    text += "}\n";
  }
  return text;
}

// The effort of raising one indicator from its level to `to`, as the file says.
inline int effort_to(const Entry& entry, int to) {
  int sum = 0;
  for (int level = entry.level; level < to; ++level) {
    const auto place = static_cast<std::size_t>(level - 1);
    if (entry.effort.empty()) {
      ++sum;
    } else {
      sum += entry.effort[std::min(place, entry.effort.size() - 1)];
    }
  }
  return sum;
}

struct Rules {
  std::vector<Prerequisite> list;
  RuleSet set() const {
    RuleSet rules;
    for (const Prerequisite& rule : list) rules.rules.push_back(&rule);
    return rules;
  }
};

// Needs point to lower numbers only, so that no circle can come about.
inline Rules random_rules(Dice& dice, const Instrument& instrument, int count, int highest) {
  Rules rules;
  const int last = static_cast<int>(instrument.indicators.size()) - 1;
  for (int r = 0; r < count; ++r) {
    Prerequisite rule;
    const int raised = dice.roll(1, last);
    rule.raise = {instrument.indicators[static_cast<std::size_t>(raised)]};
    for (int more = raised + 1; more <= last && dice.chance(60); ++more) {
      rule.raise.push_back(instrument.indicators[static_cast<std::size_t>(more)]);
    }
    rule.to = Ratio(dice.roll(2, highest));
    const auto need = static_cast<std::size_t>(dice.roll(0, raised - 1));
    rule.needs.push_back({instrument.indicators[need], Ratio(dice.roll(2, 3))});
    rules.list.push_back(std::move(rule));
  }
  return rules;
}

inline std::optional<Plan> plan_of(const Assessment& assessment, const PlanRequest& request) {
  Diagnostics diagnostics;
  auto plan = make_plan(assessment, request, diagnostics);
  for (const Diagnostic& d : diagnostics.list()) FAIL(d.code);
  return plan;
}

}  // namespace spbe::plan_test
