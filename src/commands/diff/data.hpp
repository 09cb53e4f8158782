#pragma once

#include <string_view>

#include "commands/diff/report.hpp"
#include "render/json.hpp"

namespace spbe {

// "rose", "fell", "same", "uncertain", "new" or "gone".
std::string_view word_of(Direction direction);

// The document that `diff_json` writes, for a command that adds to it.
Json diff_document(const DiffReport& report);

// What changed beside levels, a row each under the headings of `diff_csv`; nothing without two
// sides.
std::string other_rows(const DiffReport& report, CsvDialect dialect);

// What changed beside levels; null without two sides.
Json json_also_changed(const DiffReport& report);

}  // namespace spbe
