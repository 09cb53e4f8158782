#pragma once

#include <optional>
#include <string>
#include <vector>

#include "render/csv.hpp"
#include "render/page.hpp"
#include "spbe/analysis/assumption.hpp"
#include "spbe/analysis/evaluation.hpp"
#include "spbe/analysis/plan.hpp"
#include "spbe/model/criteria.hpp"

namespace spbe {

struct PlanReport {
  const Evaluation* evaluation = nullptr;
  const PlanRequest* request = nullptr;
  const Plan* plan = nullptr;
  std::optional<std::size_t> category;         // the target, when it is a category
  CategoryBasis basis = CategoryBasis::exact;  // of the last year of the plan
  bool by_unit = false;
  bool names_options = true;            // for who can type them, not in a document
  const Criteria* criteria = nullptr;   // of the levels to reach, when they are to be shown
  std::vector<ComponentIndex> assumed;  // indicators whose level the file does not give
  Assumption assumption;
  std::vector<Barrier> barriers;

  // The year of a step, from 1: those after the file's. A file that is still being filled in is one
  // to plan for, and its own year the first.
  int year_of(int step_year) const {
    const bool in_progress = !assumed.empty() && evaluation->assessment.stage != Stage::final;
    return evaluation->assessment.year + step_year - (in_progress ? 1 : 0);
  }
  int last_year() const { return year_of(request->years); }
};

page::Page plan_page(const PlanReport& report, Language language);

// `plan --curve`: what each effort can reach.
struct CurveReport {
  const PlanReport* plan = nullptr;  // without a plan
  const Curve* curve = nullptr;
};
page::Page curve_page(const CurveReport& report, Language language);
std::string curve_json(const CurveReport& report);
std::string curve_csv(const CurveReport& report, CsvDialect dialect = {});

std::string plan_json(const PlanReport& report);
std::string plan_csv(const PlanReport& report, CsvDialect dialect = {});

// Steps that stand together: those of one year, or of one unit. What several units share is a
// group of its own, so that each step counts once.
struct StepGroup {
  int year = 0;
  std::vector<std::string> units;
  std::vector<std::size_t> steps;  // places in Plan::steps
  Ratio effort;
  Ratio contribution;
};
std::vector<StepGroup> steps_by_unit(const PlanReport& report);
std::vector<StepGroup> steps_by_year(const PlanReport& report);
// The units of one step, in order of name.
std::vector<std::string> step_units(const Assessment& assessment, const Step& step);

constexpr int kStepPlaces = 4;  // decimals of the points and the index of a step

// "Bappeda", "Bappeda, Diskominfo (shared)", "no unit named", or the year.
std::string group_name(const PlanReport& report, const StepGroup& group, Language language);
// Of the levels that a step reaches, those of which something is known; none without criteria.
std::vector<const Criterion*> criteria_of_step(const PlanReport& report, const Step& step);
std::string group_heading(const PlanReport& report, const StepGroup& group, Language language);

// "Target: Baik (2.60) in 2025" and "Indeks SPBE 2.15 Cukup → 2.60 Baik".
std::string plan_goal(const PlanReport& report, Language language);
// That another instrument is in force in the years of the plan; else empty.
std::string plan_replaced(const PlanReport& report, Language language);
std::string plan_outcome(const PlanReport& report, Language language);
// That the target is out of reach, and how far one gets; else empty.
std::string plan_missed(const PlanReport& report, Language language);
// Whether the target is reached, unless plan_missed says that it is not; how sure that is, and what
// was assumed.
std::vector<std::string> plan_remarks(const PlanReport& report, Language language);

}  // namespace spbe
