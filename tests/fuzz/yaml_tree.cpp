// Standard input: "SIZE\n" and SIZE bytes, any number of times. Standard output: a line of JSON for
// each, the documents as a list, or null when the text is refused. A mapping is {"m": [[key,
// value]...]}, a list {"l": [...]}, a scalar {"t": text, "q": whether quoted}, an empty value null.
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>

#include "document/yaml_reader.hpp"

namespace {

using Json = nlohmann::json;

Json tree(const spbe::Document& document, const spbe::Node& node) {
  switch (node.kind) {
    case spbe::Node::Kind::null:
      return nullptr;
    case spbe::Node::Kind::scalar:
      return {{"t", node.text}, {"q", node.quoted}};
    case spbe::Node::Kind::sequence: {
      Json items = Json::array();
      for (const spbe::Node& child : document.children(node))
        items.push_back(tree(document, child));
      return {{"l", std::move(items)}};
    }
    case spbe::Node::Kind::mapping: {
      Json entries = Json::array();
      for (const spbe::Node& child : document.children(node)) {
        entries.push_back(Json::array({child.key, tree(document, child)}));
      }
      return {{"m", std::move(entries)}};
    }
  }
  return nullptr;
}

}  // namespace

int main() {
  std::ios::sync_with_stdio(false);
  std::string size;
  while (std::getline(std::cin, size)) {
    std::string text(std::stoul(size), '\0');
    if (!std::cin.read(text.data(), static_cast<std::streamsize>(text.size()))) return 2;
    const auto source = std::make_shared<const spbe::Source>("stdin", std::move(text));
    spbe::Diagnostics diagnostics;
    Json documents = Json::array();
    const bool clean = spbe::read_yaml(source, diagnostics, [&](const spbe::Document& document) {
      documents.push_back(tree(document, document.root()));
    });
    std::cout << (clean ? documents : Json(nullptr)).dump() << '\n';
  }
}
