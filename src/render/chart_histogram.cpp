#include <fmt/format.h>

#include <algorithm>

#include "render/charts.hpp"

namespace spbe::chart {

Markup draw(const Histogram& chart, const Canvas& canvas) {
  constexpr double kTop = 34;
  constexpr double kPlot = 170;
  const Axis axis{as_double(chart.low), as_double(chart.high), 0.02};
  Drawing drawing(canvas, kTop + kPlot + 24, "chart histogram");
  drawing.described(chart.text.id, chart.text.title, chart.text.description);
  std::size_t most = 1;
  for (const Histogram::Bin& bin : chart.bins) most = std::max(most, bin.count);
  for (const Histogram::Bin& bin : chart.bins) {
    if (bin.count == 0) continue;
    const double height = kPlot * static_cast<double>(bin.count) / static_cast<double>(most);
    const double from = axis.at(bin.from);
    const double to = axis.at(bin.to);
    drawing.rect(fmt::format("column l{}", bin.shade), from + 0.0008, kTop + kPlot - height,
                 to - from - 0.0016, height);
  }
  drawing.line("axis", 0, kTop + kPlot, 1, kTop + kPlot);
  for (std::size_t i = 0; i < chart.bands.size(); ++i) {
    const bool last = i + 1 == chart.bands.size();
    const double from = axis.at(i == 0 ? chart.low : chart.bands[i].from);
    const double to = axis.at(last ? chart.high : chart.bands[i + 1].from);
    const std::string& name = chart.bands[i].name;
    const std::size_t blank = name.find(' ');
    const double middle = (from + to) / 2;
    drawing.label("band", middle, 11, "middle", name.substr(0, blank));
    if (blank != std::string::npos) {
      drawing.label("band", middle, 24, "middle", name.substr(blank + 1));
    }
    if (i > 0) drawing.line("bound", from, 0, from, kTop + kPlot + 4);
  }
  for (std::size_t i = 0; i < chart.bounds.size(); ++i) {
    const bool last = i + 1 == chart.bounds.size();
    const Ratio at = last ? chart.high : i == 0 ? chart.low : chart.bands[i].from;
    drawing.label("tick", axis.at(at), kTop + kPlot + 18,
                  i == 0 ? "start" : (last ? "end" : "middle"), chart.bounds[i]);
  }
  return drawing.finish();
}

Markup shares_bar(const std::vector<std::size_t>& counts) {
  constexpr double kHeight = 20;
  Drawing drawing(Canvas{}, kHeight, "row shares");
  std::size_t sum = 0;
  for (const std::size_t count : counts) sum += count;
  double from = 0;
  for (std::size_t i = 0; i < counts.size() && sum > 0; ++i) {
    const double width = static_cast<double>(counts[i]) / static_cast<double>(sum);
    if (counts[i] > 0) {
      drawing.rect(fmt::format("l{}", std::min<std::size_t>(i + 1, 5)), from, 3, width,
                   kHeight - 6);
    }
    from += width;
  }
  return drawing.finish();
}

}  // namespace spbe::chart
