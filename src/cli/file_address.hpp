#pragma once

#include <filesystem>
#include <string>

namespace spbe {

// "file:///home/budi/laporan%202025.html": the address of a file, given by its whole path, as
// browsers and editors take it on every system.
std::string file_address(const std::filesystem::path& path);

}  // namespace spbe
