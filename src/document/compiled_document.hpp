#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "document/node.hpp"

namespace spbe {

// A text inside the source, or, for what does not stand there as it is, inside `literals`.
struct CompiledText {
  std::uint32_t at = 0;
  std::uint32_t size = 0;
  bool literal = false;
};

struct CompiledNode {
  Node::Kind kind = Node::Kind::null;
  bool quoted = false;
  Span span;
  Span key_span;
  CompiledText key;
  CompiledText text;
  std::uint32_t first_child = 0;
  std::uint32_t next = 0;
};

// The tree of a document as a table, to be kept in a program.
struct CompiledDocument {
  std::string_view name;
  std::span<const CompiledNode> nodes;
  std::string_view literals;

  static std::vector<CompiledNode> compile(const Document& document, std::string& literals);
  // `source` must have the text that was compiled; the table must live as long as the document.
  Document restore(std::shared_ptr<const Source> source) const;
};

}  // namespace spbe
