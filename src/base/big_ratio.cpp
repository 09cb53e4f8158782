#include "spbe/base/big_ratio.hpp"

#include <gmp.h>

#include <ostream>
#include <stdexcept>
#include <string_view>
#include <utility>

namespace spbe {

struct BigRatio::Value {
  mpq_t q;
  Value() { mpq_init(q); }
  ~Value() { mpq_clear(q); }
  Value(const Value&) = delete;
  Value(Value&&) = delete;
  Value& operator=(const Value&) = delete;
  Value& operator=(Value&&) = delete;
};

namespace {

// A whole number that frees itself.
struct Whole {
  mpz_t z;
  Whole() { mpz_init(z); }
  ~Whole() { mpz_clear(z); }
  Whole(const Whole&) = delete;
  Whole(Whole&&) = delete;
  Whole& operator=(const Whole&) = delete;
  Whole& operator=(Whole&&) = delete;
};

void set_words(mpz_ptr target, const BigRatio::Words& words) {
  mpz_import(target, words.size(), -1, sizeof(std::uint64_t), 0, 0, words.data());
}

void set_whole(mpz_ptr target, std::int64_t value) {
  const auto size =
      value < 0 ? ~static_cast<std::uint64_t>(value) + 1 : static_cast<std::uint64_t>(value);
  set_words(target, {size});
  if (value < 0) mpz_neg(target, target);
}

std::string digits_of(mpz_srcptr value) {
  std::string digits(mpz_sizeinbase(value, 10) + 2, '\0');
  mpz_get_str(digits.data(), 10, value);
  digits.resize(std::string_view(digits.c_str()).size());
  return digits;
}

}  // namespace

BigRatio::BigRatio() : BigRatio(Ratio()) {}

BigRatio::BigRatio(Ratio ratio) {
  const auto value = std::make_shared<Value>();
  set_whole(mpq_numref(value->q), ratio.num());
  set_whole(mpq_denref(value->q), ratio.den());
  value_ = value;
}

BigRatio::BigRatio(const Words& num, const Words& den) {
  const auto value = std::make_shared<Value>();
  set_words(mpq_numref(value->q), num);
  set_words(mpq_denref(value->q), den);
  if (mpz_sgn(mpq_denref(value->q)) == 0) throw std::domain_error("division by zero");
  mpq_canonicalize(value->q);
  value_ = value;
}

BigRatio operator+(const BigRatio& a, const BigRatio& b) {
  const auto sum = std::make_shared<BigRatio::Value>();
  mpq_add(sum->q, a.value_->q, b.value_->q);
  return BigRatio(sum);
}

BigRatio operator-(const BigRatio& a, const BigRatio& b) {
  const auto rest = std::make_shared<BigRatio::Value>();
  mpq_sub(rest->q, a.value_->q, b.value_->q);
  return BigRatio(rest);
}

BigRatio operator*(const BigRatio& a, const BigRatio& b) {
  const auto product = std::make_shared<BigRatio::Value>();
  mpq_mul(product->q, a.value_->q, b.value_->q);
  return BigRatio(product);
}

bool operator==(const BigRatio& a, const BigRatio& b) {
  return mpq_equal(a.value_->q, b.value_->q) != 0;
}

std::strong_ordering operator<=>(const BigRatio& a, const BigRatio& b) {
  return mpq_cmp(a.value_->q, b.value_->q) <=> 0;
}

std::string BigRatio::fixed(int places) const {
  // floor((2 * num * 10^places + den) / (2 * den)), of the size without its sign.
  const bool negative = mpq_sgn(value_->q) < 0;
  Whole units;
  Whole twice;
  mpz_ui_pow_ui(units.z, 10, static_cast<unsigned long>(places));
  mpz_mul(units.z, units.z, mpq_numref(value_->q));
  mpz_abs(units.z, units.z);
  mpz_mul_2exp(units.z, units.z, 1);
  mpz_add(units.z, units.z, mpq_denref(value_->q));
  mpz_mul_2exp(twice.z, mpq_denref(value_->q), 1);
  mpz_fdiv_q(units.z, units.z, twice.z);
  const bool zero = mpz_sgn(units.z) == 0;
  std::string digits = digits_of(units.z);
  const auto wanted = static_cast<std::size_t>(places) + 1;
  if (digits.size() < wanted) digits.insert(0, wanted - digits.size(), '0');
  if (places > 0) digits.insert(digits.size() - static_cast<std::size_t>(places), 1, '.');
  if (negative && !zero) digits.insert(0, 1, '-');
  return digits;
}

std::optional<std::string> BigRatio::terminating(int most) const {
  Whole scaled;
  for (int places = 0; places <= most; ++places) {
    mpz_ui_pow_ui(scaled.z, 10, static_cast<unsigned long>(places));
    if (mpz_divisible_p(scaled.z, mpq_denref(value_->q)) != 0) return fixed(places);
  }
  return std::nullopt;
}

std::string BigRatio::to_string() const {
  std::string text = digits_of(mpq_numref(value_->q));
  if (mpz_cmp_ui(mpq_denref(value_->q), 1) != 0) text += '/' + digits_of(mpq_denref(value_->q));
  return text;
}

std::ostream& operator<<(std::ostream& out, const BigRatio& value) {
  return out << value.to_string();
}

}  // namespace spbe
