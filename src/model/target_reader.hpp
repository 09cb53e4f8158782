#pragma once

#include "document/schema.hpp"
#include "spbe/model/assessment.hpp"

namespace spbe {

// The block `targets:`.
void read_targets(Schema& schema, const Node& node, Assessment& assessment);

}  // namespace spbe
