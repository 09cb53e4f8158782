#include <algorithm>

#include "analysis/check_rules.hpp"
#include "spbe/analysis/prerequisites.hpp"

namespace spbe {

namespace {

// One finding for all of `indicators`, at the key of the scores; none for none.
std::vector<Finding> one_for_all(const CheckSubject& subject, std::string code,
                                 std::vector<ComponentIndex> indicators) {
  if (indicators.empty()) return {};
  Finding found = finding(subject, std::move(code), subject.now.assessment.scores_span,
                          {ItsCount{}, std::to_string(subject.now.result.of), ItsIndicators{}});
  found.indicators = std::move(indicators);
  return {std::move(found)};
}

RuleSet rules_that_count(const CheckSubject& subject) {
  const Assessment& assessment = subject.now.assessment;
  const Instrument& instrument = *assessment.instrument;
  const auto& edition = subject.options.edition;
  if (!edition) return rules_in_force(instrument, assessment.year);
  return rules_of(instrument, instrument.find_edition(*edition));
}

}  // namespace

std::vector<Finding> level_missing(const CheckSubject& subject) {
  return one_for_all(subject, "level-missing", subject.now.result.missing);
}

// A file that names no unit at all is not about units, unless it is asked to be.
std::vector<Finding> unit_missing(const CheckSubject& subject) {
  const Assessment& assessment = subject.now.assessment;
  std::vector<ComponentIndex> without;
  bool any = subject.options.enabled.contains("unit-missing");
  for (const ComponentIndex i : assessment.instrument->indicators) {
    const Details* details = assessment.details_of(i);
    const bool named = details != nullptr && !details->units.empty();
    any = any || named;
    if (!named && assessment.score(i).kind == Score::Kind::level) without.push_back(i);
  }
  if (!any) return {};
  return one_for_all(subject, "unit-missing", std::move(without));
}

// Level 1 of most indicators is worded "not yet", so it needs no proof.
std::vector<Finding> evidence_missing(const CheckSubject& subject) {
  const Assessment& assessment = subject.now.assessment;
  const Instrument& instrument = *assessment.instrument;
  std::vector<ComponentIndex> without;
  for (const ComponentIndex i : instrument.indicators) {
    const Score& score = assessment.score(i);
    if (score.kind != Score::Kind::level) continue;
    if (score.level <= Ratio(instrument.scale_of(i).low)) continue;
    const Details* details = assessment.details_of(i);
    if (details == nullptr || details->evidence.empty()) without.push_back(i);
  }
  return one_for_all(subject, "evidence-missing", std::move(without));
}

std::vector<Finding> assessment_twice(const CheckSubject& subject) {
  if (subject.twin == nullptr) return {};
  const Assessment& assessment = subject.now.assessment;
  Finding found = finding(subject, "assessment-twice", assessment.institution_span,
                          {assessment.institution, std::to_string(assessment.year)});
  found.notes.push_back({"first-given-here", {}, *subject.twin});
  return {std::move(found)};
}

std::vector<Finding> obstacle_exceeded(const CheckSubject& subject) {
  const Assessment& assessment = subject.now.assessment;
  const Instrument& instrument = *assessment.instrument;
  std::vector<Finding> findings;
  for (const Obstacle& obstacle : assessment.obstacles) {
    std::vector<ComponentIndex> above;
    for (const ComponentIndex i : obstacle.holds) {
      const Score& score = assessment.score(i);
      if (score.kind == Score::Kind::level && score.level > obstacle.at) above.push_back(i);
    }
    if (above.empty()) continue;
    const ComponentIndex first = above.front();
    Finding found =
        finding(subject, above.size() == 1 ? "obstacle-exceeded" : "obstacle-exceeded.several",
                obstacle.span, {obstacle.id, obstacle.at, ItsIndicators{}});
    found.notes.push_back({"needed-indicator-here",
                           {short_name(instrument, first)},
                           assessment.source->locate(assessment.score(first).span)});
    found.indicators = std::move(above);
    findings.push_back(std::move(found));
  }
  return findings;
}

std::vector<Finding> obstacle_idle(const CheckSubject& subject) {
  const Assessment& assessment = subject.now.assessment;
  const Instrument& instrument = *assessment.instrument;
  std::vector<Finding> findings;
  for (const Obstacle& obstacle : assessment.obstacles) {
    const bool holds_back = std::ranges::any_of(obstacle.holds, [&](ComponentIndex i) {
      return obstacle.at < Ratio(instrument.scale_of(i).high);
    });
    if (holds_back) continue;
    const bool none = obstacle.holds.empty();
    Finding found = finding(subject, none ? "obstacle-idle" : "obstacle-idle.highest",
                            none ? obstacle.span : obstacle.holds_span, {obstacle.id, obstacle.at});
    found.indicators = obstacle.holds;
    findings.push_back(std::move(found));
  }
  return findings;
}

namespace {

// Indicators that break one rule by one need: one cause, so one finding.
struct BrokenNeed {
  const Prerequisite* rule = nullptr;
  Prerequisite::Need need;
  std::vector<ComponentIndex> indicators;
};

std::vector<BrokenNeed> broken_needs(const RuleSet& rules, const Levels& levels) {
  std::vector<BrokenNeed> found;
  for (const BrokenRule& broken : broken_rules(rules, levels)) {
    for (const Prerequisite::Need& need : broken.unmet) {
      const auto same = std::ranges::find_if(found, [&](const BrokenNeed& other) {
        return other.rule == broken.rule && other.need.indicator == need.indicator;
      });
      if (same != found.end()) {
        same->indicators.push_back(broken.indicator);
      } else {
        found.push_back({broken.rule, need, {broken.indicator}});
      }
    }
  }
  return found;
}

}  // namespace

std::vector<Finding> prerequisite(const CheckSubject& subject) {
  const Assessment& assessment = subject.now.assessment;
  const Instrument& instrument = *assessment.instrument;
  const RuleSet set = rules_that_count(subject);
  const Levels levels = levels_of(assessment);
  std::vector<Finding> findings;
  for (BrokenNeed& broken : broken_needs(set, levels)) {
    const Prerequisite& rule = *broken.rule;
    const bool described = rule.basis == PrerequisiteBasis::description;
    const bool several = broken.indicators.size() > 1;
    const ComponentIndex first = broken.indicators.front();
    const ComponentIndex needed = broken.need.indicator;
    // Several are told at what they all need.
    const ComponentIndex place = several ? needed : first;
    const ComponentIndex other = several ? first : needed;
    Finding found = finding(
        subject,
        described ? (several ? "prerequisite.several-described" : "prerequisite.description")
                  : (several ? "prerequisite.several" : "prerequisite"),
        assessment.score(place).span,
        {ItsIndicators{}, several ? rule.to : *levels[first], short_name(instrument, needed),
         broken.need.level, *levels[needed], Cited{set.edition->name, rule.place}, rule.id});
    found.notes.push_back({"needed-indicator-here",
                           {short_name(instrument, other)},
                           assessment.source->locate(assessment.score(other).span)});
    found.indicators = std::move(broken.indicators);
    findings.push_back(std::move(found));
  }
  return findings;
}

}  // namespace spbe
