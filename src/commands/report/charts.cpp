#include <fmt/format.h>

#include <algorithm>

#include "commands/report/sections.hpp"
#include "spbe/analysis/change_groups.hpp"
#include "spbe/analysis/trend_targets.hpp"

namespace spbe {

namespace {

std::vector<chart::Band> bands_of(const Instrument& instrument) {
  std::vector<chart::Band> bands;
  for (const Category& category : instrument.categories) {
    bands.push_back({category.name, category.from});
  }
  return bands;
}

chart::Mark mark_of(const Teller& teller, const Evaluation& result) {
  return {Teller::year(result) + " · " + teller.shown(result.result.index), result.result.index};
}

std::string aim_words(const Teller& teller) {
  return teller.report().aim_is_plan ? teller.tr({"plan", "rencana"}) : "target";
}

std::string told_years(const Teller& teller, const std::vector<const Evaluation*>& years) {
  std::string text;
  for (const Evaluation* result : years) {
    text += fmt::format("{}{}: {} {}", text.empty() ? "" : "; ", Teller::year(*result),
                        teller.shown(result->result.index), teller.predikat(*result));
  }
  if (const auto& aim = teller.report().aim) {
    text += fmt::format("; {} {}: {} {}", aim_words(teller), teller.report().aim_year(),
                        teller.shown(aim->result.index), teller.predikat(*aim));
  }
  return text + ".";
}

// Aspects, or where only more was published what is above them; each known.
std::vector<ComponentIndex> spokes_of(const Teller& teller) {
  const auto known = [&](ComponentIndex i) { return teller.result().components[i].known(); };
  std::vector<ComponentIndex> spokes = teller.aspects();
  if (!std::ranges::all_of(spokes, known)) spokes = teller.instrument().roots;
  constexpr std::size_t kLeast = 3;
  if (spokes.size() < kLeast || !std::ranges::all_of(spokes, known)) spokes.clear();
  return spokes;
}

}  // namespace

std::optional<chart::Scale> scale_chart(const Teller& teller) {
  const Instrument& instrument = teller.instrument();
  chart::Scale chart;
  chart.text = {"skala",
                teller.put({"{0} on the scale of the predikat", "{0} pada skala predikat"},
                           {instrument.index_name}),
                told_years(teller, teller.years())};
  chart.low = instrument.lowest_index();
  chart.high = instrument.highest_index();
  chart.bands = bands_of(instrument);
  chart.bounds.push_back(number(teller.language(), chart.low));
  for (std::size_t i = 1; i < instrument.categories.size(); ++i) {
    chart.bounds.push_back(number(teller.language(), instrument.categories[i].from));
  }
  chart.bounds.push_back(number(teller.language(), chart.high));
  chart.now = mark_of(teller, *teller.report().current);
  for (const Evaluation* result : teller.years()) {
    if (result != teller.report().current) chart.before.push_back(mark_of(teller, *result));
  }
  if (const auto& aim = teller.report().aim) {
    chart.aims.push_back({fmt::format("{} {} · {}", aim_words(teller), teller.report().aim_year(),
                                      teller.shown(aim->result.index)),
                          aim->result.index});
  }
  const Targets& goals = teller.assessment().targets;
  if (teller.report().targets && (goals.index || goals.category)) {
    const Ratio goal = teller.report().targets->goal->index;
    chart.aims.push_back(
        {fmt::format("{} {} · {}", teller.tr({"goal", "sasaran"}), target_year(teller.assessment()),
                     number(teller.language(), goal)),
         Interval::point(goal)});
  }
  return chart;
}

std::optional<chart::Radar> radar_chart(const Teller& teller) {
  const std::vector<ComponentIndex> spokes = spokes_of(teller);
  if (spokes.empty()) return std::nullopt;
  chart::Radar chart;
  chart.text = {"radar",
                teller.put(spokes == teller.aspects()
                               ? Words{"Values of the aspects in {0}", "Nilai aspek tahun {0}"}
                               : Words{"Values of the domains in {0}", "Nilai domain tahun {0}"},
                           {std::to_string(teller.report().year())}),
                {}};
  chart.low = teller.instrument().lowest_index();
  chart.high = teller.instrument().highest_index();
  for (const ComponentIndex i : spokes) {
    const std::string value = teller.shown(teller.result().components[i].value);
    chart.spokes.push_back({teller.instrument().at(i).key, value});
    chart.text.description +=
        (chart.text.description.empty() ? "" : "; ") + teller.named(i) + " " + value;
  }
  const auto add = [&](const std::string& css_class, const IndexResult& result) {
    chart::Radar::Line line{css_class, {}};
    for (const ComponentIndex i : spokes) {
      if (!result.components[i].known()) return;
      line.values.push_back(result.components[i].value);
    }
    chart.lines.push_back(std::move(line));
  };
  if (teller.report().aim) add("aim", teller.report().aim->result);
  if (teller.report().previous != nullptr) add("before", teller.report().previous->result);
  add("now", teller.result());
  return chart;
}

std::optional<chart::Trend> trend_chart(const Teller& teller) {
  const Trend& trend = teller.report().trend;
  const bool one_year = trend.first_year() == trend.last_year();
  if (one_year && trend_targets(trend).empty()) return std::nullopt;
  chart::Trend chart;
  chart.text = {"tren", teller.tr({"The index over the years", "Indeks dari tahun ke tahun"}), {}};
  chart.low = trend.spans.front().instrument->lowest_index();
  chart.high = trend.spans.front().instrument->highest_index();
  for (const TrendSpan& span : trend.spans) {
    chart::Trend::Span drawn;
    drawn.instrument = span.instrument->name;
    drawn.bands = bands_of(*span.instrument);
    for (const Evaluation* result : span.years) {
      drawn.points.push_back(
          {result->assessment.year, {teller.shown(result->result.index), result->result.index}});
    }
    chart.low = min(chart.low, span.instrument->lowest_index());
    chart.high = max(chart.high, span.instrument->highest_index());
    const bool last = &span == &trend.spans.back();
    chart.text.description += drawn.instrument + ": ";
    if (last) {
      chart.text.description += told_years(teller, span.years);
    } else {
      for (const Evaluation* result : span.years) {
        chart.text.description +=
            fmt::format("{} {}; ", Teller::year(*result), teller.shown(result->result.index));
      }
    }
    chart.spans.push_back(std::move(drawn));
  }
  for (const TrendTarget& target : trend_targets(trend)) {
    const std::string shown = teller.shown(target.index);
    chart.targets.push_back({target.year, {shown, target.index}});
    chart.text.description += fmt::format(" target {}: {}.", target.year, shown);
  }
  if (teller.report().aim_is_plan) {
    const Interval& index = teller.report().aim->result.index;
    chart.aim = chart::Trend::Point{teller.report().aim_year(), {teller.shown(index), index}};
  }
  return chart;
}

chart::Histogram empty_histogram(const Instrument& instrument, CategoryBasis basis,
                                 Language language) {
  chart::Histogram chart;
  chart.low = instrument.lowest_index();
  chart.high = instrument.highest_index();
  chart.bands = bands_of(instrument);
  for (std::size_t i = 0; i < instrument.categories.size(); ++i) {
    chart.bounds.push_back(number(language, i == 0 ? chart.low : instrument.categories[i].from));
  }
  chart.bounds.push_back(number(language, chart.high));
  const Ratio width(1, 20);
  for (Ratio from = chart.low; from < chart.high; from += width) {
    const int shade = static_cast<int>(instrument.category_of(from, basis)) + 1;
    chart.bins.push_back({from, min(from + width, chart.high), 0, std::min(shade, 5)});
  }
  return chart;
}

std::optional<chart::Waterfall> waterfall_chart(const Teller& teller) {
  const InstitutionReport& report = teller.report();
  if (!report.change || !report.change->differs()) return std::nullopt;
  chart::Waterfall chart;
  chart.text = {"penyebab",
                teller.put({"What moved the index from {0} to {1}",
                            "Penyebab perubahan indeks dari tahun {0} ke {1}"},
                           {Teller::year(*report.previous), Teller::year(*report.current)}),
                {}};
  const auto total = [&](const Evaluation& result) {
    return chart::Mark{teller.instrument().index_name + " " + Teller::year(result),
                       result.result.index};
  };
  const auto shown = [&](const Evaluation& result) {
    return page::shown(page::Range{result.result.index, page::kAllDigits}, teller.language());
  };
  chart.from = total(*report.previous);
  chart.to = total(*report.current);
  chart.from_shown = shown(*report.previous);
  chart.to_shown = shown(*report.current);
  chart.text.description = chart.from.label + " " + chart.from_shown;
  const std::vector<ComponentIndex> aspects = teller.aspects();
  for (const ChangeGroup& group :
       group_by_component(*report.change, teller.instrument(), ComponentKind::aspect)) {
    if (!group.differs) continue;
    const std::string points = teller.points(group.contribution);
    chart.aspects = chart.aspects && std::ranges::count(aspects, group.component) > 0;
    chart.steps.push_back({teller.brief(group.component), group.contribution, points});
    chart.text.description += "; " + teller.named(group.component) + " " + points;
  }
  chart.text.description += "; " + chart.to.label + " " + chart.to_shown + ".";
  return chart;
}

std::optional<chart::Heatmap> heatmap_chart(const Teller& teller) {
  chart::Heatmap chart;
  chart.text = {"peta", teller.tr({"Levels of all indicators", "Tingkat semua indikator"}),
                teller.tr({"The same levels stand in the table of indicators.",
                           "Tingkat yang sama terdapat dalam tabel indikator."})};
  bool any = false;
  for (const ComponentIndex aspect : teller.aspects()) {
    chart::Heatmap::Group group{teller.instrument().at(aspect).key, {}};
    for (const ComponentIndex i : teller.indicators_in(aspect)) {
      group.keys.push_back(teller.instrument().at(i).key);
    }
    chart.groups.push_back(std::move(group));
  }
  const auto add = [&](const std::string& name, const Evaluation& result) {
    chart::Heatmap::Row row{name, {}};
    for (const ComponentIndex aspect : teller.aspects()) {
      for (const ComponentIndex i : teller.indicators_in(aspect)) {
        const auto level = teller.level(result, i);
        any = any || level;
        row.cells.push_back(level
                                ? chart::Heatmap::Cell{teller.exact(*level), Teller::shade(*level)}
                                : chart::Heatmap::Cell{"?", 0});
      }
    }
    chart.rows.push_back(std::move(row));
  };
  for (const Evaluation* result : teller.years()) add(Teller::year(*result), *result);
  if (!any) return std::nullopt;
  if (teller.report().aim) add(aim_words(teller), *teller.report().aim);
  return chart;
}

}  // namespace spbe
