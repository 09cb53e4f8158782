#include "document/compiled_document.hpp"

#include <functional>
#include <utility>

namespace spbe {

namespace {

CompiledText compile_text(std::string_view text, std::string_view source, std::string& literals) {
  const std::less_equal<> before;
  const char* const begin = source.data();
  const bool inside =
      before(begin, text.data()) && before(text.data() + text.size(), begin + source.size());
  const auto size = static_cast<std::uint32_t>(text.size());
  if (text.empty()) return {};
  if (inside) return {static_cast<std::uint32_t>(text.data() - begin), size, false};
  const auto at = static_cast<std::uint32_t>(literals.size());
  literals += text;
  return {at, size, true};
}

}  // namespace

std::vector<CompiledNode> CompiledDocument::compile(const Document& document,
                                                    std::string& literals) {
  const std::string_view source = document.source().text;
  std::vector<CompiledNode> compiled;
  for (const Node& node : document.nodes_) {
    compiled.push_back({node.kind, node.quoted, node.span, node.key_span,
                        compile_text(node.key, source, literals),
                        compile_text(node.text, source, literals), node.first_child, node.next});
  }
  return compiled;
}

Document CompiledDocument::restore(std::shared_ptr<const Source> source) const {
  const std::string_view all = source->text;
  const auto text_of = [&](const CompiledText& text) {
    return (text.literal ? literals : all).substr(text.at, text.size);
  };
  Document document(std::move(source));
  document.nodes_.reserve(nodes.size());
  for (const CompiledNode& compiled : nodes) {
    Node& node = document.nodes_.emplace_back();
    node.kind = compiled.kind;
    node.quoted = compiled.quoted;
    node.span = compiled.span;
    node.key_span = compiled.key_span;
    node.key = text_of(compiled.key);
    node.text = text_of(compiled.text);
    node.first_child = compiled.first_child;
    node.next = compiled.next;
  }
  return document;
}

}  // namespace spbe
