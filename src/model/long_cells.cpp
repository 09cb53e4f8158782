#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "model/cell_text.hpp"
#include "model/long_import.hpp"
#include "spbe/model/assessment.hpp"

namespace spbe {

bool has_value(const DataTable& table, const DataRow& row, std::uint32_t column,
               Diagnostics& diagnostics) {
  const DataCell* cell = row.find(column);
  if (cell == nullptr) return false;
  if (cell->kind == SheetCell::Kind::unstored) {
    diagnostics.error("cell-not-stored", table.place(row, column)).suggest("open-and-save");
    return false;
  }
  if (cell->kind != SheetCell::Kind::error || says_nothing(cell->text)) return true;
  diagnostics.error("cell-error", table.place(row, column), {cell->text});
  return false;
}

std::optional<std::string> number_of_cell(const DataTable& table, const DataRow& row,
                                          std::uint32_t column, Diagnostics& diagnostics) {
  if (!has_value(table, row, column, diagnostics)) return std::nullopt;
  const std::string text = without_blanks(row.text(column));
  if (says_nothing(text)) return std::nullopt;
  if (is_plain_number(text)) return with_dot(text);
  diagnostics.error("cell-not-a-number", table.place(row, column), {text})
      .suggest("leave-cell-empty");
  return std::nullopt;
}

Fact effort_of_cell(const Fact& fact, Diagnostics& diagnostics) {
  std::string numbers;
  for (std::size_t begin = 0; fact.given() && begin <= fact.text.size();) {
    const std::size_t end = std::min(fact.text.find_first_of(";\n", begin), fact.text.size());
    const std::string one = as_fraction(
        with_dot(without_blanks(std::string_view(fact.text).substr(begin, end - begin))));
    begin = end + 1;
    if (says_nothing(one)) continue;
    if (!is_plain_number(one) && !Ratio::parse(one)) {
      diagnostics.error("cell-not-a-number", fact.place, {one});
      return {};
    }
    numbers += (numbers.empty() ? "" : ";") + one;
  }
  return {numbers, fact.place};
}

Fact day_of_cell(const Fact& fact, Diagnostics& diagnostics) {
  const std::string text = without_blanks(fact.text);
  if (says_nothing(text)) return {};
  if (const auto date = parse_date(text)) return {to_string(*date), fact.place};
  // Day, month and year, as they are written in Indonesia.
  std::array<std::string, 3> parts;
  std::size_t at = 0;
  bool fine = true;
  for (const char c : text) {
    if (c == '/' || c == '-' || c == '.') {
      fine = fine && ++at < parts.size();
    } else {
      fine = fine && c >= '0' && c <= '9';
    }
    if (!fine) break;
    if (c >= '0' && c <= '9') parts[at] += c;
  }
  constexpr std::size_t kYearDigits = 4;
  fine = fine && at == 2 && !parts[0].empty() && parts[0].size() <= 2 && !parts[1].empty() &&
         parts[1].size() <= 2 && parts[2].size() == kYearDigits;
  if (fine) {
    const std::string written = fmt::format("{}-{:0>2}-{:0>2}", parts[2], parts[1], parts[0]);
    if (parse_date(written)) return {written, fact.place};
  }
  diagnostics.error("bad-date", fact.place, {text});
  return {};
}

Fact form_of_cell(const Fact& fact, Diagnostics& diagnostics) {
  const std::string text = without_blanks(fact.text);
  if (says_nothing(text)) return {};
  int depth = 0;
  bool fine = text.starts_with('{') && text.ends_with('}') && text.find(": ") != std::string::npos;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    depth += c == '{' ? 1 : c == '}' ? -1 : 0;
    const bool known = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
                       std::string_view(" {}:,./-").find(c) != std::string_view::npos;
    fine = fine && known && (depth > 0 || i + 1 == text.size());
  }
  if (fine && depth == 0) return {text, fact.place};
  diagnostics.error("bad-form", fact.place, {text});
  return {};
}

}  // namespace spbe
