#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command.hpp"
#include "spbe/base/diagnostic.hpp"

namespace spbe {

enum class Parsed { run, help, wrong };

// What there is around a command line.
struct World {
  Session& session;
  Language language;
  std::vector<Command> (*commands)();  // all that settings may speak of
};

// Parses `args` into the targets of the command's options and into `common`. On `help`, `text`
// is the help; on `wrong`, `diagnostics` says why.
Parsed parse_arguments(const Command& command, const std::vector<std::string>& args,
                       const World& world, CommonOptions& common, std::string& text,
                       Diagnostics& diagnostics);

// What `parse_arguments` says on `help`.
std::string command_help(const Command& command, Language language);

// The place of messages that are about the command line itself.
Location command_line();

// Without blanks around it.
std::string trimmed(std::string_view text);
// The words between commas, without blanks around them.
std::vector<std::string> split_list(const std::vector<std::string>& values);

// The whole number that an option's value spells, in [low, high]; an error otherwise.
struct NumberOption {
  std::string flag;
  std::string text;
  int low = 0;
  int high = 0;
};
std::optional<int> whole_number(const NumberOption& option, Diagnostics& diagnostics);

}  // namespace spbe
