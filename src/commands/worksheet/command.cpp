#include <memory>

#include "cli/arguments.hpp"
#include "cli/folder.hpp"
#include "cli/input.hpp"
#include "cli/output.hpp"
#include "commands/commands.hpp"
#include "commands/worksheet/worksheet.hpp"
#include "render/messages.hpp"

namespace spbe {

namespace {

struct WorksheetArguments {
  std::vector<std::string> files;
  std::optional<std::string> previous;
  std::optional<std::string> by;
  std::optional<std::string> folder;
  bool force = false;
};

class WorksheetRun {
 public:
  WorksheetRun(Session& session, const CommonOptions& common, const WorksheetArguments& options)
      : context_(session, common), options_(options) {}

  Status run() {
    if (options_.by.has_value() != options_.folder.has_value()) {
      context_.complain("only-together", {"--by unit", "--out"});
      return Status::bad_input;
    }
    if (options_.folder && context_.options().output) {
      context_.complain("not-together", {"--out", "--output"});
      return Status::bad_input;
    }
    if (!options_.folder && !context_.options().output) {
      context_.complain("workbook-needs-file");
      return Status::bad_input;
    }
    const Catalog* catalog = context_.catalog();
    if (catalog == nullptr) return Status::bad_input;
    const auto assessment = read_one(context_, *catalog, options_.files.front());
    if (!assessment) return Status::bad_input;
    if (options_.previous) {
      previous_ = read_one(context_, *catalog, *options_.previous);
      if (!previous_) return Status::bad_input;
    }
    Diagnostics diagnostics;
    check(*assessment, diagnostics);
    if (context_.print(diagnostics)) return Status::bad_input;
    return options_.folder ? write_units(*assessment) : write_whole(*assessment);
  }

 private:
  void check(const Assessment& assessment, Diagnostics& diagnostics) {
    if (const std::string* text = too_long_for_cell(assessment)) {
      diagnostics.error("text-too-long-for-cell", assessment.source->whole(),
                        {text->substr(0, 40), std::to_string(kMostCellText / 2)});
    }
    if (previous_ && previous_->instrument->id != assessment.instrument->id) {
      diagnostics.warning("previous-other-instrument", previous_->source->whole(),
                          {previous_->instrument->name, assessment.instrument->name});
      previous_.reset();
    }
  }

  std::string workbook(const Assessment& assessment, std::optional<std::string> unit) const {
    const Assessment* previous = previous_ ? &*previous_ : nullptr;
    return write_workbook(worksheet(assessment, {context_.language(), previous, std::move(unit)}));
  }

  Status write_whole(const Assessment& assessment) {
    if (refuses_to_replace(context_, options_.force)) return Status::bad_input;
    Output output(context_, context_.options().output);
    output.write(workbook(assessment, std::nullopt));
    const Status status = output.finish(Status::done);
    const auto& file = context_.options().output;
    if (status == Status::done && file && *file != "-" && !file->starts_with("/dev/")) {
      context_.report_written(*file, what_next(printable(typed(*file)), assessment));
    }
    return status;
  }

  std::string what_next(const std::string& filled, const Assessment& assessment) const {
    return fill(say(context_.language(), {"fill it in, then: spbe-index import {0} --into {1}",
                                          "isi berkasnya, lalu: spbe-index import {0} --into {1}"}),
                {filled, printable(typed(assessment.source->name))});
  }

  // Each workbook says of its indicators who else is responsible for them.
  bool is_too_much(const Assessment& assessment, std::size_t workbooks) {
    constexpr std::size_t kMostNames = 500'000;
    std::size_t names = 0;
    for (const Details& details : assessment.details) {
      names += details.units.size() * std::max<std::size_t>(1, details.units.size());
    }
    if (names <= kMostNames) return false;
    context_.complain("too-many-workbooks", {std::to_string(workbooks), std::to_string(names),
                                             std::to_string(kMostNames)});
    return true;
  }

  Status write_units(const Assessment& assessment) {
    const std::vector<std::string> units = responsible_units(assessment);
    if (is_too_much(assessment, units.size())) return Status::bad_input;
    OutputFolder folder(context_, *options_.folder, options_.force);
    if (!folder.make()) return Status::bad_input;
    Diagnostics diagnostics;
    for (const std::string& unit : units) {
      const std::string name =
          unit.empty()
              ? std::string(say(context_.language(), {"no-unit", "tanpa-perangkat-daerah"}))
              : file_stem(unit, "unit");
      folder.write(name + ".xlsx", workbook(assessment, unit), unit, assessment.source->whole(),
                   diagnostics);
    }
    const bool fine = !context_.print(diagnostics) && !folder.failed();
    folder.tell_existing();
    if (folder.written() == 0) return Status::bad_input;
    Output output(context_);
    output.write(folder.report());
    const Status status = output.finish(fine ? Status::done : Status::bad_input);
    if (!context_.options().quiet) {
      context_.session().err << what_next(printable(typed(*options_.folder)) + "/*.xlsx",
                                          assessment)
                             << "\n";
    }
    return status;
  }

  Context context_;
  const WorksheetArguments& options_;
  std::optional<Assessment> previous_;
};

}  // namespace

Command worksheet_command() {
  const auto options = std::make_shared<WorksheetArguments>();
  Command command;
  command.name = "worksheet";
  command.summary = {
      "Write an assessment as a workbook to fill in, with the index as a formula.",
      "Tulis penilaian sebagai buku kerja untuk diisi, dengan indeks sebagai rumus."};
  command.examples = {
      "The command import reads the workbook back.\n"
      "Examples:\n"
      "  spbe-index worksheet 2024.yaml --previous 2023.yaml -o 2024.xlsx\n"
      "  spbe-index worksheet 2024.yaml --by unit --out units",
      "Perintah import membaca kembali buku kerjanya.\n"
      "Contoh:\n"
      "  spbe-index worksheet 2024.yaml --previous 2023.yaml -o 2024.xlsx\n"
      "  spbe-index worksheet 2024.yaml --by unit --out perangkat-daerah"};
  command.options = {{"--previous",
                      &options->previous,
                      {"show the levels of FILE beside", "tampilkan juga tingkat dalam BERKAS"},
                      "FILE",
                      {},
                      false},
                     {"--by",
                      &options->by,
                      {"a workbook each", "satu buku kerja tiap bagian"},
                      "PART",
                      {"unit"},
                      false},
                     {"--out",
                      &options->folder,
                      {"write a file each into this folder", "tulis tiap buku kerja di folder ini"},
                      "DIR",
                      {},
                      false},
                     {"--force",
                      &options->force,
                      {"replace files that exist", "ganti berkas yang sudah ada"},
                      "",
                      {},
                      false}};
  command.positionals = {
      {"FILE", &options->files, {"an assessment (YAML), or -", "penilaian (YAML), atau -"}, 1, 1}};
  command.formats = {"xlsx"};
  command.run = [options](Session& session, const CommonOptions& common) {
    return WorksheetRun(session, common, *options).run();
  };
  return command;
}

}  // namespace spbe
