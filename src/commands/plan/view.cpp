#include <fmt/format.h>

#include <algorithm>

#include "commands/plan/report.hpp"
#include "render/barriers.hpp"
#include "render/messages.hpp"
#include "render/style.hpp"
#include "render/unit_words.hpp"
#include "render/wording.hpp"

namespace spbe {

std::vector<std::string> step_units(const Assessment& assessment, const Step& step) {
  std::vector<std::string> units;
  if (step.indicator == kNoComponent) {
    units = assessment.obstacles[step.obstacle].units;
  } else if (const Details* details = assessment.details_of(step.indicator)) {
    units = details->units;
  }
  std::ranges::sort(units, {}, name_key);
  units.erase(std::unique(units.begin(), units.end(), same_name), units.end());
  return units;
}

std::vector<StepGroup> steps_by_unit(const PlanReport& report) {
  std::vector<StepGroup> groups;
  std::vector<std::vector<std::string>> known;
  for (std::size_t s = 0; s < report.plan->steps.size(); ++s) {
    const Step& step = report.plan->steps[s];
    const std::vector<std::string> units = step_units(report.evaluation->assessment, step);
    std::vector<std::string> key;
    key.reserve(units.size());
    for (const std::string& unit : units) key.push_back(name_key(unit));
    const auto found = std::ranges::find(known, key);
    const auto place = static_cast<std::size_t>(found - known.begin());
    if (found == known.end()) {
      known.push_back(std::move(key));
      groups.push_back({0, units, {}, {}, {}});
    }
    StepGroup& group = groups[place];
    group.steps.push_back(s);
    group.effort += step.effort;
    group.contribution += step.contribution;
  }
  // One unit alone before shared context, and what nobody is named for last.
  std::ranges::stable_sort(groups, {}, [](const StepGroup& group) {
    const std::size_t rank = group.units.empty() ? 2 : std::min<std::size_t>(group.units.size(), 2);
    std::string name;
    for (const std::string& unit : group.units) name += name_key(unit) + '\n';
    return std::tuple(group.units.empty(), rank, name);
  });
  return groups;
}

std::vector<StepGroup> steps_by_year(const PlanReport& report) {
  std::vector<StepGroup> groups;
  for (int year = 1; year <= report.request->years; ++year) {
    groups.push_back({report.year_of(year), {}, {}, {}, {}});
  }
  for (std::size_t s = 0; s < report.plan->steps.size(); ++s) {
    const Step& step = report.plan->steps[s];
    StepGroup& group = groups[static_cast<std::size_t>(step.year) - 1];
    group.steps.push_back(s);
    group.effort += step.effort;
    group.contribution += step.contribution;
  }
  return groups;
}

std::string group_name(const PlanReport& report, const StepGroup& group, Language language) {
  if (group.year != 0) return std::to_string(group.year);
  if (group.units.empty())
    return of_units(report.evaluation->assessment,
                    say(language, {"no unit named", "tanpa perangkat daerah"}));
  std::string name = unit_list(group.units);
  if (group.units.size() < 2) return name;
  return name + std::string(say(language, {" (shared)", " (bersama)"}));
}

std::vector<const Criterion*> criteria_of_step(const PlanReport& report, const Step& step) {
  std::vector<const Criterion*> asked;
  if (report.criteria == nullptr || step.indicator == kNoComponent) return asked;
  const Scale& scale = report.evaluation->assessment.instrument->scale_of(step.indicator);
  const bool bands = scale.has_milestones();
  for (int level = scale.low; level <= scale.high; ++level) {
    const Ratio reached = bands ? scale.milestone(level) : Ratio(level);
    const Ratio before = bands ? scale.band_begin(level) : Ratio(level - 1);
    // Evidence may end within a band.
    if (reached <= step.from || (bands ? before >= step.to : reached > step.to)) continue;
    if (const Criterion* one = report.criteria->criterion(step.indicator, level))
      asked.push_back(one);
  }
  return asked;
}

std::string group_heading(const PlanReport& report, const StepGroup& group, Language language) {
  const auto tr = [&](const Words& words) { return say(language, words); };
  std::string text =
      fill(tr({"{0}: effort {1}, {2}", "{0}: upaya {1}, {2}"}),
           {group_name(report, group, language), exact_number(language, group.effort),
            signed_number(language, group.contribution, kStepPlaces)});
  if (group.year != 0) {
    Ratio index = report.plan->from;
    for (const Step& step : report.plan->steps) {
      if (report.year_of(step.year) <= group.year) index = step.index;
    }
    text += fill(tr({", index {0}", ", indeks {0}"}), {number(language, index, kStepPlaces)});
  }
  return text;
}

}  // namespace spbe
