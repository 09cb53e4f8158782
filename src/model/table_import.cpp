#include "model/table_import.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <set>

#include "document/csv_reader.hpp"
#include "document/nearest.hpp"
#include "document/schema.hpp"
#include "document/yaml_reader.hpp"
#include "document/yaml_text.hpp"
#include "model/cell_text.hpp"
#include "model/table_losses.hpp"
#include "model/words.hpp"
#include "spbe/model/assessment.hpp"
#include "spbe/model/institution_name.hpp"

namespace spbe {

namespace {

constexpr std::size_t kNoCell = static_cast<std::size_t>(-1);

// The component of each column, by instrument.
class ColumnComponents {
 public:
  explicit ColumnComponents(const std::vector<TableColumn>& columns) : columns_(columns) {}

  ComponentIndex of(const Instrument& instrument, std::size_t column) {
    auto [found, fresh] = known_.try_emplace(&instrument);
    if (fresh) {
      for (const TableColumn& one : columns_) {
        const bool component = one.use == TableColumn::Use::component;
        found->second.push_back(component ? component_of_heading(instrument, one.heading)
                                          : kNoComponent);
      }
    }
    return found->second[column];
  }

 private:
  const std::vector<TableColumn>& columns_;
  std::map<const Instrument*, std::vector<ComponentIndex>> known_;
};

class RowImport {
 public:
  RowImport(const DataTable& table, const std::vector<TableColumn>& columns, const DataRow& row,
            ColumnComponents& components, const Catalog& catalog, const ImportSettings& settings,
            Diagnostics& diagnostics)
      : table_(table),
        columns_(columns),
        row_(row),
        components_(components),
        catalog_(catalog),
        settings_(settings),
        diagnostics_(diagnostics) {
    cell_of_.fill(kNoCell);
    for (const DataCell& one : row_.cells) {
      const std::size_t i = one.column;
      if (i >= columns_.size() || one.text.empty()) continue;
      if (columns_[i].use != TableColumn::Use::field) continue;
      cell_of_[static_cast<std::size_t>(columns_[i].field)] = i;
    }
  }

  std::optional<ImportedRow> run() {
    const std::size_t errors_before = diagnostics_.errors();
    const std::size_t size = row_.cells.back().column + std::size_t{1};
    if (size > columns_.size() && !table_.is_sheet()) {
      diagnostics_.error("row-too-long", place(columns_.size()),
                         {std::to_string(size), std::to_string(columns_.size())});
      return std::nullopt;
    }
    if (text(TableField::institution).empty()) {
      // Notes may stand below the table of a workbook.
      if (!table_.is_sheet()) diagnostics_.error("cell-empty", first_place(), {"institution"});
      return std::nullopt;
    }
    write_header();
    if (const auto instrument = find_instrument()) {
      take_values(*instrument);
      write_scores(*instrument);
      write_published(*instrument);
    } else {
      add("scores: {}", kNoCell);
    }
    return check(errors_before);
  }

  bool is_total(bool only_means) const {
    return is_total_row(row_, text(TableField::institution), only_means);
  }

  std::shared_ptr<const Instrument> find_instrument() const {
    std::optional<int> year = settings_.year;
    if (cell(TableField::instrument) != kNoCell) return catalog_.find(text(TableField::instrument));
    if (cell(TableField::year) != kNoCell) {
      const auto given = Ratio::parse(text(TableField::year));
      if (!given || !given->is_whole()) return nullptr;
      year = static_cast<int>(given->num());
    }
    return year ? catalog_.for_year(*year) : nullptr;
  }

 private:
  std::size_t cell(TableField field) const { return cell_of_[static_cast<std::size_t>(field)]; }
  std::string text(TableField field) const {
    return cell(field) == kNoCell ? std::string()
                                  : without_blanks(without_apostrophe(row_.text(at(cell(field)))));
  }
  static std::uint32_t at(std::size_t cell) { return static_cast<std::uint32_t>(cell); }
  const std::string& cell_text(std::size_t cell) const { return row_.text(at(cell)); }
  Location first_place() const { return table_.place_of_row(row_); }
  Location place(std::size_t cell) const {
    return cell == kNoCell ? first_place() : table_.place(row_, at(cell));
  }

  // A line of the file, and the cell it comes from.
  void add(const std::string& line, std::size_t cell) {
    yaml_ += line + '\n';
    lines_.push_back(cell);
  }

  void write_header() {
    add("institution: " + yaml_text(text(TableField::institution)), cell(TableField::institution));
    if (cell(TableField::year) != kNoCell) {
      const std::string given = text(TableField::year);
      add("year: " + (is_plain_number(given) ? as_whole(given) : yaml_text(given)),
          cell(TableField::year));
    } else if (settings_.year) {
      add("year: " + std::to_string(*settings_.year), kNoCell);
    }
    write_text(TableField::instrument, "instrument");
    write_text(TableField::id, "id");
    write_word(TableField::kind, "kind", kind_in_table(text(TableField::kind)), known_kinds());
    // A mean is no institution: no whole levels stand behind it.
    const bool mean = kind_in_name(text(TableField::institution)) == "mean";
    if (cell(TableField::kind) == kNoCell && mean) add("kind: mean", kNoCell);
    write_text(TableField::province, "province");
    write_word(TableField::stage, "stage", stage_in_table(text(TableField::stage)), known_stages());
    write_text(TableField::origin, "source");
    write_text(TableField::effort_unit, "effort_unit");
  }

  void write_text(TableField field, const std::string& key) {
    if (cell(field) != kNoCell) add(key + ": " + yaml_text(text(field)), cell(field));
  }

  void write_word(TableField field, const std::string& key, const std::string& word,
                  const std::vector<std::string>& known) {
    if (cell(field) == kNoCell) return;
    if (std::ranges::find(known, word) != known.end()) {
      add(key + ": " + word, cell(field));
      return;
    }
    Diagnostic& warning = diagnostics_.warning("cell-left-out", place(cell(field)),
                                               {key, text(field), join(known, ", ")});
    suggest_nearest(warning, word, known);
    name_cell(warning, cell(field));
  }

  // The number of a cell as it goes into the file; nothing when it says nothing, or is none.
  std::optional<std::string> number(std::size_t cell) {
    if (!has_value(table_, row_, at(cell), diagnostics_)) return std::nullopt;
    const std::string text = without_blanks(cell_text(cell));
    if (says_nothing(text)) return std::nullopt;
    if (is_plain_number(text)) return with_dot(text);
    not_a_number(cell);
    return std::nullopt;
  }

  std::string printed(std::string number) const {
    return settings_.decimals ? with_decimals(std::move(number), *settings_.decimals) : number;
  }

  void take_values(const Instrument& instrument) {
    values_.assign(instrument.components.size(), kNoCell);
    texts_.resize(instrument.components.size());
    bool any = false;
    for (const DataCell& one : row_.cells) {
      const std::size_t i = one.column;
      if (i >= columns_.size() || columns_[i].use != TableColumn::Use::component) continue;
      if (says_nothing(one.text) && one.kind != SheetCell::Kind::unstored) continue;
      any = true;
      const ComponentIndex index = components_.of(instrument, i);
      if (index == kNoComponent) {
        Diagnostic& error = diagnostics_.error("cell-of-other-instrument", place(i),
                                               {columns_[i].heading, instrument.name});
        name_cell(error, i);
      } else if (values_[index] != kNoCell) {
        Diagnostic& error =
            diagnostics_.error("component-twice", place(i), {instrument.at(index).id});
        name_cell(error, i);
      } else if (const auto text = number(i)) {
        values_[index] = i;
        const bool level = instrument.at(index).is_indicator();
        const bool whole = level && instrument.scale_of(index).whole;
        texts_[index] = whole ? as_whole(*text) : level ? as_fraction(*text) : printed(*text);
      }
    }
    const std::size_t index = cell(TableField::index);
    const auto text = index == kNoCell ? std::nullopt : number(index);
    if (text) index_ = printed(*text);
    // What was published of an institution may be its index alone.
    if (!any && index_.empty()) diagnostics_.error("row-without-scores", first_place());
  }

  void not_a_number(std::size_t cell) {
    Diagnostic& error = diagnostics_.error("cell-not-a-number", place(cell), {cell_text(cell)});
    name_cell(error, cell);
  }

  void name_cell(Diagnostic& diagnostic, std::size_t cell) const {
    diagnostic.note("in-cell", {columns_[cell].heading, column_letters(cell)});
  }

  bool value_below(const Instrument& instrument, ComponentIndex index) const {
    return std::ranges::any_of(instrument.at(index).children, [&](ComponentIndex child) {
      return values_[child] != kNoCell || value_below(instrument, child);
    });
  }

  void write_scores(const Instrument& instrument) {
    const bool any = std::ranges::any_of(values_, [](std::size_t from) { return from != kNoCell; });
    add(any ? "scores:" : "scores: {}", kNoCell);
    for (const ComponentIndex root : instrument.roots) write_score(instrument, root);
  }

  void write_score(const Instrument& instrument, ComponentIndex index) {
    const Component& c = instrument.at(index);
    const std::string key =
        std::string(2 * c.depth + 2, ' ') + (c.slug.empty() ? c.key : c.slug) + ":";
    if (value_below(instrument, index)) {
      add(key, kNoCell);
      for (const ComponentIndex child : c.children) write_score(instrument, child);
    } else if (values_[index] != kNoCell) {
      add(key + " " + texts_[index], values_[index]);
    }
  }

  void write_published(const Instrument& instrument) {
    std::vector<std::pair<std::string, std::size_t>> lines;
    const std::size_t index = cell(TableField::index);
    const std::size_t category = cell(TableField::category);
    if (!index_.empty()) lines.emplace_back("  index: " + index_, index);
    if (category != kNoCell) {
      lines.emplace_back("  category: " + yaml_text(text(TableField::category)), category);
    }
    for (const ComponentKind kind : {ComponentKind::domain, ComponentKind::aspect}) {
      bool first = true;
      for (ComponentIndex i = 0; i < instrument.components.size(); ++i) {
        const Component& c = instrument.at(i);
        if (c.kind != kind || values_[i] == kNoCell || !value_below(instrument, i)) continue;
        if (first) lines.emplace_back("  " + std::string(to_string(kind)) + "s:", kNoCell);
        first = false;
        lines.emplace_back("    " + (c.slug.empty() ? c.key : c.slug) + ": " + texts_[i],
                           values_[i]);
      }
    }
    if (!lines.empty()) add("published:", kNoCell);
    for (const auto& [line, from] : lines) add(line, from);
  }

  // Reads the file as any other, and says what is wrong at the cells.
  std::optional<ImportedRow> check(std::size_t errors_before) {
    const auto written = std::make_shared<const Source>(table_.source->name, yaml_);
    Diagnostics found;
    const auto assessment = read_assessment(written, catalog_, found);
    for (const Diagnostic& one : found.list()) {
      const std::size_t line = one.location.line;
      const std::size_t from = line > 0 && line <= lines_.size() ? lines_[line - 1] : kNoCell;
      Diagnostic& moved = one.severity == Severity::error
                              ? diagnostics_.error(one.code, place(from), one.args)
                              : diagnostics_.warning(one.code, place(from), one.args);
      moved.hint = one.hint;
      if (from != kNoCell) name_cell(moved, from);
    }
    if (!assessment || diagnostics_.errors() != errors_before) return std::nullopt;
    return ImportedRow{assessment->institution, assessment->id,   assessment->year,
                       assessment->stage,       std::move(yaml_), first_place()};
  }

  const DataTable& table_;
  const std::vector<TableColumn>& columns_;
  const DataRow& row_;
  ColumnComponents& components_;
  const Catalog& catalog_;
  const ImportSettings& settings_;
  Diagnostics& diagnostics_;
  std::array<std::size_t, kTableFields> cell_of_{};
  std::vector<std::size_t> values_;  // the cell of each component's value
  std::vector<std::string> texts_;   // and that value
  std::string index_;
  std::string yaml_;
  std::vector<std::size_t> lines_;  // the cell of each line of yaml_
};

}  // namespace

void import_wide(const DataTable& table, std::size_t headings, const Catalog& catalog,
                 const ImportSettings& settings, Diagnostics& diagnostics,
                 const std::function<void(ImportedRow&&, Diagnostics&)>& receive) {
  const DataRow& first = table.rows[headings];
  const auto columns = read_headings(table, first, catalog, diagnostics);
  if (!columns) return;
  warn_of_lost_columns(table, headings, *columns, diagnostics);
  const bool has_year = std::ranges::any_of(*columns, [](const TableColumn& column) {
    return column.use == TableColumn::Use::field && column.field == TableField::year;
  });
  if (!has_year && !settings.year) {
    diagnostics.error("column-missing", table.place_of_row(first), {"year"}).suggest("give-year");
    return;
  }
  const std::size_t errors_before = diagnostics.errors();
  if (headings + 1 == table.rows.size()) {
    diagnostics.error("table-without-rows", table.source->whole());
  }
  if (table.rows.size() - headings - 1 > kMaxDocuments) {
    diagnostics
        .error("too-many-rows", table.place_of_row(table.rows[headings + 1 + kMaxDocuments]),
               {std::to_string(kMaxDocuments)})
        .suggest("split-file");
    return;
  }
  const bool only_means = holds_only_means(table, headings, *columns);
  bool any = false;
  ColumnComponents components(*columns);
  std::set<const Instrument*> seen;
  for (std::size_t i = headings + 1; i < table.rows.size(); ++i) {
    const DataRow& row = table.rows[i];
    if (std::ranges::all_of(row.cells, [](const DataCell& cell) { return cell.text.empty(); })) {
      continue;
    }
    RowImport import(table, *columns, row, components, catalog, settings, diagnostics);
    if (import.is_total(only_means)) continue;
    if (const auto instrument = settings.decimals ? nullptr : import.find_instrument()) {
      if (seen.insert(instrument.get()).second && seen.size() == 1) {
        warn_of_lost_decimals(table, headings, *columns, *instrument, diagnostics);
      }
    }
    if (auto imported = import.run()) {
      any = true;
      receive(std::move(*imported), diagnostics);
    }
  }
  // Rows were passed over one by one as notes or sums.
  if (any || diagnostics.errors() > errors_before) return;
  diagnostics.error("rows-without-institution", table.place_of_row(first));
}

}  // namespace spbe
