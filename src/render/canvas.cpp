#include "render/canvas.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace spbe {

std::string Canvas::px(double length) {
  std::string text = fmt::format("{:.1f}", length);
  if (text.ends_with(".0")) text.resize(text.size() - 2);
  return text == "-0" ? "0" : text;
}

std::string Canvas::across(double share) const {
  return fluid ? fmt::format("{:.2f}%", share * 100) : px(share * width);
}

Drawing::Drawing(const Canvas& canvas, double height, std::string_view css_class)
    : canvas_(canvas), svg_("svg", css_class) {
  if (!canvas.fluid) {
    svg_.set("xmlns", "http://www.w3.org/2000/svg");
    svg_.set("viewBox", fmt::format("0 0 {} {}", Canvas::px(canvas.width), Canvas::px(height)));
  }
  svg_.set("width", canvas.fluid ? "100%" : Canvas::px(canvas.width));
  svg_.set("height", Canvas::px(height));
}

Drawing& Drawing::described(std::string_view id, std::string_view title,
                            std::string_view description) {
  const std::string name(id);
  described_ = true;
  svg_.set("role", "img").set("aria-labelledby", name + "-t " + name + "-d");
  svg_.add(Markup("title").set("id", name + "-t").text(title));
  svg_.add(Markup("desc").set("id", name + "-d").text(description));
  return *this;
}

Drawing& Drawing::rect(std::string_view css_class, double share, double y, double width,
                       double height) {
  svg_.add(Markup("rect", css_class)
               .set("x", canvas_.across(share))
               .set("y", Canvas::px(y))
               .set("width", canvas_.across(std::max(width, 0.0)))
               .set("height", Canvas::px(height)));
  return *this;
}

Drawing& Drawing::line(std::string_view css_class, double from, double y_from, double to,
                       double y_to) {
  svg_.add(Markup("line", css_class)
               .set("x1", canvas_.across(from))
               .set("y1", Canvas::px(y_from))
               .set("x2", canvas_.across(to))
               .set("y2", Canvas::px(y_to)));
  return *this;
}

Drawing& Drawing::dot(std::string_view css_class, double share, double y, double radius) {
  svg_.add(Markup("circle", css_class)
               .set("cx", canvas_.across(share))
               .set("cy", Canvas::px(y))
               .set("r", Canvas::px(radius)));
  return *this;
}

Drawing& Drawing::mark(std::string_view css_class, double share, double y, std::string_view path) {
  // A path knows no percent; a picture in the picture does.
  svg_.add(Markup("svg", "at")
               .set("x", canvas_.across(share))
               .set("y", Canvas::px(y))
               .set("width", "1")
               .set("height", "1")
               .set("overflow", "visible")
               .add(Markup("path", css_class).set("d", path)));
  return *this;
}

Drawing& Drawing::label(std::string_view css_class, double share, double y, std::string_view anchor,
                        std::string_view text, double shift) {
  Markup label("text", css_class);
  label.set("x", canvas_.across(share)).set("y", Canvas::px(y)).set("text-anchor", anchor);
  if (shift < 0 || shift > 0) label.set("dx", Canvas::px(shift));
  svg_.add(label.text(text));
  return *this;
}

Markup Drawing::finish() {
  if (!described_) svg_.set("aria-hidden", "true");
  return std::move(svg_);
}

double Axis::at(double value) const {
  const double share = high > low ? (value - low) / (high - low) : 0;
  return margin + std::clamp(share, 0.0, 1.0) * (1 - 2 * margin);
}

}  // namespace spbe
