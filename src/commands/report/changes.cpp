#include <fmt/format.h>

#include <algorithm>

#include "commands/report/sections.hpp"
#include "spbe/analysis/change_groups.hpp"

namespace spbe {

namespace {

using page::Cell;
using page::Column;
using page::Row;
using page::Section;
using page::Tone;

page::Table waterfall_table(const Teller& teller, const chart::Waterfall& chart) {
  const Axis axis = chart::axis_of(chart);
  page::Table table;
  table.columns = {
      Column::left(teller.tr(chart.aspects ? Words{"Aspect", "Aspek"} : Words{"Part", "Bagian"})),
      Column::left(), Column::right(teller.tr({"Index points", "Poin indeks"}))};
  const auto total = [&](const chart::Mark& mark) {
    table.add({mark.label, page::sketch(chart::total_bar(axis, mark.value)),
               page::Range{mark.value, page::kAllDigits}},
              0, Row::Role::group);
  };
  total(chart.from);
  Ratio sum = chart.from.value.low;
  for (const chart::Waterfall::Step& step : chart.steps) {
    table.add({step.name, page::sketch(chart::step_bar(axis, sum, step.by)),
               page::Change{step.by, page::kAllDigits, false}});
    sum += step.by.low;
  }
  total(chart.to);
  return table;
}

// The parts that changed, the largest rise first and the largest fall last.
std::vector<const Change*> changed_parts(const Comparison& comparison) {
  std::vector<const Change*> found;
  for (const ComponentIndex part : comparison.parts) {
    const Change& change = comparison.changes[part];
    if (change.differs && !(change.contribution == Interval{})) found.push_back(&change);
  }
  std::ranges::stable_sort(found, [](const Change* a, const Change* b) {
    return a->contribution.low > b->contribution.low;
  });
  return found;
}

page::Table changes_table(const Teller& teller, const std::vector<const Change*>& changes) {
  const InstitutionReport& report = teller.report();
  page::Table table;
  const bool indicators = std::ranges::all_of(changes, [&](const Change* change) {
    return teller.instrument().at(change->component).is_indicator();
  });
  table.columns = {Column::left(teller.tr(indicators ? Words{"Indicator", "Indikator"}
                                                     : Words{"Part", "Bagian"})),
                   Column::right(Teller::year(*report.previous)),
                   Column::right(Teller::year(*report.current)),
                   Column::right(teller.tr({"Index points", "Poin indeks"})), Column::left()};
  Ratio most(1, 1000000);
  for (const Change* change : changes) {
    most = max(most, max(abs(change->contribution.low), abs(change->contribution.high)));
  }
  for (const Change* change : changes) {
    Cell name(teller.named(change->component));
    if (teller.instrument().at(change->component).is_indicator()) {
      name.note = teller.units(change->component);
    }
    const auto value = [&](const Interval& of) -> Cell {
      return {page::Range{of, of.exact() && of.low.is_whole() ? page::kAllDigits : kShownPlaces},
              Tone::plain};
    };
    Cell now = value(change->to);
    now.tone = Tone::strong;
    table.add({name, value(change->from), now,
               page::Change{change->contribution, page::kAllDigits, false},
               page::sketch(chart::change_bar(change->contribution, most))});
  }
  return table;
}

std::string level_text(const Teller& teller, const Interval& value) {
  return value.exact() ? teller.exact(value.low) : teller.shown(value);
}

void add_falls(Section& part, const Teller& teller, const std::vector<const Change*>& changes) {
  page::List list;
  std::vector<std::string> unexplained;
  for (auto i = changes.rbegin(); i != changes.rend(); ++i) {
    const Change& change = **i;
    if (change.direction() != Direction::fell) continue;
    const std::string what = fmt::format(
        "{} ({} → {}, {})", teller.named(change.component), level_text(teller, change.from),
        level_text(teller, change.to), teller.points(change.contribution));
    const Details* details = teller.instrument().at(change.component).is_indicator()
                                 ? teller.assessment().details_of(change.component)
                                 : nullptr;
    if (details == nullptr || details->note.empty()) {
      unexplained.push_back(what);
    } else {
      list.items.push_back({what + ".", details->note});
    }
  }
  if (list.items.empty() && unexplained.empty()) return;
  part.add({page::Heading{3, teller.tr({"What fell, and why", "Yang turun dan sebabnya"})}});
  if (!list.items.empty()) part.add({list});
  if (unexplained.empty()) return;
  part.add({page::Paragraph{teller.put(
      {"The file gives no reason for: {0}.", "Berkas tidak mencatat sebab penurunan: {0}."},
      {teller.items(unexplained)})}});
}

}  // namespace

void add_changes(page::Page& page, const Teller& teller) {
  const InstitutionReport& report = teller.report();
  if (!report.change) return;
  Section part =
      section(teller.tr({"Change since the year before", "Perbandingan dengan Tahun Sebelumnya"}));
  const Tally counts = tally(*report.change, report.change->parts);
  const std::size_t unsure =
      counts.uncertain.size() + counts.appeared.size() + counts.vanished.size();
  const std::string unknown = unsure == 0 ? ""
                                          : teller.put({", {0} not certain", ", {0} belum pasti"},
                                                       {std::to_string(unsure)});
  const bool levels = std::ranges::all_of(report.change->parts, [&](ComponentIndex i) {
    return teller.instrument().at(i).is_indicator();
  });
  part.add({page::Paragraph{teller.put(
      levels ? Words{"From {0} to {1}: {2} indicators rose, {3} fell, {4} stayed as they were{5}.",
                     "Dari tahun {0} ke {1}, {2} indikator naik, {3} turun, {4} tetap{5}."}
             : Words{"From {0} to {1}: {2} values rose, {3} fell, {4} stayed as they were{5}.",
                     "Dari tahun {0} ke {1}, {2} nilai naik, {3} turun, {4} tetap{5}."},
      {Teller::year(*report.previous), Teller::year(*report.current),
       std::to_string(counts.rose.size()), std::to_string(counts.fell.size()),
       std::to_string(counts.same.size()), unknown})}});
  if (const auto chart = waterfall_chart(teller)) {
    part.add({page::Heading{3, chart->text.title}});
    part.add({waterfall_table(teller, *chart)});
    part.add({page::Paragraph{
        teller.tr(chart->aspects
                      ? Words{"The points of the aspects sum exactly to the change of the index.",
                              "Jumlah poin semua aspek tepat sama dengan perubahan indeks."}
                      : Words{"The points of the parts sum exactly to the change of the index.",
                              "Jumlah poin semua bagian tepat sama dengan perubahan indeks."}),
        page::Paragraph::Role::remark}});
  }
  const auto changes = changed_parts(*report.change);
  if (!changes.empty()) {
    const bool indicators = std::ranges::all_of(changes, [&](const Change* change) {
      return teller.instrument().at(change->component).is_indicator();
    });
    part.add({page::Heading{
        3, teller.tr(indicators ? Words{"Indicators that changed", "Indikator yang berubah"}
                                : Words{"What changed", "Yang berubah"})}});
    part.add({changes_table(teller, changes)});
    add_falls(part, teller, changes);
  }
  page.add({part});
}

}  // namespace spbe
