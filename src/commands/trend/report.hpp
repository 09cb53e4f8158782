#pragma once

#include <string>
#include <vector>

#include "render/style.hpp"
#include "spbe/analysis/trend.hpp"

namespace spbe {

// Institutions over the years, and what has a row.
struct TrendReport {
  std::vector<Trend> trends;
  ComponentKind by = ComponentKind::domain;
  bool each = false;  // many institutions in full, one after the other, not a row each
};

std::string trend_text(const TrendReport& report, const Style& style);
std::string trend_markdown(const TrendReport& report, Language language);
std::string trend_json(const TrendReport& report);
std::string trend_csv(const TrendReport& report);

// Values between `low` and `high` as blocks of eight heights; nothing known is a dot.
std::string blocks(const std::vector<std::optional<Ratio>>& values, Ratio low, Ratio high);

// Components with a row for `by` in one span: that tier, and above it what is known only by a
// published value in some year. What is not known in any year is left out.
std::vector<ComponentIndex> trend_rows(const TrendSpan& span, ComponentKind by);

}  // namespace spbe
