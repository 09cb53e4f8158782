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
constexpr std::size_t kMaxKept = 4'000'000;  // numbers of all sets together
constexpr std::size_t kMaxListed = 100'000;  // pairs, where the spread is too great for a bit each

// A set of whole numbers from 0 up, 64 to a word.
using Bits = std::vector<std::uint64_t>;
constexpr std::size_t kWord = 64;

// Adds to `target` the numbers of `set`, each larger by `shift`.
void add_shifted(Bits& target, const Bits& set, std::size_t shift) {
  const std::size_t words = shift / kWord;
  const std::size_t bits = shift % kWord;
  for (std::size_t i = 0; i < set.size(); ++i) {
    if (set[i] == 0) continue;
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

std::int64_t spread_of(const Sums& set) { return set.back() - set.front(); }

// Whole numbers that lie close enough for a bit each.
class DenseSet {
 public:
  explicit DenseSet(const Sums& set)
      : lowest_(set.front()), size_(set.size()), bits_(words_for(spread_of(set))) {
    for (const std::int64_t number : set) {
      const auto at = static_cast<std::size_t>(number - lowest_);
      bits_[at / kWord] |= std::uint64_t{1} << (at % kWord);
    }
  }
  std::size_t size() const { return size_; }
  std::int64_t lowest() const { return lowest_; }

  // Every sum of the two; `highest` is the greatest of them.
  void add(const Sums& set, std::int64_t highest) {
    Bits reached(words_for(highest - lowest_ - set.front()));
    for (const std::int64_t number : set) {
      add_shifted(reached, bits_, static_cast<std::size_t>(number - set.front()));
    }
    bits_ = std::move(reached);
    lowest_ += set.front();
    size_ = 0;
    for (const std::uint64_t word : bits_) size_ += static_cast<std::size_t>(std::popcount(word));
  }

  Sums list() const {
    Sums sums;
    sums.reserve(size_);
    for (std::size_t i = 0; i < bits_.size(); ++i) {
      for (std::uint64_t word = bits_[i]; word != 0; word &= word - 1) {
        const auto at = i * kWord + static_cast<std::size_t>(std::countr_zero(word));
        sums.push_back(lowest_ + static_cast<std::int64_t>(at));
      }
    }
    return sums;
  }

 private:
  // One more than are needed, into which `add_shifted` carries; it stays empty.
  static std::size_t words_for(std::int64_t spread) {
    return static_cast<std::size_t>(spread) / kWord + 2;
  }

  std::int64_t lowest_;
  std::size_t size_;
  Bits bits_;
};

// A set to which others are added one by one: what sums there are. It is a list, or bits while
// they are few enough, so that a long row of small sets is not written out at every step.
class Adder {
 public:
  void add(const std::optional<Sums>& set) {
    if (failed_) return;
    if (!set) {
      failed_ = true;
    } else if (set->empty() || size() == 0) {
      dense_.reset();
      list_.clear();
    } else {
      add_some(*set);
    }
  }
  // Nothing when they are too many to list.
  std::optional<Sums> sums() const {
    if (failed_) return std::nullopt;
    return dense_ ? dense_->list() : list_;
  }

 private:
  std::size_t size() const { return dense_ ? dense_->size() : list_.size(); }

  void add_some(const Sums& set) {
    const std::int64_t spread = spread_ + spread_of(set);
    const std::size_t pairs = size() * set.size();
    const bool is_dense = spread <= kMaxSpread;
    if (pairs > (is_dense ? kMaxPairs : kMaxListed)) {
      failed_ = true;
      return;
    }
    spread_ = spread;
    if (!is_dense) {
      list_ = listed(dense_ ? dense_->list() : list_, set);
      dense_.reset();
      return;
    }
    // The shorter one is gone through, number by number.
    if (size() < set.size()) {
      const Sums shorter = dense_ ? dense_->list() : list_;
      dense_.emplace(set);
      dense_->add(shorter, shorter.back() + set.back());
      return;
    }
    const std::int64_t highest = spread + set.front() + (dense_ ? dense_->lowest() : list_.front());
    if (!dense_) dense_.emplace(list_);
    dense_->add(set, highest);
  }

  bool failed_ = false;
  std::int64_t spread_ = 0;
  Sums list_ = {0};
  std::optional<DenseSet> dense_;  // instead of the list
};

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
  Adder total;
  for (const ComponentIndex root : instrument_.roots) {
    sums_[root] = compute(root);
    total.add(sums_[root]);
  }
  total_ = total.sums();
  narrow(total_, kNoComponent);
}

Ratio LevelSums::value(std::int64_t sum, ComponentIndex index) const {
  return {sum, index == kNoComponent ? total_weight_ : weights_[index]};
}

std::optional<Sums> LevelSums::of_indicator(ComponentIndex index, bool tolerated) const {
  const Scale& scale = instrument_.scale_of(index);
  // A mean of levels need not be whole.
  if (!scale.whole || assessment_.kind == InstitutionKind::mean) return std::nullopt;
  Sums levels;
  if (tolerated) levels.assign(scale.tolerated.begin(), scale.tolerated.end());
  for (int level = scale.low; level <= scale.high; ++level) levels.push_back(level);
  std::ranges::sort(levels);
  for (std::int64_t& level : levels) level *= weights_[index];
  return levels;
}

std::optional<Sums> LevelSums::free_sums(ComponentIndex index, bool tolerated) const {
  if (instrument_.at(index).is_indicator()) return of_indicator(index, tolerated);
  Adder sums;
  for (const ComponentIndex child : instrument_.at(index).children) {
    sums.add(free_sums(child, tolerated));
  }
  return sums.sums();
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
  if (sums) kept_ += sums->size();
  if (kept_ > kMaxKept) sums.reset();
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
  Adder sums;
  for (const ComponentIndex child : instrument_.at(index).children) {
    sums_[child] = compute(child);
    sums.add(sums_[child]);
  }
  return sums.sums();
}

}  // namespace spbe
