#pragma once

#include <string>

#include "cli/command.hpp"
#include "spbe/render/language.hpp"

namespace spbe {

// Manual pages in the macros of man(7), as UTF-8.
// Of the program: what it does, and a line for each command.
std::string program_manual(Language language);
// Of one command: its options and examples, as --help has them.
std::string command_manual(const Command& command, Language language);
// Of the file that people write, in section 5.
std::string format_manual(Language language);

}  // namespace spbe
