#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace spbe {

// What `kind` and `stage` of an assessment may say.
const std::vector<std::string>& known_kinds();
const std::vector<std::string>& known_stages();

// How a cell says them: in any letter case, "Lembaga Non Struktural" for lns, "self" for mandiri;
// other words as they are.
std::string kind_in_table(std::string_view text);
std::string stage_in_table(std::string_view text);

}  // namespace spbe
