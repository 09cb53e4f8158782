#pragma once

#include <string>
#include <string_view>

namespace spbe {

// A text from a file, safe in a markdown table and in HTML.
std::string markdown_text(std::string_view text);

}  // namespace spbe
