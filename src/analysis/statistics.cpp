#include "analysis/statistics.hpp"

#include <algorithm>
#include <cstdint>

namespace spbe {

namespace {

// The end of an interval, and whether the value can be there.
struct End {
  Ratio at;
  bool reached = true;
  friend auto operator<=>(const End&, const End&) = default;
};

// Each statistic has its lowest value when all are at their lower end, and is below or at what it
// is when all are at their upper end.
template <class Statistic>
Interval at_both_ends(const std::vector<Interval>& values, const Statistic& statistic) {
  std::vector<End> lows;
  std::vector<End> highs;
  for (const Interval& value : values) {
    lows.push_back({value.low, true});
    highs.push_back({value.high, !value.open_high});
  }
  std::ranges::sort(lows);
  std::ranges::sort(highs);
  const End low = statistic(lows);
  const End high = statistic(highs);
  return {low.at, high.at, !high.reached};
}

End middle_of(const std::vector<End>& sorted) {
  const std::size_t middle = sorted.size() / 2;
  const End& upper = sorted[middle];
  if (sorted.size() % 2 == 1) return upper;
  const End& lower = sorted[middle - 1];
  return {(lower.at + upper.at) / Ratio(2), lower.reached && upper.reached};
}

}  // namespace

std::optional<Interval> mean_of(const std::vector<Interval>& values) {
  if (values.empty()) return std::nullopt;
  try {
    Interval sum;
    for (const Interval& value : values) sum = sum + value;
    return sum * (Ratio(1) / Ratio(static_cast<std::int64_t>(values.size())));
  } catch (const RatioOverflow&) {
    return std::nullopt;
  }
}

Interval median_of(const std::vector<Interval>& values) { return at_both_ends(values, middle_of); }

Interval lowest_of(const std::vector<Interval>& values) {
  return at_both_ends(values, [](const std::vector<End>& sorted) { return sorted.front(); });
}

Interval highest_of(const std::vector<Interval>& values) {
  return at_both_ends(values, [](const std::vector<End>& sorted) { return sorted.back(); });
}

Interval best_tenth_of(const std::vector<Interval>& values) {
  return at_both_ends(values, [](const std::vector<End>& sorted) {
    const std::size_t best = (sorted.size() + 9) / 10;
    return sorted[sorted.size() - best];
  });
}

}  // namespace spbe
