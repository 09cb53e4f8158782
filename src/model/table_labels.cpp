#include "model/table_labels.hpp"

#include <algorithm>
#include <charconv>

#include "document/nearest.hpp"
#include "model/cell_text.hpp"
#include "spbe/model/assessment.hpp"

namespace spbe {

namespace {

constexpr std::size_t kLongestLabel = 40;  // bytes

// The year behind the word "tahun" or "year".
std::optional<std::string> year_in(const std::string& text) {
  const std::string lower = lower_case(text);
  for (const std::string_view word : {"tahun ", "year "}) {
    for (std::size_t at = lower.find(word); at != std::string::npos;
         at = lower.find(word, at + 1)) {
      int year = 0;
      const char* const begin = lower.data() + at + word.size();
      const auto [end, error] = std::from_chars(begin, lower.data() + lower.size(), year);
      if (error == std::errc() && year >= kFirstYear && year <= kLastYear) {
        return std::string(begin, end);
      }
    }
  }
  return std::nullopt;
}

std::optional<TableField> field_of_label(std::string_view label) {
  if (label.empty() || label.size() > kLongestLabel) return std::nullopt;
  const auto field = table_field(label);
  // The index and the category there are results, not what was published.
  if (field == TableField::index || field == TableField::category) return std::nullopt;
  return field;
}

class LabelReader {
 public:
  LabelReader(const DataTable& table, TableLabels& labels) : table_(table), labels_(labels) {}

  void read(const DataRow& row) {
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      const DataCell& cell = row.cells[i];
      if (cell.kind != SheetCell::Kind::text) continue;
      if (const auto field = field_of_label(cell.text)) {
        beside(row, i, *field);
        return;
      }
      const std::size_t colon = cell.text.find(':');
      if (colon != std::string::npos) {
        if (const auto field = field_of_label(std::string_view(cell.text).substr(0, colon))) {
          take(*field, without_blanks(cell.text.substr(colon + 1)), row, cell.column);
          continue;
        }
      }
      const auto year = labels_.title_year.given() ? std::nullopt : year_in(cell.text);
      if (year) labels_.title_year = {*year, table_.place(row, cell.column)};
    }
  }

 private:
  void beside(const DataRow& row, std::size_t label, TableField field) {
    for (std::size_t i = label + 1; i < row.cells.size(); ++i) {
      std::string text = without_blanks(row.cells[i].text);
      if (text.starts_with(':')) text = without_blanks(text.substr(1));
      if (text.empty()) continue;
      const bool free = field == TableField::origin || field == TableField::effort_unit;
      const bool whole = free && text.size() == without_blanks(row.cells[i].text).size();
      take(field, whole ? row.cells[i].text : text, row, row.cells[i].column);
      return;
    }
    Fact& fact = labels_.facts[static_cast<std::size_t>(field)];
    if (!fact.given()) fact.place = table_.place(row, row.cells[label].column + 1);
  }

  void take(TableField field, const std::string& text, const DataRow& row, std::uint32_t column) {
    Fact& fact = labels_.facts[static_cast<std::size_t>(field)];
    if (!fact.given()) fact = {text, table_.place(row, column)};
  }

  const DataTable& table_;
  TableLabels& labels_;
};

}  // namespace

void read_labels(const DataTable& table, std::size_t rows, TableLabels& labels) {
  LabelReader reader(table, labels);
  for (std::size_t i = 0; i < rows && i < table.rows.size(); ++i) reader.read(table.rows[i]);
}

}  // namespace spbe
