#include <fmt/format.h>

#include <algorithm>

#include "commands/plan/report.hpp"
#include "render/barriers.hpp"
#include "render/messages.hpp"
#include "render/wording.hpp"

namespace spbe {

namespace {

using page::Cell;
using page::Column;
using page::Tone;

class PlanPage {
 public:
  PlanPage(const PlanReport& report, Language language)
      : report_(report),
        assessment_(report.evaluation->assessment),
        plan_(*report.plan),
        page_{language} {}

  page::Page write() {
    page_.heading(fmt::format("{} · {} · {}", assessment_.institution, assessment_.year,
                              assessment_.instrument->name));
    page_.paragraph(plan_goal(report_, page_.language));
    page_.add(
        {page::Paragraph{plan_outcome(report_, page_.language), page::Paragraph::Role::outcome},
         true});
    if (!plan_.steps.empty()) steps();
    bool first = true;
    for (std::string& line : plan_remarks(report_, page_.language)) {
      page_.add({page::Paragraph{std::move(line), page::Paragraph::Role::remark}, !first});
      first = false;
    }
    add_barriers(page_, assessment_, report_.barriers, true);
    return std::move(page_);
  }

 private:
  std::string tr(const Words& words) const { return std::string(say(page_.language, words)); }

  void steps() {
    if (report_.by_unit) {
      for (const StepGroup& group : steps_by_unit(report_)) part(group);
    } else if (report_.request->years > 1) {
      for (const StepGroup& group : steps_by_year(report_)) part(group);
    } else {
      StepGroup all;
      for (std::size_t s = 0; s < plan_.steps.size(); ++s) all.steps.push_back(s);
      table(all);
    }
  }

  void part(const StepGroup& group) {
    page_.heading(group_heading(report_, group, page_.language), 2);
    if (!group.steps.empty()) table(group);
  }

  void table(const StepGroup& group) {
    // Half of what the numbers leave is enough for the units.
    constexpr std::size_t kNarrowUnit = 16;
    constexpr std::size_t kWideUnit = 36;
    const bool units = !report_.by_unit && std::ranges::any_of(plan_.steps, [&](const Step& step) {
      return !step_units(assessment_, step).empty();
    });
    page::Table table{
        {Column::right(), Column::left(tr({"step", "langkah"})).yielding(),
         Column::left(tr({"level", "tingkat"})), Column::right(tr({"effort", "upaya"})),
         Column::right(tr({"worth", "nilai"})), Column::right(tr({"index", "indeks"}))}};
    table.name = tr({"Steps", "Langkah"});
    if (units) table.columns.push_back(Column::left("unit").at_most(kNarrowUnit, kWideUnit));
    for (const std::size_t place : group.steps) {
      std::vector<Cell> row = cells(place);
      if (units) {
        row.emplace_back(unit_list(step_units(assessment_, plan_.steps[place])), Tone::faint);
      }
      table.add(std::move(row));
    }
    page_.add({std::move(table)});
  }

  std::vector<Cell> cells(std::size_t place) const {
    const Instrument& instrument = *assessment_.instrument;
    const Step& step = plan_.steps[place];
    Cell what;
    Cell levels;
    Cell worth;
    if (step.indicator == kNoComponent) {
      what =
          fill(tr({"Remove: {0}", "Hilangkan: {0}"}), {assessment_.obstacles[step.obstacle].text});
    } else {
      const Component& c = instrument.at(step.indicator);
      what = c.key + " " + c.name;
      levels = page::Step{step.from, step.to};
      worth = Cell(page::Change{.difference = Interval::point(step.contribution),
                                .places = kStepPlaces,
                                .dot = false},
                   Tone::good);
    }
    if (!step.unlocks.empty()) {
      what.note =
          fill(tr({"unlocks {0}", "membuka {0}"}), {indicator_list(instrument, step.unlocks)});
    }
    return {Cell(page::Number{Ratio(static_cast<std::int64_t>(place + 1)), 0}, Tone::faint),
            std::move(what),
            std::move(levels),
            page::Number{step.effort},
            std::move(worth),
            page::Number{step.index, kStepPlaces}};
  }

  const PlanReport& report_;
  const Assessment& assessment_;
  const Plan& plan_;
  page::Page page_;
};

}  // namespace

page::Page plan_page(const PlanReport& report, Language language) {
  return PlanPage(report, language).write();
}

}  // namespace spbe
