#pragma once

#include <string>
#include <string_view>

#include "spbe/render/language.hpp"

namespace spbe {

// What stands for a value in usage and help, "FILE [ID]", as a reader of that language knows it:
// "BERKAS [ID]". Words that are not in capitals stay.
std::string placeholder(std::string_view name, Language language);

}  // namespace spbe
