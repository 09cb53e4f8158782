#pragma once

#include <set>

#include "document/schema.hpp"
#include "spbe/model/catalog.hpp"

namespace spbe {

// What is known of a file before it is read as an assessment: that it is empty, or a workbook. Says
// so, and what to do.
bool is_no_assessment(const Source& source, Diagnostics& diagnostics);

// Whether what the file holds is none of ours: no mapping, or one without any key that is like one
// of `keys`. Says so.
bool is_other_content(Schema& schema, const Node& root, const std::vector<std::string>& keys);

// The entries of the indicators when they stand at the margin, beside a `scores` that has nothing:
// one fault, which is reported here.
std::set<const Node*> scores_at_margin(Schema& schema, const Node& root, const Catalog& catalog);

}  // namespace spbe
