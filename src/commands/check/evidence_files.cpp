#include "commands/check/evidence_files.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "cli/input.hpp"
#include "cli/platform.hpp"

namespace spbe {

namespace {

namespace fs = std::filesystem;

bool is_within(const fs::path& path, const fs::path& folder) {
  return std::mismatch(folder.begin(), folder.end(), path.begin(), path.end()).first ==
         folder.end();
}

// Whether a link on the way from `root` to `path` leads out, or nowhere.
bool link_leads_out(const fs::path& root, const fs::path& path) {
  auto part = std::next(path.begin(), std::distance(root.begin(), root.end()));
  std::error_code error;
  for (fs::path at = root; part != path.end(); ++part) {
    at /= *part;
    if (!platform::is_link(at.string())) {
      if (!fs::exists(at, error)) return false;
      continue;
    }
    if (!platform::real_path(at.string()) || !leads_within(at, root)) return true;
  }
  return false;
}

}  // namespace

EvidenceFiles::Around EvidenceFiles::around(const std::string& source) {
  const std::lock_guard guard(lock_);
  const auto known = known_.find(source);
  if (known != known_.end()) return known->second;
  std::error_code error;
  const fs::path folder =
      fs::absolute(platform::path_of(source).parent_path() / ".", error).lexically_normal() / "";
  const fs::path whole = folder.parent_path();
  const fs::path here = fs::current_path(error);
  fs::path root = is_within(whole, here) ? here : whole;
  for (fs::path at = whole; at.has_relative_path(); at = at.parent_path()) {
    if (!fs::exists(fs::symlink_status(at / ".git", error))) continue;
    root = at;
    break;
  }
  return known_.emplace(source, Around{folder, std::move(root)}).first->second;
}

EvidencePresence EvidenceFiles::find(const std::string& source, const std::string& file) {
  // No system has names as long as that.
  constexpr std::size_t kLongest = 4096;
  if (file.size() > kLongest) return EvidencePresence::missing;
  std::error_code error;
  const auto [folder, root] = around(source);
  const fs::path path = (folder / platform::path_of(file)).lexically_normal();
  if (!is_within(path, root) || link_leads_out(root, path)) return EvidencePresence::elsewhere;
  return fs::exists(path, error) ? EvidencePresence::there : EvidencePresence::missing;
}

}  // namespace spbe
