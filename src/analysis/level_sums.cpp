#include "analysis/level_sums.hpp"

#include <algorithm>
#include <bit>
#include <numeric>

namespace spbe {

namespace {

using Sums = LevelSums::Sums;

// Bounds on the work for one pair of sets; real instruments stay far below them.
constexpr std::int64_t kMaxSpread = 1'000'000;
constexpr std::size_t kMaxPairs = 20'000'000;
constexpr std::size_t kMaxListed = 100'000;  // pairs, where the spread is too great for a bit each

// A set of whole numbers from 0 up, 64 to a word.
using Bits = std::vector<std::uint64_t>;
constexpr std::size_t kWord = 64;

// Adds to `target` the numbers of `set`, each larger by `shift`.
void add_shifted(Bits& target, const Bits& set, std::size_t shift) {
  const std::size_t words = shift / kWord;
  const std::size_t bits = shift % kWord;
  for (std::size_t i = 0; i < set.size(); ++i) {
    target[i + words] |= set[i] << bits;
    if (bits > 0) target[i + words + 1] |= set[i] >> (kWord - bits);
  }
}

// Every sum of the two, one by one.
Sums listed(const Sums& a, const Sums& b) {
  Sums sums;
  sums.reserve(a.size() * b.size());
  for (const std::int64_t x : a) {
    for (const std::int64_t y : b) sums.push_back(x + y);
  }
  std::ranges::sort(sums);
  sums.erase(std::unique(sums.begin(), sums.end()), sums.end());
  return sums;
}

std::optional<Sums> combine(const Sums& a, const Sums& b) {
  if (a.empty() || b.empty()) return Sums{};
  if (a.size() > b.size()) return combine(b, a);
  const std::int64_t spread = a.back() - a.front() + b.back() - b.front();
  if (spread > kMaxSpread && a.size() * b.size() <= kMaxListed) return listed(a, b);
  if (spread > kMaxSpread || a.size() * b.size() > kMaxPairs) return std::nullopt;
  Bits set(static_cast<std::size_t>(b.back() - b.front()) / kWord + 1);
  for (const std::int64_t y : b) {
    const auto at = static_cast<std::size_t>(y - b.front());
    set[at / kWord] |= std::uint64_t{1} << (at % kWord);
  }
  Bits reached(static_cast<std::size_t>(spread) / kWord + 3);
  for (const std::int64_t x : a) {
    add_shifted(reached, set, static_cast<std::size_t>(x - a.front()));
  }
  Sums sums;
  for (std::size_t i = 0; i < reached.size(); ++i) {
    for (std::uint64_t word = reached[i]; word != 0; word &= word - 1) {
      const auto at = i * kWord + static_cast<std::size_t>(std::countr_zero(word));
      sums.push_back(a.front() + b.front() + static_cast<std::int64_t>(at));
    }
  }
  return sums;
}

}  // namespace

LevelSums::LevelSums(const Assessment& assessment)
    : assessment_(assessment),
      instrument_(*assessment.instrument),
      weights_(instrument_.components.size()),
      sums_(instrument_.components.size()) {
  std::int64_t common = 1;
  for (const Component& c : instrument_.components) common = std::lcm(common, c.weight.den());
  std::int64_t unit = 0;
  for (std::size_t i = 0; i < weights_.size(); ++i) {
    weights_[i] = (instrument_.at(i).weight * Ratio(common)).num();
    if (instrument_.at(i).is_indicator()) unit = std::gcd(unit, weights_[i]);
  }
  for (std::int64_t& weight : weights_) weight /= unit;
  total_weight_ = 100 * common / unit;
  total_ = Sums{0};
  for (const ComponentIndex root : instrument_.roots) {
    sums_[root] = compute(root);
    total_ = total_ && sums_[root] ? combine(*total_, *sums_[root]) : std::nullopt;
  }
  narrow(total_, kNoComponent);
}

Ratio LevelSums::value(std::int64_t sum, ComponentIndex index) const {
  return {sum, index == kNoComponent ? total_weight_ : weights_[index]};
}

std::optional<Sums> LevelSums::of_indicator(ComponentIndex index, bool tolerated) const {
  const Scale& scale = instrument_.scale_of(index);
  if (!scale.whole) return std::nullopt;
  Sums levels;
  if (tolerated) levels.assign(scale.tolerated.begin(), scale.tolerated.end());
  for (int level = scale.low; level <= scale.high; ++level) levels.push_back(level);
  std::ranges::sort(levels);
  for (std::int64_t& level : levels) level *= weights_[index];
  return levels;
}

std::optional<Sums> LevelSums::free_sums(ComponentIndex index, bool tolerated) const {
  if (instrument_.at(index).is_indicator()) return of_indicator(index, tolerated);
  std::optional<Sums> sums = Sums{0};
  for (const ComponentIndex child : instrument_.at(index).children) {
    const auto more = free_sums(child, tolerated);
    if (!sums || !more) return std::nullopt;
    sums = combine(*sums, *more);
  }
  return sums;
}

// The regulation's levels first; those it only tolerates when nothing else fits.
std::optional<Sums> LevelSums::of_published(ComponentIndex index) {
  const Interval range = assessment_.score(index).published.range();
  for (const bool tolerated : {false, true}) {
    auto sums = free_sums(index, tolerated);
    if (!sums) return std::nullopt;
    std::erase_if(*sums, [&](std::int64_t sum) { return !range.contains(value(sum, index)); });
    if (sums->empty()) continue;
    if (tolerated) tolerated_.push_back(index);
    return sums;
  }
  impossible_.push_back(index);
  return std::nullopt;
}

// Keeps the sums that print as the value under `published`, if there are any.
void LevelSums::narrow(std::optional<Sums>& sums, ComponentIndex index) {
  const PublishedNumber* published = assessment_.published.find(index);
  if (published == nullptr || !sums) return;
  const Interval range = published->range();
  Sums kept;
  for (const std::int64_t sum : *sums) {
    if (range.contains(value(sum, index))) kept.push_back(sum);
  }
  if (kept.empty()) {
    Contradiction found{index, {}, {}};
    for (const std::int64_t sum : *sums) {
      const Ratio here = value(sum, index);
      if (here < published->printed) found.below = here;
      if (here > published->printed && !found.above) found.above = here;
    }
    contradicted_.push_back(found);
    return;
  }
  if (kept.size() < sums->size()) narrowed_.push_back(index);
  sums = std::move(kept);
}

std::optional<Sums> LevelSums::compute(ComponentIndex index) {
  auto sums = from_below(index);
  narrow(sums, index);
  return sums;
}

std::optional<Sums> LevelSums::from_below(ComponentIndex index) {
  const Score& score = assessment_.score(index);
  if (score.kind == Score::Kind::level) {
    const Ratio weighted = score.level * Ratio(weights_[index]);
    if (!weighted.is_whole()) return std::nullopt;
    return Sums{weighted.num()};
  }
  if (score.kind == Score::Kind::published) return of_published(index);
  if (instrument_.at(index).is_indicator()) return of_indicator(index, false);
  std::optional<Sums> sums = Sums{0};
  for (const ComponentIndex child : instrument_.at(index).children) {
    sums_[child] = compute(child);
    sums = sums && sums_[child] ? combine(*sums, *sums_[child]) : std::nullopt;
  }
  return sums;
}

}  // namespace spbe
