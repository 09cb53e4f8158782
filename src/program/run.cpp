#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <ostream>

#include "cli/arguments.hpp"
#include "cli/context.hpp"
#include "commands/commands.hpp"
#include "document/nearest.hpp"
#include "model/builtin_data.hpp"
#include "spbe/base/ratio.hpp"

namespace spbe {

namespace {

// Options with a value that may stand before the command's name.
constexpr const char* kValued[] = {"--format", "--output",     "-o",         "--lang",
                                   "--color",  "--instrument", "--data-dir", "--jobs"};

// The place of the command's name among the arguments, or their number.
std::size_t find_command(const std::vector<std::string>& args) {
  for (std::size_t i = 0; i < args.size(); ++i) {
    const std::string& arg = args[i];
    if (arg == "--") return args.size();
    if (!arg.starts_with('-') || arg == "-") return i;
    const auto* const end = std::end(kValued);
    if (std::find(std::begin(kValued), end, arg) != end) ++i;
  }
  return args.size();
}

std::string general_help(Language language) {
  const auto tr = [&](const Words& words) { return say(language, words); };
  std::string out = fmt::format(
      "{}\n\n{}: spbe-index {}\n\n{}:\n",
      tr({"Computes, compares and explains Indonesia's SPBE index, exactly.",
          "Menghitung, membandingkan, dan menjelaskan Indeks SPBE secara eksak."}),
      tr({"Usage", "Pemakaian"}), tr({"COMMAND [OPTIONS] FILE...", "PERINTAH [OPSI] FILE..."}),
      tr({"Commands", "Perintah"}));
  for (const CommandEntry& entry : all_commands()) {
    out += fmt::format("  {:<13} {}\n", entry.name, tr(entry.summary));
  }
  out += fmt::format(
      "\n{}\n\n{}:\n  spbe-index compute 2023.yaml\n  spbe-index compute 2022.yaml "
      "2023.yaml\n\n{}\n",
      tr({"  -h, --help    this help; 'spbe-index COMMAND --help' for one command\n"
          "  --version     the version",
          "  -h, --help    bantuan ini; 'spbe-index PERINTAH --help' untuk satu perintah\n"
          "  --version     versi program"}),
      tr({"Examples", "Contoh"}),
      tr({"Exit status: 0 done, 1 the answer is no, 2 wrong usage or bad input.",
          "Status keluar: 0 selesai, 1 syarat atau target tidak terpenuhi, 2 salah pakai atau "
          "masukan buruk."}));
  return out;
}

Status unknown_command(Session& session, const std::string& word, Language language) {
  Diagnostics diagnostics;
  Diagnostic& error = diagnostics.error("unknown-command", command_line(), {word});
  std::vector<std::string> names;
  for (const CommandEntry& entry : all_commands()) names.emplace_back(entry.name);
  if (!suggest_nearest(error, word, names)) {
    error.suggest("see-general-help");
  }
  const bool color = use_color("auto", session.environment.err_is_terminal, session.environment);
  return print_diagnostics(session, diagnostics, language, color, false);
}

// Puts "--" before the words that are files whatever they look like.
void close_options(const Command& command, const Environment& environment,
                   std::vector<std::string>& words) {
  if (command.literal_words == nullptr) return;
  const std::size_t literal = command.literal_words(environment, words);
  const auto first = words.end() - static_cast<std::ptrdiff_t>(literal);
  if (literal > 0 && std::find(words.begin(), first, "--") == first) words.insert(first, "--");
}

Status print_text(Session& session, const std::string& text, Language language) {
  session.out << text << std::flush;
  if (session.out) return Status::done;
  Diagnostics diagnostics;
  diagnostics.error("cannot-write-output", command_line(), {std::strerror(errno)});
  const bool color = use_color("auto", session.environment.err_is_terminal, session.environment);
  return print_diagnostics(session, diagnostics, language, color, false);
}

}  // namespace

const std::vector<CommandEntry>& all_commands() {
  static const std::vector<CommandEntry> commands = {
      {"compute",
       {"the index, its category, and the change since the year before",
        "indeks, predikat, dan perubahan dari tahun sebelumnya"},
       compute_command},
      {"diff",
       {"what changed, and what each change was worth",
        "apa yang berubah, dan berapa nilai tiap perubahan"},
       diff_command},
      {"trend",
       {"two or more years side by side", "dua tahun atau lebih berdampingan"},
       trend_command},
      {"explain",
       {"how the number comes about; what one indicator needs next",
        "asal-usul angka; yang diperlukan satu indikator"},
       explain_command},
      {"whatif",
       {"what other levels would change", "perubahan bila tingkatnya lain"},
       whatif_command},
      {"plan",
       {"the least effort that reaches a category or a value",
        "upaya terkecil untuk mencapai predikat atau nilai"},
       plan_command},
      {"check",
       {"data checks and gates, for CI", "pemeriksaan data dan ambang, untuk CI"},
       check_command},
      {"explain-rule",
       {"why a rule of check is there, how to mend", "alasan aturan check, cara memperbaiki"},
       explain_rule_command},
      {"report",
       {"the report to read, project and print", "laporan untuk dibaca, ditayangkan, dicetak"},
       report_command},
      {"rank", {"many institutions", "banyak instansi"}, rank_command},
      {"import",
       {"a table (CSV) into assessments", "tabel (CSV) menjadi penilaian"},
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
  };
  return commands;
}

Status run(const std::vector<std::string>& args, Session& session) {
  const Language language = choose_language(args, session.environment);
  const std::size_t at = find_command(args);
  if (at == args.size()) {
    const auto given = [&](const char* flag) {
      return std::ranges::find(args, flag) != args.end();
    };
    if (given("--version")) {
      return print_text(session, fmt::format("spbe-index {}\n", builtin_version()), language);
    }
    if (given("--help") || given("-h")) {
      return print_text(session, general_help(language), language);
    }
    session.err << general_help(language);
    return Status::bad_input;
  }
  const auto entry = std::ranges::find_if(
      all_commands(), [&](const CommandEntry& e) { return args[at] == e.name; });
  if (entry == all_commands().end()) return unknown_command(session, args[at], language);

  std::vector<std::string> rest = args;
  rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(at));
  const Command command = entry->make();
  close_options(command, session.environment, rest);
  CommonOptions common;
  std::string text;
  Diagnostics diagnostics;
  switch (parse_arguments(command, rest, language, common, text, diagnostics)) {
    case Parsed::help:
      return print_text(session, text, language);
    case Parsed::wrong: {
      const bool color =
          use_color(common.color, session.environment.err_is_terminal, session.environment);
      return print_diagnostics(session, diagnostics, language, color, false);
    }
    case Parsed::run:
      break;
  }
  try {
    return command.run(session, common);
  } catch (const RatioOverflow&) {
    // Files that fit alone, but not together.
    diagnostics.error("numbers-too-fine", command_line());
    const bool color =
        use_color(common.color, session.environment.err_is_terminal, session.environment);
    return print_diagnostics(session, diagnostics, language, color, false);
  }
}

}  // namespace spbe
