#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "spbe/base/source.hpp"

namespace spbe {

// One value of a YAML document, with its place in the text.
struct Node {
  enum class Kind : std::uint8_t { null, scalar, sequence, mapping };

  Kind kind = Kind::null;
  bool quoted = false;    // a quoted or block scalar
  Span span;              // of a scalar: all of it; of a collection: its beginning;
                          // of an empty value: the end of its key
  Span key_span;          // in a mapping
  std::string_view key;   // in a mapping; in a list, the key of the list
  std::string_view text;  // of a scalar; without quotes
  std::uint32_t first_child = 0;
  std::uint32_t next = 0;  // the next child of the same parent, 0 for none

  bool is_scalar() const { return kind == Kind::scalar; }
  bool is_mapping() const { return kind == Kind::mapping; }
  bool is_sequence() const { return kind == Kind::sequence; }
};

// A tree of nodes. Views in the nodes live as long as the document.
class Document {
 public:
  class Iterator {
   public:
    Iterator(const std::vector<Node>& nodes, std::uint32_t at) : nodes_(&nodes), at_(at) {}
    const Node& operator*() const { return (*nodes_)[at_]; }
    Iterator& operator++() {
      at_ = (*nodes_)[at_].next;
      return *this;
    }
    bool operator==(const Iterator& other) const { return at_ == other.at_; }

   private:
    const std::vector<Node>* nodes_;
    std::uint32_t at_;
  };
  struct Children {
    Iterator first;
    Iterator last;
    Iterator begin() const { return first; }
    Iterator end() const { return last; }
  };

  explicit Document(std::shared_ptr<const Source> source) : source_(std::move(source)) {}

  const Node& root() const { return nodes_.front(); }
  Children children(const Node& node) const {
    return {Iterator(nodes_, node.first_child), Iterator(nodes_, 0)};
  }
  // The value of a key, or null.
  const Node* find(const Node& mapping, std::string_view key) const;

  // Its place in the stream, from 1.
  std::size_t number() const { return number_; }
  // Whether a key was given twice: an error that is reported, and the first one counts.
  bool faulty() const { return faulty_; }
  const Source& source() const { return *source_; }
  std::shared_ptr<const Source> shared_source() const { return source_; }
  Location locate(const Node& node) const { return source_->locate(node.span); }
  Location locate_key(const Node& node) const { return source_->locate(node.key_span); }

 private:
  friend class TreeBuilder;
  friend struct CompiledDocument;
  std::shared_ptr<const Source> source_;
  std::vector<Node> nodes_;
  std::size_t number_ = 1;
  bool faulty_ = false;
  std::deque<std::string> owned_;  // texts that do not stand in the source as they are
};

}  // namespace spbe
