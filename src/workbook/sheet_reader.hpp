#pragma once

#include "workbook/package.hpp"
#include "workbook/workbook_reader.hpp"

namespace spbe {

// What the cells of all sheets share.
struct SheetContext {
  std::vector<std::string> strings;
  std::vector<NumberFormat> formats;
  bool dates_from_1904 = false;
  std::size_t cells = 0;  // read so far, in all sheets
  std::size_t text = 0;   // bytes
};

// The cells of one part; nothing after an error.
std::optional<ReadSheet> read_sheet(Package& package, const std::string& part, std::string name,
                                    SheetContext& context);

}  // namespace spbe
