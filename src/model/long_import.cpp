#include "model/long_import.hpp"

#include <algorithm>

#include "document/schema.hpp"
#include "model/cell_text.hpp"
#include "model/table_labels.hpp"
#include "model/words.hpp"
#include "spbe/model/assessment.hpp"

namespace spbe {

namespace {

class LongImport {
 public:
  LongImport(const DataTable& table, LongHeadings headings, const Catalog& catalog,
             const ImportSettings& settings, Diagnostics& diagnostics)
      : table_(table),
        headings_(std::move(headings)),
        catalog_(catalog),
        settings_(settings),
        diagnostics_(diagnostics) {}

  bool read(const TableLabels& labels) {
    facts_.place = table_.place_of_row(table_.rows[headings_.row]);
    if (!identify(labels)) return false;
    for (std::size_t i = headings_.row + 1; i < table_.rows.size(); ++i) {
      if (!read_row(table_.rows[i])) break;
    }
    check_weights();
    warn_of_parts();
    const auto unused = unused_headings(table_, headings_);
    if (!unused.empty()) {
      diagnostics_.warning("columns-not-used", facts_.place, {join(unused, ", ")});
    }
    if (facts_.indicators.empty()) diagnostics_.error("table-without-indicators", facts_.place);
    return true;
  }

  AssessmentFacts& facts() { return facts_; }

 private:
  std::optional<std::uint32_t> column(LongField field) const {
    return columns_[static_cast<std::size_t>(field)];
  }

  // ------------------------------------------------------------ of what it is

  bool identify(const TableLabels& labels) {
    std::optional<int> year = settings_.year;
    const Fact& given =
        labels[TableField::year].given() ? labels[TableField::year] : labels.title_year;
    if (!year && given.given()) {
      const auto number = Ratio::parse(given.text);
      if (number && number->is_whole()) year = static_cast<int>(number->num());
    }
    const auto columns = choose_columns(table_, headings_, year, diagnostics_);
    if (!columns) return false;
    columns_ = *columns;
    facts_.year = {year ? std::to_string(*year) : given.text,
                   given.given() ? given.place : facts_.place};
    facts_.institution = labels[TableField::institution];
    if (!facts_.institution.given()) {
      const Location empty = facts_.institution.place;
      facts_.institution = {settings_.institution, facts_.place};
      if (!facts_.institution.given()) report_no_institution(empty);
    }
    if (!facts_.year.given())
      diagnostics_.error("year-not-found", facts_.place).suggest("give-year");
    facts_.instrument_id = labels[TableField::instrument];
    facts_.instrument = instrument(year);
    facts_.kind = word(labels[TableField::kind], "kind", kind_in_table, known_kinds());
    facts_.stage = word(labels[TableField::stage], "stage", stage_in_table, known_stages());
    facts_.id = labels[TableField::id];
    facts_.province = labels[TableField::province];
    facts_.origin = as_written(labels[TableField::origin]);
    facts_.effort_unit = as_written(labels[TableField::effort_unit]);
    return facts_.instrument != nullptr && facts_.institution.given() && facts_.year.given();
  }

  // `beside` is the empty cell beside its label, if there is one.
  void report_no_institution(const Location& beside) {
    if (beside.file.empty()) {
      diagnostics_.error("institution-not-found", facts_.place).suggest("give-institution");
    } else {
      diagnostics_.error("institution-empty", beside).suggest("fill-institution-in");
    }
  }

  // Blanks at the ends count in a worksheet of ours, which says what a file says.
  Fact as_written(const Fact& fact) const {
    return {is_ours() ? fact.text : without_blanks(fact.text), fact.place};
  }

  std::shared_ptr<const Instrument> instrument(std::optional<int> year) {
    const Fact& id = facts_.instrument_id;
    if (id.given()) {
      auto found = catalog_.find(id.text);
      if (!found) {
        diagnostics_.error("unknown-instrument", id.place, {id.text, join(catalog_.ids(), ", ")});
      }
      return found;
    }
    if (settings_.instrument) return settings_.instrument;
    if (!year) return nullptr;
    auto found = catalog_.for_year(*year);
    if (!found) {
      diagnostics_.error("no-instrument-for-year", facts_.year.place,
                         {std::to_string(*year), join(catalog_.ids(), ", ")});
    }
    return found;
  }

  Fact word(const Fact& fact, const std::string& key, std::string (*in_table)(std::string_view),
            const std::vector<std::string>& known) {
    const std::string said = in_table(without_blanks(fact.text));
    if (!fact.given() || std::ranges::find(known, said) != known.end()) return {said, fact.place};
    diagnostics_.warning("cell-left-out", fact.place, {key, fact.text, join(known, ", ")});
    return {};
  }

  // ------------------------------------------------------------ rows

  bool is_ours() const { return facts_.instrument_id.given(); }

  std::string text_at(const DataRow& row, LongField field) const {
    const auto at = column(field);
    return at ? without_blanks(without_apostrophe(row.text(*at))) : std::string();
  }

  // False at the end of the table.
  bool read_row(const DataRow& row) {
    const std::string code = text_at(row, LongField::code);
    const std::string name = text_at(row, LongField::name);
    if (code.empty() && name.empty()) {
      continue_row(row);
      return !is_total_word(first_text(row));
    }
    const ComponentIndex index = component(row, code, name);
    if (index == kNoComponent) {
      if (is_total_word(code) || is_total_word(name) || is_total_word(first_text(row)))
        return false;
      const auto level = column(LongField::level);
      if (level && !row.text(*level).empty() && is_plain_number(without_blanks(row.text(*level)))) {
        diagnostics_.error("row-not-understood", key_place(row),
                           {name.empty() ? code : name, facts_.instrument->name});
      }
      return true;
    }
    if (!facts_.instrument->at(index).is_indicator()) {
      note_part(row, code, index);
      if (const auto value = number(row, LongField::level)) facts_.published.parts[index] = *value;
      last_ = kNoComponent;
      return true;
    }
    const auto [same, fresh] = rows_.emplace(index, key_place(row));
    if (!fresh) {
      diagnostics_.error("component-twice", key_place(row), {facts_.instrument->at(index).id})
          .note("first-given-here", {}, same->second);
      return true;
    }
    last_ = index;
    take(row, index);
    return true;
  }

  // A domain's name beside the number of an indicator, whose name may have been cut short.
  void note_part(const DataRow& row, const std::string& code, ComponentIndex part) {
    if (code.empty() || is_ours()) return;
    const ComponentIndex numbered = facts_.instrument->find(as_whole(code));
    if (numbered == kNoComponent || !facts_.instrument->at(numbered).is_indicator()) return;
    parts_.push_back({numbered, part, key_place(row)});
  }

  // Where domains are numbered as indicators are, the indicator has a row of its own.
  void warn_of_parts() {
    for (const NumberedPart& one : parts_) {
      if (rows_.contains(one.numbered)) continue;
      diagnostics_
          .warning("row-of-part", one.place,
                   {facts_.instrument->at(one.numbered).id, facts_.instrument->at(one.part).name})
          .suggest("name-the-indicator");
    }
  }

  const std::string& first_text(const DataRow& row) const {
    static const std::string nothing;
    return row.cells.empty() ? nothing : row.cells.front().text;
  }

  Location key_place(const DataRow& row) const {
    const auto code = column(LongField::code);
    const auto name = column(LongField::name);
    return table_.place(row, code && !row.text(*code).empty() ? *code : name.value_or(0));
  }

  // A number may count the rows; a name says which indicator is meant.
  ComponentIndex component(const DataRow& row, const std::string& code, const std::string& name) {
    const Instrument& instrument = *facts_.instrument;
    const ComponentIndex by_name = name.empty() ? kNoComponent : of_heading(name);
    const ComponentIndex by_code = code.empty() ? kNoComponent : instrument.find(as_whole(code));
    if (by_name == kNoComponent) return by_code;
    if (by_code == kNoComponent || by_code == by_name) return by_name;
    if (is_named(instrument.at(by_code), name)) return by_code;
    const bool counts = code.find_first_not_of("0123456789.") == std::string::npos;
    if (counts && !is_ours()) return by_name;
    diagnostics_.error("row-of-two-indicators", key_place(row), {code, instrument.at(by_name).id});
    return by_name;
  }

  bool is_named(const Component& component, const std::string& name) const {
    return component.name == name || component.english == name;
  }

  // An aspect and an indicator may have one name.
  ComponentIndex of_heading(const std::string& name) const {
    const Instrument& instrument = *facts_.instrument;
    for (const ComponentIndex i : instrument.indicators) {
      if (is_named(instrument.at(i), name)) return i;
    }
    return component_of_heading(instrument, name);
  }

  // Rows that merged cells give to the indicator above: more evidence, more notes.
  void continue_row(const DataRow& row) {
    if (last_ == kNoComponent) return;
    const auto key = column(LongField::name) ? column(LongField::name) : column(LongField::code);
    if (table_.merged_from(row.number, *key) == row.number) return;
    IndicatorFacts& facts = facts_.indicators[last_];
    more(row, LongField::units, facts.units);
    more(row, LongField::evidence, facts.evidence);
    more(row, LongField::note, facts.note);
  }

  void more(const DataRow& row, LongField field, Fact& fact) {
    const auto at = column(field);
    if (!at || table_.merged_from(row.number, *at) != row.number) return;
    const std::string added = text(row, field).text;
    if (added.empty()) return;
    if (!fact.given()) fact.place = table_.place(row, *at);
    fact.text += (fact.text.empty() ? "" : "\n") + added;
  }

  // ------------------------------------------------------------ cells

  // The row whose cell counts: that where merged cells begin.
  const DataRow& row_of(const DataRow& row, std::uint32_t at) const {
    const std::uint32_t first = table_.merged_from(row.number, at);
    if (first == row.number) return row;
    const auto found = std::ranges::lower_bound(table_.rows, first, {}, &DataRow::number);
    return found == table_.rows.end() || found->number != first ? row : *found;
  }

  std::optional<Fact> number(const DataRow& of, LongField field) {
    const auto at = column(field);
    if (!at) return std::nullopt;
    const DataRow& row = row_of(of, *at);
    const auto text = number_of_cell(table_, row, *at, diagnostics_);
    if (!text) return std::nullopt;
    return Fact{*text, table_.place(row, *at)};
  }

  Fact text(const DataRow& of, LongField field) {
    const auto at = column(field);
    if (!at) return {};
    const DataRow& row = row_of(of, *at);
    if (!has_value(table_, row, *at, diagnostics_)) return {};
    std::string text = without_apostrophe(row.text(*at));
    if (field == LongField::units) text = units_of_cell(text);
    if (is_ours()) return {std::move(text), table_.place(row, *at)};
    text = without_blanks(text);
    if (says_nothing(text)) return {};
    std::string lines;
    if (field != LongField::note) {
      for (const std::string& line : lines_of_cell(text)) {
        lines += (lines.empty() ? "" : "\n") + without_blanks(line);
      }
    }
    return {field == LongField::note ? text : lines, table_.place(row, *at)};
  }

  void take(const DataRow& row, ComponentIndex index) {
    IndicatorFacts& facts = facts_.indicators[index];
    const bool whole = facts_.instrument->scale_of(index).whole;
    const auto level = [&](LongField field) {
      Fact fact = number(row, field).value_or(Fact());
      fact.text = whole ? as_whole(std::move(fact.text)) : as_fraction(std::move(fact.text));
      return fact;
    };
    facts.level = level(LongField::level);
    facts.target = level(LongField::target);
    facts.due = day_of_cell(text(row, LongField::due), diagnostics_);
    facts.sure = number(row, LongField::sure).value_or(Fact());
    facts.sure.text = as_fraction(std::move(facts.sure.text));
    facts.form = form_of_cell(text(row, LongField::form), diagnostics_);
    facts.units = text(row, LongField::units);
    facts.evidence = text(row, LongField::evidence);
    facts.note = text(row, LongField::note);
    facts.effort = effort_of_cell(text(row, LongField::effort), diagnostics_);
    weigh(row, index);
  }

  // ------------------------------------------------------------ the guard against a wrong form

  void weigh(const DataRow& row, ComponentIndex index) {
    const auto at = column(LongField::weight);
    if (!at) return;
    std::string text = with_dot(without_blanks(row.text(*at)));
    if (text.ends_with('%')) text.pop_back();
    text = without_blanks(text);
    if (!is_plain_number(text)) return;
    const std::size_t mark = text.find('.');
    const int places = mark == std::string::npos ? 0 : static_cast<int>(text.size() - mark - 1);
    const auto shown = Ratio::parse(
        text.substr(0, mark == std::string::npos ? mark : mark + 1 + Ratio::kMaxDigits));
    if (!shown) return;
    const Ratio weight = facts_.instrument->at(index).weight;
    const int digits = std::min(places, Ratio::kMaxDigits);
    const auto near = [&](Ratio exact) {
      return rounded(exact, digits) == rounded(*shown, digits);
    };
    ++weighed_;
    if (near(weight) || near(weight / Ratio(100))) return;
    if (wrong_weights_++ == 0) {
      wrong_ = table_.place(row, *at);
      wrong_args_ = {text, decimal(weight), facts_.instrument->at(index).id,
                     facts_.instrument->name};
    }
  }

  // Weights in parts of another whole would all be wrong; then they say nothing.
  void check_weights() {
    if (wrong_weights_ == 0) return;
    diagnostics_.error("weight-differs", wrong_, wrong_args_)
        .note("weights-differ", {std::to_string(wrong_weights_), std::to_string(weighed_)});
  }

  const DataTable& table_;
  LongHeadings headings_;
  const Catalog& catalog_;
  const ImportSettings& settings_;
  Diagnostics& diagnostics_;
  std::array<std::optional<std::uint32_t>, kLongFields> columns_;
  AssessmentFacts facts_;
  std::map<ComponentIndex, Location> rows_;
  struct NumberedPart {
    ComponentIndex numbered = kNoComponent;  // the indicator of that number
    ComponentIndex part = kNoComponent;      // the domain or aspect of that name
    Location place;
  };
  std::vector<NumberedPart> parts_;
  ComponentIndex last_ = kNoComponent;
  std::size_t weighed_ = 0;
  std::size_t wrong_weights_ = 0;
  Location wrong_;
  std::vector<std::string> wrong_args_;
};

}  // namespace

std::optional<AssessmentFacts> import_long(const std::vector<DataTable>& tables, std::size_t at,
                                           LongHeadings headings, const Catalog& catalog,
                                           const ImportSettings& settings,
                                           Diagnostics& diagnostics) {
  TableLabels labels;
  read_labels(tables[at], headings.row, labels);
  for (const DataTable& other : tables) {
    if (&other != &tables[at] && (is_values_sheet(other) || !find_long_headings(other))) {
      read_labels(other, kHeadingRows, labels);
    }
  }
  LongImport import(tables[at], std::move(headings), catalog, settings, diagnostics);
  if (!import.read(labels)) return std::nullopt;
  for (const DataTable& other : tables) {
    if (&other == &tables[at]) continue;
    read_values_sheet(other, import.facts(), diagnostics);
    read_obstacles_sheet(other, import.facts(), diagnostics);
    read_waivers_sheet(other, import.facts(), diagnostics);
  }
  return std::move(import.facts());
}

}  // namespace spbe
