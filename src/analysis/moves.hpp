#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "spbe/analysis/plan.hpp"

namespace spbe {

inline constexpr std::size_t kNoMove = static_cast<std::size_t>(-1);

// The smallest thing that can be done: raise an indicator by one step, to its next whole level or
// milestone, or by one more piece of accepted evidence where these are counted; or remove an
// obstacle.
struct Move {
  ComponentIndex indicator = kNoComponent;  // or
  std::size_t obstacle = kNoObstacle;
  Ratio from;
  Ratio to;
  Ratio gain;  // index points
  Ratio effort;
  int level = 0;                   // of the scale: the one it completes, or helps to complete
  std::size_t below = kNoMove;     // the move of the same indicator that comes before
  std::vector<std::size_t> needs;  // moves of others that come before
  bool possible = true;
  int year = 1;  // the earliest year in which it can be done
};

// Every move, indicators in the order of the instrument with their levels ascending, then the
// obstacles. An unknown level counts as the lowest. `possible` holds when the move and all it
// waits for can be done within the request's years.
std::vector<Move> moves_of(const Assessment& assessment, const PlanRequest& request);

// False, with an error, when they are more than a plan chooses from: each of many questions it asks
// looks at all of them. The instruments that are built in have some 200, and an obstacle is one
// more.
bool can_be_planned(const std::vector<Move>& moves, const Assessment& assessment,
                    Diagnostics& diagnostics);

// The highest move of the same indicator that lies `count` levels below `move`, or kNoMove.
std::size_t levels_below(const std::vector<Move>& moves, std::size_t move, int count);

}  // namespace spbe
