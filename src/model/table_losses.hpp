#pragma once

#include <string>
#include <vector>

#include "model/table.hpp"
#include "model/table_columns.hpp"

// What a table with an institution a row holds beside institutions, and what would be lost of it
// without a word.
namespace spbe {

// Whether a table is of means of groups, as the ministry publishes them, and not of institutions.
bool holds_only_means(const DataTable& table, std::size_t headings,
                      const std::vector<TableColumn>& columns);

// Whether a row below or among institutions is their sum or mean; the word for it may stand in the
// column of numbers. In a table of means "Rata-rata Kabupaten" is what it is about.
bool is_total_row(const DataRow& row, const std::string& institution, bool only_means);

// Numbers that lost their last zeros ("3,1" for 3,10) stand for a wider range than was printed.
void warn_of_lost_decimals(const DataTable& table, std::size_t headings,
                           const std::vector<TableColumn>& columns, const Instrument& instrument,
                           Diagnostics& diagnostics);

// What stands below no heading is lost; one warning a column, at its first value.
void warn_of_lost_columns(const DataTable& table, std::size_t headings,
                          const std::vector<TableColumn>& columns, Diagnostics& diagnostics);

}  // namespace spbe
