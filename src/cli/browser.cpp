#include "cli/browser.hpp"

#include <cerrno>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

#include "cli/arguments.hpp"
#include "cli/file_address.hpp"
#include "cli/platform.hpp"
#include "render/office_document.hpp"

namespace spbe {

namespace {

namespace fs = std::filesystem;

// A folder of our own that goes when this does.
class Workplace {
 public:
  Workplace() : path_(platform::make_private_folder()) {}
  ~Workplace() { leave(); }
  Workplace(const Workplace&) = delete;
  Workplace& operator=(const Workplace&) = delete;
  const std::string& path() const { return path_; }

  void leave() {
    std::error_code error;
    if (!path_.empty()) fs::remove_all(platform::path_of(path_), error);
    path_.clear();
    platform::end_if_interrupted();
  }

 private:
  std::string path_;
};

// Nothing when they do not begin so.
std::optional<std::string> bytes_of(const std::string& path, std::string_view beginning) {
  std::ifstream file(platform::path_of(path), std::ios::binary);
  std::string bytes((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  if (!bytes.starts_with(beginning)) return std::nullopt;
  return bytes;
}

}  // namespace

std::optional<std::string> print_page(Context& context, const std::string& html) {
  Workplace place;
  const fs::path folder = platform::path_of(place.path());
  const std::string printed = (folder / "report.pdf").string();
  const fs::path page = folder / "report.html";
  std::ofstream(page, std::ios::binary) << html;
  if (folder.empty() || !fs::exists(page)) {
    context.complain("cannot-write-file", {"report.html", platform::reason(errno)});
    return std::nullopt;
  }
  for (std::vector<std::string> words : platform::browsers()) {
    for (const std::string& word :
         {std::string("--headless"), std::string("--disable-gpu"), std::string("--no-first-run"),
          std::string("--disable-background-networking"), std::string("--no-pdf-header-footer"),
          "--user-data-dir=" + (folder / "profile").string(), "--print-to-pdf=" + printed,
          file_address(page)}) {
      words.push_back(word);
    }
    if (!platform::runs_well(words, std::chrono::minutes(2))) continue;
    if (auto bytes = bytes_of(printed, "%PDF")) return bytes;
  }
  place.leave();
  context.complain("pdf-needs-browser");
  return std::nullopt;
}

std::optional<std::string> make_document(Context& context, const std::string& markdown,
                                         const ChartFiles& charts) {
  Workplace place;
  const auto within = [&](const std::string& name) {
    return (platform::path_of(place.path()) / platform::path_of(name)).string();
  };
  const std::string text = within("report.md");
  const std::string made = within("report.docx");
  for (const auto& [name, svg] : charts) {
    std::ofstream(platform::path_of(within(name)), std::ios::binary) << svg;
  }
  std::ofstream(platform::path_of(text), std::ios::binary) << markdown;
  if (place.path().empty() || !fs::exists(platform::path_of(text))) {
    context.complain("cannot-write-file", {"report.md", platform::reason(errno)});
    return std::nullopt;
  }
  constexpr std::chrono::minutes kPatience{2};
  // What a name may hold is no mark of pandoc's.
  std::string from = "--from=markdown";
  for (const char* extension :
       {"raw_html", "raw_tex", "raw_attribute", "citations", "superscript", "subscript",
        "strikeout", "smart", "header_attributes", "fenced_divs", "yaml_metadata_block",
        "pandoc_title_block", "example_lists", "definition_lists"}) {
    from.append("-").append(extension);
  }
  const bool well = platform::runs_well(
      {"pandoc", from, "--resource-path=" + place.path(), "--output=" + made, text}, kPatience);
  auto bytes = well ? bytes_of(made, "PK") : std::nullopt;
  if (!bytes) {
    place.leave();
    context.complain("docx-needs-pandoc");
    return std::nullopt;
  }
  // Pandoc asks it for the pictures that older offices show.
  if (!charts.empty() && !platform::runs_well({"rsvg-convert", "--version"}, kPatience)) {
    Diagnostics diagnostics;
    diagnostics.warning("docx-charts-need-rsvg", command_line());
    context.print(diagnostics);
  }
  return on_a4(*bytes, context.language());
}

}  // namespace spbe
