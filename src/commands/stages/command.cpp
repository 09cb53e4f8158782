#include <memory>
#include <utility>

#include "cli/arguments.hpp"
#include "cli/input.hpp"
#include "cli/output.hpp"
#include "commands/commands.hpp"
#include "commands/stages/report.hpp"

namespace spbe {

namespace {

std::string draw_stages(const Stages& stages, const Context& context) {
  const std::string& format = context.options().format;
  if (format == "json") return stages_json(stages);
  if (format == "csv") return stages_csv(stages, context.csv());
  return context.drawn(stages_page(stages, context.language()));
}

Status run_stages(Session& session, const CommonOptions& common,
                  const std::vector<std::string>& files) {
  Context context(session, common);
  const Catalog* catalog = context.catalog();
  if (catalog == nullptr) return Status::bad_input;
  std::vector<Evaluation> all;
  bool fine = map_all(
      context, *catalog, files, [](Assessment&& one) { return evaluate(std::move(one)); },
      [&](Evaluation&& one) { all.push_back(std::move(one)); });
  const Stages stages = stages_of(all);
  Diagnostics diagnostics;
  for (const auto& [first, second] : stages.twice) {
    diagnostics.error("result-twice", {second->assessment.label()},
                      {second->assessment.institution, std::to_string(second->assessment.year),
                       first->assessment.label()});
  }
  if (fine && stages.institutions.empty()) {
    diagnostics.error("no-two-stages", command_line());
  }
  fine = !context.print(diagnostics) && fine;
  if (stages.institutions.empty()) return Status::bad_input;
  Output output(context);
  output.write(draw_stages(stages, context));
  return output.finish(fine ? Status::done : Status::bad_input);
}

}  // namespace

Command stages_command() {
  const auto files = std::make_shared<std::vector<std::string>>();
  Command command;
  command.name = "stages";
  command.many_files = true;
  command.summary = {"Set the stages of a year side by side: what the assessors changed.",
                     "Sandingkan tahap penilaian suatu tahun: apa yang diubah asesor."};
  command.examples = {
      "Files of one institution and year that say their 'stage' stand side by side, from the\n"
      "self-assessment to the final result. Given several years, it also lists what was\n"
      "lowered in more than one of them.\n\n"
      "Examples:\n"
      "  spbe-index stages 2024-mandiri.yaml 2024-final.yaml\n"
      "  spbe-index stages assessments/\n"
      "  spbe-index stages assessments/ --format csv > stages.csv",
      "Berkas satu instansi dan satu tahun yang menyebut 'stage' disandingkan, dari penilaian\n"
      "mandiri sampai hasil akhir. Untuk beberapa tahun dicantumkan pula indikator yang\n"
      "diturunkan pada lebih dari satu tahun.\n\n"
      "Contoh:\n"
      "  spbe-index stages 2024-mandiri.yaml 2024-final.yaml\n"
      "  spbe-index stages penilaian/\n"
      "  spbe-index stages penilaian/ --format csv > tahap.csv"};
  command.positionals = {
      {"FILE...", files.get(), {"assessments, folders, or -", "penilaian, folder, atau -"}, 1, 0}};
  command.formats = {"text", "json", "csv", "markdown", "xlsx"};
  command.run = [files](Session& session, const CommonOptions& common) {
    return run_stages(session, common, *files);
  };
  return command;
}

}  // namespace spbe
