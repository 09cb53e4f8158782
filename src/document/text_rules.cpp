#include "document/text_rules.hpp"

#include <string>

#include "document/yaml_reader.hpp"

namespace spbe {

namespace {

Span byte_at(std::size_t offset) {
  const auto at = static_cast<std::uint32_t>(offset);
  return {at, at + 1};
}

bool fail(const Source& source, Diagnostics& diagnostics, std::string code, std::size_t offset,
          std::vector<std::string> args = {}) {
  diagnostics.error(std::move(code), source.locate(byte_at(offset)), std::move(args));
  return false;
}

bool check_encoding(const Source& source, Diagnostics& diagnostics) {
  const std::string& text = source.text;
  const std::size_t invalid = find_invalid_utf8(text);
  if (invalid == std::string::npos) return true;
  const auto byte = static_cast<unsigned char>(text[invalid]);
  constexpr std::string_view kHex = "0123456789abcdef";
  const std::string hex = {'0', 'x', kHex[byte >> 4U], kHex[byte & 15U]};
  Location where = source.locate(byte_at(invalid));
  where.source_line.clear();
  diagnostics.error("not-utf8", std::move(where), {hex, std::to_string(invalid)})
      .suggest("save-as-utf8");
  return false;
}

bool check_control_characters(const Source& source, Diagnostics& diagnostics) {
  const std::string& text = source.text;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c >= 0x20 && c != 0x7F) continue;
    if (c == '\n' || c == '\t') continue;
    if (c == '\r') {
      if (i + 1 < text.size() && text[i + 1] == '\n') continue;
      fail(source, diagnostics, "lone-carriage-return", i);
      return false;
    }
    Diagnostic& error =
        diagnostics.error("control-character", source.locate(byte_at(i)), {text.substr(i, 1)});
    // As every second byte of UTF-16 is that did not say so at its beginning.
    if (c == 0) error.suggest("save-as-utf8");
    return false;
  }
  return true;
}

bool check_lines(const Source& source, Diagnostics& diagnostics) {
  const std::string& text = source.text;
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t content = begin;
    while (content < text.size() && (text[content] == ' ' || text[content] == '\t')) ++content;
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    if (text[begin] == '%') return fail(source, diagnostics, "directive", begin);
    if (content < end && text[content] != '#' && text[content] != '\r') {
      const std::string_view indentation = std::string_view(text).substr(begin, content - begin);
      const std::size_t tab = indentation.find('\t');
      if (tab != std::string_view::npos) {
        return fail(source, diagnostics, "tab-indentation", begin + tab);
      }
    }
    begin = end + 1;
  }
  return true;
}

// The parser keeps what stands between brackets until they close; what cannot be within the limit
// of values is not given to it.
bool check_marks(const Source& source, Diagnostics& diagnostics) {
  constexpr std::size_t kMostMarks = 4 * kMaxNodes;
  std::size_t marks = 0;
  for (std::size_t i = 0; i < source.text.size(); ++i) {
    if (std::string_view("[]{},:?\"'*&!").find(source.text[i]) == std::string_view::npos) continue;
    if (++marks > kMostMarks) {
      return fail(source, diagnostics, "too-many-values", i, {std::to_string(kMaxNodes)});
    }
  }
  return true;
}

}  // namespace

bool check_characters(const Source& source, Diagnostics& diagnostics) {
  const std::string& text = source.text;
  if (text.size() > kMaxFileBytes) {
    diagnostics.error("file-too-large", source.whole(),
                      {std::to_string(text.size()), std::to_string(kMaxFileBytes)});
    return false;
  }
  if (text.find_first_not_of(" \t\r\n") == std::string::npos) {
    diagnostics.error("file-empty", source.whole());
    return false;
  }
  return check_encoding(source, diagnostics) && check_control_characters(source, diagnostics);
}

bool check_text(const Source& source, Diagnostics& diagnostics) {
  return check_characters(source, diagnostics) && check_lines(source, diagnostics) &&
         check_marks(source, diagnostics);
}

}  // namespace spbe
