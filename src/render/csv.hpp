#pragma once

#include <string>
#include <string_view>

#include "spbe/base/interval.hpp"
#include "spbe/model/instrument.hpp"

namespace spbe {

// One RFC 4180 line of cells, ended by CRLF-less "\n" so that text tools can read it.
class CsvLine {
 public:
  CsvLine& number(std::string_view digits);  // as it is
  // Text from a file: quoted where needed, control characters made visible; what a spreadsheet
  // would take for a formula gets an apostrophe before it.
  CsvLine& text(std::string_view value);
  std::string end();
  // The cells so far, without a line end; those that follow continue the line.
  std::string piece();

 private:
  void separate();
  std::string line_;
  bool first_ = true;
};

// "2.15", or nothing when the ends of the interval are shown differently.
std::string shown_digits(const Interval& value);
// "Cukup|Baik".
std::string joined_categories(const Instrument& instrument, std::size_t lowest,
                              std::size_t highest);

}  // namespace spbe
