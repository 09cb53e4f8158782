#pragma once

#include <string>
#include <string_view>

#include "render/markup.hpp"
#include "spbe/base/interval.hpp"

namespace spbe {

// Where a chart is drawn. In a page it takes the width that there is: what lies across is given in
// percent and what lies down in pixels, so that text keeps its size. Alone, it is in pixels.
struct Canvas {
  bool fluid = true;
  double width = 980;  // of a chart that stands alone

  // `share` of the width, from 0 to 1.
  std::string across(double share) const;
  static std::string px(double length);
};

// Shapes. `share` values are of the width, `y` and `height` in pixels.
class Drawing {
 public:
  Drawing(const Canvas& canvas, double height, std::string_view css_class);
  // What it shows, for those who cannot see it; without this it is only an ornament.
  Drawing& described(std::string_view id, std::string_view title, std::string_view description);

  Drawing& rect(std::string_view css_class, double share, double y, double width, double height);
  Drawing& line(std::string_view css_class, double from, double y_from, double to, double y_to);
  Drawing& dot(std::string_view css_class, double share, double y, double radius);
  // A path in pixels around a point.
  Drawing& mark(std::string_view css_class, double share, double y, std::string_view path);
  // `anchor`: "start", "middle" or "end".
  Drawing& label(std::string_view css_class, double share, double y, std::string_view anchor,
                 std::string_view text, double shift = 0);

  Markup finish();

 private:
  Canvas canvas_;
  Markup svg_;
  bool described_ = false;
};

inline double as_double(Ratio value) {
  return static_cast<double>(value.num()) / static_cast<double>(value.den());
}

// A scale from `low` to `high` as shares of a width, with margins.
struct Axis {
  double low = 1;
  double high = 5;
  double margin = 0;  // share left free at each end

  double at(double value) const;
  double at(Ratio value) const { return at(as_double(value)); }
};

}  // namespace spbe
