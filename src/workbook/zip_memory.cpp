#include "workbook/zip_memory.hpp"

#include <algorithm>
#include <cstring>

namespace spbe {

namespace {

ZipMemory& memory_of(void* opaque) { return *static_cast<ZipMemory*>(opaque); }

void* open_memory(void* opaque, const void* /*name*/, int /*mode*/) { return opaque; }

uLong read_memory(void* opaque, void* /*stream*/, void* buffer, uLong size) {
  ZipMemory& memory = memory_of(opaque);
  if (memory.at >= memory.read.size()) return 0;
  const auto count =
      static_cast<uLong>(std::min<std::size_t>(size, memory.read.size() - memory.at));
  std::memcpy(buffer, memory.read.data() + memory.at, count);
  memory.at += count;
  return count;
}

uLong write_memory(void* opaque, void* /*stream*/, const void* buffer, uLong size) {
  ZipMemory& memory = memory_of(opaque);
  if (memory.at + size > memory.written.size()) memory.written.resize(memory.at + size);
  std::memcpy(memory.written.data() + memory.at, buffer, size);
  memory.at += size;
  return size;
}

ZPOS64_T tell_memory(void* opaque, void* /*stream*/) { return memory_of(opaque).at; }

long seek_memory(void* opaque, void* /*stream*/, ZPOS64_T offset, int origin) {
  ZipMemory& memory = memory_of(opaque);
  const ZPOS64_T from = origin == ZLIB_FILEFUNC_SEEK_CUR   ? memory.at
                        : origin == ZLIB_FILEFUNC_SEEK_END ? memory.size()
                                                           : 0;
  if (offset > memory.size() || from + offset > memory.size()) return -1;
  memory.at = from + offset;
  return 0;
}

int close_memory(void* /*opaque*/, void* /*stream*/) { return 0; }
int error_of_memory(void* /*opaque*/, void* /*stream*/) { return 0; }

}  // namespace

zlib_filefunc64_def zip_functions(ZipMemory& memory) {
  zlib_filefunc64_def functions{};
  functions.zopen64_file = open_memory;
  functions.zread_file = read_memory;
  functions.zwrite_file = write_memory;
  functions.ztell64_file = tell_memory;
  functions.zseek64_file = seek_memory;
  functions.zclose_file = close_memory;
  functions.zerror_file = error_of_memory;
  functions.opaque = &memory;
  return functions;
}

}  // namespace spbe
