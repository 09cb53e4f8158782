#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/headings.hpp"
#include "model/table.hpp"
#include "spbe/model/catalog.hpp"

namespace spbe {

struct TableColumn {
  enum class Use { ignored, field, component };
  Use use = Use::ignored;
  TableField field = TableField::institution;
  std::string heading;
};

// The columns of a row of headings, by their place. Headings are English or Indonesian, letter
// case, blanks, dashes and underscores aside; a component goes by number, code, slug or name, and
// may be that of any instrument of the catalog. Columns not used are named in one warning. Nothing
// after an error: a column given twice, or no column of institutions.
std::optional<std::vector<TableColumn>> read_headings(const DataTable& table,
                                                      const DataRow& headings,
                                                      const Catalog& catalog,
                                                      Diagnostics& diagnostics);

// What a heading or label names, or nothing.
std::optional<TableField> table_field(std::string_view heading);

// The component that a heading names in `instrument`, or kNoComponent.
ComponentIndex component_of_heading(const Instrument& instrument, std::string_view heading);

}  // namespace spbe
