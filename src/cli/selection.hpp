#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/context.hpp"
#include "spbe/analysis/prerequisites.hpp"
#include "spbe/model/assessment.hpp"

namespace spbe {

// What explain, whatif and plan share. Each prints its errors.

// The prerequisites of --rules: an edition's id, "none", or for an empty word those of the
// edition for a plan.
std::optional<RuleSet> choose_rules(Context& context, const Assessment& assessment,
                                    const std::string& word);

// "12=2", "21-31=2", "12=2,14=3": the assessment with these levels.
std::optional<Assessment> with_levels_set(Context& context, const Assessment& assessment,
                                          const std::vector<std::string>& settings);

// From where to where a copy is saved, and whether it may replace a file.
struct ProfileFile {
  std::string input;
  std::string output;
  bool force = false;
};

// Saves a copy of the file of `assessment` in which only the levels differ.
bool write_profile(Context& context, const Assessment& assessment, const Levels& levels,
                   const ProfileFile& file);

}  // namespace spbe
