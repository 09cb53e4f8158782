#include <memory>

#include "cli/arguments.hpp"
#include "cli/editor_schema.hpp"
#include "cli/input.hpp"
#include "cli/output.hpp"
#include "commands/commands.hpp"
#include "document/nearest.hpp"
#include "document/schema.hpp"
#include "render/messages.hpp"
#include "render/skeleton.hpp"
#include "render/style.hpp"
#include "spbe/model/migration.hpp"

namespace spbe {

namespace {

struct MigrateOptions {
  std::vector<std::string> files;
  std::string to;
  std::optional<std::string> year;
  bool criteria = false;
  bool force = false;
};

class Migrate {
 public:
  Migrate(Session& session, const CommonOptions& common, const MigrateOptions& options)
      : context_(session, common), options_(options) {}

  Status run() {
    const Catalog* catalog = context_.catalog();
    if (catalog == nullptr) return Status::bad_input;
    const auto from = read_one(context_, *catalog, options_.files.front());
    if (!from) return Status::bad_input;
    const auto to = target(*catalog, *from->instrument);
    if (to == nullptr) return Status::bad_input;
    const auto migration = migration_between(*from->instrument, *to);
    if (!migration) {
      context_.complain("no-migration", {from->instrument->name, to->name});
      return Status::bad_input;
    }
    const auto year = year_of(*from, *to);
    if (!year || refuses_to_replace(context_, options_.force)) return Status::bad_input;
    const auto criteria = criteria_of(*to);
    SkeletonOptions skeleton_options{{},
                                     *year,
                                     &*from,
                                     context_.language(),
                                     &*migration,
                                     nullptr,
                                     editor_schema(context_.options().output)};
    if (options_.criteria && criteria) skeleton_options.criteria = &*criteria;
    Output output(context_, context_.options().output);
    output.write(skeleton(*to, skeleton_options));
    const Status status = output.finish(Status::done);
    const auto& file = context_.options().output;
    if (status == Status::done && file && *file != "-" && !file->starts_with("/dev/")) {
      context_.report_written(
          *file,
          fill(say(context_.language(),
                   {"levels are never carried over; a plan: spbe-index plan {0} --target {1}",
                    "tingkat tidak pernah disalin; untuk rencananya: spbe-index plan {0} --target "
                    "{1}"}),
               {printable(typed(*file)),
                printable(typed(to->categories[to->categories.size() / 2].name))}));
    }
    return status;
  }

 private:
  // The instrument of --to, or the one that has taken the old one's place.
  std::shared_ptr<const Instrument> target(const Catalog& catalog, const Instrument& from) {
    const std::string id = options_.to.empty() ? from.superseded_by : options_.to;
    if (id.empty()) {
      context_.complain("missing-argument", {"--to", "migrate"});
      return nullptr;
    }
    auto found = catalog.find(id);
    if (found == nullptr) {
      Diagnostics diagnostics;
      Diagnostic& error =
          diagnostics.error("unknown-instrument", command_line(), {id, join(catalog.ids(), ", ")});
      suggest_nearest(error, id, catalog.ids());
      context_.print(diagnostics);
    }
    return found;
  }

  // --year, or the year after, but not before the new instrument was in force.
  std::optional<int> year_of(const Assessment& from, const Instrument& to) {
    if (!options_.year) return std::max(from.year + 1, to.years.first);
    Diagnostics diagnostics;
    const auto year = whole_number({"--year", *options_.year, kFirstYear, kLastYear}, diagnostics);
    if (context_.print(diagnostics)) return std::nullopt;
    return year;
  }

  Context context_;
  const MigrateOptions& options_;
};

}  // namespace

Command migrate_command() {
  const auto options = std::make_shared<MigrateOptions>();
  Command command;
  command.name = "migrate";
  command.summary = {"Begin the new instrument's file from last year's by the old one.",
                     "Buat berkas untuk instrumen baru dari penilaian menurut instrumen lama."};
  command.examples = {
      "Units are carried over, and the old levels, notes and evidence as notes of the new\n"
      "indicators that they serve. Never a level: the results of the two are not comparable.\n\n"
      "Examples:\n"
      "  spbe-index migrate 2025.yaml --to permenpanrb-8-2026 -o 2026.yaml\n"
      "  spbe-index migrate 2025.yaml --criteria -o 2026.yaml",
      "Perangkat daerah disalin, sedangkan tingkat, catatan, dan data dukung lama menjadi\n"
      "catatan pada indikator baru yang memakainya. Tingkat tidak pernah disalin: hasil kedua\n"
      "instrumen tidak dapat dibandingkan.\n\n"
      "Contoh:\n"
      "  spbe-index migrate 2025.yaml --to permenpanrb-8-2026 -o 2026.yaml\n"
      "  spbe-index migrate 2025.yaml --criteria -o 2026.yaml"};
  command.options = {
      {"--to",
       &options->to,
       {"the new instrument (its successor unless given)",
        "instrumen baru (bila tidak disebut: penggantinya)"},
       "ID",
       {},
       false},
      {"--year", &options->year, {"year of the new file", "tahun berkas baru"}, "YEAR", {}, false},
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
  command.positionals = {{"FILE", &options->files, {"an assessment", "penilaian"}, 1, 1}};
  command.formats = {"yaml"};
  command.run = [options](Session& session, const CommonOptions& common) {
    return Migrate(session, common, *options).run();
  };
  return command;
}

}  // namespace spbe
