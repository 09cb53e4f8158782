#include "cli/options.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace spbe {

namespace {

// Those of commands that read many files, or write a result.
std::vector<Option> reading_options(const Command& command, CommonOptions& common,
                                    std::optional<std::string>& jobs) {
  std::vector<Option> options;
  if (command.leaves_plans) {
    options.push_back({"--plans",
                       &common.plans,
                       {"count plans (stage: plan) too", "sertakan rencana (stage: plan)"},
                       "",
                       {},
                       false});
  }
  if (command.many_files) {
    options.push_back(
        {"--jobs",
         &jobs,
         {"threads (all cores unless given)", "jumlah thread (bila tidak disebut: semua core)"},
         "N",
         {},
         false});
    options.push_back(
        {"--exclude",
         &common.exclude,
         {"leave out of folders: old, draft-*", "lewati berkas ini di dalam folder: lama, draf-*"},
         "PATTERN",
         {},
         false});
  }
  if (!command.formats.empty()) {
    options.push_back({"--format",
                       &common.format,
                       {"form of the output", "bentuk keluaran"},
                       "FORMAT",
                       command.formats,
                       false});
    options.push_back(
        {"-o,--output",
         &common.output,
         {"write to FILE, whole or not at all", "tulis ke BERKAS, utuh atau tidak sama sekali"},
         "FILE",
         {},
         false});
  }
  if (std::ranges::find(command.formats, "csv") != command.formats.end()) {
    options.push_back(
        {"--csv",
         &common.csv,
         {"CSV for Excel, with decimal commas", "CSV untuk Excel, dengan koma desimal"},
         "FOR",
         {"excel"},
         false});
  }
  return options;
}

std::vector<Option> common_options(const Command& command, CommonOptions& common,
                                   std::optional<std::string>& jobs) {
  std::vector<Option> options = reading_options(command, common, jobs);
  options.push_back({"--lang",
                     &common.lang,
                     {"language of the text", "bahasa teks"},
                     "LANG",
                     {"id", "en"},
                     false});
  options.push_back({"--color",
                     &common.color,
                     {"colour on a terminal", "warna di terminal"},
                     "WHEN",
                     {"auto", "always", "never"},
                     true});
  options.push_back(
      {"--instrument",
       &common.instruments,
       {"a definition to use (file, or id)", "definisi instrumen yang dipakai (berkas atau id)"},
       "FILE",
       {},
       false});
  options.push_back({"--data-dir",
                     &common.data_dir,
                     {"folder of more definitions", "folder definisi instrumen tambahan"},
                     "DIR",
                     {},
                     false});
  options.push_back(
      {"--config",
       &common.config,
       {"settings in place of .spbe-index.yaml", "berkas setelan pengganti .spbe-index.yaml"},
       "FILE",
       {},
       false});
  options.push_back({"--no-config",
                     &common.no_config,
                     {"read no settings", "jangan baca setelan"},
                     "",
                     {},
                     false});
  options.push_back({"-q,--quiet",
                     &common.quiet,
                     {"no warnings, no progress", "tanpa peringatan dan penunjuk kemajuan"},
                     "",
                     {},
                     false});
  return options;
}

}  // namespace

std::vector<Option> all_options(const Command& command, CommonOptions& common,
                                std::optional<std::string>& jobs) {
  std::vector<Option> options = command.options;
  for (Option& option : common_options(command, common, jobs)) options.push_back(std::move(option));
  return options;
}

namespace {

// Options with a value that may stand before the command's name.
constexpr const char* kValued[] = {"--format",  "--output",     "-o",         "--lang",
                                   "--color",   "--instrument", "--data-dir", "--jobs",
                                   "--exclude", "--config",     "--csv"};

}  // namespace

std::size_t place_of_command(const std::vector<std::string>& args) {
  for (std::size_t i = 0; i < args.size(); ++i) {
    const std::string& arg = args[i];
    if (arg == "--") return args.size();
    if (!arg.starts_with('-') || arg == "-") return i;
    const auto* const end = std::end(kValued);
    if (std::find(std::begin(kValued), end, arg) != end) ++i;
  }
  return args.size();
}

std::string long_flag(const Option& option) { return option.flags.substr(option.flags.find("--")); }

bool names_files(const Option& option) {
  constexpr std::array<std::string_view, 5> kNames = {"FILE", "DIR", "PATH", "FOLDER",
                                                      "EARLIER LATER"};
  return std::ranges::find(kNames, option.value_name) != kNames.end();
}

std::vector<std::string> long_flags(const std::vector<Option>& options) {
  std::vector<std::string> flags = {"--help"};
  for (const Option& option : options) flags.push_back(long_flag(option));
  return flags;
}

bool knows(const std::vector<Option>& options, const std::string& spelled) {
  const std::size_t blank = spelled.find(' ');
  const std::string flag = spelled.substr(0, blank);
  if (flag == "--help") return true;
  const auto option = std::ranges::find(options, flag, long_flag);
  if (option == options.end()) return false;
  return blank == std::string::npos ||
         std::ranges::find(option->choices, spelled.substr(blank + 1)) != option->choices.end();
}

}  // namespace spbe
