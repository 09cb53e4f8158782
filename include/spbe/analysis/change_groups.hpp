#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "spbe/analysis/evaluation.hpp"

namespace spbe {

// What a table of changes has a row for.
enum class Grouping { domain, aspect, indicator, unit };

std::string_view to_string(Grouping grouping);  // "domain", "aspect", "indicator", "unit"
std::optional<Grouping> find_grouping(std::string_view word);

// One row of a table of changes: some parts of the comparison together.
struct ChangeGroup {
  ComponentIndex component = kNoComponent;  // none in a grouping by unit
  // In a grouping by unit: the unit, or the units that share the parts; none when nobody is
  // named.
  std::vector<std::string> units;
  Interval contribution;
  std::vector<ComponentIndex> parts;   // largest effect first
  std::vector<ComponentIndex> shared;  // of one unit: parts of the rows it shares with others
  Tally tally;                         // of `parts`
  bool differs = false;
};

// The parts by component, largest effect first. A component that cannot be divided so far
// (under a published value, or above the instrument's first tier) is a row itself, so each part
// is in one row and the contributions sum exactly to the change of the index.
std::vector<ChangeGroup> group_by_component(const Comparison& comparison,
                                            const Instrument& instrument, ComponentKind kind);

// The parts by responsible unit: what two units share is a row of its own, so that here too
// each part counts once. The unit is the one named in `to`, else the one in `from`.
std::vector<ChangeGroup> group_by_unit(const Comparison& comparison, const Evaluation& from,
                                       const Evaluation& to);

std::vector<ChangeGroup> group(const Comparison& comparison, const Evaluation& from,
                               const Evaluation& to, Grouping grouping);

// In order of name; none for a domain or aspect.
std::vector<std::string> units_of(const Evaluation& from, const Evaluation& to,
                                  ComponentIndex indicator);

// The root above a component, or itself.
ComponentIndex root_of(const Instrument& instrument, ComponentIndex component);

}  // namespace spbe
