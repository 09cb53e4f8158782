#pragma once

#include <string>
#include <vector>

#include "render/json.hpp"
#include "render/style.hpp"
#include "spbe/analysis/plan.hpp"
#include "spbe/analysis/report.hpp"
#include "spbe/model/criteria.hpp"

namespace spbe {

// How one result comes about, and what keeps it from rising.
struct ExplainReport {
  const Evaluation* evaluation = nullptr;
  ComponentIndex component = kNoComponent;  // only this one; kNoComponent: all
  RuleSet rules;                            // those a plan would keep to
  std::vector<Barrier> barriers;
  const Criteria* criteria = nullptr;  // may be null
};

std::string explain_text(const ExplainReport& report, const Style& style);
std::string explain_markdown(const ExplainReport& report, Language language);
std::string explain_json(const ExplainReport& report);
// The same of one indicator, `report.component`.
std::string indicator_text(const ExplainReport& report, const Style& style);
std::string indicator_markdown(const ExplainReport& report, Language language);
Json indicator_json(const ExplainReport& report);

// One component in the formula: what is added up, the sum, and the sum divided by the weight.
struct FormulaPart {
  ComponentIndex component = kNoComponent;
  std::string terms;  // "1.3 × (1 + 2) = 1.3 × 3 = 3.9"
  std::string value;  // "3.9 / 2.6 = 1.5000"
};
// Parts before the whole they make up; below `component`, or all.
std::vector<FormulaPart> formula_parts(const IndexResult& result, ComponentIndex component,
                                       const Style& style);
// "(18.2 + 40) / 100 = 58.2 / 100 = 0.582".
std::string index_formula(const IndexResult& result, const Style& style);
// "shown 2.15, category Cukup (from 1.80)".
std::string index_verdict(const IndexResult& result, const Style& style);

// What an indicator waits for and what waits for it, and everything else that is known of it,
// as pairs of a heading and a text.
std::vector<std::pair<std::string, std::string>> indicator_facts(const ExplainReport& report,
                                                                 const Style& style);

// A sentence or two about each barrier; its heading first.
struct BarrierText {
  std::string heading;
  std::vector<std::string> sentences;
  std::string brief;  // all of it in one line, for a gate beside a plan
};
std::vector<BarrierText> barrier_texts(const Assessment& assessment,
                                       const std::vector<Barrier>& barriers, const Style& style);
// With a heading of its own; empty without barriers. With `brief`, gates have a line each.
std::string barriers_text(const Assessment& assessment, const std::vector<Barrier>& barriers,
                          bool brief, const Style& style);
std::string barriers_markdown(const Assessment& assessment, const std::vector<Barrier>& barriers,
                              bool brief, Language language);
Json barriers_json(const Assessment& assessment, const std::vector<Barrier>& barriers);

// "Prerequisites are advice of Pedoman ..., not part of the formula."
std::string advice_note(const RuleSet& rules, const Style& style);
// "Bappeda, Diskominfo"; safe to print.
std::string unit_list(const std::vector<std::string>& units);
// Wrapped to `width` columns, every line indented.
std::string indented(std::string_view text, std::size_t width, std::size_t indent);

}  // namespace spbe
