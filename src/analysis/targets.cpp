#include "spbe/analysis/targets.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace spbe {

namespace {

std::optional<Ratio> level_target_of(const Assessment& assessment, ComponentIndex i) {
  const Details* details = assessment.details_of(i);
  return details == nullptr ? std::nullopt : details->target;
}

// What was published of the indicator's aspect, domain and index rises with its level; when the
// level was not known, nothing can be said of them any more.
void raise_published(Published& published, const Instrument& instrument, ComponentIndex i,
                     std::optional<Ratio> by) {
  const Component& raised = instrument.at(i);
  std::erase_if(published.components, [&](auto& one) {
    auto& [component, number] = one;
    if (!instrument.is_within(i, component)) return false;
    if (by) number.printed += *by * raised.weight / instrument.at(component).weight;
    return !by;
  });
  if (!by) published.index.reset();
  if (published.index) published.index->printed += *by * raised.worth;
}

void raise_to_target(Assessment& assessment, ComponentIndex i) {
  const auto target = level_target_of(assessment, i);
  if (!target) return;
  Score& score = assessment.scores[i];
  const bool known = score.kind == Score::Kind::level;
  if (known && score.level >= *target) return;
  raise_published(assessment.published, *assessment.instrument, i,
                  known ? std::optional(*target - score.level) : std::nullopt);
  score.kind = Score::Kind::level;
  score.level = *target;
}

class TargetPictures {
 public:
  TargetPictures(const Evaluation& now, const std::optional<Goal>& goal, const RuleSet& rules)
      : now_(now), instrument_(*now.result.instrument), rules_(rules) {
    picture_.goal = goal;
    picture_.then = evaluate(with_targets_kept(now.assessment), now.result.basis);
    if (goal) picture_.reached = reaches(picture_.then.result.index, goal->index);
  }

  TargetPicture run() {
    collect();
    for (const auto& [unit, targets] : by_unit_) add_unit(unit, targets);
    std::ranges::stable_sort(picture_.units, [](const UnitTargets& a, const UnitTargets& b) {
      return a.contribution.low > b.contribution.low;
    });
    find_pairs();
    add_parts();
    find_broken();
    return std::move(picture_);
  }

 private:
  void collect() {
    const Comparison change = compare(now_, picture_.then);
    for (const ComponentIndex i : instrument_.indicators) {
      const auto target = level_target_of(now_.assessment, i);
      if (!target) continue;
      const Score& score = now_.assessment.score(i);
      const bool known = score.kind == Score::Kind::level;
      if (known && score.level > *target) picture_.below.push_back(i);
      if (known && score.level >= *target) continue;
      const Details& details = *now_.assessment.details_of(i);
      const LevelTarget one{i, now_.result.components[i].value, *target,
                            change.changes[i].contribution, details.due};
      const std::set<std::string> units(details.units.begin(), details.units.end());
      for (const std::string& unit : units) by_unit_[unit].push_back(one);
      if (units.empty()) by_unit_[""].push_back(one);
    }
  }

  // The index when none of these units does its part. Their levels stay as they are, and all else
  // is as with every target kept: what they do not add is simply taken off, however many there are.
  Interval without(const std::set<std::string>& failing) const {
    std::set<ComponentIndex> left;
    for (const std::string& unit : failing) {
      for (const LevelTarget& one : by_unit_.at(unit)) left.insert(one.indicator);
    }
    Interval index = picture_.then.result.index;
    for (const ComponentIndex i : left) {
      const Score& score = now_.assessment.score(i);
      const Scale& scale = instrument_.scale_of(i);
      const Interval level = score.kind == Score::Kind::level
                                 ? Interval::point(score.level)
                                 : Interval{Ratio(scale.low), Ratio(scale.high), false};
      const Interval target = Interval::point(*level_target_of(now_.assessment, i));
      index = index + difference(level, target) * instrument_.at(i).worth;
    }
    return index;
  }

  void add_unit(const std::string& name, const std::vector<LevelTarget>& targets) {
    UnitTargets unit;
    unit.unit = name;
    unit.targets = targets;
    std::ranges::stable_sort(unit.targets, [](const LevelTarget& a, const LevelTarget& b) {
      return a.contribution.low > b.contribution.low;
    });
    for (const LevelTarget& target : unit.targets) {
      unit.contribution = unit.contribution + target.contribution;
    }
    unit.without = without({name});
    if (picture_.goal) unit.reached = reaches(unit.without, picture_.goal->index);
    picture_.units.push_back(std::move(unit));
  }

  void find_pairs() {
    if (picture_.reached != Answer::yes) return;
    const auto& units = picture_.units;
    for (std::size_t a = 0; a < units.size(); ++a) {
      for (std::size_t b = a + 1; b < units.size(); ++b) {
        if (units[a].reached != Answer::yes || units[b].reached != Answer::yes) continue;
        const Interval index = without({units[a].unit, units[b].unit});
        if (reaches(index, picture_.goal->index) != Answer::yes) {
          picture_.pairs.emplace_back(a, b);
        }
      }
    }
  }

  void add_parts() {
    const Comparison change = compare(now_, picture_.then);
    const auto& goals = now_.assessment.targets.parts;
    for (ComponentIndex i = 0; i < instrument_.components.size(); ++i) {
      if (instrument_.at(i).is_indicator()) continue;
      PartTargets part;
      part.component = i;
      part.now = now_.result.components[i].value;
      part.then = picture_.then.result.components[i].value;
      part.contribution = change.changes[i].contribution;
      const auto goal = std::ranges::find(goals, i, &Targets::Part::component);
      if (goal != goals.end()) part.goal = goal->value;
      for (const ComponentIndex below : instrument_.indicators) {
        if (instrument_.is_within(below, i) && level_target_of(now_.assessment, below))
          ++part.targets;
      }
      picture_.parts.push_back(part);
    }
  }

  void find_broken() {
    const auto before = broken_rules(rules_, levels_of(now_.assessment));
    for (BrokenRule& broken : broken_rules(rules_, levels_of(picture_.then.assessment))) {
      const bool known = std::ranges::any_of(before, [&](const BrokenRule& old) {
        return old.rule == broken.rule && old.indicator == broken.indicator;
      });
      if (!known) picture_.broken.push_back(std::move(broken));
    }
  }

  const Evaluation& now_;
  const Instrument& instrument_;
  const RuleSet& rules_;
  TargetPicture picture_;
  std::map<std::string, std::vector<LevelTarget>> by_unit_;
};

}  // namespace

Interval TargetPicture::contribution() const {
  std::map<ComponentIndex, Interval> once;
  for (const UnitTargets& unit : units) {
    for (const LevelTarget& target : unit.targets) once[target.indicator] = target.contribution;
  }
  Interval sum;
  for (const auto& [indicator, contribution] : once) sum = sum + contribution;
  return sum;
}

Interval TargetPicture::units_sum() const {
  Interval sum;
  for (const UnitTargets& unit : units) sum = sum + unit.contribution;
  return sum;
}

Answer reaches(const Interval& index, Ratio goal) {
  if (index.low >= goal) return Answer::yes;
  const bool below = index.high < goal || (index.open_high && index.high == goal);
  return below ? Answer::no : Answer::maybe;
}

int target_year(const Assessment& assessment) {
  if (assessment.targets.year) return *assessment.targets.year;
  std::optional<int> last;
  for (const ComponentIndex i : assessment.instrument->indicators) {
    const Details* details = assessment.details_of(i);
    if (details == nullptr || !details->target || !details->due) continue;
    last = std::max(last.value_or(assessment.year), details->due->year);
  }
  return last.value_or(assessment.year + 1);
}

bool has_level_targets(const Assessment& assessment) {
  return std::ranges::any_of(assessment.instrument->indicators, [&](ComponentIndex i) {
    return level_target_of(assessment, i).has_value();
  });
}

std::optional<Goal> goal_of(const Evaluation& evaluation) {
  const IndexResult& result = evaluation.result;
  const Targets& targets = evaluation.assessment.targets;
  const auto of_category = [&](std::size_t category) {
    return Goal{result.instrument->least_index(category, result.basis), category};
  };
  std::optional<Goal> goal;
  if (targets.category) goal = of_category(*targets.category);
  if (targets.index && (!goal || *targets.index > goal->index)) {
    goal = Goal{*targets.index, std::nullopt};
  }
  if (goal) return goal;
  // Where the predikat is not certain, the next one is that which may be had already.
  const std::size_t next = result.categories.front() + 1;
  if (next >= result.instrument->categories.size()) return goal;
  return of_category(next);
}

TargetPicture targets_of(const Evaluation& evaluation, const std::optional<Goal>& goal,
                         const RuleSet& rules) {
  return TargetPictures(evaluation, goal, rules).run();
}

Assessment with_targets_kept(const Assessment& assessment) {
  Assessment kept = assessment;
  kept.published.category.clear();  // it tells of the present levels
  for (const ComponentIndex i : assessment.instrument->indicators) raise_to_target(kept, i);
  return kept;
}

std::optional<Plan> least_addition(const TargetPicture& picture, const RuleSet& rules,
                                   Diagnostics& diagnostics) {
  const Assessment& then = picture.then.assessment;
  if (!picture.goal || !without_level(then).empty()) return std::nullopt;
  PlanRequest request;
  request.target = picture.goal->index;
  request.rules = rules;
  return make_plan(then, request, diagnostics);
}

}  // namespace spbe
