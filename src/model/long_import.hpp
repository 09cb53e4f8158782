#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/facts.hpp"
#include "model/long_columns.hpp"
#include "spbe/model/catalog.hpp"

namespace spbe {

// What the command line says of the tables to read.
struct ImportSettings {
  std::optional<int> year;                       // of tables that give none
  std::string institution;                       // the same
  std::shared_ptr<const Instrument> instrument;  // the same; null: that of the year
  std::optional<std::string> sheet;              // of a workbook
  std::optional<int> decimals;                   // that values were printed with
};

// Reads the table with the headings `headings` of `tables[at]`, whose other sheets may say of
// which institution it is, what was published and which obstacles there are. Nothing after an
// error, which names the cell.
std::optional<AssessmentFacts> import_long(const std::vector<DataTable>& tables, std::size_t at,
                                           LongHeadings headings, const Catalog& catalog,
                                           const ImportSettings& settings,
                                           Diagnostics& diagnostics);

// What the other sheets of our own workbooks hold.
bool is_values_sheet(const DataTable& table);
void read_values_sheet(const DataTable& table, AssessmentFacts& facts, Diagnostics& diagnostics);
void read_obstacles_sheet(const DataTable& table, AssessmentFacts& facts, Diagnostics& diagnostics);
void read_waivers_sheet(const DataTable& table, AssessmentFacts& facts, Diagnostics& diagnostics);

// The number of a cell as YAML wants it; nothing when it says nothing, and after an error when it
// is no number.
std::optional<std::string> number_of_cell(const DataTable& table, const DataRow& row,
                                          std::uint32_t column, Diagnostics& diagnostics);
// Whether the cell has a value to take: false after an error for "#DIV/0!" and for a formula
// whose value is not stored.
bool has_value(const DataTable& table, const DataRow& row, std::uint32_t column,
               Diagnostics& diagnostics);
// "2" or "2; 3; 5": numbers with semicolons between.
Fact effort_of_cell(const Fact& fact, Diagnostics& diagnostics);
// A day, as "2026-12-31": so, or as "31/12/2026", "31-12-2026" or "31.12.2026".
Fact day_of_cell(const Fact& fact, Diagnostics& diagnostics);
// How a level was given, as our own worksheets write it: one pair of YAML in braces.
Fact form_of_cell(const Fact& fact, Diagnostics& diagnostics);

}  // namespace spbe
