#pragma once

#include <string>
#include <vector>

#include "render/style.hpp"

namespace spbe {

// A table for a terminal: columns as wide as they need, one of them giving way so that a line
// fits the width.
class Table {
 public:
  enum class Align { left, right };
  struct Column {
    std::string heading;
    Align align = Align::left;
    bool gives_way = false;  // is shortened when the line is too long
    std::size_t gap = 2;     // blanks before it
  };
  struct Cell {
    std::string text;
    Ink ink = Ink::plain;
    std::string brief = {};  // in place of a text that would be cut
    bool wraps = false;      // goes on below instead of being cut
    bool alike = false;      // in brief when another of its column is
  };

  explicit Table(std::vector<Column> columns) : columns_(std::move(columns)) {}
  void add(std::vector<Cell> row) { rows_.push_back(std::move(row)); }
  void add_blank() { rows_.emplace_back(); }
  bool empty() const { return rows_.empty(); }
  // With headings when any column has one.
  std::string draw(const Style& style) const;

 private:
  std::vector<std::size_t> widths(std::size_t line_width) const;
  std::vector<bool> brief_columns(const std::vector<std::size_t>& width) const;

  std::vector<Column> columns_;
  std::vector<std::vector<Cell>> rows_;
};

}  // namespace spbe
