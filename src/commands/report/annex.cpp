#include <fmt/format.h>

#include <algorithm>

#include "commands/report/sections.hpp"
#include "model/builtin_data.hpp"
#include "render/wording.hpp"

namespace spbe {

namespace {

using page::Cell;
using page::Column;
using page::Row;
using page::Section;
using page::Tone;

page::Table predikat_table(const Teller& teller) {
  page::Table table;
  table.columns = {Column::left("Predikat"), Column::right(teller.tr({"Index", "Nilai indeks"}))};
  const auto& categories = teller.instrument().categories;
  for (std::size_t i = categories.size(); i-- > 0;) {
    const std::string from = number(teller.language(), categories[i].from);
    const std::string range =
        i + 1 == categories.size()
            ? teller.put({"{0} and above", "{0} ke atas"}, {from})
            : teller.put({"{0} to below {1}", "{0} sampai di bawah {1}"},
                         {from, number(teller.language(), categories[i + 1].from)});
    table.add({categories[i].name, range});
  }
  return table;
}

std::string indicator_note(const Teller& teller, ComponentIndex indicator) {
  const Details* details = teller.assessment().details_of(indicator);
  if (details == nullptr) return {};
  std::string text = teller.units(indicator);
  const auto append = [&](const std::string& more) {
    if (!more.empty()) text += (text.empty() ? "" : " · ") + more;
  };
  append(details->note);
  std::string evidence;
  for (const std::string& item : details->evidence) {
    evidence += (evidence.empty() ? "" : "; ") + item;
  }
  if (!evidence.empty()) append(teller.tr({"evidence: ", "data dukung: "}) + evidence);
  return text;
}

void add_indicator(page::Table& table, const Teller& teller, ComponentIndex indicator) {
  const Component& component = teller.instrument().at(indicator);
  Cell name(teller.named(indicator));
  name.note = indicator_note(teller, indicator);
  std::vector<Cell> cells = {
      name, page::Number{component.weight,
                         terminating(component.weight) ? page::kAllDigits : kShownPlaces, "%"}};
  for (const Evaluation* result : teller.years()) {
    const auto level = teller.level(*result, indicator);
    Cell cell = level ? Cell(page::Number{*level}) : Cell(page::Unknown{});
    if (level) cell.shade = Teller::shade(*level);
    cells.push_back(std::move(cell));
  }
  const ComponentResult& now = teller.result().components[indicator];
  cells.push_back(now.covered ? Cell(page::Unknown{})
                              : Cell(page::Range{now.contribution, page::kAllDigits}));
  table.add(std::move(cells));
}

page::Table indicators_table(const Teller& teller) {
  page::Table table;
  table.columns = {Column::left(teller.tr({"Indicator", "Indikator"})),
                   Column::right(teller.tr({"Weight", "Bobot"}))};
  for (const Evaluation* result : teller.years()) {
    table.columns.push_back(Column::right(Teller::year(*result)));
  }
  table.columns.push_back(Column::right(teller.tr({"Index points", "Poin indeks"})));
  // In a definition of one's own they may stand below nothing.
  for (const ComponentIndex root : teller.instrument().roots) {
    if (teller.instrument().at(root).is_indicator()) add_indicator(table, teller, root);
  }
  for (const ComponentIndex aspect : teller.aspects()) {
    table.add({teller.named(aspect)}, 0, Row::Role::heading);
    for (const ComponentIndex i : teller.indicators_in(aspect)) add_indicator(table, teller, i);
  }
  std::vector<Cell> total = {teller.instrument().index_name, page::Number{Ratio(100), 0, "%"}};
  for (const Evaluation* result : teller.years()) {
    total.emplace_back(page::Range{result->result.index});
  }
  total.emplace_back(page::Range{teller.result().index, page::kAllDigits});
  table.add(std::move(total), 0, Row::Role::total);
  return table;
}

}  // namespace

void add_annex(page::Page& page, const Teller& teller) {
  Section part =
      section(teller.tr({"Annex: formula and indicators", "Lampiran: Rumus dan Indikator"}),
              Section::Look::sheet);
  part.add({page::Paragraph{
      teller.put({"The index is the sum over all indicators of level times weight, divided by 100 "
                  "({0}). It is computed in exact fractions and rounded once, for print.",
                  "Indeks adalah jumlah tingkat kali bobot dari semua indikator, dibagi 100 ({0}). "
                  "Perhitungannya memakai pecahan eksak dan dibulatkan sekali, saat ditampilkan."},
                 {teller.instrument().name})}});
  part.add({predikat_table(teller)});
  part.add({page::Heading{3, teller.tr({"All indicators", "Semua indikator"})}});
  part.add({indicators_table(teller)});
  page.add({part});
}

void add_origin(page::Page& page, const Teller& teller) {
  Section part = section(teller.tr({"Sources and cautions", "Sumber dan Catatan"}));
  page::Facts facts;
  const auto add = [&](const Words& name, const std::string& text) {
    if (!text.empty()) facts.items.emplace_back(teller.tr(name), text);
  };
  add({"Regulation", "Peraturan"}, teller.instrument().regulation);
  for (const TrendSpan& span : teller.report().trend.spans) {
    for (const Evaluation* result : span.years) {
      facts.items.emplace_back(
          Teller::year(*result),
          result->assessment.origin.empty()
              ? result->assessment.label()
              : fmt::format("{} ({})", result->assessment.origin, result->assessment.label()));
    }
  }
  add({"Made by", "Dibuat dengan"},
      fmt::format("spbe-index {}: {}", builtin_version(), teller.report().command));
  part.add({facts});
  for (const std::string& line : remarks(*teller.report().current, teller.language())) {
    part.add({page::Paragraph{line, page::Paragraph::Role::remark}});
  }
  for (std::size_t i = 1; i < teller.report().trend.spans.size(); ++i) {
    part.add({page::Paragraph{
        teller.put({"From {0} on the instrument is {1}; earlier figures cannot be compared.",
                    "Mulai tahun {0} instrumennya {1}; angka sebelumnya tidak dapat dibandingkan."},
                   {Teller::year(*teller.report().trend.spans[i].years.front()),
                    teller.report().trend.spans[i].instrument->name}),
        page::Paragraph::Role::remark}});
  }
  Section sign{Section::Look::sign, {}};
  const auto place = [&](const Words& role) {
    Section box{Section::Look::story, {}};
    box.add({page::Paragraph{teller.tr(role)}});
    box.add({page::Paragraph{teller.tr({"Name, office, date", "Nama, jabatan, tanggal"}),
                             page::Paragraph::Role::remark}});
    sign.add({box});
  };
  place({"Drawn up by", "Disusun oleh"});
  place({"Approved by the coordinator", "Disahkan oleh Koordinator"});
  part.add({sign});
  page.add({part});
}

page::Page report_page(const InstitutionReport& report, Language language) {
  const Teller teller(report, language);
  page::Page page{language, {}};
  add_title(page, teller);
  add_summary(page, teller);
  add_results(page, teller);
  add_changes(page, teller);
  add_levels(page, teller);
  add_peers(page, teller);
  add_certainty(page, teller);
  add_strengths(page, teller);
  add_barriers_section(page, teller);
  add_recommendations(page, teller);
  add_targets(page, teller);
  add_plan(page, teller);
  add_annex(page, teller);
  add_origin(page, teller);
  return page;
}

std::string report_title(const InstitutionReport& report, Language language) {
  const Teller teller(report, language);
  return fmt::format("{} {} · {}", teller.instrument().index_name, report.year(),
                     report.assessment().institution);
}

std::optional<Markup> report_chart(const InstitutionReport& report, const std::string& chart,
                                   Language language) {
  const Teller teller(report, language);
  const Canvas canvas{.fluid = false};
  const auto drawn = [&](const auto& made) -> std::optional<Markup> {
    if (!made) return std::nullopt;
    return chart::draw(*made, canvas);
  };
  if (chart == "waterfall") return drawn(waterfall_chart(teller));
  if (chart == "radar") return drawn(radar_chart(teller));
  if (chart == "trend") return drawn(trend_chart(teller));
  if (chart == "heatmap") return drawn(heatmap_chart(teller));
  return drawn(scale_chart(teller));
}

}  // namespace spbe
