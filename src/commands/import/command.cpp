#include <map>
#include <memory>
#include <utility>

#include "cli/arguments.hpp"
#include "cli/folder.hpp"
#include "cli/input.hpp"
#include "cli/output.hpp"
#include "commands/commands.hpp"
#include "model/table_import.hpp"
#include "spbe/analysis/evaluation.hpp"

namespace spbe {

namespace {

struct ImportOptions {
  std::vector<std::string> files;
  std::optional<std::string> folder;
  std::optional<std::string> year;
  bool force = false;
};

std::string file_name(const ImportedRow& row) {
  std::string name = file_stem(row.institution, "institution") + "-" + std::to_string(row.year);
  if (row.stage == Stage::self || row.stage == Stage::verified) {
    name += "-" + std::string(to_string(row.stage));
  }
  return name + ".yaml";
}

class Import {
 public:
  Import(Session& session, const CommonOptions& common, const ImportOptions& options)
      : context_(session, common),
        options_(options),
        stream_(context_, common.output),
        folder_(context_, options.folder.value_or(""), options.force) {}

  Status run() {
    const Catalog* catalog = context_.catalog();
    if (catalog == nullptr) return Status::bad_input;
    std::optional<int> year;
    if (options_.year) {
      Diagnostics diagnostics;
      year = whole_number({"--year", *options_.year, kFirstYear, kLastYear}, diagnostics);
      if (context_.print(diagnostics)) return Status::bad_input;
    }
    if (options_.folder && context_.options().output) {
      context_.complain("not-together", {"--out", "--output"});
      return Status::bad_input;
    }
    if (options_.folder && !folder_.make()) return Status::bad_input;
    if (refuses_to_replace(context_, options_.force)) return Status::bad_input;
    bool fine = true;
    for (const std::string& file : options_.files) {
      Diagnostics diagnostics;
      if (const auto source = read_source(file, context_.session(), diagnostics)) {
        import_table(*source, *catalog, year, diagnostics,
                     [&](ImportedRow&& row, Diagnostics& found) { take(row, found); });
      }
      diagnostics.sort();
      fine = !context_.print(diagnostics) && fine;
    }
    const Status status = fine && !folder_.failed() ? Status::done : Status::bad_input;
    if (written_ + folder_.written() == 0) return status;
    if (options_.folder) stream_.write(folder_.report());
    return stream_.finish(status);
  }

 private:
  void take(const ImportedRow& row, Diagnostics& diagnostics) {
    const auto key = std::tuple(institution_key(row.institution), row.year, row.stage);
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
  Output stream_;
  std::map<std::tuple<std::string, int, Stage>, Location> rows_;
  OutputFolder folder_;
  std::size_t written_ = 0;
};

}  // namespace

Command import_command() {
  const auto options = std::make_shared<ImportOptions>();
  Command command;
  command.name = "import";
  command.summary = {"Make assessments of a table: one row an institution (and year).",
                     "Jadikan tabel sebagai penilaian: satu baris satu instansi (dan tahun)."};
  command.examples = {
      "The first row names the columns: institution, year, kind, province, stage,\n"
      "instrument, source, index and category (as published), and indicators, aspects\n"
      "and domains by number, code or name: 1, ID-12, A2, D1, tata-kelola.\n"
      "Examples:\n"
      "  spbe-index import --out assessments national.csv\n"
      "  spbe-index import --year 2023 table.csv | spbe-index rank -",
      "Baris pertama menamai kolom: instansi, tahun, jenis, provinsi, tahap,\n"
      "instrumen, sumber, indeks dan predikat (yang dipublikasikan), serta indikator,\n"
      "aspek, dan domain menurut nomor, kode, atau nama: 1, ID-12, A2, D1, tata-kelola.\n"
      "Contoh:\n"
      "  spbe-index import --out penilaian nasional.csv\n"
      "  spbe-index import --year 2023 tabel.csv | spbe-index rank -"};
  command.options = {
      {"--out",
       &options->folder,
       {"write a file each into this folder", "tulis satu berkas tiap baris di sini"},
       "DIR",
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
       {"the year of rows that give none", "tahun untuk baris tanpa tahun"},
       "YEAR",
       {},
       false}};
  command.positionals = {
      {"FILE...", &options->files, {"tables (CSV), or -", "tabel (CSV), atau -"}, 1, 0}};
  command.formats = {"yaml"};
  command.run = [options](Session& session, const CommonOptions& common) {
    return Import(session, common, *options).run();
  };
  return command;
}

}  // namespace spbe
