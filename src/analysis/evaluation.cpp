#include "spbe/analysis/evaluation.hpp"

#include <utility>

#include "spbe/model/province.hpp"

namespace spbe {

Evaluation evaluate(Assessment assessment, std::optional<CategoryBasis> basis) {
  IndexResult result = compute(assessment, basis);
  return {std::move(assessment), std::move(result)};
}

bool comparable(const Evaluation& from, const Evaluation& to) {
  return from.result.instrument->id == to.result.instrument->id;
}

Subject subject_of(const Assessment& a, const Assessment& b) {
  const bool same = a.year == b.year && a.stage == b.stage && of_same_institution(a, b);
  return same ? Subject::same : Subject::different;
}

Comparison compare(const Evaluation& from, const Evaluation& to) {
  return compare(from.result, to.result, subject_of(from.assessment, to.assessment));
}

Summary summarize(const Assessment& assessment, const IndexResult& result) {
  Summary summary;
  summary.label = assessment.label();
  summary.institution = assessment.institution;
  summary.id = assessment.id;
  summary.kind = assessment.kind;
  // Files of one province may write it in several ways, as the official tables do.
  summary.province = official_province(assessment.province);
  summary.stage = assessment.stage;
  summary.year = assessment.year;
  summary.instrument = assessment.instrument;
  summary.index = result.index;
  summary.categories = result.categories;
  summary.scored = static_cast<std::uint16_t>(result.scored);
  summary.of = static_cast<std::uint16_t>(result.of);
  summary.roots.reserve(assessment.instrument->roots.size());
  for (const ComponentIndex root : assessment.instrument->roots) {
    summary.roots.push_back(result.components[root].value);
  }
  return summary;
}

PriorYear prior_year(const Assessment& assessment, const IndexResult& result) {
  return {assessment.label(), assessment.id,         assessment.year, stage_order(assessment.stage),
          result.categories,  assessment.instrument, result.index};
}

PriorYear prior_year(const Summary& summary) {
  return {summary.label,      summary.id,         summary.year, stage_order(summary.stage),
          summary.categories, summary.instrument, summary.index};
}

std::optional<Interval> change_since(const PriorYear& current, const PriorYear& previous) {
  if (current.instrument->id != previous.instrument->id) return std::nullopt;
  return difference(current.index, previous.index);
}

std::uint8_t stage_order(Stage stage) {
  switch (stage) {
    case Stage::self:
    case Stage::plan:
      return 0;
    case Stage::document:
      return 1;
    case Stage::interview:
      return 2;
    case Stage::visit:
    case Stage::verified:
      return 3;
    case Stage::final:
    case Stage::unsaid:
      return 4;
  }
  return 0;
}

}  // namespace spbe
