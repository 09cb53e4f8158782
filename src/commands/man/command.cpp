#include <fmt/format.h>

#include <filesystem>
#include <memory>
#include <optional>
#include <ostream>

#include "cli/arguments.hpp"
#include "cli/context.hpp"
#include "cli/folder.hpp"
#include "commands/commands.hpp"
#include "commands/man/pages.hpp"

namespace spbe {

namespace {

struct ManOptions {
  std::vector<std::string> names;
  std::optional<std::string> out;
  bool force = false;
};

// Every page, into DIR/man1 and DIR/id/man1, where man looks for them.
Status write_all(Context& context, const ManOptions& options) {
  Diagnostics diagnostics;
  for (const Language language : {Language::english, Language::indonesian}) {
    const std::filesystem::path top = *options.out;
    const bool indonesian = language == Language::indonesian;
    OutputFolder folder(context, ((indonesian ? top / "id" : top) / "man1").generic_string(),
                        options.force);
    if (!folder.make()) return Status::bad_input;
    folder.write("spbe-index.1", program_manual(language), "spbe-index", command_line(),
                 diagnostics);
    for (const CommandEntry& entry : all_commands()) {
      folder.write(fmt::format("spbe-index-{}.1", entry.name),
                   command_manual(entry.make(), language), entry.name, command_line(), diagnostics);
    }
    if (context.print(diagnostics) || folder.failed()) return Status::bad_input;
    if (!context.options().quiet) context.session().err << folder.report();
  }
  return Status::done;
}

}  // namespace

Command man_command() {
  const auto options = std::make_shared<ManOptions>();
  Command command;
  command.name = "man";
  command.summary = {"Print the manual page of the program or of a command, for man(1).",
                     "Cetak halaman manual program atau sebuah perintah, untuk man(1)."};
  command.examples = {
      "Examples:\n"
      "  spbe-index man plan | man -l -\n"
      "  spbe-index man --out ~/.local/share/man",
      "Contoh:\n"
      "  spbe-index man plan --lang id | man -l -\n"
      "  spbe-index man --out ~/.local/share/man"};
  command.options = {{"--out",
                      &options->out,
                      {"write all pages, in both languages, below this folder",
                       "tulis semua halaman, dalam kedua bahasa, di bawah folder ini"},
                      "DIR",
                      {},
                      false},
                     {"--force",
                      &options->force,
                      {"replace files that exist", "timpa berkas yang ada"},
                      "",
                      {},
                      false}};
  command.positionals = {
      {"COMMAND", &options->names, {"one of the commands", "salah satu perintah"}, 0, 1}};
  command.configured = false;
  command.run = [options](Session& session, const CommonOptions& common) {
    Context context(session, common);
    return options->out ? write_all(context, *options)
                        : tell_of(context, options->names, program_manual, command_manual);
  };
  return command;
}

}  // namespace spbe
