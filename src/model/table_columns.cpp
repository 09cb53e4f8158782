#include "model/table_columns.hpp"

#include <algorithm>
#include <array>

#include "document/nearest.hpp"
#include "document/schema.hpp"
#include "model/cell_text.hpp"

namespace spbe {

namespace {

struct FieldHeading {
  std::string_view heading;
  TableField field;
};
constexpr auto kHeadings = std::to_array<FieldHeading>({
    {"institution", TableField::institution},
    {"instansi", TableField::institution},
    {"nama instansi", TableField::institution},
    {"institusi", TableField::institution},
    {"nama institusi", TableField::institution},
    {"nama lembaga", TableField::institution},
    {"pemerintah daerah", TableField::institution},
    {"nama pemerintah daerah", TableField::institution},
    {"year", TableField::year},
    {"tahun", TableField::year},
    {"tahun penilaian", TableField::year},
    {"tahun evaluasi", TableField::year},
    {"kind", TableField::kind},
    {"jenis", TableField::kind},
    {"jenis instansi", TableField::kind},
    {"province", TableField::province},
    {"provinsi", TableField::province},
    {"stage", TableField::stage},
    {"tahap", TableField::stage},
    {"instrument", TableField::instrument},
    {"instrumen", TableField::instrument},
    {"source", TableField::origin},
    {"sumber", TableField::origin},
    {"index", TableField::index},
    {"published index", TableField::index},
    {"indeks", TableField::index},
    {"indeks spbe", TableField::index},
    {"nilai indeks", TableField::index},
    {"category", TableField::category},
    {"kategori", TableField::category},
    {"predicate", TableField::category},
    {"predikat", TableField::category},
});

// Columns of our own tables that say nothing an assessment holds.
constexpr auto kDerived = std::to_array<std::string_view>(
    {"file",          "document",         "exact",       "low",
     "high",          "categories",       "scored",      "of",
     "previous year", "previous index",   "change",      "rank",
     "rank of",       "rank best",        "rank worst",  "rank in kind",
     "of kind",       "rank in province", "of province", "no",
     "nomor"});

// "Indikator 12" is "12", "Domain 1" is "D1", "Aspek 3" is "A3".
std::string without_word(const std::string& heading) {
  struct Word {
    std::string_view word;
    std::string_view code;
  };
  constexpr auto kWords = std::to_array<Word>({{"indikator ", ""},
                                               {"indicator ", ""},
                                               {"domain ", "D"},
                                               {"aspek ", "A"},
                                               {"aspect ", "A"},
                                               // before the names of indicators, in regulations
                                               {"tingkat kematangan ", ""},
                                               {"tingkat ", ""}});
  for (const Word& word : kWords) {
    if (!heading.starts_with(word.word)) continue;
    return std::string(word.code) + heading.substr(word.word.size());
  }
  return heading;
}

const FieldHeading* field_of(const std::string& name) {
  const auto* const found = std::ranges::find(kHeadings, name, &FieldHeading::heading);
  return found == kHeadings.end() ? nullptr : &*found;
}

TableColumn column_of(const std::string& heading, const Catalog& catalog) {
  const std::string name = normalised(heading);
  if (const FieldHeading* field = field_of(name)) {
    return {TableColumn::Use::field, field->field, heading};
  }
  for (const std::string& id : catalog.ids()) {
    if (component_of_heading(*catalog.find(id), heading) != kNoComponent) {
      return {TableColumn::Use::component, TableField::institution, heading};
    }
  }
  return {TableColumn::Use::ignored, TableField::institution, heading};
}

// Whether two headings name one component is a question of each row's instrument.
bool same_field(const TableColumn& a, const TableColumn& b) {
  return a.use == TableColumn::Use::field && b.use == a.use && a.field == b.field;
}

std::vector<std::string> field_names() {
  std::vector<std::string> names;
  names.reserve(std::size(kHeadings));
  for (const FieldHeading& heading : kHeadings) names.emplace_back(heading.heading);
  return names;
}

}  // namespace

ComponentIndex component_of_heading(const Instrument& instrument, std::string_view heading) {
  const std::string name = normalised(heading);
  if (name.empty()) return kNoComponent;
  if (const ComponentIndex i = instrument.find(heading); i != kNoComponent) return i;
  const std::string bare = without_word(name);
  if (const ComponentIndex i = instrument.find(bare); i != kNoComponent) return i;
  const auto found = std::ranges::find_if(instrument.components, [&](const Component& c) {
    const std::string own = normalised(c.name);
    return own == name || without_word(own) == bare || normalised(c.slug) == name;
  });
  if (found == instrument.components.end()) return kNoComponent;
  return static_cast<ComponentIndex>(found - instrument.components.begin());
}

std::optional<TableField> table_field(std::string_view heading) {
  const FieldHeading* field = field_of(normalised(heading));
  return field == nullptr ? std::nullopt : std::optional(field->field);
}

std::optional<std::vector<TableColumn>> read_headings(const DataTable& table,
                                                      const DataRow& headings,
                                                      const Catalog& catalog,
                                                      Diagnostics& diagnostics) {
  const std::size_t errors_before = diagnostics.errors();
  const Location first_cell = table.place_of_row(headings);
  if (!headings.cells.empty() && headings.cells.back().column >= kMostTableColumns) {
    diagnostics.error("table-too-wide", first_cell, {std::to_string(kMostTableColumns)});
    return std::nullopt;
  }
  std::vector<TableColumn> columns;
  std::vector<std::string> unused;
  std::optional<std::string> near;
  for (const DataCell& cell : headings.cells) {
    columns.resize(cell.column);  // what has no heading is not used
    TableColumn column = column_of(cell.text, catalog);
    const auto same = std::ranges::find_if(
        columns, [&](const TableColumn& other) { return same_field(other, column); });
    if (same != columns.end()) {
      const auto at = static_cast<std::uint32_t>(same - columns.begin());
      diagnostics.error("column-twice", table.place(headings, cell.column), {cell.text})
          .note("first-given-here", {}, table.place(headings, at));
    }
    const std::string name = normalised(cell.text);
    const bool derived = std::ranges::find(kDerived, name) != kDerived.end();
    if (column.use == TableColumn::Use::ignored && !derived && !name.empty()) {
      unused.push_back(cell.text);
      if (!near) near = nearest_name(name, field_names());
    }
    columns.push_back(std::move(column));
  }
  const bool has_institution = std::ranges::any_of(columns, [](const TableColumn& column) {
    return column.use == TableColumn::Use::field && column.field == TableField::institution;
  });
  if (!unused.empty()) {
    Diagnostic& warning = diagnostics.warning("columns-not-used", first_cell, {join(unused, ", ")});
    if (near) warning.suggest("did-you-mean", {*near});
  }
  if (!has_institution) diagnostics.error("no-headings", first_cell).suggest("name-the-columns");
  if (diagnostics.errors() != errors_before) return std::nullopt;
  return columns;
}

}  // namespace spbe
