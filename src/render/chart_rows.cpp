#include <algorithm>
#include <functional>

#include "render/charts.hpp"

// Small drawings beside the numbers of a row.
namespace spbe::chart {

namespace {

constexpr double kRowHeight = 20;
constexpr double kThin = 0.006;

Drawing row_drawing() { return {Canvas{}, kRowHeight, "row"}; }

// What is sure of a change; nothing when it may be a rise or a fall.
Ratio sure_part(const Interval& by) {
  if (by.low > Ratio(0)) return by.low;
  if (by.high < Ratio(0)) return by.high;
  return Ratio(0);
}

// From no change as far as the change is sure, and what it may be beyond as a range.
void add_change(Drawing& drawing, const Interval& by, const std::function<double(Ratio)>& at,
                double top, double height) {
  const double begin = at(Ratio(0));
  const double sure = at(sure_part(by));
  if (by.exact() || sure_part(by) != Ratio(0)) {
    drawing.rect(by.low < Ratio(0) ? "down" : "up", std::min(begin, sure), top,
                 std::abs(sure - begin), height);
  }
  if (!by.exact()) drawing.rect("range", at(by.low), top, at(by.high) - at(by.low), height);
}

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
  add_change(drawing, by, at, 6, 8);
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
  add_change(
      drawing, by, [&](Ratio change) { return axis.at(begin + change); }, 3, kRowHeight - 6);
  drawing.line("link", to, kRowHeight - 3, to, kRowHeight + 7);
  return drawing.finish();
}

}  // namespace spbe::chart
