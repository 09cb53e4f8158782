#include <memory>

#include "cli/arguments.hpp"
#include "cli/input.hpp"
#include "cli/output.hpp"
#include "cli/selection.hpp"
#include "commands/commands.hpp"
#include "commands/whatif/report.hpp"

namespace spbe {

namespace {

struct WhatifOptions {
  std::vector<std::string> files;
  std::vector<std::string> set;
  std::optional<std::string> write;
  bool force = false;
  std::string by = "indicator";
  std::string rules;
  std::string assume;
  std::string category_by;
};

class Whatif {
 public:
  Whatif(Session& session, const CommonOptions& common, const WhatifOptions& options)
      : context_(session, common), options_(options) {}

  Status run() {
    const Catalog* catalog = context_.catalog();
    if (catalog == nullptr) return Status::bad_input;
    if (options_.set.empty()) {
      Diagnostics diagnostics;
      diagnostics.error("nothing-set", command_line()).suggest("see-help", {"whatif"});
      context_.print(diagnostics);
      return Status::bad_input;
    }
    auto assessment = read_one(context_, *catalog, options_.files.front());
    if (!assessment) return Status::bad_input;
    if (!assume_in(context_, *assessment, options_.assume)) return Status::bad_input;
    auto changed = with_levels_set(context_, *assessment, options_.set);
    const auto rules = choose_rules(context_, *assessment, options_.rules);
    if (!changed || !rules) return Status::bad_input;
    if (options_.write && !write_profile(context_, *assessment, levels_of(*changed),
                                         {options_.files.front(), *options_.write, options_.force,
                                          assessment->year})) {
      return Status::bad_input;
    }
    const Conflicts conflicts = find_conflicts(*assessment, *changed, *rules);
    const auto basis = category_basis(options_.category_by);
    const Evaluation from = evaluate(std::move(*assessment), basis);
    const Evaluation to = evaluate(std::move(*changed), basis);
    WhatifReport report{DiffReport(&from, &to), *rules, conflicts};
    report.diff.by = find_grouping(options_.by).value_or(Grouping::indicator);
    report.diff.imagined = true;
    report.diff.from_label = say(context_.language(), {"now", "kini"});
    report.diff.to_label = say(context_.language(), {"then", "nanti"});
    Output output(context_);
    output.write(draw(report));
    return output.finish(Status::done);
  }

 private:
  std::string draw(const WhatifReport& report) const {
    const std::string& format = context_.options().format;
    if (format == "json") return whatif_json(report);
    if (format == "csv") return diff_csv(report.diff, context_.csv());
    return context_.drawn(whatif_page(report, context_.language()));
  }

  Context context_;
  const WhatifOptions& options_;
};

std::vector<Option> options_of(WhatifOptions& options) {
  return {{"--set",
           &options.set,
           {"new levels: 12=2, D3=2, 21-31=+1", "tingkat baru: 12=2, D3=2, 21-31=+1"},
           "ID=LEVEL",
           {},
           false},
          {"--assume",
           &options.assume,
           {"unknown levels count as low, high or N",
            "tingkat yang tidak diketahui dianggap: low, high, N"},
           "LEVEL",
           {},
           false},
          {"--write",
           &options.write,
           {"save the changed copy as OUT", "simpan salinan yang diubah"},
           "OUT",
           {},
           false},
          {"--force",
           &options.force,
           {"replace a file that exists", "ganti berkas yang sudah ada"},
           "",
           {},
           false},
          {"--by",
           &options.by,
           {"what has a row", "satu baris untuk tiap"},
           "WHAT",
           {"domain", "aspect", "indicator", "unit"},
           false},
          {"--rules",
           &options.rules,
           {"edition of the prerequisites, or none", "edisi prasyarat, atau none"},
           "ID",
           {},
           false},
          category_by_option(options.category_by)};
}

}  // namespace

Command whatif_command() {
  const auto options = std::make_shared<WhatifOptions>();
  Command command;
  command.name = "whatif";
  command.summary = {"Show what other levels would change.",
                     "Tunjukkan perubahan bila tingkatnya berbeda."};
  command.examples = {
      "The year, and with it the category rule, stays that of the file. Prerequisites are\n"
      "those a plan keeps to (see plan --help): advice, never part of the formula.\n"
      "Indicators are named by number, code, range, aspect, domain, or all; +1 raises each.\n"
      "OUT is the file with other levels and 'stage: plan', so that compute, rank, check and\n"
      "trend do not take it for a result; what was published is left out.\n\n"
      "Examples:\n"
      "  spbe-index whatif 2023.yaml --set 12=2 --set 21-31=+1\n"
      "  spbe-index whatif 2023.yaml --set 11=2,12=2 --write target.yaml",
      "Tahun, beserta aturan predikatnya, tetap seperti dalam berkas. Prasyaratnya sama dengan\n"
      "yang dipatuhi rencana (lihat plan --help): anjuran, bukan bagian dari rumus.\n"
      "Indikator disebut dengan nomor, kode, rentang, aspek, domain, atau all; +1 menaikkan satu.\n"
      "Yang disimpan --write adalah berkas yang sama dengan tingkat baru dan 'stage: plan',\n"
      "sehingga compute, rank, check, dan trend tidak menganggapnya hasil; nilai yang\n"
      "diumumkan tidak ikut disalin.\n\n"
      "Contoh:\n"
      "  spbe-index whatif 2023.yaml --set 12=2 --set 21-31=+1\n"
      "  spbe-index whatif 2023.yaml --set 11=2,12=2 --write target.yaml"};
  command.options = options_of(*options);
  command.positionals = {
      {"FILE", &options->files, {"an assessment, or -", "penilaian, atau -"}, 1, 1}};
  command.formats = {"text", "json", "csv", "markdown", "xlsx"};
  command.run = [options](Session& session, const CommonOptions& common) {
    return Whatif(session, common, *options).run();
  };
  return command;
}

}  // namespace spbe
