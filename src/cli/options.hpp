#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/command.hpp"

namespace spbe {

// The command's own options, then those of all, which go into `common` and `jobs`.
std::vector<Option> all_options(const Command& command, CommonOptions& common,
                                std::optional<std::string>& jobs);

// The place of the command's name among the arguments, or their number.
std::size_t place_of_command(const std::vector<std::string>& args);

// "--output" of "-o,--output".
std::string long_flag(const Option& option);
// Whether its values are files or folders that are read: a setting must not name one elsewhere.
bool names_files(const Option& option);
// Those of `options`, and --help.
std::vector<std::string> long_flags(const std::vector<Option>& options);
// Whether one of `options` is `spelled`, which may go on with a value: "--format json".
bool knows(const std::vector<Option>& options, const std::string& spelled);

}  // namespace spbe
