#include "render/table.hpp"

#include <algorithm>

namespace spbe {

namespace {

constexpr std::size_t kNarrowest = 12;

std::string blanks(std::size_t count) { return std::string(count, ' '); }

}  // namespace

std::vector<std::size_t> Table::widths(std::size_t line_width) const {
  std::vector<std::size_t> needed(columns_.size(), 0);
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    needed[i] = display_width(columns_[i].heading);
  }
  for (const auto& row : rows_) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      needed[i] = std::max(needed[i], display_width(row[i].text));
    }
  }
  std::size_t total = 0;
  for (std::size_t i = 0; i < needed.size(); ++i) {
    total += needed[i] + (i == 0 ? 0 : columns_[i].gap);
  }
  for (std::size_t i = 0; i < needed.size() && total > line_width; ++i) {
    if (!columns_[i].gives_way || needed[i] <= kNarrowest) continue;
    const std::size_t less = std::min(total - line_width, needed[i] - kNarrowest);
    needed[i] -= less;
    total -= less;
  }
  return needed;
}

// Names of institutions are told in one way throughout: all in brief when one must be.
std::vector<bool> Table::brief_columns(const std::vector<std::size_t>& width) const {
  std::vector<bool> brief(columns_.size(), false);
  for (const auto& row : rows_) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (columns_[i].gives_way && row[i].alike && display_width(row[i].text) > width[i]) {
        brief[i] = true;
      }
    }
  }
  return brief;
}

std::string Table::draw(const Style& style) const {
  const std::vector<std::size_t> width = widths(style.width);
  const std::vector<bool> brief = brief_columns(width);
  std::string out;
  const auto draw_row = [&](const std::vector<Cell>& row) {
    std::string line;
    std::string below;
    std::size_t before = 0;  // columns to the left of the cell
    for (std::size_t i = 0; i < row.size(); ++i) {
      const Column& column = columns_[i];
      const bool fits = !column.gives_way || display_width(row[i].text) <= width[i];
      const bool in_full = row[i].brief.empty() || (fits && !(row[i].alike && brief[i]));
      const std::string& whole = in_full ? row[i].text : row[i].brief;
      if (i > 0) before += column.gap;
      std::string text = column.gives_way ? shortened(whole, width[i]) : whole;
      if (display_width(whole) > width[i] && column.gives_way && row[i].wraps) {
        // What is the last in its row has the rest of the line.
        const std::size_t room =
            i + 1 == row.size() ? std::max(width[i], style.width - before) : width[i];
        // A name that goes on is not the next row.
        const std::size_t leading = whole.find_first_not_of(' ');
        std::string lines = wrapped(whole, room, leading + (i == 0 || row[i].alike ? 2 : 0));
        const std::size_t first = std::min(lines.find('\n'), lines.size());
        text = lines.substr(0, first);
        for (std::size_t at = first; at < lines.size();) {
          const std::size_t end = std::min(lines.find('\n', at + 1), lines.size());
          const std::string part = lines.substr(at + 1, end - at - 1);
          if (!part.empty()) below += blanks(before) + paint(row[i].ink, part, style.color) + '\n';
          at = end;
        }
      }
      before += width[i];
      const std::size_t size = display_width(text);
      const std::size_t pad = width[i] > size ? width[i] - size : 0;
      if (i > 0) line += blanks(column.gap);
      if (column.align == Align::right) line += blanks(pad);
      line += paint(row[i].ink, text, style.color);
      if (column.align == Align::left) line += blanks(pad);
    }
    line.erase(line.find_last_not_of(' ') + 1);
    out += line + '\n' + below;
  };
  if (std::ranges::any_of(columns_, [](const Column& c) { return !c.heading.empty(); })) {
    std::vector<Cell> headings;
    for (const Column& column : columns_) headings.push_back({column.heading, Ink::dim, {}, true});
    draw_row(headings);
  }
  for (const auto& row : rows_) draw_row(row);
  return out;
}

}  // namespace spbe
