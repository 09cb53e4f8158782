#include <fmt/format.h>

#include <memory>
#include <ostream>

#include "cli/arguments.hpp"
#include "cli/context.hpp"
#include "cli/output.hpp"
#include "commands/commands.hpp"
#include "commands/completion/candidates.hpp"
#include "commands/completion/scripts.hpp"
#include "document/nearest.hpp"
#include "document/schema.hpp"
#include "render/style.hpp"

namespace spbe {

namespace {

Status print_script(Session& session, const CommonOptions& common, const std::string& shell) {
  Context context(session, common);
  const std::string_view script = completion_script(shell);
  if (script.empty()) {
    Diagnostics diagnostics;
    suggest_nearest(
        diagnostics.error("bad-choice", command_line(), {"SHELL", shell, join(shells(), ", ")}),
        shell, shells());
    context.print(diagnostics);
    return Status::bad_input;
  }
  Output output(context);
  output.write(script);
  return output.finish(Status::done);
}

}  // namespace

Status answer_shell(Session& session, const std::vector<std::string>& words, Language language) {
  const Candidates found = complete(session, words, language);
  for (const Candidate& candidate : found.words) {
    // A name of somebody's file stays one line, and one word of it.
    const std::string word = printable(candidate.word);
    session.out << (candidate.meaning.empty()
                        ? fmt::format("{}\n", word)
                        : fmt::format("{}\t{}\n", word, printable(candidate.meaning)));
  }
  if (found.paths == Candidates::Paths::files) session.out << kFilesToo << '\n';
  if (found.paths == Candidates::Paths::folders) session.out << kFoldersToo << '\n';
  session.out.flush();
  return Status::done;
}

Command completion_command() {
  const auto names = std::make_shared<std::vector<std::string>>();
  Command command;
  command.name = "completion";
  command.summary = {"Print what a shell needs so that the Tab key completes commands and names.",
                     "Cetak skrip agar tombol Tab melengkapi perintah dan nama di shell."};
  command.examples = {
      "Examples:\n"
      "  source <(spbe-index completion bash)        bash, for this session\n"
      "  spbe-index completion fish | source         fish\n"
      "  source <(spbe-index completion zsh)         zsh, after compinit\n"
      "  spbe-index completion powershell | Out-String | Invoke-Expression\n"
      "The script of powershell has not been tried on a real one.",
      "Contoh:\n"
      "  source <(spbe-index completion bash)        bash, untuk sesi ini\n"
      "  spbe-index completion fish | source         fish\n"
      "  source <(spbe-index completion zsh)         zsh, setelah compinit\n"
      "  spbe-index completion powershell | Out-String | Invoke-Expression\n"
      "Skrip untuk powershell belum pernah dicoba di PowerShell yang sebenarnya."};
  command.positionals = {
      {"SHELL", names.get(), {"bash, zsh, fish, powershell", "bash, zsh, fish, powershell"}, 1, 1}};
  command.configured = false;
  command.run = [names](Session& session, const CommonOptions& common) {
    return print_script(session, common, names->front());
  };
  return command;
}

}  // namespace spbe
