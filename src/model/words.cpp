#include "model/words.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "document/nearest.hpp"
#include "spbe/model/words.hpp"

namespace spbe {

namespace {

// As tables of the ministry name the kinds of institutions.
constexpr std::array<std::pair<std::string_view, std::string_view>, 15> kKindsInTables{{
    {"lembaga-non-struktural", "lns"},
    {"lembaga-nonstruktural", "lns"},
    {"lembaga-pemerintah-nonkementerian", "lpnk"},
    {"lembaga-pemerintah-non-kementerian", "lpnk"},
    {"lembaga-penyiaran-publik", "lembaga"},
    {"lembaga-lainnya", "lembaga"},
    {"lembaga-lain", "lembaga"},
    {"lembaga-pemerintah-lainnya", "lembaga"},
    {"sekretariat-jenderal-lembaga-negara", "lembaga"},
    {"sekjen-lembaga-negara", "lembaga"},
    {"sekretariat-lembaga-negara", "lembaga"},
    {"sekretariat-kabinet", "lembaga"},
    {"pemerintah-provinsi", "provinsi"},
    {"pemerintah-kabupaten", "kabupaten"},
    {"pemerintah-kota", "kota"},
}};

}  // namespace

const std::vector<std::string>& known_kinds() {
  static const std::vector<std::string> kinds(kInstitutionKindWords.begin() + 1,
                                              kInstitutionKindWords.end());
  return kinds;
}

const std::vector<std::string>& known_stages() {
  static const std::vector<std::string> stages(kStageWords.begin() + 1, kStageWords.end());
  return stages;
}

std::string kind_in_table(std::string_view text) {
  std::string word = lower_case(text);
  std::ranges::replace(word, ' ', '-');
  std::ranges::replace(word, '_', '-');
  const auto* const named = std::ranges::find(
      kKindsInTables, word, &std::pair<std::string_view, std::string_view>::first);
  return named == kKindsInTables.end() ? word : std::string(named->second);
}

std::string stage_in_table(std::string_view text) {
  return std::string(official_stage(lower_case(text)));
}

}  // namespace spbe
