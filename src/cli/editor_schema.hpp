#pragma once

#include <optional>
#include <string>

namespace spbe {

// Where the JSON Schema of assessments is, as a new file at `output` would name it for editors; ""
// where there is none. A copy beside the file or further up in its repository comes before the one
// that was installed with the program.
std::string editor_schema(const std::optional<std::string>& output);

}  // namespace spbe
