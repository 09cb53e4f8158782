#include "model/level_place.hpp"

#include <algorithm>
#include <string_view>

namespace spbe {

std::uint32_t end_of_value(const Document& document, const Node& node) {
  if (node.kind == Node::Kind::null) return std::max(node.span.end, node.key_span.end + 1);
  if (node.is_scalar()) return node.span.end;
  std::uint32_t end = node.span.end;
  for (const Node& child : document.children(node))
    end = std::max(end, end_of_value(document, child));
  const std::string_view text = document.source().text;
  const char open = text[node.span.begin];
  if (open != '{' && open != '[') return end;
  const std::size_t close = text.find(open == '{' ? '}' : ']', end);
  return close == std::string_view::npos ? end : static_cast<std::uint32_t>(close + 1);
}

LevelPlace place_of_level(const Document& document, const Node& value) {
  if (value.kind != Node::Kind::null) return {LevelPlace::Kind::value, value.span};
  const std::string_view text = document.source().text;
  const char first = value.span.begin < text.size() ? text[value.span.begin] : ' ';
  // "~" or "null" is replaced; else the level goes behind the colon.
  if (first == '~' || first == 'n' || first == 'N') return {LevelPlace::Kind::value, value.span};
  const std::size_t colon = text.find(':', value.key_span.end);
  if (colon == std::string_view::npos) return {};
  const auto after = static_cast<std::uint32_t>(colon + 1);
  return {LevelPlace::Kind::after_key, {after, after}};
}

LevelPlace place_in_details(const Document& document, const Node& details) {
  if (const Node* level = document.find(details, "level")) return place_of_level(document, *level);
  for (const std::string_view key : {"complete", "items", "from"}) {
    const Node* form = document.find(details, key);
    if (form == nullptr) continue;
    return {LevelPlace::Kind::form, {form->key_span.begin, end_of_value(document, *form)}};
  }
  const bool braces = document.source().text[details.span.begin] == '{';
  const std::uint32_t at = details.span.begin + (braces ? 1 : 0);
  return {braces ? LevelPlace::Kind::in_braces : LevelPlace::Kind::in_block, {at, at}};
}

}  // namespace spbe
