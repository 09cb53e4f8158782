#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "spbe/analysis/evaluation.hpp"
#include "spbe/analysis/plan.hpp"

namespace spbe {

// Whether something is so, as far as the levels that are known can tell.
enum class Answer { no, maybe, yes };
Answer reaches(const Interval& index, Ratio goal);

// An indicator with a target above its level, or without a level.
struct LevelTarget {
  ComponentIndex indicator = kNoComponent;
  Interval level;  // a point, or the scale when the level is not known
  Ratio target;
  Interval contribution;  // index points that keeping the target adds
  std::optional<Date> due;
};

// One unit, and what hangs on it. An indicator of two units is with both: it is reached only
// when both do their part.
struct UnitTargets {
  std::string unit;                  // empty: indicators for which no unit is named
  std::vector<LevelTarget> targets;  // largest contribution first
  Interval contribution;             // of all of them together
  Interval without;                  // the index when this unit alone does nothing
  Answer reached = Answer::no;       // the goal, when this unit alone does nothing
};

// A domain or aspect: as it is, and when every target is kept.
struct PartTargets {
  ComponentIndex component = kNoComponent;
  Interval now;
  Interval then;
  std::optional<Ratio> goal;  // of `targets:` in the file
  Interval contribution;      // index points
  std::size_t targets = 0;    // indicators below it that have one
};

// What must be reached: an index, with the category it stands for when one was named.
struct Goal {
  Ratio index;  // the least index that will do
  std::optional<std::size_t> category;
};
// What the file sets: the higher of its index and its predikat; without either the predikat
// above the present one, and nothing in the highest.
std::optional<Goal> goal_of(const Evaluation& evaluation);
// The year that the targets of the file are for: `targets: {year: }`, else that of the last `due`
// of its indicators, else the year after the file's.
int target_year(const Assessment& assessment);
// Whether any indicator has a target.
bool has_level_targets(const Assessment& assessment);

// What the targets of all units add up to.
struct TargetPicture {
  std::optional<Goal> goal;
  Evaluation then;                 // every target kept; levels above their target stay
  Answer reached = Answer::no;     // the goal
  std::vector<UnitTargets> units;  // most at stake first
  std::vector<PartTargets> parts;  // domains and aspects, in the order of the instrument
  // Places in `units` of two that cost the goal together though neither does alone.
  std::vector<std::pair<std::size_t, std::size_t>> pairs;
  std::vector<ComponentIndex> below;  // targets below the level
  std::vector<BrokenRule> broken;     // by the targets, not by the present levels

  // Index points of all targets; what units share counts once.
  Interval contribution() const;
  // Of the units one by one, together: what they share counts with each.
  Interval units_sum() const;
};

TargetPicture targets_of(const Evaluation& evaluation, const std::optional<Goal>& goal,
                         const RuleSet& rules);

// The assessment with every target kept.
Assessment with_targets_kept(const Assessment& assessment);

// The least effort beyond the targets that reaches the goal; nothing when a level is not known,
// or after an error.
std::optional<Plan> least_addition(const TargetPicture& picture, const RuleSet& rules,
                                   Diagnostics& diagnostics);

}  // namespace spbe
