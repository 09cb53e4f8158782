#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace spbe {

// The text of a help, whose lines end where they were written, on lines of `width` columns: what
// an option does goes on in its column, and a paragraph with a line too long is filled anew.
std::string fitted_help(std::string_view text, std::size_t width);

}  // namespace spbe
