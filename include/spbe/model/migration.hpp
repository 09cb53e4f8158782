#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "spbe/base/diagnostic.hpp"
#include "spbe/model/instrument.hpp"

namespace spbe {

// How much of the old evidence serves a new indicator: all as it is, with changes, hardly any.
enum class Carries { reuse, update, nothing };

// What of one instrument carries over to the indicators of another; never a level.
struct Migration {
  struct Cover {
    std::vector<ComponentIndex> indicators;  // of the old instrument
    bool inferred = false;                   // only concluded from names and contents
    std::string source;                      // a key of data/README.md, or empty
  };
  struct Entry {
    ComponentIndex indicator = kNoComponent;  // of the new instrument
    Carries carries = Carries::nothing;
    std::vector<Cover> covers;
    Bilingual added;  // what the new indicator asks for that the old ones did not
  };
  std::string from;
  std::string to;
  std::string status;  // verified, secondary
  Bilingual caution;
  std::vector<Entry> entries;  // in the order of the new instrument, one an indicator

  const Entry* find(ComponentIndex indicator) const;
};

std::optional<Migration> read_migration(const std::shared_ptr<const Source>& source,
                                        const Instrument& from, const Instrument& to,
                                        Diagnostics& diagnostics);

bool has_migration(std::string_view from, std::string_view to);
// The built-in migration between the two; nothing when there is none.
std::optional<Migration> migration_between(const Instrument& from, const Instrument& to);

}  // namespace spbe
