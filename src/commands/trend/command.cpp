#include <memory>

#include "cli/input.hpp"
#include "cli/output.hpp"
#include "commands/commands.hpp"
#include "commands/trend/report.hpp"

namespace spbe {

namespace {

struct TrendOptions {
  std::vector<std::string> files;
  std::string by;
};

ComponentKind kind_of(const std::string& word) {
  if (word == "aspect") return ComponentKind::aspect;
  return word == "indicator" ? ComponentKind::indicator : ComponentKind::domain;
}

Status run_trend(Session& session, const CommonOptions& common, const TrendOptions& options) {
  Context context(session, common);
  const Catalog* catalog = context.catalog();
  if (catalog == nullptr) return Status::bad_input;
  std::vector<std::unique_ptr<Evaluation>> results;
  const bool fine = read_all(context, *catalog, options.files, [&](Assessment&& assessment) {
    results.push_back(std::make_unique<Evaluation>(evaluate(std::move(assessment))));
  });
  const Status status = fine ? Status::done : Status::bad_input;
  if (results.empty()) return status;
  const TrendReport report{trends(results), kind_of(options.by), !options.by.empty()};
  Output output(context);
  if (common.format == "json") {
    output.write(trend_json(report));
  } else if (common.format == "csv") {
    output.write(trend_csv(report, context.csv()));
  } else {
    output.write(context.drawn(trend_page(report, context.language())));
  }
  return output.finish(status);
}

}  // namespace

Command trend_command() {
  const auto options = std::make_shared<TrendOptions>();
  Command command;
  command.name = "trend";
  command.many_files = true;
  command.leaves_plans = true;
  command.summary = {"Show two or more years of an institution side by side.",
                     "Tampilkan dua tahun atau lebih suatu instansi berdampingan."};
  command.examples = {
      "Examples:\n"
      "  spbe-index trend 2021.yaml 2022.yaml 2023.yaml\n"
      "  spbe-index trend --by aspect assessments/bandar-lampung/\n"
      "  spbe-index trend assessments/              many institutions, a row "
      "each\n"
      "  spbe-index trend --by domain assessments/  each of them in full\n"
      "  spbe-index trend --format csv assessments/ > trend.csv",
      "Contoh:\n"
      "  spbe-index trend 2021.yaml 2022.yaml 2023.yaml\n"
      "  spbe-index trend --by aspect penilaian/bandar-lampung/\n"
      "  spbe-index trend penilaian/                banyak instansi, satu baris tiap instansi\n"
      "  spbe-index trend --by domain penilaian/    tiap instansi secara lengkap\n"
      "  spbe-index trend --format csv penilaian/ > tren.csv"};
  command.options = {{"--by",
                      &options->by,
                      {"what has a row", "satu baris untuk tiap"},
                      "WHAT",
                      {"domain", "aspect", "indicator"},
                      false}};
  command.positionals = {
      {"FILE...",
       &options->files,
       {"assessments: files, folders, or -", "penilaian: berkas, folder, atau -"},
       1,
       0}};
  command.formats = {"text", "json", "csv", "markdown", "xlsx"};
  command.run = [options](Session& session, const CommonOptions& common) {
    return run_trend(session, common, *options);
  };
  return command;
}

}  // namespace spbe
