#include <memory>
#include <type_traits>

#include "analysis/history.hpp"
#include "cli/input.hpp"
#include "cli/output.hpp"
#include "cli/selection.hpp"
#include "commands/commands.hpp"
#include "commands/compute/data.hpp"

namespace spbe {

namespace {

struct ComputeOptions {
  std::vector<std::string> files;
  std::optional<std::string> previous;
  std::string category_by;
  bool details = false;
};

using Evaluations = std::vector<std::unique_ptr<Evaluation>>;

class Compute {
 public:
  Compute(Session& session, const CommonOptions& common, const ComputeOptions& options)
      : context_(session, common), options_(options), basis_(category_basis(options.category_by)) {}

  Status run() {
    const Catalog* catalog = context_.catalog();
    if (catalog == nullptr) return Status::bad_input;
    if (options_.previous) {
      auto previous = read_one(context_, *catalog, *options_.previous);
      if (!previous) return Status::bad_input;
      previous_ = evaluate(std::move(*previous), basis_);
      previous_row_ = prior_year(previous_->assessment, previous_->result);
    }
    const std::string& format = context_.options().format;
    const bool details = options_.details;
    if (format == "csv")
      return write_rows(*catalog, ComputeCsv(*catalog, details, context_.csv()), true);
    if (format == "jsonl") {
      return write_rows(*catalog, ComputeJson(ComputeJson::Form::lines, details), true);
    }
    if (format == "json") {
      return write_rows(*catalog, ComputeJson(ComputeJson::Form::document, details), false);
    }
    return write_for_reading(*catalog);
  }

 private:
  // Rows for programs, `at_once` or when all files have been read.
  template <class Form>
  Status write_rows(const Catalog& catalog, Form form, bool at_once) {
    struct Row {
      std::string institution;  // its key
      PriorYear result;
      RowPieces pieces;
      std::optional<Interval> change;  // since --previous
    };
    PriorYears years;
    std::vector<Row> held;
    Output output(context_);
    bool any = false;
    const auto write = [&](const Row& row) {
      if (previous_) {
        output.write(form.row(row.pieces, &*previous_row_, row.change));
        return;
      }
      const PriorYear* before = years.before(row.institution, row.result);
      output.write(form.row(row.pieces, before,
                            before == nullptr ? std::nullopt : change_since(row.result, *before)));
    };
    const auto map = [&](Assessment&& assessment) {
      const Evaluation evaluation = evaluate(std::move(assessment), basis_);
      Row row{institution_key(evaluation.assessment.institution),
              prior_year(evaluation.assessment, evaluation.result),
              form.pieces(evaluation),
              {}};
      if (previous_ && comparable(*previous_, evaluation)) {
        row.change = compare(*previous_, evaluation).index;
      }
      return row;
    };
    const bool fine = map_all(context_, catalog, options_.files, map, [&](Row&& row) {
      if (!any) output.write(form.begin());
      any = true;
      if (!previous_) warn_if_late(years, row.institution, row.result, at_once);
      years.add(row.institution, row.result);
      if (at_once) {
        write(row);
      } else {
        held.push_back(std::move(row));
      }
    });
    const Status status = fine ? Status::done : Status::bad_input;
    if (!any) return status;
    for (const Row& row : held) write(row);
    if constexpr (std::is_same_v<Form, ComputeJson>) output.write(form.end());
    return output.finish(status);
  }

  // A row that has been written cannot learn of an earlier year that comes after it.
  void warn_if_late(const PriorYears& years, const std::string& institution,
                    const PriorYear& result, bool at_once) {
    if (!at_once) return;
    const PriorYear* written = years.after(institution, result);
    if (written == nullptr) return;
    Diagnostics diagnostics;
    diagnostics
        .warning("earlier-year-comes-late", {result.label},
                 {std::to_string(result.year), written->label, std::to_string(written->year)})
        .suggest("give-earlier-years-first");
    context_.print(diagnostics);
  }

  // Reads everything, and keeps results whole only while they are of one institution.
  Status write_for_reading(const Catalog& catalog) {
    std::vector<Summary> rows;
    const bool fine = map_all(
        context_, catalog, options_.files,
        [&](Assessment&& assessment) {
          return std::make_unique<Evaluation>(evaluate(std::move(assessment), basis_));
        },
        [&](std::unique_ptr<Evaluation>&& e) {
          const bool other =
              !all_.empty() && !of_same_institution(e->assessment, all_.front()->assessment);
          if (rows.empty() && !other) {
            all_.push_back(std::move(e));
            return;
          }
          for (const auto& kept : all_) rows.push_back(summarize(kept->assessment, kept->result));
          all_.clear();
          rows.push_back(summarize(e->assessment, e->result));
        });
    const Status status = fine ? Status::done : Status::bad_input;
    if (all_.empty() && rows.empty()) return status;
    Output output(context_);
    output.write(context_.drawn(rows.empty() ? one_institution()
                                             : overview_page(rows, context_.language())));
    return output.finish(status);
  }

  page::Page one_institution() const {
    ComputeReport report;
    YearlyResults yearly = by_year(all_);
    const std::vector<const Evaluation*>& years = yearly.years;
    report.current = years.back();
    if (previous_) {
      report.previous = &*previous_;
    } else if (years.size() > 1) {
      report.previous = years[years.size() - 2];
    }
    report.details = options_.details;
    report.set_aside = std::move(yearly.set_aside);
    // With two years the headline says it all.
    constexpr std::size_t kManyYears = 3;
    if (years.size() >= kManyYears) report.earlier.assign(years.rbegin() + 1, years.rend());
    return compute_page(report, context_.language());
  }

  Context context_;
  const ComputeOptions& options_;
  std::optional<CategoryBasis> basis_;
  std::optional<Evaluation> previous_;
  std::optional<PriorYear> previous_row_;
  Evaluations all_;
};

}  // namespace

Command compute_command() {
  const auto options = std::make_shared<ComputeOptions>();
  Command command;
  command.name = "compute";
  command.summary = {"Compute the SPBE index of assessments.",
                     "Hitung Indeks SPBE dari penilaian."};
  command.examples = {
      "Examples:\n"
      "  spbe-index compute 2023.yaml\n"
      "  spbe-index compute --details 2023.yaml\n"
      "  spbe-index compute 2021.yaml 2022.yaml 2023.yaml\n"
      "  spbe-index compute --format csv assessments/ > table.csv\n\n"
      "The category (predikat), from the lowest: Kurang (poor), Cukup (fair), Baik (good),\n"
      "Sangat Baik (very good), Memuaskan (excellent).",
      "Contoh:\n"
      "  spbe-index compute 2023.yaml\n"
      "  spbe-index compute --details 2023.yaml\n"
      "  spbe-index compute 2021.yaml 2022.yaml 2023.yaml\n"
      "  spbe-index compute --format csv penilaian/ > tabel.csv"};
  command.options = {{"--details",
                      &options->details,
                      {"the indicators as well", "sertakan nilai indikator"},
                      "",
                      {},
                      false},
                     {"--previous",
                      &options->previous,
                      {"assessment of the year before", "penilaian tahun sebelumnya"},
                      "FILE",
                      {},
                      false},
                     category_by_option(options->category_by)};
  command.positionals = {
      {"FILE...",
       &options->files,
       {"assessments: files, folders, or -", "penilaian: berkas, folder, atau -"},
       1,
       0}};
  command.formats = {"text", "json", "jsonl", "csv", "markdown", "xlsx"};
  command.many_files = true;
  command.leaves_plans = true;
  command.run = [options](Session& session, const CommonOptions& common) {
    return Compute(session, common, *options).run();
  };
  return command;
}

}  // namespace spbe
