#include "commands/report/gather.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/arguments.hpp"
#include "cli/input.hpp"
#include "cli/selection.hpp"
#include "cli/target.hpp"
#include "document/nearest.hpp"
#include "document/schema.hpp"
#include "spbe/model/institution_name.hpp"

namespace spbe {

namespace {

constexpr std::string_view kNoTarget = "none";
constexpr int kMostPlanYears = 20;

// `word` as a shell takes it.
std::string quoted(const std::string& word) {
  const bool plain = !word.empty() && std::ranges::all_of(word, [](char c) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    return letter || std::string_view("-_./,:=").find(c) != std::string_view::npos;
  });
  if (plain) return word;
  std::string text = "'";
  for (const char c : word) text += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return text + "'";
}

}  // namespace

std::string report_command_line(const Context& context, const ReportOptions& options) {
  std::string text = "spbe-index report";
  const auto add = [&](const char* flag, const std::string& value) {
    if (!value.empty()) text += fmt::format(" {} {}", flag, quoted(value));
  };
  for (const std::string& file : options.files) text += " " + quoted(file);
  add("--target", options.target);
  if (options.years) add("--years", *options.years);
  for (const std::string& peer : options.peers) add("--peers", peer);
  add("--unit", options.unit);
  add("--lang", context.language() == Language::indonesian ? "id" : "en");
  return text;
}

namespace {

// The assessment with every indicator at the level aimed at.
Assessment at_levels(const Assessment& assessment, const Levels& levels) {
  Assessment changed = assessment;
  for (const ComponentIndex i : assessment.instrument->indicators) {
    if (!levels[i]) continue;
    changed.scores[i].kind = Score::Kind::level;
    changed.scores[i].level = *levels[i];
  }
  return changed;
}

class Gathering {
 public:
  Gathering(Context& context, Trend trend, const ReportOptions& options)
      : context_(context), options_(options), report_(std::make_unique<InstitutionReport>()) {
    report_->trend = std::move(trend);
  }

  std::unique_ptr<InstitutionReport> run() {
    const TrendSpan& span = report_->trend.spans.back();
    report_->current = span.years.back();
    if (span.years.size() > 1) {
      report_->previous = span.years[span.years.size() - 2];
      report_->change = compare(*report_->previous, *report_->current);
    }
    if (!choose_unit()) return nullptr;
    report_->command = report_command_line(context_, options_);
    const auto rules = choose_rules(context_, report_->assessment(), {});
    if (!rules) return nullptr;
    report_->rules = *rules;
    report_->request.rules = *rules;
    const bool levelled = without_level(report_->assessment()).empty();
    if (levelled) report_->barriers = find_barriers(report_->assessment(), *rules, diagnostics_);
    make_the_plan(levelled);
    aim();
    look_ahead();
    if (!options_.peers.empty() && !look_around()) return nullptr;
    return context_.print(diagnostics_) ? nullptr : std::move(report_);
  }

 private:
  // The unit as the file spells it.
  bool choose_unit() {
    if (options_.unit.empty()) return true;
    std::vector<std::string> names;
    for (const ComponentIndex i : report_->instrument().indicators) {
      const Details* details = report_->assessment().details_of(i);
      if (details == nullptr) continue;
      for (const std::string& unit : details->units) {
        if (same_name(unit, options_.unit)) report_->unit = unit;
        if (std::ranges::find(names, unit) == names.end()) names.push_back(unit);
      }
    }
    if (!report_->unit.empty()) return true;
    std::ranges::sort(names);
    const std::string known = names.empty() ? "-" : join(names, ", ");
    Diagnostic& error = diagnostics_.error("unknown-unit", command_line(), {options_.unit, known});
    suggest_nearest(error, options_.unit, names);
    context_.print(diagnostics_);
    return false;
  }

  void make_the_plan(bool levelled) {
    if (options_.years) {
      report_->request.years =
          whole_number({"--years", *options_.years, 1, kMostPlanYears}, diagnostics_).value_or(1);
    }
    if (options_.target == kNoTarget) return;
    const CategoryBasis basis =
        report_->instrument().category_rule.in(report_->year() + report_->request.years);
    const auto target =
        choose_target(options_.target, report_->current->result, basis, diagnostics_);
    if (!levelled || !target || diagnostics_.has_errors()) return;
    report_->request.target = target->index;
    report_->planned.category = target->category;
    report_->planned.basis = basis;
    Diagnostics said;
    report_->plan = make_plan(report_->assessment(), report_->request, said);
    // The rest of the report stands without one.
    for (const Diagnostic& one : said.list()) {
      diagnostics_.warning(one.code, one.location, one.args);
    }
    if (!report_->plan) return;
    report_->planned.names_options = false;
    report_->planned.evaluation = report_->current;
    report_->planned.request = &report_->request;
    report_->planned.plan = &*report_->plan;
  }

  void aim() {
    if (has_level_targets(report_->assessment())) {
      report_->aim = evaluate(with_targets_kept(report_->assessment()));
    } else if (report_->plan && !report_->plan->steps.empty()) {
      report_->aim = evaluate(at_levels(report_->assessment(), report_->plan->levels));
      report_->aim_is_plan = true;
    }
  }

  // Targets, and how sure the levels are, where the file says so.
  void look_ahead() {
    const Assessment& assessment = report_->assessment();
    const Targets& goals = assessment.targets;
    if (has_level_targets(assessment) || goals.index || goals.category || !goals.parts.empty()) {
      report_->targets = targets_of(*report_->current, goal_of(*report_->current), report_->rules);
      if (report_->targets->goal && report_->targets->reached == Answer::no) {
        report_->addition = least_addition(*report_->targets, report_->rules, diagnostics_);
      }
    }
    const bool says = std::ranges::any_of(
        assessment.details, [](const Details& details) { return details.sure.has_value(); });
    if (!says) return;
    report_->beliefs = beliefs_of(assessment, usual_drift());
    if (report_->beliefs.empty()) return;
    const std::size_t keep = predikat_to_keep(report_->current->result);
    report_->certainty =
        certainty_of(*report_->current, report_->beliefs,
                     report_->instrument().least_index(keep, report_->current->result.basis));
  }

  // The others of its kind; false after an error, which has been printed.
  bool look_around() {
    const Catalog* catalog = context_.catalog();
    if (catalog == nullptr) return false;
    const bool fine = map_all(
        context_, *catalog, options_.peers,
        [](Assessment&& one) { return profile_of(evaluate(std::move(one))); },
        [&](PeerProfile&& profile) { report_->others.push_back(std::move(profile)); });
    context_.hide_progress();
    // The years that the report itself has count for ours.
    for (const Evaluation* result : report_->trend.spans.back().years) {
      report_->others.push_back(profile_of(*result));
    }
    report_->ours = profile_of(*report_->current);
    report_->peers = peers_of(*report_->ours, report_->others);
    return fine;
  }

  Context& context_;
  const ReportOptions& options_;
  std::unique_ptr<InstitutionReport> report_;
  Diagnostics diagnostics_;
};

}  // namespace

std::unique_ptr<InstitutionReport> gather_report(Context& context, Trend trend,
                                                 const ReportOptions& options) {
  return Gathering(context, std::move(trend), options).run();
}

}  // namespace spbe
