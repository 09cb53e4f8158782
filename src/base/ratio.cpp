#include "spbe/base/ratio.hpp"

#include <array>
#include <limits>
#include <ostream>
#include <utility>

namespace spbe {

namespace {

__extension__ using Wide = __int128;

Wide gcd(Wide a, Wide b) {
  while (b != 0) a = std::exchange(b, a % b);
  return a < 0 ? -a : a;
}

std::uint64_t gcd(std::uint64_t a, std::uint64_t b) {
  while (b != 0) a = std::exchange(b, a % b);
  return a;
}

std::uint64_t magnitude(std::int64_t value) {
  const auto bits = static_cast<std::uint64_t>(value);
  return value < 0 ? 0 - bits : bits;
}

std::int64_t narrow(Wide value) {
  if (value > std::numeric_limits<std::int64_t>::max() ||
      value < -std::numeric_limits<std::int64_t>::max()) {
    throw RatioOverflow();
  }
  return static_cast<std::int64_t>(value);
}

Ratio reduced(Wide num, Wide den) {
  constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();
  // Nearly always both fit, and dividing 128 bits costs ten times as much.
  if (num <= kMost && num >= -kMost && den <= kMost && den > 0) {
    return {static_cast<std::int64_t>(num), static_cast<std::int64_t>(den)};
  }
  if (den < 0) {
    num = -num;
    den = -den;
  }
  const Wide divisor = gcd(num, den);
  if (divisor > 1) {
    num /= divisor;
    den /= divisor;
  }
  return {narrow(num), narrow(den)};
}

constexpr std::array<std::int64_t, 13> kPowersOfTen = {
    1,        10,        100,        1000,        10000,        100000,       1000000,
    10000000, 100000000, 1000000000, 10000000000, 100000000000, 1000000000000};

std::int64_t power_of_ten(int places) { return kPowersOfTen.at(static_cast<std::size_t>(places)); }

// The decimal places of a terminating expansion, or -1.
int places_needed(Ratio value) {
  for (int places = 0; places < static_cast<int>(kPowersOfTen.size()); ++places) {
    if (power_of_ten(places) % value.den() == 0) return places;
  }
  return -1;
}

// Digits [0-9]{1,kMaxDigits}, or -1.
std::int64_t parse_digits(std::string_view text) {
  if (text.empty() || text.size() > Ratio::kMaxDigits) return -1;
  std::int64_t value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

}  // namespace

Ratio::Ratio(std::int64_t num, std::int64_t den) : num_(num), den_(den) {
  if (den == 0) throw std::domain_error("a fraction with denominator zero");
  if (den == 1) return;
  const std::uint64_t divisor = gcd(magnitude(num), magnitude(den));
  if (den > 0 && num > std::numeric_limits<std::int64_t>::min()) {
    const auto by = static_cast<std::int64_t>(divisor);
    num_ = num / by;
    den_ = den / by;
    return;
  }
  const Wide sign = den < 0 ? -1 : 1;
  num_ = narrow(sign * num / static_cast<Wide>(divisor));
  den_ = narrow(sign * den / static_cast<Wide>(divisor));
}

std::optional<Ratio> Ratio::parse(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  const std::size_t mark = text.find_first_of(".,/");
  const std::int64_t left = parse_digits(text.substr(0, mark));
  if (left < 0) return std::nullopt;
  const std::int64_t sign = negative ? -1 : 1;
  if (mark == std::string_view::npos) return Ratio(sign * left);
  const std::string_view tail = text.substr(mark + 1);
  const std::int64_t right = parse_digits(tail);
  if (right < 0) return std::nullopt;
  if (text[mark] == '/') {
    if (right == 0) return std::nullopt;
    return Ratio(sign * left, right);
  }
  const std::int64_t scale = power_of_ten(static_cast<int>(tail.size()));
  return Ratio(sign * (left * scale + right), scale);
}

Ratio Ratio::operator-() const {
  Ratio result = *this;
  result.num_ = -num_;
  return result;
}

Ratio operator+(Ratio a, Ratio b) {
  if (a.den_ == b.den_) return reduced(Wide(a.num_) + b.num_, a.den_);
  return reduced(Wide(a.num_) * b.den_ + Wide(b.num_) * a.den_, Wide(a.den_) * b.den_);
}

Ratio operator-(Ratio a, Ratio b) { return a + -b; }

Ratio operator*(Ratio a, Ratio b) { return reduced(Wide(a.num_) * b.num_, Wide(a.den_) * b.den_); }

Ratio operator/(Ratio a, Ratio b) {
  if (b.num_ == 0) throw std::domain_error("division by zero");
  return reduced(Wide(a.num_) * b.den_, Wide(a.den_) * b.num_);
}

std::strong_ordering operator<=>(Ratio a, Ratio b) {
  const Wide left = Wide(a.num_) * b.den_;
  const Wide right = Wide(b.num_) * a.den_;
  if (left < right) return std::strong_ordering::less;
  return left > right ? std::strong_ordering::greater : std::strong_ordering::equal;
}

Ratio rounded(Ratio value, int places) {
  const Wide scale = power_of_ten(places);
  const Wide size = value.num() < 0 ? -Wide(value.num()) : Wide(value.num());
  const Wide above = 2 * size * scale + value.den();
  const Wide below = 2 * Wide(value.den());
  const bool small = above <= std::numeric_limits<std::int64_t>::max() &&
                     below <= std::numeric_limits<std::int64_t>::max();
  const Wide units =
      small ? static_cast<std::int64_t>(above) / static_cast<std::int64_t>(below) : above / below;
  return {narrow(value.num() < 0 ? -units : units), narrow(scale)};
}

Ratio rounded_up(Ratio value, int places) {
  const Ratio nearest = rounded(value, places);
  return nearest < value ? nearest + Ratio(1, narrow(power_of_ten(places))) : nearest;
}

std::string fixed(Ratio value, int places) {
  const Ratio shown = rounded(value, places);
  const std::int64_t units = (abs(shown) * Ratio(power_of_ten(places))).num();
  std::string digits = std::to_string(units);
  const auto wanted = static_cast<std::size_t>(places) + 1;
  if (digits.size() < wanted) digits.insert(0, wanted - digits.size(), '0');
  if (places > 0) digits.insert(digits.size() - static_cast<std::size_t>(places), 1, '.');
  if (shown < Ratio(0)) digits.insert(0, 1, '-');
  return digits;
}

std::optional<std::string> terminating(Ratio value) {
  const int places = places_needed(value);
  if (places < 0) return std::nullopt;
  return fixed(value, places);
}

std::string decimal(Ratio value) {
  if (auto exact = terminating(value)) return *exact;
  return fixed(value, 6);
}

std::string exact_text(Ratio value) {
  const bool few_decimals = power_of_ten(Ratio::kMaxDigits) % value.den() == 0;
  if (few_decimals) return *terminating(value);
  return std::to_string(value.num()) + "/" + std::to_string(value.den());
}

Ratio abs(Ratio value) { return value < Ratio(0) ? -value : value; }
Ratio min(Ratio a, Ratio b) { return b < a ? b : a; }
Ratio max(Ratio a, Ratio b) { return a < b ? b : a; }

std::ostream& operator<<(std::ostream& out, Ratio value) {
  out << value.num();
  if (!value.is_whole()) out << '/' << value.den();
  return out;
}

}  // namespace spbe
