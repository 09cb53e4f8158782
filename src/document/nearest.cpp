#include "document/nearest.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace spbe {

namespace {

// Longer words come from no person's typing and are not worth the quadratic work.
constexpr std::size_t kLongestWord = 64;
// More slips than these make another word of a long one.
constexpr std::size_t kMostEdits = 10;

// Restricted Damerau-Levenshtein distance, or `limit` where it is not below. Only what lies within
// `limit` of the diagonal can be: a file may have hundreds of unknown names, each to be compared
// with two thousand.
std::size_t distance(std::string_view a, std::string_view b, std::size_t limit) {
  using Row = std::array<std::size_t, kLongestWord + 1>;
  std::array<Row, 3> rows{};  // of a.size() + 1, the last three
  for (std::size_t j = 0; j <= b.size(); ++j) rows[0][j] = std::min(j, limit);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    Row& row = rows[i % 3];
    const Row& above = rows[(i + 2) % 3];
    row.fill(limit);
    row[0] = std::min(i, limit);
    std::size_t least = row[0];
    const std::size_t first = i > limit ? i - limit : 1;
    for (std::size_t j = first; j <= std::min(b.size(), i + limit); ++j) {
      const std::size_t replace = a[i - 1] == b[j - 1] ? 0 : 1;
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + replace, limit});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], rows[(i + 1) % 3][j - 2] + 1);
      least = std::min(least, row[j]);
    }
    // A swap looks two rows back, and adds one.
    if (least >= limit && std::ranges::min(above) >= limit) return limit;
  }
  return rows[a.size() % 3][b.size()];
}

}  // namespace

std::string lower_case(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

std::optional<std::string> nearest_name(std::string_view word,
                                        const std::vector<std::string>& candidates) {
  if (word.empty() || word.size() > kLongestWord) return std::nullopt;
  const std::string wanted = lower_case(word);
  const std::string* best = nullptr;
  std::size_t best_distance = std::clamp<std::size_t>(word.size() / 3, 1, kMostEdits) + 1;
  const std::string* prefixed = nullptr;
  std::size_t prefixed_count = 0;
  for (const std::string& candidate : candidates) {
    if (candidate.size() > kLongestWord) continue;
    const std::string folded = lower_case(candidate);
    if (folded.starts_with(wanted) && wanted.size() > 1) {
      prefixed = &candidate;
      ++prefixed_count;
    }
    const auto [shorter, longer] = std::minmax({wanted.size(), folded.size()});
    if (longer - shorter >= best_distance) continue;
    const std::size_t d = distance(wanted, folded, best_distance);
    if (d < best_distance && d < candidate.size()) {
      best_distance = d;
      best = &candidate;
    }
  }
  if (best != nullptr) return *best;
  if (prefixed_count == 1) return *prefixed;
  return std::nullopt;
}

bool suggest_nearest(Diagnostic& diagnostic, std::string_view word,
                     const std::vector<std::string>& candidates) {
  auto near = nearest_name(word, candidates);
  if (!near) return false;
  diagnostic.suggest("did-you-mean", {std::move(*near)});
  return true;
}

}  // namespace spbe
