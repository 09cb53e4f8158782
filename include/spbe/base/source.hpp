#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace spbe {

// Bytes [begin, end) of a Source.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  friend bool operator==(const Span&, const Span&) = default;
};

// A place to show a person. Line and column start at 1 and a column is a code point;
// line 0 stands for the file as a whole.
struct Location {
  std::string file = {};
  std::size_t line = 0;
  std::size_t column = 0;
  std::size_t length = 1;        // code points to underline
  std::string source_line = {};  // without its line break; empty when too long to show
};

// The text of one file, and the name to call it by in messages. A byte order mark at the
// beginning is taken off `text` and remembered.
struct Source {
  std::string name;
  std::string text;
  bool byte_order_mark = false;
  std::vector<std::uint32_t> line_begins;  // offsets in `text`

  Source(std::string name_, std::string bytes);
  Location locate(Span span) const;
  Location whole() const { return {name, 0, 0, 1, {}}; }
  std::string_view at(Span span) const {
    return std::string_view(text).substr(span.begin, span.end - span.begin);
  }
};

// Offset of the first byte that is not well-formed UTF-8, or npos.
std::size_t find_invalid_utf8(std::string_view text);

// Code points in well-formed UTF-8.
std::size_t count_code_points(std::string_view text);

// `text` with everything that could steer a terminal or a build log or hide from a reader
// (control characters, bidirectional overrides, bytes that are not UTF-8, the first character of
// a workflow command) written as \x1b or \u202e. Doing it twice changes nothing.
std::string printable(std::string_view text);
// A word of a command that is shown to be typed: in quotation marks where a shell would take it for
// several. Still to be made printable.
std::string typed(std::string_view word);

// `text` with ' ' for each blank of Unicode and what shows as one, and without other characters
// that do not show, save controls: for telling whether two names are read as the same.
std::string with_plain_blanks(std::string_view text);

}  // namespace spbe
