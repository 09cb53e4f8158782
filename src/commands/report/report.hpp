#pragma once

#include <optional>
#include <string>
#include <vector>

#include "commands/plan/report.hpp"
#include "render/charts.hpp"
#include "render/page.hpp"
#include "spbe/analysis/certainty.hpp"
#include "spbe/analysis/peers.hpp"
#include "spbe/analysis/plan.hpp"
#include "spbe/analysis/targets.hpp"
#include "spbe/analysis/trend.hpp"

namespace spbe {

// What the report of one institution is made of.
struct InstitutionReport {
  Trend trend;
  const Evaluation* current = nullptr;
  const Evaluation* previous = nullptr;  // the year before by the same instrument, or null
  std::optional<Comparison> change;      // from that year
  RuleSet rules;
  std::vector<Barrier> barriers;
  PlanRequest request;
  std::optional<Plan> plan;
  PlanReport planned;  // of `plan`
  // What is aimed at: the file's own targets, else the end of the plan; none: nothing.
  std::optional<Evaluation> aim;
  bool aim_is_plan = false;
  std::optional<TargetPicture> targets;  // when the file has targets
  std::optional<Plan> addition;          // the least beyond them, when they are not enough
  // When the file says of any level how sure it is.
  std::vector<Belief> beliefs;
  std::optional<Certainty> certainty;
  // When there are others to compare with, which `peers` points to.
  std::vector<PeerProfile> others;
  std::optional<PeerProfile> ours;
  std::optional<Peers> peers;
  std::string unit;     // the report is for this unit alone; empty: whole
  std::string command;  // that makes this report

  const Assessment& assessment() const { return current->assessment; }
  const Instrument& instrument() const { return *current->assessment.instrument; }
  int year() const { return current->assessment.year; }
  // What is to be reached: by the plan, else the file's own goal or the next predikat.
  std::optional<Goal> goal() const {
    return request.target ? Goal{*request.target, planned.category} : goal_of(*current);
  }
  CategoryBasis goal_basis() const {
    return request.target ? planned.basis : current->result.basis;
  }
  int aim_year() const { return aim_is_plan ? planned.last_year() : target_year(assessment()); }
};

// The whole report, or that of its unit.
page::Page report_page(const InstitutionReport& report, Language language);
page::Page unit_page(const InstitutionReport& report, Language language);
std::string report_title(const InstitutionReport& report, Language language);

// One chart by itself: scale, waterfall, radar, trend, heatmap; nothing where its data is not
// there.
std::optional<Markup> report_chart(const InstitutionReport& report, const std::string& chart,
                                   Language language);

}  // namespace spbe
