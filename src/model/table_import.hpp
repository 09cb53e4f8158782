#pragma once

#include <functional>
#include <optional>
#include <string>

#include "model/long_import.hpp"
#include "model/table_columns.hpp"

namespace spbe {

// An assessment as YAML text.
struct ImportedRow {
  std::string institution;
  std::string id;
  int year = 0;
  Stage stage = Stage::unsaid;
  std::string yaml;
  Location place;  // of the row's first cell, or of the table
};

// Reads a table with an institution a row, whose headings are the row `headings` of it, and hands
// over each row that makes a valid assessment. What is wrong with a cell is said at its place; a
// row with an error is left out, and so is a kind, province or stage that is not understood (a
// warning). A value of a domain or aspect goes to `published` when the row also has values below
// it.
void import_wide(const DataTable& table, std::size_t headings, const Catalog& catalog,
                 const ImportSettings& settings, Diagnostics& diagnostics,
                 const std::function<void(ImportedRow&&, Diagnostics&)>& receive);

// The same for any table of a file, with a row an institution or a row an indicator. The second
// kind is handed over as what its cells say, for it may be a part of an assessment.
struct ImportReceiver {
  std::function<void(ImportedRow&&, Diagnostics&)> row;
  std::function<void(AssessmentFacts&&, Diagnostics&)> facts;
};
void import_file(const std::shared_ptr<const Source>& source, const Catalog& catalog,
                 const ImportSettings& settings, Diagnostics& diagnostics,
                 const ImportReceiver& receive);

// The assessment that the facts make, and its text; nothing after an error, which names the cell.
std::optional<ImportedRow> assessment_of(AssessmentFacts facts, const std::string& file,
                                         const Catalog& catalog, Diagnostics& diagnostics);

}  // namespace spbe
