#pragma once

#include <memory>

#include "document/node.hpp"
#include "spbe/base/diagnostic.hpp"
#include "spbe/model/instrument.hpp"

namespace spbe {

// Reads one definition and validates it (see instrument_rules.hpp). Null after an error.
std::shared_ptr<const Instrument> read_instrument(const std::shared_ptr<const Source>& source,
                                                  Diagnostics& diagnostics);

// The same from a document that has been read.
std::shared_ptr<const Instrument> read_instrument(const Document& document,
                                                  Diagnostics& diagnostics);

// The id and years of a definition, from its lines `id:` and `years:`, without reading the
// rest of it. Only for built-in files, which are tested to agree.
struct InstrumentHeader {
  std::string id;
  YearRange years;
};
InstrumentHeader peek_instrument(std::string_view text);

// "2021-2025", "2026-" or "2018".
std::optional<YearRange> parse_years(std::string_view text);

}  // namespace spbe
