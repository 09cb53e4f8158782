#pragma once

#include <string>
#include <vector>

#include "cli/command.hpp"
#include "spbe/base/diagnostic.hpp"

namespace spbe {

enum class Parsed { run, help, wrong };

// Parses `args` into the targets of the command's options and into `common`. On `help`, `text`
// is the help; on `wrong`, `diagnostics` says why.
Parsed parse_arguments(const Command& command, const std::vector<std::string>& args,
                       Language language, CommonOptions& common, std::string& text,
                       Diagnostics& diagnostics);

// The place of messages that are about the command line itself.
Location command_line();

}  // namespace spbe
