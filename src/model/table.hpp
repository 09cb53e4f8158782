#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "spbe/base/diagnostic.hpp"
#include "spbe/base/source.hpp"
#include "workbook/workbook_reader.hpp"

namespace spbe {

struct DataCell {
  std::uint32_t column = 0;
  SheetCell::Kind kind = SheetCell::Kind::text;
  std::string text;
  Span span;  // in a CSV file
};

struct DataRow {
  std::uint32_t number = 0;     // in its sheet, from 0
  std::vector<DataCell> cells;  // by column; those left out are empty

  const DataCell* find(std::uint32_t column) const;
  // Nothing typed there is an empty text.
  const std::string& text(std::uint32_t column) const;
};

// The cells of a CSV file or of a sheet of a workbook, wherever the headings may stand.
struct DataTable {
  std::shared_ptr<const Source> source;
  std::string sheet;  // empty for a CSV file
  bool hidden = false;
  std::vector<DataRow> rows;  // rows without a cell are left out
  std::vector<CellRange> merged;

  bool is_sheet() const { return !sheet.empty(); }
  // "2024.csv:3:7" or "2024.xlsx!Indikator!F12".
  Location place(const DataRow& row, std::uint32_t column) const;
  Location place_of_row(const DataRow& row) const;
  // The first row of the cells merged downwards into this one, which is `row` itself for most.
  std::uint32_t merged_from(std::uint32_t row, std::uint32_t column) const;
};

// Most columns of a table that are looked at.
inline constexpr std::uint32_t kMostTableColumns = 500;

// The sheets of an .xlsx file, or the one table of a text in UTF-8 or UTF-16 with commas,
// semicolons or tabs, after "sep=;" if that is the first line. Empty after an error.
std::vector<DataTable> read_tables(const std::shared_ptr<const Source>& source,
                                   Diagnostics& diagnostics);

}  // namespace spbe
