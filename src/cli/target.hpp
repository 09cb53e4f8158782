#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "spbe/analysis/evaluation.hpp"
#include "spbe/base/diagnostic.hpp"

namespace spbe {

// An index to reach, as the words of --target say it.
struct Target {
  std::optional<std::size_t> category;  // when it is a category
  Ratio index;                          // the least exact index that reaches it
};

// A category or a number; for an empty word the category above the present one, and nothing when
// there is none. Nothing after an error.
std::optional<Target> choose_target(const std::string& word, const IndexResult& result,
                                    CategoryBasis basis, Diagnostics& diagnostics);

}  // namespace spbe
