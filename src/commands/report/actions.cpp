#include <fmt/format.h>

#include <algorithm>

#include "commands/report/sections.hpp"
#include "render/unit_words.hpp"
#include "render/wording.hpp"
#include "spbe/model/criteria.hpp"
#include "spbe/model/evidence.hpp"

namespace spbe {

namespace {

using page::Cell;
using page::Column;
using page::Row;
using page::Section;

// What `read` finds for an instrument, read once for all steps of a report.
template <auto read>
auto* known_of(const Instrument& instrument) {
  thread_local std::string id;
  thread_local decltype(read(instrument)) known;
  if (id != instrument.id) {
    id = instrument.id;
    known = read(instrument);
  }
  return known ? &*known : nullptr;
}

Cell step_name(const Teller& teller, const Step& step) {
  if (step.indicator == kNoComponent) {
    return teller.put({"Remove the obstacle: {0}", "Hilangkan kendala: {0}"},
                      {teller.assessment().obstacles[step.obstacle].text});
  }
  Cell cell(teller.named(step.indicator));
  cell.note = step_criteria(teller, step.indicator, step.from, step.to);
  const std::string evidence = usual_evidence(teller, step.indicator, step.to);
  if (!evidence.empty()) {
    cell.note += (cell.note.empty() ? "" : " ") + teller.tr({"Evidence: ", "Data dukung: "}) +
                 evidence + ".";
  }
  return cell;
}

void add_step(page::Table& table, const Teller& teller, std::size_t place) {
  const Step& step = teller.report().plan->steps[place];
  std::vector<Cell> cells = {step_name(teller, step)};
  if (step.indicator == kNoComponent) {
    cells.emplace_back();
  } else {
    cells.emplace_back(page::Step{step.from, step.to});
  }
  cells.emplace_back(step_time(teller, place));
  cells.emplace_back(page::Number{step.effort});
  if (step.indicator == kNoComponent) {
    cells.emplace_back();
  } else {
    cells.emplace_back(page::Change{Interval::point(step.contribution), page::kAllDigits, false});
  }
  table.add(std::move(cells));
}

std::string unit_heading(const Teller& teller, const StepGroup& group) {
  if (group.units.empty()) {
    return of_units(teller.assessment(), teller.tr({"No unit named", "Tanpa perangkat daerah"}));
  }
  return teller.items(group.units);
}

page::Table plan_table(const Teller& teller) {
  page::Table table;
  table.columns = {Column::left(teller.tr({"Step, what it asks for, and evidence",
                                           "Langkah, kriteria, dan data dukung"})),
                   Column::right(teller.tr({"Level", "Tingkat"})),
                   Column::right(teller.tr({"Quarter", "Triwulan"})),
                   Column::right(teller.tr({"Effort", "Upaya"})),
                   Column::right(teller.tr({"Index points", "Tambahan indeks"}))};
  const auto groups = steps_by_unit(teller.report().planned);
  const bool named = groups.size() > 1 || !groups.front().units.empty();
  for (const StepGroup& group : groups) {
    if (named) {
      table.add({unit_heading(teller, group),
                 {},
                 {},
                 page::Number{group.effort},
                 page::Change{Interval::point(group.contribution), page::kAllDigits, false}},
                0, Row::Role::group);
    }
    for (const std::size_t step : group.steps) add_step(table, teller, step);
  }
  const Plan& plan = *teller.report().plan;
  table.add({teller.tr({"Sum", "Jumlah"}),
             {},
             {},
             page::Number{plan.effort},
             page::Change{Interval::point(plan.to - plan.from), page::kAllDigits, false}},
            0, Row::Role::total);
  return table;
}

}  // namespace

std::string step_criteria(const Teller& teller, ComponentIndex indicator, Ratio from, Ratio to) {
  const Criteria* criteria = known_of<criteria_of>(teller.instrument());
  if (criteria == nullptr) return {};
  const Scale& scale = teller.instrument().scale_of(indicator);
  std::string text;
  for (int level = scale.low; level <= scale.high; ++level) {
    const Ratio worth = scale.has_milestones() ? scale.milestone(level) : Ratio(level);
    if (worth <= from || worth > to) continue;
    const Criterion* found = criteria->criterion(indicator, level);
    if (found == nullptr) continue;
    text += fmt::format("{}{} {}: {}", text.empty() ? "" : " ", teller.tr({"Level", "Tingkat"}),
                        level, text_in(teller.language(), found->text));
    if (!text.ends_with('.')) text += ".";
  }
  return text;
}

std::string usual_evidence(const Teller& teller, ComponentIndex indicator, Ratio level) {
  const EvidenceGuide* guide = known_of<evidence_of>(teller.instrument());
  if (guide == nullptr || !level.is_whole()) return {};
  const auto* items = guide->find(indicator, static_cast<int>(level.num()));
  std::string text;
  if (items == nullptr) return text;
  for (const Bilingual& item : *items) {
    text += (text.empty() ? "" : "; ") + text_in(teller.language(), item);
  }
  return text;
}

std::string step_time(const Teller& teller, std::size_t place) {
  constexpr int kQuarters = 4;
  const auto& steps = teller.report().plan->steps;
  const int in_year = steps[place].year;
  Ratio whole;
  Ratio done;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    if (steps[i].year != in_year) continue;
    whole += steps[i].effort;
    if (i <= place) done += steps[i].effort;
  }
  int quarter = 1;
  while (quarter < kQuarters && done * Ratio(kQuarters) > whole * Ratio(quarter)) ++quarter;
  const bool indonesian = teller.language() == Language::indonesian;
  const std::string roman[] = {"I", "II", "III", "IV"};
  return teller.put({"{0} Q{1}", "{0} TW {1}"},
                    {std::to_string(teller.report().year() + in_year),
                     indonesian ? roman[quarter - 1] : std::to_string(quarter)});
}

void add_plan(page::Page& page, const Teller& teller) {
  const InstitutionReport& report = teller.report();
  if (!report.plan || report.plan->steps.empty()) return;
  Section part = section(teller.tr({"Plan of action", "Rencana Aksi"}));
  if (std::string replaced = plan_replaced(report.planned, teller.language()); !replaced.empty())
    part.add({page::Paragraph{std::move(replaced), page::Paragraph::Role::caution}});
  part.add({page::Paragraph{plan_goal(report.planned, teller.language()) + "."}});
  part.add({page::Paragraph{plan_outcome(report.planned, teller.language()) + ".",
                            page::Paragraph::Role::outcome}});
  part.add({plan_table(teller)});
  const auto remark = [&](const std::string& text) {
    if (!text.empty()) part.add({page::Paragraph{text, page::Paragraph::Role::remark}});
  };
  remark(plan_missed(report.planned, teller.language()));
  remark(teller.tr(
      {"The quarters follow from the order of the steps, the effort being spread "
       "evenly over the year.",
       "Triwulan ditentukan menurut urutan langkah dengan upaya dibagi rata dalam setahun."}));
  for (const std::string& line : plan_remarks(report.planned, teller.language())) remark(line);
  if (const Criteria* criteria = known_of<criteria_of>(teller.instrument())) {
    remark(text_in(teller.language(), criteria->caution));
  }
  page.add({part});
}

}  // namespace spbe
