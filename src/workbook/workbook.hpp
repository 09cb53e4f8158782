#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "workbook/workbook_reader.hpp"

namespace spbe {

// How a cell looks, and whether it may be typed in on a protected sheet.
struct CellStyle {
  enum class Align : std::uint8_t { general, left, center, right };
  std::string format;  // a number format code ("0.00"); empty: as it is
  std::string fill;    // "FFF7D6"; empty: none
  std::string color;   // of the text
  int size = 11;       // points
  bool bold = false;
  bool border = false;  // a thin line below
  bool wrap = false;
  bool locked = true;
  Align align = Align::general;
  int indent = 0;  // of a text at the left
  friend auto operator<=>(const CellStyle&, const CellStyle&) = default;
};

// A number by its digits ("2.1545"): nothing here is binary.
struct NumberValue {
  std::string digits;
};
// Without the leading '='; the result is stored beside it, so that a program that does not
// compute shows it too. An empty text stands for an empty result.
struct FormulaValue {
  std::string formula;
  std::variant<std::string, NumberValue> result;
};
using CellValue = std::variant<std::monostate, std::string, NumberValue, FormulaValue>;

struct Cell {
  std::uint32_t row = 0;
  std::uint32_t column = 0;
  CellValue value;
  CellStyle style;
};

// What may be typed: one of `list`, or a number from `low` to `high` when that is empty.
struct Validation {
  CellRange range;
  std::vector<std::string> list;
  std::string low;
  std::string high;
  bool strict = true;  // refuse anything else, or only say so
  std::string title;
  std::string prompt;  // at most 255 characters, as all texts here
  std::string error;
};

// Cells from `low` to `high` get these colours; of several rules that fit, the first counts.
struct ColorRule {
  CellRange range;
  std::string low;
  std::string high;
  std::string fill;
  std::string color;
};

struct RadarSeries {
  std::uint32_t name_row = 0;
  std::uint32_t name_column = 0;
  std::uint32_t column = 0;
  std::string color;
  bool dashed = false;
};
// Its labels and values stand in rows first to last of the sheet it lies on.
struct RadarChart {
  std::string title;
  std::string description;  // for who cannot see it
  std::uint32_t first_row = 0;
  std::uint32_t last_row = 0;
  std::uint32_t label_column = 0;
  std::vector<RadarSeries> series;
  int low = 0;
  int high = 5;
  CellRange place;
};

struct SheetColumn {
  int width = 9;  // in characters
  bool hidden = false;
};

struct Sheet {
  std::string name;  // up to 31 characters, none of []:*?/\ in it
  std::vector<SheetColumn> columns;
  std::vector<std::pair<std::uint32_t, int>> heights;  // of rows, in points
  std::vector<Cell> cells;                             // in any order
  std::vector<CellRange> merged;
  std::vector<Validation> validations;
  std::vector<ColorRule> colors;
  std::optional<CellRange> filter;
  std::uint32_t frozen_rows = 0;
  std::uint32_t frozen_columns = 0;
  std::optional<std::uint32_t> title_row;  // repeated on each printed page
  std::optional<CellRange> print_area;
  bool is_protected = false;  // against slips, without a password
  bool landscape = false;
  std::string footer;
  std::optional<RadarChart> chart;
};

struct Workbook {
  std::vector<Sheet> sheets;
  bool result = false;  // marked as what a command found, not to be filled in
};

// Most characters a cell can hold.
inline constexpr std::size_t kMostCellText = 32'767;

// The bytes of an .xlsx file, the same each time. Text never becomes a formula.
std::string write_workbook(const Workbook& workbook);

// Whether `bytes` are a workbook that was written with the mark of a result.
bool is_result_workbook(std::string_view bytes);

// "F12", "$F$12", "A1:C9", "Indikator!$A$1:$C$9".
std::string range_name(const CellRange& range);
std::string fixed_cell(std::uint32_t row, std::uint32_t column);
std::string fixed_range(const CellRange& range);
// The name as a formula wants it before '!', in quotes where needed.
std::string sheet_reference(std::string_view name);

}  // namespace spbe
