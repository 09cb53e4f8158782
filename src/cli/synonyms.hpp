#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace spbe {

// Words that people bring from other programs, or from Indonesian, and what they are called here.
// The command that goes by another name.
std::optional<std::string> meant_command(std::string_view word);
// The option, with its value where it needs one: "--format json".
std::optional<std::string> meant_option(std::string_view flag);

}  // namespace spbe
