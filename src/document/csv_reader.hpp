#pragma once

#include <optional>
#include <string>
#include <vector>

#include "spbe/base/diagnostic.hpp"
#include "spbe/base/source.hpp"

namespace spbe {

struct CsvCell {
  std::string text;  // without quotes, and without blanks around an unquoted cell
  Span span;
};

// The records of a table; empty lines are left out.
struct CsvTable {
  char delimiter = ',';  // or ';' or a tab: what the record with most of one has
  std::vector<std::vector<CsvCell>> rows;
};

// Nothing, with one error, when the text is no UTF-8 or its quotes do not match. `delimiter` when
// it is known.
std::optional<CsvTable> read_csv(const Source& source, Diagnostics& diagnostics,
                                 std::optional<char> delimiter = std::nullopt);

// "H" for the eighth column, as a spreadsheet calls it.
std::string column_letters(std::size_t column);

}  // namespace spbe
