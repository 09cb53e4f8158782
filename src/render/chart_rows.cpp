#include <algorithm>

#include "render/charts.hpp"

// Small drawings beside the numbers of a row.
namespace spbe::chart {

namespace {

constexpr double kRowHeight = 20;
constexpr double kThin = 0.006;

Drawing row_drawing() { return {Canvas{}, kRowHeight, "row"}; }

}  // namespace

Markup value_bar(const Axis& axis, const Interval& value, const std::optional<Ratio>& before,
                 const std::optional<Ratio>& aim) {
  Drawing drawing = row_drawing();
  for (double level = axis.low; level <= axis.high + 0.01; level += 1) {
    drawing.line("grid", axis.at(level), 0, axis.at(level), kRowHeight);
  }
  const double begin = axis.at(axis.low);
  const double low = axis.at(value.low);
  const double high = axis.at(value.high);
  drawing.rect("bar", begin, 5, std::max(low - begin, kThin), 10);
  if (!value.exact()) drawing.rect("range", low, 5, high - low, 10);
  if (before) drawing.line("last", axis.at(*before), 2, axis.at(*before), kRowHeight - 2);
  if (aim) drawing.mark("aim", axis.at(*aim), kRowHeight / 2, "M0 -6l5 6-5 6-5-6z");
  return drawing.finish();
}

Markup change_bar(const Interval& by, Ratio most) {
  Drawing drawing = row_drawing();
  const double full = std::max(as_double(most), 1e-9);
  const auto at = [&](Ratio value) { return 0.5 + as_double(value) / full * 0.48; };
  drawing.line("grid", 0.5, 0, 0.5, kRowHeight);
  const double low = at(by.low);
  const double high = at(by.high);
  if (by.exact()) {
    const bool fell = by.low < Ratio(0);
    drawing.rect(fell ? "down" : "up", std::min(low, 0.5), 6, std::abs(low - 0.5), 8);
  } else {
    drawing.rect("range", low, 6, high - low, 8);
  }
  return drawing.finish();
}

Axis axis_of(const Waterfall& chart) {
  Ratio sum = chart.from.value.low;
  Ratio low = min(sum, chart.to.value.low);
  Ratio high = max(chart.from.value.high, chart.to.value.high);
  for (const Waterfall::Step& step : chart.steps) {
    low = min(low, sum + min(step.by.low, Ratio(0)));
    high = max(high, sum + max(step.by.high, Ratio(0)));
    sum += step.by.low;
    low = min(low, sum);
    high = max(high, sum);
  }
  const double span = std::max(as_double(high - low), 0.02);
  return {as_double(low) - span * 0.25, as_double(high) + span * 0.05, 0.004};
}

Markup total_bar(const Axis& axis, const Interval& value) {
  Drawing drawing = row_drawing();
  const double low = axis.at(value.low);
  drawing.rect("bar total", 0, 3, low, kRowHeight - 6);
  if (!value.exact()) drawing.rect("range", low, 3, axis.at(value.high) - low, kRowHeight - 6);
  return drawing.finish();
}

Markup step_bar(const Axis& axis, Ratio begin, const Interval& by) {
  Drawing drawing = row_drawing();
  const double from = axis.at(begin);
  const double to = axis.at(begin + by.low);
  drawing.line("link", from, -7, from, 3);
  if (by.exact()) {
    drawing.rect(by.low < Ratio(0) ? "down" : "up", std::min(from, to), 3, std::abs(to - from),
                 kRowHeight - 6);
  } else {
    const double most = axis.at(begin + by.high);
    drawing.rect("range", std::min(to, most), 3, std::abs(most - to), kRowHeight - 6);
  }
  drawing.line("link", to, kRowHeight - 3, to, kRowHeight + 7);
  return drawing.finish();
}

}  // namespace spbe::chart
