#include <fmt/format.h>

#include <filesystem>
#include <memory>
#include <optional>
#include <ostream>
#include <string_view>

#include "cli/arguments.hpp"
#include "cli/context.hpp"
#include "cli/folder.hpp"
#include "cli/output.hpp"
#include "cli/platform.hpp"
#include "commands/commands.hpp"
#include "commands/man/manual.hpp"
#include "commands/man/pages.hpp"

namespace spbe {

namespace {

struct ManOptions {
  std::vector<std::string> names;
  std::optional<std::string> out;
  bool force = false;
};

// "man assessment": the page of the file.
constexpr std::string_view kFormatTopic = "assessment";

// Every page, into DIR/man1, DIR/man5, DIR/id/man1 and DIR/id/man5, where man looks for them.
Status write_all(Context& context, const ManOptions& options) {
  Diagnostics diagnostics;
  for (const Language language : {Language::english, Language::indonesian}) {
    const std::filesystem::path top = platform::path_of(*options.out);
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
    OutputFolder formats(context, ((indonesian ? top / "id" : top) / "man5").generic_string(),
                         options.force);
    if (!formats.make()) return Status::bad_input;
    formats.write(fmt::format("{}.5", kFormatPage), format_manual(language),
                  std::string(kFormatTopic), command_line(), diagnostics);
    if (context.print(diagnostics) || folder.failed() || formats.failed()) return Status::bad_input;
    if (!context.options().quiet) context.session().err << folder.report() << formats.report();
  }
  return Status::done;
}

Status print_one(Context& context, const std::vector<std::string>& names) {
  if (names.empty() || names.front() != kFormatTopic) {
    return tell_of(context, names, program_manual, command_manual);
  }
  Output output(context);
  output.write(format_manual(context.language()));
  return output.finish(Status::done);
}

}  // namespace

Command man_command() {
  const auto options = std::make_shared<ManOptions>();
  Command command;
  command.name = "man";
  command.summary = {"Print the manual page of the program, of a command, or of the file format.",
                     "Cetak halaman manual program, sebuah perintah, atau bentuk berkasnya."};
  command.examples = {
      "Examples:\n"
      "  spbe-index man plan | man -l -\n"
      "  spbe-index man assessment | man -l -       the file that you write\n"
      "  spbe-index man --out ~/.local/share/man",
      "Contoh:\n"
      "  spbe-index man plan --lang id | man -l -\n"
      "  spbe-index man assessment --lang id | man -l -       berkas yang ditulis\n"
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
                      {"replace files that exist", "ganti berkas yang sudah ada"},
                      "",
                      {},
                      false}};
  command.positionals = {
      {"COMMAND",
       &options->names,
       {"one of the commands, or assessment", "salah satu perintah, atau assessment"},
       0,
       1}};
  command.configured = false;
  command.run = [options](Session& session, const CommonOptions& common) {
    Context context(session, common);
    return options->out ? write_all(context, *options) : print_one(context, options->names);
  };
  return command;
}

}  // namespace spbe
