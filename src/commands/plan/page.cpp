#include <fmt/format.h>

#include <algorithm>

#include "commands/plan/report.hpp"
#include "render/barriers.hpp"
#include "render/carried_over.hpp"
#include "render/messages.hpp"
#include "render/style.hpp"
#include "render/unit_words.hpp"
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
    const std::string replaced = plan_replaced(report_, page_.language);
    if (!replaced.empty()) page_.paragraph(replaced, page::Paragraph::Role::caution);
    page_.add({page::Paragraph{plan_goal(report_, page_.language)}, !replaced.empty()});
    if (std::string missed = plan_missed(report_, page_.language); !missed.empty())
      page_.add({page::Paragraph{std::move(missed), page::Paragraph::Role::caution}, true});
    page_.add(
        {page::Paragraph{plan_outcome(report_, page_.language), page::Paragraph::Role::outcome},
         true});
    if (!plan_.steps.empty()) steps();
    if (report_.criteria != nullptr) criteria();
    bool first = true;
    for (std::string& line : plan_remarks(report_, page_.language)) {
      page_.add({page::Paragraph{std::move(line), page::Paragraph::Role::remark}, !first});
      first = false;
    }
    // What is done already is held back by nothing.
    const bool done = plan_.steps.empty() && plan_.reached && report_.request->target;
    const bool missed = report_.request->target && !plan_.reached;
    if (!done) {
      add_barriers(page_, assessment_, left(),
                   {.brief = true, .target = report_.request->target, .missed = missed});
    }
    return std::move(page_);
  }

 private:
  std::string tr(const Words& words) const { return std::string(say(page_.language, words)); }

  // What holds indicators back also after the plan.
  std::vector<Barrier> left() const {
    std::vector<Barrier> barriers = report_.barriers;
    std::erase_if(barriers, [&](const Barrier& barrier) {
      return std::ranges::any_of(plan_.steps, [&](const Step& step) {
        return barrier.gate != kNoComponent
                   ? step.indicator == barrier.gate && step.to >= barrier.gate_level
                   : step.indicator == kNoComponent && step.obstacle == barrier.obstacle;
      });
    });
    return barriers;
  }

  void steps() {
    units_ = longest_unit();
    if (report_.by_unit) {
      by_unit();
    } else if (report_.request->years > 1) {
      for (const StepGroup& group : steps_by_year(report_)) {
        page_.heading(group_heading(report_, group, page_.language), 2);
        if (!group.steps.empty()) table(group);
      }
    } else {
      StepGroup all;
      for (std::size_t s = 0; s < plan_.steps.size(); ++s) all.steps.push_back(s);
      table(all);
    }
  }

  // One table: each unit, and below it what it has to do. Without the numbers of an order that is
  // not theirs.
  void by_unit() {
    page::Table table{columns()};
    table.columns.erase(table.columns.begin());
    table.name = tr({"Steps", "Langkah"});
    for (const StepGroup& group : steps_by_unit(report_)) {
      Cell name(group_name(report_, group, page_.language), Tone::strong);
      name.whole = true;
      table.add({std::move(name), {}, page::Number{group.effort}, points(group.contribution)}, 0,
                page::Row::Role::group);
      for (const std::size_t place : group.steps) {
        std::vector<Cell> row = cells(place);
        row.pop_back();
        row.erase(row.begin());
        table.add(std::move(row), 1);
      }
    }
    page_.add({std::move(table)});
  }

  std::vector<Column> columns() const {
    std::vector<Column> columns = {
        Column::right(), Column::left(tr({"step", "langkah"})).yielding(),
        Column::left(tr({"level", "tingkat"})), Column::right(tr({"effort", "upaya"})),
        Column::right(tr({"index points", "poin indeks"}))};
    if (!report_.by_unit) columns.push_back(Column::right(tr({"index", "indeks"})));
    return columns;
  }

  // A unit's name is never cut: where the longest leaves no room for the steps, it stands below.
  std::size_t longest_unit() const {
    std::size_t longest = 0;
    for (const Step& step : plan_.steps)
      longest = std::max(longest, display_width(unit_list(step_units(assessment_, step))));
    return longest;
  }

  bool units_below() const {
    constexpr std::size_t kRoom = 16;
    return units_ > kRoom && !report_.by_unit;
  }

  void table(const StepGroup& group) {
    page::Table table{columns()};
    table.name = tr({"Steps", "Langkah"});
    const bool beside = units_ > 0 && !units_below();
    if (units_below())
      table.columns[1].notes = of_units(assessment_, tr({"Unit", "Perangkat daerah"}));
    if (beside)
      table.columns.push_back(
          Column::left(of_units(assessment_, tr({"unit", "perangkat daerah"}))));
    for (const std::size_t place : group.steps) {
      std::vector<Cell> row = cells(place);
      if (beside)
        row.emplace_back(unit_list(step_units(assessment_, plan_.steps[place])), Tone::faint);
      table.add(std::move(row));
    }
    page_.add({std::move(table)});
  }

  // What each level asks for.
  void criteria() {
    page::List list;
    list.shape = page::List::Shape::indented;
    const Instrument& instrument = *assessment_.instrument;
    for (const Step& step : plan_.steps) {
      if (step.indicator == kNoComponent) continue;
      std::string heading = named_shortly(instrument.at(step.indicator), page_.language);
      for (const Criterion* asked : criteria_of_step(report_, step)) {
        const std::size_t depth = heading.empty() ? 1 : 0;  // below the first
        list.items.push_back(
            {std::move(heading),
             fmt::format("({}) {}", asked->level, text_in(page_.language, asked->text)), depth});
        heading.clear();
      }
    }
    if (list.items.empty()) return;
    page_.heading(tr({"What each step asks for", "Yang diminta tiap langkah"}), 2);
    page_.add({std::move(list)});
    page_.paragraph(text_in(page_.language, report_.criteria->caution),
                    page::Paragraph::Role::remark);
  }

  static Cell points(Ratio contribution) {
    return {page::Change{
                .difference = Interval::point(contribution), .places = kStepPlaces, .dot = false},
            Tone::good};
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
      what.whole = true;
    } else {
      const Component& c = instrument.at(step.indicator);
      what = page::named(c);
      levels = page::Step{step.from, step.to};
      worth = points(step.contribution);
    }
    if (!step.unlocks.empty()) {
      what.note = fill(tr({"makes it possible for {0} to rise", "memungkinkan {0} naik"}),
                       {named_indicators(instrument, step.unlocks, page_.language)});
    }
    if (const std::string units = unit_list(step_units(assessment_, step));
        units_below() && !units.empty()) {
      what.note = what.note.empty() ? units : units + "; " + what.note;
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
  std::size_t units_ = 0;  // columns that the longest list of units takes
};

}  // namespace

page::Page plan_page(const PlanReport& report, Language language) {
  return PlanPage(report, language).write();
}

}  // namespace spbe
