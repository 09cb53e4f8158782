#pragma once

#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "spbe/base/diagnostic.hpp"
#include "spbe/model/instrument.hpp"

namespace spbe {

// What each level of each indicator asks for, in short; not the wording of the regulation.
struct Criteria {
  Bilingual caution;
  // By component: level and text.
  std::vector<std::vector<std::pair<int, Bilingual>>> levels;

  // Null when nothing is known of that level.
  const Bilingual* find(ComponentIndex indicator, Ratio level) const;
};

std::optional<Criteria> read_criteria(const std::shared_ptr<const Source>& source,
                                      const Instrument& instrument, Diagnostics& diagnostics);

// The built-in criteria of the instrument; nothing when there are none.
std::optional<Criteria> criteria_of(const Instrument& instrument);

}  // namespace spbe
