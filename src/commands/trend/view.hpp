#pragma once

#include <string>
#include <vector>

#include "commands/trend/report.hpp"

namespace spbe {

// What the text and the markdown of a trend share. Texts from files in it are printable, but
// not yet safe in markdown.
struct TrendTable {
  struct Cell {
    std::string text;
    bool is_break = false;  // the column between two instruments
  };
  struct Row {
    std::string name;
    std::vector<std::string> cells;  // one a column
    std::string blocks;
    std::string change;
    Interval difference;  // for the colour of `change`
    bool bold = false;
    bool heading = false;  // only a name
  };
  std::vector<Cell> columns;  // years, and the breaks between them
  std::string name_heading;
  std::string change_heading;
  std::vector<Row> rows;
};

// The index and the components of one institution.
TrendTable trend_table(const Trend& trend, ComponentKind by, const Style& style);
// The index of many, a row each.
TrendTable trend_overview(const std::vector<Trend>& trends, const Style& style);

// "Pemerintah Kota Bandar Lampung · 2021–2023 · PermenPANRB 59/2020".
std::string trend_title(const Trend& trend);
// How the index went, a sentence for each span.
std::vector<std::string> trend_sentences(const Trend& trend, const Style& style);
std::vector<std::string> trend_remarks(const Trend& trend, const Style& style);
std::vector<std::string> overview_remarks(const std::vector<Trend>& trends, const Style& style);

}  // namespace spbe
