#pragma once

#include <string>
#include <vector>

#include "render/page.hpp"
#include "workbook/workbook.hpp"

namespace spbe {

// A table of a page, and the heading it stands under.
struct PlacedTable {
  const page::Table* table = nullptr;
  std::string part;
};

// A sheet of tables with the same columns. It can be sorted and filtered: headings in the first
// row, numbers as numbers, all rows of all tables, `with_parts` behind the part each is of.
// What is not exactly known stands as text, and both ends of it in columns of their own.
Sheet table_sheet(const std::vector<PlacedTable>& tables, bool with_parts, Language language);

// How a cell of a page looks in a workbook, and what it holds.
CellStyle cell_look(const page::Cell& cell);
CellValue cell_value(const page::Value& value, Language language, CellStyle& style);
// A text as a cell may hold it.
std::string cell_text(std::string_view text);

}  // namespace spbe
