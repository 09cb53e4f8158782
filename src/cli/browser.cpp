#include "cli/browser.hpp"

#include <cerrno>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

#include "cli/platform.hpp"

namespace spbe {

namespace {

namespace fs = std::filesystem;

// A folder of our own that goes when this does.
class Workplace {
 public:
  Workplace() : path_(platform::make_private_folder()) {}
  ~Workplace() {
    std::error_code error;
    if (!path_.empty()) fs::remove_all(path_, error);
  }
  Workplace(const Workplace&) = delete;
  Workplace& operator=(const Workplace&) = delete;
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

std::optional<std::string> bytes_of(const std::string& path) {
  std::ifstream file(fs::path(path), std::ios::binary);
  std::string bytes((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  if (!bytes.starts_with("%PDF")) return std::nullopt;
  return bytes;
}

}  // namespace

std::optional<std::string> print_page(Context& context, const std::string& html) {
  const Workplace place;
  const std::string page = (fs::path(place.path()) / "report.html").string();
  const std::string printed = (fs::path(place.path()) / "report.pdf").string();
  std::ofstream(fs::path(page), std::ios::binary) << html;
  if (place.path().empty() || !fs::exists(page)) {
    context.complain("cannot-write-file", {"report.html", platform::reason(errno)});
    return std::nullopt;
  }
  for (std::vector<std::string> words : platform::browsers()) {
    for (const std::string& word :
         {std::string("--headless"), std::string("--disable-gpu"), std::string("--no-first-run"),
          std::string("--disable-background-networking"), std::string("--no-pdf-header-footer"),
          "--user-data-dir=" + (fs::path(place.path()) / "profile").string(),
          "--print-to-pdf=" + printed, platform::address_of(page)}) {
      words.push_back(word);
    }
    if (!platform::runs_well(words, std::chrono::minutes(2))) continue;
    if (auto bytes = bytes_of(printed)) return bytes;
  }
  context.complain("pdf-needs-browser");
  return std::nullopt;
}

}  // namespace spbe
