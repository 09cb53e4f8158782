#include "cli/arguments.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <memory>
#include <utility>

#include "cli/configuration.hpp"
#include "cli/options.hpp"
#include "cli/synonyms.hpp"
#include "document/nearest.hpp"
#include "document/schema.hpp"
#include "render/placeholders.hpp"
#include "spbe/base/ratio.hpp"

namespace spbe {

namespace {

constexpr int kMostJobs = 256;

std::string help_of(const Option& option, Language language) {
  std::string text(say(language, option.help));
  if (!option.choices.empty()) text += ": " + join(option.choices, ", ");
  return text;
}

CLI::Option* add(CLI::App& app, const Option& option, Language language) {
  const std::string help = help_of(option, language);
  CLI::Option* added = std::visit(
      [&](auto* target) -> CLI::Option* {
        using T = std::remove_pointer_t<decltype(target)>;
        if constexpr (std::is_same_v<T, bool>) {
          return app.add_flag(option.flags, *target, help);
        } else {
          CLI::Option* made = app.add_option(option.flags, *target, help);
          made->type_name(placeholder(option.value_name, language));
          if constexpr (std::is_same_v<T, std::vector<std::string>>) {
            made->allow_extra_args(false);
            if (option.values > 1) made->type_size(option.values);
          }
          return made;
        }
      },
      option.target);
  if (option.last_wins) added->take_last();
  return added;
}

// The value given to an option with choices, or null.
const std::string* chosen(const Option& option) {
  if (const auto* text = std::get_if<std::string*>(&option.target)) return *text;
  if (const auto* text = std::get_if<std::optional<std::string>*>(&option.target)) {
    return (*text)->has_value() ? &(*text)->value() : nullptr;
  }
  return nullptr;
}

void check_choices(const std::vector<Option>& options, const CLI::App& app,
                   Diagnostics& diagnostics) {
  for (const Option& option : options) {
    const std::string flag = long_flag(option);
    const std::string* value = chosen(option);
    if (option.choices.empty() || value == nullptr || app.count(flag) == 0) continue;
    if (std::ranges::find(option.choices, *value) != option.choices.end()) continue;
    Diagnostic& error =
        diagnostics.error("bad-choice", command_line(), {flag, *value, join(option.choices, ", ")});
    suggest_nearest(error, *value, option.choices);
  }
}

void report_extras(const std::vector<std::string>& extras, const std::vector<Option>& options,
                   Diagnostics& diagnostics) {
  for (const std::string& word : extras) {
    if (word == "--") continue;  // the parser hands it over as well
    if (word.size() < 2 || word.front() != '-') {
      diagnostics.error("too-many-arguments", command_line(), {word});
      continue;
    }
    const std::string flag = word.substr(0, word.find('='));
    Diagnostic& error = diagnostics.error("unknown-option", command_line(), {flag});
    const auto meant = meant_option(flag);
    if (meant && knows(options, *meant)) {
      error.suggest("did-you-mean", {*meant});
    } else {
      suggest_nearest(error, flag, long_flags(options));
    }
  }
}

void check_positionals(const Command& command, Diagnostics& diagnostics) {
  for (const Positional& positional : command.positionals) {
    if (positional.target->size() < positional.least) {
      diagnostics.error("missing-argument", command_line(), {positional.name, command.name})
          .suggest("see-help", {command.name});
    }
    if (positional.most > 0 && positional.target->size() > positional.most) {
      diagnostics.error("too-many-arguments", command_line(),
                        {(*positional.target)[positional.most]});
    }
  }
}

// CLI11's help with our usage line, in the language of the user.
class HelpFormatter : public CLI::Formatter {
 public:
  HelpFormatter(const Command& command, Language language) : language_(language) {
    column_width(28);
    usage_ = "spbe-index " + command.name;
    usage_ += say(language, {" [OPTIONS]", " [OPSI]"});
    for (const Positional& positional : command.positionals) {
      const std::string name = placeholder(positional.name, language);
      usage_ += positional.least > 0 ? " " + name : " [" + name + "]";
    }
  }
  std::string make_usage(const CLI::App* /*app*/, std::string /*name*/) const override {
    return "\n" + std::string(say(language_, {"Usage: ", "Pemakaian: "})) + usage_ + "\n";
  }
  std::string make_group(std::string group, bool is_positional,
                         std::vector<const CLI::Option*> options) const override {
    if (group == "Options") group = say(language_, {"Options", "Opsi"});
    if (is_positional) group = say(language_, {"Arguments", "Argumen"});
    return CLI::Formatter::make_group(group, is_positional, std::move(options));
  }

 private:
  Language language_;
  std::string usage_;
};

}  // namespace

Location command_line() { return {"spbe-index"}; }

std::string trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(' ');
  if (begin == std::string_view::npos) return {};
  return std::string(text.substr(begin, text.find_last_not_of(' ') + 1 - begin));
}

std::vector<std::string> split_list(const std::vector<std::string>& values) {
  std::vector<std::string> words;
  for (const std::string& value : values) {
    std::string_view rest = value;
    for (;;) {
      const std::size_t comma = rest.find(',');
      words.push_back(trimmed(rest.substr(0, comma)));
      if (comma == std::string_view::npos) break;
      rest.remove_prefix(comma + 1);
    }
  }
  return words;
}

std::optional<int> whole_number(const NumberOption& option, Diagnostics& diagnostics) {
  const auto value = Ratio::parse(option.text);
  const bool digits = option.text.find_first_not_of("0123456789") == std::string::npos;
  if (value && digits && *value >= Ratio(option.low) && *value <= Ratio(option.high)) {
    return static_cast<int>(value->num());
  }
  diagnostics.error(
      "bad-number", command_line(),
      {option.flag, option.text, std::to_string(option.low), std::to_string(option.high)});
  return std::nullopt;
}

namespace {

// Without --format the ending of the file says it; an ending that means a form this command does
// not write is an error, any other ending says nothing.
void format_of_ending(const Command& command, CommonOptions& common, Diagnostics& diagnostics) {
  constexpr std::pair<std::string_view, std::string_view> kEndings[] = {
      {"json", "json"},
      {"jsonl", "jsonl"},
      {"csv", "csv"},
      {"md", "markdown"},
      {"txt", "text"},
      {"yaml", "yaml"},
      {"yml", "yaml"},
      {"xlsx", "xlsx"},
      {"html", "html"},
      {"svg", "svg"},
      {"pdf", "pdf"},
      {"docx", "docx"},
      {"xml", "junit"},
      {"sarif", "sarif"},
      // Of programs that would not open what we write.
      {"xls", "xls"},
      {"xlsm", "xlsm"},
      {"ods", "ods"},
      {"doc", "doc"},
      {"odt", "odt"},
      {"png", "png"},
      {"jpg", "jpg"}};
  const std::string& file = *common.output;
  const std::size_t dot = file.find_last_of("./");
  if (dot == std::string::npos || file[dot] == '/') return;
  const std::string ending = lower_case(std::string_view(file).substr(dot + 1));
  for (const auto& [known, format] : kEndings) {
    if (known != ending) continue;
    if (std::ranges::find(command.formats, format) != command.formats.end()) {
      common.format = format;
      common.format_given = true;
    } else {
      diagnostics
          .error("ending-not-written", command_line(),
                 {"." + ending, command.name, join(command.formats, ", ")})
          .suggest("give-format");
    }
  }
}

// What --format, --csv and the ending of the file say together.
void settle_format(const Command& command, bool on_command_line, CommonOptions& common,
                   Diagnostics& diagnostics) {
  // A setting of the repository gives way.
  if (common.csv && !on_command_line) common.format_given = false;
  if (!common.format_given && !command.formats.empty() && common.output) {
    format_of_ending(command, common, diagnostics);
  }
  if (common.csv) {
    if (common.format_given && common.format != "csv") {
      diagnostics.error("not-together", command_line(), {"--csv", "--format " + common.format});
    }
    common.format = "csv";
  }
  if (common.format == "xlsx" && command.formats.size() > 1 && !common.output) {
    diagnostics.error("workbook-needs-file", command_line());
  }
}

// Git shows nothing of a change after a program that ends badly, so none ends so because of what a
// repository sets.
bool by_git(const Command& command, const World& world) {
  return command.literal_words != nullptr && world.session.environment.git_external_diff;
}

Diagnostics warnings_of(const Diagnostics& errors) {
  Diagnostics warnings;
  for (const Diagnostic& error : errors.list()) {
    Diagnostic& warning = warnings.warning(error.code, error.location, error.args);
    warning.notes = error.notes;
    warning.hint = error.hint;
  }
  return warnings;
}

void set_up(CLI::App& app, const Command& command, const std::vector<Option>& options,
            Language language) {
  app.name("spbe-index " + command.name);
  app.description(std::string(say(language, command.summary)));
  app.formatter(std::make_shared<HelpFormatter>(command, language));
  app.set_help_flag("-h,--help",
                    std::string(say(language, {"show this help", "tampilkan bantuan ini"})));
  app.footer(std::string(say(language, command.examples)));
  app.allow_extras();
  // "/data/2025.yaml" is a file on every system.
  app.allow_windows_style_options(false);
  for (const Option& option : options) add(app, option, language);
  for (const Positional& positional : command.positionals) {
    app.add_option(placeholder(positional.name, language), *positional.target,
                   std::string(say(language, positional.help)))
        ->type_name("")
        ->option_text(" ");
  }
}

}  // namespace

std::string command_help(const Command& command, Language language) {
  CommonOptions common;
  std::optional<std::string> jobs;
  CLI::App app;
  set_up(app, command, all_options(command, common, jobs), language);
  return app.help();
}

Parsed parse_arguments(const Command& command, const std::vector<std::string>& args,
                       const World& world, CommonOptions& common, std::string& text,
                       Diagnostics& diagnostics) {
  std::optional<std::string> jobs;
  const std::vector<Option> options = all_options(command, common, jobs);
  CLI::App app;
  set_up(app, command, options, world.language);
  if (!command.formats.empty()) common.format = command.formats.front();
  std::vector<std::string> reversed(args.rbegin(), args.rend());
  try {
    app.parse(reversed);
  } catch (const CLI::CallForHelp&) {
    text = app.help();
    return Parsed::help;
  } catch (const CLI::ArgumentMismatch& error) {
    // "--format: At Most 1 required but received 2", "--format: 1 required FORMAT missing"
    const std::string_view words = error.what();
    const bool missing = words.ends_with("missing");
    diagnostics
        .error(missing ? "option-without-value" : "option-twice", command_line(),
               {std::string(words.substr(0, words.find(':')))})
        .suggest("see-help", {command.name});
    return Parsed::wrong;
  } catch (const CLI::ParseError& error) {
    diagnostics.error("bad-arguments", command_line(), {std::string(error.what())})
        .suggest("see-help", {command.name});
    return Parsed::wrong;
  }
  const auto given = [&](const std::string& flag) { return app.count(flag) > 0; };
  if (command.configured && !common.no_config) {
    const bool git = by_git(command, world);
    const auto in_force = [&](const std::string& flag) {
      return given(flag) || (git && (flag == "--format" || flag == "--csv"));
    };
    Diagnostics found;
    configure(command, options, in_force, common, world, found);
    diagnostics.append(git ? warnings_of(found) : std::move(found));
  }
  const bool said = !command.formats.empty() && given("--format");
  common.format_given = said || (!command.formats.empty() &&
                                 std::ranges::find(common.settings, "--format", &Setting::flag) !=
                                     common.settings.end());
  // Standard output, as with other programs, and no file of that name.
  if (common.output == "-") common.output.reset();
  settle_format(command, said, common, diagnostics);
  report_extras(app.remaining(), options, diagnostics);
  check_choices(options, app, diagnostics);
  common.leaves_plans = command.leaves_plans && !common.plans;
  if (jobs) {
    common.jobs = static_cast<std::size_t>(
        whole_number({"--jobs", *jobs, 1, kMostJobs}, diagnostics).value_or(0));
  }
  if (!diagnostics.has_errors()) check_positionals(command, diagnostics);
  return diagnostics.has_errors() ? Parsed::wrong : Parsed::run;
}

}  // namespace spbe
