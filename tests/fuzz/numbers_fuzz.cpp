// Two numbers, a line each: what is read is printed so that it is read again, rounding is to the
// nearest, and fractions of any size agree with those of 64 bits.
#include <cstdlib>
#include <string>
#include <string_view>

#include "fuzz/targets.hpp"
#include "spbe/base/amount.hpp"
#include "spbe/base/big_ratio.hpp"
#include "spbe/spbe.hpp"

namespace {

using spbe::BigRatio;
using spbe::Ratio;
using spbe::fuzz::must;

void prints(Ratio value) {
  for (int places = 0; places <= 6; ++places) {
    const Ratio near = spbe::rounded(value, places);
    Ratio step(1);
    for (int n = 0; n < places; ++n) step = step / Ratio(10);
    must(spbe::abs(near - value) * Ratio(2) <= step && (near / step).is_whole());
    const Ratio up = spbe::rounded_up(value, places);
    must(up >= value && up - value < step && (up / step).is_whole());
    must(BigRatio(value).fixed(places) == spbe::fixed(value, places));
  }
  const auto all = spbe::terminating(value);
  must(spbe::decimal(value) == (all ? *all : spbe::decimal(spbe::rounded(value, 6))) || !all);
}

void calculates(Ratio a, Ratio b) {
  try {
    must(a + b - b == a && a - b == -(b - a));
    must(BigRatio(a) + BigRatio(b) == BigRatio(a + b));
    must(BigRatio(a) * BigRatio(b) == BigRatio(a * b));
    must((a <=> b) == (BigRatio(a) <=> BigRatio(b)));
    must((a < b) == (a - b < Ratio(0)));
    if (b != Ratio(0)) must(a / b * b == a);
  } catch (const spbe::RatioOverflow&) {
    // Said, and never a wrong number.
  }
}

}  // namespace

void spbe::fuzz::numbers(const std::string& bytes) {
  const std::string_view text = bytes;
  const std::size_t line = text.find('\n');
  const std::string_view first = text.substr(0, line);
  const auto a = Ratio::parse(first);
  const auto amount = parse_amount(first);
  must(!a || (amount && *amount == *a));
  if (!a) return;
  must(Ratio::parse(exact_text(*a)) == a || exact_text(*a).size() > 14);
  try {
    prints(*a);
  } catch (const spbe::RatioOverflow&) {
    std::abort();  // a number of a file can always be shown
  }
  const auto b = Ratio::parse(line == std::string_view::npos ? "1/3" : text.substr(line + 1));
  if (b) calculates(*a, *b);
}
