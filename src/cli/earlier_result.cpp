#include "cli/earlier_result.hpp"

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <string>
#include <vector>

#include "cli/arguments.hpp"
#include "cli/platform.hpp"
#include "document/nearest.hpp"
#include "document/yaml_reader.hpp"
#include "workbook/workbook.hpp"

namespace spbe {

namespace {

constexpr std::size_t kHead = 4096;   // bytes in which the first line of a table ends
constexpr std::size_t kHeadings = 3;  // that tell one table from another

bool has_ending(const std::string& path, std::initializer_list<std::string_view> endings) {
  const std::string lower = lower_case(path);
  return std::ranges::any_of(endings, [&](std::string_view one) { return lower.ends_with(one); });
}

// The first cells of the first line.
std::vector<std::string> headings(std::string_view text) {
  constexpr std::string_view kMark = "\xEF\xBB\xBF";
  if (text.starts_with(kMark)) text.remove_prefix(kMark.size());
  text = text.substr(0, text.find_first_of("\r\n"));
  std::vector<std::string> cells;
  while (cells.size() < kHeadings) {
    const std::size_t end = text.find_first_of(",;\t");
    std::string cell = trimmed(text.substr(0, end));
    std::erase(cell, '"');
    cells.push_back(std::move(cell));
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  return cells;
}

}  // namespace

Replacing replacing(const std::string& path, std::string_view beginning) {
  const bool workbook = has_ending(path, {".xlsx", ".xlsm", ".xls", ".ods"});
  if (!workbook && !has_ending(path, {".csv", ".tsv"})) return Replacing::fine;
  std::string bytes;
  std::optional<platform::FileKey> key;
  const int error = platform::read_file(path, workbook ? kMaxFileBytes : kHead, bytes, key);
  if (error == 0 && bytes.empty()) return Replacing::fine;
  if (workbook)
    return error == 0 && is_result_workbook(bytes) ? Replacing::fine : Replacing::workbook;
  return error == 0 && headings(bytes) == headings(beginning) ? Replacing::fine : Replacing::table;
}

}  // namespace spbe
