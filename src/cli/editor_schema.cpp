#include "cli/editor_schema.hpp"

#include <filesystem>

#include "cli/file_address.hpp"
#include "cli/platform.hpp"

namespace spbe {

namespace {

namespace fs = std::filesystem;

constexpr const char* kSchemaFile = "assessment.schema.json";

bool is_file(const fs::path& path) {
  std::error_code error;
  return fs::is_regular_file(path, error);
}

struct Surroundings {
  std::string schema;  // as seen from the folder; "" where there is none
  bool is_repository = false;
};

// From `folder` up to the root of its repository; outside of one only in the folder itself.
Surroundings beside(fs::path folder) {
  std::error_code error;
  std::string nearest = is_file(folder / kSchemaFile) ? kSchemaFile : "";
  const std::string here = nearest;
  for (fs::path shown;; folder = folder.parent_path(), shown /= "..") {
    if (nearest.empty() && is_file(folder / kSchemaFile)) {
      nearest = (shown / kSchemaFile).generic_string();
    }
    if (fs::exists(folder / ".git", error)) return {nearest, true};
    if (!folder.has_relative_path()) return {here, false};
  }
}

// What comes with the program: PREFIX/share beside PREFIX/bin, as the packages lay it, or a folder
// beside it in the archive for Windows.
fs::path installed() {
  const fs::path program = platform::program_file();
  if (program.empty()) return {};
  for (const char* place : {"../share/spbe-index/schema", "data/schema"}) {
    fs::path schema = (program.parent_path() / place / kSchemaFile).lexically_normal();
    if (is_file(schema)) return schema;
  }
  return {};
}

// The language server reads up to the first blank, takes '#' for the end of a path, and not every
// editor knows "C:/" for the beginning of one: an address says it all.
std::string sayable(const fs::path& schema) {
  const std::string path = schema.generic_string();
  const std::string address = file_address(schema);
  return path.starts_with('/') && address.ends_with("//" + path) ? path : address;
}

}  // namespace

std::string editor_schema(const std::optional<std::string>& output) {
  std::error_code error;
  const bool is_named = output && *output != "-" && !output->starts_with("/dev/");
  const fs::path file = fs::absolute(platform::path_of(is_named ? *output : "-"), error);
  if (error) return {};
  const fs::path folder = file.lexically_normal().parent_path();
  const Surroundings surroundings = beside(folder);
  if (!surroundings.schema.empty()) return surroundings.schema;
  const fs::path schema = installed();
  if (schema.empty()) return {};
  // Below the folder of the file, the two go together wherever they are moved.
  const fs::path below = schema.lexically_relative(folder);
  std::string beneath = below.generic_string();
  if (!beneath.empty() && !beneath.starts_with("..") && sayable("/" / below) == "/" + beneath)
    return beneath;
  // A repository is for many, and an editor marks a line that names what is not there.
  const bool is_everywhere = schema.generic_string().starts_with("/usr/");
  return surroundings.is_repository && !is_everywhere ? "" : sayable(schema);
}

}  // namespace spbe
