#pragma once

#include <minizip/ioapi.h>

#include <string>
#include <string_view>

namespace spbe {

// A file in memory for minizip: read from `read`, or appended to and patched in `written`.
struct ZipMemory {
  std::string_view read;
  std::string written;
  std::size_t at = 0;
  bool writing = false;

  std::size_t size() const { return writing ? written.size() : read.size(); }
};

// Functions by which minizip reads and writes `memory`, which must outlive the archive.
zlib_filefunc64_def zip_functions(ZipMemory& memory);

}  // namespace spbe
