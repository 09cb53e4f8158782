#include <algorithm>

#include "document/nearest.hpp"
#include "document/schema.hpp"
#include "model/cell_text.hpp"
#include "model/table_import.hpp"
#include "spbe/model/assessment.hpp"

namespace spbe {

namespace {

// The row of headings of a table, and which kind it is.
struct FoundTable {
  std::size_t at = 0;  // place among the tables
  std::size_t row = 0;
  std::optional<LongHeadings> indicators;  // nothing: a row an institution
  std::size_t columns = 0;                 // that say something
  bool sure = true;
};

// The first row with a column of institutions and another; rather one where the other is known
// too, because "Nama Instansi" may stand in a line above a table.
std::optional<FoundTable> wide_table(const DataTable& table) {
  std::optional<FoundTable> doubtful;
  for (std::size_t i = 0; i < table.rows.size() && i < kHeadingRows; ++i) {
    std::size_t filled = 0;
    std::size_t known = 0;
    bool institution = false;
    for (const DataCell& cell : table.rows[i].cells) {
      const auto field = table_field(cell.text);
      institution = institution || field == TableField::institution;
      known += field ? 1U : 0U;
      filled += cell.text.empty() ? 0U : 1U;
    }
    if (!institution || filled < 2) continue;
    const FoundTable found{0, i, std::nullopt, filled, known > 1};
    if (found.sure) return found;
    if (!doubtful) doubtful = found;
  }
  return doubtful;
}

std::optional<FoundTable> found_table(const DataTable& table) {
  auto wide = wide_table(table);
  auto indicators = find_long_headings(table);
  if (!indicators || is_values_sheet(table)) return wide;
  const bool named = std::ranges::any_of(indicators->columns, [](const LongColumn& column) {
    return column.field == LongField::name;
  });
  if (wide && (wide->sure ? !named || wide->row < indicators->row : !named)) return wide;
  const std::size_t row = indicators->row;
  const std::size_t columns = indicators->columns.size();
  return FoundTable{0, row, std::move(indicators), columns, true};
}

// A line of its own begins with the key that every assessment has.
bool is_assessment(std::string_view text) {
  constexpr std::string_view kKey = "institution:";
  return text.starts_with(kKey) || text.find("\n" + std::string(kKey)) != std::string_view::npos;
}

class FileImport {
 public:
  FileImport(const std::vector<DataTable>& tables, const Catalog& catalog,
             const ImportSettings& settings, Diagnostics& diagnostics)
      : tables_(tables), catalog_(catalog), settings_(settings), diagnostics_(diagnostics) {}

  // The table that fits, or the one of --sheet.
  std::optional<FoundTable> choose() const {
    std::optional<FoundTable> best;
    std::optional<FoundTable> equal;
    for (std::size_t i = 0; i < tables_.size(); ++i) {
      if (!is_wanted(tables_[i])) continue;
      auto found = found_table(tables_[i]);
      if (!found) continue;
      found->at = i;
      if (best && found->columns == best->columns) equal = found;
      if (!best || found->columns > best->columns) {
        best = std::move(found);
        equal.reset();
      }
    }
    if (best && equal) {
      diagnostics_
          .error("many-tables", tables_[best->at].source->whole(),
                 {tables_[best->at].sheet, tables_[equal->at].sheet})
          .suggest("give-sheet");
      return std::nullopt;
    }
    if (!best) none_found();
    return best;
  }

 private:
  bool is_wanted(const DataTable& table) const {
    if (!settings_.sheet || !table.is_sheet()) return !table.hidden;
    return lower_case(table.sheet) == lower_case(*settings_.sheet);
  }

  std::vector<std::string> sheet_names() const {
    std::vector<std::string> names;
    for (const DataTable& table : tables_) {
      if (table.is_sheet()) names.push_back(table.sheet);
    }
    return names;
  }

  void none_found() const {
    const Location whole = tables_.front().source->whole();
    const auto names = sheet_names();
    const bool known =
        !settings_.sheet || names.empty() ||
        std::ranges::any_of(tables_, [&](const DataTable& t) { return is_wanted(t); });
    if (!known) {
      Diagnostic& error =
          diagnostics_.error("no-such-sheet", whole, {*settings_.sheet, join(names, ", ")});
      if (const auto near = nearest_name(*settings_.sheet, names)) {
        error.suggest("did-you-mean", {*near});
      }
      return;
    }
    const DataTable& table = tables_.front();
    if (table.is_sheet()) {
      diagnostics_.error("no-headings", whole).suggest("name-the-columns");
    } else if (is_assessment(table.source->text)) {
      diagnostics_.error("assessment-no-table", whole).suggest("compute-as-it-is");
    } else {
      read_headings(table, table.rows.front(), catalog_, diagnostics_);
    }
  }

  const std::vector<DataTable>& tables_;
  const Catalog& catalog_;
  const ImportSettings& settings_;
  Diagnostics& diagnostics_;
};

// Says what is wrong with the text at the cells that its lines come from.
void move_to_cells(const Diagnostics& found, const TracedText& text, const Location& otherwise,
                   Diagnostics& diagnostics) {
  const auto place = [&](const Location& location) {
    const std::size_t line = location.line;
    return line > 0 && line <= text.places.size() ? text.places[line - 1] : otherwise;
  };
  for (Diagnostic one : found.list()) {
    one.location = place(one.location);
    for (Diagnostic::Note& note : one.notes) {
      if (note.location) note.location = place(*note.location);
    }
    if (one.hint && one.hint->code == "write-units") one.suggest("units-a-line-each");
    diagnostics.take(one);
  }
}

}  // namespace

void import_file(const std::shared_ptr<const Source>& source, const Catalog& catalog,
                 const ImportSettings& settings, Diagnostics& diagnostics,
                 const ImportReceiver& receive) {
  const std::vector<DataTable> tables = read_tables(source, diagnostics);
  if (tables.empty()) return;
  if (!tables.front().is_sheet() && tables.front().rows.empty()) {
    diagnostics.error("file-empty", source->whole()).suggest("save-table-again");
    return;
  }
  auto found = FileImport(tables, catalog, settings, diagnostics).choose();
  if (!found) return;
  if (!found->indicators) {
    import_wide(tables[found->at], found->row, catalog, settings, diagnostics, receive.row);
    return;
  }
  const std::size_t errors_before = diagnostics.errors();
  auto facts =
      import_long(tables, found->at, std::move(*found->indicators), catalog, settings, diagnostics);
  if (!facts) return;
  if (diagnostics.errors() == errors_before) {
    receive.facts(std::move(*facts), diagnostics);
  } else {
    // What else is wrong, all at once.
    assessment_of(std::move(*facts), source->name, catalog, diagnostics);
  }
}

std::optional<ImportedRow> assessment_of(AssessmentFacts facts, const std::string& file,
                                         const Catalog& catalog, Diagnostics& diagnostics) {
  settle_forms(facts, catalog);
  TracedText text = yaml_of(facts);
  const auto written = std::make_shared<const Source>(file, text.text);
  Diagnostics found;
  const auto assessment = read_assessment(written, catalog, found);
  move_to_cells(found, text, facts.place, diagnostics);
  if (!assessment) return std::nullopt;
  return ImportedRow{assessment->institution, assessment->id,       assessment->year,
                     assessment->stage,       std::move(text.text), facts.place};
}

}  // namespace spbe
