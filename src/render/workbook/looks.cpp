#include "render/workbook/looks.hpp"

namespace spbe {

CellStyle title_style() {
  CellStyle style;
  style.bold = true;
  style.size = 14;
  return style;
}

CellStyle heading_style() {
  CellStyle style;
  style.bold = true;
  style.fill = "E3EBF0";
  style.align = CellStyle::Align::center;
  style.border = true;
  style.wrap = true;
  return style;
}

CellStyle text_style() {
  CellStyle style;
  style.border = true;
  style.wrap = true;
  return style;
}

CellStyle input_style() {
  CellStyle style = text_style();
  style.fill = "FFF7D6";
  style.locked = false;
  return style;
}

CellStyle number_style(std::string format) {
  CellStyle style;
  style.border = true;
  style.format = std::move(format);
  return style;
}

CellStyle in_bold(CellStyle style) {
  style.bold = true;
  return style;
}

bool fits_number(Ratio value) {
  const auto exact = terminating(abs(value));
  if (!exact) return false;
  std::string digits;
  for (const char c : *exact) {
    if (c != '.' && (c != '0' || !digits.empty())) digits += c;
  }
  const bool whole = value.is_whole();
  while (whole && digits.ends_with('0')) digits.pop_back();
  return digits.size() <= kMostNumberDigits;
}

CellValue amount_value(Ratio value) {
  std::string text = exact_text(value);
  // More decimals than are read back.
  const bool fraction = text.find('/') != std::string::npos;
  if (!fraction && fits_number(value)) return number_value(value);
  return text;
}

NumberValue number_value(Ratio value) {
  if (fits_number(value)) return {*terminating(value)};
  const Ratio size = abs(value);
  constexpr std::int64_t kMostDenominator = std::int64_t{1} << 59U;
  if (size.den() > kMostDenominator) return {decimal(value)};
  std::string digits = (value < Ratio(0) ? "-" : "") + std::to_string(size.num() / size.den());
  std::int64_t rest = size.num() % size.den();
  if (rest != 0 && digits.size() < kMostNumberDigits) digits += '.';
  while (rest != 0 && digits.size() <= kMostNumberDigits) {
    rest *= 10;
    digits += static_cast<char>('0' + rest / size.den());
    rest %= size.den();
  }
  return {digits};
}

}  // namespace spbe
