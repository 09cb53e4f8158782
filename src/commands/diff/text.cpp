#include <fmt/format.h>

#include "commands/diff/view.hpp"
#include "render/table.hpp"
#include "render/wording.hpp"

namespace spbe {

namespace {

class DiffText {
 public:
  DiffText(const DiffReport& report, const Style& style)
      : report_(report), style_(style), view_(report, style) {}

  std::string draw() {
    out_ += paint(Ink::bold, wrapped(view_.title(), style_.width), style_.color) + "\n\n";
    const bool both = report_.from != nullptr && report_.to != nullptr;
    if (both && !view_.comparable()) side_by_side();
    paragraph(view_.summary());
    if (view_.comparable()) {
      if (report_.by != Grouping::domain) paragraph(view_.by_root());
      table();
    }
    bool first = true;
    for (const std::string& line : view_.remarks()) {
      if (!first || !view_.comparable() || !lists_.empty()) out_ += '\n';
      first = false;
      paragraph(line);
    }
    return std::move(out_);
  }

 private:
  std::string tr(const Words& words) const { return std::string(say(style_.language, words)); }

  void paragraph(const std::string& text) {
    if (!text.empty()) out_ += wrapped(text, style_.width) + '\n';
  }

  // Two instruments: both results, and nothing between them.
  void side_by_side() {
    Table table({{"", Table::Align::left, false, 0},
                 {"", Table::Align::left},
                 {"", Table::Align::right},
                 {"", Table::Align::left}});
    for (const Evaluation* side : {report_.from, report_.to}) {
      const IndexResult& result = side->result;
      table.add(
          {{side == report_.from ? view_.from_label() : view_.to_label()},
           {printable(result.instrument->name), Ink::dim},
           {interval_number(style_, result.index), Ink::bold},
           {category_names(*result.instrument, result.categories.front(), result.categories.back()),
            category_ink(*result.instrument, result.categories.back())}});
    }
    out_ += table.draw(style_) + '\n';
  }

  void table() {
    lists_ = view_.lists();
    const bool counts = report_.by == Grouping::domain || report_.by == Grouping::aspect;
    if (!view_.rows().empty() || view_.alike()) {
      out_ += '\n' + rows(counts).draw(style_);
    }
    out_ += '\n';
    for (const std::string& line : lists_) out_ += wrapped(line, style_.width, 2) + '\n';
  }

  Table rows(bool counts) const {
    std::vector<Table::Column> columns = {
        {"", Table::Align::left, true, 0},
        {view_.from_label(), Table::Align::right},
        {view_.to_label(), Table::Align::right},
        {tr({"index points", "poin indeks"}), Table::Align::right}};
    if (counts) {
      columns.push_back({tr({"rose", "naik"}), Table::Align::right});
      columns.push_back({tr({"fell", "turun"}), Table::Align::right});
    } else {
      columns.push_back({"", Table::Align::left});
    }
    Table table(std::move(columns));
    for (const ChangeGroup& row : view_.rows()) {
      if (row.component == kNoComponent) {
        add_unit(table, row);
      } else {
        add_component(table, row, counts);
      }
    }
    if (view_.alike()) {
      table.add({{view_.alike_name(), Ink::dim},
                 {},
                 {},
                 {view_.points(view_.alike()->contribution), Ink::dim}});
    }
    table.add({{printable(view_.instrument().index_name), Ink::bold},
               {view_.from_index(), Ink::bold},
               {view_.to_index(), Ink::bold},
               {view_.points(view_.comparison().index), Ink::bold}});
    return table;
  }

  Table::Cell points(const Interval& contribution) const {
    if (contribution == Interval{}) return {"·", Ink::dim};
    return {view_.points(contribution), change_ink(contribution)};
  }

  void add_component(Table& table, const ChangeGroup& row, bool counts) const {
    const Change& change = view_.comparison().changes[row.component];
    std::vector<Table::Cell> cells = {{view_.row_name(row)},
                                      {view_.from_value(row.component), Ink::dim},
                                      {view_.to_value(row.component)},
                                      points(row.contribution)};
    if (counts) {
      cells.push_back({count(row.tally.rose), Ink::dim});
      cells.push_back({count(row.tally.fell), Ink::dim});
    } else {
      cells.push_back({view_.new_or_gone(change.direction()), Ink::cyan});
    }
    table.add(std::move(cells));
  }

  static std::string count(const std::vector<ComponentIndex>& parts) {
    return parts.empty() ? "·" : std::to_string(parts.size());
  }

  // The unit, and below it what changed under its hands.
  void add_unit(Table& table, const ChangeGroup& row) const {
    table.add({{view_.row_name(row), Ink::bold}, {}, {}, points(row.contribution)});
    for (const ComponentIndex part : row.parts) add_part(table, part, false);
    for (const ComponentIndex part : row.shared) add_part(table, part, true);
  }

  void add_part(Table& table, ComponentIndex part, bool shared) const {
    const Change& change = view_.comparison().changes[part];
    if (!change.differs && !report_.all) return;
    table.add({{"  " + view_.part_name(part)},
               {view_.from_value(part), Ink::dim},
               {view_.to_value(part)},
               shared ? Table::Cell{tr({"shared", "bersama"}), Ink::dim}
                      : Table::Cell{"(" + view_.points(change.contribution) + ")", Ink::dim},
               {view_.new_or_gone(change.direction()), Ink::cyan}});
  }

  const DiffReport& report_;
  const Style& style_;
  DiffView view_;
  std::vector<std::string> lists_;
  std::string out_;
};

}  // namespace

std::string diff_text(const DiffReport& report, const Style& style) {
  return DiffText(report, style).draw();
}

}  // namespace spbe
