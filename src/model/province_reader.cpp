#include <algorithm>
#include <array>
#include <map>
#include <stdexcept>

#include "document/nearest.hpp"
#include "document/schema.hpp"
#include "document/yaml_reader.hpp"
#include "model/builtin_data.hpp"
#include "spbe/model/province.hpp"

namespace spbe {

namespace {

// Lower-case ASCII letters only, without a leading "provinsi".
std::string folded(std::string_view name) {
  std::string out;
  for (const char c : lower_case(name)) {
    if (c >= 'a' && c <= 'z') out += c;
  }
  constexpr auto kPrefixes =
      std::to_array<std::string_view>({"pemerintahprovinsi", "pemprov", "provinsi", "prov"});
  for (const std::string_view prefix : kPrefixes) {
    if (out.size() > prefix.size() && out.starts_with(prefix)) return out.substr(prefix.size());
  }
  return out;
}

Province read_province(Schema& schema, const Node& node) {
  constexpr int kLowestCode = 11;
  constexpr int kHighestCode = 99;
  Province province;
  const auto code = Ratio::parse(node.key);
  if (code && code->is_whole() && *code >= Ratio(kLowestCode) && *code <= Ratio(kHighestCode)) {
    province.code = static_cast<int>(code->num());
  } else {
    schema.error_at_key(node, "expected-integer",
                        {"provinces", std::string(node.key), std::to_string(kLowestCode),
                         std::to_string(kHighestCode)});
  }
  if (!schema.is_mapping(node)) return province;
  schema.allow_keys(node, {"name", "aliases"});
  if (const Node* name = schema.require(node, "name")) {
    province.name = schema.text(*name).value_or("");
  }
  if (const Node* aliases = schema.document().find(node, "aliases")) {
    province.aliases = schema.texts(*aliases);
  }
  return province;
}

}  // namespace

std::vector<Province> read_provinces(const std::shared_ptr<const Source>& source,
                                     Diagnostics& diagnostics) {
  std::vector<Province> found;
  read_yaml(source, diagnostics, [&](const Document& document) {
    Schema schema(document, diagnostics);
    if (!schema.is_mapping(document.root())) return;
    schema.allow_keys(document.root(), {"provinces"});
    const Node* list = schema.require(document.root(), "provinces");
    if (list == nullptr || !schema.is_mapping(*list)) return;
    for (const Node& child : document.children(*list)) {
      found.push_back(read_province(schema, child));
    }
  });
  if (diagnostics.has_errors()) return {};
  std::ranges::sort(found, {}, &Province::code);
  return found;
}

std::span<const Province> provinces() {
  static const std::vector<Province> all = [] {
    Diagnostics diagnostics;
    auto read =
        read_provinces(builtin_source(builtin_regions(), "regions/provinces.yaml"), diagnostics);
    if (read.empty()) throw std::logic_error("the built-in list of provinces is not valid");
    return read;
  }();
  return all;
}

const Province* find_province(std::string_view name) {
  static const std::map<std::string, const Province*, std::less<>> by_name = [] {
    std::map<std::string, const Province*, std::less<>> names;
    for (const Province& province : provinces()) {
      names.emplace(folded(province.name), &province);
      for (const std::string& alias : province.aliases) names.emplace(folded(alias), &province);
    }
    return names;
  }();
  const auto found = by_name.find(folded(name));
  return found == by_name.end() ? nullptr : found->second;
}

std::string official_province(const std::string& name) {
  const Province* known = name.empty() ? nullptr : find_province(name);
  return known == nullptr ? name : known->name;
}

std::optional<std::string> nearest_province(std::string_view name) {
  std::vector<std::string> known;
  for (const Province& province : provinces()) known.push_back(folded(province.name));
  const auto near = nearest_name(folded(name), known);
  if (!near) return std::nullopt;
  return provinces()[static_cast<std::size_t>(std::ranges::find(known, *near) - known.begin())]
      .name;
}

}  // namespace spbe
