#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "workbook/workbook.hpp"

namespace spbe {

// The numbers by which cells and colour rules call their looks; and the part that lists them.
class StyleTable {
 public:
  explicit StyleTable(const Workbook& workbook);

  std::size_t number_of(const CellStyle& style) const { return styles_.at(style); }
  std::size_t number_of(const ColorRule& rule) const { return rules_.at({rule.fill, rule.color}); }
  std::string part() const;

 private:
  std::map<CellStyle, std::size_t> styles_;
  std::vector<CellStyle> order_;
  std::map<std::pair<std::string, std::string>, std::size_t> rules_;
  std::vector<std::pair<std::string, std::string>> rule_order_;
};

}  // namespace spbe
