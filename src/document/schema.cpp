#include "document/schema.hpp"

#include <algorithm>

#include "document/nearest.hpp"
#include "document/slips.hpp"
#include "spbe/base/amount.hpp"

namespace spbe {

std::string name_of(const Node& node) { return node.key.empty() ? "-" : std::string(node.key); }

std::string shortened(std::string_view text) {
  constexpr std::size_t kLongest = 40;
  const std::size_t end = text.find_first_of("\r\n");
  if (end != std::string_view::npos) text = text.substr(0, end);
  std::size_t size = std::min(text.size(), kLongest);
  while (size < text.size() && size > 0 &&
         (static_cast<unsigned char>(text[size]) & 0xC0U) == 0x80U) {
    --size;  // not inside a character
  }
  std::string shown(text.substr(0, size));
  if (size < text.size()) shown += "...";
  return shown;
}

std::string excerpt(const Document& document, const Node& node) {
  if (node.is_mapping()) return "{...}";
  if (node.is_sequence()) return "[...]";
  return shortened(document.source().at(node.span));
}

std::string join(const std::vector<std::string>& words, std::string_view separator) {
  std::string out;
  for (const std::string& word : words) {
    if (!out.empty()) out += separator;
    out += word;
  }
  return out;
}

// Finding a place costs time, and a file may hold a hundred thousand faults.
Location Schema::place(Severity severity, Span span) const {
  return diagnostics_.has_room(severity) ? document_.source().locate(span) : Location{};
}

Diagnostic& Schema::error(const Node& node, std::string code, std::vector<std::string> args) {
  return diagnostics_.error(std::move(code), place(Severity::error, node.span), std::move(args));
}

Diagnostic& Schema::error_at_key(const Node& node, std::string code,
                                 std::vector<std::string> args) {
  return diagnostics_.error(std::move(code), place(Severity::error, node.key_span),
                            std::move(args));
}

Diagnostic& Schema::warning(const Node& node, std::string code, std::vector<std::string> args) {
  return diagnostics_.warning(std::move(code), place(Severity::warning, node.span),
                              std::move(args));
}

std::size_t Schema::one_of(const Node& node, std::string_view key,
                           const std::vector<std::string>& known) {
  const auto word = text(node);
  if (!word) return 0;
  auto found = std::ranges::find(known, *word);
  if (found == known.end()) found = std::ranges::find(known, lower_case(*word));
  if (found != known.end()) return static_cast<std::size_t>(found - known.begin()) + 1;
  Diagnostic& unknown = error(node, "unknown-word", {std::string(key), *word, join(known, ", ")});
  suggest_nearest(unknown, *word, known);
  return 0;
}

void Schema::suggest_nearest(Diagnostic& diagnostic, std::string_view word,
                             const std::vector<std::string>& candidates) {
  if (!diagnostics_.lists(diagnostic)) return;
  spbe::suggest_nearest(diagnostic, word, candidates);
}

void Schema::point_to(Diagnostic& diagnostic, std::string code, Span span) {
  if (!diagnostics_.lists(diagnostic)) return;
  diagnostic.note(std::move(code), {}, document_.source().locate(span));
}

const KeySynonym* Schema::find_synonym(std::string_view key,
                                       const std::vector<std::string>& allowed) const {
  const std::string lower = lower_case(key);
  const auto found = std::ranges::find_if(synonyms_, [&](const KeySynonym& known) {
    return known.written == lower && std::ranges::find(allowed, known.meant) != allowed.end();
  });
  return found == synonyms_.end() ? nullptr : &*found;
}

bool Schema::means_one_of(std::string_view key, const std::vector<std::string>& keys) const {
  return std::ranges::find(keys, key) != keys.end() || find_synonym(key, keys) != nullptr;
}

void Schema::allow_keys(const Node& mapping, const std::vector<std::string>& allowed,
                        const std::set<const Node*>& reported) {
  bool listed = false;
  for (const Node& child : document_.children(mapping)) {
    if (std::ranges::find(allowed, child.key) != allowed.end() || reported.contains(&child)) {
      continue;
    }
    Diagnostic& error =
        error_at_key(child, "unknown-key", {std::string(child.key), join(allowed, ", ")});
    if (!diagnostics_.lists(error)) continue;
    if (const KeySynonym* synonym = find_synonym(child.key, allowed)) {
      error.suggest("did-you-mean", {std::string(synonym->meant)});
    } else if (!spbe::suggest_nearest(error, child.key, allowed) && !listed) {
      // Once is enough.
      error.suggest("allowed-here", {join(allowed, ", ")});
      listed = true;
    }
  }
}

const Node* Schema::require(const Node& mapping, std::string_view key) {
  const Node* node = document_.find(mapping, key);
  for (const KeySynonym& synonym : synonyms_) {
    if (node == nullptr && synonym.meant == key) node = document_.find(mapping, synonym.written);
  }
  if (node == nullptr) error(mapping, "missing-key", {std::string(key)});
  return node;
}

// An empty value is called empty, whatever was due.
void Schema::refuse(const Node& node, std::string code, std::vector<std::string> more) {
  if (node.kind == Node::Kind::null) {
    error(node, "value-empty", {name_of(node)});
    return;
  }
  std::vector<std::string> args = {name_of(node), excerpt(document_, node)};
  args.insert(args.end(), more.begin(), more.end());
  error(node, std::move(code), std::move(args));
}

bool Schema::is_mapping(const Node& node) {
  if (node.is_mapping()) return true;
  if (node.is_scalar() && !node.quoted && is_pair_without_blank(node.text)) {
    report_missing_blank(document_.source(), node.span, diagnostics_);
  } else {
    refuse(node, "expected-mapping");
  }
  return false;
}

bool Schema::is_sequence(const Node& node) {
  if (node.is_sequence()) return true;
  refuse(node, "expected-list");
  return false;
}

std::optional<std::string> Schema::text(const Node& node) {
  if (node.is_scalar() && node.text.find_first_not_of(" \t\n") != std::string_view::npos) {
    return std::string(node.text);
  }
  const bool empty = node.is_scalar() || node.kind == Node::Kind::null;
  error(node, empty ? "value-empty" : "expected-text", {name_of(node)});
  return std::nullopt;
}

std::string Schema::text_or(const Node& mapping, std::string_view key, std::string_view otherwise) {
  if (const Node* node = document_.find(mapping, key)) {
    if (auto value = text(*node)) return *value;
  }
  return std::string(otherwise);
}

std::optional<int> Schema::integer(const Node& node, int low, int high) {
  if (node.is_scalar()) {
    const auto value = Ratio::parse(node.text);
    if (value && value->is_whole() && *value >= Ratio(low) && *value <= Ratio(high) &&
        node.text.find_first_of(".,/") == std::string_view::npos) {
      return static_cast<int>(value->num());
    }
  }
  refuse(node, "expected-integer", {std::to_string(low), std::to_string(high)});
  return std::nullopt;
}

std::optional<Ratio> Schema::ratio(const Node& node) {
  if (node.is_scalar()) {
    if (const auto value = Ratio::parse(node.text)) return value;
  }
  refuse(node, "expected-number");
  return std::nullopt;
}

std::optional<Ratio> Schema::amount(const Node& node) {
  if (node.is_scalar()) {
    if (const auto value = parse_amount(node.text)) return value;
  }
  refuse(node, "expected-amount",
         {std::to_string(kMaxAmountDigits), std::to_string(Ratio::kMaxDigits)});
  return std::nullopt;
}

std::optional<bool> Schema::boolean(const Node& node) {
  if (node.is_scalar() && !node.quoted) {
    for (const std::string_view word : {"true", "True", "TRUE"}) {
      if (node.text == word) return true;
    }
    for (const std::string_view word : {"false", "False", "FALSE"}) {
      if (node.text == word) return false;
    }
  }
  refuse(node, "expected-boolean");
  return std::nullopt;
}

void Schema::each(const Node& node, const std::function<void(const Node&)>& read) {
  if (node.is_sequence()) {
    for (const Node& child : document_.children(node)) read(child);
  } else {
    read(node);
  }
}

std::vector<std::string> Schema::texts(const Node& node) {
  std::vector<std::string> values;
  each(node, [&](const Node& item) {
    if (auto value = text(item)) values.push_back(std::move(*value));
  });
  return values;
}

}  // namespace spbe
