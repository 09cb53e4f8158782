#include "model/table_import.hpp"

#include <algorithm>
#include <array>
#include <memory>

#include "document/nearest.hpp"
#include "document/schema.hpp"
#include "document/yaml_text.hpp"
#include "model/words.hpp"
#include "spbe/model/assessment.hpp"

namespace spbe {

namespace {

constexpr std::size_t kNoCell = static_cast<std::size_t>(-1);

// "3", "3.40", "3,40"; what is written into the file is then sure to be one plain number.
bool is_number(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  const std::size_t mark = text.find_first_of(".,");
  const auto digits = [](std::string_view part) {
    return !part.empty() && part.find_first_not_of("0123456789") == std::string_view::npos;
  };
  if (mark == std::string_view::npos) return digits(text);
  return digits(text.substr(0, mark)) && digits(text.substr(mark + 1));
}

std::string with_dot(std::string text) {
  std::ranges::replace(text, ',', '.');
  return text;
}

// Our own tables put an apostrophe before what a spreadsheet would take for a formula.
std::string without_apostrophe(const std::string& text) {
  const bool defused = text.size() > 1 && text.front() == '\'' &&
                       std::string_view("=+-@\t\r").find(text[1]) != std::string_view::npos;
  return defused ? text.substr(1) : text;
}

class RowImport {
 public:
  RowImport(const Source& source, const std::vector<TableColumn>& columns,
            const std::vector<CsvCell>& row, const Catalog& catalog, Diagnostics& diagnostics)
      : source_(source),
        columns_(columns),
        row_(row),
        catalog_(catalog),
        diagnostics_(diagnostics) {
    cell_of_.fill(kNoCell);
    for (std::size_t i = 0; i < columns_.size() && i < row_.size(); ++i) {
      if (row_[i].text.empty() || columns_[i].use != TableColumn::Use::field) continue;
      cell_of_[static_cast<std::size_t>(columns_[i].field)] = i;
    }
  }

  std::optional<ImportedRow> run(std::optional<int> year) {
    const std::size_t errors_before = diagnostics_.errors();
    if (row_.size() > columns_.size()) {
      diagnostics_.error("row-too-long", source_.locate(row_[columns_.size()].span),
                         {std::to_string(row_.size()), std::to_string(columns_.size())});
      return std::nullopt;
    }
    if (text(TableField::institution).empty()) {
      diagnostics_.error("cell-empty", first_place(), {"institution"});
      return std::nullopt;
    }
    write_header(year);
    if (const auto instrument = find_instrument(year)) {
      take_values(*instrument);
      write_scores(*instrument);
      write_published(*instrument);
    } else {
      add("scores: {}", kNoCell);
    }
    return check(errors_before);
  }

 private:
  std::size_t cell(TableField field) const { return cell_of_[static_cast<std::size_t>(field)]; }
  std::string text(TableField field) const {
    return cell(field) == kNoCell ? std::string() : without_apostrophe(row_[cell(field)].text);
  }
  Location first_place() const { return source_.locate(row_.front().span); }
  Location place(std::size_t cell) const {
    return cell == kNoCell ? first_place() : source_.locate(row_[cell].span);
  }

  // A line of the file, and the cell it comes from.
  void add(const std::string& line, std::size_t cell) {
    yaml_ += line + '\n';
    lines_.push_back(cell);
  }

  void write_header(std::optional<int> year) {
    add("institution: " + yaml_text(text(TableField::institution)), cell(TableField::institution));
    if (cell(TableField::year) != kNoCell) {
      const std::string given = text(TableField::year);
      add("year: " + (is_number(given) ? given : yaml_text(given)), cell(TableField::year));
    } else if (year) {
      add("year: " + std::to_string(*year), kNoCell);
    }
    if (cell(TableField::instrument) != kNoCell) {
      add("instrument: " + yaml_text(text(TableField::instrument)), cell(TableField::instrument));
    }
    write_word(TableField::kind, "kind", known_kinds());
    if (cell(TableField::province) != kNoCell) {
      add("province: " + yaml_text(text(TableField::province)), cell(TableField::province));
    }
    write_word(TableField::stage, "stage", known_stages());
    if (cell(TableField::origin) != kNoCell) {
      add("source: " + yaml_text(text(TableField::origin)), cell(TableField::origin));
    }
  }

  // A word the file need not have: left out when it is none of those known.
  void write_word(TableField field, const std::string& key, const std::vector<std::string>& known) {
    if (cell(field) == kNoCell) return;
    const std::string word = lower_case(text(field));
    if (std::ranges::find(known, word) != known.end()) {
      add(key + ": " + word, cell(field));
      return;
    }
    Diagnostic& warning = diagnostics_.warning("cell-left-out", place(cell(field)),
                                               {key, text(field), join(known, ", ")});
    suggest_nearest(warning, word, known);
    name_cell(warning, cell(field));
  }

  std::shared_ptr<const Instrument> find_instrument(std::optional<int> year) const {
    if (cell(TableField::instrument) != kNoCell) return catalog_.find(text(TableField::instrument));
    if (cell(TableField::year) != kNoCell) {
      const auto given = Ratio::parse(text(TableField::year));
      if (!given || !given->is_whole()) return nullptr;
      year = static_cast<int>(given->num());
    }
    return year ? catalog_.for_year(*year) : nullptr;
  }

  void take_values(const Instrument& instrument) {
    values_.assign(instrument.components.size(), kNoCell);
    bool any = false;
    for (std::size_t i = 0; i < columns_.size() && i < row_.size(); ++i) {
      const bool of_component = columns_[i].use == TableColumn::Use::component;
      if (!of_component || row_[i].text.empty()) continue;
      any = true;
      const ComponentIndex index = component_of_heading(instrument, columns_[i].heading);
      if (index == kNoComponent) {
        Diagnostic& error = diagnostics_.error("cell-of-other-instrument", place(i),
                                               {columns_[i].heading, instrument.name});
        name_cell(error, i);
      } else if (!is_number(row_[i].text)) {
        not_a_number(i);
      } else if (values_[index] != kNoCell) {
        Diagnostic& error =
            diagnostics_.error("component-twice", place(i), {instrument.at(index).id});
        name_cell(error, i);
      } else {
        values_[index] = i;
      }
    }
    if (!any) diagnostics_.error("row-without-scores", first_place());
    const std::size_t index = cell(TableField::index);
    if (index == kNoCell || is_number(row_[index].text)) return;
    not_a_number(index);
    cell_of_[static_cast<std::size_t>(TableField::index)] = kNoCell;
  }

  void not_a_number(std::size_t cell) {
    Diagnostic& error = diagnostics_.error("cell-not-a-number", place(cell), {row_[cell].text});
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
      add(key + " " + with_dot(row_[values_[index]].text), values_[index]);
    }
  }

  void write_published(const Instrument& instrument) {
    std::vector<std::pair<std::string, std::size_t>> lines;
    const std::size_t index = cell(TableField::index);
    const std::size_t category = cell(TableField::category);
    if (index != kNoCell) lines.emplace_back("  index: " + with_dot(row_[index].text), index);
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
        lines.emplace_back(
            "    " + (c.slug.empty() ? c.key : c.slug) + ": " + with_dot(row_[values_[i]].text),
            values_[i]);
      }
    }
    if (!lines.empty()) add("published:", kNoCell);
    for (const auto& [line, from] : lines) add(line, from);
  }

  // Reads the file as any other, and says what is wrong at the cells.
  std::optional<ImportedRow> check(std::size_t errors_before) {
    const auto written = std::make_shared<const Source>(source_.name, yaml_);
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
    return ImportedRow{assessment->institution, assessment->year, assessment->stage,
                       std::move(yaml_), first_place()};
  }

  const Source& source_;
  const std::vector<TableColumn>& columns_;
  const std::vector<CsvCell>& row_;
  const Catalog& catalog_;
  Diagnostics& diagnostics_;
  std::array<std::size_t, kTableFields> cell_of_{};
  std::vector<std::size_t> values_;  // the cell of each component's value
  std::string yaml_;
  std::vector<std::size_t> lines_;  // the cell of each line of yaml_
};

}  // namespace

void import_table(const Source& source, const Catalog& catalog, std::optional<int> year,
                  Diagnostics& diagnostics,
                  const std::function<void(ImportedRow&&, Diagnostics&)>& receive) {
  const auto table = read_csv(source, diagnostics);
  if (!table) return;
  const auto columns = read_headings(source, table->rows.front(), catalog, diagnostics);
  if (!columns) return;
  const bool has_year = std::ranges::any_of(*columns, [](const TableColumn& column) {
    return column.use == TableColumn::Use::field && column.field == TableField::year;
  });
  if (!has_year && !year) {
    diagnostics.error("column-missing", source.locate({0, 1}), {"year"}).suggest("give-year");
    return;
  }
  if (table->rows.size() == 1) diagnostics.error("table-without-rows", source.whole());
  for (std::size_t i = 1; i < table->rows.size(); ++i) {
    const std::vector<CsvCell>& row = table->rows[i];
    if (std::ranges::all_of(row, [](const CsvCell& cell) { return cell.text.empty(); })) continue;
    RowImport import(source, *columns, row, catalog, diagnostics);
    if (auto imported = import.run(year)) receive(std::move(*imported), diagnostics);
  }
}

}  // namespace spbe
