#include "cli/folder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>

#include "cli/output.hpp"
#include "cli/platform.hpp"

namespace spbe {

namespace {

namespace fs = std::filesystem;

// Names that stand for devices on Windows, whatever ending follows.
bool is_device(std::string_view stem) {
  for (const std::string_view name : {"con", "prn", "aux", "nul"}) {
    if (stem == name) return true;
  }
  const bool numbered = stem.size() == 4 && stem.back() >= '0' && stem.back() <= '9';
  return numbered && (stem.starts_with("com") || stem.starts_with("lpt"));
}

}  // namespace

std::string file_stem(std::string_view name, const char* otherwise) {
  constexpr std::size_t kLongest = 100;
  std::string stem;
  for (const char c : name) {
    const bool upper = c >= 'A' && c <= 'Z';
    if (upper || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
      stem += upper ? static_cast<char>(c - 'A' + 'a') : c;
    } else if (!stem.empty() && stem.back() != '-') {
      stem += '-';
    }
    if (stem.size() >= kLongest) break;
  }
  while (!stem.empty() && stem.back() == '-') stem.pop_back();
  if (stem.empty()) return otherwise;
  return is_device(stem) ? stem + "-" + otherwise : stem;
}

bool OutputFolder::make() {
  std::error_code error;
  const fs::path folder = platform::path_of(path_);
  fs::create_directories(folder, error);
  if (!error && fs::is_directory(folder)) return true;
  const int reason = error ? error.default_error_condition().value() : ENOTDIR;
  context_.complain("cannot-write-file", {path_, platform::reason(reason)});
  return false;
}

void OutputFolder::write(const std::string& name, std::string_view bytes, const std::string& owner,
                         const Location& place, Diagnostics& diagnostics) {
  const std::string path = (platform::path_of(path_) / platform::path_of(name)).generic_string();
  const auto [same, fresh] = files_.emplace(path, place);
  if (!fresh) {
    diagnostics.error("same-file-name", place, {owner, path})
        .note("first-given-here", {}, same->second);
    return;
  }
  std::error_code error;
  if (!force_ && fs::is_regular_file(path, error)) {
    existing_.push_back(path);
    failed_ = true;
    return;
  }
  Output output(context_, path);
  output.write(bytes);
  if (output.finish(Status::done) == Status::done) {
    ++written_;
  } else {
    failed_ = true;
  }
}

void OutputFolder::tell_existing() const {
  constexpr std::size_t kNamed = 3;
  if (existing_.empty()) return;
  Diagnostics diagnostics;
  if (existing_.size() == 1) {
    refuses_to_replace(existing_.front(), false, diagnostics);
  } else {
    std::string names;
    for (std::size_t i = 0; i < std::min(existing_.size(), kNamed); ++i) {
      names += (i == 0 ? "" : ", ") + fs::path(existing_[i]).filename().string();
    }
    if (existing_.size() > kNamed) names += ", …";
    diagnostics.error("files-exist", {path_}, {std::to_string(existing_.size()), names})
        .suggest("use-force");
  }
  context_.print(diagnostics);
}

std::string OutputFolder::report() const {
  const Words words = {written_ == 1 ? "file written to" : "files written to", "berkas ditulis ke"};
  return fmt::format("{} {} {}\n", written_, say(context_.language(), words), printable(path_));
}

}  // namespace spbe
