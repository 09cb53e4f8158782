#include "document/node.hpp"

namespace spbe {

const Node* Document::find(const Node& mapping, std::string_view key) const {
  for (const Node& child : children(mapping)) {
    if (child.key == key) return &child;
  }
  return nullptr;
}

}  // namespace spbe
