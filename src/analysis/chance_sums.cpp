#include "analysis/chance_sums.hpp"

#include <gmp.h>

#include <algorithm>
#include <utility>

namespace spbe {

namespace {

static_assert(sizeof(mp_limb_t) == sizeof(std::uint64_t) && GMP_NAIL_BITS == 0);

constexpr std::size_t kMostWords = 500'000;

// GMP's word is as wide as ours, yet may be another type.
mp_limb_t* limbs(std::uint64_t* words) { return reinterpret_cast<mp_limb_t*>(words); }
const mp_limb_t* limbs(const std::uint64_t* words) {
  return reinterpret_cast<const mp_limb_t*>(words);
}

mp_size_t length(std::size_t words) { return static_cast<mp_size_t>(words); }

}  // namespace

std::optional<ChanceSums> ChanceSums::make(std::vector<Part> parts) {
  std::size_t size = 1;
  std::size_t bits = 0;
  for (const Part& part : parts) {
    size += part.amounts.back().units;
    std::size_t width = 0;
    for (std::uint64_t rest = part.of; rest != 0; rest >>= 1) ++width;
    bits += width;
    if (size > kMostWords) return std::nullopt;
  }
  const std::size_t words = bits / 64 + 1;
  if (size > kMostWords / words) return std::nullopt;
  return ChanceSums(std::move(parts), size, words);
}

ChanceSums::ChanceSums(std::vector<Part> parts, std::size_t size, std::size_t words)
    : parts_(std::move(parts)), size_(size), words_(words), table_(size * words), of_(words) {
  table_.front() = 1;
  of_.front() = 1;
  for (const Part& part : parts_) add(part);
}

void ChanceSums::add(const Part& part) {
  const mp_limb_t carry = mpn_mul_1(limbs(of_.data()), limbs(of_.data()), length(used_), part.of);
  const std::size_t before = used_;
  if (carry != 0) of_[used_++] = carry;
  Words next((reached_ + part.amounts.back().units) * words_);
  for (std::size_t sum = 0; sum < reached_; ++sum) {
    const std::uint64_t* const from = table_.data() + sum * words_;
    if (std::all_of(from, from + before, [](std::uint64_t word) { return word == 0; })) continue;
    for (const Amount& amount : part.amounts) {
      std::uint64_t* const to = next.data() + (sum + amount.units) * words_;
      const mp_limb_t over = mpn_addmul_1(limbs(to), limbs(from), length(before), amount.weight);
      if (used_ > before) to[before] += over;
    }
  }
  reached_ += part.amounts.back().units;
  std::ranges::copy(next, table_.begin());
}

bool ChanceSums::possible(std::size_t sum) const {
  const std::uint64_t* const at = table_.data() + sum * words_;
  return std::any_of(at, at + words_, [](std::uint64_t word) { return word != 0; });
}

BigRatio ChanceSums::chance(std::size_t sum) const {
  const auto at = table_.begin() + static_cast<std::ptrdiff_t>(sum * words_);
  return {Words(at, at + static_cast<std::ptrdiff_t>(words_)), of_};
}

BigRatio ChanceSums::sum_of(const Words& table, const std::vector<bool>& wanted, std::size_t shift,
                            const Words& of) const {
  Words total(words_);
  for (std::size_t sum = 0; (sum + 1) * words_ <= table.size(); ++sum) {
    if (!wanted[sum + shift]) continue;
    mpn_add_n(limbs(total.data()), limbs(total.data()), limbs(table.data() + sum * words_),
              length(words_));
  }
  return {total, of};
}

BigRatio ChanceSums::chance_of(const std::vector<bool>& wanted) const {
  return sum_of(table_, wanted, 0, of_);
}

BigRatio ChanceSums::chance_of(const std::vector<bool>& wanted, std::size_t part,
                               std::size_t units) const {
  Words of(words_);
  mpn_divexact_1(limbs(of.data()), limbs(of_.data()), length(words_), parts_[part].of);
  return sum_of(without(part), wanted, units, of);
}

// The distribution of the other parts, by dividing the polynomials from the lowest sum up: what
// the part's further amounts brought there is subtracted, the rest came by its least amount.
ChanceSums::Words ChanceSums::without(std::size_t part) const {
  const std::vector<Amount>& amounts = parts_[part].amounts;
  const std::size_t size = size_ - amounts.back().units;
  Words rest(table_.begin(), table_.begin() + static_cast<std::ptrdiff_t>(size * words_));
  for (std::size_t sum = 0; sum < size; ++sum) {
    std::uint64_t* const at = rest.data() + sum * words_;
    for (std::size_t i = 1; i < amounts.size() && amounts[i].units <= sum; ++i) {
      mpn_submul_1(limbs(at), limbs(rest.data() + (sum - amounts[i].units) * words_),
                   length(words_), amounts[i].weight);
    }
    mpn_divexact_1(limbs(at), limbs(at), length(words_), amounts.front().weight);
  }
  return rest;
}

}  // namespace spbe
