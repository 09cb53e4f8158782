#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/command.hpp"
#include "cli/context.hpp"
#include "spbe/analysis/prerequisites.hpp"
#include "spbe/model/assessment.hpp"
#include "spbe/model/instrument.hpp"

namespace spbe {

// --category-by: which index decides the category. Nothing where it is not given: the year does.
Option category_by_option(std::string& into);
std::optional<CategoryBasis> category_basis(const std::string& word);

// What explain, whatif and plan share. Each prints its errors.

// The prerequisites of --rules: an edition's id, "none", or for an empty word those of the
// edition for a plan.
std::optional<RuleSet> choose_rules(Context& context, const Assessment& assessment,
                                    const std::string& word);

// Gives levels that are not known what the word of --assume says, nothing for an empty one. Returns
// those that it gave; nothing after an error.
std::optional<std::vector<ComponentIndex>> assume_in(Context& context, Assessment& assessment,
                                                     const std::string& word);

// "12=2", "D3=2", "21-31=+1", "12=2,14=3": the assessment with these levels.
std::optional<Assessment> with_levels_set(Context& context, const Assessment& assessment,
                                          const std::vector<std::string>& settings);

// From where to where a copy is saved, and whether it may replace a file.
struct ProfileFile {
  std::string input;
  std::string output;
  bool force = false;
  int plan_of = 0;  // the copy is no result but the plan of that year
};

// Saves a copy of the file of `assessment` in which only the levels differ, and what tells a plan
// from a result; says on the error stream what it wrote.
bool write_profile(Context& context, const Assessment& assessment, const Levels& levels,
                   const ProfileFile& file);

}  // namespace spbe
