#include "render/html_table.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace spbe {

namespace {

using page::Cell;
using page::Column;
using page::Row;

// A note of several lines: rows of these fill a sheet of paper, however few they are.
bool tells_much(const Cell& cell) {
  constexpr std::size_t kLong = 200;
  return cell.note.size() > kLong;
}

bool is_drawn(const Cell& cell) { return std::holds_alternative<page::Sketch>(cell.value); }

class TableHtml {
 public:
  TableHtml(const page::Table& table, Language language) : table_(table), language_(language) {}

  Markup write() const {
    // On a telephone a row of many cells stands as lines below its name.
    const bool drawn = std::ranges::any_of(
        table_.rows, [](const Row& row) { return std::ranges::any_of(row.cells, is_drawn); });
    const bool stacks = table_.columns.size() > 3 || drawn;
    constexpr std::size_t kShort = 14;  // rows that stay on one sheet of paper
    std::string css = table_.caption.empty() ? "data" : "heat";
    if (table_.ranked) {
      css += " ranked";
    } else if (table_.caption.empty() && stacks) {
      css += " stacks";
    }
    if (table_.caption.empty() && table_.columns.size() < 3) css += " brief";
    if (drawn && table_.columns.size() == 3) css += " roomy";
    const bool tells = std::ranges::any_of(table_.rows, [](const Row& row) {
      return std::ranges::any_of(row.cells, [](const Cell& cell) { return tells_much(cell); });
    });
    if (table_.rows.size() <= kShort && !tells) css += " short";
    Markup out("table", css);
    if (!table_.caption.empty()) out.add(Markup("caption").text(table_.caption));
    if (has_headings()) out.add(head());
    Markup body("tbody");
    for (const Row& row : table_.rows) body.add(line(row));
    out.add(body);
    return out;
  }

 private:
  static const std::string& title_of(const Column& column) {
    return column.heading.empty() ? column.title : column.heading;
  }

  bool has_headings() const {
    return std::ranges::any_of(table_.columns,
                               [](const Column& column) { return !title_of(column).empty(); });
  }

  bool draws(std::size_t column) const {
    return std::ranges::any_of(table_.rows, [&](const Row& row) {
      return column < row.cells.size() && is_drawn(row.cells[column]);
    });
  }

  std::string_view side(std::size_t column) const {
    return table_.columns[column].align == Column::Align::right ? "n" : "";
  }

  Markup head() const {
    Markup row("tr");
    for (std::size_t i = 0; i < table_.columns.size(); ++i) {
      const Column& column = table_.columns[i];
      if (column.joins) continue;
      if (title_of(column).empty()) {
        row.add(Markup("td", draws(i) ? "draw" : ""));
        continue;
      }
      Markup cell("th", draws(i) ? "draw" : side(i));
      cell.set("scope", "col");
      if (column.heading.empty()) {
        cell.add(Markup("span", "sr").text(column.title));
      } else {
        cell.text(column.heading);
      }
      row.add(cell);
    }
    return Markup("thead").add(row);
  }

  static std::string_view role_class(Row::Role role) {
    switch (role) {
      case Row::Role::group:
        return "group";
      case Row::Role::heading:
        return "heading";
      case Row::Role::total:
        return "total";
      case Row::Role::rest:
      case Row::Role::body:
        break;
    }
    return "";
  }

  std::string css_of(const Cell& cell, std::size_t column) const {
    std::string css(is_drawn(cell) ? "draw" : side(column));
    const auto append = [&](std::string_view more) {
      if (!more.empty()) css += (css.empty() ? "" : " ") + std::string(more);
    };
    append(tone_class(cell.tone));
    if (cell.shade > 0) append(fmt::format("l{0} t{0}", std::min(cell.shade, 5)));
    return css;
  }

  void fill(Markup& into, const Cell& cell) const {
    if (is_drawn(cell)) {
      into.own_code(std::get<page::Sketch>(cell.value).drawing->str());
      return;
    }
    into.text(html_text(cell, language_));
    if (!cell.note.empty()) into.add(Markup("small").text(cell.note));
  }

  Markup name_cell(const Row& row) const {
    const Cell& cell = row.cells.front();
    Markup name("th", row.depth > 0 ? "deep" : tone_class(cell.tone));
    name.set("scope", row.role == Row::Role::heading ? "rowgroup" : "row");
    if (row.role == Row::Role::heading) name.set("colspan", std::to_string(table_.columns.size()));
    fill(name, cell);
    return name;
  }

  Markup line(const Row& row) const {
    Markup out("tr", role_class(row.role));
    out.add(name_cell(row));
    if (row.role == Row::Role::heading) return out;
    for (std::size_t i = 1; i < table_.columns.size(); ++i) {
      if (table_.columns[i].joins) continue;
      if (i >= row.cells.size() || std::holds_alternative<std::monostate>(row.cells[i].value)) {
        out.add(Markup("td"));
        continue;
      }
      const Cell& cell = row.cells[i];
      Markup td("td", css_of(cell, i));
      if (!title_of(table_.columns[i]).empty() && table_.caption.empty() && !table_.ranked) {
        td.set("data-label", title_of(table_.columns[i]));
      }
      fill(td, cell);
      const bool marked = i + 1 < row.cells.size() && table_.columns[i + 1].joins;
      if (marked) fill(td, row.cells[i + 1]);
      out.add(td);
    }
    return out;
  }

  const page::Table& table_;
  Language language_;
};

}  // namespace

Markup html_table(const page::Table& table, Language language) {
  return TableHtml(table, language).write();
}

std::string html_text(const page::Cell& cell, Language language) {
  std::string text = page::shown(cell.value, language);
  if (const auto* change = std::get_if<page::Change>(&cell.value)) {
    if (change->difference.low > Ratio(0)) text.insert(0, "▲ ");
    if (change->difference.high < Ratio(0)) text.insert(0, "▼ ");
    text = with_minus(text);
  }
  return text;
}

std::string with_minus(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool digit_follows = i + 1 < text.size() && text[i + 1] >= '0' && text[i + 1] <= '9';
    const bool first = i == 0 || text[i - 1] == ' ' || text[i - 1] == '(' || text[i - 1] == '.' ||
                       (text[i - 1] & 0x80);
    if (text[i] == '-' && digit_follows && first) {
      out += "−";
    } else if (text.substr(i, 2) == "..") {
      out += " – ";
      ++i;
    } else {
      out += text[i];
    }
  }
  return out;
}

std::string_view tone_class(page::Tone tone) {
  switch (tone) {
    case page::Tone::strong:
      return "strong";
    case page::Tone::faint:
      return "faint";
    case page::Tone::good:
      return "good";
    case page::Tone::notable:
      return "notable";
    case page::Tone::caution:
      return "warn";
    case page::Tone::bad:
      return "bad";
    case page::Tone::plain:
      break;
  }
  return "";
}

}  // namespace spbe
