#include <fmt/format.h>

#include <algorithm>

#include "render/charts.hpp"
#include "spbe/base/source.hpp"

namespace spbe::chart {

namespace {

constexpr double kBandHeight = 38;
constexpr double kLane = 19;

// Share of a narrow page that a label may take: 0.62 em a letter, at 13 of 348 pixels.
double label_share(const std::string& label) {
  return static_cast<double>(count_code_points(label)) * 13 * 0.62 / 348;
}

double middle_of(const Interval& value) {
  return (as_double(value.low) + as_double(value.high)) / 2;
}

// Where a label stands so that it does not leave the picture.
const char* scale_anchor(double share, double length) {
  if (share < length / 2) return "start";
  return share > 1 - length / 2 ? "end" : "middle";
}

struct Placed {
  const Mark* mark = nullptr;
  double share = 0;
  double begin = 0;  // of its label
  double length = 0;
  const char* anchor = "middle";
  std::size_t lane = 0;
};

// Puts each label in the first lane in which it lies on no other.
std::size_t into_lanes(const std::vector<Placed*>& labels) {
  std::vector<std::vector<const Placed*>> lanes;
  for (Placed* label : labels) {
    const auto clear = [&](const Placed* taken) {
      return label->begin + label->length < taken->begin ||
             label->begin > taken->begin + taken->length;
    };
    for (label->lane = 0;; ++label->lane) {
      if (label->lane == lanes.size()) lanes.emplace_back();
      if (std::ranges::all_of(lanes[label->lane], clear)) break;
    }
    lanes[label->lane].push_back(label);
  }
  return lanes.size();
}

Placed centred(const Mark& mark, const Axis& axis, double size) {
  Placed placed{&mark, axis.at(middle_of(mark.value))};
  placed.length = label_share(mark.label) * size + 0.02;
  placed.anchor = scale_anchor(placed.share, placed.length);
  placed.begin = placed.share - placed.length / 2;
  if (std::string_view(placed.anchor) == "start") placed.begin = placed.share;
  if (std::string_view(placed.anchor) == "end") placed.begin = placed.share - placed.length;
  return placed;
}

// To the right of its stem, or where there is no room to the left.
Placed beside(const Mark& mark, const Axis& axis) {
  Placed placed{&mark, axis.at(middle_of(mark.value))};
  placed.length = label_share(mark.label) + 0.05;
  const bool room = placed.share + placed.length <= 1;
  placed.anchor = room ? "start" : "end";
  placed.begin = room ? placed.share : placed.share - placed.length;
  return placed;
}

// From the right, so that no stem crosses a label: those lie to the right of theirs.
std::vector<Placed> all_beside(const std::vector<Mark>& marks, const Axis& axis) {
  std::vector<Placed> placed;
  placed.reserve(marks.size());
  for (const Mark& mark : marks) placed.push_back(beside(mark, axis));
  std::ranges::stable_sort(placed, std::ranges::greater{}, &Placed::share);
  return placed;
}

std::vector<Placed*> pointers(std::vector<Placed>& placed) {
  std::vector<Placed*> all;
  all.reserve(placed.size());
  for (Placed& label : placed) all.push_back(&label);
  return all;
}

void draw_bands(Drawing& drawing, const Scale& chart, const Axis& axis, double top) {
  for (std::size_t i = 0; i < chart.bands.size(); ++i) {
    const double from = i == 0 ? axis.at(chart.low) : axis.at(chart.bands[i].from);
    const bool last = i + 1 == chart.bands.size();
    const double to = last ? axis.at(chart.high) : axis.at(chart.bands[i + 1].from);
    const std::size_t shade = chart.bands.size() <= 5 ? i + 1 : 1 + i * 5 / chart.bands.size();
    drawing.rect(fmt::format("l{}", shade), from, top, to - from, kBandHeight);
    if (i > 0) drawing.line("cut", from, top, from, top + kBandHeight);
    const std::string& name = chart.bands[i].name;
    const std::string ink = fmt::format("band t{}", shade);
    const std::size_t blank = name.find(' ');
    const double middle = (from + to) / 2;
    if (blank == std::string::npos) {
      drawing.label(ink, middle, top + 24, "middle", name);
    } else {
      drawing.label(ink, middle, top + 17, "middle", name.substr(0, blank));
      drawing.label(ink, middle, top + 31, "middle", name.substr(blank + 1));
    }
  }
  for (std::size_t i = 0; i < chart.bounds.size(); ++i) {
    const bool last = i + 1 == chart.bounds.size();
    const double at = last     ? axis.at(chart.high)
                      : i == 0 ? axis.at(chart.low)
                               : axis.at(chart.bands[i].from);
    drawing.label("tick", at, top + kBandHeight + 15,
                  i == 0 ? "start"
                  : last ? "end"
                         : "middle",
                  chart.bounds[i]);
  }
}

void draw_range(Drawing& drawing, const Interval& value, const Axis& axis, double top) {
  if (value.exact()) return;
  const double from = axis.at(value.low);
  const double to = axis.at(value.high);
  drawing.rect("range", from, top - 4, to - from, kBandHeight + 8);
}

}  // namespace

Markup draw(const Scale& chart, const Canvas& canvas) {
  const Axis axis{as_double(chart.low), as_double(chart.high), 0.004};
  std::vector<Placed> aims = all_beside(chart.aims, axis);
  std::vector<Placed> before = all_beside(chart.before, axis);
  std::vector<Placed> now;
  if (chart.now) now.push_back(centred(*chart.now, axis, 1.35));
  std::vector<Placed*> upper = pointers(aims);
  for (Placed& mark : now) upper.push_back(&mark);
  const std::size_t above = into_lanes(upper);
  const std::size_t below = into_lanes(pointers(before));
  const double top = 26 + static_cast<double>(std::max<std::size_t>(above, 1)) * kLane;
  Drawing drawing(canvas, top + kBandHeight + 24 + static_cast<double>(below) * kLane,
                  "chart scale");
  drawing.described(chart.text.id, chart.text.title, chart.text.description);
  draw_bands(drawing, chart, axis, top);
  const auto lane_above = [&](std::size_t lane) {
    return top - 22 - static_cast<double>(lane) * kLane;
  };
  for (const Placed& aim : aims) {
    const double y = lane_above(aim.lane);
    drawing.line("stem", aim.share, y - 9, aim.share, top - 16);
    drawing.mark("aim", aim.share, top - 9, "M0 -7l6 7-6 7-6-7z");
    const double shift = std::string_view(aim.anchor) == "end" ? -5 : 5;
    drawing.label("note aim-text", aim.share, y, aim.anchor, aim.mark->label, shift);
  }
  for (const Placed& mark : now) {
    draw_range(drawing, mark.mark->value, axis, top);
    const double y = lane_above(mark.lane);
    if (mark.lane > 0) drawing.line("stem", mark.share, y + 4, mark.share, top - 14);
    drawing.mark("now", mark.share, top - 3, "M0 0l-8-13h16z");
    drawing.label("big", mark.share, y, mark.anchor, mark.mark->label);
  }
  for (const Placed& mark : before) {
    const double y = top + kBandHeight + 34 + static_cast<double>(mark.lane) * kLane;
    const bool left = std::string_view(mark.anchor) == "end";
    drawing.line("stem", mark.share, top + kBandHeight, mark.share, y - 9);
    drawing.dot("before", mark.share, y - 4.5, 4.5);
    drawing.label("note", mark.share, y, mark.anchor, mark.mark->label, left ? -9 : 9);
  }
  return drawing.finish();
}

}  // namespace spbe::chart
