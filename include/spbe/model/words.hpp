#pragma once

#include <array>
#include <cstddef>
#include <string_view>

// Words that a file may say, as types. Where it says nothing the value is `unsaid`, spelt "".
namespace spbe {

// Of an assessment, in the order of a year's evaluation: by the institution itself, of its
// documents, by interview, by visit; checked by the evaluators without saying how; published. And
// what is planned for a year, which is no result.
enum class Stage { unsaid, self, document, interview, visit, verified, final, plan };
// In the order of the official tables; those for law and defence, and the LNS, have tables of their
// own there. `mean`: no institution, but the mean of a group.
enum class InstitutionKind {
  unsaid,
  kementerian,
  lpnk,
  alat_negara,
  lembaga,
  lns,
  provinsi,
  kabupaten,
  kota,
  mean
};
// On what a prerequisite rests: the criteria of a level, the description of the indicator, law.
enum class PrerequisiteBasis { unsaid, criterion, description, legal };

// The spellings, each at the place of its value.
inline constexpr std::array<std::string_view, 8> kStageWords = {
    "", "mandiri", "dokumen", "interviu", "visitasi", "verified", "final", "plan"};
inline constexpr std::array<std::string_view, 10> kInstitutionKindWords = {
    "",    "kementerian", "lpnk",      "alat-negara", "lembaga",
    "lns", "provinsi",    "kabupaten", "kota",        "mean"};
inline constexpr std::array<std::string_view, 4> kPrerequisiteBasisWords = {"", "criterion",
                                                                            "description", "legal"};

// The spelling for what may be spelt in other ways: "self" is "mandiri"; other words as they are.
constexpr std::string_view official_stage(std::string_view word) {
  return word == "self" ? kStageWords[1] : word;
}

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
