#include <algorithm>
#include <memory>

#include "cli/commands.hpp"
#include "cli/input.hpp"
#include "cli/output.hpp"
#include "render/compute_data.hpp"

namespace spbe {

namespace {

struct ComputeOptions {
  std::vector<std::string> files;
  std::optional<std::string> previous;
  std::string category_by;
  bool details = false;
};

std::optional<CategoryBasis> basis_of(const std::string& word) {
  if (word == "exact") return CategoryBasis::exact;
  if (word == "shown") return CategoryBasis::shown;
  return std::nullopt;
}

int stage_rank(const std::string& stage) {
  if (stage == "self") return 0;
  return stage == "verified" ? 1 : 2;
}

// Later years are newer; within a year a final result is newer than a self-assessment.
bool newer(const Evaluation& a, const Evaluation& b) {
  const auto key = [](const Evaluation& e) {
    return std::pair(e.assessment.year, stage_rank(e.assessment.stage));
  };
  return key(a) > key(b);
}

using Evaluations = std::vector<std::unique_ptr<Evaluation>>;

// The newest result of the same institution from an earlier year, or null.
const Evaluation* year_before(const Evaluations& all, const Evaluation& current) {
  const std::string key = institution_key(current.assessment.institution);
  const Evaluation* found = nullptr;
  for (const auto& other : all) {
    const bool earlier = other->assessment.year < current.assessment.year &&
                         institution_key(other->assessment.institution) == key;
    if (earlier && (found == nullptr || newer(*other, *found))) found = other.get();
  }
  return found;
}

bool one_institution(const Evaluations& all) {
  return std::ranges::all_of(all, [&](const auto& e) {
    return same_institution(e->assessment.institution, all.front()->assessment.institution);
  });
}

class Compute {
 public:
  Compute(Session& session, const CommonOptions& common, const ComputeOptions& options)
      : work_(session, common), options_(options), basis_(basis_of(options.category_by)) {}

  Status run() {
    const Catalog* catalog = work_.catalog();
    if (catalog == nullptr) return Status::bad_input;
    if (options_.previous) {
      auto previous = read_one(work_, *catalog, *options_.previous);
      if (!previous) return Status::bad_input;
      previous_ = evaluate(std::move(*previous), basis_);
    }
    const bool fine = read_all(work_, *catalog, options_.files, [&](Assessment&& assessment) {
      all_.push_back(std::make_unique<Evaluation>(evaluate(std::move(assessment), basis_)));
    });
    const Status status = fine ? Status::done : Status::bad_input;
    if (all_.empty()) return status;
    Output output(work_);
    const std::string& format = work_.options().format;
    if (format == "json") {
      write_json(output);
    } else if (format == "csv") {
      write_csv(output, *catalog);
    } else {
      write_for_reading(output, format == "markdown");
    }
    return output.finish(status);
  }

 private:
  const Evaluation* before(const Evaluation& current) const {
    return previous_ ? &*previous_ : year_before(all_, current);
  }

  void write_json(Output& output) const {
    ComputeJson json(options_.details);
    output.write(ComputeJson::begin());
    for (const auto& evaluation : all_) {
      output.write(json.result(*evaluation, before(*evaluation)));
    }
    output.write(ComputeJson::end());
  }

  void write_csv(Output& output, const Catalog& catalog) const {
    const ComputeCsv csv(catalog, options_.details);
    output.write(csv.begin());
    for (const auto& evaluation : all_) {
      output.write(csv.result(*evaluation, before(*evaluation)));
    }
  }

  void write_for_reading(Output& output, bool markdown) const {
    if (!one_institution(all_)) {
      std::vector<Summary> rows;
      for (const auto& e : all_) rows.push_back(summarize(e->assessment, e->result));
      output.write(markdown ? overview_markdown(rows, work_.language())
                            : overview_text(rows, work_.style()));
      return;
    }
    ComputeReport report;
    for (const auto& e : all_) {
      if (report.current == nullptr || newer(*e, *report.current)) report.current = e.get();
    }
    report.previous = before(*report.current);
    report.details = options_.details;
    // With two years the headline says it all.
    constexpr std::size_t kManyYears = 3;
    if (all_.size() >= kManyYears) {
      for (const auto& e : all_) {
        if (e.get() != report.current) report.earlier.push_back(e.get());
      }
      std::ranges::stable_sort(
          report.earlier, [](const Evaluation* a, const Evaluation* b) { return newer(*a, *b); });
    }
    output.write(markdown ? compute_markdown(report, work_.language())
                          : compute_text(report, work_.style()));
  }

  Workplace work_;
  const ComputeOptions& options_;
  std::optional<CategoryBasis> basis_;
  std::optional<Evaluation> previous_;
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
      "  spbe-index compute --format csv assessments/ > table.csv",
      "Contoh:\n"
      "  spbe-index compute 2023.yaml\n"
      "  spbe-index compute --details 2023.yaml\n"
      "  spbe-index compute 2021.yaml 2022.yaml 2023.yaml\n"
      "  spbe-index compute --format csv penilaian/ > tabel.csv"};
  command.options = {{"--details",
                      &options->details,
                      {"the indicators as well", "sertakan indikator"},
                      "",
                      {},
                      false},
                     {"--previous",
                      &options->previous,
                      {"assessment of the year before", "penilaian tahun sebelumnya"},
                      "FILE",
                      {},
                      false},
                     {"--category-by",
                      &options->category_by,
                      {"decide the category by the index", "tentukan kategori dengan indeks"},
                      "BASIS",
                      {"exact", "shown"},
                      false}};
  command.positionals = {
      {"FILE...",
       &options->files,
       {"assessments: files, folders, or -", "penilaian: berkas, folder, atau -"},
       1,
       0}};
  command.formats = {"text", "json", "csv", "markdown"};
  command.run = [options](Session& session, const CommonOptions& common) {
    return Compute(session, common, *options).run();
  };
  return command;
}

}  // namespace spbe
