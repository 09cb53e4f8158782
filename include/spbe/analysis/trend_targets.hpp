#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "spbe/analysis/targets.hpp"
#include "spbe/analysis/trend.hpp"

namespace spbe {

// What a file aims at in a year.
struct TrendTarget {
  int year = 0;
  const Evaluation* set_by = nullptr;
  bool stated = false;  // by `targets:` of the file; else what the targets of indicators add up to
  Interval index;       // a point when stated
  std::optional<std::size_t> category;    // when the file names one
  const Evaluation* result = nullptr;     // of that year, or null
  Answer reached = Answer::no;            // by that result
  std::optional<Interval> ahead_by;       // of the result; below zero when the target is missed
  std::optional<Interval> still_to_rise;  // without a result: from that of the file
};

// Ascending, of each year that of the newest file. A target under another instrument than the
// result of its year, or than the newest one, cannot be compared and is left out.
std::vector<TrendTarget> trend_targets(const Trend& trend);

}  // namespace spbe
