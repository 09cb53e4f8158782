#pragma once

#include <cstddef>
#include <string>

#include "spbe/base/ratio.hpp"
#include "workbook/workbook.hpp"

namespace spbe {

// The looks that all our workbooks share.
CellStyle title_style();
CellStyle heading_style();
CellStyle text_style();
CellStyle input_style();
CellStyle number_style(std::string format);
CellStyle in_bold(CellStyle style);

// As many significant digits as a spreadsheet keeps of a number.
constexpr std::size_t kMostNumberDigits = 15;
// Whether a spreadsheet keeps all of `value`.
bool fits_number(Ratio value);
// A number that people typed: as a text where a spreadsheet would change it.
CellValue amount_value(Ratio value);
// All digits when it keeps them, else as many as it does.
NumberValue number_value(Ratio value);

}  // namespace spbe
