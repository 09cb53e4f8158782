#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace spbe {

// What a number format of a workbook says of how a number is shown.
struct NumberFormat {
  int places = -1;  // decimals shown; -1: as many as there are
  bool percent = false;
  bool date = false;
};

// Of a built-in format by its number, or of a format code ("#,##0.00", "0%", "dd/mm/yyyy").
NumberFormat builtin_number_format(int id);
NumberFormat number_format_of(std::string_view code);

// A number as stored ("3.1000000000000001", "1.5E-2") as a person sees it: all decimals that
// fifteen significant digits give, and no fewer than the format shows ("3.10"); with '%' when
// the format is one of percents; a day as "2026-12-31" when it is one of dates. Nothing when
// `stored` is no number or is beyond 15 digits on either side of the mark.
std::optional<std::string> number_text(std::string_view stored, const NumberFormat& format,
                                       bool dates_from_1904);

}  // namespace spbe
