#include <fmt/format.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <map>
#include <memory>
#include <utility>

#include "cli/arguments.hpp"
#include "cli/input.hpp"
#include "cli/output.hpp"
#include "commands/commands.hpp"
#include "model/table_import.hpp"
#include "spbe/analysis/evaluation.hpp"

namespace spbe {

namespace {

namespace fs = std::filesystem;

struct ImportOptions {
  std::vector<std::string> files;
  std::optional<std::string> folder;
  std::optional<std::string> year;
  bool force = false;
};

// "pemerintah-kab-belu": ASCII letters and digits, everything else a dash.
std::string file_stem(std::string_view name) {
  constexpr std::size_t kLongest = 100;
  std::string stem;
  for (const char c : name) {
    const bool upper = c >= 'A' && c <= 'Z';
    if (upper || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
      stem += upper ? static_cast<char>(c - 'A' + 'a') : c;
    } else if (!stem.empty() && stem.back() != '-') {
      stem += '-';
    }
    if (stem.size() >= kLongest) break;
  }
  while (!stem.empty() && stem.back() == '-') stem.pop_back();
  return stem.empty() ? "institution" : stem;
}

std::string file_name(const ImportedRow& row) {
  std::string name = file_stem(row.institution) + "-" + std::to_string(row.year);
  if (!row.stage.empty() && row.stage != "final") name += "-" + row.stage;
  return name + ".yaml";
}

class Import {
 public:
  Import(Session& session, const CommonOptions& common, const ImportOptions& options)
      : context_(session, common), options_(options), stream_(context_) {}

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
    if (options_.folder && !make_folder()) return Status::bad_input;
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
    const Status status = fine && !failed_ ? Status::done : Status::bad_input;
    if (written_ == 0) return status;
    if (options_.folder) report_written();
    return stream_.finish(status);
  }

 private:
  bool make_folder() {
    std::error_code error;
    fs::create_directories(*options_.folder, error);
    if (!error && fs::is_directory(*options_.folder)) return true;
    const int reason = error ? error.value() : ENOTDIR;
    context_.complain("cannot-write-file", {printable(*options_.folder), std::strerror(reason)});
    return false;
  }

  void take(const ImportedRow& row, Diagnostics& diagnostics) {
    const auto key = std::tuple(institution_key(row.institution), row.year, row.stage);
    const auto [same, fresh] = rows_.emplace(key, row.place);
    if (!fresh) {
      diagnostics
          .error("row-twice", row.place, {printable(row.institution), std::to_string(row.year)})
          .note("first-given-here", {}, same->second);
      return;
    }
    if (options_.folder) {
      write_file(row, diagnostics);
      return;
    }
    if (written_++ > 0) stream_.write("---\n");
    stream_.write(row.yaml);
  }

  void write_file(const ImportedRow& row, Diagnostics& diagnostics) {
    const std::string path = (fs::path(*options_.folder) / file_name(row)).string();
    const auto [same, fresh] = paths_.emplace(path, row.place);
    if (!fresh) {
      diagnostics.error("same-file-name", row.place, {printable(row.institution), printable(path)})
          .note("first-given-here", {}, same->second);
      return;
    }
    std::error_code error;
    if (!options_.force && fs::exists(path, error)) {
      diagnostics.error("file-exists", {path, 0, 0, 1, {}}).suggest("use-force");
      return;
    }
    Output output(context_, path);
    output.write(row.yaml);
    if (output.finish(Status::done) == Status::done) {
      ++written_;
    } else {
      failed_ = true;
    }
  }

  void report_written() {
    const bool one = written_ == 1;
    const std::string_view words = say(
        context_.language(), {one ? "file written to" : "files written to", "berkas ditulis ke"});
    stream_.write(fmt::format("{} {} {}\n", written_, words, printable(*options_.folder)));
  }

  Context context_;
  const ImportOptions& options_;
  Output stream_;
  std::map<std::tuple<std::string, int, std::string>, Location> rows_;
  std::map<std::string, Location> paths_;
  std::size_t written_ = 0;
  bool failed_ = false;
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
      "instrumen, sumber, indeks dan kategori (yang dipublikasikan), serta indikator,\n"
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
