#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "spbe/analysis/evaluation.hpp"

namespace spbe {

// Years under one instrument, without another in between. Figures of two spans have no
// difference.
struct TrendSpan {
  std::shared_ptr<const Instrument> instrument;
  std::vector<const Evaluation*> years;  // ascending, each year once; some may be missing
  std::optional<Comparison> change;      // from the first to the last, when there are two
  const Evaluation* in(int year) const;  // or null
};

// One institution over the years.
struct Trend {
  std::string institution;
  std::vector<TrendSpan> spans;  // ascending, at least one
  // Results of a year for which another was taken: a later stage, or the one given first.
  std::vector<const Evaluation*> set_aside;

  int first_year() const { return spans.front().years.front()->assessment.year; }
  int last_year() const { return spans.back().years.back()->assessment.year; }
  std::vector<int> missing_years() const;
};

// One for each institution, in the order in which they are first met. Points into `results`.
std::vector<Trend> trends(const std::vector<std::unique_ptr<Evaluation>>& results);

}  // namespace spbe
