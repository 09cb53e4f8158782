#include "render/workbook/table_sheet.hpp"

#include <algorithm>
#include <optional>

#include "render/style.hpp"
#include "render/workbook/looks.hpp"

namespace spbe {

namespace {

constexpr int kNarrowest = 7;
constexpr int kWidest = 72;
constexpr int kLine = 15;        // points
constexpr int kWidePage = 95;    // characters: more are printed across
constexpr int kMostFrozen = 75;  // more would leave little room for what moves

std::string_view tr(Language language, const Words& words) { return say(language, words); }

// One column of a sheet: what it takes of a column of the page.
struct SheetPart {
  enum class Take { value, low, high, from, to, note };
  std::size_t column = 0;
  Take take = Take::value;
  std::string heading;
};

const page::Cell* cell_of(const page::Row& row, std::size_t column) {
  return column < row.cells.size() ? &row.cells[column] : nullptr;
}

// What it says of a value that is not exactly known; nothing of any other cell.
std::optional<Interval> interval_of(const page::Value& value) {
  if (const auto* range = std::get_if<page::Range>(&value)) return range->value;
  if (const auto* change = std::get_if<page::Change>(&value)) return change->difference;
  return std::nullopt;
}

bool is_told(const page::Value& value) {
  CellStyle style;
  const auto interval = interval_of(value);
  return interval && !interval->exact() &&
         std::holds_alternative<std::string>(cell_value(value, Language::english, style));
}

std::string note_of(const page::Cell& cell) {
  if (const auto* share = std::get_if<page::Share>(&cell.value)) return share->name;
  return cell.note;
}

class Parts {
 public:
  Parts(const std::vector<PlacedTable>& tables, Language language)
      : tables_(tables), language_(language) {
    for (std::size_t i = 0; i < columns().size(); ++i) add(i);
  }

  std::vector<SheetPart> list() && { return std::move(parts_); }

 private:
  const std::vector<page::Column>& columns() const { return tables_.front().table->columns; }

  template <class Test>
  bool any(std::size_t column, const Test& test) const {
    return std::ranges::any_of(tables_, [&](const PlacedTable& placed) {
      return std::ranges::any_of(placed.table->rows, [&](const page::Row& row) {
        const page::Cell* cell = cell_of(row, column);
        return cell != nullptr && test(*cell);
      });
    });
  }

  void add(std::size_t i) {
    const page::Column& column = columns()[i];
    const auto holds = [&](const page::Cell& cell) {
      CellStyle style;
      return !std::holds_alternative<page::Bar>(cell.value) &&
             !std::holds_alternative<std::monostate>(cell_value(cell.value, language_, style));
    };
    // A mark on the values beside it, or a drawing of them.
    if (column.joins || !any(i, holds)) return;
    const std::string name = heading(column);
    const auto put = [&](SheetPart::Take take, const Words& words) {
      const std::string_view what = tr(language_, words);
      parts_.push_back({i, take, what.empty() ? name : name + " (" + std::string(what) + ")"});
    };
    using Take = SheetPart::Take;
    if (any(i, [](const page::Cell& c) { return std::holds_alternative<page::Step>(c.value); })) {
      put(Take::from, {"from", "dari"});
      put(Take::to, {"to", "menjadi"});
    } else {
      put(Take::value, {"", ""});
    }
    if (any(i, [](const page::Cell& cell) { return is_told(cell.value); })) {
      put(Take::low, {"lowest", "terendah"});
      put(Take::high, {"highest", "tertinggi"});
    }
    if (any(i, [](const page::Cell& cell) { return !note_of(cell).empty(); })) {
      put(Take::note, {"note", "keterangan"});
      if (!column.notes.empty()) parts_.back().heading = cell_text(column.notes);
    }
  }

  // A column without a name has one where it can be filtered.
  std::string heading(const page::Column& column) const {
    std::string name = column.title.empty() ? column.heading : column.title;
    if (name.empty() && parts_.empty()) {
      const bool right = column.align == page::Column::Align::right;
      name = right ? "no" : tr(language_, {"name", "nama"});
    } else if (name.empty()) {
      name = tr(language_, {"remark", "keterangan"});
    }
    name = cell_text(name);
    if (name.front() >= 'a' && name.front() <= 'z') {
      name.front() = static_cast<char>(name.front() - 'a' + 'A');
    }
    return name;
  }

  const std::vector<PlacedTable>& tables_;
  Language language_;
  std::vector<SheetPart> parts_;
};

class TableSheet {
 public:
  TableSheet(const std::vector<PlacedTable>& tables, bool with_parts, Language language)
      : tables_(tables),
        language_(language),
        parts_(Parts(tables, language).list()),
        first_(with_parts ? 1 : 0) {}

  Sheet draw() {
    sheet_.columns.assign(first_ + parts_.size(), {kNarrowest, false});
    if (first_ > 0) heading(0, std::string(tr(language_, {"Part", "Bagian"})), false);
    for (std::uint32_t i = 0; i < parts_.size(); ++i) {
      const page::Column& column = tables_.front().table->columns[parts_[i].column];
      heading(first_ + i, parts_[i].heading, column.align == page::Column::Align::right);
    }
    for (const PlacedTable& placed : tables_) {
      for (const page::Row& row : placed.table->rows) write(row, placed.part);
    }
    layout();
    return std::move(sheet_);
  }

 private:
  void heading(std::uint32_t column, const std::string& text, bool right) {
    CellStyle style = heading_style();
    style.align = right ? CellStyle::Align::right : CellStyle::Align::left;
    if (!right && column > first_) style.indent = 1;
    put(0, column, text, style);
  }

  void put(std::uint32_t row, std::uint32_t column, CellValue value, const CellStyle& style) {
    if (std::holds_alternative<std::monostate>(value) && style == CellStyle()) return;
    sheet_.cells.push_back({row, column, std::move(value), style});
  }

  void widen(std::uint32_t column, const std::string& shown, bool bold) {
    const std::size_t room = display_width(shown) + (bold ? 4 : 3);
    int& width = sheet_.columns[column].width;
    width = std::max(width, static_cast<int>(std::min<std::size_t>(room, kWidest)));
  }

  void write(const page::Row& row, const std::string& part) {
    using Role = page::Row::Role;
    const bool bold =
        row.role == Role::group || row.role == Role::heading || row.role == Role::total;
    const std::uint32_t at = ++last_row_;
    if (row.role != Role::total) last_body_ = at;
    const auto finish = [&](CellStyle style) {
      style.bold = style.bold || bold;
      style.border = row.role == Role::total;
      return style;
    };
    if (first_ > 0) {
      CellStyle style = finish({});
      style.bold = false;
      put(at, 0, cell_text(part), style);
      widen(0, part, false);
    }
    int lines = 1;
    for (std::uint32_t i = 0; i < parts_.size(); ++i) {
      const page::Cell* cell = cell_of(row, parts_[i].column);
      CellStyle style = cell == nullptr ? CellStyle() : cell_look(*cell);
      CellValue value = cell == nullptr ? CellValue() : value_of(*cell, parts_[i].take, style);
      if (i == 0 && row.depth > 0) style.indent = static_cast<int>(row.depth);
      // Apart from the numbers at its left.
      const bool text = std::holds_alternative<std::string>(value);
      if (i > 0 && text && style.align == CellStyle::Align::general) style.indent = 1;
      if (cell != nullptr) widen(first_ + i, shown(*cell, parts_[i].take, row), style.bold || bold);
      if (text) {
        const auto size = static_cast<int>(display_width(std::get<std::string>(value)));
        style.wrap = size + 2 > kWidest;
        if (style.wrap) lines = std::max(lines, size / (kWidest - 6) + 1);
      }
      put(at, first_ + i, std::move(value), finish(style));
    }
    constexpr int kMostLines = 25;  // a row is no higher
    if (lines > 1) sheet_.heights.emplace_back(at, std::min(lines, kMostLines) * kLine + 2);
  }

  CellValue value_of(const page::Cell& cell, SheetPart::Take take, CellStyle& style) const {
    using Take = SheetPart::Take;
    const auto* step = std::get_if<page::Step>(&cell.value);
    const auto end = [&](Ratio value) { return cell_value(page::Number{value}, language_, style); };
    switch (take) {
      case Take::value:
        return cell_value(cell.value, language_, style);
      case Take::low:
      case Take::high:
        if (const auto interval = interval_of(cell.value)) {
          return end(take == Take::low ? interval->low : interval->high);
        }
        return {};
      case Take::from:
      case Take::to:
        if (step == nullptr) return {};
        return end(take == Take::from ? step->from : step->to);
      case Take::note:
        style = CellStyle();
        return note_of(cell).empty() ? CellValue() : CellValue(cell_text(note_of(cell)));
    }
    return {};
  }

  std::string shown(const page::Cell& cell, SheetPart::Take take, const page::Row& row) const {
    if (take == SheetPart::Take::note) return note_of(cell);
    if (take != SheetPart::Take::value) return "0.000000";
    return std::string(2 * row.depth, ' ') + page::shown(cell.value, language_);
  }

  void layout() {
    const auto columns = static_cast<std::uint32_t>(sheet_.columns.size());
    for (std::uint32_t i = 0; i < columns; ++i) {
      // Long headings are broken; a filter's button takes some room.
      const WrittenHeading head = heading_room(i);
      sheet_.columns[i].width = std::max(sheet_.columns[i].width, head.width);
      heading_lines_ = std::max(heading_lines_, head.lines);
    }
    sheet_.heights.emplace_back(0, heading_lines_ * kLine + 3);
    // A total below is none of the rows.
    if (last_body_ > 0) sheet_.filter = CellRange{0, 0, last_body_, columns - 1};
    sheet_.frozen_rows = 1;
    sheet_.title_row = 0;
    int width = 0;
    for (const SheetColumn& column : sheet_.columns) width += column.width;
    sheet_.landscape = width > kWidePage;
    freeze_names();
  }

  struct WrittenHeading {
    int width = 0;
    int lines = 1;
  };
  WrittenHeading heading_room(std::uint32_t column) const {
    constexpr int kButton = 4;
    constexpr int kWideHeading = 14;
    const std::string& text = column < first_ ? std::get<std::string>(sheet_.cells.front().value)
                                              : parts_[column - first_].heading;
    const int size = static_cast<int>(display_width(text)) + kButton;
    if (size <= kWideHeading) return {size, 1};
    int longest_word = 0;
    int word = 0;
    for (const char c : text) {
      word = c == ' ' ? 0 : word + 1;
      longest_word = std::max(longest_word, word);
    }
    const int width =
        std::max({kWideHeading, longest_word + kButton, sheet_.columns[column].width});
    return {width, (size + width - 1) / width};
  }

  // Up to the first column of texts, which says what a row is about.
  void freeze_names() {
    int width = 0;
    for (std::uint32_t i = 0; i < sheet_.columns.size(); ++i) {
      width += sheet_.columns[i].width;
      if (width > kMostFrozen) return;
      if (i < first_) continue;
      const page::Column& column = tables_.front().table->columns[parts_[i - first_].column];
      if (column.align == page::Column::Align::right) continue;
      sheet_.frozen_columns = i + 1;
      return;
    }
  }

  const std::vector<PlacedTable>& tables_;
  Language language_;
  std::vector<SheetPart> parts_;
  std::uint32_t first_;
  std::uint32_t last_row_ = 0;
  std::uint32_t last_body_ = 0;
  int heading_lines_ = 1;
  Sheet sheet_;
};

}  // namespace

Sheet table_sheet(const std::vector<PlacedTable>& tables, bool with_parts, Language language) {
  return TableSheet(tables, with_parts, language).draw();
}

}  // namespace spbe
