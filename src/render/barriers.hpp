#pragma once

#include <optional>
#include <string>
#include <vector>

#include "render/json.hpp"
#include "render/page.hpp"
#include "spbe/analysis/plan.hpp"

namespace spbe {

struct BarrierView {
  bool brief = false;                // gates have a line each
  std::optional<Ratio> target = {};  // index to reach: what a barrier does to it
  std::string goal = {};             // its name, "Baik (2.60)"; empty: "the target"
  bool missed = false;               // a plan does not reach it, for other reasons as well
  page::Names names = page::Names::official;
};
// A barrier each: what it is, and in a sentence or two what it costs; obstacles that hold the same
// have one text.
page::List barriers_list(const Assessment& assessment, const std::vector<Barrier>& barriers,
                         const BarrierView& view, Language language);
// With a heading of its own; nothing without barriers.
void add_barriers(page::Page& page, const Assessment& assessment,
                  const std::vector<Barrier>& barriers, const BarrierView& view);
Json barriers_json(const Assessment& assessment, const std::vector<Barrier>& barriers);

// "Prerequisites are advice of Pedoman ..., not part of the formula."
std::string advice_note(const RuleSet& rules, Language language);
// "Bappeda, Diskominfo".
std::string unit_list(const std::vector<std::string>& units);

}  // namespace spbe
