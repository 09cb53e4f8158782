#include "render/placeholders.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

namespace spbe {

namespace {

constexpr auto kPlaceholders = std::to_array<std::pair<std::string_view, std::string_view>>(
    {{"BASIS", "DASAR"},   {"CHART", "DIAGRAM"},  {"COMMAND", "PERINTAH"},
     {"DATE", "TANGGAL"},  {"DIR", "FOLDER"},     {"EARLIER", "AWAL"},
     {"EFFORT", "UPAYA"},  {"FIELD", "KUNCI"},    {"FILE", "BERKAS"},
     {"FOR", "UNTUK"},     {"GOAL", "SASARAN"},   {"INDICATOR", "INDIKATOR"},
     {"KIND", "JENIS"},    {"LANG", "BAHASA"},    {"LATER", "AKHIR"},
     {"LEVEL", "TINGKAT"}, {"LEVELS", "TINGKAT"}, {"LIST", "DAFTAR"},
     {"NAME", "NAMA"},     {"NEW", "BARU"},       {"OLD", "LAMA"},
     {"OUT", "BERKAS"},    {"PART", "BAGIAN"},    {"PATH", "BERKAS"},
     {"PATTERN", "POLA"},  {"RULE", "ATURAN"},    {"VALUE", "NILAI"},
     {"WHAT", "PILIHAN"},  {"WHEN", "KAPAN"},     {"YEAR", "TAHUN"},
     {"YEARS", "TAHUN"}});

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

}  // namespace

std::string placeholder(std::string_view name, Language language) {
  if (language == Language::english) return std::string(name);
  std::string text;
  for (std::size_t at = 0; at < name.size();) {
    std::size_t end = at;
    while (end < name.size() && is_capital(name[end])) ++end;
    const std::string_view word = name.substr(at, end == at ? 1 : end - at);
    const auto* const found = std::ranges::find(
        kPlaceholders, word, &std::pair<std::string_view, std::string_view>::first);
    text += found == kPlaceholders.end() ? word : found->second;
    at += word.size();
  }
  return text;
}

}  // namespace spbe
