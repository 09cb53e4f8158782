#include <fmt/format.h>

#include <algorithm>

#include "render/charts.hpp"

// Charts that in a page are tables, drawn whole to stand alone.
namespace spbe::chart {

namespace {

constexpr double kStepHeight = 26;
constexpr double kNames = 0.34;
constexpr double kFigures = 0.13;

struct WaterfallRows {
  Drawing& drawing;
  const Axis axis;
  double y = 8;

  double at(Ratio value) const { return kNames + axis.at(value) * (1 - kNames - kFigures); }

  void text(const std::string& name, const std::string& shown, bool total) {
    drawing.label(total ? "name" : "note", 0.01, y + 16, "start", name);
    drawing.label(total ? "name" : "value", 0.99, y + 16, "end", shown);
  }

  void total(const std::string& name, const Interval& value, const std::string& shown) {
    text(name, shown, true);
    drawing.rect("bar total", kNames, y + 3, at(value.low) - kNames, kStepHeight - 6);
    if (!value.exact()) {
      drawing.rect("range", at(value.low), y + 3, at(value.high) - at(value.low), kStepHeight - 6);
    }
    y += kStepHeight;
  }

  void step(const Waterfall::Step& step, Ratio begin) {
    text(step.name, step.shown, false);
    const double from = at(begin);
    const double to = at(begin + step.by.low);
    const double end = step.by.exact() ? to : at(begin + step.by.high);
    const char* css_class = !step.by.exact() ? "range" : to < from ? "down" : "up";
    const double left = step.by.exact() ? std::min(from, to) : std::min(to, end);
    const double right = step.by.exact() ? std::max(from, to) : std::max(to, end);
    drawing.line("link", from, y - 3, from, y + 3);
    drawing.rect(css_class, left, y + 3, right - left, kStepHeight - 6);
    y += kStepHeight;
  }
};

}  // namespace

Markup draw(const Waterfall& chart, const Canvas& canvas) {
  const double height = 16 + kStepHeight * static_cast<double>(chart.steps.size() + 2);
  Drawing drawing(canvas, height, "chart waterfall");
  drawing.described(chart.text.id, chart.text.title, chart.text.description);
  WaterfallRows rows{drawing, axis_of(chart)};
  rows.total(chart.from.label, chart.from.value, chart.from_shown);
  Ratio sum = chart.from.value.low;
  for (const Waterfall::Step& step : chart.steps) {
    rows.step(step, sum);
    sum += step.by.low;
  }
  rows.total(chart.to.label, chart.to.value, chart.to_shown);
  return drawing.finish();
}

Markup draw(const Heatmap& chart, const Canvas& canvas) {
  constexpr double kHead = 44;
  constexpr double kCell = 26;
  constexpr double kName = 0.07;
  std::size_t count = 0;
  for (const Heatmap::Group& group : chart.groups) count += group.keys.size();
  const double gap = 0.004;
  const double room = 1 - kName - gap * static_cast<double>(chart.groups.size());
  const double cell = room / static_cast<double>(std::max<std::size_t>(count, 1));
  Drawing drawing(canvas, kHead + kCell * static_cast<double>(chart.rows.size()) + 4,
                  "chart heatmap");
  drawing.described(chart.text.id, chart.text.title, chart.text.description);
  double x = kName;
  std::size_t at = 0;
  for (const Heatmap::Group& group : chart.groups) {
    const double width = cell * static_cast<double>(group.keys.size());
    drawing.label("name", x, 16, "start", group.name);
    drawing.line("grid", x, 22, x + width - 0.002, 22);
    for (const std::string& key : group.keys) {
      drawing.label("tick", x + cell / 2, 37, "middle", key);
      for (std::size_t row = 0; row < chart.rows.size(); ++row) {
        const Heatmap::Cell& held = chart.rows[row].cells[at];
        const double y = kHead + kCell * static_cast<double>(row);
        drawing.rect(held.shade == 0 ? "none" : fmt::format("l{}", held.shade), x, y, cell - 0.001,
                     kCell - 2);
        drawing.label(fmt::format("level t{}", held.shade), x + cell / 2, y + 17, "middle",
                      held.shown);
      }
      x += cell;
      ++at;
    }
    x += gap;
  }
  for (std::size_t row = 0; row < chart.rows.size(); ++row) {
    drawing.label("note", 0, kHead + kCell * static_cast<double>(row) + 17, "start",
                  chart.rows[row].name);
  }
  return drawing.finish();
}

}  // namespace spbe::chart
