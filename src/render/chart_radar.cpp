#include <fmt/format.h>

#include <cmath>
#include <numbers>

#include "render/charts.hpp"

namespace spbe::chart {

namespace {

constexpr double kRadarWidth = 460;
constexpr double kRadarHeight = 400;
constexpr double kRadius = 148;

struct Spot {
  double x;
  double y;
};

Spot spot(double share, std::size_t spoke, std::size_t of) {
  const double angle = 2 * std::numbers::pi * static_cast<double>(spoke) / static_cast<double>(of);
  return {kRadarWidth / 2 + share * kRadius * std::sin(angle),
          kRadarHeight / 2 - share * kRadius * std::cos(angle)};
}

Markup outline(std::string_view css_class, const std::vector<double>& shares) {
  std::string points;
  for (std::size_t i = 0; i < shares.size(); ++i) {
    const Spot at = spot(shares[i], i, shares.size());
    points += fmt::format("{}{},{}", points.empty() ? "" : " ", Canvas::px(at.x), Canvas::px(at.y));
  }
  return Markup("polygon", css_class).set("points", points);
}

Markup radar_label(std::string_view css_class, const Spot& at, std::string_view anchor,
                   std::string_view text) {
  return Markup("text", css_class)
      .set("x", Canvas::px(at.x))
      .set("y", Canvas::px(at.y))
      .set("text-anchor", anchor)
      .text(text);
}

// Rings at each whole value, and the spokes.
void draw_web(Markup& svg, const Radar& chart, const Axis& axis) {
  const std::size_t count = chart.spokes.size();
  for (int ring = static_cast<int>(std::ceil(axis.low)); ring <= static_cast<int>(axis.high);
       ++ring) {
    const double share = axis.at(static_cast<double>(ring));
    svg.add(outline("web", std::vector<double>(count, share)));
  }
  for (std::size_t i = 0; i < count; ++i) {
    const Spot end = spot(1, i, count);
    svg.add(Markup("line", "web")
                .set("x1", Canvas::px(kRadarWidth / 2))
                .set("y1", Canvas::px(kRadarHeight / 2))
                .set("x2", Canvas::px(end.x))
                .set("y2", Canvas::px(end.y)));
  }
}

void draw_rings(Markup& svg, const Axis& axis, std::size_t count) {
  for (int ring = static_cast<int>(std::ceil(axis.low)); ring <= static_cast<int>(axis.high);
       ++ring) {
    Spot at = spot(axis.at(static_cast<double>(ring)), 0, count);
    at.x += 4;
    at.y += 12;
    svg.add(radar_label("tick", at, "start", std::to_string(ring)));
  }
}

}  // namespace

Markup draw(const Radar& chart, const Canvas& canvas) {
  // The middle is a step below the lowest value, so that a value of 1 is still seen.
  const Axis axis{as_double(chart.low) - 0.6, as_double(chart.high), 0};
  Markup svg("svg", "chart radar");
  if (!canvas.fluid) {
    svg.set("xmlns", "http://www.w3.org/2000/svg");
    svg.set("width", Canvas::px(kRadarWidth)).set("height", Canvas::px(kRadarHeight));
  }
  svg.set("viewBox", fmt::format("0 0 {} {}", Canvas::px(kRadarWidth), Canvas::px(kRadarHeight)));
  svg.set("role", "img").set("aria-labelledby", chart.text.id + "-t " + chart.text.id + "-d");
  svg.add(Markup("title").set("id", chart.text.id + "-t").text(chart.text.title));
  svg.add(Markup("desc").set("id", chart.text.id + "-d").text(chart.text.description));
  draw_web(svg, chart, axis);
  for (const Radar::Line& line : chart.lines) {
    std::vector<double> low;
    std::vector<double> high;
    bool exact = true;
    for (const Interval& value : line.values) {
      low.push_back(axis.at(value.low));
      high.push_back(axis.at(value.high));
      exact = exact && value.exact();
    }
    if (!exact) svg.add(outline("line " + line.css_class + " most", high));
    svg.add(outline("line " + line.css_class, low));
  }
  draw_rings(svg, axis, chart.spokes.size());
  for (std::size_t i = 0; i < chart.spokes.size(); ++i) {
    Spot at = spot(1.13, i, chart.spokes.size());
    const double side = at.x - kRadarWidth / 2;
    const char* anchor = side > 20 ? "start" : side < -20 ? "end" : "middle";
    at.y -= 2;
    svg.add(radar_label("name", at, anchor, chart.spokes[i].name));
    at.y += 16;
    svg.add(radar_label("value", at, anchor, chart.spokes[i].value));
  }
  return svg;
}

}  // namespace spbe::chart
