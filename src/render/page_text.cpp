#include <fmt/format.h>

#include <algorithm>

#include "render/page_writers.hpp"
#include "render/table.hpp"
#include "spbe/base/source.hpp"

namespace spbe {

namespace {

constexpr std::size_t kShortestBar = 8;
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
      return bar(
          blocks->value, blocks->highest,
          std::min(column.bar_cells, std::max(kShortestBar, style_.width / column.bar_share)));
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
      cells.push_back({indent + text_of(cell, column), ink_of(cell.tone),
                       cell.brief.empty() ? std::string() : indent + printable(cell.brief),
                       cell.whole, cell.alike});
      if (cell.note.empty()) continue;
      notes.resize(cells.size() - 1);
      notes.push_back(
          {indent + std::string(kNote, ' ') + printable(cell.note), Ink::cyan, {}, true});
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
    const bool folded = std::holds_alternative<page::Folded>(block.content) ||
                        std::holds_alternative<page::Section>(block.content) ||
                        std::holds_alternative<page::Picture>(block.content);
    const bool close = block.close || (after_section_ && heading == nullptr);
    if (!out_.empty() && !close && !folded) out_ += '\n';
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
    const std::size_t hang = heading.level == 1 ? heading.hang : 2;
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
    const std::size_t gap = used + 2 < kChangeColumn ? kChangeColumn - used : 2;
    const std::size_t change_width =
        width(headline.change) + 1 + display_width(printable(headline.before));
    const bool beside = used + gap + change_width <= style_.width;
    if (beside && !change.empty()) out_ += std::string(gap, ' ') + change;
    out_ += '\n';
    const std::string indent(display_width(name), ' ');
    for (const std::string& below :
         {beside ? std::string() : change, printable(headline.distance)}) {
      if (below.empty()) continue;
      out_ += wrapped(indent + below, style_.width, indent.size()) + '\n';
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
    for (const page::List::Item& item : list.items) put(item, list.shape);
  }

  void put(const page::List::Item& item, page::List::Shape shape) {
    using Shape = page::List::Shape;
    const std::string heading = printable(item.heading);
    const std::string text = printable(item.text);
    const std::size_t left = 2 * item.depth;
    if (shape == Shape::indented) {
      if (!heading.empty()) out_ += indented(heading, style_.width, left + 2);
      if (!text.empty()) out_ += indented(text, style_.width, left + (heading.empty() ? 2 : 4));
      return;
    }
    const std::string whole = heading.empty() ? text : heading + ": " + text;
    const std::string pad(left, ' ');
    if (shape == Shape::bullets) {
      out_ += pad + "  - " + wrapped(whole, style_.width - left - 4, left + 4) + '\n';
    } else {
      const std::size_t hang = shape == Shape::hanging ? 2 : 0;
      out_ += pad + wrapped(whole, style_.width - left, left + hang) + '\n';
    }
  }

  void put(const page::Facts& facts) {
    std::size_t left = facts.name_width;
    if (left == 0) {
      for (const auto& [name, text] : facts.items) {
        left = std::max(left, display_width(printable(name)) + 2);
      }
    }
    std::string last;
    for (const auto& [name, text] : facts.items) {
      const std::string shown = name == last ? std::string() : printable(name);
      last = name;
      const std::size_t used = display_width(shown);
      const std::string lines = indented(printable(text), style_.width, left);
      out_ += painted(page::Tone::faint, shown) + std::string(used < left ? left - used : 1, ' ') +
              lines.substr(left);
    }
  }

  void put(const page::Formula& formula) {
    constexpr std::size_t kIndent = 4;
    for (const page::Formula::Item& item : formula.items) {
      out_ += painted(item.tone, wrapped(printable(item.name), style_.width, kIndent)) + '\n';
      if (formula.headings.empty()) {
        for (const std::string& step : item.steps) {
          if (!step.empty()) out_ += indented(printable(step), style_.width, kIndent);
        }
      } else {
        out_ += flowed(item.steps, kIndent);
      }
    }
  }

  // As many of `steps` on a line as fit, three blanks between them.
  std::string flowed(const std::vector<std::string>& steps, std::size_t indent) const {
    std::string out;
    std::string line;
    const auto flush = [&] {
      if (line.empty()) return;
      out += std::string(indent, ' ') + wrapped(line, style_.width - indent, indent + 2) + '\n';
      line.clear();
    };
    for (const std::string& step : steps) {
      if (step.empty()) continue;
      const std::string text = printable(step);
      const std::size_t used = indent + display_width(line) + 3 + display_width(text);
      if (!line.empty() && used > style_.width) flush();
      line += (line.empty() ? "" : "   ") + text;
    }
    flush();
    return out;
  }

  void put(const page::Example& example) {
    std::string_view text = example.text;
    while (!text.empty()) {
      const std::size_t end = text.find('\n');
      out_ += "  " + printable(text.substr(0, end)) + '\n';
      text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
    }
  }

  void put(const page::Picture& /*picture*/) {}

  void put(const page::Section& section) {
    if (section.look == page::Section::Look::drawn) return;
    for (const page::Block& block : section.blocks) {
      part(block);
      std::visit([this](const auto& content) { put(content); }, block.content);
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
