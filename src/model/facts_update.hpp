#pragma once

#include <optional>

#include "model/facts.hpp"
#include "spbe/model/assessment.hpp"

namespace spbe {

// The text of the file of an assessment with what `facts` say beyond it, comments and layout kept.
struct UpdatedText {
  std::string text;
  std::size_t changed = 0;  // things that it now says otherwise
};

// What the facts leave empty stays as it is. Nothing, with an error, when they are of another
// institution, year or instrument, or when the file cannot hold them.
std::optional<UpdatedText> update_assessment(const Assessment& before, const AssessmentFacts& facts,
                                             const Catalog& catalog, Diagnostics& diagnostics);

}  // namespace spbe
