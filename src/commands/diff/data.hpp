#pragma once

#include "commands/diff/report.hpp"
#include "render/json.hpp"

namespace spbe {

// The document that `diff_json` writes, for a command that adds to it.
Json diff_document(const DiffReport& report);

}  // namespace spbe
