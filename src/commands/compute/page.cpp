#include <fmt/format.h>

#include <algorithm>

#include "commands/compute/report.hpp"
#include "render/messages.hpp"
#include "render/style.hpp"
#include "render/wording.hpp"

namespace spbe {

namespace {

using page::Cell;
using page::Column;
using page::Row;
using page::Tone;

constexpr std::size_t kBarCells = 10;
constexpr std::size_t kBarShare = 10;  // a tenth of the line

Ratio highest_level(const Instrument& instrument) {
  Ratio highest(1);
  for (const Scale& scale : instrument.scales) highest = max(highest, Ratio(scale.high));
  return highest;
}

Cell predikat_cell(const IndexResult& result) {
  return page::predikat(*result.instrument, result.categories);
}

Cell value_cell(const ComponentResult& part, bool is_indicator, Tone tone) {
  if (!part.known()) return {page::Unknown{}, tone};
  return {page::Range{part.value, is_indicator ? page::kAllDigits : kShownPlaces}, tone};
}

class ComputePage {
 public:
  ComputePage(const ComputeReport& report, Language language)
      : report_(report),
        language_(language),
        assessment_(report.current->assessment),
        result_(report.current->result),
        instrument_(*result_.instrument) {
    if (report_.previous != nullptr && comparable(*report_.previous, *report_.current)) {
      comparison_ = compare(*report_.previous, *report_.current);
    }
  }

  page::Page write() {
    page_.language = language_;
    title();
    headline();
    earlier_years();
    components();
    for (const Evaluation* result : report_.set_aside) {
      page_.paragraph(set_aside_remark(*result, language_), page::Paragraph::Role::remark);
    }
    odd_previous();
    if (odd_difference_)
      page_.paragraph(differences_remark(language_), page::Paragraph::Role::remark);
    page_.remarks(remarks(*report_.current, language_));
    return std::move(page_);
  }

 private:
  std::string tr(const Words& words) const { return std::string(say(language_, words)); }

  void title() {
    std::string text =
        fmt::format("{} · {} · {}", assessment_.institution, assessment_.year, instrument_.name);
    const Stage stage = assessment_.stage;
    if (stage != Stage::unsaid && stage != Stage::final)
      text += fmt::format(" · {}", stage_name(stage, language_));
    page_.heading(std::move(text));
  }

  void headline() {
    page::Headline headline;
    headline.name = instrument_.index_name;
    headline.index = page::Range{result_.index};
    headline.predikat = predikat_cell(result_);
    headline.distance = distance_to_next(result_, language_);
    if (report_.previous != nullptr) {
      const IndexResult& before = report_.previous->result;
      if (comparison_)
        headline.change = Cell(page::Change{.difference = comparison_->index, .dot = false});
      odd_difference_ = comparison_ && !adds_up(before.index, result_.index, comparison_->index);
      headline.before = fmt::format("{} {} {} ({})",
                                    comparison_ ? tr({"from", "dari"})
                                                : tr({"other instrument, not comparable:",
                                                      "instrumen lain, tidak dapat dibandingkan:"}),
                                    interval_number(language_, before.index),
                                    shown(predikat_cell(before).value, language_),
                                    report_.previous->assessment.year);
    }
    page_.add({std::move(headline)});
  }

  // What --previous names may be of somebody else, or of a later year.
  void odd_previous() {
    if (report_.previous == nullptr) return;
    const Assessment& before = report_.previous->assessment;
    if (!of_same_institution(before, assessment_)) {
      page_.paragraph(fill(tr({"The earlier result is that of another institution: {0} ({1}).",
                               "Hasil pembandingnya adalah hasil instansi lain: {0} ({1})."}),
                           {before.institution, std::to_string(before.year)}),
                      page::Paragraph::Role::caution);
    }
    if (before.year > assessment_.year) {
      page_.paragraph(fill(tr({"The result compared with ({0}) is later than this one ({1}).",
                               "Hasil pembandingnya ({0}) lebih baru daripada hasil ini ({1})."}),
                           {std::to_string(before.year), std::to_string(assessment_.year)}),
                      page::Paragraph::Role::caution);
    }
  }

  void earlier_years() {
    if (report_.earlier.empty()) return;
    page::Table table{{Column::right(), Column::right(), Column::left(), Column::left()}};
    for (const Evaluation* year : report_.earlier) {
      const IndexResult& result = year->result;
      const bool other = result.instrument->id != instrument_.id;
      table.add({page::Number{Ratio(year->assessment.year), 0}, page::Range{result.index},
                 predikat_cell(result),
                 Cell(other ? result.instrument->name : std::string(), Tone::faint)},
                1);
    }
    page_.add({std::move(table)});
  }

  void components() {
    page::Table table{{Column::left(names_heading()).yielding(),
                       Column::right(tr({"weight", "bobot"})),
                       Column::right(tr({"value", "nilai"}))}};
    table.name = tr({"Values", "Nilai"});
    if (comparison_) {
      table.columns.push_back(Column::right(std::to_string(report_.previous->assessment.year)));
      table.columns.push_back(Column::right(tr({"change", "perubahan"})));
    }
    table.columns.push_back(Column::left().bars(kBarCells, kBarShare));
    for (ComponentIndex i = 0; i < instrument_.components.size(); ++i) {
      if (instrument_.at(i).is_indicator() && !report_.details) continue;
      if (!nothing_known(i)) add_row(table, i);
    }
    page_.add({std::move(table)});
  }

  // "domain, aspect": what has a row.
  std::string names_heading() const {
    std::string text;
    for (const ComponentKind kind :
         {ComponentKind::domain, ComponentKind::aspect, ComponentKind::indicator}) {
      const bool here = std::ranges::any_of(instrument_.components,
                                            [&](const Component& c) { return c.kind == kind; });
      if (!here || (kind == ComponentKind::indicator && !report_.details)) continue;
      text += (text.empty() ? "" : ", ") + std::string(kind_name(kind, language_));
    }
    return text;
  }

  // Below a published value, in both years, there is nothing to say.
  bool nothing_known(ComponentIndex index) const {
    if (!result_.components[index].covered) return false;
    return !comparison_ || report_.previous->result.components[index].covered;
  }

  void add_row(page::Table& table, ComponentIndex index) {
    const Component& c = instrument_.at(index);
    const ComponentResult& part = result_.components[index];
    const Tone tone = c.depth == 0 ? Tone::strong : Tone::plain;
    const page::Number weight{c.weight, c.is_indicator() ? 2 : 1, "%"};
    std::vector<Cell> row = {page::named(c, tone), Cell(weight, Tone::faint),
                             value_cell(part, c.is_indicator(), tone)};
    if (comparison_) {
      const ComponentResult& before = report_.previous->result.components[index];
      row.push_back(value_cell(before, c.is_indicator(), Tone::faint));
      row.push_back(change_cell(index, part, before));
    }
    if (part.known()) row.emplace_back(page::Bar{part.value.low, highest_level(instrument_)});
    table.add(std::move(row), c.depth, c.depth == 0 ? Row::Role::group : Row::Role::body);
  }

  Cell change_cell(ComponentIndex index, const ComponentResult& part,
                   const ComponentResult& before) {
    const Change& change = comparison_->changes[index];
    if (part.covered || before.covered) return {};
    if (change.appeared) return {tr({"newly filled", "baru diisi"}), Tone::notable};
    if (change.vanished) return {tr({"not filled", "belum diisi"}), Tone::notable};
    if (instrument_.at(index).is_indicator())
      return page::Change{change.difference, page::kAllDigits};
    odd_difference_ = odd_difference_ || !adds_up(before.value, part.value, change.difference);
    return page::Change{change.difference};
  }

  const ComputeReport& report_;
  Language language_;
  const Assessment& assessment_;
  const IndexResult& result_;
  const Instrument& instrument_;
  std::optional<Comparison> comparison_;
  bool odd_difference_ = false;  // one that is not that of the values beside it
  page::Page page_;
};

}  // namespace

page::Page compute_page(const ComputeReport& report, Language language) {
  return ComputePage(report, language).write();
}

page::Page overview_page(const std::vector<Summary>& rows, Language language) {
  const auto tr = [&](const Words& words) { return std::string(say(language, words)); };
  page::Table table{{Column::left(tr({"institution", "instansi"})).yielding(),
                     Column::right(tr({"year", "tahun"})), Column::right(tr({"index", "indeks"})),
                     Column::left(tr({"category", "predikat"})).yielding(),
                     Column::right(tr({"scored", "terisi"}))}};
  table.name = tr({"Institutions", "Instansi"});
  for (const Summary& row : rows) {
    table.add({page::institution(row.institution), page::Number{Ratio(row.year), 0},
               Cell(page::Range{row.index}, Tone::strong),
               page::predikat(*row.instrument, row.categories),
               Cell(page::Share{row.scored, row.of}, Tone::faint)});
  }
  page::Page page{language};
  page.add({std::move(table)});
  std::vector<const Instrument*> instruments;
  instruments.reserve(rows.size());
  for (const Summary& row : rows) instruments.push_back(row.instrument.get());
  page.remarks(cautions(instruments, language));
  return page;
}

}  // namespace spbe
