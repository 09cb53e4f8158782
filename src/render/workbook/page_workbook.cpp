#include <algorithm>
#include <utility>

#include "render/page_writers.hpp"
#include "render/workbook/looks.hpp"
#include "render/workbook/table_sheet.hpp"
#include "spbe/base/source.hpp"

namespace spbe {

namespace {

constexpr std::uint32_t kTextColumns = 6;
constexpr int kNameWidth = 34;
constexpr int kValueWidth = 13;
constexpr int kLineCharacters = 92;   // that fit across all of them
constexpr int kValueCharacters = 60;  // ... and without the first
constexpr int kLineHeight = 15;       // points

CellStyle wrapping(CellStyle style = {}) {
  style.wrap = true;
  return style;
}

CellStyle faint() { return cell_look({std::string(), page::Tone::faint}); }

std::string title_of(const page::Column& column) {
  return column.title.empty() ? column.heading : column.title;
}

// Tables that have the same columns stand together.
struct SheetOfTables {
  std::string name;
  std::vector<std::string> columns;
  std::vector<PlacedTable> tables;
};

class PageWorkbook {
 public:
  explicit PageWorkbook(Language language) : language_(language) {
    texts_.name = say(language, {"Summary", "Ringkasan"});
    texts_.columns.assign(kTextColumns, {kValueWidth, false});
    texts_.columns.front().width = kNameWidth;
  }

  std::string write(const std::vector<page::Block>& blocks) {
    put(blocks);
    Workbook workbook;
    texts_.landscape = true;
    if (row_ > 0) workbook.sheets.push_back(std::move(texts_));
    for (const SheetOfTables& group : groups_) {
      const auto of_name = std::ranges::count(groups_, group.name, &SheetOfTables::name);
      const bool several = of_name > 1 || group.tables.size() > 1;
      Sheet sheet = table_sheet(group.tables, several, language_);
      sheet.name = free_name(workbook, group.name);
      sheet.footer = title_;
      workbook.sheets.push_back(std::move(sheet));
    }
    workbook.result = true;
    return write_workbook(workbook);
  }

 private:
  static std::string free_name(const Workbook& workbook, const std::string& wanted) {
    std::string name = wanted;
    const auto taken = [&] {
      return std::ranges::find(workbook.sheets, name, &Sheet::name) != workbook.sheets.end();
    };
    for (int i = 2; taken(); ++i) name = wanted + " " + std::to_string(i);
    return name;
  }

  void put(const std::vector<page::Block>& blocks) {
    for (const page::Block& block : blocks) {
      std::visit([this](const auto& content) { put(content); }, block.content);
    }
  }

  void text(std::uint32_t column, const std::string& raw, const CellStyle& style) {
    texts_.cells.push_back({row_, column, cell_text(raw), style});
  }

  void cell(std::uint32_t column, const page::Cell& held, CellStyle style) {
    CellValue value = cell_value(held.value, language_, style);
    if (std::holds_alternative<std::monostate>(value)) return;
    // Apart from the number at its left.
    if (column > 0 && std::holds_alternative<std::string>(value)) style.indent = 1;
    texts_.cells.push_back({row_, column, std::move(value), style});
  }

  // A text from `first` to the last column, on as many lines as it needs.
  void across(std::uint32_t first, const std::string& raw, const CellStyle& style) {
    if (raw.empty()) return;
    text(first, raw, style);
    texts_.merged.push_back({row_, first, row_, kTextColumns - 1});
    const int room = first == 0 ? kLineCharacters : kValueCharacters;
    const int lines = static_cast<int>(count_code_points(raw)) / room + 1;
    constexpr int kMostLines = 25;  // a row is no higher
    const int height = std::min(lines, kMostLines) * (kLineHeight + style.size - CellStyle().size);
    if (height > kLineHeight) texts_.heights.emplace_back(row_, height + 2);
  }

  void line(const std::string& raw, const CellStyle& style) {
    if (raw.empty()) return;
    across(0, raw, style);
    ++row_;
  }

  void skip_line() {
    if (row_ > 0) ++row_;
  }

  void put(const page::Heading& heading) {
    if (heading.level == 1) {
      if (title_.empty()) title_ = heading.text;
    }
    part_ = heading.text;
    skip_line();
    line(heading.text, wrapping(heading.level == 1 ? title_style() : in_bold({})));
  }

  void put(const page::Paragraph& paragraph) {
    using Role = page::Paragraph::Role;
    CellStyle style = paragraph.role == Role::remark ? faint() : CellStyle();
    style.bold = paragraph.role == Role::summary || paragraph.role == Role::outcome;
    line(paragraph.text, wrapping(style));
  }

  void put(const page::Headline& headline) {
    constexpr int kLarge = 16;
    skip_line();
    const auto large = [&](const page::Cell& held) {
      CellStyle style = cell_look(held);
      style.size = kLarge;
      style.bold = true;
      return style;
    };
    text(0, headline.name, large({}));
    cell(1, headline.index, large(headline.index));
    cell(2, headline.predikat, large(headline.predikat));
    texts_.heights.emplace_back(row_++, 2 * kLineHeight - 8);
    std::string change = page::shown(headline.change.value, language_);
    if (!change.empty() && !headline.before.empty()) change += ' ';
    across(1, change + headline.before, wrapping(cell_look(headline.change)));
    if (!(change + headline.before).empty()) ++row_;
    across(1, headline.distance, wrapping(faint()));
    if (!headline.distance.empty()) ++row_;
  }

  void put(const page::Figures& figures) {
    skip_line();
    for (const auto& [name, held] : figures.items) {
      text(0, name, CellStyle());
      cell(1, held, in_bold(cell_look(held)));
      ++row_;
    }
  }

  void put(const page::Table& table) {
    if (!table.name.empty()) {
      place(table);
      return;
    }
    skip_line();
    std::vector<std::uint32_t> columns;
    for (std::uint32_t i = 0; i < table.columns.size(); ++i) {
      if (is_written(table, i) && columns.size() < kTextColumns) columns.push_back(i);
    }
    std::uint32_t at = 0;
    bool named = false;
    for (const std::uint32_t i : columns) {
      named = named || !title_of(table.columns[i]).empty();
    }
    for (const std::uint32_t i : columns) {
      if (!named) break;
      CellStyle style = heading_style();
      const bool right = table.columns[i].align == page::Column::Align::right;
      style.align = right ? CellStyle::Align::right : CellStyle::Align::left;
      text(at++, title_of(table.columns[i]), style);
    }
    if (named) ++row_;
    for (const page::Row& row : table.rows) {
      at = 0;
      for (const std::uint32_t i : columns) {
        if (i < row.cells.size()) {
          CellStyle style = cell_look(row.cells[i]);
          if (at == 0) style.align = CellStyle::Align::left;
          cell(at, row.cells[i], style);
        }
        ++at;
      }
      ++row_;
    }
  }

  static bool is_written(const page::Table& table, std::uint32_t column) {
    if (table.columns[column].joins) return false;
    return std::ranges::any_of(table.rows, [&](const page::Row& row) {
      if (column >= row.cells.size()) return false;
      const page::Value& value = row.cells[column].value;
      return !std::holds_alternative<page::Bar>(value) &&
             !page::shown(value, Language::english).empty();
    });
  }

  // On a sheet with those that have the same columns.
  void place(const page::Table& table) {
    std::vector<std::string> columns;
    for (const page::Column& column : table.columns) columns.push_back(title_of(column));
    if (!table.more.empty()) line("… " + table.more, wrapping(faint()));
    const auto same = std::ranges::find_if(groups_, [&](const SheetOfTables& group) {
      return group.name == table.name && group.columns == columns;
    });
    SheetOfTables& group =
        same == groups_.end()
            ? groups_.emplace_back(SheetOfTables{table.name, std::move(columns), {}})
            : *same;
    group.tables.push_back({&table, part_});
  }

  void put(const page::List& list) {
    for (const page::List::Item& item : list.items) {
      CellStyle style = wrapping();
      style.indent = static_cast<int>(item.depth);
      const char* between = item.heading.empty() || item.text.empty() ? "" : ": ";
      line(item.heading + between + item.text, style);
    }
  }

  void put(const page::Facts& facts) {
    for (const auto& [name, told] : facts.items) {
      text(0, name, CellStyle());
      across(1, told, wrapping());
      ++row_;
    }
  }

  void put(const page::Formula& formula) {
    for (const page::Formula::Item& item : formula.items) {
      std::string steps;
      for (const std::string& step : item.steps) {
        if (!step.empty()) steps += (steps.empty() ? "" : "; ") + step;
      }
      text(0, item.name, in_bold({}));
      across(1, steps, wrapping());
      ++row_;
    }
  }

  void put(const page::Example& example) {
    std::string_view rest = example.text;
    while (!rest.empty()) {
      const std::size_t end = rest.find('\n');
      line(std::string(rest.substr(0, end)), CellStyle());
      rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
    }
  }

  void put(const page::Picture& picture) { line(picture.text, wrapping()); }

  void put(const page::Section& section) {
    if (section.look != page::Section::Look::drawn) put(section.blocks);
  }

  void put(const page::Folded& folded) {
    part_ = folded.summary;
    skip_line();
    line(folded.summary, in_bold({}));
    put(folded.blocks);
  }

  Language language_;
  Sheet texts_;
  std::uint32_t row_ = 0;
  std::string title_;
  std::string part_;  // the heading that was last met
  std::vector<SheetOfTables> groups_;
};

}  // namespace

std::string page_workbook(const page::Page& page) {
  return PageWorkbook(page.language).write(page.blocks);
}

}  // namespace spbe
