#include <algorithm>
#include <memory>

#include "cli/arguments.hpp"
#include "cli/output.hpp"
#include "commands/commands.hpp"
#include "commands/instruments/report.hpp"
#include "document/nearest.hpp"
#include "document/schema.hpp"

namespace spbe {

namespace {

struct InstrumentsOptions {
  std::vector<std::string> ids;
};

Status unknown_instrument(Context& context, const Catalog& catalog, const std::string& id) {
  Diagnostics diagnostics;
  Diagnostic& error = diagnostics.error("unknown-instrument", command_line(),
                                        {printable(id), join(catalog.ids(), ", ")});
  if (const auto near = nearest_name(id, catalog.ids())) error.suggest("did-you-mean", {*near});
  context.print(diagnostics);
  return Status::bad_input;
}

Status show(Session& session, const CommonOptions& common, const InstrumentsOptions& options) {
  Context context(session, common);
  const Catalog* catalog = context.catalog();
  if (catalog == nullptr) return Status::bad_input;
  catalog->prepare();
  const bool json = common.format == "json";
  std::string text;
  if (options.ids.empty()) {
    text = json ? instruments_json(*catalog) : instruments_text(*catalog, context.style());
  } else {
    const auto& entries = catalog->entries();
    const auto found = std::ranges::find(entries, options.ids.front(), &Catalog::Entry::id);
    if (found == entries.end()) return unknown_instrument(context, *catalog, options.ids.front());
    text = json ? instrument_json(*found) : instrument_text(*found, context.style());
  }
  Output output(context);
  output.write(text);
  return output.finish(Status::done);
}

}  // namespace

Command instruments_command() {
  const auto options = std::make_shared<InstrumentsOptions>();
  Command command;
  command.name = "instruments";
  command.summary = {"List the instruments, or show one as a tree.",
                     "Daftar instrumen, atau tampilkan satu sebagai pohon."};
  command.examples = {
      "Examples:\n"
      "  spbe-index instruments\n"
      "  spbe-index instruments permenpanrb-59-2020\n"
      "  spbe-index instruments --data-dir my-definitions/",
      "Contoh:\n"
      "  spbe-index instruments\n"
      "  spbe-index instruments permenpanrb-59-2020\n"
      "  spbe-index instruments --data-dir definisi-saya/"};
  command.positionals = {
      {"ID", &options->ids, {"the instrument to show", "instrumen yang ditampilkan"}, 0, 1}};
  command.formats = {"text", "json"};
  command.run = [options](Session& session, const CommonOptions& common) {
    return show(session, common, *options);
  };
  return command;
}

}  // namespace spbe
