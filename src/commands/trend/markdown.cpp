#include "render/markdown.hpp"
#include "commands/trend/view.hpp"

namespace spbe {

namespace {

std::string draw(const TrendTable& table) {
  std::string out = "| " + table.name_heading + " |";
  std::string rule = "|:--|";
  for (const TrendTable::Cell& cell : table.columns) {
    out += " " + cell.text + " |";
    rule += "--:|";
  }
  out += "  | " + table.change_heading + " |\n" + rule + ":--|--:|\n";
  for (const TrendTable::Row& row : table.rows) {
    const char* mark = row.bold || row.heading ? "**" : "";
    out += std::string("| ") + mark + markdown_text(row.name) + mark + " |";
    if (row.heading) {
      for (std::size_t i = 0; i < table.columns.size() + 2; ++i) out += "  |";
      out += '\n';
      continue;
    }
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      const bool strong = row.bold && row.cells[i].size() > 2 && !table.columns[i].is_break;
      const char* around = strong ? "**" : "";
      out += std::string(" ") + around + row.cells[i] + around + " |";
    }
    out += " " + row.blocks + " | " + row.change + " |\n";
  }
  return out;
}

void append_trend(std::string& out, const Trend& trend, ComponentKind by, const Style& style) {
  out += "### " + markdown_text(trend_title(trend)) + "\n\n";
  for (const std::string& line : trend_sentences(trend, style)) {
    out += "- " + markdown_text(line) + "\n";
  }
  out += '\n' + draw(trend_table(trend, by, style));
  for (const std::string& line : trend_remarks(trend, style)) {
    out += "\n" + markdown_text(line) + "\n";
  }
}

}  // namespace

std::string trend_markdown(const TrendReport& report, Language language) {
  const Style style{language, 80, false};
  std::string out;
  if (report.trends.size() > 1 && !report.each) {
    out = draw(trend_overview(report.trends, style));
    for (const std::string& line : overview_remarks(report.trends, style)) {
      out += "\n" + markdown_text(line) + "\n";
    }
    return out;
  }
  for (const Trend& trend : report.trends) {
    if (!out.empty()) out += '\n';
    append_trend(out, trend, report.by, style);
  }
  return out;
}

}  // namespace spbe
