#pragma once

#include <string>
#include <vector>

#include "render/json.hpp"
#include "render/page.hpp"
#include "spbe/analysis/plan.hpp"

namespace spbe {

// A barrier each: what it is, and in a sentence or two what it costs; with `brief`, gates in one.
page::List barriers_list(const Assessment& assessment, const std::vector<Barrier>& barriers,
                         bool brief, Language language);
// With a heading of its own; nothing without barriers. With `brief`, gates have a line each.
void add_barriers(page::Page& page, const Assessment& assessment,
                  const std::vector<Barrier>& barriers, bool brief);
Json barriers_json(const Assessment& assessment, const std::vector<Barrier>& barriers);

// "Prerequisites are advice of Pedoman ..., not part of the formula."
std::string advice_note(const RuleSet& rules, Language language);
// "Bappeda, Diskominfo".
std::string unit_list(const std::vector<std::string>& units);

}  // namespace spbe
