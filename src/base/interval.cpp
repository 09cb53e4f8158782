#include "spbe/base/interval.hpp"

#include <ostream>

namespace spbe {

bool Interval::contains(Ratio value) const {
  return low <= value && (open_high ? value < high : value <= high);
}

Interval printed_as(Ratio value, int places) {
  std::int64_t scale = 2;
  for (int i = 0; i < places; ++i) scale *= 10;
  const Ratio half_step(1, scale);
  return {value - half_step, value + half_step, true};
}

Interval operator+(const Interval& a, const Interval& b) {
  if (a.exact() && b.exact()) return Interval::point(a.low + b.low);
  return {a.low + b.low, a.high + b.high, a.open_high || b.open_high};
}

Interval operator*(const Interval& a, Ratio factor) {
  if (a.exact()) return Interval::point(a.low * factor);
  return {a.low * factor, a.high * factor, a.open_high && factor != Ratio(0)};
}

Interval difference(const Interval& later, const Interval& earlier) {
  return {later.low - earlier.high, later.high - earlier.low, false};
}

std::optional<Interval> intersection(const Interval& a, const Interval& b) {
  Interval both{max(a.low, b.low), min(a.high, b.high), false};
  both.open_high = (a.open_high && a.high == both.high) || (b.open_high && b.high == both.high);
  if (both.low < both.high || (both.low == both.high && !both.open_high)) return both;
  return std::nullopt;
}

Ratio rounded_below(Ratio value, int places) {
  const Ratio nearest = rounded(value, places);
  return printed_as(nearest, places).low == value ? nearest - (nearest - value) * Ratio(2)
                                                  : nearest;
}

std::optional<Ratio> shown_value(const Interval& value, int places) {
  const Ratio low = rounded(value.low, places);
  const Ratio high =
      value.open_high ? rounded_below(value.high, places) : rounded(value.high, places);
  if (low != high) return std::nullopt;
  return low;
}

std::ostream& operator<<(std::ostream& out, const Interval& value) {
  if (value.exact()) return out << value.low;
  return out << '[' << value.low << ", " << value.high << (value.open_high ? ')' : ']');
}

}  // namespace spbe
