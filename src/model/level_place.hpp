#pragma once

#include "document/node.hpp"
#include "spbe/model/assessment.hpp"

namespace spbe {

// The end of the text of `node`, closing brackets included.
std::uint32_t end_of_value(const Document& document, const Node& node);

// Where a level stands in the file, or where it can be put.

// Of a plain level, or of a key with nothing after it.
LevelPlace place_of_level(const Document& document, const Node& value);
// Of the value of an indicator's mapping: its `level`, `complete`, `items` or `from`, or the
// mapping itself where it has none of them.
LevelPlace place_in_details(const Document& document, const Node& details);

}  // namespace spbe
