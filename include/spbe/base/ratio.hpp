#pragma once

#include <compare>
#include <cstdint>
#include <iosfwd>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

namespace spbe {

// Thrown when a result does not fit 64 bits. Readers bound what each file may say (`kMaxDigits`,
// common denominators); where many meet, the command line makes it an error of the file.
class RatioOverflow : public std::overflow_error {
 public:
  RatioOverflow() : std::overflow_error("a fraction does not fit 64 bits") {}
};

// An exact fraction, always reduced, denominator positive.
class Ratio {
 public:
  // Most digits a number in a file may have before, and after, its decimal mark.
  static constexpr int kMaxDigits = 6;

  constexpr Ratio() = default;
  constexpr Ratio(std::int64_t whole) : num_(whole) {}  // NOLINT(google-explicit-constructor)
  // Throws std::domain_error when `den` is zero.
  Ratio(std::int64_t num, std::int64_t den);

  // "12", "-0.5", "2,79" or "20/6", with at most kMaxDigits digits in each part.
  // Nothing else: no exponent, no sign but '-', no blanks, no ".5" or "5.".
  static std::optional<Ratio> parse(std::string_view text);

  std::int64_t num() const { return num_; }
  std::int64_t den() const { return den_; }
  bool is_whole() const { return den_ == 1; }

  Ratio operator-() const;
  friend Ratio operator+(Ratio a, Ratio b);
  friend Ratio operator-(Ratio a, Ratio b);
  friend Ratio operator*(Ratio a, Ratio b);
  friend Ratio operator/(Ratio a, Ratio b);  // throws std::domain_error when b is zero
  Ratio& operator+=(Ratio other) { return *this = *this + other; }
  Ratio& operator-=(Ratio other) { return *this = *this - other; }
  friend bool operator==(Ratio a, Ratio b) = default;
  friend std::strong_ordering operator<=>(Ratio a, Ratio b);

 private:
  std::int64_t num_ = 0;
  std::int64_t den_ = 1;
};

// The nearest multiple of 10^-places; a tie goes away from zero: half up for an index, and a
// fall is rounded as the rise of the same size.
Ratio rounded(Ratio value, int places);

// The least multiple of 10^-places that is not below `value`.
Ratio rounded_up(Ratio value, int places);

// `rounded(value, places)` with all its decimals: "2.15", "-0.60".
std::string fixed(Ratio value, int places);

// All digits when the decimal expansion ends ("2.1545", "3"), else nothing.
std::optional<std::string> terminating(Ratio value);

// `terminating`, or six decimals when the expansion does not end.
std::string decimal(Ratio value);

// `terminating`, or a fraction ("10/3") beyond the decimals of a file: what `parse` reads back.
std::string exact_text(Ratio value);

Ratio abs(Ratio value);
Ratio min(Ratio a, Ratio b);
Ratio max(Ratio a, Ratio b);

std::ostream& operator<<(std::ostream& out, Ratio value);

}  // namespace spbe
