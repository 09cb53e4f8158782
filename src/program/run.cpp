#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <new>
#include <ostream>

#include "cli/arguments.hpp"
#include "cli/context.hpp"
#include "cli/help_text.hpp"
#include "cli/options.hpp"
#include "cli/platform.hpp"
#include "commands/commands.hpp"
#include "model/builtin_data.hpp"
#include "spbe/base/ratio.hpp"

namespace spbe {

namespace {

Status unknown_command(Session& session, const std::string& word, Language language) {
  Diagnostics diagnostics;
  suggest_command(diagnostics.error("unknown-command", command_line(), {word}), word);
  const bool color = use_color("auto", session.environment.err_is_terminal, session.environment);
  return print_diagnostics(session, diagnostics, language, color, false);
}

// Puts "--" before the words that are files whatever they look like.
void close_options(const Command& command, const Environment& environment,
                   std::vector<std::string>& words) {
  if (command.literal_words == nullptr) return;
  const std::size_t literal = command.literal_words(environment, words);
  const auto first = words.end() - static_cast<std::ptrdiff_t>(literal);
  if (literal > 0 && std::find(words.begin(), first, "--") == first) words.insert(first, "--");
}

std::vector<Command> make_all() {
  std::vector<Command> commands;
  for (const CommandEntry& entry : all_commands()) commands.push_back(entry.make());
  return commands;
}

Status print_text(Session& session, const std::string& text, Language language) {
  session.out << fitted_help(text, session.environment.columns) << std::flush;
  if (session.out) return Status::done;
  Diagnostics diagnostics;
  diagnostics.error("cannot-write-output", command_line(), {platform::reason(errno)});
  const bool color = use_color("auto", session.environment.err_is_terminal, session.environment);
  return print_diagnostics(session, diagnostics, language, color, false);
}

// What is wrong with the words typed, or with the settings, which may say another language and be
// at fault elsewhere.
Status tell(Session& session, const Diagnostics& diagnostics, const CommonOptions& common,
            Language language) {
  if (!common.lang.empty())
    language = choose_language({"--lang", common.lang}, session.environment);
  const bool color =
      use_color(common.color, session.environment.err_is_terminal, session.environment);
  return print_diagnostics(session, diagnostics, language, color, false, common.settings);
}

}  // namespace

Status run(const std::vector<std::string>& args, Session& session) {
  const Language language = choose_language(args, session.environment);
  if (!args.empty() && args.front() == kAsksToComplete) {
    return answer_shell(session, {args.begin() + 1, args.end()}, language);
  }
  const std::size_t at = place_of_command(args);
  if (at == args.size()) {
    const auto given = [&](const char* flag) {
      return std::ranges::find(args, flag) != args.end();
    };
    if (given("--version") || given("-V")) {
      return print_text(session, fmt::format("spbe-index {}\n", builtin_version()), language);
    }
    if (given("--help") || given("-h")) {
      return print_text(session, general_help(language), language);
    }
    session.err << fitted_help(general_help(language), session.environment.columns);
    return Status::bad_input;
  }
  const CommandEntry* entry = find_command(args[at]);
  if (entry == nullptr) return unknown_command(session, args[at], language);

  std::vector<std::string> rest = args;
  rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(at));
  const Command command = entry->make();
  close_options(command, session.environment, rest);
  CommonOptions common;
  std::string text;
  Diagnostics diagnostics;
  switch (
      parse_arguments(command, rest, {session, language, make_all}, common, text, diagnostics)) {
    case Parsed::help:
      return print_text(session, text, language);
    case Parsed::wrong:
      return tell(session, diagnostics, common, language);
    case Parsed::run:
      if (!common.quiet) tell(session, diagnostics, common, language);
      break;
  }
  try {
    return command.run(session, common);
  } catch (const std::bad_alloc&) {
    session.err << say(language,
                       {"spbe-index: error: there is not enough memory; give --jobs 1, or "
                        "fewer files at a time\n",
                        "spbe-index: kesalahan: memori tidak cukup; pakai --jobs 1, atau berkas "
                        "yang lebih sedikit\n"});
    return Status::bad_input;
  } catch (const RatioOverflow&) {
    // Files that fit alone, but not together.
    diagnostics.error("numbers-too-fine", command_line());
    const bool color =
        use_color(common.color, session.environment.err_is_terminal, session.environment);
    return print_diagnostics(session, diagnostics, language, color, false);
  }
}

}  // namespace spbe
