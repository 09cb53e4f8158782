#include <algorithm>
#include <memory>

#include "cli/arguments.hpp"
#include "cli/output.hpp"
#include "commands/commands.hpp"
#include "commands/instruments/report.hpp"
#include "document/nearest.hpp"
#include "document/schema.hpp"
#include "model/instrument_parts.hpp"

namespace spbe {

namespace {

struct InstrumentsOptions {
  std::vector<std::string> ids;
};

// The one entry of which `part`, such as 59 or 8/2026, is a part of the id between hyphens.
std::vector<Catalog::Entry>::const_iterator only_with(const std::vector<Catalog::Entry>& entries,
                                                      std::string part) {
  std::ranges::replace(part, '/', '-');
  const auto holds = [&](const Catalog::Entry& entry) {
    return ("-" + entry.id + "-").find("-" + part + "-") != std::string::npos;
  };
  if (std::ranges::count_if(entries, holds) != 1) return entries.end();
  return std::ranges::find_if(entries, holds);
}

Status unknown_instrument(Context& context, const Catalog& catalog, const std::string& id) {
  Diagnostics diagnostics;
  Diagnostic& error =
      diagnostics.error("unknown-instrument", command_line(), {id, join(catalog.ids(), ", ")});
  suggest_nearest(error, id, catalog.ids());
  context.print(diagnostics);
  return Status::bad_input;
}

Status show_indicator(Context& context, const Instrument& instrument, const std::string& word) {
  const auto named = instrument.indicator_range(word);
  if (named.size() != 1) {
    Diagnostics diagnostics;
    suggest_indicators(
        diagnostics.error("unknown-indicator", command_line(), {word, instrument.name}),
        instrument);
    context.print(diagnostics);
    return Status::bad_input;
  }
  Output output(context);
  output.write(
      context.options().format == "json"
          ? indicator_levels_json(instrument, named.front())
          : context.drawn(indicator_levels_page(instrument, named.front(), context.language())));
  return output.finish(Status::done);
}

Status show(Session& session, const CommonOptions& common, const InstrumentsOptions& options) {
  Context context(session, common);
  const Catalog* catalog = context.catalog();
  if (catalog == nullptr) return Status::bad_input;
  catalog->prepare();
  const bool json = common.format == "json";
  std::string text;
  if (options.ids.empty()) {
    text = json ? instruments_json(*catalog)
                : context.drawn(instruments_page(*catalog, context.language()));
  } else {
    const auto& entries = catalog->entries();
    auto found = std::ranges::find(entries, options.ids.front(), &Catalog::Entry::id);
    if (found == entries.end()) found = only_with(entries, options.ids.front());
    if (found == entries.end()) return unknown_instrument(context, *catalog, options.ids.front());
    if (options.ids.size() > 1) return show_indicator(context, *found->instrument, options.ids[1]);
    text =
        json ? instrument_json(*found) : context.drawn(instrument_page(*found, context.language()));
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
  command.summary = {
      "List the instruments, show one as a tree, or one indicator's levels.",
      "Tampilkan daftar instrumen, susunan satu instrumen, atau tingkat satu indikator."};
  command.examples = {
      "Examples:\n"
      "  spbe-index instruments\n"
      "  spbe-index instruments permenpanrb-59-2020\n"
      "  spbe-index instruments permenpanrb-59-2020 12\n"
      "  spbe-index instruments --data-dir my-definitions/",
      "Contoh:\n"
      "  spbe-index instruments\n"
      "  spbe-index instruments permenpanrb-59-2020\n"
      "  spbe-index instruments permenpanrb-59-2020 12\n"
      "  spbe-index instruments --data-dir definisi-saya/"};
  command.positionals = {{"ID [INDICATOR]",
                          &options->ids,
                          {"the instrument, and one indicator", "instrumen, dan satu indikator"},
                          0,
                          2}};
  command.formats = {"text", "json"};
  command.run = [options](Session& session, const CommonOptions& common) {
    return show(session, common, *options);
  };
  return command;
}

}  // namespace spbe
