#pragma once

#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "cli/session.hpp"
#include "spbe/base/source.hpp"
#include "spbe/render/language.hpp"

namespace spbe {

// One option of a command: its flags ("-o,--output"), help, and where its value goes.
struct Option {
  using Target =
      std::variant<bool*, std::string*, std::optional<std::string>*, std::vector<std::string>*>;
  std::string flags;
  Target target;
  Words help;
  std::string value_name;            // "FILE"; empty for a flag
  std::vector<std::string> choices;  // when only these words are right
  bool last_wins = false;
  int values = 1;  // that a list takes at once
};

// The words after the options.
struct Positional {
  std::string name;  // "FILE..."
  std::vector<std::string>* target = nullptr;
  Words help;
  std::size_t least = 0;
  std::size_t most = 0;  // 0: any number
};

// What the file of settings says of an option, and where: it is refused there.
struct Setting {
  std::string flag;
  std::vector<std::string> words;
  Location place;
};

struct CommonOptions {
  std::string format;
  bool format_given = false;  // by --format, not by default
  std::optional<std::string> output;
  std::optional<std::string> csv;  // "excel": the CSV that Excel opens
  std::string lang;
  std::string color = "auto";
  std::vector<std::string> instruments;
  std::optional<std::string> data_dir;
  std::optional<std::string> config;  // settings to read in place of those found
  bool no_config = false;
  std::string configured_by;         // the file whose settings are in force; empty: none
  std::vector<Setting> settings;     // those in force
  std::vector<std::string> exclude;  // patterns, with a slash only in whole paths
  bool quiet = false;
  bool plans = false;         // --plans
  bool leaves_plans = false;  // of several files, those that are plans
  std::size_t jobs = 0;       // threads; 0: as many as there are cores
};

// A command of the program. `options` point into what `run` captures.
struct Command {
  std::string name;
  Words summary;
  Words examples;  // lines for the end of --help
  std::vector<Option> options;
  std::vector<Positional> positionals;
  std::vector<std::string> formats;  // the first is the default; empty: no --format
  bool many_files = false;           // has --jobs
  bool configured = true;            // heeds .spbe-index.yaml
  bool leaves_plans = false;         // what is only planned (stage: plan) counts with --plans
  // How many of the last words are files whatever they look like; null: none before "--".
  std::size_t (*literal_words)(const Environment&, const std::vector<std::string>& words) = nullptr;
  std::function<Status(Session&, const CommonOptions&)> run;
};

}  // namespace spbe
