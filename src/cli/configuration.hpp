#pragma once

#include <functional>
#include <string>
#include <vector>

#include "cli/arguments.hpp"
#include "cli/command.hpp"
#include "spbe/base/diagnostic.hpp"

namespace spbe {

// The settings of a repository: options by their long names, those of all commands at the root,
// those of one command below its name. What is said where a file lies or what is left out is seen
// from the folder of the settings. Where a result goes is no setting: nobody's files are to be
// written because of a file that lies about.
inline constexpr const char* kConfigurationFile = ".spbe-index.yaml";

// Reads the settings of --config, or the nearest kConfigurationFile from the working folder up to
// the root of its repository, and puts into the targets of `options` those that concern `command`
// and are not `given` on the command line. `common.settings` tells which.
void configure(const Command& command, const std::vector<Option>& options,
               const std::function<bool(const std::string& flag)>& given, CommonOptions& common,
               const World& world, Diagnostics& diagnostics);

}  // namespace spbe
