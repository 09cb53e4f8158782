#include "commands/check/evidence_files.hpp"

#include <algorithm>
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

// Whether a link leads out, or nowhere.
bool leads_out(const std::string& link, const std::string& root) {
  return !platform::real_path(link) || !leads_within(platform::path_of(link), root);
}

}  // namespace

const EvidenceFiles::Around& EvidenceFiles::around(const std::string& source) {
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
  return known_.emplace(source, Around{folder, (root / "").generic_string()}).first->second;
}

EvidencePresence EvidenceFiles::find(const std::string& source, const std::string& file) {
  // No system has names as long as that.
  constexpr std::size_t kLongest = 4096;
  if (file.size() > kLongest) return EvidencePresence::missing;
  const Around& place = around(source);
  const std::string path =
      (place.folder / platform::path_of(file)).lexically_normal().generic_string();
  if (!path.starts_with(place.root)) return EvidencePresence::elsewhere;
  // As texts, since there may be tens of thousands of them.
  std::error_code error;
  for (std::size_t end = place.root.size(); end != std::string::npos;) {
    end = path.find('/', end);
    const std::string part = path.substr(0, end);
    if (platform::is_link(part)) {
      if (leads_out(part, place.root)) return EvidencePresence::elsewhere;
    } else if (!std::filesystem::exists(platform::path_of(part), error)) {
      return EvidencePresence::missing;
    }
    if (end != std::string::npos) ++end;
  }
  return EvidencePresence::there;
}

}  // namespace spbe
