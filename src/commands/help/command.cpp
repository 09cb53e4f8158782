#include <memory>

#include "cli/arguments.hpp"
#include "cli/context.hpp"
#include "cli/output.hpp"
#include "commands/commands.hpp"

namespace spbe {

namespace {

Status help(Session& session, const CommonOptions& common, const std::vector<std::string>& names) {
  Context context(session, common);
  std::string text;
  if (names.empty()) {
    text = general_help(context.language());
  } else if (const CommandEntry* entry = find_command(names.front())) {
    text = command_help(entry->make(), context.language());
  } else {
    Diagnostics diagnostics;
    suggest_command(diagnostics.error("unknown-command", command_line(), {names.front()}),
                    names.front());
    context.print(diagnostics);
    return Status::bad_input;
  }
  Output output(context);
  output.write(text);
  return output.finish(Status::done);
}

}  // namespace

Command help_command() {
  const auto names = std::make_shared<std::vector<std::string>>();
  Command command;
  command.name = "help";
  command.summary = {"Say what the program does, or what a command does.",
                     "Jelaskan kegunaan program, atau kegunaan sebuah perintah."};
  command.examples = {
      "Examples:\n"
      "  spbe-index help\n"
      "  spbe-index help plan",
      "Contoh:\n"
      "  spbe-index help\n"
      "  spbe-index help plan"};
  command.positionals = {
      {"COMMAND", names.get(), {"one of the commands", "salah satu perintah"}, 0, 1}};
  command.configured = false;
  command.run = [names](Session& session, const CommonOptions& common) {
    return help(session, common, *names);
  };
  return command;
}

}  // namespace spbe
