#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "document/node.hpp"
#include "document/yaml_text.hpp"
#include "model/level_place.hpp"

namespace spbe {

// Which items of a list stay in another: a longest sequence of both.
class ListDifference {
 public:
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  ListDifference(const std::vector<std::string>& items, const std::vector<std::string>& lines) {
    const std::size_t width = lines.size() + 1;
    std::vector<std::size_t> longest((items.size() + 1) * width);
    for (std::size_t i = items.size(); i-- > 0;) {
      for (std::size_t j = lines.size(); j-- > 0;) {
        const std::size_t skip = std::max(longest[(i + 1) * width + j], longest[i * width + j + 1]);
        const bool same = items[i] == lines[j];
        longest[i * width + j] = same ? std::max(skip, longest[(i + 1) * width + j + 1] + 1) : skip;
      }
    }
    std::size_t j = 0;
    for (std::size_t i = 0; i < items.size(); ++i) {
      while (j < lines.size() && longest[i * width + j] == longest[i * width + j + 1]) ++j;
      const bool here = j < lines.size() && items[i] == lines[j] &&
                        longest[i * width + j] == longest[(i + 1) * width + j + 1] + 1;
      kept_.push_back(here ? j++ : kNone);
    }
  }

  // The place of item `i` in the other list, or kNone.
  std::size_t kept(std::size_t i) const { return kept_[i]; }
  // That of the next item that stays, or `end`.
  std::size_t next_kept(std::size_t i, std::size_t end) const {
    while (i < kept_.size() && kept_[i] == kNone) ++i;
    return i < kept_.size() ? kept_[i] : end;
  }

 private:
  std::vector<std::size_t> kept_;
};

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

  // Another key and value in its place.
  void replace_pair(const Node& node, const std::string& pair) {
    edits_.push_back({node.key_span.begin, end_of_value(document_, node), pair});
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

  // The items of a list on lines of its own, with the comments of those that stay; false when it
  // is no such list. `old` and `lines` are what its items are and shall be, in YAML.
  bool replace_items(const Node& list, const std::vector<std::string>& old,
                     const std::vector<std::string>& lines) {
    std::vector<const Node*> items;
    for (const Node& item : document_.children(list)) {
      if (!is_on_own_line(item)) return false;
      items.push_back(&item);
    }
    if (items.empty() || items.size() != old.size()) return false;
    const ListDifference difference(old, lines);
    std::size_t at = 0;  // of `lines`
    for (std::size_t i = 0; i <= items.size(); ++i) {
      const std::size_t kept = i < items.size() ? difference.kept(i) : lines.size();
      if (i < items.size() && kept == ListDifference::kNone) {
        // An item in place of another keeps its line.
        if (at < difference.next_kept(i, lines.size())) {
          edits_.push_back({items[i]->span.begin, end_of_item(*items[i]), lines[at++]});
        } else {
          edits_.push_back(
              {line_begin(items[i]->span.begin), line_end(end_of_item(*items[i])), ""});
        }
        continue;
      }
      for (; at < kept; ++at) insert_item(items, i, lines[at]);
      if (i < items.size()) ++at;
    }
    return true;
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

  // Takes a key of the document away, with all its lines; not of a document in braces.
  void remove(const Node& node) {
    if (text()[document_.root().span.begin] == '{') return;
    const std::size_t before = text().rfind('\n', node.key_span.begin);
    const std::size_t begin = before == std::string::npos ? node.key_span.begin : before + 1;
    const std::size_t last = text().find('\n', end_of_value(document_, node));
    const std::size_t end = last == std::string::npos ? text().size() : last + 1;
    edits_.push_back({begin, end, {}});
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
  bool is_on_own_line(const Node& item) const {
    const std::size_t begin = text().find_first_not_of(' ', line_begin(item.span.begin));
    const std::size_t content = text().find_first_not_of(' ', begin + 1);
    const char first = text()[item.span.begin];
    return text()[begin] == '-' && content == item.span.begin && first != '|' && first != '>';
  }

  std::size_t end_of_item(const Node& item) const { return end_of_value(document_, item); }

  std::size_t line_begin(std::size_t at) const {
    const std::size_t before = at == 0 ? std::string::npos : text().rfind('\n', at - 1);
    return before == std::string::npos ? 0 : before + 1;
  }

  // After the line break.
  std::size_t line_end(std::size_t at) const {
    const std::size_t end = text().find('\n', at);
    return end == std::string::npos ? text().size() : end + 1;
  }

  // Behind the item before place `i`, so that comments stay above the items they are about.
  void insert_item(const std::vector<const Node*>& items, std::size_t i, const std::string& line) {
    const std::size_t first = line_begin(items.front()->span.begin);
    const std::size_t at = i == 0 ? first : line_end(end_of_item(*items[i - 1]));
    const std::size_t column = text().find('-', first) - first;
    const std::string item = std::string(column, ' ') + "- " + line;
    const bool open = at > 0 && text()[at - 1] != '\n';
    edits_.push_back({at, at, open ? line_end_ + item : item + line_end_});
  }

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
