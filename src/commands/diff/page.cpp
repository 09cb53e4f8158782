#include <algorithm>
#include <utility>

#include "commands/diff/view.hpp"
#include "render/messages.hpp"
#include "render/unit_words.hpp"

namespace spbe {

namespace {

using page::Cell;
using page::Column;
using page::Row;
using page::Tone;

// Rows that stay open where smaller changes can be folded away.
constexpr std::size_t kOpenRows = 10;

class DiffPage {
 public:
  DiffPage(const DiffReport& report, Language language)
      : report_(report), language_(language), view_(report, language) {}

  page::Page write() {
    page_.language = language_;
    page_.heading(view_.title());
    const bool both = report_.from != nullptr && report_.to != nullptr;
    if (both && !view_.comparable()) side_by_side();
    page_.paragraph(view_.summary(), page::Paragraph::Role::summary);
    if (view_.comparable()) {
      by_root();
      if (!view_.rows().empty() || view_.alike()) changes();
      lists();
    }
    also();
    page_.remarks(view_.remarks());
    return std::move(page_);
  }

 private:
  std::string tr(const Words& words) const { return std::string(say(language_, words)); }

  // Two instruments: both results, and nothing between them.
  void side_by_side() {
    page::Table table{{Column::left(), Column::left().titled(tr({"instrument", "instrumen"})),
                       Column::right().titled(tr({"index", "indeks"})),
                       Column::left().titled(tr({"category", "predikat"}))}};
    for (const Evaluation* side : {report_.from, report_.to}) {
      const IndexResult& result = side->result;
      table.add({side == report_.from ? view_.from_label() : view_.to_label(),
                 Cell(result.instrument->name, Tone::faint),
                 Cell(page::Range{result.index}, Tone::strong),
                 page::predikat(*result.instrument, result.categories)});
    }
    page_.add({std::move(table)});
  }

  void by_root() {
    std::string text = report_.by == Grouping::domain ? std::string() : view_.by_root();
    if (!text.empty()) page_.add({page::Paragraph{std::move(text)}, true});
  }

  bool counts() const { return report_.by == Grouping::domain || report_.by == Grouping::aspect; }

  std::string names_heading() const {
    switch (report_.by) {
      case Grouping::domain:
        return "domain";
      case Grouping::aspect:
        return tr({"aspect", "aspek"});
      case Grouping::unit:
        return of_units(report_.to->assessment,
                        tr({"unit, indicator", "perangkat daerah, indikator"}));
      case Grouping::indicator:
        break;
    }
    return tr({"indicator", "indikator"});
  }

  void changes() {
    page::Table table{{Column::left(names_heading()).yielding(), Column::right(view_.from_label()),
                       Column::right(view_.to_label()),
                       Column::right(tr({"index points", "poin indeks"}))}};
    table.name = tr({"Changes", "Perubahan"});
    if (counts()) {
      table.columns.push_back(Column::right(tr({"rose", "naik"})));
      table.columns.push_back(Column::right(tr({"fell", "turun"})));
    } else {
      table.columns.push_back(Column::left());
    }
    for (const ChangeGroup& row : view_.rows()) {
      if (row.component == kNoComponent) {
        add_unit(table, row);
      } else {
        add_component(table, row);
      }
    }
    fold(table);
    if (view_.alike()) {
      page::Change points = view_.points(view_.alike()->contribution);
      points.dot = false;
      table.add({Cell(view_.alike_name(), Tone::faint), {}, {}, Cell(points, Tone::faint)}, 0,
                Row::Role::rest);
    }
    page::Change points = view_.points(view_.comparison().index);
    points.dot = false;
    table.add(
        {Cell(view_.instrument().index_name, Tone::strong), Cell(view_.from_index(), Tone::strong),
         Cell(view_.to_index(), Tone::strong), Cell(points, Tone::strong)},
        0, Row::Role::total);
    page_.add({std::move(table)});
  }

  // One row more takes no more place than the one that would stand for it.
  void fold(page::Table& table) const {
    const auto& rows = view_.rows();
    if (rows.size() <= kOpenRows + 1) return;
    Interval rest;
    for (std::size_t i = kOpenRows; i < rows.size(); ++i) rest = rest + rows[i].contribution;
    table.open = kOpenRows;
    table.rest.cells = {fill(tr({"{0} smaller changes", "{0} perubahan yang lebih kecil"}),
                             {std::to_string(rows.size() - kOpenRows)}),
                        {},
                        {},
                        view_.points(rest)};
    table.rest.role = Row::Role::rest;
  }

  void add_component(page::Table& table, const ChangeGroup& row) const {
    std::vector<Cell> cells = {page::named(view_.instrument().at(row.component)),
                               Cell(view_.from_value(row.component), Tone::faint),
                               view_.to_value(row.component), view_.points(row.contribution)};
    if (counts()) {
      cells.push_back(count(row.tally.rose));
      cells.push_back(count(row.tally.fell));
    } else {
      cells.push_back(new_or_gone(row.component));
    }
    table.add(std::move(cells));
  }

  static Cell count(const std::vector<ComponentIndex>& parts) {
    if (parts.empty()) return {std::string("·"), Tone::faint};
    return {page::Number{Ratio(static_cast<std::int64_t>(parts.size())), 0}, Tone::faint};
  }

  Cell new_or_gone(ComponentIndex component) const {
    const Direction direction = view_.comparison().changes[component].direction();
    return {view_.new_or_gone(direction), Tone::notable};
  }

  // The unit, and below it what changed under its hands. Its points are in the unit's row, or
  // in that of all who share it.
  void add_unit(page::Table& table, const ChangeGroup& row) const {
    Cell name(view_.row_name(row), Tone::strong);
    name.whole = true;
    table.add({std::move(name), {}, {}, view_.points(row.contribution)}, 0, Row::Role::group);
    for (const ComponentIndex part : row.parts) add_part(table, part, false);
    for (const ComponentIndex part : row.shared) add_part(table, part, true);
  }

  void add_part(page::Table& table, ComponentIndex part, bool shared) const {
    const Change& change = view_.comparison().changes[part];
    if (!change.differs && !report_.all) return;
    table.add({page::named(view_.instrument().at(part)), Cell(view_.from_value(part), Tone::faint),
               view_.to_value(part),
               shared ? Cell(tr({"shared", "bersama"}), Tone::faint)
                      : Cell(view_.points(change.contribution), Tone::faint),
               new_or_gone(part)},
              1);
  }

  void lists() {
    page::List list;
    list.shape = page::List::Shape::hanging;
    for (std::string& line : view_.lists()) list.items.push_back({{}, std::move(line)});
    if (list.items.empty()) return;
    page_.add({page::Folded{tr({"What rose, fell and stayed", "Yang naik, turun, tetap"}),
                            {{std::move(list)}}}});
  }

  // Never folded away: whoever reviews must see a waiver.
  void also() {
    page::List list;
    list.shape = page::List::Shape::indented;
    for (std::string& line : also_changed(report_, report_.others, language_))
      list.items.push_back({{}, std::move(line)});
    if (list.items.empty()) return;
    page_.paragraph(tr({"Also changed:", "Juga berubah:"}));
    page_.add({std::move(list), true});
  }

  const DiffReport& report_;
  Language language_;
  DiffView view_;
  page::Page page_;
};

}  // namespace

page::Page diff_page(const DiffReport& report, Language language) {
  return DiffPage(report, language).write();
}

}  // namespace spbe
