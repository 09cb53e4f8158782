#pragma once

#include <string>
#include <vector>

#include "spbe/analysis/check.hpp"

namespace spbe {

// A finding of `subject` at `span` of its text, with the severity of its rule.
Finding finding(const CheckSubject& subject, std::string code, Span span,
                std::vector<FindingValue> values = {});

// "12" for an indicator, "D2" or "A5" above it.
std::string short_name(const Instrument& instrument, ComponentIndex index);
std::vector<ComponentIndex> indicators_within(const Instrument& instrument, ComponentIndex index);

// One a rule; see the table in check_rules.cpp.
std::vector<Finding> level_missing(const CheckSubject& subject);
std::vector<Finding> unit_missing(const CheckSubject& subject);
std::vector<Finding> evidence_missing(const CheckSubject& subject);
std::vector<Finding> assessment_twice(const CheckSubject& subject);
std::vector<Finding> obstacle_exceeded(const CheckSubject& subject);
std::vector<Finding> obstacle_idle(const CheckSubject& subject);
std::vector<Finding> prerequisite(const CheckSubject& subject);

std::vector<Finding> evidence_file_missing(const CheckSubject& subject);
std::vector<Finding> evidence_old(const CheckSubject& subject);
std::vector<Finding> target_below_level(const CheckSubject& subject);
std::vector<Finding> target_past_due(const CheckSubject& subject);
std::vector<Finding> goal_not_reachable(const CheckSubject& subject);

std::vector<Finding> unknown_province(const CheckSubject& subject);
std::vector<Finding> evidence_not_counted(const CheckSubject& subject);
std::vector<Finding> external_index_old(const CheckSubject& subject);
std::vector<Finding> external_index_undated(const CheckSubject& subject);

std::vector<Finding> published_index(const CheckSubject& subject);
std::vector<Finding> published_category(const CheckSubject& subject);
std::vector<Finding> published_domain(const CheckSubject& subject);
std::vector<Finding> published_aspect(const CheckSubject& subject);
std::vector<Finding> published_impossible(const CheckSubject& subject);
std::vector<Finding> published_below_scale(const CheckSubject& subject);
std::vector<Finding> category_basis(const CheckSubject& subject);

std::vector<Finding> previous_missing(const CheckSubject& subject);
std::vector<Finding> fell_without_note(const CheckSubject& subject);

std::vector<Finding> gate_min_index(const CheckSubject& subject);
std::vector<Finding> gate_min_category(const CheckSubject& subject);
std::vector<Finding> gate_no_fall(const CheckSubject& subject);
std::vector<Finding> gate_max_fall(const CheckSubject& subject);
std::vector<Finding> gate_complete(const CheckSubject& subject);

// Takes what is waived out of `checked.findings`; adds what is wrong with the waivers.
Checked apply_waivers(const CheckSubject& subject, std::vector<Finding> findings);

}  // namespace spbe
