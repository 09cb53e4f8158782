#pragma once

#include "document/schema.hpp"
#include "spbe/model/assessment.hpp"

namespace spbe {

// Reads `scores`: components nested as in the instrument, levels of the tree may be left out.
void read_scores(Schema& schema, const Node& scores, Assessment& assessment);

// A number as printed, with its count of decimals, in the range of the scales; "3,40" is 3.40.
std::optional<PublishedNumber> read_published_number(Schema& schema, const Node& node);

}  // namespace spbe
