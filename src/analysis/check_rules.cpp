#include "analysis/check_rules.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <tuple>
#include <utility>

namespace spbe {

namespace {

constexpr Severity kError = Severity::error;
constexpr Severity kWarning = Severity::warning;

constexpr auto kRules = std::to_array<Rule>({
    {"published-index", RuleKind::data, kError, true, published_index},
    {"published-category", RuleKind::data, kError, true, published_category},
    {"published-domain", RuleKind::data, kError, true, published_domain},
    {"published-aspect", RuleKind::data, kError, true, published_aspect},
    {"published-impossible", RuleKind::data, kError, true, published_impossible},
    {"obstacle-exceeded", RuleKind::data, kError, true, obstacle_exceeded},
    {"level-missing", RuleKind::data, kWarning, true, level_missing},
    {"level-outside-regulation", RuleKind::reader, kWarning, true, nullptr},
    {"published-below-scale", RuleKind::reader, kWarning, true, published_below_scale},
    {"institution-unnamed", RuleKind::reader, kWarning, true, nullptr},
    {"instrument-year", RuleKind::reader, kWarning, true, nullptr},
    {"assessment-twice", RuleKind::data, kWarning, true, assessment_twice},
    {"category-basis", RuleKind::data, kWarning, true, category_basis},
    {"prerequisite", RuleKind::data, kWarning, true, prerequisite},
    {"obstacle-idle", RuleKind::data, kWarning, true, obstacle_idle},
    {"unit-missing", RuleKind::data, kWarning, true, unit_missing},
    {"evidence-missing", RuleKind::data, kWarning, false, evidence_missing},
    {"evidence-file-missing", RuleKind::data, kWarning, true, evidence_file_missing},
    {"evidence-old", RuleKind::data, kWarning, true, evidence_old},
    {"target-below-level", RuleKind::data, kWarning, true, target_below_level},
    {"target-past-due", RuleKind::data, kWarning, true, target_past_due},
    {"goal-not-reachable", RuleKind::data, kWarning, true, goal_not_reachable},
    {"evidence-not-counted", RuleKind::data, kWarning, true, evidence_not_counted},
    {"external-index-old", RuleKind::data, kWarning, true, external_index_old},
    {"external-index-undated", RuleKind::data, kWarning, false, external_index_undated},
    {"unknown-province", RuleKind::data, kWarning, true, unknown_province},
    {"previous-missing", RuleKind::years, kWarning, true, previous_missing},
    {"fell-without-note", RuleKind::years, kWarning, true, fell_without_note},
    {"waiver-expired", RuleKind::waivers, kWarning, true, nullptr},
    {"waiver-unused", RuleKind::waivers, kWarning, true, nullptr},
    {"waiver-rule", RuleKind::waivers, kError, true, nullptr},
    {"min-index", RuleKind::gate, kError, false, gate_min_index},
    {"min-category", RuleKind::gate, kError, false, gate_min_category},
    {"no-fall", RuleKind::gate, kError, false, gate_no_fall},
    {"max-fall", RuleKind::gate, kError, false, gate_max_fall},
    {"complete", RuleKind::gate, kError, false, gate_complete},
});

// One name for what the readers tell apart.
constexpr std::string_view kOutOfScale = "level-out-of-scale";

bool gate_is_on(std::string_view name, const CheckOptions& options) {
  if (name == "min-index") return options.min_index.has_value();
  if (name == "min-category") return !options.min_category.empty();
  if (name == "no-fall") return options.no_fall;
  if (name == "max-fall") return options.max_fall.has_value();
  return options.complete;
}

// The indicator whose level stands at `place`, for what the reader says of it.
std::vector<ComponentIndex> indicators_at(const Assessment& assessment, const Location& place) {
  for (const ComponentIndex i : assessment.instrument->indicators) {
    if (assessment.score(i).kind == Score::Kind::none) continue;
    const Location level = assessment.source->locate(assessment.score(i).span);
    if (level.line == place.line && level.column == place.column) return {i};
  }
  return {};
}

// What the gate `complete` says of the same indicators is not to be said again as a warning.
void say_once(std::vector<Finding>& findings) {
  const auto gate = std::ranges::find(findings, "complete", &Finding::code);
  if (gate == findings.end()) return;
  const std::vector<ComponentIndex> indicators = gate->indicators;
  std::erase_if(findings, [&](const Finding& one) {
    return one.code == "level-missing" && one.indicators == indicators;
  });
}

}  // namespace

std::string_view rule_of(std::string_view code) { return code.substr(0, code.find('.')); }

std::string_view Finding::rule() const { return rule_of(code); }

std::span<const Rule> rules() { return kRules; }

const Rule* find_rule(std::string_view name) {
  const auto* const found = std::ranges::find(kRules, name, &Rule::name);
  return found == kRules.end() ? nullptr : found;
}

std::vector<const Rule*> rules_named(std::string_view name) {
  if (name == kOutOfScale) {
    return {find_rule("level-outside-regulation"), find_rule("published-below-scale")};
  }
  const Rule* rule = find_rule(name);
  return rule == nullptr ? std::vector<const Rule*>{} : std::vector<const Rule*>{rule};
}

bool is_on(const Rule& rule, const CheckOptions& options) {
  if (rule.kind == RuleKind::gate) return gate_is_on(rule.name, options);
  if (options.disabled.contains(rule.name)) return false;
  if (rule.name == "prerequisite" && options.edition == "none") return false;
  return rule.on || options.enabled.contains(rule.name);
}

bool can_be_waived(const Rule& rule) {
  return rule.kind != RuleKind::gate && rule.kind != RuleKind::waivers;
}

Finding finding(const CheckSubject& subject, std::string code, Span span,
                std::vector<FindingValue> values) {
  const Assessment& assessment = subject.now.assessment;
  Finding found;
  found.severity = find_rule(rule_of(code))->severity;
  found.code = std::move(code);
  found.values = std::move(values);
  found.location = assessment.source->locate(span);
  found.instrument = assessment.instrument;
  return found;
}

std::string short_name(const Instrument& instrument, ComponentIndex index) {
  const Component& c = instrument.at(index);
  return c.is_indicator() ? c.key : c.id;
}

std::vector<ComponentIndex> indicators_within(const Instrument& instrument, ComponentIndex index) {
  std::vector<ComponentIndex> found;
  for (const ComponentIndex i : instrument.indicators) {
    if (instrument.is_within(i, index)) found.push_back(i);
  }
  return found;
}

namespace {

// A file that is being filled in does not fail a gate that it may still pass; `complete` is there
// for when it must be whole.
void soften(const CheckSubject& subject, std::vector<Finding>& gate) {
  const bool in_progress = !subject.now.result.missing.empty() && !subject.options.complete;
  for (Finding& one : gate) {
    if (in_progress && one.code.ends_with(".range")) one.severity = Severity::warning;
  }
}

}  // namespace

Checked check(const CheckSubject& subject, std::vector<Finding> said) {
  const Assessment& assessment = subject.now.assessment;
  std::vector<Finding> findings;
  for (Finding& one : said) {
    const Rule* rule = find_rule(one.rule());
    if (rule != nullptr && !is_on(*rule, subject.options)) continue;
    one.instrument = assessment.instrument;
    one.indicators = indicators_at(assessment, one.location);
    findings.push_back(std::move(one));
  }
  for (const Rule& rule : kRules) {
    if (rule.look == nullptr || !is_on(rule, subject.options)) continue;
    std::vector<Finding> found = rule.look(subject);
    if (rule.kind == RuleKind::gate) soften(subject, found);
    std::ranges::move(found, std::back_inserter(findings));
  }
  Checked checked = apply_waivers(subject, std::move(findings));
  say_once(checked.findings);
  std::ranges::stable_sort(checked.findings, {}, [](const Finding& f) {
    return std::tie(f.location.line, f.location.column);
  });
  return checked;
}

void CheckReport::limit(Checked& checked) {
  for (const Severity severity : {Severity::error, Severity::warning}) {
    std::size_t seen = 0;
    Finding rest;
    std::erase_if(checked.findings, [&](const Finding& one) {
      if (one.severity != severity || ++seen <= Diagnostics::kMaxListed) return false;
      if (rest.code.empty()) rest.location = {one.location.file};
      rest.code = "more-of-them";
      return true;
    });
    if (rest.code.empty()) continue;
    const std::size_t hidden = seen - Diagnostics::kMaxListed;
    rest.severity = severity;
    rest.values = {std::to_string(hidden)};
    checked.findings.push_back(std::move(rest));
    unlisted[severity] += hidden - 1;  // the one that stands for them counts as well
  }
}

void CheckReport::add(Checked&& checked) {
  std::ranges::move(checked.findings, std::back_inserter(findings));
  std::ranges::move(checked.waived, std::back_inserter(waived));
}

void CheckReport::sort() {
  std::ranges::stable_sort(findings, [](const Finding& a, const Finding& b) {
    return a.severity == Severity::error && b.severity == Severity::warning;
  });
}

std::size_t CheckReport::count(Severity severity) const {
  const auto listed = std::ranges::count(findings, severity, &Finding::severity);
  const auto further = unlisted.find(severity);
  return static_cast<std::size_t>(listed) + (further == unlisted.end() ? 0 : further->second);
}

bool CheckReport::fails(Severity level) const {
  return std::ranges::any_of(findings, [&](const Finding& f) {
    return f.severity == Severity::error || level == Severity::warning;
  });
}

}  // namespace spbe
