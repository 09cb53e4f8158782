#include "document/yaml_text.hpp"

#include <algorithm>
#include <array>

namespace spbe {

namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// Begins with a letter, has only letters, digits and blanks or marks without a meaning, and is
// no word that YAML takes for something else.
bool is_plain(std::string_view text) {
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
  constexpr std::string_view kHex = "0123456789abcdef";
  std::string out = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (c == '\n') {
      out += "\\n";
    } else if (c == '\t') {
      out += "\\t";
    } else if (byte < 0x20U || byte == 0x7FU) {
      out += "\\x";
      out += kHex[byte >> 4U];
      out += kHex[byte & 15U];
    } else {
      out += c;
    }
  }
  return out + "\"";
}

}  // namespace spbe
