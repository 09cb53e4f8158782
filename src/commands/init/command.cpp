#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "cli/arguments.hpp"
#include "cli/editor_schema.hpp"
#include "cli/input.hpp"
#include "cli/output.hpp"
#include "cli/platform.hpp"
#include "commands/commands.hpp"
#include "commands/worksheet/worksheet.hpp"
#include "document/schema.hpp"
#include "model/words.hpp"
#include "render/messages.hpp"
#include "render/skeleton.hpp"
#include "render/style.hpp"
#include "spbe/model/institution_name.hpp"
#include "spbe/model/province.hpp"

namespace spbe {

namespace {

// Says where the file is, and what to do with it.
Status finish(Context& context, Output& output, bool is_workbook, bool named) {
  const Status status = output.finish(Status::done);
  const auto& file = context.options().output;
  if (status == Status::done && file && *file != "-" && !file->starts_with("/dev/")) {
    const std::string name = printable(typed(*file));
    std::string next = "compute " + name;
    if (is_workbook) {
      const std::string yaml = platform::path_of(*file).replace_extension("yaml").generic_string();
      next = fmt::format("import {} -o {}", name, printable(typed(yaml)));
    }
    const Words words = named
                            ? Words{"fill in the levels, then: spbe-index {0}",
                                    "isi tingkatnya, lalu: spbe-index {0}"}
                            : Words{"fill in the institution and the levels, then: spbe-index {0}",
                                    "isi nama instansi dan tingkatnya, lalu: spbe-index {0}"};
    context.report_written(*file, fill(say(context.language(), words), {next}));
  }
  return status;
}

struct InitOptions {
  std::optional<std::string> institution;
  std::optional<std::string> year;
  std::optional<std::string> from;
  std::string kind;
  std::string province;
  bool criteria = false;
  bool force = false;
};

// No level yet; what `from` says of units, targets, evidence and obstacles stays, when it has the
// same instrument.
Assessment blank_assessment(const std::shared_ptr<const Instrument>& instrument,
                            const InitOptions& options, int year, const Assessment* from) {
  const std::string institution = options.institution.value_or("");
  Assessment blank;
  if (from != nullptr) {
    blank.institution = from->institution;
    blank.id = from->id;
    blank.kind = from->kind;
    blank.province = from->province;
  }
  if (!institution.empty()) blank.institution = institution;
  if (!options.province.empty()) blank.province = options.province;
  const std::string_view kind =
      options.kind.empty() ? kind_in_name(blank.institution) : std::string_view(options.kind);
  if (!kind.empty() && (!options.kind.empty() || blank.kind == InstitutionKind::unsaid)) {
    const auto* const word = std::ranges::find(kInstitutionKindWords, kind);
    blank.kind = static_cast<InstitutionKind>(word - kInstitutionKindWords.begin());
  }
  blank.instrument = instrument;
  blank.year = year;
  blank.scores.resize(instrument->components.size());
  if (from == nullptr || from->instrument->id != instrument->id) return blank;
  blank.details = from->details;
  for (ComponentIndex i = 0; i < blank.scores.size(); ++i) {
    blank.scores[i].details = from->scores[i].details;
  }
  blank.obstacles = from->obstacles;
  return blank;
}

bool is_known_province(const std::string& name, Context& context) {
  if (name.empty() || find_province(name) != nullptr) return true;
  Diagnostics diagnostics;
  Diagnostic& error = diagnostics.error("unknown-province", command_line(), {name});
  if (const auto near = nearest_province(name)) error.suggest("did-you-mean", {*near});
  context.print(diagnostics);
  return false;
}

Status init(Session& session, const CommonOptions& common, const InitOptions& options) {
  Context context(session, common);
  const Catalog* catalog = context.catalog();
  if (catalog == nullptr) return Status::bad_input;
  Diagnostics diagnostics;
  std::optional<int> year;
  if (options.year) {
    year = whole_number({"--year", *options.year, kFirstYear, kLastYear}, diagnostics);
    if (context.print(diagnostics)) return Status::bad_input;
  }
  if (!is_known_province(options.province, context)) return Status::bad_input;
  std::optional<Assessment> from;
  if (options.from) {
    from = read_one(context, *catalog, *options.from);
    if (!from) return Status::bad_input;
  }
  // The year after the one to start from, or this one.
  if (!year) year = from ? from->year + 1 : session.environment.today.year;
  const auto instrument = catalog->for_year(*year);
  if (!instrument) {
    context.complain("no-instrument-for-year", {std::to_string(*year), join(catalog->ids(), ", ")});
    return Status::bad_input;
  }
  SkeletonOptions skeleton_options{options.institution.value_or(""),
                                   *year,
                                   from ? &*from : nullptr,
                                   context.language(),
                                   nullptr,
                                   nullptr,
                                   editor_schema(common.output)};
  std::optional<Criteria> criteria;
  if (options.criteria) criteria = criteria_of(*instrument);
  if (criteria) skeleton_options.criteria = &*criteria;
  std::optional<Migration> migration;
  if (from) migration = migration_between(*from->instrument, *instrument);
  if (migration) skeleton_options.migration = &*migration;
  skeleton_options.kind = options.kind;
  skeleton_options.province = options.province;
  if (refuses_to_replace(context, options.force)) return Status::bad_input;
  const bool named = from || !options.institution.value_or("").empty();
  Output output(context, common.output);
  if (common.format == "xlsx") {
    const Assessment blank = blank_assessment(instrument, options, *year, from ? &*from : nullptr);
    const bool same = from && from->instrument->id == instrument->id;
    output.write(write_workbook(
        worksheet(blank, {context.language(), same ? &*from : nullptr, std::nullopt})));
    return finish(context, output, true, named);
  }
  output.write(skeleton(*instrument, skeleton_options));
  return finish(context, output, false, named);
}

}  // namespace

Command init_command() {
  const auto options = std::make_shared<InitOptions>();
  Command command;
  command.name = "init";
  command.summary = {"Write an assessment to fill in, with every indicator by name.",
                     "Tulis penilaian kosong untuk diisi, lengkap dengan nama setiap indikator."};
  command.examples = {
      "Examples:\n"
      "  spbe-index init --year 2025 --institution 'Kabupaten Contoh' -o 2025.yaml\n"
      "  spbe-index init --from 2024.yaml -o 2025.yaml\n"
      "  spbe-index init --from 2024.yaml -o 2025.xlsx",
      "Contoh:\n"
      "  spbe-index init --year 2025 --institution 'Kabupaten Contoh' -o 2025.yaml\n"
      "  spbe-index init --from 2024.yaml -o 2025.yaml\n"
      "  spbe-index init --from 2024.yaml -o 2025.xlsx"};
  command.options = {
      {"--institution",
       &options->institution,
       {"name of the institution", "nama instansi"},
       "NAME",
       {},
       false},
      {"--kind",
       &options->kind,
       {"kind of institution (by its name unless given)",
        "jenis instansi (bila tidak disebut: menurut namanya)"},
       "KIND",
       known_kinds(),
       false},
      {"--province",
       &options->province,
       {"province of the institution", "provinsi instansi"},
       "NAME",
       {},
       false},
      {"--year",
       &options->year,
       {"year (this one, or the one after --from)",
        "tahun (bila tidak disebut: tahun ini, atau setelah tahun --from)"},
       "YEAR",
       {},
       false},
      {"--from",
       &options->from,
       {"carry all but levels, waivers and goals over from FILE",
        "salin isi BERKAS selain tingkat, pengecualian, dan sasaran"},
       "FILE",
       {},
       false},
      {"--criteria",
       &options->criteria,
       {"what each level asks for, in comments", "tulis kriteria setiap tingkat sebagai komentar"},
       "",
       {},
       false},
      {"--force",
       &options->force,
       {"replace a file that exists", "ganti berkas yang sudah ada"},
       "",
       {},
       false}};
  command.formats = {"yaml", "xlsx"};
  command.run = [options](Session& session, const CommonOptions& common) {
    return init(session, common, *options);
  };
  return command;
}

}  // namespace spbe
