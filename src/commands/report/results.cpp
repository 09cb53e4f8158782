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

// The results table of domains and aspects.
class ResultsTable {
 public:
  explicit ResultsTable(const Teller& teller)
      : t_(teller),
        axis_{as_double(teller.instrument().lowest_index()),
              as_double(teller.instrument().highest_index()), 0.015} {}

  page::Table make() const {
    page::Table table;
    columns(table);
    for (const ComponentIndex group : t_.groups()) {
      if (!t_.result().components[group].known()) continue;
      const auto& component = t_.instrument().at(group);
      table.add(cells(group), component.depth,
                component.depth == 0 && has_depth() ? Row::Role::group : Row::Role::body);
    }
    table.add(total(), 0, Row::Role::total);
    return table;
  }

 private:
  bool has_depth() const {
    const std::vector<ComponentIndex> aspects = t_.aspects();
    return !aspects.empty() && aspects.front() != t_.instrument().roots.front();
  }
  const Evaluation* before() const { return t_.report().previous; }
  const std::optional<Evaluation>& aim() const { return t_.report().aim; }

  void columns(page::Table& table) const {
    table.columns.push_back(Column::left(t_.tr({"Domain and aspect", "Domain dan aspek"})));
    if (!has_depth()) table.columns.back().heading = t_.tr({"Aspect", "Aspek"});
    table.columns.push_back(Column::right(t_.tr({"Weight", "Bobot"})));
    table.columns.push_back(Column::left());
    table.columns.push_back(
        Column::right(fmt::format("{} {}", t_.tr({"Result", "Capaian"}), t_.report().year())));
    if (aim()) {
      const std::string name =
          t_.report().aim_is_plan ? t_.tr({"Plan", "Rencana"}) : t_.tr({"Target", "Target"});
      table.columns.push_back(Column::right(
          t_.report().aim_is_plan ? fmt::format("{} {}", name, t_.report().aim_year()) : name));
      table.columns.push_back(Column::right(t_.tr({"Gap", "Selisih"})));
    }
    if (before() != nullptr) {
      table.columns.push_back(Column::right(Teller::year(*before())));
      table.columns.push_back(Column::right(t_.tr({"Change", "Perubahan"})));
    }
  }

  std::vector<Cell> cells(ComponentIndex group) const {
    const Component& component = t_.instrument().at(group);
    const ComponentResult& now = t_.result().components[group];
    std::optional<Ratio> last;
    std::optional<Ratio> goal;
    if (before() != nullptr && before()->result.components[group].value.exact()) {
      last = before()->result.components[group].value.low;
    }
    if (aim()) goal = aim()->result.components[group].value.low;
    std::vector<Cell> cells = {t_.named(group),
                               page::Number{component.weight, weight_places(component), "%"}};
    cells.emplace_back(page::sketch(chart::value_bar(axis_, now.value, last, goal)));
    cells.emplace_back(page::Range{now.value}, Tone::strong);
    if (aim()) {
      const Interval& target = aim()->result.components[group].value;
      cells.emplace_back(page::Range{target});
      cells.push_back(gap(now.value, target));
    }
    if (before() != nullptr) {
      const ComponentResult& then = before()->result.components[group];
      cells.push_back(then.known() ? Cell(page::Range{then.value}, Tone::faint)
                                   : Cell(page::Unknown{}));
      cells.push_back(change(t_.report().change->changes[group]));
    }
    return cells;
  }

  static int weight_places(const Component& component) {
    return terminating(component.weight) ? page::kAllDigits : kShownPlaces;
  }

  static Cell gap(const Interval& now, const Interval& target) {
    const Interval short_by = difference(target, now);
    return short_by == Interval{} ? Cell(std::string("·"), Tone::faint)
                                  : Cell(page::Range{short_by});
  }

  static Cell change(const Change& change) {
    if (change.covered) return page::Unknown{};
    return page::Change{change.difference};
  }

  std::vector<Cell> total() const {
    std::vector<Cell> cells = {t_.instrument().index_name, page::Number{Ratio(100), 0, "%"}};
    std::optional<Ratio> last;
    std::optional<Ratio> goal;
    if (before() != nullptr && before()->result.exact()) last = before()->result.index.low;
    if (aim()) goal = aim()->result.index.low;
    cells.emplace_back(page::sketch(chart::value_bar(axis_, t_.result().index, last, goal)));
    cells.emplace_back(page::Range{t_.result().index});
    if (aim()) {
      cells.emplace_back(page::Range{aim()->result.index});
      cells.push_back(gap(t_.result().index, aim()->result.index));
    }
    if (before() != nullptr) {
      cells.emplace_back(page::Range{before()->result.index}, Tone::faint);
      cells.emplace_back(page::Change{t_.report().change->index});
    }
    return cells;
  }

  const Teller& t_;
  Axis axis_;
};

// What the marks in the drawings mean.
std::string key_of_marks(const Teller& teller, bool in_rows) {
  std::string text = in_rows
                         ? teller.put({"Bar: result of {0}, from the lowest to the highest value",
                                       "Batang: capaian {0}, dari nilai terendah sampai "
                                       "tertinggi"},
                                      {std::to_string(teller.report().year())})
                         : teller.put({"Filled: {0}", "Bidang berwarna: {0}"},
                                      {std::to_string(teller.report().year())});
  if (teller.report().previous != nullptr) {
    const std::string year = Teller::year(*teller.report().previous);
    text += in_rows ? teller.put({"; line: {0}", "; garis: {0}"}, {year})
                    : teller.put({"; broken line: {0}", "; garis putus-putus: {0}"}, {year});
  }
  if (teller.report().aim) {
    const std::string aim = teller.report().aim_is_plan
                                ? teller.put({"plan for {0}", "rencana {0}"},
                                             {std::to_string(teller.report().aim_year())})
                                : teller.tr({"target", "target"});
    text += in_rows ? teller.put({"; diamond: {0}", "; belah ketupat: {0}"}, {aim})
                    : teller.put({"; dotted line: {0}", "; garis titik-titik: {0}"}, {aim});
  }
  if (!teller.result().exact()) {
    text += teller.tr({"; hatched edge: what is not known", "; tepi putus-putus: belum diketahui"});
  }
  return text + ".";
}

Cell level_cell(const Teller& teller, const Evaluation& result, const Evaluation* before,
                ComponentIndex indicator) {
  const auto level = teller.level(result, indicator);
  if (!level) return Cell(std::string("?"), Tone::faint);
  Cell cell(page::Number{*level});
  cell.shade = Teller::shade(*level);
  if (before == nullptr) return cell;
  const auto last = teller.level(*before, indicator);
  if (last && *level > *last) cell.tone = Tone::good;
  if (last && *level < *last) cell.tone = Tone::bad;
  return cell;
}

page::Table level_tile(const Teller& teller, ComponentIndex aspect) {
  page::Table table;
  table.caption = teller.brief(aspect);
  table.columns.push_back(Column::left().titled(teller.tr({"Year", "Tahun"})));
  const std::vector<ComponentIndex> indicators = teller.indicators_in(aspect);
  for (const ComponentIndex i : indicators) {
    table.columns.push_back(Column::right(teller.instrument().at(i).key));
  }
  const Evaluation* before = nullptr;
  for (const Evaluation* result : teller.years()) {
    std::vector<Cell> cells = {Teller::year(*result)};
    for (const ComponentIndex i : indicators) {
      cells.push_back(level_cell(teller, *result, before, i));
    }
    table.add(std::move(cells));
    before = result;
  }
  if (const auto& aim = teller.report().aim) {
    std::vector<Cell> cells = {teller.report().aim_is_plan ? teller.tr({"plan", "rencana"})
                                                           : teller.tr({"target", "target"})};
    for (const ComponentIndex i : indicators) {
      Cell cell = level_cell(teller, *aim, before, i);
      cell.tone = cell.tone == Tone::good ? Tone::notable : Tone::plain;
      cells.push_back(std::move(cell));
    }
    table.add(std::move(cells));
  }
  return table;
}

// Radar and trend, side by side where there are both.
void add_drawings(Section& part, const Teller& teller) {
  Section pair{Section::Look::pair, {}};
  if (const auto chart = radar_chart(teller)) {
    Section drawn{Section::Look::plain, {}};
    drawn.add({page::Heading{3, chart->text.title}});
    drawn.add({picture(*chart)});
    drawn.add({page::Paragraph{key_of_marks(teller, false), page::Paragraph::Role::remark}});
    pair.add({drawn});
  }
  if (const auto years = trend_chart(teller)) {
    Section drawn{Section::Look::plain, {}};
    drawn.add({page::Heading{3, years->text.title}});
    drawn.add({picture(*years)});
    if (!years->targets.empty()) {
      drawn.add({page::Paragraph{teller.tr({"Diamond: target.", "Belah ketupat: target."}),
                                 page::Paragraph::Role::remark}});
    }
    pair.add({drawn});
  }
  if (pair.blocks.size() > 1) {
    part.add({pair});
  } else if (!pair.blocks.empty()) {
    part.add(pair.blocks.front());
  }
}

bool any_unknown(const Teller& teller) {
  for (const ComponentIndex aspect : teller.aspects()) {
    for (const ComponentIndex i : teller.indicators_in(aspect)) {
      for (const Evaluation* result : teller.years()) {
        if (!teller.level(*result, i)) return true;
      }
    }
  }
  return false;
}

std::string key_of_levels(const Teller& teller) {
  std::string text = teller.tr({"The darker, the higher", "Makin gelap makin tinggi"});
  if (teller.years().size() > 1) {
    text += teller.tr({"; a bar below a level: risen, a frame: fallen since the year before",
                       "; garis di bawah angka: naik, bingkai: turun dari tahun sebelumnya"});
  }
  if (teller.report().aim) {
    text += teller.report().aim_is_plan
                ? teller.tr({"; framed in the row of the plan: to be raised",
                             "; berbingkai pada baris rencana: akan dinaikkan"})
                : teller.tr({"; framed in the row of targets: to be raised",
                             "; berbingkai pada baris target: akan dinaikkan"});
  }
  if (any_unknown(teller)) text += teller.tr({"; ?: not known", "; ?: belum diketahui"});
  return text + ".";
}

}  // namespace

void add_results(page::Page& page, const Teller& teller) {
  Section part =
      section(teller.tr({"Index, domains and aspects", "Nilai Indeks, Domain, dan Aspek"}));
  add_drawings(part, teller);
  part.add({ResultsTable(teller).make()});
  part.add({page::Paragraph{key_of_marks(teller, true), page::Paragraph::Role::remark}});
  page.add({part});
}

void add_levels(page::Page& page, const Teller& teller) {
  const auto chart = heatmap_chart(teller);
  if (!chart) return;
  Section part = section(
      teller.tr({"Levels of the indicators", "Perolehan Nilai Tingkat Kematangan Indikator"}));
  part.add({page::Paragraph{key_of_levels(teller), page::Paragraph::Role::remark}});
  Section tiles{Section::Look::tiles, {}};
  for (const ComponentIndex aspect : teller.aspects()) tiles.add({level_tile(teller, aspect)});
  Section drawn{Section::Look::drawn, {}};
  drawn.add({tiles});
  part.add({drawn});
  Section told{Section::Look::told, {}};
  told.add({picture(*chart)});
  part.add({told});
  page.add({part});
}

}  // namespace spbe
