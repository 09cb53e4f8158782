#pragma once

#include <optional>
#include <string>

#include "document/schema.hpp"
#include "spbe/model/assessment.hpp"

namespace spbe {

// Whether `node`, the mapping of an indicator, gives its value by `complete`, `items` or `from`.
bool has_value_form(const Document& document, const Node& node);

// The exact value that `complete`, `items` or `from` give; fills `details` with what was said.
// Nothing after an error, and nothing when `from` names an index without a known conversion:
// then `level` says the value.
std::optional<Ratio> read_value_form(Schema& schema, const Node& node, const Instrument& instrument,
                                     ComponentIndex indicator, Details& details);

// How a value was given, if not as a number: "{complete: 2}"; or nothing.
std::string form_text(const Details& details, const Instrument& instrument);

}  // namespace spbe
