#pragma once

#include <optional>
#include <vector>

#include "spbe/analysis/prerequisites.hpp"
#include "spbe/base/diagnostic.hpp"
#include "spbe/model/assessment.hpp"

namespace spbe {

inline constexpr std::size_t kNoObstacle = static_cast<std::size_t>(-1);

// What to plan. Levels rise, one at a time; nothing is ever lowered.
struct PlanRequest {
  std::optional<Ratio> target;       // least exact index to reach; without it the highest is sought
  std::optional<Ratio> budget;       // most effort
  std::vector<ComponentIndex> keep;  // indicators that stay as they are
  std::vector<std::size_t> keep_obstacles;  // places in Assessment::obstacles; not removed
  std::optional<int> max_rise;              // levels an indicator may rise in one year
  int years = 1;
  RuleSet rules;
};

// One thing to do: raise an indicator, or remove an obstacle.
struct Step {
  ComponentIndex indicator = kNoComponent;  // or
  std::size_t obstacle = kNoObstacle;       // place in Assessment::obstacles
  Ratio from;
  Ratio to;
  Ratio effort;
  Ratio contribution;                   // index points
  Ratio index;                          // after this step
  int year = 1;                         // from 1 to PlanRequest::years
  std::vector<ComponentIndex> unlocks;  // indicators of the plan that waited for it
};

struct Plan {
  Ratio from;  // index as it is
  Ratio to;    // index when all is done
  Ratio effort;
  bool reached = true;      // the target, within the budget
  bool optimal = true;      // proven; false only when the search was cut off
  Ratio best;               // the highest index that is possible at all under the request
  std::vector<Step> steps;  // in an order in which they can be done
  Levels levels;            // when all is done
};

// The edition whose prerequisites a plan for the year after `year` keeps to: the one in force
// then, else the newest before it; null when there is none.
const Edition* edition_for_plan(const Instrument& instrument, int year);

// Indicators without a level of their own; a plan needs all.
std::vector<ComponentIndex> without_level(const Assessment& assessment);

// The plan with the least effort, or, without a target or when that is out of reach, the one
// with the highest index. Of equal plans the one with the higher index (or the lower effort),
// then the fewest steps (levels, and obstacles removed), then the highest levels in the groups of
// alike indicators, taken in the order of their first members; within such a group the first ones
// are raised. The search is exact and its work is counted, not timed: the same input gives the same
// plan. Nothing after an error: numbers too fine to plan exactly. Every indicator must have a
// level.
std::optional<Plan> make_plan(const Assessment& assessment, const PlanRequest& request,
                              Diagnostics& diagnostics);

// What an effort can buy: no plan has a higher index for as little effort, nor this index for
// less.
struct CurvePoint {
  Ratio effort;
  Ratio index;
  bool optimal = true;  // proven
};

struct Curve {
  std::vector<CurvePoint> points;   // rising in both; the first is what costs nothing
  std::optional<std::size_t> bend;  // place of the point after which effort buys the least
  Ratio best;                       // as in Plan
};

// For every index that is shown with other decimals (kShownPlaces), the least effort that
// reaches it and the highest index for that effort; up to the target, or what the budget can pay
// for, or the highest index. The bend is the point that lies highest above the straight line
// from the first point to the last of the whole curve, up to the highest index; none when no point
// does, or it is not among these.
// As make_plan: nothing after an error, and every indicator must have a level.
std::optional<Curve> plan_curve(const Assessment& assessment, const PlanRequest& request,
                                Diagnostics& diagnostics);

// Something that keeps indicators from rising: an obstacle of the file, or an indicator that
// has not reached the level which others wait for.
struct Barrier {
  std::size_t obstacle = kNoObstacle;  // place in Assessment::obstacles, or
  ComponentIndex gate = kNoComponent;
  Ratio gate_level;                   // the level that others wait for
  std::vector<ComponentIndex> holds;  // the indicators that cannot rise as far as they could
  std::vector<Ratio> at;              // the level each of them cannot pass
  // Index points and index, where everything else rises to its highest level.
  Ratio ceiling;  // the highest index while it stands
  Ratio own;      // of a gate: what reaching `gate_level` itself is worth
  Ratio worth;    // the most that what it holds can add
  Ratio first;    // what the first level of each of them adds
  Ratio alone;    // as `worth`, while all the other barriers stand
};

// The obstacles of the file in its order, or when it has none the gates of `rules` that hold
// something, the lowest ceiling first. None, with a warning, where they are too many to weigh, as
// only an instrument much larger than any real one has.
std::vector<Barrier> find_barriers(const Assessment& assessment, const RuleSet& rules,
                                   Diagnostics& diagnostics);

}  // namespace spbe
