#pragma once

#include <string>
#include <vector>

namespace spbe {

// What `kind` and `stage` of an assessment may say.
const std::vector<std::string>& known_kinds();
const std::vector<std::string>& known_stages();

}  // namespace spbe
