#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "spbe/base/interval.hpp"
#include "spbe/model/instrument.hpp"
#include "spbe/render/language.hpp"

namespace spbe {

// For programs: commas, decimal points, English column names. For Excel where the comma is the
// decimal mark: semicolons, decimal commas, a byte order mark, columns and words in `language`.
struct CsvDialect {
  bool excel = false;
  Language language = Language::english;
  char separator() const { return excel ? ';' : ','; }
  // A column's name, or a word of the program's own.
  std::string_view word(std::string_view name) const;
};

// One RFC 4180 line of cells, ended by CRLF-less "\n" so that text tools can read it.
class CsvLine {
 public:
  explicit CsvLine(CsvDialect dialect = {}) : dialect_(dialect) {}
  // The names of columns: the first line of a table begins so.
  CsvLine& headings(const std::vector<std::string>& names);
  CsvLine& number(std::string_view digits);  // as it is
  // In decimals, or empty for nothing. What does not end is cut to six, and `rounded` then names
  // the column.
  CsvLine& value(std::string_view column, std::optional<Ratio> value);
  // `value` when it is exact, and its ends, in columns named as in JsonNumbers::put_interval.
  CsvLine& interval(const std::string& column, const std::optional<Interval>& value);
  // The columns whose values were cut since the last call: "low|high".
  std::string rounded();
  // Text from a file: quoted where needed, control characters made visible; what a spreadsheet
  // would take for a formula gets an apostrophe before it.
  CsvLine& text(std::string_view value);
  // A word of the program's own, for a program as it is.
  CsvLine& word(std::string_view name) { return text(dialect_.word(name)); }
  std::string end();
  // The cells so far, without a line end; those that follow continue the line.
  std::string piece();

 private:
  void separate();
  CsvDialect dialect_;
  std::string line_;
  std::string rounded_;
  bool first_ = true;
};

// "2.15", or nothing when the ends of the interval are shown differently.
std::string shown_digits(const Interval& value);
// "Cukup|Baik".
std::string joined_categories(const Instrument& instrument,
                              const std::vector<std::size_t>& categories);

}  // namespace spbe
