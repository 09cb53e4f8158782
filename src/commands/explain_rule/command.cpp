#include <memory>

#include "cli/arguments.hpp"
#include "cli/context.hpp"
#include "cli/output.hpp"
#include "commands/commands.hpp"
#include "commands/explain_rule/rule_pages.hpp"
#include "document/nearest.hpp"

namespace spbe {

namespace {

Status explain(Session& session, const CommonOptions& common,
               const std::vector<std::string>& names) {
  Context context(session, common);
  std::string text;
  if (names.empty()) {
    text = context.drawn(page_of_rules(context.language()));
  } else {
    const RulePage* page = find_rule_page(names.front());
    if (page == nullptr) {
      Diagnostics diagnostics;
      Diagnostic& error = diagnostics.error("unknown-rule", command_line(), {names.front()});
      if (!suggest_nearest(error, names.front(), rule_page_names())) {
        error.suggest("see-rules");
      }
      context.print(diagnostics);
      return Status::bad_input;
    }
    text = context.drawn(page_of_rule(*page, context.language()));
  }
  Output output(context);
  output.write(text);
  return output.finish(Status::done);
}

}  // namespace

Command explain_rule_command() {
  const auto names = std::make_shared<std::vector<std::string>>();
  Command command;
  command.name = "explain-rule";
  command.summary = {"Say why a rule of check is there, and how to mend what it finds.",
                     "Jelaskan alasan sebuah aturan check dan cara memperbaiki temuannya."};
  command.examples = {
      "Examples:\n"
      "  spbe-index explain-rule\n"
      "  spbe-index explain-rule published-index",
      "Contoh:\n"
      "  spbe-index explain-rule\n"
      "  spbe-index explain-rule published-index"};
  command.positionals = {{"NAME",
                          names.get(),
                          {"the rule, as in [brackets] after a finding",
                           "aturan, seperti dalam [kurung] setelah temuan"},
                          0,
                          1}};
  command.formats = {"text", "markdown"};
  command.run = [names](Session& session, const CommonOptions& common) {
    return explain(session, common, *names);
  };
  return command;
}

}  // namespace spbe
