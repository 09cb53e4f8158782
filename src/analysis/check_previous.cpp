#include <algorithm>
#include <utility>

#include "analysis/check_rules.hpp"
#include "analysis/history.hpp"
#include "document/nearest.hpp"

namespace spbe {

namespace {

bool can_compare(const CheckSubject& subject) {
  return subject.before != nullptr && comparable(*subject.before, subject.now);
}

// The newest of `all` from a year before `year`, or null.
const Evaluation* newest_before(const std::vector<std::unique_ptr<Evaluation>>& all, int year) {
  return newest(all, [&](int other) { return other < year; });
}

// How far the index may have fallen; below zero where it rose.
Interval fall(const CheckSubject& subject) {
  return difference(subject.before->result.index, subject.now.result.index);
}

// The values are the low and the high end of the fall, the year before, the index then and now,
// and what is allowed. A fall that is certainly too far is told from one that may be.
Finding fell(const CheckSubject& subject, std::string code, Ratio allowed, int places) {
  const Interval by = fall(subject);
  const Evaluation& before = *subject.before;
  if (!by.exact()) code += by.low > allowed ? ".certain" : ".range";
  return finding(subject, std::move(code), subject.now.assessment.scores_span,
                 {by.low, by.high, std::to_string(before.assessment.year), before.result.index.low,
                  subject.now.result.index.low, Printed{allowed, places}});
}

}  // namespace

void EarlierYears::add(Evaluation&& evaluation) {
  auto& all = by_institution_[institution_key(evaluation.assessment.institution)];
  const int year = evaluation.assessment.year;
  if (first_year_ == 0 || year < first_year_) first_year_ = year;
  all.push_back(std::make_unique<Evaluation>(std::move(evaluation)));
  const std::string& id = all.back()->assessment.id;
  if (!id.empty()) by_id_[name_key(id)].push_back(all.back().get());
}

std::vector<const Evaluation*> EarlierYears::same(const Assessment& assessment) const {
  std::vector<const Evaluation*> found;
  const auto named = by_institution_.find(institution_key(assessment.institution));
  if (named != by_institution_.end()) {
    for (const auto& one : named->second) {
      if (assessment.id.empty() || one->assessment.id.empty()) found.push_back(one.get());
    }
  }
  const auto marked = assessment.id.empty() ? by_id_.end() : by_id_.find(name_key(assessment.id));
  if (marked != by_id_.end())
    found.insert(found.end(), marked->second.begin(), marked->second.end());
  return found;
}

const Evaluation* EarlierYears::nearly(const Assessment& assessment) {
  if (by_institution_.size() > names_left_) return nullptr;
  names_left_ -= by_institution_.size();
  std::vector<std::string> keys;
  for (const auto& [key, all] : by_institution_) {
    if (newest_before(all, assessment.year) != nullptr) keys.push_back(key);
  }
  const std::string key = institution_key(assessment.institution);
  auto near = nearest_name(key, keys);
  // "Pemerintaah Provinsi ...": what stands before the kind of region is left out of a key.
  for (const std::string_view kind : {" provinsi ", " kabupaten ", " kota "}) {
    const std::size_t at = key.find(kind);
    if (!near && at != std::string::npos) near = nearest_name(key.substr(at + 1), keys);
  }
  return near ? newest_before(by_institution_.find(*near)->second, assessment.year) : nullptr;
}

const Evaluation* EarlierYears::before(const Assessment& assessment) const {
  return newest(same(assessment), [&](int year) { return year < assessment.year; });
}

bool EarlierYears::holds(const Assessment& assessment) const {
  return std::ranges::any_of(same(assessment), [&](const Evaluation* other) {
    return other->assessment.year == assessment.year &&
           other->assessment.source->text == assessment.source->text;
  });
}

// Each year was rated with the instrument in force, and the later one took the place of the other:
// nobody can compare them.
bool is_replaced(const CheckSubject& subject) {
  if (subject.before == nullptr) return false;
  const Instrument& before = *subject.before->result.instrument;
  const Instrument& now = *subject.now.result.instrument;
  return before.superseded_by == now.id && before.years.contains(subject.before->assessment.year) &&
         now.years.contains(subject.now.assessment.year);
}

// A gate on falls that cannot be decided must not pass unseen.
std::vector<Finding> previous_missing(const CheckSubject& subject) {
  const CheckOptions& options = subject.options;
  if (!options.with_previous || subject.first_year || can_compare(subject)) return {};
  const Assessment& assessment = subject.now.assessment;
  Finding found =
      subject.before == nullptr
          ? finding(subject, "previous-missing", assessment.institution_span,
                    {assessment.institution, std::to_string(assessment.year)})
          : finding(subject, "previous-missing.instrument", assessment.year_span,
                    {std::to_string(subject.before->assessment.year),
                     subject.before->result.instrument->name, subject.now.result.instrument->name});
  if (subject.before == nullptr && subject.nearly != nullptr) {
    const Assessment& near = subject.nearly->assessment;
    found.hint =
        Diagnostic::Note{"is-it-the-same", {std::to_string(near.year), near.institution}, {}};
  }
  const bool gated = options.no_fall || options.max_fall;
  if (gated && !is_replaced(subject)) found.severity = Severity::error;
  return {std::move(found)};
}

std::vector<Finding> fell_without_note(const CheckSubject& subject) {
  if (!can_compare(subject)) return {};
  const Assessment& now = subject.now.assessment;
  const Assessment& before = subject.before->assessment;
  std::vector<Finding> findings;
  for (const ComponentIndex i : now.instrument->indicators) {
    const Score& level = now.score(i);
    const Score& level_before = before.score(i);
    const bool known = level.kind == Score::Kind::level && level_before.kind == Score::Kind::level;
    if (!known || level.level >= level_before.level) continue;
    const Details* details = now.details_of(i);
    if (details != nullptr && !details->note.empty()) continue;
    findings.push_back(finding(subject, "fell-without-note", level.span,
                               {short_name(*now.instrument, i), level_before.level,
                                std::to_string(before.year), level.level}));
    findings.back().indicators = {i};
  }
  return findings;
}

// The fall gates pass only when it is certain that the index kept its place.
std::vector<Finding> gate_no_fall(const CheckSubject& subject) {
  if (!can_compare(subject) || fall(subject).high <= Ratio(0)) return {};
  return {fell(subject, "no-fall", Ratio(0), kShownPlaces)};
}

std::vector<Finding> gate_max_fall(const CheckSubject& subject) {
  const Printed& most = *subject.options.max_fall;
  if (!can_compare(subject) || fall(subject).high <= most.value) return {};
  return {fell(subject, "max-fall", most.value, most.places)};
}

}  // namespace spbe
