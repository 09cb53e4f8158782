#include "cli/context.hpp"

#include <algorithm>
#include <ostream>
#include <thread>

#include "cli/arguments.hpp"
#include "cli/input.hpp"
#include "cli/platform.hpp"
#include "document/nearest.hpp"
#include "document/schema.hpp"
#include "render/page_writers.hpp"
#include "spbe/render/message.hpp"

namespace spbe {

namespace {

bool names_a_file(const std::string& text) {
  return text == "-" || platform::path_of(text).has_parent_path() || text.ends_with(".yaml") ||
         text.ends_with(".yml");
}

}  // namespace

Language choose_language(const std::vector<std::string>& args, const Environment& environment) {
  std::string wanted = environment.locale;
  for (std::size_t i = 0; i < args.size() && args[i] != "--"; ++i) {
    if (args[i].starts_with("--lang=")) wanted = args[i].substr(7);
    if (args[i] == "--lang" && i + 1 < args.size()) wanted = args[i + 1];
  }
  const bool indonesian = wanted == "id" || wanted.starts_with("id_") ||
                          wanted.starts_with("id-") || wanted.starts_with("id.");
  return indonesian ? Language::indonesian : Language::english;
}

bool use_color(const std::string& when, bool terminal, const Environment& environment) {
  if (when == "always") return true;
  if (when == "never" || environment.no_color) return false;
  return environment.force_color || (terminal && !environment.dumb);
}

namespace {

Diagnostic placed(Diagnostic diagnostic, const std::vector<Setting>& settings) {
  if (diagnostic.location.file != command_line().file) return diagnostic;
  const auto names = [&](const std::string& word) {
    return std::ranges::find(diagnostic.args, word) != diagnostic.args.end();
  };
  auto found = std::ranges::find_if(settings, names, &Setting::flag);
  if (found == settings.end()) {
    found = std::ranges::find_if(settings, [&](const Setting& setting) {
      return std::ranges::any_of(setting.words, names);
    });
  }
  if (found != settings.end()) diagnostic.location = found->place;
  return diagnostic;
}

}  // namespace

Status print_diagnostics(Session& session, const Diagnostics& diagnostics, Language language,
                         bool color, bool quiet, const std::vector<Setting>& settings) {
  const DiagnosticStyle style{language, session.environment.err_is_terminal || color, color};
  for (const Diagnostic& diagnostic : diagnostics.list()) {
    if (quiet && diagnostic.severity == Severity::warning) continue;
    session.err << render_diagnostic(placed(diagnostic, settings), style);
  }
  if (diagnostics.unlisted() > 0 && (diagnostics.has_errors() || !quiet)) {
    const Severity severity = diagnostics.has_errors() ? Severity::error : Severity::warning;
    session.err << render_diagnostic({severity,
                                      "more-of-them",
                                      {std::to_string(diagnostics.unlisted())},
                                      {diagnostics.list().front().location.file},
                                      {},
                                      {}},
                                     style);
  }
  return diagnostics.has_errors() ? Status::bad_input : Status::done;
}

Context::Context(Session& session, const CommonOptions& options)
    : session_(session), options_(options) {
  const std::string& lang = options.lang.empty() ? session.environment.locale : options.lang;
  style_.language = choose_language({"--lang", lang}, session.environment);
  style_.width = session.environment.columns;
  // A file is no terminal, and stays plain even where colour is forced on what is not one.
  Environment environment = session.environment;
  if (options.output) environment.out_is_terminal = environment.force_color = false;
  style_.color = use_color(options.color, environment.out_is_terminal, environment);
}

std::string Context::drawn(const page::Page& page) const {
  if (options_.format == "xlsx") return page_workbook(page);
  return options_.format == "markdown" ? page_markdown(page) : page_text(page, style_);
}

std::size_t Context::jobs() const {
  if (options_.jobs > 0) return options_.jobs;
  return std::max<std::size_t>(1, std::thread::hardware_concurrency());
}

void Context::hide_progress() {
  if (progress_ != nullptr) progress_->erase();
}

bool Context::print(const Diagnostics& diagnostics) {
  if (diagnostics.list().empty()) return false;
  hide_progress();
  const bool color =
      use_color(options_.color, session_.environment.err_is_terminal, session_.environment);
  return print_diagnostics(session_, diagnostics, style_.language, color, options_.quiet,
                           options_.settings) != Status::done;
}

void Context::report_written(const std::string& path, const std::string& next) {
  if (options_.quiet) return;
  hide_progress();
  session_.err << printable(path) << say(language(), {" written", " ditulis"});
  if (!next.empty()) session_.err << "; " << next;
  session_.err << "\n";
}

void Context::complain(std::string code, std::vector<std::string> args) {
  Diagnostics diagnostics;
  diagnostics.error(std::move(code), command_line(), std::move(args));
  print(diagnostics);
}

bool Context::add_definition(const std::string& path, const char* flag) {
  Diagnostics diagnostics;
  const auto source = read_source(path, session_, diagnostics);
  // By settings that lie about, anybody's.
  const bool unasked =
      !options_.config &&
      std::ranges::find(options_.settings, flag, &Setting::flag) != options_.settings.end();
  const bool added = source && (unasked ? catalog_->add_unasked(source, diagnostics)
                                        : catalog_->add(source, diagnostics));
  diagnostics.sort();
  print(diagnostics);
  return added;
}

const Catalog* Context::catalog() {
  if (catalog_) return catalog_.get();
  catalog_ = std::make_unique<Catalog>();
  bool fine = true;
  for (const std::string& name : options_.instruments) {
    if (names_a_file(name)) fine = add_definition(name, "--instrument") && fine;
  }
  if (options_.data_dir) {
    Diagnostics diagnostics;
    for (const std::string& path : expand_inputs({*options_.data_dir}, {}, diagnostics)) {
      fine = add_definition(path, "--data-dir") && fine;
    }
    fine = !print(diagnostics) && fine;
  }
  if (!options_.instruments.empty()) {
    const std::string& name = options_.instruments.front();
    if (!names_a_file(name)) {
      const auto ids = catalog_->ids();
      if (std::ranges::find(ids, name) == ids.end()) {
        Diagnostics diagnostics;
        Diagnostic& error = diagnostics.error("bad-choice", command_line(),
                                              {"--instrument", name, join(ids, ", ")});
        suggest_nearest(error, name, ids);
        fine = !print(diagnostics) && fine;
      }
      catalog_->set_default(name);
    } else if (fine) {
      catalog_->set_default(catalog_->entries().front().id);
    }
  }
  if (!fine) catalog_.reset();
  return catalog_.get();
}

}  // namespace spbe
