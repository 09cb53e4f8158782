#include <fmt/format.h>

#include "commands/trend/view.hpp"
#include "render/table.hpp"

namespace spbe {

namespace {

constexpr std::size_t kWideYears = 5;  // columns with two blanks between them

std::string draw(const TrendTable& source, const Style& style) {
  const std::size_t gap = source.columns.size() > kWideYears ? 1 : 2;
  std::vector<Table::Column> columns = {{source.name_heading, Table::Align::left, true, 0}};
  for (const TrendTable::Cell& cell : source.columns) {
    columns.push_back({cell.text, Table::Align::right, false, cell.is_break ? 1 : gap});
  }
  columns.push_back({"", Table::Align::left});
  columns.push_back({source.change_heading, Table::Align::right});
  Table table(std::move(columns));
  for (const TrendTable::Row& row : source.rows) {
    if (row.heading) {
      table.add({{row.name, Ink::dim}});
      continue;
    }
    const Ink ink = row.bold ? Ink::bold : Ink::plain;
    std::vector<Table::Cell> cells = {{row.name, ink}};
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      cells.push_back({row.cells[i], source.columns[i].is_break ? Ink::dim : ink});
    }
    cells.push_back({row.blocks, Ink::cyan});
    cells.push_back({row.change, change_ink(row.difference)});
    table.add(std::move(cells));
  }
  return table.draw(style);
}

void paragraphs(std::string& out, const std::vector<std::string>& lines, const Style& style) {
  for (const std::string& line : lines) out += '\n' + wrapped(line, style.width) + '\n';
}

void one(std::string& out, const Trend& trend, ComponentKind by, const Style& style) {
  out += paint(Ink::bold, wrapped(trend_title(trend), style.width), style.color) + "\n\n";
  for (const std::string& line : trend_sentences(trend, style)) {
    out += wrapped(line, style.width) + '\n';
  }
  out += '\n' + draw(trend_table(trend, by, style), style);
  paragraphs(out, trend_remarks(trend, style), style);
}

}  // namespace

std::string trend_text(const TrendReport& report, const Style& style) {
  std::string out;
  if (report.trends.size() > 1 && !report.each) {
    out = draw(trend_overview(report.trends, style), style);
    paragraphs(out, overview_remarks(report.trends, style), style);
    return out;
  }
  for (const Trend& trend : report.trends) {
    if (!out.empty()) out += "\n\n";
    one(out, trend, report.by, style);
  }
  return out;
}

}  // namespace spbe
