#include "spbe/analysis/stages.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace spbe {

namespace {

using Results = std::vector<const Evaluation*>;

class YearOfStages {
 public:
  explicit YearOfStages(Results stages) {
    year_.year = stages.back()->assessment.year;
    year_.stages = std::move(stages);
  }

  StageYear run() {
    for (std::size_t i = 1; i < year_.stages.size(); ++i) {
      steps_.push_back(compare(*year_.stages[i - 1], *year_.stages[i]));
    }
    whole_ = compare(*year_.stages.front(), *year_.stages.back());
    year_.index = whole_.index;
    for (const ComponentIndex part : parts()) add(part);
    add_units();
    return std::move(year_);
  }

 private:
  // What can be compared in any step, in the instrument's order.
  std::set<ComponentIndex> parts() const {
    std::set<ComponentIndex> all(whole_.parts.begin(), whole_.parts.end());
    for (const Comparison& step : steps_) all.insert(step.parts.begin(), step.parts.end());
    return all;
  }

  void add(ComponentIndex part) {
    StageChange change;
    change.component = part;
    bool differs = false;
    for (const Comparison& step : steps_) {
      if (std::ranges::find(step.parts, part) == step.parts.end()) continue;
      const Direction direction = step.changes[part].direction();
      change.lowered = change.lowered || direction == Direction::fell;
      change.raised = change.raised || direction == Direction::rose;
      differs = differs || step.changes[part].differs;
    }
    year_.lowered += change.lowered ? 1U : 0U;
    year_.raised += change.raised ? 1U : 0U;
    if (!differs) {
      ++year_.same;
      return;
    }
    for (const Evaluation* stage : year_.stages) {
      const ComponentResult& result = stage->result.components[part];
      change.values.push_back(result.value);
      change.known.push_back(result.known());
      const Details* details = stage->assessment.details_of(part);
      if (details != nullptr && !details->units.empty()) change.units = details->units;
    }
    change.contribution = whole_.changes[part].contribution;
    year_.changes.push_back(std::move(change));
  }

  void add_units() {
    std::map<std::string, StageUnit> units;
    const auto count = [&](const std::string& name, const StageChange& change) {
      StageUnit& unit = units[name];
      unit.unit = name;
      unit.lowered += change.lowered ? 1U : 0U;
      unit.raised += change.raised ? 1U : 0U;
      unit.contribution = unit.contribution + change.contribution;
    };
    for (const StageChange& change : year_.changes) {
      for (const std::string& name : change.units) count(name, change);
      if (change.units.empty()) count("", change);
    }
    for (auto& [name, unit] : units) year_.units.push_back(std::move(unit));
    std::ranges::stable_sort(year_.units, [](const StageUnit& a, const StageUnit& b) {
      return a.contribution.low < b.contribution.low;
    });
  }

  StageYear year_;
  std::vector<Comparison> steps_;
  Comparison whole_;
};

std::vector<LoweredAgain> lowered_again(const std::vector<StageYear>& years) {
  std::map<std::pair<std::string, ComponentIndex>, LoweredAgain> parts;
  std::map<std::string, std::size_t> of;
  for (const StageYear& year : years) {
    const auto& instrument = year.stages.back()->result.instrument;
    ++of[instrument->id];
    for (const StageChange& change : year.changes) {
      if (!change.lowered) continue;
      LoweredAgain& part = parts[{instrument->id, change.component}];
      part.instrument = instrument;
      part.component = change.component;
      part.years.push_back(year.year);
    }
  }
  std::vector<LoweredAgain> again;
  for (auto& [key, part] : parts) {
    part.of = of.at(key.first);
    if (part.years.size() > 1) again.push_back(std::move(part));
  }
  std::ranges::stable_sort(again, [](const LoweredAgain& a, const LoweredAgain& b) {
    return a.years.size() > b.years.size();
  });
  return again;
}

}  // namespace

Stages stages_of(const std::vector<Evaluation>& all) {
  Stages stages;
  std::vector<std::string> order;
  std::map<std::string, std::map<int, Results>> institutions;
  InstitutionKeys keys;
  for (const Evaluation& one : all) keys.meet(one.assessment.institution, one.assessment.id);
  for (const Evaluation& one : all) {
    const std::string key = keys.of(one.assessment);
    const auto [at, fresh] = institutions.try_emplace(key);
    if (fresh) order.push_back(key);
    Results& results = at->second[one.assessment.year];
    const auto same = std::ranges::find_if(results, [&](const Evaluation* other) {
      return stage_order(other->assessment.stage) == stage_order(one.assessment.stage);
    });
    if (same == results.end()) {
      results.push_back(&one);
    } else {
      stages.twice.emplace_back(*same, &one);
    }
  }
  for (const std::string& key : order) {
    StageHistory history;
    for (auto& [year, results] : institutions.at(key)) {
      std::ranges::stable_sort(
          results, {}, [](const Evaluation* one) { return stage_order(one->assessment.stage); });
      Results alike;
      for (const Evaluation* one : results) {
        (comparable(*one, *results.back()) ? alike : stages.single).push_back(one);
      }
      if (alike.size() < 2) {
        stages.single.push_back(alike.front());
        continue;
      }
      history.institution = alike.back()->assessment.institution;
      history.years.push_back(YearOfStages(std::move(alike)).run());
    }
    if (history.years.empty()) continue;
    history.again = lowered_again(history.years);
    stages.institutions.push_back(std::move(history));
  }
  return stages;
}

}  // namespace spbe
