#include <algorithm>

#include "analysis/check_rules.hpp"
#include "spbe/model/province.hpp"

namespace spbe {

namespace {

// The first day on which a value may be dated to be in use in `year`: so many months before it
// begins. An older one is too old on every day of the year.
Date earliest_in(int year, int months) {
  const int before = (months + 11) / 12;
  const int month = 12 * before - months + 1;
  return {year - before, month, 1};
}

// "5 (Indeks SDI, Bappenas)".
std::string with_owner(const Instrument& instrument, ComponentIndex indicator) {
  const ExternalIndex& index = *instrument.external_of(indicator);
  std::string text = instrument.at(indicator).key + " (" + index.name;
  if (!index.owner.empty()) text += ", " + index.owner;
  return text + ")";
}

}  // namespace

std::vector<Finding> unknown_province(const CheckSubject& subject) {
  const Assessment& assessment = subject.now.assessment;
  if (assessment.province.empty() || find_province(assessment.province) != nullptr) return {};
  Finding found =
      finding(subject, "unknown-province", assessment.province_span, {assessment.province});
  if (const auto near = nearest_province(assessment.province)) {
    found.hint = {"did-you-mean", {*near}, {}};
  }
  return {std::move(found)};
}

std::vector<Finding> evidence_not_counted(const CheckSubject& subject) {
  const Assessment& assessment = subject.now.assessment;
  const Instrument& instrument = *assessment.instrument;
  std::vector<Finding> findings;
  for (const ComponentIndex i : instrument.indicators) {
    const Details* details = assessment.details_of(i);
    if (details == nullptr) continue;
    const AcceptedEvidence* idle = details->uncounted();
    if (idle == nullptr) continue;
    const int held = instrument.scale_of(i).complete_level(assessment.score(i).level) + 1;
    Finding found =
        finding(subject, "evidence-not-counted", idle->span,
                {short_name(instrument, i), std::to_string(idle->level), std::to_string(held)});
    found.indicators = {i};
    findings.push_back(std::move(found));
  }
  return findings;
}

std::vector<Finding> external_index_old(const CheckSubject& subject) {
  const Assessment& assessment = subject.now.assessment;
  const Instrument& instrument = *assessment.instrument;
  std::vector<Finding> findings;
  for (const ComponentIndex i : instrument.indicators) {
    const Details* details = assessment.details_of(i);
    if (details == nullptr || !details->external || !details->external->date) continue;
    const ExternalValue& value = *details->external;
    const ExternalIndex& index = instrument.externals[value.index];
    if (index.max_age_months == 0) continue;
    if (*value.date >= earliest_in(assessment.year, index.max_age_months)) continue;
    Finding found =
        finding(subject, "external-index-old", value.span,
                {index.name, to_string(*value.date), std::to_string(index.max_age_months),
                 std::to_string(assessment.year), short_name(instrument, i)});
    found.indicators = {i};
    findings.push_back(std::move(found));
  }
  return findings;
}

// The lowest value needs no index: it is what counts when there is none.
std::vector<Finding> external_index_undated(const CheckSubject& subject) {
  const Assessment& assessment = subject.now.assessment;
  const Instrument& instrument = *assessment.instrument;
  std::vector<ComponentIndex> undated;
  std::string whose;
  for (const ComponentIndex i : instrument.indicators) {
    const Score& score = assessment.score(i);
    if (instrument.external_of(i) == nullptr || score.kind != Score::Kind::level) continue;
    if (score.level <= Ratio(instrument.scale_of(i).low)) continue;
    const Details* details = assessment.details_of(i);
    if (details != nullptr && details->external && details->external->date) continue;
    undated.push_back(i);
    whose += (whose.empty() ? "" : "; ") + with_owner(instrument, i);
  }
  if (undated.empty()) return {};
  Finding found =
      finding(subject, "external-index-undated", assessment.scores_span, {ItsCount{}, whose});
  found.indicators = std::move(undated);
  return {std::move(found)};
}

}  // namespace spbe
