#include "document/slips.hpp"

#include <algorithm>
#include <optional>
#include <vector>

#include "document/schema.hpp"

namespace spbe {

namespace {

constexpr std::size_t kNowhere = std::string_view::npos;

Span place_in_text(std::size_t begin, std::size_t end) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

bool is_key_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '_';
}

bool is_blank_or_end(std::string_view text, std::size_t at) {
  return at >= text.size() || text[at] == ' ' || text[at] == '\r' || text[at] == '\n';
}

// One line of the text.
struct TextLine {
  std::size_t begin = 0;    // in the text
  std::string_view text;    // without its end
  std::size_t content = 0;  // of the first character that is no blank, or of its end

  bool says_nothing() const { return content == text.size() || text[content] == '#'; }
  // Without a comment and the blanks at its end.
  std::size_t end_of_content() const {
    return text.substr(0, text.find(" #")).find_last_not_of(" \r") + 1;
  }
  Span span_from(std::size_t at) const {
    return place_in_text(begin + at, begin + end_of_content());
  }
};

TextLine line_at(std::string_view text, std::size_t at) {
  TextLine line;
  line.begin = text.substr(0, at).rfind('\n') + 1;
  const std::size_t end = std::min(text.find('\n', at), text.size());
  line.text = text.substr(line.begin, end - line.begin);
  line.content = std::min(line.text.find_first_not_of(" \r"), line.text.size());
  return line;
}

// The nearest line above that says something.
std::optional<TextLine> line_above(std::string_view text, const TextLine& line) {
  for (std::size_t begin = line.begin; begin > 0;) {
    const TextLine above = line_at(text, begin - 1);
    if (!above.says_nothing()) return above;
    begin = above.begin;
  }
  return std::nullopt;
}

// The text of a line behind "- ", or from its content.
std::size_t behind_dashes(const TextLine& line) {
  std::size_t at = line.content;
  while (at + 1 < line.text.size() && line.text[at] == '-' && line.text[at + 1] == ' ') {
    at = std::min(line.text.find_first_not_of(' ', at + 1), line.text.size());
  }
  return at;
}

std::optional<Span> pair_of_line(const TextLine& line) {
  const std::size_t at = behind_dashes(line);
  const Span span = line.span_from(at);
  if (span.end <= line.begin + at) return std::nullopt;
  if (!is_pair_without_blank(line.text.substr(at, span.end - line.begin - at))) return std::nullopt;
  return span;
}

// The colon that ends the key at `at` of the line.
std::size_t colon_of_key(const TextLine& line, std::size_t at) {
  if (at < line.text.size() && (line.text[at] == '{' || line.text[at] == '[')) return kNowhere;
  std::size_t colon = line.text.find(':', at);
  while (colon != kNowhere && !is_blank_or_end(line.text, colon + 1)) {
    colon = line.text.find(':', colon + 1);
  }
  return colon;
}

// "12:3" and no more on the line.
bool is_level(std::string_view text) {
  const std::size_t colon = text.find_first_not_of("0123456789");
  return colon != kNowhere && colon > 0 && is_blank_or_end(text, colon + 2);
}

// Finds the lines that are pairs without a blank, as the indentation tells where keys stand: a
// block of keys is sure when it has a pair that is well written, a level, or the pair that is
// known.
class PairSearch {
 public:
  PairSearch(std::string_view text, Span known) : text_(text), known_(known) {}

  std::vector<Span> run() {
    std::size_t begin = 0;
    while (begin < text_.size()) {
      const TextLine line = line_at(text_, begin);
      if (!line.says_nothing()) take(line);
      begin = line.begin + line.text.size() + 1;
    }
    std::vector<Span> sure;
    for (const Found& one : found_) {
      if (sure_[one.block]) sure.push_back(one.span);
    }
    return sure;
  }

 private:
  struct Block {
    std::size_t indentation;
    bool is_list;
    std::size_t number;  // in the order of the text
  };
  struct Found {
    Span span;
    std::size_t block;
  };

  void open_block(std::size_t indentation, bool is_list) {
    open_.push_back({indentation, is_list, sure_.size()});
    sure_.push_back(false);
  }

  void take(const TextLine& line) {
    if (line.text.starts_with("---")) {
      open_.clear();
      may_open_ = true;
      return;
    }
    while (!open_.empty() && open_.back().indentation > line.content) open_.pop_back();
    const std::size_t key = behind_dashes(line);
    const bool is_item = key > line.content;
    if (open_.empty() || open_.back().indentation < line.content) {
      // Deeper than a key that has its value: the rest of a text.
      if (!may_open_ && !open_.empty()) return;
      open_block(line.content, is_item);
    }
    may_open_ = false;
    if (is_item) {
      open_block(key, false);
    } else if (open_.back().is_list) {
      return;
    }
    take_key(line, key);
  }

  void take_key(const TextLine& line, std::size_t key) {
    const std::size_t block = open_.back().number;
    if (const auto span = pair_of_line(line)) {
      found_.push_back({*span, block});
      if (span->begin == known_.begin || is_level(text_.substr(span->begin))) sure_[block] = true;
      return;
    }
    const std::size_t colon = colon_of_key(line, key);
    if (colon == kNowhere) return;
    sure_[block] = true;
    may_open_ = colon + 1 >= line.end_of_content();
  }

  std::string_view text_;
  Span known_;
  std::vector<Block> open_;
  std::vector<bool> sure_;  // of every block there was
  std::vector<Found> found_;
  bool may_open_ = true;
};

// A key whose colon is missing, on the line above: the parser takes it for the rest of a text and
// stumbles over the next colon.
std::optional<Span> line_without_colon(std::string_view text, const TextLine& line) {
  const auto above = line_above(text, line);
  if (!above || above->content > line.content || above->text[above->content] == '-' ||
      above->text.find_first_of(":\"'[]{}") != kNowhere) {
    return std::nullopt;
  }
  return above->span_from(above->content);
}

// The word before the colon at `at`, when a blank is before it.
std::string_view word_before(const TextLine& line, std::size_t at) {
  std::size_t begin = at;
  while (begin > 0 && is_key_character(line.text[begin - 1])) --begin;
  const bool after_blank = begin > 0 && line.text[begin - 1] == ' ';
  return after_blank ? line.text.substr(begin, at - begin) : std::string_view();
}

// "{level: 2 unit:", of which the word at the colon `at` is no part of a key with blanks.
bool lacks_comma(const TextLine& line, std::size_t at) {
  std::size_t depth = 0;
  bool has_colon = false;  // since the last comma or brace
  for (std::size_t i = 0; i < at; ++i) {
    const char c = line.text[i];
    if (c == '{' || c == '[') ++depth;
    if ((c == '}' || c == ']') && depth > 0) --depth;
    if (c == '{' || c == '[' || c == ',') has_colon = false;
    if (c == ':' && is_blank_or_end(line.text, i + 1)) has_colon = true;
  }
  return depth > 0 && has_colon;
}

// The key of the line above, when it has its value on its line and the key at `at` is deeper.
std::optional<Span> key_with_value_above(std::string_view text, const TextLine& line,
                                         std::size_t at) {
  const auto above = line_above(text, line);
  if (!above || colon_of_key(line, line.content) != at) return std::nullopt;
  const std::size_t key = behind_dashes(*above);
  const std::size_t colon = colon_of_key(*above, key);
  if (colon == kNowhere || key >= line.content || colon + 1 >= above->end_of_content()) {
    return std::nullopt;
  }
  return place_in_text(above->begin + key, above->begin + colon);
}

}  // namespace

bool is_pair_without_blank(std::string_view text) {
  const auto last = std::ranges::find_if_not(text, is_key_character);
  const auto colon = static_cast<std::size_t>(last - text.begin());
  return colon > 0 && colon < text.size() && text[colon] == ':' && text.front() != '-' &&
         !is_blank_or_end(text, colon + 1) && !text.substr(colon + 1).starts_with("//");
}

void report_missing_blank(const Source& source, Span span, Diagnostics& diagnostics) {
  // Finding a place costs time, and a file may hold a hundred thousand faults.
  if (!diagnostics.has_room(Severity::error)) {
    diagnostics.error("colon-without-blank", {});
    return;
  }
  const std::string_view pair = source.at(span);
  const std::size_t colon = pair.find(':');
  diagnostics.error("colon-without-blank", source.locate(span),
                    {std::string(pair.substr(0, colon)), shortened(pair.substr(colon + 1))});
}

void report_missing_blanks(const Source& source, Span span, Diagnostics& diagnostics) {
  bool known = false;
  for (const Span one : PairSearch(source.text, span).run()) {
    report_missing_blank(source, one, diagnostics);
    known = known || one.begin == span.begin;
  }
  if (!known) report_missing_blank(source, span, diagnostics);
}

void report_unexpected_colon(const Source& source, std::size_t at, Diagnostics& diagnostics) {
  const std::string_view text = source.text;
  const TextLine line = line_at(text, at);
  const std::size_t column = at - line.begin;
  if (const auto above = line_above(text, line)) {
    if (const auto span = pair_of_line(*above)) {
      report_missing_blanks(source, *span, diagnostics);
      return;
    }
  }
  const std::string_view word = word_before(line, column);
  if (!word.empty() && lacks_comma(line, column)) {
    diagnostics
        .error("comma-missing", source.locate(place_in_text(at - word.size(), at)),
               {std::string(word)})
        .suggest("comma-or-quotes", {std::string(word)});
    return;
  }
  if (const auto span = line_without_colon(text, line)) {
    diagnostics.error("key-without-colon", source.locate(*span), {std::string(source.at(*span))})
        .suggest("write-key-colon");
    return;
  }
  if (const auto key = key_with_value_above(text, line, column)) {
    const Span own = line.span_from(line.content);
    diagnostics
        .error("key-too-deep", source.locate({own.begin, static_cast<std::uint32_t>(at)}),
               {shortened(line.text.substr(line.content, column - line.content)),
                shortened(source.at(*key))})
        .suggest("begin-in-column", {shortened(source.at(*key))});
    return;
  }
  diagnostics.error("yaml-unexpected-colon", source.locate(place_in_text(at, at + 1)));
}

}  // namespace spbe
