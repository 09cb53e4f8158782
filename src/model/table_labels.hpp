#pragma once

#include <array>
#include <optional>
#include <span>

#include "model/facts.hpp"
#include "model/table_columns.hpp"

namespace spbe {

// What the lines above a table, or on a sheet without one, say of the whole assessment:
// "Nama Instansi" and beside it the name, or both in one cell with a colon between.
struct TableLabels {
  std::array<Fact, kTableFields> facts;  // with a place alone where nothing stands beside a label
  Fact title_year;                       // "Evaluasi SPBE Tahun 2024", when no line gives a year

  const Fact& operator[](TableField field) const { return facts[static_cast<std::size_t>(field)]; }
};

// Takes in what the first `rows` rows of the table say and was not said before.
void read_labels(const DataTable& table, std::size_t rows, TableLabels& labels);

}  // namespace spbe
