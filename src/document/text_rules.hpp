#pragma once

#include "spbe/base/diagnostic.hpp"

namespace spbe {

// What must hold of the bytes before any YAML is parsed: not empty, at most 4 MiB, UTF-8,
// no NUL or other control character, no lone CR, no tab in the indentation, no directive.
// Adds one error and returns false for the first rule that is broken.
bool check_text(const Source& source, Diagnostics& diagnostics);

// The same without the last two: what must hold of any text.
bool check_characters(const Source& source, Diagnostics& diagnostics);

}  // namespace spbe
