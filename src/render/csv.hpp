#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace spbe {

// One RFC 4180 line of cells, ended by CRLF-less "\n" so that text tools can read it.
class CsvLine {
 public:
  CsvLine& number(std::string_view digits);  // as it is
  // Text from a file: quoted where needed, control characters made visible; what a spreadsheet
  // would take for a formula gets an apostrophe before it.
  CsvLine& text(std::string_view value);
  std::string end();

 private:
  void separate();
  std::string line_;
  bool first_ = true;
};

}  // namespace spbe
