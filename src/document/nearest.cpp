#include "document/nearest.hpp"

#include <algorithm>
#include <utility>

namespace spbe {

namespace {

// Longer words come from no person's typing and are not worth the quadratic work.
constexpr std::size_t kLongestWord = 64;

// Restricted Damerau-Levenshtein distance.
std::size_t distance(std::string_view a, std::string_view b) {
  const std::size_t width = b.size() + 1;
  std::vector<std::size_t> table((a.size() + 1) * width);
  const auto at = [&](std::size_t i, std::size_t j) -> std::size_t& {
    return table[i * width + j];
  };
  for (std::size_t i = 0; i <= a.size(); ++i) at(i, 0) = i;
  for (std::size_t j = 0; j <= b.size(); ++j) at(0, j) = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replace = a[i - 1] == b[j - 1] ? 0 : 1;
      at(i, j) = std::min({at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + replace});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) at(i, j) = std::min(at(i, j), at(i - 2, j - 2) + 1);
    }
  }
  return at(a.size(), b.size());
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
  std::size_t best_distance = std::max<std::size_t>(1, word.size() / 3) + 1;
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
    const std::size_t d = distance(wanted, folded);
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
