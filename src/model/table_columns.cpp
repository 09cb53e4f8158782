#include "model/table_columns.hpp"

#include <algorithm>
#include <array>

#include "document/nearest.hpp"
#include "document/schema.hpp"
#include "model/cell_text.hpp"

namespace spbe {

namespace {

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

TableColumn column_of(const std::string& heading, const Catalog& catalog) {
  if (const auto field = table_field(heading)) {
    return {TableColumn::Use::field, *field, heading};
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

// Ours, or a running number.
bool is_derived(const std::string& name) {
  const auto heading = find_heading(name);
  if (!heading) return false;
  const LongField* field = heading->as<LongField>();
  return heading->as<DerivedColumn>() != nullptr || (field != nullptr && *field == LongField::code);
}

}  // namespace

ComponentIndex component_of_heading(const Instrument& instrument, std::string_view heading) {
  std::string name = normalised(heading);
  if (name.empty()) return kNoComponent;
  // "Nilai Domain Layanan" is "Layanan".
  if (name.starts_with("nilai ")) name.erase(0, 6);
  if (const auto tier = name.substr(0, name.find(' ')); tier == "domain" || tier == "aspek") {
    const std::string rest = name.substr(std::min(name.size(), tier.size() + 1));
    const auto named = std::ranges::find_if(instrument.components, [&](const Component& c) {
      const bool same =
          c.kind == (tier == "domain" ? ComponentKind::domain : ComponentKind::aspect);
      return same && (normalised(c.slug) == rest || normalised(c.name) == rest ||
                      normalised(c.name) == rest + " spbe");
    });
    if (named != instrument.components.end()) {
      return static_cast<ComponentIndex>(named - instrument.components.begin());
    }
  }
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
  const auto found = find_heading(normalised(heading));
  const TableField* field = found ? found->as<TableField>() : nullptr;
  return field == nullptr ? std::nullopt : std::optional(*field);
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
    if (column.use == TableColumn::Use::ignored && !name.empty() && !is_derived(name)) {
      unused.push_back(cell.text);
      if (!near) near = nearest_name(name, institution_headings());
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
