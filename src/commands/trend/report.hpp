#pragma once

#include <string>
#include <vector>

#include "render/csv.hpp"
#include "render/page.hpp"
#include "spbe/analysis/trend.hpp"

namespace spbe {

// Institutions over the years, and what has a row.
struct TrendReport {
  std::vector<Trend> trends;
  ComponentKind by = ComponentKind::domain;
  bool each = false;  // many institutions in full, one after the other, not a row each
};

page::Page trend_page(const TrendReport& report, Language language);
std::string trend_json(const TrendReport& report);
std::string trend_csv(const TrendReport& report, CsvDialect dialect = {});

// Components with a row for `by` in one span: that tier, and above it what is
// known only by a published value in some year. What is not known in any year
// is left out.
std::vector<ComponentIndex> trend_rows(const TrendSpan& span, ComponentKind by);

}  // namespace spbe
