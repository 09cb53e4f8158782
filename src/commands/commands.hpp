#pragma once

#include <vector>

#include "cli/command.hpp"

namespace spbe {

// One factory a command; each stands in the file of its name.
Command compute_command();
Command diff_command();
Command check_command();
Command explain_rule_command();
Command explain_command();
Command instruments_command();
Command plan_command();
Command trend_command();
Command whatif_command();
Command import_command();
Command init_command();
Command worksheet_command();
Command rank_command();
Command report_command();
Command migrate_command();

// All commands, in the order of --help.
struct CommandEntry {
  const char* name;
  Words summary;
  Command (*make)();
};
const std::vector<CommandEntry>& all_commands();

}  // namespace spbe
