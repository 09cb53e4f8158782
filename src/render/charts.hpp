#pragma once

#include <optional>
#include <string>
#include <vector>

#include "render/canvas.hpp"
#include "spbe/base/interval.hpp"

// The pictures of a report. They draw what they are given: every text is ready to be shown, in its
// language. What a picture shows stands beside it in a table or in its description.
namespace spbe::chart {

struct Text {
  std::string id;  // of the picture in its page
  std::string title;
  std::string description;
};

// A predikat: from its bound to the next.
struct Band {
  std::string name;
  Ratio from;
};

struct Mark {
  std::string label;
  Interval value;
};

// An index on the scale of its instrument.
struct Scale {
  Text text;
  Ratio low;
  Ratio high;
  std::vector<Band> bands;
  std::vector<std::string> bounds;  // the bands' bounds and the end of the scale, as printed
  std::optional<Mark> now;
  std::vector<Mark> before;
  std::vector<Mark> aims;  // targets and plans
};
Markup draw(const Scale& chart, const Canvas& canvas);

// Several values at once, as far from the middle as they are high.
struct Radar {
  struct Spoke {
    std::string name;
    std::string value;  // as printed
  };
  struct Line {
    std::string css_class;  // "now", "before", "aim"
    std::vector<Interval> values;
  };
  Text text;
  Ratio low;
  Ratio high;
  std::vector<Spoke> spokes;
  std::vector<Line> lines;  // the last lies on top
};
Markup draw(const Radar& chart, const Canvas& canvas);

// The index over the years. Between two spans the instrument changed, and no line is drawn.
struct Trend {
  struct Point {
    int year = 0;
    Mark mark;
  };
  struct Span {
    std::string instrument;
    std::vector<Band> bands;
    std::vector<Point> points;
  };
  Text text;
  Ratio low;
  Ratio high;
  std::vector<Span> spans;
  std::vector<Point> targets;  // of years with a result and of later ones, ascending
  std::optional<Point> aim;    // where a plan ends
};
Markup draw(const Trend& chart, const Canvas& canvas);

// What moved an index from `from` to `to`; the steps sum exactly.
struct Waterfall {
  struct Step {
    std::string name;
    Interval by;
    std::string shown;
  };
  Text text;
  Mark from;
  Mark to;
  std::string from_shown;
  std::string to_shown;
  std::vector<Step> steps;
  bool aspects = true;  // each step is one, and not a domain of which no more is known
};
Markup draw(const Waterfall& chart, const Canvas& canvas);
// The part of a scale that all sums of the chart lie in.
Axis axis_of(const Waterfall& chart);
// The bar of one row: of a total, or of a step from `begin`.
Markup total_bar(const Axis& axis, const Interval& value);
Markup step_bar(const Axis& axis, Ratio begin, const Interval& by);

// Levels of indicators over the years.
struct Heatmap {
  struct Cell {
    std::string shown;
    int shade = 0;  // 1 to 5; 0: not known
  };
  struct Row {
    std::string name;
    std::vector<Cell> cells;  // one an indicator
  };
  struct Group {
    std::string name;
    std::vector<std::string> keys;  // of its indicators
  };
  Text text;
  std::vector<Group> groups;
  std::vector<Row> rows;
};
Markup draw(const Heatmap& chart, const Canvas& canvas);

// How many institutions stand where.
struct Histogram {
  struct Bin {
    Ratio from;
    Ratio to;
    std::size_t count = 0;
    int shade = 1;  // by predikat
  };
  Text text;
  Ratio low;
  Ratio high;
  std::vector<Band> bands;
  std::vector<std::string> bounds;  // as those of a Scale
  std::vector<Bin> bins;
};
Markup draw(const Histogram& chart, const Canvas& canvas);
// How many of each predikat, from the worst, as parts of one bar.
Markup shares_bar(const std::vector<std::size_t>& counts);

// A row's value as a bar, with last year as a line and the target as a diamond.
Markup value_bar(const Axis& axis, const Interval& value, const std::optional<Ratio>& before,
                 const std::optional<Ratio>& aim);
// A change as a bar to the right or left of the middle, as long as `by` is of `most`.
Markup change_bar(const Interval& by, Ratio most);

}  // namespace spbe::chart
