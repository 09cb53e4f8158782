#pragma once

#include "document/schema.hpp"
#include "spbe/model/assessment.hpp"

namespace spbe {

// Of a level whose decimals do not end: twelve pieces of evidence in a band half as wide as a
// level.
inline constexpr std::int64_t kMostLevelParts = 24;

// Whether sums of such levels stay small: its decimals end, or it is of few parts.
bool is_coarse_enough(Ratio level);

// Reads `scores`: components nested as in the instrument, levels of the tree may be left out.
void read_scores(Schema& schema, const Node& scores, Assessment& assessment);

// A number as printed, with its count of decimals, in the range of the scales; "3,40" is 3.40.
std::optional<PublishedNumber> read_published_number(Schema& schema, const Node& node);

}  // namespace spbe
