#include <fmt/format.h>

#include <algorithm>

#include "render/page_writers.hpp"
#include "render/table.hpp"
#include "spbe/base/source.hpp"

namespace spbe {

namespace {

constexpr std::size_t kNote = 2;  // indentation of what hangs on a cell

Ink ink_of(page::Tone tone) {
  switch (tone) {
    case page::Tone::plain:
      return Ink::plain;
    case page::Tone::strong:
      return Ink::bold;
    case page::Tone::faint:
      return Ink::dim;
    case page::Tone::good:
      return Ink::green;
    case page::Tone::notable:
      return Ink::cyan;
    case page::Tone::caution:
      return Ink::yellow;
    case page::Tone::bad:
      return Ink::red;
  }
  return Ink::plain;
}

class TableText {
 public:
  TableText(const page::Table& table, const Style& style) : table_(table), style_(style) {}

  std::string draw() const {
    std::vector<Table::Column> columns;
    for (const page::Column& column : table_.columns) {
      if (!is_drawn(column)) continue;
      const bool right = column.align == page::Column::Align::right;
      columns.push_back({printable(column.heading),
                         right ? Table::Align::right : Table::Align::left, column.gives_way,
                         column.gap});
    }
    Table drawn(std::move(columns));
    for (const page::Row& row : table_.rows) add(drawn, row);
    return drawn.draw(style_);
  }

 private:
  bool is_wide() const { return style_.width >= page::kWideLine; }
  bool is_drawn(const page::Column& column) const { return !column.wide_only || is_wide(); }

  std::string text_of(const page::Cell& cell, const page::Column& column) const {
    if (const auto* blocks = std::get_if<page::Bar>(&cell.value)) {
      return bar(blocks->value, blocks->highest,
                 std::min(column.bar_cells, style_.width / column.bar_share));
    }
    std::string text = printable(page::shown(cell.value, style_.language));
    const std::size_t most = is_wide() ? column.most_wide : column.most_narrow;
    return most == 0 ? text : shortened(text, most);
  }

  void add(Table& drawn, const page::Row& row) const {
    std::vector<Table::Cell> cells;
    std::vector<Table::Cell> notes;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      const page::Column& column = table_.columns[i];
      if (!is_drawn(column)) continue;
      const page::Cell& cell = row.cells[i];
      const std::string indent(i == 0 ? 2 * row.depth : 0, ' ');
      cells.push_back({indent + text_of(cell, column), ink_of(cell.tone)});
      if (cell.note.empty()) continue;
      notes.resize(cells.size() - 1);
      notes.push_back({std::string(kNote, ' ') + printable(cell.note), Ink::cyan});
    }
    drawn.add(std::move(cells));
    if (!notes.empty()) drawn.add(std::move(notes));
  }

  const page::Table& table_;
  const Style& style_;
};

class PageText {
 public:
  explicit PageText(const Style& style) : style_(style) {}

  std::string write(const std::vector<page::Block>& blocks) {
    for (const page::Block& block : blocks) {
      part(block);
      std::visit([this](const auto& content) { put(content); }, block.content);
    }
    return std::move(out_);
  }

 private:
  // Two blank lines part the results on one page.
  void part(const page::Block& block) {
    const auto* heading = std::get_if<page::Heading>(&block.content);
    const bool folded = std::holds_alternative<page::Folded>(block.content);
    if (!out_.empty() && !block.close && !after_section_ && !folded) out_ += '\n';
    if (!out_.empty() && heading != nullptr && heading->level == 1) out_ += '\n';
    after_section_ = heading != nullptr && heading->level > 1;
  }

  std::string painted(page::Tone tone, std::string_view text) const {
    return paint(ink_of(tone), text, style_.color);
  }
  std::string painted(const page::Cell& cell) const {
    return painted(cell.tone, printable(page::shown(cell.value, style_.language)));
  }

  void put(const page::Heading& heading) {
    const std::size_t hang = heading.level == 1 ? 0 : 2;
    out_ +=
        painted(page::Tone::strong, wrapped(printable(heading.text), style_.width, hang)) + '\n';
  }

  void put(const page::Paragraph& paragraph) {
    using Role = page::Paragraph::Role;
    const std::string text = printable(paragraph.text);
    // The star that a mark in a table refers to hangs out.
    const std::size_t hang = paragraph.role == Role::outcome ? 4 : text.starts_with("* ") ? 2 : 0;
    const std::string lines = wrapped(text, style_.width, hang);
    if (paragraph.role == Role::outcome) {
      out_ += painted(page::Tone::strong, lines);
    } else if (paragraph.role == Role::caution) {
      out_ += painted(page::Tone::caution, lines);
    } else {
      out_ += lines;
    }
    out_ += '\n';
  }

  void put(const page::Headline& headline) {
    constexpr std::size_t kChangeColumn = 34;
    const auto width = [&](const page::Cell& cell) {
      return display_width(printable(page::shown(cell.value, style_.language)));
    };
    const std::string name = printable(headline.name) + "  ";
    out_ +=
        name +
        painted(page::Tone::strong, printable(page::shown(headline.index.value, style_.language))) +
        "  " + painted(headline.predikat);
    std::string change = painted(headline.change);
    if (!headline.before.empty()) {
      change += (change.empty() ? "" : " ") + printable(headline.before);
    }
    const std::size_t used =
        display_width(name) + width(headline.index) + 2 + width(headline.predikat);
    if (!change.empty()) {
      out_ += std::string(used + 2 < kChangeColumn ? kChangeColumn - used : 2, ' ') + change;
    }
    out_ += '\n';
    if (!headline.distance.empty()) {
      out_ += std::string(display_width(name), ' ') + printable(headline.distance) + '\n';
    }
  }

  void put(const page::Figures& figures) {
    std::string line;
    for (const auto& [name, cell] : figures.items) {
      line += fmt::format("{}{} {}", line.empty() ? "" : " · ", printable(name),
                          printable(page::shown(cell.value, style_.language)));
    }
    out_ += wrapped(line, style_.width) + '\n';
  }

  void put(const page::Table& table) {
    out_ += TableText(table, style_).draw();
    if (!table.more.empty()) {
      out_ += painted(page::Tone::faint, "   … " + printable(table.more)) + '\n';
    }
  }

  void put(const page::List& list) {
    using Shape = page::List::Shape;
    for (const page::List::Item& item : list.items) {
      const std::string heading = printable(item.heading);
      std::string text = printable(item.text);
      if (list.shape == Shape::indented) {
        if (!heading.empty()) out_ += indented(heading, style_.width, 2);
        if (!text.empty()) out_ += indented(text, style_.width, heading.empty() ? 2 : 4);
      } else {
        const std::size_t hang = list.shape == Shape::hanging ? 2 : 0;
        if (!heading.empty()) text.insert(0, heading + ": ");
        out_ += wrapped(text, style_.width, hang);
        out_ += '\n';
      }
    }
  }

  void put(const page::Facts& facts) {
    for (const auto& [name, text] : facts.items) {
      const std::size_t used = display_width(printable(name));
      const std::string gap(used < facts.name_width ? facts.name_width - used : 1, ' ');
      out_ += printable(name) + gap + wrapped(printable(text), style_.width - facts.name_width, 0) +
              '\n';
    }
  }

  void put(const page::Example& example) {
    std::string_view text = example.text;
    while (!text.empty()) {
      const std::size_t end = text.find('\n');
      out_ += "  " + printable(text.substr(0, end)) + '\n';
      text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
    }
  }

  void put(const page::Folded& folded) {
    for (const page::Block& block : folded.blocks) {
      part(block);
      std::visit([this](const auto& content) { put(content); }, block.content);
    }
  }

  const Style& style_;
  std::string out_;
  bool after_section_ = false;
};

}  // namespace

std::string page_text(const page::Page& page, const Style& style) {
  return PageText(style).write(page.blocks);
}

}  // namespace spbe
