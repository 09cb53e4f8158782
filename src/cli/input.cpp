#include "cli/input.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <istream>

#include "cli/arguments.hpp"
#include "document/yaml_reader.hpp"

namespace spbe {

namespace {

namespace fs = std::filesystem;

bool is_yaml(const fs::path& path) {
  const std::string extension = path.extension().string();
  return extension == ".yaml" || extension == ".yml";
}

Location place_of(const std::string& path) { return {path, 0, 0, 1, {}}; }

void cannot_read(Diagnostics& diagnostics, const std::string& path, int error) {
  const char* code = "cannot-read";
  if (error == ENOENT || error == ENOTDIR) code = "no-such-file";
  if (error == EACCES || error == EPERM) code = "no-permission";
  diagnostics.error(code, place_of(path), {std::strerror(error)});
}

void collect(const fs::path& folder, std::vector<std::string>& files, Diagnostics& diagnostics) {
  std::error_code error;
  std::vector<fs::directory_entry> entries;
  fs::directory_iterator at(folder, error);
  if (error) {
    cannot_read(diagnostics, folder.string(), error.value());
    return;
  }
  for (; at != fs::directory_iterator(); at.increment(error)) {
    if (error) {
      cannot_read(diagnostics, folder.string(), error.value());
      return;
    }
    entries.push_back(*at);
  }
  std::ranges::sort(entries, {},
                    [](const fs::directory_entry& e) { return e.path().filename().string(); });
  for (const fs::directory_entry& entry : entries) {
    const std::string name = entry.path().filename().string();
    if (name.starts_with('.')) continue;
    // A link to a folder could lead round in a circle.
    if (entry.is_directory(error) && !entry.is_symlink(error)) {
      collect(entry.path(), files, diagnostics);
    } else if (is_yaml(entry.path()) && !entry.is_directory(error)) {
      files.push_back(entry.path().string());
    }
  }
}

std::string read_stream(std::istream& in) {
  std::string text;
  std::string chunk(std::size_t{1} << 16U, '\0');
  // One byte more than allowed is enough to know that it is too much.
  while (in && text.size() <= kMaxFileBytes) {
    in.read(chunk.data(), static_cast<std::streamsize>(chunk.size()));
    text.append(chunk, 0, static_cast<std::size_t>(in.gcount()));
  }
  return text;
}

}  // namespace

std::vector<std::string> expand_inputs(const std::vector<std::string>& paths,
                                       Diagnostics& diagnostics) {
  std::vector<std::string> files;
  for (const std::string& path : paths) {
    std::error_code error;
    if (path == "-" || !fs::is_directory(path, error)) {
      files.push_back(path);
      continue;
    }
    const std::size_t before = files.size();
    const std::size_t errors_before = diagnostics.errors();
    collect(path, files, diagnostics);
    if (files.size() == before && diagnostics.errors() == errors_before) {
      diagnostics.error("folder-without-yaml", place_of(path));
    }
  }
  return files;
}

std::shared_ptr<const Source> read_source(const std::string& path, Session& session,
                                          Diagnostics& diagnostics) {
  if (path == "-") {
    return std::make_shared<const Source>("<stdin>", read_stream(session.in));
  }
  std::error_code error;
  if (fs::is_directory(path, error)) {
    diagnostics.error("is-a-folder", place_of(path));
    return nullptr;
  }
  errno = 0;
  std::ifstream file(path, std::ios::binary);
  if (!file) {
    cannot_read(diagnostics, path, errno);
    return nullptr;
  }
  std::string text = read_stream(file);
  if (file.bad()) {
    cannot_read(diagnostics, path, errno == 0 ? EIO : errno);
    return nullptr;
  }
  return std::make_shared<const Source>(path, std::move(text));
}

bool read_all(Workplace& work, const Catalog& catalog, const std::vector<std::string>& paths,
              const AssessmentReceiver& receive) {
  Diagnostics general;
  const std::vector<std::string> files = expand_inputs(paths, general);
  bool fine = !work.print(general);
  for (const std::string& file : files) {
    Diagnostics diagnostics;
    if (const auto source = read_source(file, work.session(), diagnostics)) {
      read_assessments(source, catalog, diagnostics, receive);
    }
    diagnostics.sort();
    fine = !work.print(diagnostics) && fine;
  }
  return fine;
}

std::optional<Assessment> read_one(Workplace& work, const Catalog& catalog,
                                   const std::string& path) {
  Diagnostics diagnostics;
  std::optional<Assessment> assessment;
  if (const auto source = read_source(path, work.session(), diagnostics)) {
    assessment = read_assessment(source, catalog, diagnostics);
  }
  diagnostics.sort();
  if (work.print(diagnostics)) return std::nullopt;
  return assessment;
}

}  // namespace spbe
