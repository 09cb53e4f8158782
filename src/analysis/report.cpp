#include "spbe/analysis/report.hpp"

namespace spbe {

Evaluation evaluate(Assessment assessment, std::optional<CategoryBasis> basis) {
  IndexResult result = compute(assessment, basis);
  return {std::move(assessment), std::move(result)};
}

bool comparable(const Evaluation& from, const Evaluation& to) {
  return from.result.instrument->id == to.result.instrument->id;
}

Comparison compare(const Evaluation& from, const Evaluation& to) {
  const Assessment& a = from.assessment;
  const Assessment& b = to.assessment;
  const bool same =
      a.year == b.year && a.stage == b.stage && same_institution(a.institution, b.institution);
  return compare(from.result, to.result, same ? Subject::same : Subject::different);
}

Summary summarize(const Assessment& assessment, const IndexResult& result) {
  Summary summary;
  summary.label = assessment.label();
  summary.institution = assessment.institution;
  summary.kind = assessment.kind;
  summary.province = assessment.province;
  summary.stage = assessment.stage;
  summary.year = assessment.year;
  summary.instrument = assessment.instrument;
  summary.index = result.index;
  summary.lowest_category = static_cast<std::uint8_t>(result.categories.front());
  summary.highest_category = static_cast<std::uint8_t>(result.categories.back());
  summary.scored = static_cast<std::uint16_t>(result.scored);
  summary.of = static_cast<std::uint16_t>(result.of);
  return summary;
}

std::string institution_key(std::string_view name) {
  std::string key;
  bool blank = false;
  for (const char c : name) {
    if (c == ' ' || c == '\t' || c == '\n') {
      blank = !key.empty();
      continue;
    }
    if (blank) key += ' ';
    blank = false;
    key += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return key;
}

bool same_institution(std::string_view a, std::string_view b) {
  return institution_key(a) == institution_key(b);
}

}  // namespace spbe
