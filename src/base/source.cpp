#include "spbe/base/source.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

namespace spbe {

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::size_t kLongestShown = 1000;  // bytes of a line

struct Decoded {
  std::uint32_t code = 0;
  std::size_t size = 0;  // 0: not well-formed
};

// Table 3-7 of the Unicode standard, in arithmetic form.
Decoded decode(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) -> std::uint32_t {
    return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0;
  };
  const std::uint32_t lead = byte(0);
  if (lead < 0x80) return {lead, 1};
  const std::size_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4) return {};
  std::uint32_t code = lead & (0xFFU >> (size + 1));
  for (std::size_t i = 1; i < size; ++i) {
    if ((byte(i) & 0xC0U) != 0x80U) return {};
    code = (code << 6U) | (byte(i) & 0x3FU);
  }
  constexpr std::array<std::uint32_t, 5> kLeast = {0, 0, 0x80, 0x800, 0x10000};
  if (code < kLeast.at(size) || code > 0x10FFFF) return {};
  if (code >= 0xD800 && code <= 0xDFFF) return {};
  return {code, size};
}

struct CodeRange {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
};

bool is_within(std::span<const CodeRange> ranges, std::uint32_t code) {
  return std::ranges::any_of(
      ranges, [&](const CodeRange& range) { return code >= range.first && code <= range.last; });
}

// Controls, and the Default_Ignorable_Code_Point of Unicode with what else shows as nothing: soft
// hyphens, fillers, variation selectors, direction marks and overrides, separators, tags; and the
// two that no text may have for YAML and XML.
bool is_hidden(std::uint32_t code) {
  static constexpr auto kHidden = std::to_array<CodeRange>(
      {{0x00, 0x1F},      {0x7F, 0x9F},     {0xAD, 0xAD},       {0x34F, 0x34F},
       {0x61C, 0x61C},    {0x115F, 0x1160}, {0x17B4, 0x17B5},   {0x180B, 0x180F},
       {0x200B, 0x200F},  {0x2028, 0x202E}, {0x2060, 0x206F},   {0x2800, 0x2800},
       {0x3164, 0x3164},  {0xFE00, 0xFE0F}, {0xFEFF, 0xFEFF},   {0xFFA0, 0xFFA0},
       {0xFFF0, 0xFFFB},  {0xFFFE, 0xFFFF}, {0x1BCA0, 0x1BCA3}, {0x1D173, 0x1D17A},
       {0xE0000, 0xE0FFF}});
  return is_within(kHidden, code);
}

// White_Space of Unicode, as far as it is not hidden.
bool is_blank(std::uint32_t code) {
  static constexpr auto kBlanks = std::to_array<CodeRange>({{0x20, 0x20},
                                                            {0xA0, 0xA0},
                                                            {0x1680, 0x1680},
                                                            {0x2000, 0x200A},
                                                            {0x202F, 0x202F},
                                                            {0x205F, 0x205F},
                                                            {0x3000, 0x3000}});
  return is_within(kBlanks, code);
}

// The blocks of combining diacritical marks, which stand on the letter before them.
bool is_mark(std::uint32_t code) {
  static constexpr auto kMarks = std::to_array<CodeRange>({{0x300, 0x36F},
                                                           {0x483, 0x489},
                                                           {0x1AB0, 0x1AFF},
                                                           {0x1DC0, 0x1DFF},
                                                           {0x20D0, 0x20FF},
                                                           {0xFE20, 0xFE2F}});
  return is_within(kMarks, code);
}

void append_escaped(std::string& out, std::uint32_t code) {
  constexpr std::string_view kHex = "0123456789abcdef";
  const bool small = code < 0x100;
  const bool large = code > 0xFFFF;
  out += small ? "\\x" : large ? "\\U" : "\\u";
  for (unsigned shift = small ? 8 : large ? 32 : 16; shift > 0;) {
    shift -= 4;
    out += kHex[(code >> shift) & 0xFU];
  }
}

// Whether the character that follows `before` would begin a command of a build log: "::" at the
// beginning of a line (GitHub), which may be broken at a blank and may begin with blanks of any
// kind, or "##[", "##vso[" anywhere (GitHub's old form, Azure).
bool begins_log_command(std::string_view before, bool after_blank, std::string_view rest) {
  if (rest.starts_with("::")) return before.empty() || after_blank;
  if (!rest.starts_with('[')) return false;
  while (!before.empty() && before.back() >= 'a' && before.back() <= 'z') before.remove_suffix(1);
  return before.ends_with("##");
}

}  // namespace

Source::Source(std::string name_, std::string bytes)
    : name(std::move(name_)), text(std::move(bytes)) {
  if (text.starts_with(kByteOrderMark)) {
    byte_order_mark = true;
    text.erase(0, kByteOrderMark.size());
  }
  line_begins.push_back(0);
  for (std::size_t at = text.find('\n'); at != std::string::npos; at = text.find('\n', at + 1)) {
    line_begins.push_back(static_cast<std::uint32_t>(at + 1));
  }
}

Location Source::locate(Span span) const {
  const std::string_view all = text;
  const std::size_t begin = std::min<std::size_t>(span.begin, all.size());
  const auto next_line = std::ranges::upper_bound(line_begins, begin);
  const std::size_t line_begin = *std::prev(next_line);
  std::size_t line_end = std::min(all.find('\n', begin), all.size());
  const std::size_t end = std::clamp<std::size_t>(span.end, begin, line_end);
  if (line_end > line_begin && all[line_end - 1] == '\r') --line_end;
  Location location;
  location.file = name;
  location.line = static_cast<std::size_t>(next_line - line_begins.begin());
  location.column = 1 + count_code_points(all.substr(line_begin, begin - line_begin));
  location.length = std::max<std::size_t>(1, count_code_points(all.substr(begin, end - begin)));
  if (line_end - line_begin <= kLongestShown) {
    location.source_line = std::string(all.substr(line_begin, line_end - line_begin));
  }
  return location;
}

std::size_t find_invalid_utf8(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      ++at;
      continue;
    }
    const Decoded decoded = decode(text, at);
    if (decoded.size == 0) return at;
    at += decoded.size;
  }
  return std::string_view::npos;
}

std::size_t count_code_points(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(
      text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::string typed(std::string_view word) {
  const bool is_one = word.find_first_of(" \t&();<>|'") == std::string_view::npos;
  return is_one ? std::string(word) : '"' + std::string(word) + '"';
}

std::string printable(std::string_view text) {
  constexpr std::size_t kMostMarks = 8;  // on one letter; no language needs more
  std::string out;
  out.reserve(text.size());
  std::size_t marks = 0;
  bool after_blank = false;
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    const bool letter = byte > 0x20 && byte < 0x7F && byte != ':' && byte != '[';
    const Decoded decoded = letter ? Decoded{byte, 1} : decode(text, at);
    marks = !letter && is_mark(decoded.code) ? marks + 1 : 0;
    if (decoded.size == 0) {
      append_escaped(out, byte);
    } else if (!letter && (is_hidden(decoded.code) || marks > kMostMarks ||
                           begins_log_command(out, after_blank, text.substr(at)))) {
      append_escaped(out, decoded.code);
    } else {
      out += text.substr(at, decoded.size);
    }
    after_blank = !letter && is_blank(decoded.code);
    at += std::max<std::size_t>(decoded.size, 1);
  }
  return out;
}

std::string with_plain_blanks(std::string_view text) {
  // Fillers that show as a blank, and ends of lines.
  static constexpr auto kWide = std::to_array<CodeRange>(
      {{0x115F, 0x1160}, {0x2028, 0x2029}, {0x2800, 0x2800}, {0x3164, 0x3164}, {0xFFA0, 0xFFA0}});
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const Decoded decoded = decode(text, at);
    const std::size_t size = std::max<std::size_t>(decoded.size, 1);
    if (decoded.code < 0x80 || decoded.size == 0) {
      out += text.substr(at, size);
    } else if (is_blank(decoded.code) || is_within(kWide, decoded.code)) {
      out += ' ';
    } else if (!is_hidden(decoded.code)) {
      out += text.substr(at, size);
    }
    at += size;
  }
  return out;
}

}  // namespace spbe
