#include "cli/help_text.hpp"

#include <algorithm>
#include <vector>

#include "render/style.hpp"

namespace spbe {

namespace {

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    lines.push_back(text.substr(0, end));
    text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
  }
  return lines;
}

bool is_prose(std::string_view line) { return !line.empty() && line.front() != ' '; }

// Where the second column of "  --flag   what it does" begins; without one, further in.
std::size_t hang_of(std::string_view line, std::size_t width) {
  const std::size_t begin = std::min(line.find_first_not_of(' '), line.size());
  const std::size_t gap = line.find("  ", begin);
  const std::size_t second = gap == std::string_view::npos ? gap : line.find_first_not_of(' ', gap);
  return second != std::string_view::npos && second <= width / 2 ? second : begin + 2;
}

}  // namespace

std::string fitted_help(std::string_view text, std::size_t width) {
  const std::vector<std::string_view> lines = lines_of(text);
  const auto fits = [&](std::string_view line) { return display_width(line) <= width; };
  std::string out;
  for (std::size_t at = 0; at < lines.size();) {
    if (!is_prose(lines[at])) {
      out += wrapped(lines[at], width, hang_of(lines[at], width)) + '\n';
      ++at;
      continue;
    }
    const auto begin = lines.begin() + static_cast<std::ptrdiff_t>(at);
    const auto end = std::find_if_not(begin, lines.end(), is_prose);
    const bool all_fit = std::all_of(begin, end, fits);
    std::string paragraph;
    for (auto line = begin; line != end; ++line) {
      if (line != begin) paragraph += all_fit ? '\n' : ' ';
      paragraph += *line;
    }
    out += (all_fit ? paragraph : wrapped(paragraph, width)) + '\n';
    at += static_cast<std::size_t>(end - begin);
  }
  return out;
}

}  // namespace spbe
