#pragma once

#include <string>
#include <string_view>

namespace spbe {

// `text` as a YAML value on one line: as it is where that is safe in block and flow style, else
// in double quotes.
std::string yaml_text(std::string_view text);

// The same for a key: letters, digits and a few marks as they are, the rest in double quotes.
std::string yaml_key(std::string_view text);

}  // namespace spbe
