#include "cli/selection.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <memory>

#include "cli/arguments.hpp"
#include "cli/output.hpp"
#include "cli/platform.hpp"
#include "document/nearest.hpp"
#include "document/schema.hpp"
#include "model/instrument_parts.hpp"
#include "model/score_reader.hpp"
#include "render/messages.hpp"
#include "render/wording.hpp"
#include "spbe/analysis/assumption.hpp"
#include "spbe/analysis/plan.hpp"
#include "spbe/model/rewrite.hpp"

namespace spbe {

namespace {

constexpr const char* kNoRules = "none";

std::vector<std::string> indicator_names(const Instrument& instrument) {
  std::vector<std::string> names;
  for (const Component& c : instrument.components) names.push_back(c.slug.empty() ? c.key : c.slug);
  return names;
}

class Setter {
 public:
  Setter(const Assessment& assessment, Diagnostics& diagnostics)
      : instrument_(*assessment.instrument),
        before_(assessment),
        changed_(assessment),
        diagnostics_(diagnostics) {}

  void apply(const std::string& setting) {
    const std::size_t equals = setting.find('=');
    if (equals == std::string::npos || equals == 0 || equals + 1 == setting.size()) {
      diagnostics_.error("bad-set", command_line(), {setting});
      return;
    }
    const std::string name = trimmed(std::string_view(setting).substr(0, equals));
    const std::string digits = trimmed(std::string_view(setting).substr(equals + 1));
    const auto range = instrument_.indicators_named(name);
    if (range.empty()) {
      Diagnostic& error =
          diagnostics_.error("unknown-indicator", command_line(), {name, instrument_.name});
      const bool number = name.find_first_not_of("0123456789") == std::string::npos;
      if (!suggest_codes(error, instrument_, name) &&
          (number || !suggest_nearest(error, name, indicator_names(instrument_)))) {
        suggest_indicators(error, instrument_);
      }
      return;
    }
    for (const ComponentIndex i : range) {
      if (!set(i, digits)) return;
    }
  }

  Assessment take() { return std::move(changed_); }

 private:
  bool set(ComponentIndex index, const std::string& digits) {
    const Component& c = instrument_.at(index);
    const Scale& scale = instrument_.scale_of(index);
    const bool relative = digits.starts_with('+');
    if (relative && before_.score(index).kind != Score::Kind::level) {
      diagnostics_.error("set-unknown-level", command_line(), {digits, c.key});
      return false;
    }
    const auto level = relative ? raised(index, digits) : Ratio::parse(digits);
    const bool inside = level && ((*level >= Ratio(scale.low) && *level <= Ratio(scale.high)) ||
                                  scale.tolerates(*level));
    if (!inside || (scale.whole && !level->is_whole())) {
      diagnostics_.error("bad-set-level", command_line(),
                         {digits, c.key, std::to_string(scale.low), std::to_string(scale.high)});
      return false;
    }
    if (!is_coarse_enough(*level)) {
      diagnostics_
          .error("level-too-fine", command_line(), {digits, std::to_string(kMostLevelParts)})
          .suggest("write-instead", {fixed(*level, 2)});
      return false;
    }
    if (const ComponentIndex above = changed_.published_above(index); above != kNoComponent) {
      diagnostics_.error("set-below-published", command_line(), {c.key, instrument_.at(above).id});
      return false;
    }
    const auto [known, fresh] = set_.emplace(index, *level);
    if (!fresh && known->second != *level) {
      diagnostics_.error("set-twice", command_line(),
                         {c.key, decimal(known->second), decimal(*level)});
      return false;
    }
    changed_.scores[index].kind = Score::Kind::level;
    changed_.scores[index].level = *level;
    return true;
  }

  // "+1": so many levels higher than in the file, the highest at most.
  std::optional<Ratio> raised(ComponentIndex index, const std::string& digits) const {
    const auto by = Ratio::parse(std::string_view(digits).substr(1));
    if (!by || !by->is_whole() || *by < Ratio(1)) return std::nullopt;
    const Ratio now = before_.score(index).level;
    const std::vector<Ratio> steps = instrument_.scale_of(index).steps_above(now);
    if (steps.empty()) return now;
    if (*by >= Ratio(static_cast<std::int64_t>(steps.size()))) return steps.back();
    return steps[static_cast<std::size_t>(by->num()) - 1];
  }

  const Instrument& instrument_;
  const Assessment& before_;
  Assessment changed_;
  Diagnostics& diagnostics_;
  std::map<ComponentIndex, Ratio> set_;
};

// "12=2,3=2.5" as two; where no setting follows a comma, it is that of a decimal: "3=2,5".
std::vector<std::string> settings_of(const std::vector<std::string>& values) {
  std::vector<std::string> settings;
  for (const std::string& value : values) {
    const std::vector<std::string> words = split_list({value});
    for (std::size_t i = 0; i < words.size(); ++i) {
      const bool digits =
          !words[i].empty() && words[i].find_first_not_of("0123456789") == std::string::npos;
      if (i > 0 && digits &&
          settings.back().find_first_of(".,", settings.back().find('=')) == std::string::npos) {
        settings.back() += "," + words[i];
      } else {
        settings.push_back(words[i]);
      }
    }
  }
  return settings;
}

// Whether both names will be of one file, which need not be there yet.
bool same_file_to_be(const std::string& a, const std::string& b) {
  namespace fs = std::filesystem;
  std::error_code error;
  return fs::weakly_canonical(fs::absolute(a, error), error) ==
         fs::weakly_canonical(fs::absolute(b, error), error);
}

}  // namespace

Option category_by_option(std::string& into) {
  return {"--category-by",
          &into,
          {"decide the category by the index", "indeks yang menentukan predikat"},
          "BASIS",
          {"exact", "shown"}};
}

std::optional<CategoryBasis> category_basis(const std::string& word) {
  if (word == "exact") return CategoryBasis::exact;
  if (word == "shown") return CategoryBasis::shown;
  return std::nullopt;
}

std::optional<RuleSet> choose_rules(Context& context, const Assessment& assessment,
                                    const std::string& word) {
  const Instrument& instrument = *assessment.instrument;
  if (word.empty()) return rules_of(instrument, edition_for_plan(instrument, assessment.year));
  if (word == kNoRules) return RuleSet{};
  if (const Edition* edition = instrument.find_edition(word)) return rules_of(instrument, edition);
  std::vector<std::string> names;
  for (const Edition& edition : instrument.editions) names.push_back(edition.id);
  names.emplace_back(kNoRules);
  Diagnostics diagnostics;
  Diagnostic& error = diagnostics.error("unknown-edition-option", command_line(),
                                        {word, instrument.name, join(names, ", ")});
  suggest_nearest(error, word, names);
  context.print(diagnostics);
  return std::nullopt;
}

std::optional<std::vector<ComponentIndex>> assume_in(Context& context, Assessment& assessment,
                                                     const std::string& word) {
  if (word.empty()) return std::vector<ComponentIndex>();
  const auto assumption = parse_assumption(word);
  if (!assumption) {
    context.complain("bad-assumption", {word});
    return std::nullopt;
  }
  return assume(assessment, *assumption);
}

std::optional<Assessment> with_levels_set(Context& context, const Assessment& assessment,
                                          const std::vector<std::string>& settings) {
  Diagnostics diagnostics;
  Setter setter(assessment, diagnostics);
  for (const std::string& setting : settings_of(settings)) setter.apply(setting);
  if (context.print(diagnostics)) return std::nullopt;
  return setter.take();
}

bool write_profile(Context& context, const Assessment& assessment, const Levels& levels,
                   const ProfileFile& file) {
  const auto& [input, output, force, plan_of] = file;
  if (output.empty() || output == "-") {
    context.complain("write-needs-file");
    return false;
  }
  std::error_code error;
  if (input != "-" &&
      std::filesystem::equivalent(platform::path_of(input), platform::path_of(output), error)) {
    context.complain("write-over-input", {output});
    return false;
  }
  const auto& result = context.options().output;
  if (result && same_file_to_be(*result, output)) {
    context.complain("output-over-written", {output});
    return false;
  }
  Rewritten copy = rewrite_levels(assessment, levels);
  if (!copy.absent.empty()) {
    context.complain("write-absent", {indicator_list(*assessment.instrument, copy.absent)});
    return false;
  }
  copy.text = as_plan(copy.text, plan_of);
  // What is written is read again one day: its numbers together may be too fine.
  Diagnostics diagnostics;
  const auto source = std::make_shared<const Source>(output, copy.text);
  if (!read_assessment(source, *context.catalog(), diagnostics)) {
    context.print(diagnostics);
    return false;
  }
  if (refuses_to_replace(output, force, diagnostics)) {
    context.print(diagnostics);
    return false;
  }
  Output target(context, output);
  target.write(copy.text);
  if (target.finish(Status::done) != Status::done) return false;
  context.report_written(output,
                         fill(say(context.language(), {"what differs: spbe-index diff {0} {1}",
                                                       "yang berbeda: spbe-index diff {0} {1}"}),
                              {printable(typed(input)), printable(typed(output))}));
  return true;
}

}  // namespace spbe
