#include <memory>

#include "cli/arguments.hpp"
#include "cli/browser.hpp"
#include "cli/input.hpp"
#include "cli/output.hpp"
#include "commands/commands.hpp"
#include "commands/report/gather.hpp"
#include "commands/report/many.hpp"
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
    const std::string& format = context_.options().format;
    if ((format == "pdf" || format == "docx") && !context_.options().output) {
      context_.complain(format + "-needs-file");
      return Status::bad_input;
    }
    const Catalog* catalog = context_.catalog();
    if (catalog == nullptr) return Status::bad_input;
    const bool fine = map_all(
        context_, *catalog, options_.files,
        [](Assessment&& assessment) {
          return std::make_unique<Evaluation>(evaluate(std::move(assessment)));
        },
        [&](std::unique_ptr<Evaluation>&& result) { results_.push_back(std::move(result)); });
    if (!fine || results_.empty()) return Status::bad_input;
    context_.hide_progress();
    std::vector<Trend> all = trends(results_);
    const auto text = all.size() > 1 ? write_many(all) : write_one(std::move(all.front()));
    if (!text) return Status::bad_input;
    Output output(context_);
    output.write(*text);
    return output.finish(Status::done);
  }

 private:
  // As the format asks for it.
  std::optional<std::string> written(const page::Page& page, const HtmlPage& about) {
    const std::string& format = context_.options().format;
    if (format == "markdown") return document_markdown(page);
    if (format == "docx") return document(page);
    const std::string html = page_html(page, about);
    return format == "pdf" ? print_page(context_, html) : html;
  }

  std::optional<std::string> document(const page::Page& page) {
    ChartFiles charts;
    const std::string markdown = document_markdown(page, [&](const std::string& svg) {
      std::string name = "chart-" + std::to_string(charts.size() + 1) + ".svg";
      charts.emplace_back(name, svg);
      return name;
    });
    return make_document(context_, markdown, charts);
  }

  std::optional<std::string> write_one(Trend trend) {
    const auto report = gather_report(context_, std::move(trend), options_);
    if (report == nullptr) return std::nullopt;
    const Language language = context_.language();
    if (context_.options().format == "svg") {
      const auto chart = report_chart(*report, options_.chart, language);
      if (chart) return chart_alone(*chart);
      context_.complain("chart-without-data", {options_.chart});
      return std::nullopt;
    }
    std::string title = report_title(*report, language);
    if (options_.unit.empty()) return written(report_page(*report, language), {title, title});
    title += " · " + report->unit;
    return written(unit_page(*report, language), {title, title});
  }

  // What only the report of one institution knows.
  bool fits_many(const std::vector<Trend>& all) {
    std::string alone;
    if (!options_.unit.empty()) alone = "--unit";
    if (!options_.target.empty()) alone = "--target";
    if (options_.years) alone = "--years";
    if (!options_.peers.empty()) alone = "--peers";
    if (context_.options().format == "svg") alone = "--format svg";
    if (alone.empty()) return true;
    context_.complain("report-one-institution", {all[0].institution, all[1].institution, alone});
    return false;
  }

  std::optional<std::string> write_many(const std::vector<Trend>& all) {
    if (!fits_many(all)) return std::nullopt;
    std::vector<Summary> summaries;
    summaries.reserve(results_.size());
    for (const auto& result : results_) {
      summaries.push_back(summarize(result->assessment, result->result));
    }
    const Ranking ranking = rank(summaries, {});
    if (ranking.groups.empty()) {
      context_.complain("only-means");
      return std::nullopt;
    }
    const Language language = context_.language();
    const std::string title = many_title(ranking, language);
    const bool sortable = context_.options().format == "html" && ranking.groups.size() == 1;
    return written(many_page(ranking, report_command_line(context_, options_), language),
                   {title, title, sortable});
  }

  Context context_;
  const ReportOptions& options_;
  std::vector<std::unique_ptr<Evaluation>> results_;
};

std::vector<Option> options_of(ReportOptions& options) {
  return {
      {"--target",
       &options.target,
       {"predikat or index to plan for, or none", "predikat atau indeks yang dituju, atau none"},
       "TARGET",
       {},
       false},
      {"--years",
       &options.years,
       {"spread the plan over so many years", "bagi rencana dalam sekian tahun"},
       "YEARS",
       {},
       false},
      {"--peers",
       &options.peers,
       {"others to compare with: a file or folder", "pembanding: berkas atau folder"},
       "FOLDER",
       {},
       false},
      {"--unit",
       &options.unit,
       {"only the sheet of this unit", "hanya lembar perangkat daerah ini"},
       "UNIT",
       {},
       false},
      {"--chart",
       &options.chart,
       {"the chart for --format svg", "diagram untuk --format svg"},
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
                     "Tulis laporan instansi: satu berkas untuk dibaca, ditayangkan, dan dicetak."};
  command.examples = {
      "The report has the order of the official one; what the files say nothing of is left out.\n"
      "Without --target it plans for the next predikat. Of several institutions it is the report\n"
      "over them: spread, kinds, provinces, domains, ranking.\n\n"
      "Examples:\n"
      "  spbe-index report 2021.yaml 2022.yaml 2023.yaml -o report.html\n"
      "  spbe-index report 2023.yaml --target Baik --years 2 --lang id -o laporan.html\n"
      "  spbe-index report 2023.yaml -o report.docx     made by pandoc, where it is found\n"
      "  spbe-index report 2023.yaml --chart radar -o radar.svg\n"
      "  spbe-index report 2023.yaml --peers national-2023/ -o report.html\n"
      "  spbe-index report 2023.yaml --unit Bappeda -o bappeda.html\n"
      "  spbe-index report 2023.yaml -o report.pdf      printed by Chromium, where it is found\n"
      "  spbe-index report assessments/ -o all.html",
      "Susunannya mengikuti laporan resmi; bagian tanpa data tidak dimuat. Tanpa --target,\n"
      "rencananya menuju predikat berikutnya. Untuk beberapa instansi isinya laporan bersama:\n"
      "sebaran, jenis, provinsi, domain, peringkat.\n\n"
      "Contoh:\n"
      "  spbe-index report 2021.yaml 2022.yaml 2023.yaml -o laporan.html\n"
      "  spbe-index report 2023.yaml --target Baik --years 2 -o laporan.html\n"
      "  spbe-index report 2023.yaml -o laporan.docx    dibuat dengan pandoc, bila ada\n"
      "  spbe-index report 2023.yaml --chart radar -o radar.svg\n"
      "  spbe-index report 2023.yaml --peers nasional-2023/ -o laporan.html\n"
      "  spbe-index report 2023.yaml --unit Bappeda -o bappeda.html\n"
      "  spbe-index report 2023.yaml -o laporan.pdf     dicetak dengan Chromium, bila ada\n"
      "  spbe-index report penilaian/ -o semua.html"};
  command.options = options_of(*options);
  command.positionals = {
      {"FILE...",
       &options->files,
       {"assessments: files, folders, or -", "penilaian: berkas, folder, atau -"},
       1,
       0}};
  command.formats = {"html", "pdf", "docx", "markdown", "svg"};
  command.run = [options](Session& session, const CommonOptions& common) {
    return ReportRun(session, common, *options).run();
  };
  return command;
}

}  // namespace spbe
