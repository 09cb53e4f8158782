#pragma once

#include <string>
#include <vector>

#include "spbe/model/assessment.hpp"
#include "spbe/model/migration.hpp"
#include "spbe/render/language.hpp"

namespace spbe {

// What an older assessment, by another instrument, has to say about one new indicator.
struct CarriedOver {
  std::vector<std::string> units;  // of the old indicators, each once
  std::string note;     // one line, as it was written: levels, notes, evidence, what is new
  std::string heading;  // "reused", "updated", "new", in words
};
// `entry` is of `migration`, and `from` of the instrument that it starts from.
CarriedOver carried_over(const Migration::Entry& entry, const Assessment& from, Language language);

// "11 Arsitektur SPBE".
std::string named_shortly(const Component& component, Language language);

}  // namespace spbe
