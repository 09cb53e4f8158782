#pragma once

#include <optional>
#include <string>

namespace spbe {

// Where the JSON Schema of assessments is, as a new file at `output` would name it for editors; ""
// where there is none. A copy beside the file or further up in its repository comes before the one
// that came with the program, which a repository names only where it lies below /usr.
std::string editor_schema(const std::optional<std::string>& output);

}  // namespace spbe
