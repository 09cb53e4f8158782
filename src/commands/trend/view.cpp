#include "commands/trend/view.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

namespace spbe {

namespace {

constexpr std::string_view kBreak = "│";
constexpr std::string_view kGap = "·";

Ratio middle(const Interval& value) { return (value.low + value.high) / Ratio(2); }

std::pair<Ratio, Ratio> range_of(const Instrument& instrument) {
  Ratio low(instrument.scales.front().low);
  Ratio high(instrument.scales.front().high);
  for (const Scale& scale : instrument.scales) {
    low = min(low, Ratio(scale.low));
    high = max(high, Ratio(scale.high));
  }
  return {low, high};
}

std::string change_text(const Style& style, const Change& change, ComponentKind kind) {
  if (change.covered) return {};
  if (change.appeared) return std::string(say(style.language, {"new", "baru"}));
  if (change.vanished) return std::string(say(style.language, {"gone", "hilang"}));
  if (change.difference == Interval{}) return std::string(kGap);
  if (kind == ComponentKind::indicator && change.difference.exact()) {
    const Ratio by = change.difference.low;
    return (by > Ratio(0) ? "+" : "") + exact_number(style, by);
  }
  return signed_change(style, change.difference);
}

// Years from the first to the last, with a break before each year that begins a span.
class Columns {
 public:
  Columns(int first, int last) : first_(first), last_(last) {}
  void add_breaks(const Trend& trend) {
    for (std::size_t i = 1; i < trend.spans.size(); ++i) {
      breaks_.insert(trend.spans[i].years.front()->assessment.year);
    }
  }

  std::vector<TrendTable::Cell> headings() const {
    std::vector<TrendTable::Cell> cells;
    for (int year = first_; year <= last_; ++year) {
      if (breaks_.contains(year)) cells.push_back({std::string(kBreak), true});
      cells.push_back({std::to_string(year), false});
    }
    return cells;
  }

  // One cell a column: `value` of a span in a year, a gap for a year missing within what
  // `spans` cover, and the breaks of the trend itself.
  template <typename Text, typename Value>
  void fill(TrendTable::Row& row, const Trend& trend, const std::vector<const TrendSpan*>& spans,
            const Text& text, const Value& value) const {
    std::set<int> own_breaks;
    for (std::size_t i = 1; i < trend.spans.size(); ++i) {
      own_breaks.insert(trend.spans[i].years.front()->assessment.year);
    }
    const int first = spans.front()->years.front()->assessment.year;
    const int last = spans.back()->years.back()->assessment.year;
    for (int year = first_; year <= last_; ++year) {
      if (breaks_.contains(year)) {
        const bool own = own_breaks.contains(year);
        row.cells.emplace_back(own ? kBreak : "");
        row.blocks += own ? kBreak : "";
      }
      const Evaluation* result = nullptr;
      for (const TrendSpan* span : spans) {
        if (const Evaluation* found = span->in(year)) result = found;
      }
      if (result != nullptr) {
        const auto [low, high] = range_of(*result->result.instrument);
        row.cells.push_back(text(*result));
        row.blocks += blocks({value(*result)}, low, high);
      } else {
        const bool within = first < year && year < last;
        row.cells.emplace_back(within ? kGap : "");
        row.blocks += within ? kGap : " ";
      }
    }
  }

 private:
  int first_;
  int last_;
  std::set<int> breaks_;
};

std::vector<const TrendSpan*> all_spans(const Trend& trend) {
  std::vector<const TrendSpan*> spans;
  for (const TrendSpan& span : trend.spans) spans.push_back(&span);
  return spans;
}

// The change of the index in the last span.
void put_index_change(TrendTable::Row& row, const TrendSpan& span, const Style& style) {
  if (!span.change) return;
  row.difference = span.change->index;
  const bool none = row.difference == Interval{};
  row.change = none ? std::string(kGap) : signed_change(style, row.difference);
}

TrendTable::Row index_row(const Columns& columns, const Trend& trend,
                          const std::vector<const TrendSpan*>& spans, const Style& style) {
  TrendTable::Row row;
  columns.fill(
      row, trend, spans,
      [&](const Evaluation& result) { return interval_number(style, result.result.index); },
      [](const Evaluation& result) { return std::optional(middle(result.result.index)); });
  put_index_change(row, *spans.back(), style);
  return row;
}

TrendTable::Row component_row(const Columns& columns, const Trend& trend, const TrendSpan& span,
                              ComponentIndex index, const Style& style) {
  const Component& c = span.instrument->at(index);
  TrendTable::Row row;
  row.name = fmt::format("{} {}", printable(c.is_indicator() ? c.key : c.id), printable(c.name));
  columns.fill(
      row, trend, {&span},
      [&](const Evaluation& result) -> std::string {
        const ComponentResult& part = result.result.components[index];
        if (!part.known()) return "-";
        if (c.is_indicator()) return exact_number(style, part.value.low);
        return interval_number(style, part.value);
      },
      [&](const Evaluation& result) -> std::optional<Ratio> {
        const ComponentResult& part = result.result.components[index];
        return part.known() ? std::optional(middle(part.value)) : std::nullopt;
      });
  if (span.change) {
    const Change& change = span.change->changes[index];
    row.difference = change.difference;
    row.change = change_text(style, change, c.kind);
  }
  return row;
}

// "Kota Bandar Lampung": a column of names that all begin alike would show only that.
std::string short_name(std::string_view institution) {
  constexpr std::string_view kGovernment = "Pemerintah ";
  if (institution.starts_with(kGovernment)) institution.remove_prefix(kGovernment.size());
  return printable(institution);
}

std::string span_of_years(int first, int last) {
  return first == last ? std::to_string(first) : fmt::format("{}–{}", first, last);
}

}  // namespace

std::string blocks(const std::vector<std::optional<Ratio>>& values, Ratio low, Ratio high) {
  constexpr std::array<std::string_view, 8> kHeights = {"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
  std::string out;
  for (const auto& value : values) {
    if (!value) {
      out += kGap;
      continue;
    }
    const Ratio share = (*value - low) * Ratio(kHeights.size() - 1) / (high - low);
    const Ratio height = max(Ratio(0), min(rounded(share, 0), Ratio(kHeights.size() - 1)));
    out += kHeights.at(static_cast<std::size_t>(height.num()));
  }
  return out;
}

std::vector<ComponentIndex> trend_rows(const TrendSpan& span, ComponentKind by) {
  const Instrument& instrument = *span.instrument;
  const auto in_some_year = [&](ComponentIndex i, const auto& holds) {
    return std::ranges::any_of(
        span.years, [&](const Evaluation* result) { return holds(result->result.components[i]); });
  };
  std::vector<ComponentIndex> rows;
  for (ComponentIndex i = 0; i < instrument.components.size(); ++i) {
    const Component& c = instrument.at(i);
    // The first tier stands in for one that the instrument does not have above it.
    const bool tier = c.kind == by || (c.parent == kNoComponent && c.kind > by);
    const bool published =
        c.kind < by && in_some_year(i, [](const ComponentResult& part) { return part.published; });
    if ((tier || published) &&
        in_some_year(i, [](const ComponentResult& part) { return part.known(); }))
      rows.push_back(i);
  }
  return rows;
}

TrendTable trend_table(const Trend& trend, ComponentKind by, const Style& style) {
  const auto tr = [&](const Words& words) { return std::string(say(style.language, words)); };
  Columns columns(trend.first_year(), trend.last_year());
  columns.add_breaks(trend);
  TrendTable table;
  table.columns = columns.headings();
  const TrendSpan& newest = trend.spans.back();
  const bool one = trend.spans.size() == 1;
  if (newest.change || !one) {
    table.change_heading =
        one ? span_of_years(trend.first_year(), trend.last_year()) : tr({"change", "perubahan"});
  }
  TrendTable::Row index = index_row(columns, trend, all_spans(trend), style);
  index.name = printable(newest.instrument->index_name);
  index.bold = true;
  table.rows.push_back(std::move(index));
  for (auto span = trend.spans.rbegin(); span != trend.spans.rend(); ++span) {
    if (!one) {
      TrendTable::Row heading;
      heading.name = fmt::format(
          "{} ({})", printable(span->instrument->name),
          span_of_years(span->years.front()->assessment.year, span->years.back()->assessment.year));
      heading.heading = true;
      table.rows.push_back(std::move(heading));
    }
    for (const ComponentIndex i : trend_rows(*span, by)) {
      table.rows.push_back(component_row(columns, trend, *span, i, style));
    }
  }
  return table;
}

TrendTable trend_overview(const std::vector<Trend>& trends, const Style& style) {
  const auto tr = [&](const Words& words) { return std::string(say(style.language, words)); };
  int first = trends.front().first_year();
  int last = trends.front().last_year();
  for (const Trend& trend : trends) {
    first = std::min(first, trend.first_year());
    last = std::max(last, trend.last_year());
  }
  Columns columns(first, last);
  for (const Trend& trend : trends) columns.add_breaks(trend);
  TrendTable table;
  table.columns = columns.headings();
  table.name_heading = tr({"institution", "instansi"});
  table.change_heading = tr({"change", "perubahan"});
  for (const Trend& trend : trends) {
    TrendTable::Row row = index_row(columns, trend, all_spans(trend), style);
    row.name = short_name(trend.institution);
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace spbe
