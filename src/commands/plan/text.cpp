#include <fmt/format.h>

#include <algorithm>

#include "commands/plan/report.hpp"
#include "render/barriers.hpp"
#include "render/table.hpp"

namespace spbe {

namespace {

class PlanText {
 public:
  PlanText(const PlanReport& report, const Style& style)
      : report_(report),
        style_(style),
        assessment_(report.evaluation->assessment),
        plan_(*report.plan) {}

  std::string draw() {
    out_ += paint(Ink::bold,
                  wrapped(fmt::format("{} · {} · {}", printable(assessment_.institution),
                                      assessment_.year, printable(assessment_.instrument->name)),
                          style_.width),
                  style_.color) +
            "\n\n";
    out_ += wrapped(plan_goal(report_, style_), style_.width) + "\n";
    out_ +=
        paint(Ink::bold, wrapped(plan_outcome(report_, style_), style_.width, 4), style_.color) +
        "\n";
    if (!plan_.steps.empty()) steps();
    out_ += '\n';
    for (const std::string& line : plan_remarks(report_, style_)) {
      out_ += wrapped(line, style_.width) + "\n";
    }
    const std::string barriers = barriers_text(assessment_, report_.barriers, true, style_);
    if (!barriers.empty()) out_ += "\n" + barriers;
    return std::move(out_);
  }

 private:
  std::string_view tr(const Words& words) const { return say(style_.language, words); }

  void steps() {
    if (report_.by_unit) {
      for (const StepGroup& group : steps_by_unit(report_)) part(group);
    } else if (report_.request->years > 1) {
      for (const StepGroup& group : steps_by_year(report_)) part(group);
    } else {
      StepGroup all;
      for (std::size_t s = 0; s < plan_.steps.size(); ++s) all.steps.push_back(s);
      out_ += "\n" + table(all);
    }
  }

  void part(const StepGroup& group) {
    out_ += "\n" +
            paint(Ink::bold, wrapped(group_heading(report_, group, style_), style_.width, 2),
                  style_.color) +
            "\n";
    if (!group.steps.empty()) out_ += table(group);
  }

  std::string table(const StepGroup& group) const {
    // Half of what the numbers leave is enough for the units.
    const std::size_t most = style_.width > 100 ? 36 : 16;
    const bool units = !report_.by_unit && std::ranges::any_of(plan_.steps, [&](const Step& step) {
      return !step_units(assessment_, step).empty();
    });
    std::vector<Table::Column> columns = {
        {"", Table::Align::right, false, 0},
        {std::string(tr({"step", "langkah"})), Table::Align::left, true},
        {std::string(tr({"level", "tingkat"})), Table::Align::left},
        {std::string(tr({"effort", "upaya"})), Table::Align::right},
        {std::string(tr({"worth", "nilai"})), Table::Align::right},
        {std::string(tr({"index", "indeks"})), Table::Align::right}};
    if (units) columns.push_back({"unit", Table::Align::left});
    Table table(std::move(columns));
    for (const std::size_t s : group.steps) {
      const StepWords words = step_words(report_, s, style_);
      std::vector<Table::Cell> row = {
          {words.order, Ink::dim},   {words.what}, {words.levels}, {words.effort},
          {words.worth, Ink::green}, {words.index}};
      if (units) row.push_back({shortened(words.unit, most), Ink::dim});
      table.add(std::move(row));
      if (!words.unlocks.empty()) table.add({{""}, {"  " + words.unlocks, Ink::cyan}});
    }
    return table.draw(style_);
  }

  const PlanReport& report_;
  const Style& style_;
  const Assessment& assessment_;
  const Plan& plan_;
  std::string out_;
};

}  // namespace

std::string plan_text(const PlanReport& report, const Style& style) {
  return PlanText(report, style).draw();
}

}  // namespace spbe
