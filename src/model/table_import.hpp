#pragma once

#include <functional>
#include <optional>
#include <string>

#include "model/table_columns.hpp"

namespace spbe {

// One row of a table as the YAML text of an assessment.
struct ImportedRow {
  std::string institution;
  int year = 0;
  Stage stage = Stage::unsaid;
  std::string yaml;
  Location place;  // of the row's first cell
};

// Reads a table with an institution a row and hands over each row that makes a valid
// assessment. What is wrong with a cell is said at its place; a row with an error is left out,
// and so is a kind, province or stage that is not understood (a warning). A value of a domain or
// aspect goes to `published` when the row also has values below it. `year` is for rows that
// give none.
void import_table(const Source& source, const Catalog& catalog, std::optional<int> year,
                  Diagnostics& diagnostics,
                  const std::function<void(ImportedRow&&, Diagnostics&)>& receive);

}  // namespace spbe
