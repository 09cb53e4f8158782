#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <memory>
#include <utility>

#include "cli/arguments.hpp"
#include "cli/folder.hpp"
#include "cli/input.hpp"
#include "cli/output.hpp"
#include "cli/platform.hpp"
#include "commands/commands.hpp"
#include "model/facts_update.hpp"
#include "model/table_import.hpp"
#include "render/messages.hpp"
#include "spbe/analysis/evaluation.hpp"

namespace spbe {

namespace {

struct ImportOptions {
  std::vector<std::string> files;
  std::optional<std::string> folder;
  std::optional<std::string> year;
  std::optional<std::string> institution;
  std::optional<std::string> sheet;
  std::optional<std::string> decimals;
  std::optional<std::string> into;
  bool force = false;
};

std::string key_of(const std::string& institution, const std::string& id) {
  return InstitutionKeys().of(institution, id);
}

std::string file_name(const ImportedRow& row) {
  std::string name = file_stem(row.institution, "institution") + "-" + std::to_string(row.year);
  if (row.stage != Stage::unsaid && row.stage != Stage::final) {
    name += "-" + std::string(to_string(row.stage));
  }
  return name + ".yaml";
}

// Takes over what is new in `found`; a warning that was given is not given again for another place.
void take_unsaid(const Diagnostics& found, const Diagnostics& said, Diagnostics& diagnostics) {
  for (const Diagnostic& one : found.list()) {
    const bool known = std::ranges::any_of(said.list(), [&](const Diagnostic& other) {
      return other.code == one.code && other.args == one.args;
    });
    if (!known || one.severity == Severity::error) diagnostics.take(one);
  }
}

class Import {
 public:
  Import(Session& session, const CommonOptions& common, const ImportOptions& options)
      : context_(session, common),
        options_(options),
        stream_(context_, common.output),
        folder_(context_, options.folder.value_or(""), options.force) {}

  Status run() {
    catalog_ = context_.catalog();
    if (catalog_ == nullptr || !read_settings()) return Status::bad_input;
    if (options_.folder && context_.options().output) {
      context_.complain("not-together", {"--out", "--output"});
      return Status::bad_input;
    }
    if (options_.folder && options_.into) {
      context_.complain("not-together", {"--out", "--into"});
      return Status::bad_input;
    }
    if (options_.folder && !folder_.make()) return Status::bad_input;
    if (refuses_to_replace(context_, options_.force)) return Status::bad_input;
    if (options_.into) return update();
    bool fine = read_files();
    fine = write_parts() && fine;
    folder_.tell_existing();
    const Status status = fine && !folder_.failed() ? Status::done : Status::bad_input;
    if (written_ + folder_.written() == 0) return status;
    if (options_.folder) stream_.write(folder_.report());
    const Status written = stream_.finish(status);
    const auto& file = context_.options().output;
    if (written == Status::done && file && *file != "-" && !file->starts_with("/dev/")) {
      context_.report_written(*file,
                              fill(say(context_.language(), {"the index: spbe-index compute {0}",
                                                             "indeksnya: spbe-index compute {0}"}),
                                   {printable(typed(*file))}));
    }
    return written;
  }

 private:
  // Cells that say something of one institution in one year, from one file or several.
  using Key = std::tuple<std::string, std::string, std::string>;
  struct Part {
    std::string file;
    AssessmentFacts facts;
  };

  bool read_settings() {
    constexpr int kMostDecimals = 6;
    Diagnostics diagnostics;
    if (options_.year) {
      settings_.year = whole_number({"--year", *options_.year, kFirstYear, kLastYear}, diagnostics);
    }
    if (options_.decimals) {
      settings_.decimals =
          whole_number({"--decimals", *options_.decimals, 1, kMostDecimals}, diagnostics);
    }
    settings_.institution = options_.institution.value_or("");
    settings_.sheet = options_.sheet;
    return !context_.print(diagnostics);
  }

  // The assessment that is there, with what the tables say.
  Status update() {
    // Read in a session of its own, because it is the one input that may be written over.
    Session& session = context_.session();
    Session alone{session.in, session.out, session.err, session.environment};
    Context reading(context_.options().output ? session : alone, context_.options());
    before_ = read_one(reading, *catalog_, *options_.into);
    if (!before_) return Status::bad_input;
    settings_.instrument = before_->instrument;
    if (!settings_.year) settings_.year = before_->year;
    if (settings_.institution.empty()) settings_.institution = before_->institution;
    if (!read_files() || parts_wrong_) return Status::bad_input;
    if (parts_.empty()) {
      context_.complain("nothing-to-update");
      return Status::bad_input;
    }
    Diagnostics diagnostics;
    std::size_t changed = 0;
    Diagnostics said;  // of the file as it was
    read_assessment(before_->source, *catalog_, said);
    for (auto& [key, part] : parts_) {
      // What is wrong is then named by its cell.
      Diagnostics of_cells;
      const bool fine = assessment_of(part.facts, part.file, *catalog_, of_cells).has_value();
      take_unsaid(of_cells, said, diagnostics);
      if (!fine) continue;
      const auto updated = update_assessment(*before_, part.facts, *catalog_, diagnostics);
      if (!updated) continue;
      changed += updated->changed;
      Diagnostics again;
      before_ = read_assessment(
          std::make_shared<const Source>(before_->source->name, updated->text), *catalog_, again);
      if (!before_) break;
    }
    if (before_) {
      // What is odd about the file only since the tables are in it.
      Diagnostics found;
      read_assessment(before_->source, *catalog_, found);
      said.append(Diagnostics(diagnostics));
      take_unsaid(found, said, diagnostics);
    }
    if (context_.print(diagnostics) || !before_) return Status::bad_input;
    std::optional<std::string> target = context_.options().output;
    if (!target && *options_.into != "-") target = options_.into;
    Output output(context_, std::move(target));
    output.write(before_->source->byte_order_mark ? "\xEF\xBB\xBF" : "");
    output.write(before_->source->text);
    const Status status = output.finish(Status::done);
    if (status == Status::done && !context_.options().quiet) {
      const Words words = {changed == 1 ? "change" : "changes", "perubahan"};
      context_.session().err << fmt::format("{}: {} {}\n", printable(before_->source->name),
                                            changed, say(context_.language(), words));
    }
    return status;
  }

  bool read_files() {
    bool fine = true;
    std::vector<std::string> files;
    for (const std::string& word : options_.files) {
      std::ranges::move(platform::named_by(word), std::back_inserter(files));
    }
    for (const std::string& file : files) {
      Diagnostics diagnostics;
      if (const auto source = read_source(file, context_.session(), diagnostics)) {
        import_file(source, *catalog_, settings_, diagnostics,
                    {[&](ImportedRow&& row, Diagnostics& found) { take(row, found); },
                     [&](AssessmentFacts&& facts, Diagnostics& found) {
                       take(file, std::move(facts), found);
                     }});
      }
      diagnostics.sort();
      fine = !context_.print(diagnostics) && fine;
    }
    return fine;
  }

  void take(const std::string& file, AssessmentFacts&& facts, Diagnostics& diagnostics) {
    const Key key{key_of(facts.institution.text, facts.id.text), facts.year.text, facts.stage.text};
    const auto same = std::ranges::find(parts_, key, &std::pair<Key, Part>::first);
    if (same == parts_.end()) {
      parts_.emplace_back(key, Part{file, std::move(facts)});
    } else if (same->second.facts.instrument->id != facts.instrument->id) {
      diagnostics.error("instruments-differ", facts.place,
                        {facts.instrument->name, same->second.facts.instrument->name});
    } else {
      merge(same->second.facts, facts, diagnostics);
    }
    parts_wrong_ = parts_wrong_ || diagnostics.has_errors();
  }

  bool write_parts() {
    if (parts_wrong_) return false;
    Diagnostics diagnostics;
    for (auto& [key, part] : parts_) {
      const auto row = assessment_of(std::move(part.facts), part.file, *catalog_, diagnostics);
      if (row) take(*row, diagnostics);
    }
    return !context_.print(diagnostics);
  }

  void take(const ImportedRow& row, Diagnostics& diagnostics) {
    const auto key = std::tuple(key_of(row.institution, row.id), row.year, row.stage);
    const auto [same, fresh] = rows_.emplace(key, row.place);
    if (!fresh) {
      diagnostics.error("row-twice", row.place, {row.institution, std::to_string(row.year)})
          .note("first-given-here", {}, same->second);
      return;
    }
    if (options_.folder) {
      folder_.write(file_name(row), row.yaml, row.institution, row.place, diagnostics);
      return;
    }
    if (written_++ > 0) stream_.write("---\n");
    stream_.write(row.yaml);
  }

  Context context_;
  const ImportOptions& options_;
  const Catalog* catalog_ = nullptr;
  ImportSettings settings_;
  std::optional<Assessment> before_;
  Output stream_;
  std::map<std::tuple<std::string, int, Stage>, Location> rows_;
  std::vector<std::pair<Key, Part>> parts_;
  bool parts_wrong_ = false;
  OutputFolder folder_;
  std::size_t written_ = 0;
};

constexpr Words kImportExamples = {
    "A workbook of this program, a table with a row an indicator (No, Indikator,\n"
    "Tingkat, Target, OPD, Bukti, Catatan; institution and year in lines above or by\n"
    "option), or one with a row an institution: institution, year, kind, province,\n"
    "stage, instrument, source, index and category (as published), and indicators,\n"
    "aspects and domains by number, code or name: 1, ID-12, A2, D1, tata-kelola.\n"
    "Workbooks of several units become one assessment.\n"
    "Examples:\n"
    "  spbe-index import 2024.xlsx -o 2024.yaml\n"
    "  spbe-index import units/*.xlsx --into 2024.yaml\n"
    "  spbe-index import --out assessments national.csv\n"
    "  spbe-index import --year 2023 table.csv | spbe-index rank -",
    "Yang dibaca: buku kerja dari program ini; tabel dengan satu baris satu indikator\n"
    "(No, Indikator, Tingkat, Target, OPD, Data Dukung, Catatan; instansi dan tahun\n"
    "di atas tabel atau lewat opsi); atau tabel dengan satu baris satu instansi:\n"
    "instansi, tahun, jenis, provinsi, tahap, instrumen, sumber, indeks dan predikat\n"
    "(yang dipublikasikan), serta indikator, aspek, dan domain menurut nomor, kode,\n"
    "atau nama: 1, ID-12, A2, D1, tata-kelola. Buku kerja beberapa perangkat daerah\n"
    "menjadi satu penilaian.\n"
    "Contoh:\n"
    "  spbe-index import 2024.xlsx -o 2024.yaml\n"
    "  spbe-index import opd/*.xlsx --into 2024.yaml\n"
    "  spbe-index import --out penilaian nasional.csv\n"
    "  spbe-index import --year 2023 tabel.csv | spbe-index rank -"};

}  // namespace

Command import_command() {
  const auto options = std::make_shared<ImportOptions>();
  Command command;
  command.name = "import";
  command.summary = {"Make assessments of workbooks and tables (.xlsx, CSV).",
                     "Ubah buku kerja dan tabel (.xlsx, CSV) menjadi penilaian."};
  command.examples = kImportExamples;
  command.options = {
      {"--out",
       &options->folder,
       {"write a file each into this folder", "tulis tiap penilaian sebagai berkas di folder ini"},
       "DIR",
       {},
       false},
      {"--into",
       &options->into,
       {"update this assessment, comments kept", "perbarui penilaian ini; komentarnya tetap"},
       "FILE",
       {},
       false},
      {"--force",
       &options->force,
       {"replace files that exist", "ganti berkas yang sudah ada"},
       "",
       {},
       false},
      {"--year",
       &options->year,
       {"the year of tables that give none", "tahun bila tabel tidak memuatnya"},
       "YEAR",
       {},
       false},
      {"--institution",
       &options->institution,
       {"the same for the institution", "instansi bila tabel tidak memuatnya"},
       "NAME",
       {},
       false},
      {"--sheet", &options->sheet, {"the sheet to read", "lembar yang dibaca"}, "NAME", {}, false},
      {"--decimals",
       &options->decimals,
       {"values had N decimals: 3.1 is 3.10", "nilai seharusnya N desimal: 3,1 berarti 3,10"},
       "N",
       {},
       false}};
  command.positionals = {{"FILE...",
                          &options->files,
                          {"tables (.xlsx, CSV), or -", "tabel (.xlsx, CSV), atau -"},
                          1,
                          0}};
  command.formats = {"yaml"};
  command.run = [options](Session& session, const CommonOptions& common) {
    return Import(session, common, *options).run();
  };
  return command;
}

}  // namespace spbe
