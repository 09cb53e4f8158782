#include <algorithm>
#include <filesystem>
#include <memory>

#include "cli/arguments.hpp"
#include "cli/input.hpp"
#include "cli/output.hpp"
#include "cli/platform.hpp"
#include "cli/selection.hpp"
#include "cli/target.hpp"
#include "commands/commands.hpp"
#include "commands/plan/report.hpp"
#include "document/schema.hpp"
#include "render/wording.hpp"
#include "spbe/analysis/targets.hpp"
#include "spbe/base/amount.hpp"

namespace spbe {

namespace {

struct PlanOptions {
  std::vector<std::string> files;
  std::string target;
  std::optional<std::string> budget;
  std::vector<std::string> keep;
  std::optional<std::string> max_rise;
  std::optional<std::string> years;
  std::string rules;
  std::string by = "order";
  std::string category_by;
  std::string assume = "low";
  std::optional<std::string> write;
  bool curve = false;
  bool respect_targets = false;
  bool criteria = false;
  bool force = false;
};

constexpr int kMostYears = 20;

class PlanRun {
 public:
  PlanRun(Session& session, const CommonOptions& common, const PlanOptions& options)
      : context_(session, common), options_(options) {}

  Status run() {
    const Catalog* catalog = context_.catalog();
    if (catalog == nullptr) return Status::bad_input;
    auto assessment = read_one(context_, *catalog, options_.files.front());
    if (!assessment) return Status::bad_input;
    const auto assumption = parse_assumption(options_.assume);
    if (!assumption) {
      diagnostics_.error("bad-assumption", command_line(), {options_.assume});
      context_.print(diagnostics_);
      return Status::bad_input;
    }
    report_.assumption = *assumption;
    report_.assumed = assume(*assessment, *assumption);
    if (options_.respect_targets) assessment = with_targets_kept(*assessment);
    evaluation_ = evaluate(std::move(*assessment));
    const auto rules = choose_rules(context_, evaluation_.assessment, options_.rules);
    if (rules) request_.rules = *rules;
    report_.evaluation = &evaluation_;
    report_.request = &request_;
    read_limits();
    read_keep();
    if (options_.curve && options_.write) {
      diagnostics_.error("not-together", command_line(), {"--curve", "--write"});
    }
    if (has_levels() && !diagnostics_.has_errors()) read_target();
    if (context_.print(diagnostics_) || !rules) return Status::bad_input;
    return options_.curve ? draw_curve() : make();
  }

 private:
  const Instrument& instrument() const { return *evaluation_.assessment.instrument; }

  std::optional<int> whole(const std::optional<std::string>& text, const char* flag, int most) {
    if (!text) return std::nullopt;
    return whole_number({flag, *text, 1, most}, diagnostics_);
  }

  void read_limits() {
    request_.max_rise = whole(options_.max_rise, "--max-rise", 100);
    request_.years = whole(options_.years, "--years", kMostYears).value_or(1);
    if (options_.budget) {
      request_.budget = parse_amount(*options_.budget);
      if (!request_.budget || *request_.budget < Ratio(0)) {
        diagnostics_.error("bad-number-option", command_line(),
                           {"--budget", *options_.budget, "0", std::to_string(kMaxAmountDigits),
                            std::to_string(Ratio::kMaxDigits)});
      }
    }
    report_.basis = category_basis(options_.category_by)
                        .value_or(instrument().category_rule.in(report_.last_year()));
  }

  void read_keep() {
    const auto& obstacles = evaluation_.assessment.obstacles;
    for (const std::string& word : split_list(options_.keep)) {
      const auto range = instrument().indicators_named(word);
      request_.keep.insert(request_.keep.end(), range.begin(), range.end());
      const auto obstacle = std::ranges::find(obstacles, word, &Obstacle::id);
      if (range.empty() && obstacle != obstacles.end()) {
        request_.keep_obstacles.push_back(static_cast<std::size_t>(obstacle - obstacles.begin()));
      } else if (range.empty()) {
        diagnostics_.error("unknown-keep", command_line(), {word, instrument().name});
      }
    }
  }

  bool has_levels() {
    const Assessment& assessment = evaluation_.assessment;
    const auto missing = without_level(assessment);
    if (missing.empty()) return true;
    Diagnostic& error = diagnostics_.error("plan-needs-levels", assessment.source->whole(),
                                           {indicator_list(instrument(), missing)});
    std::string published;
    for (const ComponentIndex i : evaluation_.result.published) {
      published += (published.empty() ? "" : ", ") + instrument().at(i).id;
    }
    if (!published.empty()) error.note("plan-has-published", {published});
    return false;
  }

  void read_target() {
    if (options_.target.empty() && (request_.budget || options_.curve)) return;
    const auto target =
        choose_target(options_.target, evaluation_.result, report_.basis, diagnostics_);
    if (target) {
      report_.category = target->category;
      request_.target = target->index;
    } else if (options_.target.empty()) {
      const std::size_t now = instrument().category_of(evaluation_.result.index.low, report_.basis);
      diagnostics_.error("no-higher-category", command_line(), {instrument().categories[now].name});
    }
  }

  Status draw_curve() {
    Diagnostics diagnostics;
    const auto curve = plan_curve(evaluation_.assessment, request_, diagnostics);
    context_.print(diagnostics);
    if (!curve) return Status::bad_input;
    report_.evaluation = &evaluation_;
    report_.request = &request_;
    const CurveReport report{&report_, &*curve};
    Output output(context_);
    const std::string& format = context_.options().format;
    if (format == "json") {
      output.write(curve_json(report));
    } else if (format == "csv") {
      output.write(curve_csv(report, context_.csv()));
    } else {
      output.write(context_.drawn(curve_page(report, context_.language())));
    }
    const bool reached = !request_.target || curve->points.back().index >= *request_.target;
    return output.finish(reached ? Status::done : Status::answer_is_no);
  }

  Status make() {
    Diagnostics diagnostics;
    const auto plan = make_plan(evaluation_.assessment, request_, diagnostics);
    if (plan) {
      report_.barriers = find_barriers(evaluation_.assessment, request_.rules, diagnostics);
    }
    context_.print(diagnostics);
    if (!plan) return Status::bad_input;
    if (!save(*plan)) return Status::bad_input;
    std::optional<Criteria> criteria;
    if (options_.criteria) criteria = criteria_of(instrument());
    if (criteria) report_.criteria = &*criteria;
    report_.plan = &*plan;
    report_.by_unit = options_.by == "unit";
    Output output(context_);
    output.write(draw());
    return output.finish(plan->reached ? Status::done : Status::answer_is_no);
  }

  bool save(const Plan& plan) {
    if (!options_.write) return true;
    if (plan.reached) return save_years(plan);
    Diagnostics diagnostics;
    diagnostics.warning("nothing-to-write", command_line(), {*options_.write});
    context_.print(diagnostics);
    return true;
  }

  // A file for each year of the plan.
  bool save_years(const Plan& plan) {
    const Assessment& assessment = evaluation_.assessment;
    Levels levels = levels_of(assessment);
    for (int year = 1; year <= request_.years; ++year) {
      for (const Step& step : plan.steps) {
        if (step.year == year && step.indicator != kNoComponent) levels[step.indicator] = step.to;
      }
      const int at = report_.year_of(year);
      const std::string name = request_.years == 1 ? *options_.write : of_year(at);
      if (!write_profile(context_, assessment, levels,
                         {options_.files.front(), name, options_.force, at})) {
        return false;
      }
    }
    return true;
  }

  // "plan.yaml" is plan-2025.yaml, plan-2026.yaml; "2026.yaml" 2025.yaml and 2026.yaml.
  std::string of_year(int year) const {
    const std::filesystem::path path = platform::path_of(*options_.write);
    const std::string last = std::to_string(report_.last_year());
    std::string stem = path.stem().string();
    const std::size_t at = stem.rfind(last);
    if (at == std::string::npos) {
      stem += "-" + std::to_string(year);
    } else {
      stem.replace(at, last.size(), std::to_string(year));
    }
    return (path.parent_path() / platform::path_of(stem + path.extension().string()))
        .generic_string();
  }

  std::string draw() const {
    const std::string& format = context_.options().format;
    if (format == "json") return plan_json(report_);
    if (format == "csv") return plan_csv(report_, context_.csv());
    return context_.drawn(plan_page(report_, context_.language()));
  }

  Context context_;
  const PlanOptions& options_;
  Evaluation evaluation_;
  PlanRequest request_;
  PlanReport report_;
  Diagnostics diagnostics_;
};

// What is to be reached, and within which bounds.
std::vector<Option> options_of_the_search(PlanOptions& options) {
  return {
      {"--target",
       &options.target,
       {"a category or an index to reach", "predikat atau indeks yang dituju"},
       "TARGET",
       {}},
      {"--budget",
       &options.budget,
       {"most effort that may be spent", "upaya paling banyak"},
       "EFFORT",
       {}},
      {"--curve",
       &options.curve,
       {"what each effort can reach", "tampilkan yang dapat dicapai dengan tiap upaya"},
       "",
       {}},
      {"--keep",
       &options.keep,
       {"leave these as they are: 14,20-22", "yang dibiarkan apa adanya: 14,20-22"},
       "LIST",
       {}},
      {"--respect-targets",
       &options.respect_targets,
       {"take targets as kept, and plan the rest", "anggap target tercapai, rencanakan sisanya"},
       "",
       {}},
      {"--max-rise",
       &options.max_rise,
       {"most levels an indicator rises in a year", "kenaikan tingkat terbanyak per tahun"},
       "LEVELS",
       {}},
      {"--years",
       &options.years,
       {"spread the work over so many years", "bagi pekerjaan dalam sekian tahun"},
       "YEARS",
       {}}};
}

std::vector<Option> options_of(PlanOptions& options) {
  std::vector<Option> all = options_of_the_search(options);
  for (Option& option : std::vector<Option>{
           {"--rules",
            &options.rules,
            {"edition of the prerequisites, or none", "edisi prasyarat, atau none"},
            "ID",
            {}},
           {"--by",
            &options.by,
            {"put the steps together by", "kelompokkan langkah menurut"},
            "WHAT",
            {"order", "unit"}},
           category_by_option(options.category_by),
           {"--assume",
            &options.assume,
            {"unknown levels count as low, high or N",
             "tingkat yang tidak diketahui dianggap: low, high, N"},
            "LEVEL",
            {}},
           {"--write",
            &options.write,
            {"save the plan as OUT, a file a year", "simpan rencana, satu berkas per tahun"},
            "OUT",
            {}},
           {"--criteria",
            &options.criteria,
            {"what each step asks for", "sertakan kriteria yang diminta tiap langkah"},
            "",
            {}},
           {"--force",
            &options.force,
            {"replace a file that exists", "ganti berkas yang sudah ada"},
            "",
            {}}}) {
    all.push_back(std::move(option));
  }
  return all;
}

constexpr Words kHelp = {
    "Without --target: the next category, or with --budget the highest index.\n\n"
    "The model: levels only rise, one at a time. Raising an indicator by a level costs its\n"
    "'effort' in the file: one number, or a list, the first for 1 to 2, whose last number\n"
    "serves the levels above; without it 1 (effort_unit: says what is counted). An obstacle\n"
    "holds its indicators at 'at' until it is removed, for its 'effort', without it 1; --keep\n"
    "names indicators, aspects or domains, or an obstacle by its id. Prerequisites are met\n"
    "before what waits for them. They are advice and never part of the formula: those of the\n"
    "guide in force in the year after the file's, else of the newest before it. With --years\n"
    "the effort is spread evenly; --max-rise holds in each year, and what is met in a year\n"
    "counts from then on.\n\n"
    "The plan is proven to be the best. Of plans with the same effort the one with the\n"
    "highest index is taken (with --budget: of the same index, the least effort); then the\n"
    "fewest steps; then alike indicators (same weight, effort and prerequisites) count as\n"
    "a group, earlier groups rise first, and in a group the lowest numbers.\n\n"
    "--curve shows the least effort for each index, up to the target or what the budget\n"
    "can pay for, and where effort begins to buy less: the point furthest above the\n"
    "straight line over the whole curve.\n\n"
    "--write saves what is planned with 'stage: plan' and its year; compute, rank, check and\n"
    "trend leave plans out unless --plans is given. With --years there is a file a year:\n"
    "for 2026.yaml also 2025.yaml, for plan.yaml plan-2025.yaml and plan-2026.yaml.\n\n"
    "Exit status 1: the target cannot be reached.\n\n"
    "Examples:\n"
    "  spbe-index plan 2023.yaml --target Baik\n"
    "  spbe-index plan 2023.yaml --target 2.8 --keep 14,20-22 --by unit\n"
    "  spbe-index plan 2023.yaml --budget 12 --max-rise 1\n"
    "  spbe-index plan 2023.yaml --curve --format csv\n"
    "  spbe-index plan 2023.yaml --target \"Sangat Baik\" --years 3 --write 2026.yaml",
    "Tanpa --target: predikat berikutnya, atau dengan --budget indeks tertinggi.\n\n"
    "Cara menghitung: tingkat hanya naik, satu demi satu. Menaikkan indikator satu tingkat\n"
    "memerlukan 'effort' dalam berkas: satu bilangan, atau daftar, yang pertama untuk 1 ke\n"
    "2 dan yang terakhir juga untuk tingkat di atasnya; bila tidak diisi, 1 (satuannya\n"
    "ditulis pada effort_unit). Kendala menahan indikatornya di tingkat 'at' sampai\n"
    "dihilangkan dengan 'effort'-nya, bila tidak diisi 1. --keep menerima indikator, aspek,\n"
    "domain, dan id kendala. Prasyarat dipenuhi lebih dahulu. Prasyarat adalah anjuran,\n"
    "bukan bagian dari rumus: dari pedoman yang berlaku pada tahun berikutnya, atau yang\n"
    "terbaru sebelumnya. Dengan --years upaya dibagi rata; --max-rise berlaku tiap tahun,\n"
    "dan yang dipenuhi pada suatu tahun berlaku sejak tahun itu.\n\n"
    "Rencananya terbukti yang terbaik. Di antara rencana dengan upaya sama dipilih yang\n"
    "indeksnya tertinggi (dengan --budget: di antara indeks sama, upaya terkecil); lalu yang\n"
    "langkahnya paling sedikit; lalu indikator yang serupa (bobot, upaya, dan prasyarat\n"
    "sama) menjadi satu kelompok: kelompok awal didahulukan, dan di dalamnya nomor terkecil.\n\n"
    "--curve menampilkan upaya terkecil untuk tiap indeks, sampai target atau sejauh upaya\n"
    "pada --budget, dan mulai dari mana hasil upaya berkurang: titik terjauh di atas garis\n"
    "lurus sepanjang kurva seutuhnya.\n\n"
    "--write menyimpan rencana dengan 'stage: plan' dan tahunnya; compute, rank, check, dan\n"
    "trend tidak menyertakannya tanpa --plans. Dengan --years ada satu berkas per tahun:\n"
    "untuk 2026.yaml juga 2025.yaml, untuk rencana.yaml rencana-2025.yaml dan seterusnya.\n\n"
    "Status keluar 1: target tidak tercapai.\n\n"
    "Contoh:\n"
    "  spbe-index plan 2023.yaml --target Baik\n"
    "  spbe-index plan 2023.yaml --target 2,8 --keep 14,20-22 --by unit\n"
    "  spbe-index plan 2023.yaml --budget 12 --max-rise 1\n"
    "  spbe-index plan 2023.yaml --target \"Sangat Baik\" --years 3 --write 2026.yaml"};

}  // namespace

Command plan_command() {
  const auto options = std::make_shared<PlanOptions>();
  Command command;
  command.name = "plan";
  command.summary = {"Find the least effort that reaches a category or an index.",
                     "Cari upaya terkecil untuk mencapai suatu predikat atau indeks."};
  command.examples = kHelp;
  command.options = options_of(*options);
  command.positionals = {
      {"FILE", &options->files, {"an assessment, or -", "penilaian, atau -"}, 1, 1}};
  command.formats = {"text", "json", "csv", "markdown", "xlsx"};
  command.run = [options](Session& session, const CommonOptions& common) {
    return PlanRun(session, common, *options).run();
  };
  return command;
}

}  // namespace spbe
