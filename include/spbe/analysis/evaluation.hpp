#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "spbe/analysis/compare.hpp"
#include "spbe/analysis/compute.hpp"
#include "spbe/model/assessment.hpp"
#include "spbe/model/institution_name.hpp"

namespace spbe {

// An assessment and its result.
struct Evaluation {
  Assessment assessment;
  IndexResult result;
};

Evaluation evaluate(Assessment assessment, std::optional<CategoryBasis> basis = std::nullopt);

// Whether the two have one instrument; otherwise their figures have no difference.
bool comparable(const Evaluation& from, const Evaluation& to);
// Whether both speak of one institution, year and stage.
Subject subject_of(const Assessment& a, const Assessment& b);
// `compare` of the results, knowing their subjects.
Comparison compare(const Evaluation& from, const Evaluation& to);

// What one line of a table of many institutions needs, small enough to keep 100,000 of them.
struct Summary {
  std::string label;  // file, and document within it
  std::string institution;
  std::string id;  // the code of its file; may be empty
  InstitutionKind kind = InstitutionKind::unsaid;
  std::string province;
  Stage stage = Stage::unsaid;
  int year = 0;
  std::shared_ptr<const Instrument> instrument;
  Interval index;
  std::vector<std::size_t> categories;  // those the index may have, ascending
  std::uint16_t scored = 0;
  std::uint16_t of = 0;
  std::vector<Interval> roots;  // values of the instrument's roots: its domains, or aspects
};

Summary summarize(const Assessment& assessment, const IndexResult& result);

// Of one result, what the row of a later year tells about it.
struct PriorYear {
  std::string label;
  std::string id;  // of the institution; may be empty
  int year = 0;
  std::uint8_t stage = 0;               // stage_order
  std::vector<std::size_t> categories;  // those the index may have, ascending
  std::shared_ptr<const Instrument> instrument;
  Interval index;
};

PriorYear prior_year(const Assessment& assessment, const IndexResult& result);
PriorYear prior_year(const Summary& summary);

// The change of the index; nothing when the two have different instruments.
std::optional<Interval> change_since(const PriorYear& current, const PriorYear& previous);

// In the order of a year's evaluation, from 0 (self) to 4 (final, also when nothing is said).
std::uint8_t stage_order(Stage stage);

}  // namespace spbe
