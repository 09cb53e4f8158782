#pragma once

#include <set>
#include <string>

#include "model/facts.hpp"
#include "model/yaml_editor.hpp"
#include "spbe/model/assessment.hpp"

namespace spbe {

// The part of an update that is not about indicators and obstacles: `published`, `targets` and
// `waive`.
void update_whole(YamlEditor& editor, const Assessment& before, const AssessmentFacts& facts);

// Where a component stands below `mapping`, at any depth; null when it does not.
const Node* find_component(const Document& document, const Node& mapping,
                           const Instrument& instrument, ComponentIndex index);
// Of "12, 21-31".
std::set<ComponentIndex> indicators_in(const Instrument& instrument, const std::string& names);

}  // namespace spbe
