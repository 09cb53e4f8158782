#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command.hpp"

namespace spbe {

class Context;

// One factory a command; each stands in the file of its name.
Command compute_command();
Command diff_command();
Command check_command();
Command explain_rule_command();
Command explain_command();
Command instruments_command();
Command plan_command();
Command certainty_command();
Command targets_command();
Command trend_command();
Command stages_command();
Command whatif_command();
Command import_command();
Command init_command();
Command worksheet_command();
Command rank_command();
Command peers_command();
Command report_command();
Command migrate_command();
Command help_command();
Command version_command();
Command completion_command();
Command man_command();

// All commands, in the order of --help.
struct CommandEntry {
  const char* name;
  Words summary;
  Command (*make)();
};
std::span<const CommandEntry> all_commands();
// The first argument with which the scripts of `completion` ask what may come next.
inline constexpr const char* kAsksToComplete = "__complete";
Status answer_shell(Session& session, const std::vector<std::string>& words, Language language);
// Null when there is none of this name.
const CommandEntry* find_command(std::string_view name);
// Hints at the command that `word`, which is none, may mean.
void suggest_command(Diagnostic& error, const std::string& word);
// Writes what `of_command` says of the command that `names` names, or with no name what
// `of_program` says; an error for a word that is no command.
Status tell_of(Context& context, const std::vector<std::string>& names,
               const std::function<std::string(Language)>& of_program,
               const std::function<std::string(const Command&, Language)>& of_command);
// What --help says before a command's name.
std::string general_help(Language language);

}  // namespace spbe
