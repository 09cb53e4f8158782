#pragma once

#include <optional>
#include <string>

#include "cli/context.hpp"

namespace spbe {

// `html` printed by a Chromium that is installed. Nothing after an error, which has been printed.
std::optional<std::string> print_page(Context& context, const std::string& html);

}  // namespace spbe
