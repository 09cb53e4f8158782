#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "spbe/base/diagnostic.hpp"

namespace spbe {

// The candidate that a person who typed `word` most likely meant: the fewest insertions,
// deletions, replacements and swaps of neighbours, letter case aside, not more than a third
// of the word nor than ten; or the only candidate that begins with it. The first of equals.
std::optional<std::string> nearest_name(std::string_view word,
                                        const std::vector<std::string>& candidates);

// Hints at the nearest of `candidates`; says whether there is one.
bool suggest_nearest(Diagnostic& diagnostic, std::string_view word,
                     const std::vector<std::string>& candidates);

// ASCII letters only.
std::string lower_case(std::string_view text);

}  // namespace spbe
