#include <algorithm>
#include <iterator>
#include <utility>

#include "analysis/check_rules.hpp"

namespace spbe {

namespace {

class Waivers {
 public:
  explicit Waivers(const CheckSubject& subject)
      : subject_(subject),
        assessment_(subject.now.assessment),
        used_(assessment_.waivers.size(), false) {}

  Checked apply(std::vector<Finding> findings) {
    for (Finding& one : findings) {
      const Rule* rule = find_rule(one.rule());
      if (rule == nullptr || !can_be_waived(*rule) || !silence(one)) {
        checked_.findings.push_back(std::move(one));
      }
    }
    for (std::size_t i = 0; i < used_.size(); ++i) judge(assessment_.waivers[i], used_[i]);
    return std::move(checked_);
  }

 private:
  bool is_past(const Waiver& waiver) const { return subject_.options.today > waiver.until; }

  // Whether nothing is left of `one`. A finding that lists indicators loses those that are
  // waived; any other must be covered whole.
  bool silence(Finding& one) {
    const bool lists = std::ranges::any_of(one.values, [](const FindingValue& value) {
      return std::holds_alternative<ItsIndicators>(value);
    });
    for (std::size_t i = 0; i < used_.size(); ++i) {
      const Waiver& waiver = assessment_.waivers[i];
      if (is_past(waiver) || !names(waiver, one)) continue;
      const auto is_covered = [&](ComponentIndex index) { return covers(waiver, index); };
      const auto covered = std::ranges::count_if(one.indicators, is_covered);
      const bool all = waiver.indicators.empty() ||
                       (covered > 0 && std::ranges::all_of(one.indicators, is_covered));
      if (!all && (covered == 0 || !lists)) continue;
      used_[i] = true;
      if (all) {
        checked_.waived.push_back({std::move(one), waiver.reason});
        return true;
      }
      WaivedFinding part{one, waiver.reason};
      std::erase_if(part.finding.indicators,
                    [&](ComponentIndex index) { return !is_covered(index); });
      std::erase_if(one.indicators, is_covered);
      checked_.waived.push_back(std::move(part));
    }
    return false;
  }

  static bool names(const Waiver& waiver, const Finding& one) {
    return std::ranges::any_of(rules_named(waiver.rule),
                               [&](const Rule* rule) { return rule->name == one.rule(); });
  }

  static bool covers(const Waiver& waiver, ComponentIndex index) {
    return std::ranges::find(waiver.indicators, index) != waiver.indicators.end();
  }

  // Whether the rules a waiver names have been applied here, so that silence means something.
  bool were_applied(const std::vector<const Rule*>& named) const {
    return std::ranges::any_of(named, [&](const Rule* rule) {
      const bool compared = rule->kind != RuleKind::years || subject_.options.with_previous;
      return is_on(*rule, subject_.options) && compared;
    });
  }

  void judge(const Waiver& waiver, bool used) {
    const auto named = rules_named(waiver.rule);
    const std::string name = waiver.rule;
    if (named.empty()) {
      complain("waiver-rule", waiver, {name});
    } else if (!can_be_waived(*named.front())) {
      complain("waiver-rule.fixed", waiver, {name});
    } else if (is_past(waiver)) {
      complain("waiver-expired", waiver, {name, to_string(waiver.until)});
    } else if (!used && were_applied(named)) {
      complain("waiver-unused", waiver, {name});
    }
  }

  void complain(const std::string& code, const Waiver& waiver, std::vector<FindingValue> values) {
    if (!is_on(*find_rule(rule_of(code)), subject_.options)) return;
    Finding found = finding(subject_, code, waiver.span, std::move(values));
    const std::string reason = waiver.reason;
    if (waiver.owner.empty()) {
      found.notes.push_back({"waiver-reason", {reason}, {}});
    } else {
      found.notes.push_back({"waiver-reason-owner", {reason, waiver.owner}, {}});
    }
    checked_.findings.push_back(std::move(found));
  }

  const CheckSubject& subject_;
  const Assessment& assessment_;
  std::vector<bool> used_;
  Checked checked_;
};

}  // namespace

Checked apply_waivers(const CheckSubject& subject, std::vector<Finding> findings) {
  return Waivers(subject).apply(std::move(findings));
}

}  // namespace spbe
