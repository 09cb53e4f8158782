#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "spbe/base/diagnostic.hpp"
#include "spbe/model/instrument.hpp"

namespace spbe {

struct Criterion {
  int level = 0;
  Bilingual text;
  int items = 0;  // pieces of evidence the level asks for; 0: nothing is known
};

// What each level of each indicator asks for, in short; not the wording of the regulation.
struct Criteria {
  Bilingual caution;
  std::vector<std::vector<Criterion>> levels;  // by component, levels ascending

  // Null when nothing is known of that level.
  const Criterion* criterion(ComponentIndex indicator, int level) const;
  const Bilingual* find(ComponentIndex indicator, Ratio level) const;
};

std::optional<Criteria> read_criteria(const std::shared_ptr<const Source>& source,
                                      const Instrument& instrument, Diagnostics& diagnostics);

// The built-in criteria of the instrument; nothing when there are none.
std::optional<Criteria> criteria_of(const Instrument& instrument);

}  // namespace spbe
