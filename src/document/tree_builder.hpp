#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "document/node.hpp"
#include "spbe/base/diagnostic.hpp"

namespace spbe {

// Builds a Document from parser events and refuses what the parser lets pass. Offsets are
// bytes of the source. Throws Refused, after adding an error, where reading cannot go on.
class TreeBuilder {
 public:
  struct Refused {};

  TreeBuilder(std::shared_ptr<const Source> source, Diagnostics& diagnostics)
      : source_(std::move(source)), text_(source_->text), diagnostics_(diagnostics) {}

  void begin_document(std::uint32_t at);
  void null(std::uint32_t at);
  void scalar(std::uint32_t at, const std::string& value, bool quoted);
  void begin_collection(std::uint32_t at, Node::Kind kind);
  void end_collection();
  [[noreturn]] void refuse_anchor(std::uint32_t at);
  [[noreturn]] void refuse_tag(std::uint32_t at);
  // A lone '!' also counts as one; the parser tells it from a quoted text by nothing else.
  bool is_tag(std::uint32_t at) const { return text_.substr(at).starts_with('!'); }

  // The document read since begin_document, or nothing when it has an error.
  std::optional<Document> finish_document();

 private:
  struct Open {
    std::uint32_t node;
    std::uint32_t last_child;
    std::uint32_t count;
    bool is_mapping;
    bool has_key;
    bool in_flow;
    Span key_span;
    std::string_view key;
  };

  [[noreturn]] void refuse(std::string code, Span span, std::vector<std::string> args = {},
                           std::string hint = {});
  void refuse_number_without_blank(std::uint32_t at, std::string_view value);
  [[noreturn]] void refuse_key_without_colon(Span key_span, std::string_view key);
  [[noreturn]] void refuse_collection_as_key(std::uint32_t at);
  void refuse_unclosed();
  bool takes_pair_without_blank(Span span, std::string_view pair);
  Node& add(Node::Kind kind, Span span);
  void take_key(std::uint32_t at, const std::string& value, bool quoted);
  Span scalar_span(std::uint32_t at, const std::string& value, bool quoted);
  std::string_view keep(Span span, const std::string& value);
  void check_value_place(std::uint32_t at);
  void check_duplicates(const Open& mapping);
  void report_duplicate(const Node& first, const Node& again);
  std::size_t column(std::uint32_t at) const;
  bool same_line(std::uint32_t a, std::uint32_t b) const;

  std::shared_ptr<const Source> source_;
  std::string_view text_;
  Diagnostics& diagnostics_;
  std::optional<Document> document_;
  std::vector<Open> open_;
  std::optional<Span> behind_colon_;  // the value of a pair without a blank, due as a null
  std::size_t nodes_ = 0;
  std::size_t documents_ = 0;
};

}  // namespace spbe
