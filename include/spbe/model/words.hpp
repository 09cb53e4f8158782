#pragma once

#include <array>
#include <cstddef>
#include <string_view>

// Words that a file may say, as types. Where it says nothing the value is `unsaid`, spelt "".
namespace spbe {

// Of an assessment: by the institution itself, checked by the evaluators, or published.
enum class Stage { unsaid, self, verified, final };
// In the order of the official tables.
enum class InstitutionKind { unsaid, kementerian, lpnk, lembaga, provinsi, kabupaten, kota };
// On what a prerequisite rests: the criteria of a level, the description of the indicator, law.
enum class PrerequisiteBasis { unsaid, criterion, description, legal };

// The spellings, each at the place of its value.
inline constexpr std::array<std::string_view, 4> kStageWords = {"", "self", "verified", "final"};
inline constexpr std::array<std::string_view, 7> kInstitutionKindWords = {
    "", "kementerian", "lpnk", "lembaga", "provinsi", "kabupaten", "kota"};
inline constexpr std::array<std::string_view, 4> kPrerequisiteBasisWords = {"", "criterion",
                                                                            "description", "legal"};

constexpr std::string_view to_string(Stage stage) {
  return kStageWords.at(static_cast<std::size_t>(stage));
}
constexpr std::string_view to_string(InstitutionKind kind) {
  return kInstitutionKindWords.at(static_cast<std::size_t>(kind));
}
constexpr std::string_view to_string(PrerequisiteBasis basis) {
  return kPrerequisiteBasisWords.at(static_cast<std::size_t>(basis));
}

}  // namespace spbe
