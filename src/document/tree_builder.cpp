#include "document/tree_builder.hpp"

#include <algorithm>
#include <utility>

#include "base/unicode.hpp"
#include "document/slips.hpp"
#include "document/yaml_reader.hpp"

namespace spbe {

namespace {

constexpr std::size_t kNone = std::string_view::npos;

Span span_of(std::size_t begin, std::size_t end) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

// The offset after the closing quote of the quoted text that begins at `at`, or kNone.
std::size_t end_of_quoted(std::string_view text, std::size_t at) {
  const char quote = text[at];
  for (std::size_t i = at + 1; i < text.size(); ++i) {
    if (quote == '"' && text[i] == '\\') {
      ++i;
    } else if (text[i] == quote) {
      const bool doubled = quote == '\'' && i + 1 < text.size() && text[i + 1] == quote;
      if (!doubled) return i + 1;
      ++i;
    }
  }
  return kNone;
}

// The parser writes \_ and \N (U+00A0, U+0085) as one byte each; all else it decodes well.
std::string as_utf8(std::string value) {
  for (std::size_t at = find_invalid_utf8(value); at != kNone; at = find_invalid_utf8(value)) {
    std::string code;
    append_utf8(code, static_cast<unsigned char>(value[at]));
    value.replace(at, 1, code);
  }
  return value;
}

bool all_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == kNone;
}

// The length of an explicit null at the beginning of `text`, or 0.
std::size_t explicit_null(std::string_view text) {
  for (const std::string_view word : {"~", "null", "Null", "NULL"}) {
    if (text.starts_with(word)) return word.size();
  }
  return 0;
}

}  // namespace

void TreeBuilder::refuse(std::string code, Span span, std::vector<std::string> args,
                         std::string hint) {
  Diagnostic& error = diagnostics_.error(std::move(code), source_->locate(span), std::move(args));
  if (!hint.empty()) error.suggest(std::move(hint));
  throw Refused{};
}

void TreeBuilder::refuse_anchor(std::uint32_t at) {
  refuse("anchor-or-alias", span_of(at, at + 1), {}, "write-value-out");
}

void TreeBuilder::refuse_tag(std::uint32_t at) {
  const std::size_t end = std::min(text_.find_first_of(" \r\n,", at), text_.size());
  refuse("yaml-tag", span_of(at, end), {std::string(text_.substr(at, end - at))});
}

void TreeBuilder::begin_document(std::uint32_t at) {
  if (documents_ > 0 && !text_.substr(at).starts_with("---")) {
    refuse("yaml-trailing-text", span_of(at, at + 1));
  }
  if (++documents_ > kMaxDocuments) {
    refuse("too-many-documents", span_of(at, at + 1), {std::to_string(kMaxDocuments)},
           "split-file");
  }
  document_.emplace(source_);
  document_->number_ = documents_;
  document_->nodes_.reserve(96);
  open_.clear();
}

std::optional<Document> TreeBuilder::finish_document() {
  if (!document_) return std::nullopt;
  const Node& root = document_->root();
  if (root.kind == Node::Kind::null) {
    // The parser makes nothing of a leading comma, for ever.
    const bool comma = text_.substr(root.span.begin).starts_with(',');
    refuse(comma ? "yaml-syntax" : documents_ > 1 ? "document-empty" : "file-empty", root.span);
  }
  return std::exchange(document_, std::nullopt);
}

std::size_t TreeBuilder::column(std::uint32_t at) const {
  const std::size_t line_break = text_.substr(0, at).rfind('\n');
  return line_break == kNone ? at : at - line_break - 1;
}

bool TreeBuilder::same_line(std::uint32_t a, std::uint32_t b) const {
  return text_.substr(a, b - a).find('\n') == kNone;
}

Node& TreeBuilder::add(Node::Kind kind, Span span) {
  if (++nodes_ > kMaxNodes) refuse("too-many-values", span, {std::to_string(kMaxNodes)});
  auto& nodes = document_->nodes_;
  const auto index = static_cast<std::uint32_t>(nodes.size());
  Node& node = nodes.emplace_back();
  node.kind = kind;
  node.span = span;
  if (open_.empty()) return node;
  Open& parent = open_.back();
  if (parent.is_mapping) {
    node.key = parent.key;
    node.key_span = parent.key_span;
    parent.has_key = false;
  } else {
    node.key = nodes[parent.node].key;
  }
  (parent.count++ == 0 ? nodes[parent.node].first_child : nodes[parent.last_child].next) = index;
  parent.last_child = index;
  return node;
}

std::string_view TreeBuilder::keep(Span span, const std::string& value) {
  const std::string_view written = source_->at(span);
  if (written == value) return written;
  if (written.size() == value.size() + 2 && written.substr(1, value.size()) == value) {
    return written.substr(1, value.size());
  }
  return document_->owned_.emplace_back(value);
}

Span TreeBuilder::scalar_span(std::uint32_t at, const std::string& value, bool quoted) {
  const std::string_view rest = text_.substr(at);
  if (quoted && (rest.starts_with('"') || rest.starts_with('\''))) {
    const std::size_t end = end_of_quoted(text_, at);
    // The parser takes the end of the file for a closing quote.
    if (end == kNone) refuse("yaml-unterminated-quote", span_of(at, at + 1));
    return span_of(at, end);
  }
  if (quoted) return span_of(at, at + 1);
  if (rest.starts_with(value)) return span_of(at, at + value.size());
  std::size_t end = std::min(text_.find('\n', at), text_.size());
  while (end > at && (text_[end - 1] == '\r' || text_[end - 1] == ' ')) --end;
  return span_of(at, end);
}

void TreeBuilder::refuse_key_without_colon(Span key_span, std::string_view key) {
  const Open& mapping = open_.back();
  if (mapping.count > 0 && all_digits(key)) {
    const Node& previous = document_->nodes_[mapping.last_child];
    const bool adjacent = previous.is_scalar() && previous.span.end + 1 == key_span.begin &&
                          text_[previous.span.end] == ',';
    if (adjacent && all_digits(previous.text)) {
      const std::string number = std::string(previous.text) + "." + std::string(key);
      refuse("decimal-comma-in-braces", span_of(previous.span.begin, key_span.end), {number});
    }
  }
  if (is_pair_without_blank(key)) {
    report_missing_blanks(*source_, key_span, diagnostics_);
    throw Refused{};
  }
  // The rest of a text after its comma.
  const bool rest = mapping.in_flow && mapping.count > 0 &&
                    document_->nodes_[mapping.last_child].is_scalar() &&
                    !all_digits(document_->nodes_[mapping.last_child].text);
  refuse("key-without-colon", key_span, {std::string(key)},
         rest ? "quote-text-with-comma" : "write-key-colon");
}

// A text of several lines, of which one is "3:4": a level whose blank is missing.
void TreeBuilder::refuse_number_without_blank(std::uint32_t at, std::string_view value) {
  if (text_.substr(at).starts_with(value)) return;
  bool counts = !same_line(open_.back().key_span.begin, at);  // the first line is one of keys
  std::size_t begin = at;
  while (!value.empty() && begin < text_.size()) {
    const std::size_t end = std::min(text_.find('\n', begin), text_.size());
    const std::string_view rest = text_.substr(begin, end - begin);
    const std::size_t size =
        rest.substr(0, rest.find(" #")).find_last_not_of(" \t\r") + 1;  // without a comment
    if (!value.starts_with(rest.substr(0, size))) return;
    if (counts && is_pair_without_blank(rest.substr(0, size)) &&
        all_digits(rest.substr(0, rest.find(':')))) {
      report_missing_blanks(*source_, span_of(begin, begin + size), diagnostics_);
      throw Refused{};
    }
    value.remove_prefix(size);
    value.remove_prefix(std::min(value.find_first_not_of(" \n"), value.size()));
    begin = std::min(text_.find_first_not_of(" \t\r\n", end), text_.size());
    counts = true;
  }
}

// Within braces the parser takes "level:2" for a key without a value, and goes on: so does the
// reading, to find what else is wrong, but the document counts as faulty.
bool TreeBuilder::takes_pair_without_blank(Span span, std::string_view pair) {
  const std::size_t next = text_.find_first_not_of(" \t\r\n", span.end);
  const bool alone = next == kNone || text_[next] != ':';
  if (!open_.back().in_flow || !alone || !is_pair_without_blank(pair)) return false;
  report_missing_blank(*source_, span, diagnostics_);
  document_->faulty_ = true;
  const auto colon = static_cast<std::uint32_t>(pair.find(':'));
  Open& mapping = open_.back();
  mapping.key_span = {span.begin, span.begin + colon};
  mapping.key = source_->at(mapping.key_span);
  mapping.has_key = true;
  behind_colon_ = Span{span.begin + colon + 1, span.end};
  return true;
}

// At the end of the text: when a brace or bracket is open, that is the fault.
void TreeBuilder::refuse_unclosed() {
  for (auto open = open_.rbegin(); open != open_.rend(); ++open) {
    const std::uint32_t begin = document_->nodes_[open->node].span.begin;
    if (text_[begin] == '{') refuse("yaml-unclosed-brace", span_of(begin, begin + 1));
    if (text_[begin] == '[') refuse("yaml-unclosed-bracket", span_of(begin, begin + 1));
  }
}

void TreeBuilder::take_key(std::uint32_t at, const std::string& value, bool quoted) {
  const Span span = scalar_span(at, value, quoted);
  const bool on_one_line = source_->at(span).find('\n') == kNone;
  const bool as_written = quoted || source_->at(span) == value;
  if (!on_one_line || !as_written) refuse("multi-line-key", span);
  const std::size_t after = text_.find_first_not_of(" \t", span.end);
  if (text_.find_first_not_of(" \t\r\n", span.end) == kNone) refuse_unclosed();
  if (after == kNone || text_[after] != ':') {
    if (!quoted && takes_pair_without_blank(span, value)) return;
    refuse_key_without_colon(span, value);
  }
  if (value == "<<" && !quoted) refuse("anchor-or-alias", span, {}, "write-value-out");
  Open& mapping = open_.back();
  mapping.key_span = span;
  mapping.key = keep(span, value);
  mapping.has_key = true;
}

// The parser lets a value begin at its key's column, or left of it, on a later line.
void TreeBuilder::check_value_place(std::uint32_t at) {
  if (open_.empty()) return;
  const Open& parent = open_.back();
  if (!parent.is_mapping || parent.in_flow || same_line(parent.key_span.begin, at)) return;
  if (column(at) <= column(parent.key_span.begin)) {
    refuse("value-not-indented", span_of(at, at + 1), {std::string(parent.key)});
  }
}

void TreeBuilder::scalar(std::uint32_t at, const std::string& parsed, bool quoted) {
  const std::string value = quoted ? as_utf8(parsed) : parsed;
  if (!open_.empty() && open_.back().is_mapping && !open_.back().has_key) {
    take_key(at, value, quoted);
    return;
  }
  check_value_place(at);
  const bool in_block = !open_.empty() && open_.back().is_mapping && !open_.back().in_flow;
  if (!quoted && in_block) refuse_number_without_blank(at, value);
  const Span span = scalar_span(at, value, quoted);
  Node& node = add(Node::Kind::scalar, span);
  node.quoted = quoted;
  node.text = keep(span, value);
}

void TreeBuilder::null(std::uint32_t at) {
  if (const auto behind = std::exchange(behind_colon_, std::nullopt)) {
    add(Node::Kind::scalar, *behind).text = source_->at(*behind);
    return;
  }
  const std::size_t length = explicit_null(text_.substr(at));
  Span span = span_of(at, at + length);
  if (!open_.empty() && !open_.back().is_mapping) {
    refuse("empty-item", length > 0 ? span : span_of(at, at + 1));
  }
  if (!open_.empty()) {
    if (!open_.back().has_key) {
      const char next = at < text_.size() ? text_[at] : ',';
      const bool empty = next == ',' || next == '}';
      refuse(next == ':' ? "key-without-name"
             : empty     ? "empty-item"
                         : "multi-line-key",
             span_of(at, at + 1));
    }
    // The event comes with the next token, perhaps lines later.
    const bool on_later_line = !same_line(open_.back().key_span.begin, at);
    if (length == 0 || on_later_line) {
      span = span_of(open_.back().key_span.end, open_.back().key_span.end + 1);
    }
  }
  add(Node::Kind::null, span);
}

// What is never closed also looks like a key to the parser.
void TreeBuilder::refuse_collection_as_key(std::uint32_t at) {
  std::size_t depth = 0;
  for (std::size_t i = at; i < text_.size(); ++i) {
    if (text_[i] == '{' || text_[i] == '[') ++depth;
    const bool closes = text_[i] == '}' || text_[i] == ']';
    if (closes && --depth == 0) refuse("key-not-text", span_of(at, at + 1));
  }
  const bool brace = text_[at] == '{';
  const bool bracket = text_[at] == '[';
  refuse(brace     ? "yaml-unclosed-brace"
         : bracket ? "yaml-unclosed-bracket"
                   : "key-not-text",
         span_of(at, at + 1));
}

void TreeBuilder::begin_collection(std::uint32_t at, Node::Kind kind) {
  if (!open_.empty() && open_.back().is_mapping && !open_.back().has_key) {
    refuse_collection_as_key(at);
  }
  if (open_.size() >= kMaxDepth) {
    refuse("too-deep", span_of(at, at + 1), {std::to_string(kMaxDepth)});
  }
  const bool in_flow =
      text_[at] == '{' || text_[at] == '[' || (!open_.empty() && open_.back().in_flow);
  if (in_flow && (open_.empty() || !open_.back().in_flow)) check_value_place(at);
  add(kind, span_of(at, at + 1));
  Open open{};
  open.node = static_cast<std::uint32_t>(document_->nodes_.size() - 1);
  open.is_mapping = kind == Node::Kind::mapping;
  open.in_flow = in_flow;
  open_.push_back(open);
}

void TreeBuilder::end_collection() {
  if (open_.back().is_mapping) check_duplicates(open_.back());
  open_.pop_back();
}

void TreeBuilder::report_duplicate(const Node& first, const Node& again) {
  document_->faulty_ = true;
  if (!diagnostics_.has_room(Severity::error)) {
    diagnostics_.error("duplicate-key", {});
    return;
  }
  diagnostics_.error("duplicate-key", source_->locate(again.key_span), {std::string(again.key)})
      .note("first-given-here", {}, source_->locate(first.key_span));
}

// Reports entries with the key of an earlier one, and takes them out.
void TreeBuilder::check_duplicates(const Open& mapping) {
  auto& nodes = document_->nodes_;
  std::vector<std::uint32_t> entries;
  entries.reserve(mapping.count);
  for (std::uint32_t at = nodes[mapping.node].first_child; at != 0; at = nodes[at].next) {
    entries.push_back(at);
  }
  std::ranges::stable_sort(entries, {}, [&](std::uint32_t at) { return nodes[at].key; });
  std::vector<std::uint32_t> repeated;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;  // the first, and the one again
  std::uint32_t first = 0;                                     // of the names that are equal
  for (const std::uint32_t entry : entries) {
    if (first != 0 && nodes[first].key == nodes[entry].key) {
      pairs.emplace_back(first, entry);
      repeated.push_back(entry);
    } else {
      first = entry;
    }
  }
  if (repeated.empty()) return;
  std::ranges::sort(repeated);
  // Two documents that nothing parts are one fault, not one for each of their keys.
  const bool at_root = mapping.node == 0 && pairs.front().first != pairs.back().first;
  if (at_root && nodes[repeated.front()].key == nodes[nodes[mapping.node].first_child].key) {
    document_->faulty_ = true;
    const Node& second = nodes[repeated.front()];
    diagnostics_
        .error("documents-not-parted", source_->locate(second.key_span), {std::string(second.key)})
        .suggest("part-documents");
  } else {
    for (const auto& [once, again] : pairs) report_duplicate(nodes[once], nodes[again]);
  }
  // The first entry is never a repeated one.
  for (std::uint32_t at = nodes[mapping.node].first_child; at != 0;) {
    std::uint32_t next = nodes[at].next;
    while (next != 0 && std::ranges::binary_search(repeated, next)) next = nodes[next].next;
    nodes[at].next = next;
    at = next;
  }
}

}  // namespace spbe
