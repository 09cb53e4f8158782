#include "spbe/analysis/trend.hpp"

#include <algorithm>
#include <map>

#include "analysis/history.hpp"

namespace spbe {

namespace {

Trend trend_of(const std::vector<const Evaluation*>& results) {
  Trend trend;
  trend.institution = results.back()->assessment.institution;
  YearlyResults yearly = by_year(results);
  trend.set_aside = std::move(yearly.set_aside);
  for (const Evaluation* result : yearly.years) {
    const auto& instrument = result->result.instrument;
    if (trend.spans.empty() || trend.spans.back().instrument->id != instrument->id) {
      trend.spans.emplace_back();
      trend.spans.back().instrument = instrument;
    }
    trend.spans.back().years.push_back(result);
  }
  for (TrendSpan& span : trend.spans) {
    if (span.years.size() > 1) span.change = compare(*span.years.front(), *span.years.back());
  }
  return trend;
}

}  // namespace

const Evaluation* TrendSpan::in(int year) const {
  const auto found = std::ranges::find_if(
      years, [&](const Evaluation* result) { return result->assessment.year == year; });
  return found == years.end() ? nullptr : *found;
}

std::vector<int> Trend::missing_years() const {
  std::vector<int> missing;
  for (int year = first_year(); year <= last_year(); ++year) {
    const bool here =
        std::ranges::any_of(spans, [&](const TrendSpan& span) { return span.in(year) != nullptr; });
    if (!here) missing.push_back(year);
  }
  return missing;
}

std::vector<Trend> trends(const std::vector<std::unique_ptr<Evaluation>>& results) {
  std::vector<std::vector<const Evaluation*>> institutions;
  std::map<std::string, std::size_t> places;
  InstitutionKeys keys;
  for (const auto& result : results) {
    keys.meet(result->assessment.institution, result->assessment.id);
  }
  for (const auto& result : results) {
    const std::string key = keys.of(result->assessment);
    const auto [place, added] = places.emplace(key, institutions.size());
    if (added) institutions.emplace_back();
    institutions[place->second].push_back(result.get());
  }
  std::vector<Trend> list;
  list.reserve(institutions.size());
  for (const auto& results_of_one : institutions) list.push_back(trend_of(results_of_one));
  return list;
}

}  // namespace spbe
