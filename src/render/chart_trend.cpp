#include <fmt/format.h>

#include <algorithm>

#include "render/charts.hpp"

namespace spbe::chart {

namespace {

constexpr double kTop = 32;
constexpr double kPlot = 180;
constexpr double kLeft = 0.08;
constexpr double kRight = 0.7;

struct Plane {
  Axis values;
  int first = 0;
  int last = 0;

  double x(double year) const {
    if (last == first) return (kLeft + kRight) / 2;
    return kLeft + (year - first) / (last - first) * (kRight - kLeft);
  }
  double y(Ratio value) const { return kTop + (1 - values.at(value)) * kPlot; }
};

double at_year(int year) { return static_cast<double>(year); }

// Bands from `from` to `to`, shares of the width.
void draw_span_bands(Drawing& drawing, const Trend::Span& span, const Plane& plane, double from,
                     double to, const Trend& chart) {
  for (std::size_t i = 0; i < span.bands.size(); ++i) {
    const bool last = i + 1 == span.bands.size();
    const double top = plane.y(last ? chart.high : span.bands[i + 1].from);
    const double bottom = plane.y(i == 0 ? chart.low : span.bands[i].from);
    const std::size_t shade = std::min<std::size_t>(i + 1, 5);
    drawing.rect(fmt::format("wash l{}", shade), from, top, to - from, bottom - top);
    if (i > 0) drawing.line("bound", from, bottom, to, bottom);
  }
}

void draw_point(Drawing& drawing, const Trend::Point& point, const Plane& plane,
                std::string_view css_class) {
  const double x = plane.x(at_year(point.year));
  const Interval& value = point.mark.value;
  const double top = plane.y(value.high);
  constexpr double kSeen = 8;  // pixels that a range must be high to be seen as one
  if (plane.y(value.low) - top < kSeen) {
    drawing.dot(css_class, x, top, 5);
  } else {
    drawing.line("whisker", x, top, x, plane.y(value.low));
    drawing.line("whisker-end", x - 0.012, top, x + 0.012, top);
    drawing.line("whisker-end", x - 0.012, plane.y(value.low), x + 0.012, plane.y(value.low));
  }
  const bool at_edge = !value.exact() && point.year == plane.last;
  drawing.label("value", x, top - 12, at_edge ? "end" : "middle", point.mark.label,
                at_edge ? 12 : 0);
}

void draw_lines(Drawing& drawing, const Trend::Span& span, const Plane& plane) {
  for (std::size_t i = 1; i < span.points.size(); ++i) {
    const Trend::Point& a = span.points[i - 1];
    const Trend::Point& b = span.points[i];
    const auto middle = [&](const Trend::Point& p) {
      return (plane.y(p.mark.value.low) + plane.y(p.mark.value.high)) / 2;
    };
    drawing.line(b.year - a.year > 1 ? "curve gap" : "curve", plane.x(at_year(a.year)), middle(a),
                 plane.x(at_year(b.year)), middle(b));
  }
}

// Diamonds, with a line from one to the next; below them what they say, as results say it above.
void draw_targets(Drawing& drawing, const std::vector<Trend::Point>& targets, const Plane& plane) {
  for (std::size_t i = 1; i < targets.size(); ++i) {
    drawing.line("curve aim-line", plane.x(at_year(targets[i - 1].year)),
                 plane.y(targets[i - 1].mark.value.low), plane.x(at_year(targets[i].year)),
                 plane.y(targets[i].mark.value.low));
  }
  for (const Trend::Point& target : targets) {
    const double x = plane.x(at_year(target.year));
    const double y = plane.y(target.mark.value.low);
    drawing.mark("aim", x, y, "M0 -6l5 6-5 6-5-6z");
    drawing.label("value aim-text", x, y + 20, "middle", target.mark.label);
  }
}

void draw_years(Drawing& drawing, const Plane& plane) {
  const int step = 1 + (plane.last - plane.first) / 8;
  for (int year = plane.first; year <= plane.last; year += step) {
    drawing.label("tick", plane.x(at_year(year)), kTop + kPlot + 18, "middle",
                  std::to_string(year));
  }
}

}  // namespace

Markup draw(const Trend& chart, const Canvas& canvas) {
  Plane plane{{as_double(chart.low), as_double(chart.high), 0}, 0, 0};
  plane.first = chart.spans.front().points.front().year;
  plane.last = chart.aim ? chart.aim->year : chart.spans.back().points.back().year;
  if (!chart.targets.empty()) {
    plane.first = std::min(plane.first, chart.targets.front().year);
    plane.last = std::max(plane.last, chart.targets.back().year);
  }
  Drawing drawing(canvas, kTop + kPlot + 26, "chart trend");
  drawing.described(chart.text.id, chart.text.title, chart.text.description);
  double from = 0;
  for (std::size_t i = 0; i < chart.spans.size(); ++i) {
    const bool last = i + 1 == chart.spans.size();
    double to = kRight + 0.04;
    if (!last) {
      const int end = chart.spans[i].points.back().year;
      to = (plane.x(at_year(end)) + plane.x(at_year(chart.spans[i + 1].points.front().year))) / 2;
    }
    draw_span_bands(drawing, chart.spans[i], plane, from, to, chart);
    if (!last) {
      // Below the name of what ends here, which may be wider than its years.
      drawing.line("break", to, i % 2 == 0 ? 15 : 29, to, kTop + kPlot);
    }
    if (chart.spans.size() > 1) {
      // On lines of their own, so that they never meet.
      const double y = i % 2 == 0 ? 11 : 25;
      if (from < (kLeft + kRight) / 2) {
        drawing.label("tick", from, y, "start", chart.spans[i].instrument, i == 0 ? 0 : 5);
      } else {
        drawing.label("tick", to, y, "end", chart.spans[i].instrument);
      }
    }
    from = to;
  }
  const Trend::Span& newest = chart.spans.back();
  for (std::size_t i = 0; i < newest.bands.size(); ++i) {
    const bool last = i + 1 == newest.bands.size();
    const double top = plane.y(last ? chart.high : newest.bands[i + 1].from);
    const double bottom = plane.y(i == 0 ? chart.low : newest.bands[i].from);
    drawing.label("note", kRight + 0.055, (top + bottom) / 2 + 4, "start", newest.bands[i].name);
  }
  for (const Trend::Span& span : chart.spans) draw_lines(drawing, span, plane);
  if (chart.aim) {
    const Trend::Point& end = newest.points.back();
    drawing.line("curve aim-line", plane.x(at_year(end.year)), plane.y(end.mark.value.low),
                 plane.x(at_year(chart.aim->year)), plane.y(chart.aim->mark.value.low));
    draw_point(drawing, *chart.aim, plane, "aim");
  }
  for (const Trend::Span& span : chart.spans) {
    for (const Trend::Point& point : span.points) draw_point(drawing, point, plane, "point");
  }
  draw_targets(drawing, chart.targets, plane);
  draw_years(drawing, plane);
  return drawing.finish();
}

}  // namespace spbe::chart
