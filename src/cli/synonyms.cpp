#include "cli/synonyms.hpp"

#include <algorithm>
#include <span>

#include "document/nearest.hpp"

namespace spbe {

namespace {

struct Synonym {
  std::string_view word;
  std::string_view meant;
};

constexpr Synonym kCommands[] = {
    {"calc", "compute"},
    {"calculate", "compute"},
    {"score", "compute"},
    {"index", "compute"},
    {"hitung", "compute"},
    {"indeks", "compute"},
    {"nilai", "compute"},
    {"compare", "diff"},
    {"bandingkan", "diff"},
    {"beda", "diff"},
    {"selisih", "diff"},
    {"history", "trend"},
    {"tren", "trend"},
    {"riwayat", "trend"},
    {"why", "explain"},
    {"show", "explain"},
    {"jelaskan", "explain"},
    {"simulate", "whatif"},
    {"what-if", "whatif"},
    {"simulasi", "whatif"},
    {"andai", "whatif"},
    {"optimize", "plan"},
    {"optimise", "plan"},
    {"roadmap", "plan"},
    {"rencana", "plan"},
    {"rencanakan", "plan"},
    {"goals", "targets"},
    {"sasaran", "targets"},
    {"tahap", "stages"},
    {"benchmark", "peers"},
    {"pembanding", "peers"},
    {"sebaya", "peers"},
    {"probability", "certainty"},
    {"risk", "certainty"},
    {"kepastian", "certainty"},
    {"peluang", "certainty"},
    {"validate", "check"},
    {"lint", "check"},
    {"verify", "check"},
    {"test", "check"},
    {"periksa", "check"},
    {"cek", "check"},
    {"validasi", "check"},
    {"rules", "explain-rule"},
    {"aturan", "explain-rule"},
    {"export", "report"},
    {"html", "report"},
    {"pdf", "report"},
    {"print", "report"},
    {"laporan", "report"},
    {"cetak", "report"},
    {"ekspor", "report"},
    {"ranking", "rank"},
    {"leaderboard", "rank"},
    {"peringkat", "rank"},
    {"urutkan", "rank"},
    {"read", "import"},
    {"impor", "import"},
    {"new", "init"},
    {"create", "init"},
    {"template", "init"},
    {"buat", "init"},
    {"baru", "init"},
    {"mulai", "init"},
    {"upgrade", "migrate"},
    {"convert", "migrate"},
    {"migrasi", "migrate"},
    {"pindah", "migrate"},
    {"excel", "worksheet"},
    {"xlsx", "worksheet"},
    {"workbook", "worksheet"},
    {"lembar", "worksheet"},
    {"instrument", "instruments"},
    {"definitions", "instruments"},
    {"instrumen", "instruments"},
    {"bantuan", "help"},
    {"tolong", "help"},
    {"versi", "version"},
};

constexpr Synonym kOptions[] = {
    {"--json", "--format json"},
    {"--csv", "--format csv"},
    {"--markdown", "--format markdown"},
    {"--md", "--format markdown"},
    {"--html", "--format html"},
    {"--pdf", "--format pdf"},
    {"--xlsx", "--format xlsx"},
    {"--excel", "--format xlsx"},
    {"--no-color", "--color never"},
    {"--no-colour", "--color never"},
    {"--colour", "--color"},
    {"--warna", "--color"},
    {"--language", "--lang"},
    {"--bahasa", "--lang"},
    {"--out-file", "--output"},
    {"--keluaran", "--output"},
    {"--bentuk", "--format"},
    {"--silent", "--quiet"},
    {"--threads", "--jobs"},
    {"--overwrite", "--force"},
    {"--timpa", "--force"},
    {"--bantuan", "--help"},
};

std::optional<std::string> meant(std::span<const Synonym> synonyms, std::string_view word) {
  const std::string lower = lower_case(word);
  const auto found = std::ranges::find(synonyms, std::string_view(lower), &Synonym::word);
  if (found == synonyms.end()) return std::nullopt;
  return std::string(found->meant);
}

}  // namespace

std::optional<std::string> meant_command(std::string_view word) { return meant(kCommands, word); }

std::optional<std::string> meant_option(std::string_view flag) { return meant(kOptions, flag); }

}  // namespace spbe
