#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/command.hpp"
#include "cli/progress.hpp"
#include "render/csv.hpp"
#include "render/style.hpp"
#include "spbe/base/diagnostic.hpp"
#include "spbe/model/catalog.hpp"

namespace spbe {

namespace page {
struct Page;
}

// What every command starts from: how to write, and the definitions to read with.
class Context {
 public:
  Context(Session& session, const CommonOptions& options);

  Session& session() { return session_; }
  const CommonOptions& options() const { return options_; }
  const Style& style() const { return style_; }
  Language language() const { return style_.language; }

  // A page in the format for people that --format names: markdown, xlsx, else text.
  std::string drawn(const page::Page& page) const;

  // How tables of csv are written.
  CsvDialect csv() const { return {options_.csv.has_value(), style_.language}; }

  // The definitions of --instrument and --data-dir before the built-in ones; null after an
  // error, which has been printed.
  const Catalog* catalog();

  // Prints them in order to the error stream, warnings only without --quiet. Returns whether
  // there was an error.
  bool print(const Diagnostics& diagnostics);
  // Threads to read with: --jobs, or as many as there are cores.
  std::size_t jobs() const;
  // The bar to wipe out before anything is written; null for none.
  void show(Progress* progress) { progress_ = progress; }
  void hide_progress();

  // Says on the error stream, unless --quiet, that a file was written, and what comes next.
  void report_written(const std::string& path, const std::string& next = {});

  // Prints one error that is about the command line or the world, not about a file's text.
  void complain(std::string code, std::vector<std::string> args = {});

 private:
  bool add_definition(const std::string& path, const char* flag);

  Session& session_;
  const CommonOptions& options_;
  Style style_;
  std::unique_ptr<Catalog> catalog_;
  Progress* progress_ = nullptr;
};

// "id" when the words after --lang or the locale say so.
Language choose_language(const std::vector<std::string>& args, const Environment& environment);

// What is said of the command line is said of the settings where these hold the option or the word.
Status print_diagnostics(Session& session, const Diagnostics& diagnostics, Language language,
                         bool color, bool quiet, const std::vector<Setting>& settings = {});
bool use_color(const std::string& when, bool terminal, const Environment& environment);

}  // namespace spbe
