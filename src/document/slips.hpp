#pragma once

#include <string_view>

#include "spbe/base/diagnostic.hpp"

namespace spbe {

// A colon where no key can stand, at the offset `at` of the text: says what the person who wrote it
// most likely left out, or that it is a colon.
void report_unexpected_colon(const Source& source, std::size_t at, Diagnostics& diagnostics);

// Whether `text` is a key, a colon and a value without a blank between: "3:4", "year:2024". The
// address of a page is none.
bool is_pair_without_blank(std::string_view text);

// Reports the pair at `span` as one.
void report_missing_blank(const Source& source, Span span, Diagnostics& diagnostics);

// The same for every pair that stands on a line of its own where keys stand; `span` is one of them.
void report_missing_blanks(const Source& source, Span span, Diagnostics& diagnostics);

}  // namespace spbe
