#pragma once

#include <string>
#include <vector>

#include "render/csv.hpp"
#include "render/json.hpp"
#include "render/page.hpp"
#include "spbe/analysis/evaluation.hpp"
#include "spbe/analysis/plan.hpp"
#include "spbe/model/criteria.hpp"
#include "spbe/model/evidence.hpp"

namespace spbe {

// How one result comes about, and what keeps it from rising.
struct ExplainReport {
  const Evaluation* evaluation = nullptr;
  ComponentIndex component = kNoComponent;  // only this one; kNoComponent: all
  RuleSet rules;                            // those a plan would keep to
  std::vector<Barrier> barriers;
  const Criteria* criteria = nullptr;       // may be null
  const EvidenceGuide* evidence = nullptr;  // may be null
};

page::Page explain_page(const ExplainReport& report, Language language);
std::string explain_json(const ExplainReport& report);
// The same of one indicator, `report.component`.
page::Page indicator_page(const ExplainReport& report, Language language);
Json indicator_json(const ExplainReport& report);

// What the next level of each indicator asks for and what is there, by unit; only of `unit` unless
// it is empty, and below `report.component`.
page::Page checklist_page(const ExplainReport& report, const std::string& unit, Language language);
std::string checklist_json(const ExplainReport& report, const std::string& unit);
// A line for each indicator of each unit.
std::string checklist_csv(const ExplainReport& report, const std::string& unit, Language language,
                          CsvDialect dialect);
page::Table checklist_table(const ExplainReport& report, const std::string& unit,
                            Language language);
// "SK 1 (2024-03-01; bukti/sk-1.pdf)"
std::string evidence_text(const Details& details, std::size_t at);
Json evidence_json(const Details& details, std::size_t at);

// One component in the formula: what is added up, the sum, and the sum divided by the weight.
struct FormulaPart {
  ComponentIndex component = kNoComponent;
  std::string terms;  // "1.3 × (1 + 2) = 1.3 × 3 = 3.9"
  std::string value;  // "3.9 / 2.6 = 1.5000"
};
// Parts before the whole they make up; below `component`, or all.
std::vector<FormulaPart> formula_parts(const IndexResult& result, ComponentIndex component,
                                       Language language);
// "(18.2 + 40) / 100 = 58.2 / 100 = 0.582".
std::string index_formula(const IndexResult& result, Language language);
// "shown 2.15, category Cukup (from 1.80)".
std::string index_verdict(const IndexResult& result, Language language);

// How the value of an indicator was given, where not as a number: "level 1 1/1, level 2 3/4:
// 1.5 + 3/4 x 1 = 2.25", "Indeks SDI 68.75 gives 3.75". Empty otherwise.
std::vector<std::string> value_origin(const Assessment& assessment, ComponentIndex indicator,
                                      Language language);

// What an indicator waits for and what waits for it, and everything else that is known of it,
// as pairs of a heading and a text.
std::vector<std::pair<std::string, std::string>> indicator_facts(const ExplainReport& report,
                                                                 Language language);

}  // namespace spbe
