#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "model/headings.hpp"
#include "model/table.hpp"

namespace spbe {

struct LongColumn {
  LongField field = LongField::code;
  std::uint32_t column = 0;
  int rank = 0;             // of several for one field the one with the lowest counts
  std::optional<int> year;  // "Tingkat 2024"
};

// The row of headings of such a table.
struct LongHeadings {
  std::size_t row = 0;  // its place in DataTable::rows
  std::vector<LongColumn> columns;
  std::vector<std::uint32_t> unknown;  // columns whose heading says nothing to us
};

// Headings are looked for in so many rows.
inline constexpr std::size_t kHeadingRows = 30;

// The first row whose words name an indicator and something that is said of it. Nothing when
// there is none.
std::optional<LongHeadings> find_long_headings(const DataTable& table);

// The columns that count in `year`, by field; others of the field become `unknown`. Two of one
// heading are an error. Without a year the levels of the latest year count, and `year` becomes
// that.
std::optional<std::array<std::optional<std::uint32_t>, kLongFields>> choose_columns(
    const DataTable& table, LongHeadings& headings, std::optional<int>& year,
    Diagnostics& diagnostics);

// The headings, as a spreadsheet's reader would list them, of what is not used.
std::vector<std::string> unused_headings(const DataTable& table, const LongHeadings& headings);

}  // namespace spbe
