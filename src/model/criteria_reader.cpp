#include <algorithm>
#include <stdexcept>

#include "document/schema.hpp"
#include "document/yaml_reader.hpp"
#include "model/builtin_data.hpp"
#include "model/instrument_parts.hpp"
#include "spbe/model/criteria.hpp"

namespace spbe {

namespace {

constexpr int kMostItems = 100;

// "id" and "en", as the texts of a level are keyed, and how much evidence is asked for.
Criterion read_criterion(Schema& schema, const Node& node, int level) {
  Criterion criterion;
  criterion.level = level;
  if (!schema.is_mapping(node)) return criterion;
  schema.allow_keys(node, {"id", "en", "items"});
  criterion.text = {schema.text_or(node, "en"), schema.text_or(node, "id")};
  if (const Node* items = schema.document().find(node, "items")) {
    criterion.items = schema.integer(*items, 1, kMostItems).value_or(0);
  }
  return criterion;
}

void read_indicator(Schema& schema, const Node& node, const Instrument& instrument,
                    Criteria& criteria) {
  const ComponentIndex index = instrument.find(node.key);
  if (index == kNoComponent || !instrument.at(index).is_indicator()) {
    schema.error_at_key(node, "unknown-indicator", {std::string(node.key), instrument.name});
    return;
  }
  if (!schema.is_mapping(node)) return;
  const Scale& scale = instrument.scale_of(index);
  for (const Node& child : schema.document().children(node)) {
    const auto level = Ratio::parse(child.key);
    if (!level || !level->is_whole() || *level < Ratio(scale.low) || *level > Ratio(scale.high)) {
      schema.error_at_key(child, "level-outside-scale",
                          {std::string(child.key), instrument.at(index).key,
                           std::to_string(scale.low), std::to_string(scale.high)});
      continue;
    }
    criteria.levels[index].push_back(read_criterion(schema, child, static_cast<int>(level->num())));
  }
  std::ranges::sort(criteria.levels[index], {}, &Criterion::level);
}

}  // namespace

const Criterion* Criteria::criterion(ComponentIndex indicator, int level) const {
  const auto found = std::ranges::find(levels[indicator], level, &Criterion::level);
  return found == levels[indicator].end() ? nullptr : &*found;
}

const Bilingual* Criteria::find(ComponentIndex indicator, Ratio level) const {
  if (!level.is_whole()) return nullptr;
  const Criterion* found = criterion(indicator, static_cast<int>(level.num()));
  return found == nullptr ? nullptr : &found->text;
}

std::optional<Criteria> read_criteria(const std::shared_ptr<const Source>& source,
                                      const Instrument& instrument, Diagnostics& diagnostics) {
  Criteria criteria;
  criteria.levels.resize(instrument.components.size());
  read_yaml(source, diagnostics, [&](const Document& document) {
    Schema schema(document, diagnostics);
    const Node& root = document.root();
    if (!schema.is_mapping(root)) return;
    schema.allow_keys(root, {"instrument", "status", "caution", "criteria"});
    if (const Node* caution = document.find(root, "caution")) {
      criteria.caution = read_bilingual(schema, *caution);
    }
    const Node* list = schema.require(root, "criteria");
    if (list == nullptr || !schema.is_mapping(*list)) return;
    for (const Node& child : document.children(*list)) {
      read_indicator(schema, child, instrument, criteria);
    }
  });
  if (diagnostics.has_errors()) return std::nullopt;
  return criteria;
}

std::optional<Criteria> criteria_of(const Instrument& instrument) {
  const auto source = builtin_source(builtin_criteria(), "criteria/" + instrument.id + ".yaml");
  if (source == nullptr) return std::nullopt;
  Diagnostics diagnostics;
  auto criteria = read_criteria(source, instrument, diagnostics);
  if (!criteria) throw std::logic_error("the built-in criteria are not valid");
  return criteria;
}

}  // namespace spbe
