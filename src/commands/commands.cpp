#include "commands/commands.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/arguments.hpp"
#include "cli/output.hpp"
#include "cli/synonyms.hpp"
#include "document/nearest.hpp"

namespace spbe {

namespace {

constexpr CommandEntry kCommands[] = {
    {"compute",
     {"the index, its category, and the change since the year before",
      "indeks, predikat, dan perubahan dari tahun sebelumnya"},
     compute_command},
    {"diff",
     {"what changed, and what each change was worth",
      "apa yang berubah, dan berapa nilai tiap perubahan"},
     diff_command},
    {"trend",
     {"two or more years side by side", "dua tahun atau lebih, berdampingan"},
     trend_command},
    {"stages",
     {"the stages of a year side by side", "tahap penilaian suatu tahun, berdampingan"},
     stages_command},
    {"explain",
     {"how the number comes about; what one indicator needs next",
      "asal-usul indeks; apa yang diperlukan satu indikator"},
     explain_command},
    {"whatif",
     {"what other levels would change", "perubahan bila tingkatnya berbeda"},
     whatif_command},
    {"plan",
     {"the least effort that reaches a category or a value",
      "upaya terkecil untuk mencapai predikat atau nilai"},
     plan_command},
    {"targets",
     {"what the targets of all units add up to", "hasil gabungan target semua perangkat daerah"},
     targets_command},
    {"certainty",
     {"how sure the category is, if levels are seen otherwise",
      "seberapa pasti predikat bila asesor menilai lain"},
     certainty_command},
    {"check",
     {"data checks and gates, for CI", "pemeriksaan data dan syarat lulus, juga untuk CI"},
     check_command},
    {"explain-rule",
     {"why a rule of check is there, how to mend",
      "alasan aturan check dan cara memperbaiki temuannya"},
     explain_rule_command},
    {"report",
     {"the report to read, project and print", "laporan untuk dibaca, ditayangkan, dicetak"},
     report_command},
    {"peers",
     {"one institution among those of its kind and province",
      "satu instansi di antara yang sejenis dan seprovinsi"},
     peers_command},
    {"rank",
     {"many institutions in order of their index", "peringkat banyak instansi"},
     rank_command},
    {"import",
     {"a table (Excel, CSV) into assessments", "tabel (Excel, CSV) menjadi penilaian"},
     import_command},
    {"init", {"an assessment to fill in", "penilaian kosong untuk diisi"}, init_command},
    {"migrate",
     {"last year's file for the new instrument", "berkas tahun lalu untuk instrumen baru"},
     migrate_command},
    {"worksheet",
     {"an assessment as a workbook (Excel)", "penilaian sebagai buku kerja (Excel)"},
     worksheet_command},
    {"instruments",
     {"the definitions, and where each came from", "definisi instrumen dan asalnya"},
     instruments_command},
    {"completion",
     {"commands, options and names by the Tab key", "perintah, opsi, dan nama dengan tombol Tab"},
     completion_command},
    {"man", {"the manual pages", "halaman manual"}, man_command},
    {"help",
     {"this help, or that of a command", "bantuan ini, atau bantuan sebuah perintah"},
     help_command},
    {"version",
     {"the version, the libraries, the definitions", "versi, pustaka, dan definisi instrumen"},
     version_command},
};

}  // namespace

std::span<const CommandEntry> all_commands() { return kCommands; }

const CommandEntry* find_command(std::string_view name) {
  const auto* const entry =
      std::ranges::find_if(kCommands, [&](const CommandEntry& e) { return name == e.name; });
  return entry == std::end(kCommands) ? nullptr : entry;
}

void suggest_command(Diagnostic& error, const std::string& word) {
  std::vector<std::string> names;
  for (const CommandEntry& entry : all_commands()) names.emplace_back(entry.name);
  if (const auto meant = meant_command(word)) {
    error.suggest("did-you-mean", {*meant});
  } else if (!suggest_nearest(error, word, names)) {
    error.suggest("see-general-help");
  }
}

Status tell_of(Context& context, const std::vector<std::string>& names,
               const std::function<std::string(Language)>& of_program,
               const std::function<std::string(const Command&, Language)>& of_command) {
  const CommandEntry* entry = names.empty() ? nullptr : find_command(names.front());
  if (!names.empty() && entry == nullptr) {
    Diagnostics diagnostics;
    suggest_command(diagnostics.error("unknown-command", command_line(), {names.front()}),
                    names.front());
    context.print(diagnostics);
    return Status::bad_input;
  }
  Output output(context);
  output.write(entry == nullptr ? of_program(context.language())
                                : of_command(entry->make(), context.language()));
  return output.finish(Status::done);
}

std::string general_help(Language language) {
  const auto tr = [&](const Words& words) { return say(language, words); };
  std::string out = fmt::format(
      "{}\n\n{}: spbe-index {}\n\n{}:\n",
      tr({"Computes, compares and explains Indonesia's SPBE index, exactly.",
          "Menghitung, membandingkan, dan menjelaskan Indeks SPBE secara eksak."}),
      tr({"Usage", "Pemakaian"}), tr({"COMMAND [OPTIONS] FILE...", "PERINTAH [OPSI] BERKAS..."}),
      tr({"Commands", "Perintah"}));
  for (const CommandEntry& entry : all_commands()) {
    out += fmt::format("  {:<13} {}\n", entry.name, tr(entry.summary));
  }
  out += fmt::format(
      "\n{}\n\n{}:\n  spbe-index compute 2023.yaml\n  spbe-index compute 2022.yaml "
      "2023.yaml\n\n{}\n",
      tr({"  -h, --help     this help; 'spbe-index COMMAND --help' for one command\n"
          "  -V, --version  the version",
          "  -h, --help     bantuan ini; 'spbe-index PERINTAH --help' untuk satu perintah\n"
          "  -V, --version  versi program"}),
      tr({"Examples", "Contoh"}),
      tr({"Exit status: 0 done, 1 the answer is no, 2 wrong usage or bad input.",
          "Status keluar: 0 selesai, 1 syarat atau target tidak terpenuhi, 2 cara pakai salah atau "
          "masukan tidak sah."}));
  return out;
}

}  // namespace spbe
