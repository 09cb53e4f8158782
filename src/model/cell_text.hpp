#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "spbe/base/ratio.hpp"

namespace spbe {

// "3", "3.40", "3,40", "-1".
bool is_plain_number(std::string_view text);
// With '.' as the decimal mark.
std::string with_dot(std::string text);
// Our own CSV tables put an apostrophe before what a spreadsheet would take for a formula.
std::string without_apostrophe(const std::string& text);
// Without blanks and no-break blanks around it.
std::string without_blanks(std::string_view text);
// Empty, or a way to write that there is nothing: "-", "n/a".
bool says_nothing(std::string_view text);

// "TOTAL", "Jumlah", "Rata-rata nasional": what stands below the rows of a table.
bool is_total_word(std::string_view text);

// "3,00" and "3.0" as "3"; anything else as it is.
std::string as_whole(std::string text);
// With at least that many decimals: "3,1" as "3.10". For numbers that were printed so, and lost
// their last zeros on the way.
std::string with_decimals(std::string text, int places);
// What a spreadsheet stored of a fraction of small parts, in fifteen digits, as "7/3"; anything
// else as it is.
std::string as_fraction(std::string text);

// The lines of a cell; "↵" in a line is a line break of its own, "\↵" the sign itself.
std::vector<std::string> lines_of_cell(std::string_view text);

// Units as a person lists them in a cell, a line each for `lines_of_cell`: a semicolon parts them
// as a line break does, and "\\;" is the sign itself.
std::string units_of_cell(std::string_view text);

// Lower case, single blanks for runs of blanks, dashes, underscores and line breaks, and without
// a point or colon at the end: how headings are compared.
std::string normalised(std::string_view heading);

}  // namespace spbe
