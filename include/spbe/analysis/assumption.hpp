#pragma once

#include <optional>
#include <vector>

#include "spbe/model/assessment.hpp"

namespace spbe {

// What to take for levels that are not known yet: a value, or the lowest or highest of the scale.
struct Assumption {
  enum class Kind { lowest, highest, value };
  Kind kind = Kind::lowest;
  Ratio value;
};

// "low", "high", or a number; nothing for another word.
std::optional<Assumption> parse_assumption(std::string_view word);

// Gives every indicator without a level the assumed one, within its scale, unless a published
// value stands for it. Returns those it gave one.
std::vector<ComponentIndex> assume(Assessment& assessment, const Assumption& assumption);

}  // namespace spbe
