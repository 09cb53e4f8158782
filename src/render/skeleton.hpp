#pragma once

#include <string>

#include "spbe/model/assessment.hpp"
#include "spbe/model/criteria.hpp"
#include "spbe/model/migration.hpp"
#include "spbe/render/language.hpp"

namespace spbe {

struct SkeletonOptions {
  std::string institution;
  int year = 0;
  const Assessment* from = nullptr;  // of another year, to carry over what stays; may be null
  Language language = Language::english;
  const Migration* migration = nullptr;  // from the instrument of `from` to this one; may be null
  const Criteria* criteria = nullptr;    // to be shown in comments; may be null
  std::string schema = {};               // of the file, for editors; may be empty
  std::string kind = {};                 // as in the file; empty: that of `from`, or of the name
  std::string province = {};             // empty: that of `from`
};

// A YAML file of an assessment with every indicator and no level, with comments that say how
// to fill it in. Units, notes, targets, effort, evidence and obstacles come from `from` when it has
// the same instrument; its levels, waivers and goals are named in comments. With a migration the
// units of the old indicators are carried over, and their levels, notes and evidence as notes;
// never a level.
std::string skeleton(const Instrument& instrument, const SkeletonOptions& options);

}  // namespace spbe
