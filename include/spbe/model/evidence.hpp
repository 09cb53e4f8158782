#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "spbe/base/diagnostic.hpp"
#include "spbe/model/instrument.hpp"

namespace spbe {

// Evidence that is usually accepted for each level of each indicator, in short; an assessor
// decides.
struct EvidenceGuide {
  struct Level {
    int level = 0;
    std::vector<Bilingual> items;
  };
  Bilingual caution;
  std::string source;
  std::vector<std::vector<Level>> levels;  // by component, levels ascending

  // Null when nothing is known of that level.
  const std::vector<Bilingual>* find(ComponentIndex indicator, int level) const;
};

std::optional<EvidenceGuide> read_evidence(const std::shared_ptr<const Source>& source,
                                           const Instrument& instrument, Diagnostics& diagnostics);

// The built-in guide of the instrument; nothing when there is none.
std::optional<EvidenceGuide> evidence_of(const Instrument& instrument);

}  // namespace spbe
