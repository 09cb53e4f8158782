#include "cli/editor_schema.hpp"

#include <filesystem>

#include "spbe/base/source.hpp"

namespace spbe {

namespace {

namespace fs = std::filesystem;

constexpr const char* kSchemaFile = "assessment.schema.json";

bool is_file(const fs::path& path) {
  std::error_code error;
  return fs::is_regular_file(path, error);
}

// From `folder` up to the root of its repository; outside of one only in the folder itself.
std::string beside(fs::path folder) {
  std::error_code error;
  std::string nearest = is_file(folder / kSchemaFile) ? kSchemaFile : "";
  std::string here = nearest;
  for (fs::path shown;; folder = folder.parent_path(), shown /= "..") {
    if (nearest.empty() && is_file(folder / kSchemaFile)) {
      nearest = (shown / kSchemaFile).generic_string();
    }
    if (fs::exists(folder / ".git", error)) return nearest;
    if (!folder.has_relative_path()) return here;
  }
}

// PREFIX/share of the PREFIX/bin that the program runs from.
std::string installed() {
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  if (error) return {};
  const fs::path schema =
      program.parent_path().parent_path() / "share/spbe-index/schema" / kSchemaFile;
  return is_file(schema) ? schema.generic_string() : "";
}

}  // namespace

std::string editor_schema(const std::optional<std::string>& output) {
  std::error_code error;
  const bool is_named = output && *output != "-" && !output->starts_with("/dev/");
  const fs::path file = fs::absolute(is_named ? *output : "-", error);
  if (error) return {};
  std::string found = beside(file.lexically_normal().parent_path());
  if (found.empty()) found = installed();
  // The line ends at the first blank.
  const bool is_sayable =
      found.find_first_of(" \t") == std::string::npos && printable(found) == found;
  return is_sayable ? found : "";
}

}  // namespace spbe
