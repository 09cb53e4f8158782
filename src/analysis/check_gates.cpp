#include <algorithm>

#include "analysis/check_rules.hpp"

namespace spbe {

// A gate passes only what certainly meets it: an index that is not known exactly must meet it at
// its lowest.
std::vector<Finding> gate_min_index(const CheckSubject& subject) {
  const Printed& least = *subject.options.min_index;
  const Interval& index = subject.now.result.index;
  if (index.low >= least.value) return {};
  const bool reaches = index.open_high ? index.high > least.value : index.high >= least.value;
  const char* code = index.exact() ? "min-index" : reaches ? "min-index.range" : "min-index.below";
  return {
      finding(subject, code, subject.now.assessment.scores_span, {index.low, index.high, least})};
}

std::vector<Finding> gate_min_category(const CheckSubject& subject) {
  const IndexResult& result = subject.now.result;
  const Instrument& instrument = *result.instrument;
  const Span span = subject.now.assessment.scores_span;
  const auto least = instrument.find_category(subject.options.min_category);
  if (!least) {
    return {finding(subject, "min-category.unknown", span,
                    {instrument.name, subject.options.min_category})};
  }
  const std::size_t lowest = result.categories.front();
  if (lowest >= *least) return {};
  const Category& wanted = instrument.categories[*least];
  return {finding(subject, result.exact() ? "min-category" : "min-category.range", span,
                  {instrument.categories[lowest].name, wanted.name, result.index.low,
                   result.index.high, Printed{wanted.from}})};
}

std::vector<Finding> gate_complete(const CheckSubject& subject) {
  const Assessment& assessment = subject.now.assessment;
  std::vector<ComponentIndex> without;
  for (const ComponentIndex i : assessment.instrument->indicators) {
    if (assessment.score(i).kind != Score::Kind::level) without.push_back(i);
  }
  if (without.empty()) return {};
  Finding found = finding(subject, "complete", assessment.scores_span,
                          {ItsCount{}, std::to_string(subject.now.result.of), ItsIndicators{}});
  found.indicators = std::move(without);
  return {std::move(found)};
}

}  // namespace spbe
