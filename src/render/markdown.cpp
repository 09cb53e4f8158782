#include "render/markdown.hpp"

#include <algorithm>

#include "spbe/base/source.hpp"

namespace spbe {

namespace {

// A blank of no width: GitHub looks for mentions, references, addresses and pictures after entities
// are resolved, and finds none that is broken by it.
constexpr std::string_view kBreak = "&#8203;";

bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '+' || c == '-';
}

// ":smile:"
bool begins_emoji(std::string_view rest) {
  std::size_t end = 1;
  while (end < rest.size() && is_word(rest[end])) ++end;
  return end > 1 && end < rest.size() && rest[end] == ':';
}

// Whether a mark before `rest` would begin one of GitLab's references: !1, $1, &1, %"name", ~name.
bool begins_reference(char mark, std::string_view rest) {
  if (rest.empty()) return false;
  const bool digit = rest.front() >= '0' && rest.front() <= '9';
  const bool name = is_word(rest.front()) || (rest.front() >= 'A' && rest.front() <= 'Z');
  if (mark == '%' || mark == '~') return name || rest.front() == '"';
  return digit && (mark == '!' || mark == '$' || mark == '&');
}

// Whether what has been written and goes on with `rest` is to be broken here: behind "www" of an
// address without a scheme, and behind "GH-" or "GL-" of a reference.
bool breaks_here(std::string_view out, std::string_view rest) {
  const auto ends_with = [&](std::string_view word) {
    if (out.size() < word.size()) return false;
    return std::ranges::equal(out.substr(out.size() - word.size()), word, {}, [](char c) {
      return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
  };
  if (rest.starts_with('.')) return ends_with("www");
  const bool digit = rest.front() >= '0' && rest.front() <= '9';
  return digit && (ends_with("gh-") || ends_with("gl-"));
}

}  // namespace

// No mention of an account or a team, no link to an issue or an address, no formula, no picture.
std::string markdown_text(std::string_view text) {
  const std::string shown = printable(text);
  std::string out;
  for (std::size_t at = 0; at < shown.size(); ++at) {
    const std::string_view rest = std::string_view(shown).substr(at);
    if (breaks_here(out, rest)) out += kBreak;
    const char c = shown[at];
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '@':
      case '#':
        out += c;
        out += kBreak;
        break;
      case ':':
        out += c;
        if (rest.starts_with("://") || begins_emoji(rest)) out += kBreak;
        break;
      case '|':
      case '\\':
      case '`':
      case '*':
      case '_':
      case '[':
      case ']':
      case '~':
      case '!':
      case '$':
        out += '\\';
        out += c;
        break;
      default:
        out += c;
    }
    if (begins_reference(c, rest.substr(1))) out += kBreak;
  }
  return out;
}

}  // namespace spbe
