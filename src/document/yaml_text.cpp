#include "document/yaml_text.hpp"

#include <algorithm>
#include <array>

#include "spbe/base/source.hpp"

namespace spbe {

namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// Begins with a letter, has only letters, digits and blanks or marks without a meaning, and is
// no word that YAML takes for something else.
bool is_plain(std::string_view text) {
  // What does not show, or ends a line for older readers, is better escaped.
  if (text != printable(text)) return false;
  constexpr std::array<std::string_view, 7> kWords = {"null", "true", "false", "yes",
                                                      "no",   "on",   "off"};
  if (text.empty() || !is_letter(text.front()) || text.back() == ' ') return false;
  const bool safe = std::ranges::all_of(text, [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return is_letter(c) || (c >= '0' && c <= '9') || byte >= 0x80U ||
           std::string_view(" .-/()_+").find(c) != std::string_view::npos;
  });
  if (!safe) return false;
  return std::ranges::none_of(kWords, [&](std::string_view word) {
    return std::ranges::equal(word, text, {}, {}, [](char c) {
      return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
  });
}

}  // namespace

std::string yaml_text(std::string_view text) {
  if (is_plain(text)) return std::string(text);
  std::string out = "\"";
  for (std::size_t at = 0; at < text.size();) {
    // Its escapes are YAML's as well; a backslash of the text is doubled first.
    const std::size_t end = std::min(text.find_first_of("\"\\\n\t", at), text.size());
    out += printable(text.substr(at, end - at));
    if (end == text.size()) break;
    out += '\\';
    out += text[end] == '\n' ? 'n' : text[end] == '\t' ? 't' : text[end];
    at = end + 1;
  }
  return out + "\"";
}

std::string yaml_key(std::string_view text) {
  const bool safe = std::ranges::all_of(text, [](char c) {
    return is_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
  });
  if (!safe || text.empty() || text.front() == '-') return yaml_text(text);
  // A word such as "null" is no name.
  return is_letter(text.front()) ? yaml_text(text) : std::string(text);
}

}  // namespace spbe
