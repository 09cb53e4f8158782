#include "commands/trend/view.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "render/style.hpp"
#include "render/wording.hpp"
#include "spbe/analysis/trend_targets.hpp"

namespace spbe {

namespace {

using page::Cell;
using page::Column;
using page::Point;
using page::Row;
using page::Tone;

constexpr const char* kBreak = "│";
constexpr const char* kGap = "·";
constexpr std::size_t kWideYears = 5;  // columns with two blanks between them
constexpr std::size_t kNameYears = 3;  // columns wide enough for a predikat

Ratio middle(const Interval& value) { return (value.low + value.high) / Ratio(2); }

Cell change_cell(const Change& change, ComponentKind kind, Language language) {
  if (change.covered) return {};
  if (change.appeared) return Cell(std::string(say(language, {"newly filled", "baru diisi"})));
  if (change.vanished) return Cell(std::string(say(language, {"not filled", "belum diisi"})));
  const int places = kind == ComponentKind::indicator ? page::kAllDigits : kShownPlaces;
  return page::Change{change.difference, places};
}

Point point_of(const page::Value& value) {
  const auto* known = std::get_if<page::Range>(&value);
  if (known == nullptr) return {Point::Kind::missing};
  return {Point::Kind::value, middle(known->value), {}, {}};
}

// Gives the points their ends: those of what they reach, since over a whole scale a fall of a
// quarter of a level would be no fall; but a level at least, so that little looks like little.
// Points of two instruments, with a line between them, have ends of their own.
void stretch(page::Sparkline& line) {
  for (std::size_t begin = 0; begin < line.size();) {
    std::size_t end = begin;
    std::optional<std::pair<Ratio, Ratio>> ends;
    for (; end < line.size() && line[end].kind != Point::Kind::line; ++end) {
      if (line[end].kind != Point::Kind::value) continue;
      const Ratio value = line[end].value;
      ends = ends ? std::pair(min(ends->first, value), max(ends->second, value))
                  : std::pair(value, value);
    }
    for (; ends && begin < end; ++begin) {
      const Ratio spare = max(Ratio(0), Ratio(1) - (ends->second - ends->first)) / Ratio(2);
      line[begin].low = ends->first - spare;
      line[begin].high = ends->second + spare;
    }
    begin = end + 1;
  }
}

// Years from the first to the last, with a break before each year that begins a
// span.
class Columns {
 public:
  Columns(int first, int last) : first_(first), last_(last), last_result_(last) {}
  // Room for targets of years to come, of which no line is drawn.
  void reach(int year) { last_ = std::max(last_, year); }
  // Years that nobody has a result of go without a column.
  void leave_out_empty(const std::vector<Trend>& trends) {
    for (int year = first_; year <= last_; ++year) {
      const bool any = std::ranges::any_of(trends, [&](const Trend& trend) {
        return std::ranges::any_of(trend.spans,
                                   [&](const TrendSpan& span) { return span.in(year) != nullptr; });
      });
      if (!any) empty_.insert(year);
    }
  }
  void add_breaks(const Trend& trend) {
    for (std::size_t i = 1; i < trend.spans.size(); ++i) {
      breaks_.insert(trend.spans[i].years.front()->assessment.year);
    }
  }

  // Whether a name has room in each column.
  bool few() const { return static_cast<std::size_t>(last_ - first_) < kNameYears; }

  // The names, the years and the breaks between them, their line, and the
  // change.
  std::vector<Column> all(std::string names, std::string change) const {
    const auto count =
        static_cast<std::size_t>(last_ - first_) + 1 + breaks_.size() - empty_.size();
    const std::size_t gap = count > kWideYears ? 1 : 2;
    std::vector<Column> columns = {Column::left(std::move(names)).yielding()};
    for (int year = first_; year <= last_; ++year) {
      if (empty_.contains(year)) continue;
      if (breaks_.contains(year)) columns.push_back(Column::right(kBreak).after(1));
      columns.push_back(Column::right(std::to_string(year)).after(gap));
    }
    columns.push_back(Column::left());
    columns.push_back(Column::right(std::move(change)));
    return columns;
  }

  // One cell a column, and the line of them: `value` of a span in a year, a gap
  // for a year missing within what `spans` cover, and the breaks of the trend
  // itself.
  template <typename ValueOf>
  void fill(std::vector<Cell>& cells, const Trend& trend,
            const std::vector<const TrendSpan*>& spans, Tone tone, const ValueOf& value_of) const {
    std::set<int> own_breaks;
    for (std::size_t i = 1; i < trend.spans.size(); ++i) {
      own_breaks.insert(trend.spans[i].years.front()->assessment.year);
    }
    page::Sparkline line;
    const int first = spans.front()->years.front()->assessment.year;
    const int last = spans.back()->years.back()->assessment.year;
    for (int year = first_; year <= last_; ++year) {
      if (empty_.contains(year)) continue;
      if (breaks_.contains(year)) {
        const bool own = own_breaks.contains(year);
        cells.emplace_back(std::string(own ? kBreak : ""), Tone::faint);
        if (own) line.push_back({Point::Kind::line});
      }
      const Evaluation* result = nullptr;
      for (const TrendSpan* span : spans) {
        if (const Evaluation* found = span->in(year)) result = found;
      }
      if (result != nullptr) {
        const page::Value value = value_of(*result);
        line.push_back(point_of(value));
        cells.emplace_back(value, tone);
      } else {
        const bool within = first < year && year < last;
        cells.emplace_back(std::string(within ? kGap : ""), Tone::plain);
        if (year > last_result_) continue;
        line.push_back({within ? Point::Kind::missing : Point::Kind::nothing});
      }
    }
    if (first_ == last_) line.clear();
    stretch(line);
    cells.emplace_back(std::move(line));
  }

  // What was aimed at, in the years that it is for.
  std::vector<Cell> targets(const std::vector<TrendTarget>& targets, Language language) const {
    std::vector<Cell> cells = {std::string(say(language, {"target", "target"}))};
    for (int year = first_; year <= last_; ++year) {
      if (empty_.contains(year)) continue;
      if (breaks_.contains(year)) cells.emplace_back(std::string(kBreak), Tone::faint);
      const auto target = std::ranges::find(targets, year, &TrendTarget::year);
      if (target == targets.end()) {
        cells.emplace_back();
        continue;
      }
      const bool missed = target->result != nullptr && target->reached == Answer::no;
      const bool kept = target->result != nullptr && target->reached == Answer::yes;
      cells.emplace_back(page::Range{target->index}, missed ? Tone::bad
                                                     : kept ? Tone::good
                                                            : Tone::plain);
    }
    return cells;
  }

 private:
  int first_;
  int last_;
  int last_result_;
  std::set<int> breaks_;
  std::set<int> empty_;
};

std::vector<const TrendSpan*> all_spans(const Trend& trend) {
  std::vector<const TrendSpan*> spans;
  for (const TrendSpan& span : trend.spans) spans.push_back(&span);
  return spans;
}

// The change is that of the last span.
std::vector<Cell> index_cells(const Columns& columns, const Trend& trend, Cell name) {
  const std::vector<const TrendSpan*> spans = all_spans(trend);
  const Tone tone = name.tone;
  std::vector<Cell> cells = {std::move(name)};
  columns.fill(cells, trend, spans, tone, [](const Evaluation& result) {
    return page::Value(page::Range{result.result.index});
  });
  const auto& change = spans.back()->change;
  if (change) cells.emplace_back(page::Change{change->index});
  return cells;
}

std::vector<Cell> component_cells(const Columns& columns, const Trend& trend, const TrendSpan& span,
                                  ComponentIndex index, Language language) {
  const Component& c = span.instrument->at(index);
  const int places = c.is_indicator() ? page::kAllDigits : kShownPlaces;
  std::vector<Cell> cells = {page::named(c)};
  columns.fill(cells, trend, {&span}, Tone::plain, [&](const Evaluation& result) -> page::Value {
    const ComponentResult& part = result.result.components[index];
    if (!part.known()) return page::Unknown{};
    return page::Range{part.value, places};
  });
  if (span.change) cells.push_back(change_cell(span.change->changes[index], c.kind, language));
  return cells;
}

// "domain, aspect": what has a row, by what the instruments have.
std::string trend_heading(const Trend& trend, ComponentKind by, Language language) {
  std::set<ComponentKind> kinds;
  for (const TrendSpan& span : trend.spans) {
    for (const ComponentIndex i : trend_rows(span, by)) kinds.insert(span.instrument->at(i).kind);
  }
  std::string text;
  for (const ComponentKind kind : kinds) {
    text += (text.empty() ? "" : ", ") + std::string(kind_name(kind, language));
  }
  return text;
}

std::string span_of_years(int first, int last) {
  return first == last ? std::to_string(first) : fmt::format("{}–{}", first, last);
}

// "Baik (2025)": what is aimed at next; empty for nothing.
std::string next_target(const Trend& trend, Language language) {
  for (const TrendTarget& target : trend_targets(trend)) {
    if (target.result != nullptr) continue;
    const Instrument& instrument = *target.set_by->result.instrument;
    return fmt::format("{} ({})",
                       target.category ? instrument.categories[*target.category].name
                                       : interval_number(language, target.index),
                       target.year);
  }
  return {};
}

}  // namespace

std::vector<ComponentIndex> trend_rows(const TrendSpan& span, ComponentKind by) {
  const Instrument& instrument = *span.instrument;
  const auto in_some_year = [&](ComponentIndex i, const auto& holds) {
    return std::ranges::any_of(
        span.years, [&](const Evaluation* result) { return holds(result->result.components[i]); });
  };
  std::vector<ComponentIndex> rows;
  for (ComponentIndex i = 0; i < instrument.components.size(); ++i) {
    const Component& c = instrument.at(i);
    // The first tier stands in for one that the instrument does not have above
    // it.
    const bool tier = c.kind == by || (c.parent == kNoComponent && c.kind > by);
    const bool published =
        c.kind < by && in_some_year(i, [](const ComponentResult& part) { return part.published; });
    if ((tier || published) &&
        in_some_year(i, [](const ComponentResult& part) { return part.known(); }))
      rows.push_back(i);
  }
  return rows;
}

page::Table trend_table(const Trend& trend, ComponentKind by, Language language) {
  const auto tr = [&](const Words& words) { return std::string(say(language, words)); };
  Columns columns(trend.first_year(), trend.last_year());
  columns.add_breaks(trend);
  const std::vector<TrendTarget> targets = trend_targets(trend);
  if (!targets.empty()) columns.reach(targets.back().year);
  const TrendSpan& newest = trend.spans.back();
  const bool one = trend.spans.size() == 1;
  std::string change;
  if (newest.change || !one) {
    change =
        one ? span_of_years(trend.first_year(), trend.last_year()) : tr({"change", "perubahan"});
  }
  page::Table table{columns.all(trend_heading(trend, by, language), std::move(change))};
  table.name = tr({"Trend", "Tren"});
  table.add(index_cells(columns, trend, Cell(newest.instrument->index_name, Tone::strong)), 0,
            Row::Role::total);
  if (!targets.empty()) table.add(columns.targets(targets, language), 1);
  if (columns.few()) {
    std::vector<Cell> cells = {Cell(tr({"Category", "Predikat"}), Tone::faint)};
    columns.fill(cells, trend, all_spans(trend), Tone::plain, [](const Evaluation& result) {
      return page::Value(page::predikat(*result.result.instrument, result.result.categories));
    });
    cells.pop_back();
    table.add(std::move(cells));
  }
  for (auto span = trend.spans.rbegin(); span != trend.spans.rend(); ++span) {
    if (!one) {
      const std::string years =
          span_of_years(span->years.front()->assessment.year, span->years.back()->assessment.year);
      table.add({Cell(fmt::format("{} ({})", span->instrument->name, years), Tone::faint)}, 0,
                Row::Role::heading);
    }
    for (const ComponentIndex i : trend_rows(*span, by)) {
      table.add(component_cells(columns, trend, *span, i, language));
    }
  }
  return table;
}

page::Table trend_overview(const std::vector<Trend>& trends, Language language) {
  const auto tr = [&](const Words& words) { return std::string(say(language, words)); };
  int first = trends.front().first_year();
  int last = trends.front().last_year();
  for (const Trend& trend : trends) {
    first = std::min(first, trend.first_year());
    last = std::max(last, trend.last_year());
  }
  Columns columns(first, last);
  for (const Trend& trend : trends) columns.add_breaks(trend);
  columns.leave_out_empty(trends);
  const bool changes = std::ranges::any_of(
      trends, [](const Trend& trend) { return trend.spans.back().change.has_value(); });
  page::Table table{columns.all(tr({"institution", "instansi"}),
                                changes ? tr({"change", "perubahan"}) : std::string())};
  table.columns[table.columns.size() - 2].only_wide();  // the line: names need the room more
  table.name = tr({"Trend", "Tren"});
  std::vector<std::string> targets;
  targets.reserve(trends.size());
  for (const Trend& trend : trends) targets.push_back(next_target(trend, language));
  const bool aims =
      std::ranges::any_of(targets, [](const auto& target) { return !target.empty(); });
  if (aims) table.columns.push_back(Column::left(tr({"target", "target"})));
  for (std::size_t i = 0; i < trends.size(); ++i) {
    std::vector<Cell> cells =
        index_cells(columns, trends[i], page::institution(trends[i].institution));
    if (aims) {
      cells.resize(table.columns.size() - 1);
      cells.emplace_back(std::move(targets[i]));
    }
    table.add(std::move(cells));
  }
  return table;
}

}  // namespace spbe
