#include "spbe/base/ratio.hpp"

#include <limits>

#include "unit/cases.hpp"
#include "unit/catch.hpp"

using namespace spbe;

namespace {

std::string parsed(std::string_view text) {
  const auto value = Ratio::parse(text);
  return value ? std::to_string(value->num()) + "/" + std::to_string(value->den()) : "-";
}

constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();

}  // namespace

TEST_CASE("numbers are read from their text", "[ratio]") {
  CHECK(parsed("0") == "0/1");
  CHECK(parsed("12") == "12/1");
  CHECK(parsed("-3") == "-3/1");
  CHECK(parsed("2.75") == "11/4");
  CHECK(parsed("2,79") == "279/100");
  CHECK(parsed("-0.5") == "-1/2");
  CHECK(parsed("-0") == "0/1");
  CHECK(parsed("20/6") == "10/3");
  CHECK(parsed("-4/6") == "-2/3");
  CHECK(parsed("007") == "7/1");
  CHECK(parsed("3.40") == "17/5");
  CHECK(parsed("999999.999999") == "999999999999/1000000");
}

TEST_CASE("nothing else is a number", "[ratio]") {
  for (const char* text :
       {"",     "-",     ".",    ".5",  "5.",      "+3",        " 3",        "3 ",    "1e3", "0x3",
        "3..5", "3.5.1", "3,5,", "1/0", "1/",      "/2",        "1/-2",      "1.5/2", "--3", "tiga",
        ".inf", "nan",   "1_0",  "3\n", "1234567", "0.1234567", "1/1234567", "３",    "1.-2"}) {
    INFO(text);
    CHECK(parsed(text) == "-");
  }
  CHECK_FALSE(Ratio::parse(std::string_view("3\0", 2)));
}

TEST_CASE("fractions are reduced and their denominator is positive", "[ratio]") {
  CHECK(Ratio(6, 4) == Ratio(3, 2));
  CHECK(Ratio(-6, -4) == Ratio(3, 2));
  CHECK(Ratio(6, -4).num() == -3);
  CHECK(Ratio(6, -4).den() == 2);
  CHECK(Ratio(0, -7).den() == 1);
  CHECK_THROWS_AS(Ratio(1, 0), std::domain_error);
  CHECK_THROWS_AS(Ratio(1) / Ratio(0), std::domain_error);
}

TEST_CASE("arithmetic is exact", "[ratio]") {
  CHECK(Ratio(1, 3) + Ratio(1, 6) == Ratio(1, 2));
  CHECK(Ratio(1, 3) - Ratio(1, 2) == Ratio(-1, 6));
  CHECK(Ratio(20, 6) * Ratio(3) == Ratio(10));
  CHECK(Ratio(1, 3) / Ratio(-2, 3) == Ratio(-1, 2));
  CHECK(Ratio(1, 3) < Ratio(34, 100));
  CHECK(Ratio(-1, 3) < Ratio(0));
  CHECK(Ratio(kMost, 2) > Ratio(kMost, 3));
  CHECK(abs(Ratio(-1, 3)) == Ratio(1, 3));
  CHECK(min(Ratio(1), Ratio(2)) == Ratio(1));
  CHECK(max(Ratio(1), Ratio(2)) == Ratio(2));
  // A tenth, a million times: no binary fraction can do it.
  Ratio sum;
  for (int i = 0; i < 1000; ++i) sum += Ratio(1, 10);
  CHECK(sum == Ratio(100));
}

TEST_CASE("what does not fit is thrown, never wrapped", "[ratio]") {
  CHECK_THROWS_AS(Ratio(kMost) + Ratio(1), RatioOverflow);
  CHECK_THROWS_AS(Ratio(-kMost) - Ratio(1), RatioOverflow);
  CHECK_THROWS_AS(Ratio(kMost) * Ratio(2), RatioOverflow);
  CHECK_THROWS_AS(Ratio(1, kMost) / Ratio(2), RatioOverflow);
  CHECK_THROWS_AS(Ratio(1, kMost) + Ratio(1, kMost - 1), RatioOverflow);
  CHECK(Ratio(kMost) + Ratio(-kMost) == Ratio(0));
  CHECK(Ratio(kMost, 2) * Ratio(2) == Ratio(kMost));
}

TEST_CASE("ties round away from zero", "[ratio]") {
  CHECK(fixed(Ratio(2815, 1000), 2) == "2.82");
  CHECK(fixed(Ratio(28149, 10000), 2) == "2.81");
  CHECK(fixed(Ratio(1125, 1000), 2) == "1.13");
  CHECK(fixed(Ratio(-2815, 1000), 2) == "-2.82");
  CHECK(fixed(Ratio(-4, 1000), 2) == "0.00");
  CHECK(fixed(Ratio(-5, 1000), 2) == "-0.01");
  CHECK(fixed(Ratio(1, 2), 0) == "1");
  CHECK(fixed(Ratio(-1, 2), 0) == "-1");
  CHECK(fixed(Ratio(9995, 1000), 2) == "10.00");
  CHECK(fixed(Ratio(5, 100), 1) == "0.1");
  CHECK(rounded(Ratio(1, 3), 2) == Ratio(33, 100));
}

TEST_CASE("decimals are all there, or six", "[ratio]") {
  CHECK(terminating(Ratio(21545, 10000)) == "2.1545");
  CHECK(terminating(Ratio(3)) == "3");
  CHECK(terminating(Ratio(-1, 8)) == "-0.125");
  CHECK_FALSE(terminating(Ratio(1, 3)));
  CHECK(decimal(Ratio(1, 3)) == "0.333333");
  CHECK(decimal(Ratio(2, 3)) == "0.666667");
  CHECK(decimal(Ratio(-2, 3)) == "-0.666667");
  CHECK(decimal(Ratio(1, 1024)) == "0.0009765625");
}

TEST_CASE("order, sum and product agree with cross multiplication", "[ratio]") {
  spbe::testing::Dice dice(7);
  for (int round = 0; round < 2000; ++round) {
    const std::int64_t a = dice.between(-999, 999);
    const std::int64_t b = dice.between(1, 999);
    const std::int64_t c = dice.between(-999, 999);
    const std::int64_t d = dice.between(1, 999);
    const Ratio x(a, b);
    const Ratio y(c, d);
    const bool fine =
        (x < y) == (a * d < c * b) && (x + y) * Ratio(b * d) == Ratio(a * d + c * b) &&
        x * y == Ratio(a * c, b * d) && x - y + y == x && abs(rounded(x, 2) - x) <= Ratio(1, 200);
    if (!fine) FAIL(a << '/' << b << ' ' << c << '/' << d);
  }
  SUCCEED();
}
