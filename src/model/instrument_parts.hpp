#pragma once

#include <optional>
#include <vector>

#include "document/schema.hpp"
#include "model/instrument_rules.hpp"
#include "spbe/model/instrument.hpp"

namespace spbe {

// The parts of a definition that stand beside its tree.
std::vector<Scale> read_scales(Schema& schema, const Node& node);
std::optional<Category> read_category(Schema& schema, const Node& node);
CategoryRule read_category_rule(Schema& schema, const Node& node);
Bilingual read_bilingual(Schema& schema, const Node& node);

// The text at `key`: `english` and `indonesian`, or one text that stands for both. Empty without
// the key.
Bilingual read_text_in_languages(Schema& schema, const Node& mapping, std::string_view key);

// `editions` and `prerequisites`; the tree must have been read.
void read_advice(Schema& schema, const Node& root, Instrument& instrument,
                 InstrumentPlaces& places);

// One indicator or range, or a list of them; unknown ones are reported.
std::vector<ComponentIndex> read_indicator_set(Schema& schema, const Node& node,
                                               const Instrument& instrument);

// Adds the first and the last indicator there are.
void suggest_indicators(Diagnostic& error, const Instrument& instrument);
// The same of the codes that begin as `word` does: "D1 to D4" for "D5". Says whether there are any.
bool suggest_codes(Diagnostic& error, const Instrument& instrument, std::string_view word);

}  // namespace spbe
