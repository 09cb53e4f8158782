#include <memory>
#include <utility>

#include "cli/arguments.hpp"
#include "cli/input.hpp"
#include "cli/output.hpp"
#include "cli/selection.hpp"
#include "cli/target.hpp"
#include "commands/commands.hpp"
#include "commands/targets/report.hpp"

namespace spbe {

namespace {

struct TargetsOptions {
  std::vector<std::string> files;
  std::string target;
  std::string rules;
  bool fail = false;
};

class TargetsCommand {
 public:
  TargetsCommand(Session& session, const CommonOptions& common, const TargetsOptions& options)
      : context_(session, common), options_(options) {}

  Status run() {
    const Catalog* catalog = context_.catalog();
    if (catalog == nullptr) return Status::bad_input;
    auto assessment = read_one(context_, *catalog, options_.files.front());
    if (!assessment) return Status::bad_input;
    const Evaluation now = evaluate(std::move(*assessment));
    const auto rules = choose_rules(context_, now.assessment, options_.rules);
    if (!rules) return Status::bad_input;
    Diagnostics diagnostics;
    const auto goal = options_.target.empty() ? goal_of(now) : read_goal(now.result, diagnostics);
    if (context_.print(diagnostics)) return Status::bad_input;
    const TargetPicture picture = targets_of(now, goal, *rules);
    std::optional<Plan> addition;
    if (picture.reached == Answer::no) {
      Diagnostics said;
      addition = least_addition(picture, *rules, said);
      context_.print(said);
    }
    const TargetsReport report{&now, &picture, &*rules, addition ? &*addition : nullptr};
    Output output(context_);
    output.write(draw(report));
    const bool missed = options_.fail && goal && picture.reached != Answer::yes;
    return output.finish(missed ? Status::answer_is_no : Status::done);
  }

 private:
  std::optional<Goal> read_goal(const IndexResult& result, Diagnostics& diagnostics) const {
    const auto target = choose_target(options_.target, result, result.basis, diagnostics);
    return target ? std::optional(Goal{target->index, target->category}) : std::nullopt;
  }

  std::string draw(const TargetsReport& report) const {
    const std::string& format = context_.options().format;
    if (format == "json") return targets_json(report);
    if (format == "csv") return targets_csv(report, context_.csv());
    return context_.drawn(targets_page(report, context_.language()));
  }

  Context context_;
  const TargetsOptions& options_;
};

constexpr Words kTargetsHelp = {
    "What do the targets of all units add up to, and on whom does the goal hang? Reads\n"
    "'target' and 'due' of the indicators, and the goal from 'targets:' of the file\n"
    "(index, category, domains, aspects); without it the goal is the next category. When\n"
    "the targets fall short it finds the least effort that must be added.\n\n"
    "With --exit-code the exit status is 1 when it is not certain that the goal is reached.\n\n"
    "Examples:\n"
    "  spbe-index targets 2024.yaml\n"
    "  spbe-index targets 2024.yaml --target Baik\n"
    "  spbe-index targets 2024.yaml --format csv > targets.csv",
    "Bila semua target tercapai, berapa indeksnya, dan siapa yang menentukan sasaran?\n"
    "Membaca 'target' dan 'due' tiap indikator, dan sasaran dari 'targets:' dalam berkas\n"
    "(index, category, domains, aspects); tanpa itu sasarannya predikat berikutnya. Bila\n"
    "target belum cukup, dicari upaya terkecil yang harus ditambahkan.\n\n"
    "Dengan --exit-code status keluarnya 1 bila sasaran belum pasti tercapai.\n\n"
    "Contoh:\n"
    "  spbe-index targets 2024.yaml\n"
    "  spbe-index targets 2024.yaml --target Baik\n"
    "  spbe-index targets 2024.yaml --format csv > target.csv"};

}  // namespace

Command targets_command() {
  const auto options = std::make_shared<TargetsOptions>();
  Command command;
  command.name = "targets";
  command.summary = {"Show what the targets of all units add up to.",
                     "Tunjukkan hasil gabungan target semua perangkat daerah."};
  command.examples = kTargetsHelp;
  command.options = {{"--target",
                      &options->target,
                      {"the category or index to reach", "predikat atau indeks yang dituju"},
                      "TARGET",
                      {},
                      false},
                     {"--rules",
                      &options->rules,
                      {"edition of the prerequisites, or none", "edisi prasyarat, atau none"},
                      "ID",
                      {},
                      false},
                     {"--exit-code",
                      &options->fail,
                      {"status 1 when the goal is missed", "status 1 bila sasaran tidak tercapai"},
                      "",
                      {},
                      false}};
  command.positionals = {
      {"FILE", &options->files, {"an assessment, or -", "penilaian, atau -"}, 1, 1}};
  command.formats = {"text", "json", "csv", "markdown", "xlsx"};
  command.run = [options](Session& session, const CommonOptions& common) {
    return TargetsCommand(session, common, *options).run();
  };
  return command;
}

}  // namespace spbe
