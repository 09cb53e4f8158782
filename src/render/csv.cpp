#include "render/csv.hpp"

#include <utility>

#include "spbe/analysis/compute.hpp"
#include "spbe/base/source.hpp"

namespace spbe {

void CsvLine::separate() {
  if (!first_) line_ += ',';
  first_ = false;
}

CsvLine& CsvLine::number(std::string_view digits) {
  separate();
  line_ += digits;
  return *this;
}

CsvLine& CsvLine::value(std::string_view column, std::optional<Ratio> value) {
  if (value && !terminating(*value)) {
    rounded_ += (rounded_.empty() ? "" : "|");
    rounded_ += column;
  }
  return number(value ? decimal(*value) : "");
}

CsvLine& CsvLine::interval(const std::string& column, const std::optional<Interval>& value) {
  const auto one = [&](bool known, Ratio end) {
    return known ? std::optional<Ratio>(end) : std::nullopt;
  };
  const Interval ends = value.value_or(Interval{});
  return this->value(column, one(value && value->exact(), ends.low))
      .value(column + "_low", one(value.has_value(), ends.low))
      .value(column + "_high", one(value.has_value(), ends.high));
}

std::string CsvLine::rounded() { return std::exchange(rounded_, {}); }

CsvLine& CsvLine::text(std::string_view value) {
  separate();
  const std::string shown = printable(value);
  std::string cell;
  // Spreadsheets also start a formula after these blanks.
  const bool formula =
      !value.empty() && std::string_view("=+-@\t\r").find(value.front()) != std::string_view::npos;
  if (formula) cell += '\'';
  cell += shown;
  if (cell.find_first_of(",\"\r\n") == std::string::npos) {
    line_ += cell;
    return *this;
  }
  line_ += '"';
  for (const char c : cell) {
    if (c == '"') line_ += '"';
    line_ += c;
  }
  line_ += '"';
  return *this;
}

std::string CsvLine::end() {
  line_ += '\n';
  first_ = true;
  return std::exchange(line_, {});
}

std::string CsvLine::piece() { return std::exchange(line_, {}); }

std::string shown_digits(const Interval& value) {
  const auto common = shown_value(value, kShownPlaces);
  return common ? fixed(*common, kShownPlaces) : std::string();
}

std::string joined_categories(const Instrument& instrument,
                              const std::vector<std::size_t>& categories) {
  std::string names;
  for (const std::size_t i : categories) {
    names += (names.empty() ? "" : "|") + instrument.categories[i].name;
  }
  return names;
}

}  // namespace spbe
