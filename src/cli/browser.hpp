#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "cli/context.hpp"

namespace spbe {

// `html` printed by a Chromium that is installed. Nothing after an error, which has been printed.
std::optional<std::string> print_page(Context& context, const std::string& html);

// A document for Word made by a pandoc that is installed: `markdown` shows the `charts`, SVG files
// by name. Nothing after an error, which has been printed.
using ChartFiles = std::vector<std::pair<std::string, std::string>>;
std::optional<std::string> make_document(Context& context, const std::string& markdown,
                                         const ChartFiles& charts);

}  // namespace spbe
