#include "analysis/check_rules.hpp"
#include "spbe/analysis/targets.hpp"

namespace spbe {

namespace {

// Calls `look` for every indicator that has a target.
template <class Look>
void each_target(const Assessment& assessment, const Look& look) {
  for (const ComponentIndex i : assessment.instrument->indicators) {
    const Details* details = assessment.details_of(i);
    if (details != nullptr && details->target) look(i, assessment.score(i), *details);
  }
}

}  // namespace

std::vector<Finding> target_below_level(const CheckSubject& subject) {
  const Assessment& assessment = subject.now.assessment;
  std::vector<Finding> findings;
  each_target(assessment, [&](ComponentIndex i, const Score& score, const Details& details) {
    if (score.kind != Score::Kind::level || score.level <= *details.target) return;
    if (findings.empty()) {
      findings.push_back(
          finding(subject, "target-below-level", details.target_span,
                  {*details.target, short_name(*assessment.instrument, i), score.level}));
    }
    findings.front().indicators.push_back(i);
  });
  // Several are one finding, at the first.
  if (!findings.empty() && findings.front().indicators.size() > 1) {
    findings.front().code += ".list";
    findings.front().values = {ItsIndicators{}};
  }
  return findings;
}

std::vector<Finding> target_past_due(const CheckSubject& subject) {
  const Assessment& assessment = subject.now.assessment;
  std::vector<Finding> findings;
  each_target(assessment, [&](ComponentIndex i, const Score& score, const Details& details) {
    const bool kept = score.kind == Score::Kind::level && score.level >= *details.target;
    if (kept || !details.due || *details.due >= subject.options.today) return;
    findings.push_back(
        finding(subject, "target-past-due", details.due_span,
                {*details.target, short_name(*assessment.instrument, i), to_string(*details.due)}));
    findings.back().indicators = {i};
  });
  return findings;
}

std::vector<Finding> goal_not_reachable(const CheckSubject& subject) {
  const Assessment& assessment = subject.now.assessment;
  const Targets& targets = assessment.targets;
  if (!targets.index && !targets.category) return {};
  const auto goal = goal_of(subject.now);
  const Interval then =
      evaluate(with_targets_kept(assessment), subject.now.result.basis).result.index;
  const bool below = then.high < goal->index || (then.open_high && then.high == goal->index);
  if (!below) return {};
  const Span place = goal->category ? targets.category_span : targets.index_span;
  return {finding(subject, "goal-not-reachable", place, {goal->index, then.high})};
}

}  // namespace spbe
