#include "model/table.hpp"

#include <algorithm>

#include "base/unicode.hpp"
#include "document/csv_reader.hpp"

namespace spbe {

namespace {

constexpr std::size_t kByteOrderMark = 2;  // of UTF-16, in bytes

// "sep=;", which tells Excel what stands between the cells.
std::optional<char> separator_line(std::string_view text) {
  std::string_view line = text.substr(0, text.find_first_of("\r\n"));
  if (line.size() > 1 && line.starts_with('"') && line.ends_with('"')) {
    line = line.substr(1, line.size() - 2);
  }
  constexpr std::string_view kWord = "sep=";
  const bool fits =
      line.size() == kWord.size() + 1 && (line.starts_with("sep=") || line.starts_with("SEP="));
  return fits ? std::optional(line.back()) : std::nullopt;
}

std::vector<DataTable> csv_tables(const std::shared_ptr<const Source>& source,
                                  Diagnostics& diagnostics) {
  if (source->text.find_first_not_of(" \t\r\n") == std::string::npos) {
    diagnostics.error("file-empty", source->whole()).suggest("save-table-again");
    return {};
  }
  const auto separator = separator_line(source->text);
  const auto csv = read_csv(*source, diagnostics, separator);
  if (!csv) return {};
  DataTable table;
  table.source = source;
  const std::size_t first = separator ? 1 : 0;
  for (std::size_t i = first; i < csv->rows.size(); ++i) {
    DataRow row;
    row.number = static_cast<std::uint32_t>(i);
    for (std::size_t column = 0; column < csv->rows[i].size(); ++column) {
      const CsvCell& cell = csv->rows[i][column];
      row.cells.push_back(
          {static_cast<std::uint32_t>(column), SheetCell::Kind::text, cell.text, cell.span});
    }
    table.rows.push_back(std::move(row));
  }
  return {std::move(table)};
}

std::vector<DataTable> sheet_tables(const std::shared_ptr<const Source>& source,
                                    Diagnostics& diagnostics) {
  auto workbook = read_workbook(*source, diagnostics);
  if (!workbook) return {};
  std::vector<DataTable> tables;
  for (ReadSheet& sheet : workbook->sheets) {
    DataTable table;
    table.source = source;
    table.sheet = sheet.name;
    table.hidden = sheet.hidden;
    table.merged = std::move(sheet.merged);
    for (SheetCell& cell : sheet.cells) {
      if (table.rows.empty() || table.rows.back().number != cell.row) {
        table.rows.push_back({cell.row, {}});
      }
      table.rows.back().cells.push_back({cell.column, cell.kind, std::move(cell.text), {}});
    }
    tables.push_back(std::move(table));
  }
  return tables;
}

}  // namespace

const DataCell* DataRow::find(std::uint32_t column) const {
  const auto found = std::ranges::lower_bound(cells, column, {}, &DataCell::column);
  return found == cells.end() || found->column != column ? nullptr : &*found;
}

const std::string& DataRow::text(std::uint32_t column) const {
  static const std::string nothing;
  const DataCell* cell = find(column);
  return cell == nullptr ? nothing : cell->text;
}

Location DataTable::place(const DataRow& row, std::uint32_t column) const {
  if (is_sheet()) return cell_place(source->name, sheet, row.number, column);
  const DataCell* cell = row.find(column);
  return cell == nullptr ? place_of_row(row) : source->locate(cell->span);
}

Location DataTable::place_of_row(const DataRow& row) const {
  if (row.cells.empty()) return source->whole();
  return place(row, row.cells.front().column);
}

std::uint32_t DataTable::merged_from(std::uint32_t row, std::uint32_t column) const {
  for (const CellRange& range : merged) {
    if (row >= range.first_row && row <= range.last_row && column >= range.first_column &&
        column <= range.last_column) {
      return range.first_row;
    }
  }
  return row;
}

std::vector<DataTable> read_tables(const std::shared_ptr<const Source>& source,
                                   Diagnostics& diagnostics) {
  const FileKind kind = kind_of_file(source->text);
  if (kind == FileKind::workbook || kind == FileKind::old_workbook) {
    return sheet_tables(source, diagnostics);
  }
  if (kind == FileKind::text) return csv_tables(source, diagnostics);
  auto text = utf8_of_utf16(std::string_view(source->text).substr(kByteOrderMark),
                            kind == FileKind::utf16_big);
  if (!text) {
    diagnostics.error("not-utf16", source->whole()).suggest("save-as-utf8");
    return {};
  }
  return csv_tables(std::make_shared<const Source>(source->name, std::move(*text)), diagnostics);
}

}  // namespace spbe
