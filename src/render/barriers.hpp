#pragma once

#include <string>
#include <vector>

#include "render/json.hpp"
#include "render/style.hpp"
#include "spbe/analysis/plan.hpp"

namespace spbe {

// A sentence or two about each barrier; its heading first.
struct BarrierText {
  std::string heading;
  std::vector<std::string> sentences;
  std::string brief;  // all of it in one line, for a gate beside a plan
};
std::vector<BarrierText> barrier_texts(const Assessment& assessment,
                                       const std::vector<Barrier>& barriers, const Style& style);
// With a heading of its own; empty without barriers. With `brief`, gates have a line each.
std::string barriers_text(const Assessment& assessment, const std::vector<Barrier>& barriers,
                          bool brief, const Style& style);
std::string barriers_markdown(const Assessment& assessment, const std::vector<Barrier>& barriers,
                              bool brief, Language language);
Json barriers_json(const Assessment& assessment, const std::vector<Barrier>& barriers);

// "Prerequisites are advice of Pedoman ..., not part of the formula."
std::string advice_note(const RuleSet& rules, const Style& style);
// "Bappeda, Diskominfo"; safe to print.
std::string unit_list(const std::vector<std::string>& units);

}  // namespace spbe
