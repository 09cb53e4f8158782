#include <algorithm>
#include <stdexcept>

#include "document/schema.hpp"
#include "document/yaml_reader.hpp"
#include "model/builtin_data.hpp"
#include "model/instrument_parts.hpp"
#include "spbe/model/evidence.hpp"

namespace spbe {

namespace {

class EvidenceReader {
 public:
  EvidenceReader(const Document& document, const Instrument& instrument, EvidenceGuide& guide,
                 Diagnostics& diagnostics)
      : schema_(document, diagnostics), instrument_(instrument), guide_(guide) {}

  void read() {
    const Node& root = schema_.document().root();
    if (!schema_.is_mapping(root)) return;
    schema_.allow_keys(root, {"instrument", "status", "source", "caution", "evidence"});
    guide_.source = schema_.text_or(root, "source");
    if (const Node* caution = schema_.document().find(root, "caution")) {
      guide_.caution = read_bilingual(schema_, *caution);
    }
    const Node* list = schema_.require(root, "evidence");
    if (list == nullptr || !schema_.is_sequence(*list)) return;
    for (const Node& entry : schema_.document().children(*list)) read_entry(entry);
    for (auto& levels : guide_.levels) {
      std::ranges::sort(levels, {}, &EvidenceGuide::Level::level);
    }
  }

 private:
  void read_entry(const Node& node) {
    if (!schema_.is_mapping(node)) return;
    schema_.allow_keys(node, {"indicators", "levels"});
    const Node* indicators = schema_.require(node, "indicators");
    const Node* levels = schema_.require(node, "levels");
    if (indicators == nullptr || levels == nullptr || !schema_.is_mapping(*levels)) return;
    const auto named = read_indicator_set(schema_, *indicators, instrument_);
    for (const Node& child : schema_.document().children(*levels)) read_level(child, named);
  }

  void read_level(const Node& node, const std::vector<ComponentIndex>& indicators) {
    const auto level = Ratio::parse(node.key);
    const std::vector<Bilingual> items = read_items(node);
    for (const ComponentIndex i : indicators) {
      const Scale& scale = instrument_.scale_of(i);
      if (!level || !level->is_whole() || *level < Ratio(scale.low) || *level > Ratio(scale.high)) {
        schema_.error_at_key(node, "level-outside-scale",
                             {std::string(node.key), instrument_.at(i).key,
                              std::to_string(scale.low), std::to_string(scale.high)});
        return;
      }
      auto& levels = guide_.levels[i];
      const int number = static_cast<int>(level->num());
      auto found = std::ranges::find(levels, number, &EvidenceGuide::Level::level);
      if (found == levels.end()) found = levels.insert(found, {number, {}});
      found->items.insert(found->items.end(), items.begin(), items.end());
    }
  }

  std::vector<Bilingual> read_items(const Node& node) {
    std::vector<Bilingual> items;
    if (!schema_.is_sequence(node)) return items;
    for (const Node& item : schema_.document().children(node)) {
      if (!schema_.is_mapping(item)) continue;
      schema_.allow_keys(item, {"id", "en"});
      const Node* indonesian = schema_.require(item, "id");
      const Node* english = schema_.require(item, "en");
      if (indonesian == nullptr || english == nullptr) continue;
      items.push_back(
          {schema_.text(*english).value_or(""), schema_.text(*indonesian).value_or("")});
    }
    return items;
  }

  Schema schema_;
  const Instrument& instrument_;
  EvidenceGuide& guide_;
};

}  // namespace

const std::vector<Bilingual>* EvidenceGuide::find(ComponentIndex indicator, int level) const {
  const auto found = std::ranges::find(levels[indicator], level, &Level::level);
  return found == levels[indicator].end() ? nullptr : &found->items;
}

std::optional<EvidenceGuide> read_evidence(const std::shared_ptr<const Source>& source,
                                           const Instrument& instrument, Diagnostics& diagnostics) {
  EvidenceGuide guide;
  guide.levels.resize(instrument.components.size());
  read_yaml(source, diagnostics, [&](const Document& document) {
    EvidenceReader(document, instrument, guide, diagnostics).read();
  });
  if (diagnostics.has_errors()) return std::nullopt;
  return guide;
}

std::optional<EvidenceGuide> evidence_of(const Instrument& instrument) {
  const auto source = builtin_source(builtin_evidence(), "evidence/" + instrument.id + ".yaml");
  if (source == nullptr) return std::nullopt;
  Diagnostics diagnostics;
  auto guide = read_evidence(source, instrument, diagnostics);
  if (!guide) throw std::logic_error("the built-in list of evidence is not valid");
  return guide;
}

}  // namespace spbe
