#pragma once

#include <compare>
#include <cstdint>
#include <iosfwd>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "spbe/base/ratio.hpp"

namespace spbe {

// An exact fraction of any size, for the probabilities of many indicators together: 47 factors
// do not fit `Ratio`. Its arithmetic is GMP's.
class BigRatio {
 public:
  // A whole number of any size, the lowest 64 bits first.
  using Words = std::vector<std::uint64_t>;

  BigRatio();             // zero
  BigRatio(Ratio ratio);  // NOLINT(google-explicit-constructor)
  // Throws std::domain_error when `den` is zero.
  BigRatio(const Words& num, const Words& den);

  friend BigRatio operator+(const BigRatio& a, const BigRatio& b);
  friend BigRatio operator-(const BigRatio& a, const BigRatio& b);
  friend BigRatio operator*(const BigRatio& a, const BigRatio& b);
  friend bool operator==(const BigRatio& a, const BigRatio& b);
  friend std::strong_ordering operator<=>(const BigRatio& a, const BigRatio& b);

  // With `places` decimals, a tie away from zero: "0.98".
  std::string fixed(int places) const;
  // All digits when the decimal expansion ends within `most` decimals, else nothing.
  std::optional<std::string> terminating(int most) const;
  std::string to_string() const;  // "3/4"

 private:
  struct Value;
  explicit BigRatio(std::shared_ptr<const Value> value) : value_(std::move(value)) {}
  std::shared_ptr<const Value> value_;
};

std::ostream& operator<<(std::ostream& out, const BigRatio& value);

}  // namespace spbe
