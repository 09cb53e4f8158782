#include "spbe/base/interval.hpp"

#include "unit/cases.hpp"
#include "unit/catch.hpp"

using namespace spbe;

TEST_CASE("a printed value stands for what rounds to it", "[interval]") {
  const Interval printed = printed_as(Ratio(340, 100), 2);
  CHECK(printed == Interval{Ratio(3395, 1000), Ratio(3405, 1000), true});
  CHECK(printed.contains(Ratio(3395, 1000)));
  CHECK(printed.contains(Ratio(34049, 10000)));
  CHECK_FALSE(printed.contains(Ratio(3405, 1000)));
  CHECK(printed_as(Ratio(3), 0) == Interval{Ratio(5, 2), Ratio(7, 2), true});
  CHECK(printed_as(Ratio(34, 10), 1).low == Ratio(335, 100));
  CHECK_FALSE(printed.exact());
  CHECK(Interval::point(Ratio(3)).exact());
  CHECK(Interval::point(Ratio(3)).contains(Ratio(3)));
}

TEST_CASE("whatever rounds to the printed value lies in its interval", "[interval]") {
  for (std::int64_t thousandth = 0; thousandth < 60000; thousandth += 7) {
    const Ratio value(thousandth, 10000);
    const Interval range = printed_as(rounded(value, 2), 2);
    if (!range.contains(value)) FAIL(value);
    const bool elsewhere =
        range.contains(value + Ratio(1, 100)) || range.contains(value - Ratio(1, 100));
    if (elsewhere) FAIL(value);
  }
  SUCCEED();
}

TEST_CASE("intervals add and scale", "[interval]") {
  const Interval printed = printed_as(Ratio(34, 10), 1);
  const Interval point = Interval::point(Ratio(2));
  CHECK(printed + point == Interval{Ratio(535, 100), Ratio(545, 100), true});
  CHECK(point + point == Interval::point(Ratio(4)));
  CHECK(printed * Ratio(1, 2) == Interval{Ratio(1675, 1000), Ratio(1725, 1000), true});
  CHECK(printed * Ratio(0) == Interval::point(Ratio(0)));
  CHECK(difference(Interval{Ratio(3), Ratio(4), true}, Interval{Ratio(1), Ratio(2), false}) ==
        Interval{Ratio(1), Ratio(3), false});
  CHECK(difference(point, point) == Interval::point(Ratio(0)));
}

TEST_CASE("an interval is shown when all of it rounds to one value", "[interval]") {
  CHECK(shown_value(Interval::point(Ratio(2815, 1000)), 2) == Ratio(282, 100));
  CHECK(shown_value(printed_as(Ratio(340, 100), 2), 2) == Ratio(340, 100));
  // The same ends, the upper one included.
  CHECK_FALSE(shown_value(Interval{Ratio(3395, 1000), Ratio(3405, 1000), false}, 2));
  CHECK_FALSE(shown_value(Interval{Ratio(247, 100), Ratio(248, 100), false}, 2));
  CHECK(shown_value(Interval{Ratio(2471, 1000), Ratio(2474, 1000), false}, 2) == Ratio(247, 100));
}

TEST_CASE("just below a tie the value goes down", "[interval]") {
  CHECK(rounded_below(Ratio(3405, 1000), 2) == Ratio(340, 100));
  CHECK(rounded_below(Ratio(3404, 1000), 2) == Ratio(340, 100));
  CHECK(rounded_below(Ratio(3406, 1000), 2) == Ratio(341, 100));
  CHECK(rounded_below(Ratio(3), 2) == Ratio(3));
}
