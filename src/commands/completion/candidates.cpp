#include "commands/completion/candidates.hpp"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <set>
#include <utility>

#include "cli/input.hpp"
#include "cli/options.hpp"
#include "cli/platform.hpp"
#include "commands/commands.hpp"
#include "commands/completion/scripts.hpp"
#include "commands/explain_rule/rule_pages.hpp"
#include "spbe/analysis/check.hpp"
#include "spbe/model/assessment.hpp"
#include "spbe/model/catalog.hpp"
#include "spbe/model/province.hpp"
#include "spbe/model/words.hpp"

namespace spbe {

namespace {

using Paths = Candidates::Paths;

class Completing {
 public:
  Completing(Session& session, const std::vector<std::string>& words, Language language)
      : session_(session), language_(language), current_(words.back()) {
    before_.assign(words.begin(), words.end() - 1);
  }

  Candidates find() {
    const std::size_t at = place_of_command(before_);
    const CommandEntry* entry = at < before_.size() ? find_command(before_[at]) : nullptr;
    if (at == before_.size()) {
      current_.starts_with('-') ? general_options() : commands();
    } else if (entry != nullptr) {
      before_.erase(before_.begin() + static_cast<std::ptrdiff_t>(at));
      of_command(entry->make());
    }
    return std::move(found_);
  }

 private:
  void add(std::string word, std::string_view meaning = {}) {
    if (word.starts_with(current_)) found_.words.push_back({std::move(word), std::string(meaning)});
  }

  void commands() {
    for (const CommandEntry& entry : all_commands()) add(entry.name, say(language_, entry.summary));
  }

  void general_options() {
    add("--help", say(language_, {"what the program does", "kegunaan program"}));
    add("--version", say(language_, {"the version", "versi program"}));
    add("--lang", say(language_, {"language of the text", "bahasa teks"}));
  }

  void of_command(const Command& command) {
    CommonOptions common;
    std::optional<std::string> jobs;
    const std::vector<Option> options = all_options(command, common, jobs);
    std::vector<std::string> positionals;
    const Option* open = nullptr;  // an option whose value comes next
    bool only_files = false;
    for (const std::string& word : before_) {
      if (open != nullptr) {
        open = nullptr;
      } else if (only_files || !word.starts_with('-') || word == "-") {
        positionals.push_back(word);
      } else if (word == "--") {
        only_files = true;
      } else {
        open = wanting_value(options, word);
      }
    }
    files_ = positionals;
    if (open != nullptr) return value_of(command, *open);
    if (current_.starts_with('-') && !only_files) {
      for (const Option& option : options) add(long_flag(option), say(language_, option.help));
      add("--help", say(language_, {"show this help", "tampilkan bantuan ini"}));
      return;
    }
    positional(command, positionals.size());
  }

  static const Option* wanting_value(const std::vector<Option>& options, const std::string& word) {
    const auto option = std::ranges::find_if(options, [&](const Option& one) {
      return long_flag(one) == word || one.flags.starts_with(word + ",");
    });
    const bool wants = option != options.end() && !std::holds_alternative<bool*>(option->target);
    return wants ? &*option : nullptr;
  }

  void positional(const Command& command, std::size_t number) {
    if (command.name == "man") {
      add("assessment", say(language_, {"the file that people write", "berkas yang ditulis"}));
    }
    if (command.name == "help" || command.name == "man") return commands();
    if (command.name == "completion") {
      for (const std::string& shell : shells()) add(shell);
    } else if (command.name == "explain-rule") {
      for (const std::string& name : rule_page_names()) add(name);
    } else if (command.name == "instruments") {
      number == 0 ? instruments() : indicators(instrument_named(files_.front()), "");
    } else if (command.name == "explain" && number > 0) {
      indicators(instrument_of_files(), "");
    } else if (!command.positionals.empty()) {
      found_.paths = Paths::files;
    }
  }

  void value_of(const Command& command, const Option& option) {
    const std::string flag = long_flag(option);
    for (const std::string& choice : option.choices) add(choice);
    if (!option.choices.empty()) return;
    if (flag == "--target" || flag == "--min-category") return predikats();
    if (flag == "--enable" || flag == "--disable") return rules_to_turn();
    if (flag == "--rules") return editions();
    if (flag == "--set") return indicators(instrument_of_files(), "=");
    if (flag == "--keep") return indicators(instrument_of_files(), "");
    if (flag == "--where") return conditions();
    if (flag == "--unit") return units();
    if (flag == "--institution") return institutions("");
    if (flag == "--to" && command.name == "migrate") return instruments();
    if (flag == "--instrument") instruments();
    const std::string& kind = option.value_name;
    if (kind == "DIR") found_.paths = Paths::folders;
    if (kind == "FILE" || kind == "OUT" || kind == "PATH") found_.paths = Paths::files;
  }

  const Catalog& catalog() {
    if (!catalog_) {
      catalog_.emplace();
      catalog_->prepare();
    }
    return *catalog_;
  }

  void instruments() {
    for (const Catalog::Entry& entry : catalog().entries()) add(entry.id, entry.instrument->name);
  }

  std::shared_ptr<const Instrument> instrument_named(const std::string& id) {
    return catalog().find(id);
  }

  // That of the first file that can be read, or the one in force.
  std::shared_ptr<const Instrument> instrument_of_files() {
    const std::vector<Assessment>& known = assessments();
    return known.empty() ? catalog().for_year(session_.environment.today.year)
                         : known.front().instrument;
  }

  void indicators(const std::shared_ptr<const Instrument>& instrument, std::string_view after) {
    if (!instrument) return;
    for (const Component& component : instrument->components) {
      if (component.is_indicator()) add(component.key + std::string(after), component.name);
    }
  }

  void predikats() {
    std::set<std::string> once;
    for (const Catalog::Entry& entry : catalog().entries()) {
      for (const Category& category : entry.instrument->categories) {
        if (once.insert(category.name).second) add(category.name);
      }
    }
  }

  void rules_to_turn() {
    for (const Rule& rule : rules()) {
      if (rule.kind != RuleKind::gate) add(std::string(rule.name));
    }
  }

  void editions() {
    std::set<std::string> once = {"none"};
    for (const Catalog::Entry& entry : catalog().entries()) {
      for (const Edition& edition : entry.instrument->editions) once.insert(edition.id);
    }
    for (const std::string& id : once) add(id);
  }

  void conditions() {
    if (current_.starts_with("institution=")) return institutions("institution=");
    for (const char* field : {"kind=", "province=", "stage=", "category=", "institution="}) {
      add(field);
    }
    if (current_.starts_with("province=")) {
      for (const Province& province : provinces()) add("province=" + std::string(province.name));
    }
    if (current_.starts_with("kind=")) {
      for (const std::string_view kind : kInstitutionKindWords) {
        if (!kind.empty()) add("kind=" + std::string(kind));
      }
    }
  }

  void units() {
    std::set<std::string> once;
    for (const Assessment& one : assessments()) {
      for (const Details& details : one.details) {
        for (const std::string& unit : details.units) {
          if (once.insert(unit).second) add(unit);
        }
      }
    }
  }

  void institutions(const std::string& before) {
    std::set<std::string> once;
    for (const Assessment& one : assessments()) {
      if (once.insert(one.institution).second) add(before + one.institution);
    }
  }

  // What the files on the line hold; not more of them than a person waits for after a key.
  const std::vector<Assessment>& assessments() {
    constexpr std::size_t kMost = 200;
    if (read_) return assessments_;
    read_ = true;
    Diagnostics ignored;
    std::error_code error;
    std::vector<std::string> there;
    for (const std::string& file : files_) {
      if (std::filesystem::exists(platform::path_of(file), error)) there.push_back(file);
    }
    std::vector<std::string> paths = expand_inputs(there, {}, ignored);
    if (paths.size() > kMost) paths.resize(kMost);
    for (const std::string& path : paths) {
      if (!std::filesystem::is_regular_file(platform::path_of(path), error)) continue;
      const auto source = read_source(path, session_, ignored);
      if (!source) continue;
      read_assessments(source, catalog(), ignored,
                       [&](Assessment&& one) { assessments_.push_back(std::move(one)); });
    }
    return assessments_;
  }

  Session& session_;
  Language language_;
  std::string current_;
  std::vector<std::string> before_;
  std::vector<std::string> files_;
  std::optional<Catalog> catalog_;
  bool read_ = false;
  std::vector<Assessment> assessments_;
  Candidates found_;
};

}  // namespace

Candidates complete(Session& session, const std::vector<std::string>& words, Language language) {
  if (words.empty()) return {};
  // A shell that drops empty arguments says the word to complete first.
  constexpr std::string_view kWord = "--word=";
  if (!words.front().starts_with(kWord)) return Completing(session, words, language).find();
  std::vector<std::string> in_order(words.begin() + 1, words.end());
  in_order.push_back(words.front().substr(kWord.size()));
  return Completing(session, in_order, language).find();
}

}  // namespace spbe
