#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "spbe/base/diagnostic.hpp"
#include "spbe/base/source.hpp"

namespace spbe {

// A cell of a sheet that holds something. Rows and columns count from 0.
struct SheetCell {
  enum class Kind : std::uint8_t {
    text,
    number,
    error,     // such as #DIV/0!
    unstored,  // a formula whose value the program that wrote it did not store
  };
  std::uint32_t row = 0;
  std::uint32_t column = 0;
  Kind kind = Kind::text;
  std::string text;  // a number as a person sees it: "3.10", "1.3%", "2026-12-31"
};

// Rows and columns from first to last, both included.
struct CellRange {
  std::uint32_t first_row = 0;
  std::uint32_t first_column = 0;
  std::uint32_t last_row = 0;
  std::uint32_t last_column = 0;
};

struct ReadSheet {
  std::string name;
  bool hidden = false;
  std::vector<SheetCell> cells;  // by row, then column
  std::vector<CellRange> merged;
};

struct ReadWorkbook {
  std::vector<ReadSheet> sheets;
};

struct WorkbookLimits {
  static constexpr std::uint32_t kMostRows = 20'000;
  static constexpr std::uint32_t kMostColumns = 256;
  static constexpr std::size_t kMostCells = 1'000'000;
  static constexpr std::size_t kMostText = std::size_t{32} << 20U;  // bytes in all cells
};

// What the first bytes say a file is.
enum class FileKind { text, utf16_little, utf16_big, workbook, old_workbook };
FileKind kind_of_file(std::string_view bytes);

// The cells of an .xlsx file, which is `source.text`. Formulas are not evaluated: their stored
// value is taken. Nothing, with one error, when the file is no workbook, is damaged, encrypted,
// or beyond the limits.
std::optional<ReadWorkbook> read_workbook(const Source& source, Diagnostics& diagnostics);

// "F12": a cell as a spreadsheet calls it; both count from 0.
std::string cell_name(std::uint32_t row, std::uint32_t column);
// "2024.xlsx!Indikator!F12", to show a person.
Location cell_place(const std::string& file, const std::string& sheet, std::uint32_t row,
                    std::uint32_t column);

}  // namespace spbe
