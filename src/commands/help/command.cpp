#include <memory>

#include "cli/arguments.hpp"
#include "cli/context.hpp"
#include "cli/help_text.hpp"
#include "commands/commands.hpp"

namespace spbe {

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
    Context context(session, common);
    const std::size_t width = context.style().width;
    return tell_of(
        context, *names,
        [&](Language language) { return fitted_help(general_help(language), width); },
        [&](const Command& one, Language language) {
          return fitted_help(command_help(one, language), width);
        });
  };
  return command;
}

}  // namespace spbe
