#include <fmt/format.h>

#include "commands/plan/report.hpp"
#include "render/barriers.hpp"
#include "render/markdown.hpp"

namespace spbe {

namespace {

std::string markdown_table(const PlanReport& report, const std::vector<std::size_t>& steps,
                           const Style& style) {
  const auto tr = [&](const Words& words) { return say(style.language, words); };
  std::string out =
      fmt::format("|  | {} | {} | {} | {} | {} | unit |\n|--:|:--|:--|--:|--:|--:|:--|\n",
                  tr({"step", "langkah"}), tr({"level", "tingkat"}), tr({"effort", "upaya"}),
                  tr({"worth", "nilai"}), tr({"index", "indeks"}));
  for (const std::size_t s : steps) {
    const StepWords words = step_words(report, s, style);
    std::string what = markdown_text(words.what);
    if (!words.unlocks.empty()) what += " (" + markdown_text(words.unlocks) + ")";
    out += fmt::format("| {} | {} | {} | {} | {} | {} | {} |\n", words.order, what, words.levels,
                       words.effort, words.worth, words.index, markdown_text(words.unit));
  }
  return out;
}

}  // namespace

std::string plan_markdown(const PlanReport& report, Language language) {
  const Style style{language, 80, false};
  const Assessment& assessment = report.evaluation->assessment;
  std::string out = fmt::format("### {} · {} · {}\n\n", markdown_text(assessment.institution),
                                assessment.year, markdown_text(assessment.instrument->name));
  out += markdown_text(plan_goal(report, style)) + "\n\n";
  out += "**" + markdown_text(plan_outcome(report, style)) + "**\n";
  std::vector<StepGroup> groups;
  if (report.by_unit) {
    groups = steps_by_unit(report);
  } else if (report.request->years > 1) {
    groups = steps_by_year(report);
  }
  for (const StepGroup& group : groups) {
    out += "\n#### " + markdown_text(group_heading(report, group, style)) + "\n";
    if (!group.steps.empty()) out += "\n" + markdown_table(report, group.steps, style);
  }
  if (groups.empty() && !report.plan->steps.empty()) {
    std::vector<std::size_t> all;
    for (std::size_t s = 0; s < report.plan->steps.size(); ++s) all.push_back(s);
    out += "\n" + markdown_table(report, all, style);
  }
  for (const std::string& line : plan_remarks(report, style)) {
    out += "\n" + markdown_text(line) + "\n";
  }
  const std::string barriers = barriers_markdown(assessment, report.barriers, true, language);
  if (!barriers.empty()) out += "\n" + barriers;
  return out;
}

}  // namespace spbe
