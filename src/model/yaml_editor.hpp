#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "document/node.hpp"
#include "model/level_place.hpp"

namespace spbe {

// Changes of single values in the text of a document.
class YamlEditor {
 public:
  explicit YamlEditor(const Document& document) : document_(document) {
    if (text().find("\r\n") != std::string::npos) line_end_ = "\r\n";
  }

  const Document& document() const { return document_; }
  std::size_t changes() const { return edits_.size(); }

  void replace(const Node& node, const std::string& value) {
    const std::size_t colon = text().find(':', node.key_span.end);
    std::size_t end = node.quoted ? end_of_block(node) : end_of_value(document_, node);
    const std::size_t begin = colon + 1;
    while (end > begin &&
           std::string_view(" \r\n").find(text()[end - 1]) != std::string_view::npos) {
      --end;
    }
    edits_.push_back({begin, std::max(begin, end), " " + value});
  }

  // A new key of a mapping, or of a key that has nothing yet.
  void insert(const Node& mapping, const std::string& pair) {
    if (!mapping.is_mapping()) {
      replace(mapping, "{" + pair + "}");
      return;
    }
    const std::size_t at = mapping.span.begin;
    if (text()[at] == '{') {
      const std::size_t next = text().find_first_not_of(" \t\r\n", at + 1);
      edits_.push_back({at + 1, at + 1, pair + (text()[next] == '}' ? "" : ", ")});
      return;
    }
    const std::size_t column = column_of(at);
    edits_.push_back({at, at, pair + line_end_ + std::string(column, ' ')});
  }

  void set(const Node& mapping, const std::string& key, const std::string& value) {
    const Node* node = mapping.is_mapping() ? document_.find(mapping, key) : nullptr;
    if (node != nullptr) {
      replace(*node, value);
    } else {
      insert(mapping, key + ": " + value);
    }
  }

  void append_to_list(const Node& list, const std::string& item) {
    const std::size_t at = list.span.begin;
    if (text()[at] == '[') {
      const std::size_t next = text().find_first_not_of(" \t\r\n", at + 1);
      edits_.push_back({at + 1, at + 1, item + (text()[next] == ']' ? "" : ", ")});
      return;
    }
    const std::size_t end =
        std::min(text().find('\n', end_of_value(document_, list)), text().size());
    const std::size_t column = column_of(at);
    const std::string line_of_item = std::string(column, ' ') + "- " + item;
    if (end < text().size()) {
      edits_.push_back({end + 1, end + 1, line_of_item + line_end_});
    } else {
      edits_.push_back({end, end, line_end_ + line_of_item + line_end_});
    }
  }

  // A new key of the whole document.
  void append(const std::string& pair) {
    if (text()[document_.root().span.begin] == '{') {
      insert(document_.root(), pair);
      return;
    }
    const std::string begin = text().ends_with('\n') ? "" : line_end_;
    edits_.push_back({text().size(), text().size(), begin + pair + line_end_});
  }

  std::string result() {
    std::ranges::stable_sort(edits_, {}, &Edit::begin);
    std::string out;
    std::size_t at = 0;
    for (const Edit& edit : edits_) {
      out.append(text(), at, edit.begin - at);
      out += edit.text;
      at = edit.end;
    }
    return out.append(text(), at);
  }

 private:
  struct Edit {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string text;
  };

  const std::string& text() const { return document_.source().text; }

  std::size_t column_of(std::size_t at) const {
    const std::size_t line = text().rfind('\n', at);
    return line == std::string::npos ? at : at - line - 1;
  }

  // Of a quoted scalar, or of one that goes on in all lines that stand deeper than its key.
  std::size_t end_of_block(const Node& node) const {
    const char first = text()[node.span.begin];
    if (first != '|' && first != '>') return node.span.end;
    const std::size_t key = column_of(node.key_span.begin);
    std::size_t end = std::min(text().find('\n', node.span.begin), text().size());
    while (end < text().size()) {
      const std::size_t next = std::min(text().find('\n', end + 1), text().size());
      const std::size_t content = text().find_first_not_of(' ', end + 1);
      const bool blank = content == std::string::npos || content >= next || text()[content] == '\r';
      if (!blank && content - end - 1 <= key) break;
      end = next;
    }
    return end;
  }

  const Document& document_;
  std::vector<Edit> edits_;
  std::string line_end_ = "\n";
};

}  // namespace spbe
