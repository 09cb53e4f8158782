#pragma once

#include <algorithm>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "document/compiled_document.hpp"
#include "spbe/base/source.hpp"

// Implemented by a source that the build makes from the files in data/.
namespace spbe {

struct BuiltinFile {
  std::string_view name;  // the path below data/
  std::string_view text;
  std::string_view sha256;  // of the text, in hexadecimal digits
};

std::span<const BuiltinFile> builtin_instruments();
std::span<const BuiltinFile> builtin_criteria();
std::span<const BuiltinFile> builtin_evidence();
std::span<const BuiltinFile> builtin_migrations();
std::span<const BuiltinFile> builtin_regions();
// Style sheets of the report, and its script.
std::span<const BuiltinFile> builtin_report();
// Of report/rank.js, in hexadecimal digits.
std::string_view builtin_script_sha256();
// The file with this name, or null.
inline std::shared_ptr<const Source> builtin_source(std::span<const BuiltinFile> files,
                                                    std::string_view name) {
  const auto found = std::ranges::find(files, name, &BuiltinFile::name);
  if (found == files.end()) return nullptr;
  return std::make_shared<const Source>(std::string(found->name), std::string(found->text));
}
std::string_view builtin_version();
// The documents of builtin_instruments, by name.
std::span<const CompiledDocument> builtin_documents();

}  // namespace spbe
