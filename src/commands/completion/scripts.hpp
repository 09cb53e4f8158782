#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace spbe {

std::vector<std::string> shells();
// What a shell reads so as to ask this program when somebody presses Tab; empty for another shell.
std::string_view completion_script(std::string_view shell);

// Lines of the answer that stand for the shell's own.
inline constexpr std::string_view kFilesToo = ":files";
inline constexpr std::string_view kFoldersToo = ":folders";

}  // namespace spbe
