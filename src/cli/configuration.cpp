#include "cli/configuration.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

#include "cli/input.hpp"
#include "cli/options.hpp"
#include "cli/platform.hpp"
#include "document/schema.hpp"
#include "document/yaml_reader.hpp"

namespace spbe {

namespace {

namespace fs = std::filesystem;

// They say where something is written or from where settings come.
constexpr std::array<std::string_view, 8> kOnlyTyped = {
    "--output", "--out", "--write", "--into", "--force", "--config", "--no-config", "--help"};

// Every file that is found is held against every pattern.
constexpr std::size_t kMostValues = 200;

struct SettingsFile {
  std::string file;
  fs::path root;  // of the repository, or the working folder
};

// The nearest from the working folder up to the root of its repository. Outside a repository what
// lies higher may be anybody's.
std::optional<SettingsFile> find_settings() {
  std::error_code error;
  const auto is_there = [&](const fs::path& path) {
    return fs::exists(fs::symlink_status(path, error));
  };
  std::optional<std::string> nearest;
  fs::path shown;  // "../../.spbe-index.yaml"
  fs::path folder = fs::current_path(error);
  for (;; folder = folder.parent_path(), shown /= "..") {
    if (!nearest && is_there(folder / kConfigurationFile)) {
      nearest = (shown / kConfigurationFile).generic_string();
    }
    if (is_there(folder / ".git")) {
      return nearest ? std::optional<SettingsFile>({*nearest, folder}) : std::nullopt;
    }
    if (!folder.has_relative_path()) break;
  }
  if (is_there(kConfigurationFile))
    return SettingsFile{kConfigurationFile, fs::current_path(error)};
  return std::nullopt;
}

// Keys are the same for all commands, but for those of one: whose they are, by name. Only what an
// option looks like counts here: the targets are those of commands that are not run, and are gone.
struct Known {
  std::map<std::string, Option> common;
  std::map<std::string, std::map<std::string, Option>> of_command;
};

Known known_keys(const std::vector<Command>& commands) {
  Known known;
  CommonOptions common;
  std::optional<std::string> jobs;
  const auto add = [](std::map<std::string, Option>& keys, const Option& option) {
    const std::string flag = long_flag(option);
    if (std::ranges::find(kOnlyTyped, flag) == kOnlyTyped.end())
      keys.emplace(flag.substr(2), option);
  };
  for (const Command& command : commands) {
    if (!command.configured) continue;
    auto& keys = known.of_command[command.name];
    const std::vector<Option> options = all_options(command, common, jobs);
    for (const Option& option : options) {
      add(keys, option);
      const bool own =
          std::ranges::find(command.options, option.flags, &Option::flags) != command.options.end();
      // What is written differs from command to command.
      if (!own && option.flags != "--format") add(known.common, option);
    }
  }
  return known;
}

class Settings {
  struct Found {
    const Option* option;
    std::vector<std::string> words;
    Setting setting;
  };

 public:
  // With a `root`, nothing outside of it is read.
  Settings(const Document& document, const Command& command, Known known,
           std::optional<fs::path> root, Diagnostics& diagnostics)
      : schema_(document, diagnostics),
        command_(command),
        known_(std::move(known)),
        root_(std::move(root)),
        folder_(platform::path_of(document.source().name).parent_path()) {}

  void find(const std::vector<Option>& options,
            const std::function<bool(const std::string&)>& given) {
    const Node& root = schema_.document().root();
    if (root.kind == Node::Kind::null || !schema_.is_mapping(root)) return;
    std::vector<std::string> keys;
    for (const auto& [key, option] : known_.common) keys.push_back(key);
    for (const auto& [name, of_it] : known_.of_command) keys.push_back(name);
    allow(root, keys);
    for (const Node& child : schema_.document().children(root)) {
      const auto common = known_.common.find(std::string(child.key));
      if (common != known_.common.end()) read(child, common->second, options, given, false);
    }
    const std::vector<Option> none;
    // A command's own settings stand above those of all, wherever they stand in the file.
    for (const Node& child : schema_.document().children(root)) {
      const auto of_command = known_.of_command.find(std::string(child.key));
      if (of_command == known_.of_command.end() || !schema_.is_mapping(child)) continue;
      std::vector<std::string> own;
      for (const auto& [key, option] : of_command->second) own.push_back(key);
      allow(child, own);
      for (const Node& setting : schema_.document().children(child)) {
        const auto found = of_command->second.find(std::string(setting.key));
        if (found == of_command->second.end()) continue;
        const bool other = of_command->first != command_.name;
        // What is found points into `options`, so no copy of it will do.
        read(setting, found->second, other ? none : options, given, true);
      }
    }
  }

  // Puts what was found into the targets of the options, and tells what that was: all of it, or,
  // where something is wrong, no more than how that is to be said.
  std::vector<Setting> put_all(bool fine) {
    std::vector<Setting> settings;
    for (Found& one : found_) {
      const bool told = one.setting.flag == "--lang" || one.setting.flag == "--color";
      if (!fine && !told) continue;
      for (const std::string& word : one.words) put(*one.option, word);
      settings.push_back(std::move(one.setting));
    }
    return settings;
  }

 private:
  void allow(const Node& mapping, const std::vector<std::string>& allowed) {
    for (const Node& child : schema_.document().children(mapping)) {
      const std::string flag = "--" + std::string(child.key);
      if (std::ranges::find(kOnlyTyped, flag) != kOnlyTyped.end()) {
        schema_.error_at_key(child, "setting-only-typed", {flag});
      } else if (std::ranges::find(allowed, child.key) == allowed.end()) {
        Diagnostic& error =
            schema_.error_at_key(child, "unknown-setting", {std::string(child.key)});
        schema_.suggest_nearest(error, child.key, allowed);
      }
    }
  }

  // Every setting is looked at; it is in force when it is one of `options` and not typed.
  void read(const Node& node, const Option& known, const std::vector<Option>& options,
            const std::function<bool(const std::string&)>& given, bool own) {
    const std::string flag = long_flag(known);
    const auto words = words_of(node, known);
    if (!words) return;
    const auto option = std::ranges::find(options, flag, long_flag);
    if (option == options.end() || given(flag)) return;
    if (own) std::erase_if(found_, [&](const auto& one) { return one.setting.flag == flag; });
    found_.push_back(
        {&*option, *words, {flag, *words, schema_.document().source().locate(node.span)}});
    if (std::holds_alternative<bool*>(known.target)) found_.back().setting.words.clear();
  }

  std::optional<std::vector<std::string>> words_of(const Node& node, const Option& option) {
    std::vector<std::string> words;
    if (std::holds_alternative<bool*>(option.target)) {
      const auto on = schema_.boolean(node);
      if (!on) return std::nullopt;
      words.emplace_back(*on ? "true" : "false");
      return words;
    }
    const bool many = std::holds_alternative<std::vector<std::string>*>(option.target);
    if (!many && !node.is_scalar()) {
      schema_.error(node, "setting-one-value", {std::string(node.key)});
      return std::nullopt;
    }
    bool good = true;
    std::size_t count = 0;
    schema_.each(node, [&](const Node& item) {
      if (++count > kMostValues) {
        if (std::exchange(good, false)) {
          schema_.error(item, "too-many-entries",
                        {std::string(node.key), std::to_string(kMostValues)});
        }
      } else if (!item.is_scalar() || item.text.empty()) {
        schema_.error(item, "setting-one-value", {std::string(node.key)});
        good = false;
      } else if (leaves_root(platform::path_of(item.text), option)) {
        schema_.error(item, "setting-outside", {std::string(item.text)}).suggest("give-config");
        good = false;
      } else if (is_choice(item, option)) {
        words.push_back(seen_from_here(std::string(item.text), option));
      } else {
        good = false;
      }
    });
    if (!good) return std::nullopt;
    return words;
  }

  bool is_choice(const Node& item, const Option& option) {
    const auto& choices = option.choices;
    if (choices.empty() || std::ranges::find(choices, item.text) != choices.end()) return true;
    Diagnostic& error = schema_.error(
        item, "bad-choice",
        {std::string(item.key), excerpt(schema_.document(), item), join(choices, ", ")});
    schema_.suggest_nearest(error, item.text, choices);
    return false;
  }

  // Who may only add files to a repository must not have others read for him, with their lines in
  // a log.
  bool leaves_root(const fs::path& path, const Option& option) const {
    if (!root_ || !names_files(option)) return false;
    std::error_code error;
    const fs::path there = (fs::current_path(error) / folder_ / path).lexically_normal();
    const auto [inside, rest] =
        std::mismatch(root_->begin(), root_->end(), there.begin(), there.end());
    return path == "-" || inside != root_->end() || !leads_within(there, *root_);
  }

  // Files and patterns are named from the folder of the settings.
  std::string seen_from_here(std::string word, const Option& option) const {
    if (folder_.empty() || word == "-" || platform::path_of(word).is_absolute()) return word;
    const std::string there = (folder_ / platform::path_of(word)).generic_string();
    std::error_code error;
    if (option.value_name == "PATTERN")
      return platform::path_of(word).has_parent_path() ? there : word;
    // An id is not a file.
    if (long_flag(option) == "--instrument")
      return fs::exists(platform::path_of(there), error) ? there : word;
    return names_files(option) ? there : word;
  }

  static void put(const Option& option, const std::string& word) {
    std::visit(
        [&](auto* target) {
          using T = std::remove_pointer_t<decltype(target)>;
          if constexpr (std::is_same_v<T, bool>) {
            *target = word == "true";
          } else if constexpr (std::is_same_v<T, std::vector<std::string>>) {
            target->push_back(word);
          } else {
            *target = word;
          }
        },
        option.target);
  }

  Schema schema_;
  const Command& command_;
  Known known_;
  std::optional<fs::path> root_;
  fs::path folder_;
  std::vector<Found> found_;  // one an option
};

}  // namespace

void configure(const Command& command, const std::vector<Option>& options,
               const std::function<bool(const std::string& flag)>& given, CommonOptions& common,
               const World& world, Diagnostics& diagnostics) {
  std::optional<std::string> file = common.config;
  std::optional<fs::path> root;
  if (!file) {
    const auto found = find_settings();
    if (!found) return;
    file = found->file;
    root = found->root;
    const fs::path folder = platform::path_of(*file).parent_path();
    Diagnostics refused;
    // Whoever may write to a folder above could make a repository of it.
    if (!platform::is_trusted(*file, ".")) {
      diagnostics.warning("settings-of-another", {*file}).suggest("give-config");
      return;
    }
    if (!is_to_be_read(platform::path_of(*file), folder.empty() ? "." : folder, refused)) {
      diagnostics.error("settings-no-file", {*file});
      return;
    }
  }
  const auto source = read_source(*file, world.session, diagnostics);
  if (!source) return;
  common.configured_by = *file;
  bool first = true;
  read_yaml(source, diagnostics, [&](const Document& document) {
    if (!std::exchange(first, false)) return;
    Settings settings(document, command, known_keys(world.commands()), root, diagnostics);
    settings.find(options, given);
    common.settings = settings.put_all(!diagnostics.has_errors());
  });
}

}  // namespace spbe
