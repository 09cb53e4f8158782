#include "spbe/base/big_ratio.hpp"

#include <limits>
#include <stdexcept>

#include "unit/catch.hpp"

using namespace spbe;

TEST_CASE("fractions of any size are exact", "[big_ratio]") {
  BigRatio product = Ratio(1);
  for (int i = 0; i < 60; ++i) product = product * BigRatio(Ratio(2, 3));
  CHECK(product.to_string() == "1152921504606846976/42391158275216203514294433201");
  for (int i = 0; i < 60; ++i) product = product * BigRatio(Ratio(3, 2));
  CHECK(product == BigRatio(Ratio(1)));
  CHECK(BigRatio(Ratio(1, 3)) + BigRatio(Ratio(1, 6)) == BigRatio(Ratio(1, 2)));
  CHECK(BigRatio(Ratio(1, 3)) - BigRatio(Ratio(1, 2)) == BigRatio(Ratio(-1, 6)));
  CHECK(BigRatio(Ratio(1, 3)) < BigRatio(Ratio(1, 2)));
  CHECK(BigRatio() == BigRatio(Ratio(0)));
  const std::int64_t least = std::numeric_limits<std::int64_t>::min();
  CHECK(BigRatio(Ratio(least)).to_string() == "-9223372036854775808");
}

TEST_CASE("words of 64 bits, the lowest first", "[big_ratio]") {
  CHECK(BigRatio({0, 1}, {2}).to_string() == "9223372036854775808");
  CHECK(BigRatio({6}, {4}).to_string() == "3/2");
  CHECK_THROWS_AS(BigRatio({1}, {0}), std::domain_error);
}

TEST_CASE("decimals of large fractions", "[big_ratio]") {
  CHECK(BigRatio(Ratio(1, 8)).fixed(2) == "0.13");
  CHECK(BigRatio(Ratio(-1, 8)).fixed(2) == "-0.13");
  CHECK(BigRatio(Ratio(-1, 800)).fixed(2) == "0.00");
  CHECK(BigRatio(Ratio(19, 2)).fixed(0) == "10");
  CHECK(BigRatio(Ratio(1, 8)).terminating(30) == "0.125");
  CHECK(BigRatio(Ratio(1, 8)).terminating(2) == std::nullopt);
  CHECK(BigRatio(Ratio(1, 3)).terminating(30) == std::nullopt);
  CHECK(BigRatio(Ratio(3)).terminating(0) == "3");
}
