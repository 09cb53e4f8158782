#include <memory>

#include "cli/arguments.hpp"
#include "cli/input.hpp"
#include "cli/output.hpp"
#include "commands/commands.hpp"
#include "commands/report/gather.hpp"
#include "commands/report/report.hpp"
#include "render/page_html.hpp"
#include "render/page_writers.hpp"

namespace spbe {

namespace {

class ReportRun {
 public:
  ReportRun(Session& session, const CommonOptions& common, const ReportOptions& options)
      : context_(session, common), options_(options) {}

  Status run() {
    const Catalog* catalog = context_.catalog();
    if (catalog == nullptr) return Status::bad_input;
    const bool fine = read_all(context_, *catalog, options_.files, [&](Assessment&& assessment) {
      results_.push_back(std::make_unique<Evaluation>(evaluate(std::move(assessment))));
    });
    if (!fine || results_.empty()) return Status::bad_input;
    std::vector<Trend> all = trends(results_);
    if (all.size() > 1) {
      context_.complain("report-one-institution", {all[0].institution, all[1].institution});
      return Status::bad_input;
    }
    const auto report = gather_report(context_, std::move(all.front()), options_);
    if (report == nullptr) return Status::bad_input;
    const auto text = write(*report);
    if (!text) return Status::bad_input;
    Output output(context_);
    output.write(*text);
    return output.finish(Status::done);
  }

 private:
  std::optional<std::string> write(const InstitutionReport& report) {
    const std::string& format = context_.options().format;
    const Language language = context_.language();
    if (format == "svg") {
      const auto chart = report_chart(report, options_.chart, language);
      if (chart) return chart_alone(*chart);
      context_.complain("chart-without-data", {options_.chart});
      return std::nullopt;
    }
    const page::Page page = report_page(report, language);
    if (format == "markdown") return page_markdown(page);
    const std::string title = report_title(report, language);
    return page_html(page, {title, title});
  }

  Context context_;
  const ReportOptions& options_;
  std::vector<std::unique_ptr<Evaluation>> results_;
};

std::vector<Option> options_of(ReportOptions& options) {
  return {{"--target",
           &options.target,
           {"predikat or index to plan for, or none", "predikat atau indeks tujuan, atau none"},
           "TARGET",
           {},
           false},
          {"--years",
           &options.years,
           {"spread the plan over so many years", "bagi rencana dalam sekian tahun"},
           "YEARS",
           {},
           false},
          {"--chart",
           &options.chart,
           {"with --format svg: the chart", "dengan --format svg: diagramnya"},
           "CHART",
           {"scale", "waterfall", "radar", "trend", "heatmap"},
           false}};
}

}  // namespace

Command report_command() {
  const auto options = std::make_shared<ReportOptions>();
  Command command;
  command.name = "report";
  command.many_files = true;
  command.summary = {"Write the report of an institution: one file to read, project and print.",
                     "Tulis laporan instansi: satu berkas untuk dibaca, ditayangkan, dicetak."};
  command.examples = {
      "The report has the order of the official one; what the files say nothing of is left out.\n"
      "Without --target it plans for the next predikat.\n\n"
      "Examples:\n"
      "  spbe-index report 2021.yaml 2022.yaml 2023.yaml -o report.html\n"
      "  spbe-index report 2023.yaml --target Baik --years 2 --lang id -o laporan.html\n"
      "  spbe-index report 2023.yaml -o report.md       for pandoc report.md -o report.docx\n"
      "  spbe-index report 2023.yaml --chart radar -o radar.svg",
      "Susunannya mengikuti laporan resmi; bagian tanpa data tidak dimuat.\n"
      "Tanpa --target rencananya menuju predikat berikutnya.\n\n"
      "Contoh:\n"
      "  spbe-index report 2021.yaml 2022.yaml 2023.yaml -o laporan.html\n"
      "  spbe-index report 2023.yaml --target Baik --years 2 -o laporan.html\n"
      "  spbe-index report 2023.yaml -o laporan.md      untuk pandoc laporan.md -o laporan.docx\n"
      "  spbe-index report 2023.yaml --chart radar -o radar.svg"};
  command.options = options_of(*options);
  command.positionals = {
      {"FILE...",
       &options->files,
       {"assessments: files, folders, or -", "penilaian: berkas, folder, atau -"},
       1,
       0}};
  command.formats = {"html", "markdown", "svg"};
  command.run = [options](Session& session, const CommonOptions& common) {
    return ReportRun(session, common, *options).run();
  };
  return command;
}

}  // namespace spbe
