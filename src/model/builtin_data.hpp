#pragma once

#include <span>
#include <string_view>

#include "document/compiled_document.hpp"

// Implemented by a source that the build makes from the files in data/.
namespace spbe {

struct BuiltinFile {
  std::string_view name;  // the path below data/
  std::string_view text;
};

std::span<const BuiltinFile> builtin_instruments();
std::span<const BuiltinFile> builtin_criteria();
std::string_view builtin_version();
// The documents of builtin_instruments, by name.
std::span<const CompiledDocument> builtin_documents();

}  // namespace spbe
