#include "model/table_losses.hpp"

#include <algorithm>
#include <map>
#include <string>

#include "document/text_rules.hpp"
#include "model/cell_text.hpp"
#include "spbe/model/institution_name.hpp"

namespace spbe {

namespace {

// "Rata-rata Kabupaten"; "Rata-rata" alone is of what stands above it.
bool is_named_mean(const std::string& institution) {
  return kind_in_name(institution) == "mean" && institution.find(' ') != std::string::npos;
}

std::uint32_t institution_column(const std::vector<TableColumn>& columns) {
  const auto found = std::ranges::find_if(columns, [](const TableColumn& column) {
    return column.use == TableColumn::Use::field && column.field == TableField::institution;
  });
  return static_cast<std::uint32_t>(found == columns.end() ? 0 : found - columns.begin());
}

}  // namespace

bool holds_only_means(const DataTable& table, std::size_t headings,
                      const std::vector<TableColumn>& columns) {
  const std::uint32_t institution = institution_column(columns);
  for (std::size_t r = headings + 1; r < table.rows.size(); ++r) {
    const std::string& name = table.rows[r].text(institution);
    if (!name.empty() && !is_total_word(name)) return false;
  }
  return true;
}

bool is_total_row(const DataRow& row, const std::string& institution, bool only_means) {
  if (!institution.empty()) {
    return is_total_word(institution) && !(only_means && is_named_mean(institution));
  }
  const auto first = std::ranges::find_if(
      row.cells, [](const DataCell& cell) { return !without_blanks(cell.text).empty(); });
  return first != row.cells.end() && is_total_word(first->text);
}

void warn_of_lost_decimals(const DataTable& table, std::size_t headings,
                           const std::vector<TableColumn>& columns, const Instrument& instrument,
                           Diagnostics& diagnostics) {
  const std::uint32_t institution = institution_column(columns);
  const bool only_means = holds_only_means(table, headings, columns);
  std::map<std::size_t, std::map<std::size_t, std::size_t>> of_column;  // how many, by decimals
  std::size_t most = 0;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const bool index =
        columns[i].use == TableColumn::Use::field && columns[i].field == TableField::index;
    const ComponentIndex component = columns[i].use == TableColumn::Use::component
                                         ? component_of_heading(instrument, columns[i].heading)
                                         : kNoComponent;
    const bool value = component != kNoComponent && !instrument.at(component).is_indicator();
    if (!index && !value) continue;
    std::map<std::size_t, std::size_t>& counts = of_column[i];
    for (std::size_t r = headings + 1; r < table.rows.size(); ++r) {
      const std::string& text = table.rows[r].text(static_cast<std::uint32_t>(i));
      const std::string& name = table.rows[r].text(institution);
      if (!is_plain_number(text) || name.empty() || is_total_row(table.rows[r], name, only_means))
        continue;
      const std::size_t mark = text.find_first_of(".,");
      ++counts[mark == std::string::npos ? 0 : text.size() - mark - 1];
    }
    if (!counts.empty()) most = std::max(most, counts.rbegin()->first);
  }
  // Official tables print two decimals everywhere; so a column may learn of them from another.
  constexpr std::size_t kOfficial = 2;
  for (const auto& [i, counts] : of_column) {
    if (counts.empty()) continue;
    const std::size_t due = std::max(counts.rbegin()->first, std::min(most, kOfficial));
    std::size_t fewer = 0;
    for (const auto& [places, count] : counts) fewer += places == due ? 0 : count;
    if (fewer == 0) continue;
    diagnostics
        .warning(fewer == 1 ? "column-mixes-decimals.one" : "column-mixes-decimals",
                 table.place(table.rows[headings], static_cast<std::uint32_t>(i)),
                 {columns[i].heading, std::to_string(fewer), std::to_string(due)})
        .suggest("give-decimals", {std::to_string(due)});
  }
}

void warn_of_lost_columns(const DataTable& table, std::size_t headings,
                          const std::vector<TableColumn>& columns, Diagnostics& diagnostics) {
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (!normalised(columns[i].heading).empty()) continue;
    const auto column = static_cast<std::uint32_t>(i);
    for (std::size_t r = headings + 1; r < table.rows.size(); ++r) {
      if (table.rows[r].text(column).empty()) continue;
      diagnostics.warning("column-without-heading", table.place(table.rows[r], column));
      break;
    }
  }
}

}  // namespace spbe
