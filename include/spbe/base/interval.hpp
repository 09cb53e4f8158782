#pragma once

#include <iosfwd>
#include <optional>

#include "spbe/base/ratio.hpp"

namespace spbe {

// A value known to lie in [low, high], or in [low, high) when `open_high`.
// An exact value is an interval of one point.
struct Interval {
  Ratio low;
  Ratio high;
  bool open_high = false;

  static Interval point(Ratio value) { return {value, value, false}; }
  bool exact() const { return low == high; }
  bool contains(Ratio value) const;
  friend bool operator==(const Interval&, const Interval&) = default;
};

// The values that print as `value` with `places` decimals: 3.40 with 2 is [3.395, 3.405).
Interval printed_as(Ratio value, int places);

Interval operator+(const Interval& a, const Interval& b);
Interval operator*(const Interval& a, Ratio factor);  // factor >= 0
// Every difference the two can have; both ends count as closed.
Interval difference(const Interval& later, const Interval& earlier);

// The values that are in both, or nothing.
std::optional<Interval> intersection(const Interval& a, const Interval& b);

// What every value of the interval rounds to, or nothing when that differs.
std::optional<Ratio> shown_value(const Interval& value, int places);

// `rounded`, but a tie goes down: what the values just below `value` round to.
Ratio rounded_below(Ratio value, int places);

std::ostream& operator<<(std::ostream& out, const Interval& value);

}  // namespace spbe
