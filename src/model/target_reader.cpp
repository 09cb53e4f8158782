#include "model/target_reader.hpp"

#include <algorithm>
#include <utility>

namespace spbe {

namespace {

class TargetReader {
 public:
  TargetReader(Schema& schema, Assessment& assessment)
      : schema_(schema),
        targets_(assessment.targets),
        instrument_(*assessment.instrument),
        from_year_(assessment.year) {}

  void read(const Node& node) {
    if (!schema_.is_mapping(node)) return;
    const Document& document = schema_.document();
    schema_.allow_keys(node, {"year", "index", "category", "domains", "aspects"});
    if (const Node* year = document.find(node, "year")) {
      targets_.year = schema_.integer(*year, from_year_, kLastYear);
    }
    if (const Node* index = document.find(node, "index")) {
      targets_.index = value(*index, instrument_.lowest_index(), instrument_.highest_index());
      targets_.index_span = index->span;
    }
    if (const Node* category = document.find(node, "category")) read_category(*category);
    read_parts(document.find(node, "domains"), ComponentKind::domain);
    read_parts(document.find(node, "aspects"), ComponentKind::aspect);
  }

 private:
  std::optional<Ratio> value(const Node& node, Ratio low, Ratio high) {
    const auto number = schema_.ratio(node);
    if (!number || (*number >= low && *number <= high)) return number;
    schema_.error(node, "target-not-reachable",
                  {excerpt(schema_.document(), node), decimal(low), decimal(high)});
    return std::nullopt;
  }

  void read_category(const Node& node) {
    const auto word = schema_.text(node);
    if (!word) return;
    if (const auto found = instrument_.find_category(*word)) {
      targets_.category = *found;
      targets_.category_span = node.span;
      return;
    }
    std::vector<std::string> names;
    for (const Category& c : instrument_.categories) names.push_back(c.name);
    Diagnostic& error = schema_.error(node, "unknown-word", {"category", *word, join(names, ", ")});
    schema_.suggest_nearest(error, *word, names);
  }

  void read_parts(const Node* node, ComponentKind kind) {
    if (node == nullptr || !schema_.is_mapping(*node)) return;
    for (const Node& child : schema_.document().children(*node)) {
      const ComponentIndex index = instrument_.find(child.key);
      if (index == kNoComponent || instrument_.at(index).kind != kind) {
        report_unknown(child, kind);
        continue;
      }
      const auto same = std::ranges::find(targets_.parts, index, &Targets::Part::component);
      if (same != targets_.parts.end()) {
        Diagnostic& error =
            schema_.error_at_key(child, "component-twice", {instrument_.at(index).id});
        schema_.point_to(error, "first-given-here", same->span);
        continue;
      }
      const auto [low, high] = range_of(index);
      if (const auto number = value(child, low, high)) {
        targets_.parts.push_back({index, *number, child.span});
      }
    }
  }

  std::pair<Ratio, Ratio> range_of(ComponentIndex index) const {
    while (!instrument_.at(index).is_indicator()) index = instrument_.at(index).children.front();
    const Scale& scale = instrument_.scale_of(index);
    return {Ratio(scale.low), Ratio(scale.high)};
  }

  void report_unknown(const Node& node, ComponentKind kind) {
    std::vector<std::string> names;
    for (const Component& c : instrument_.components) {
      if (c.kind == kind) names.push_back(c.slug.empty() ? c.id : c.slug);
    }
    Diagnostic& error =
        schema_.error_at_key(node, "unknown-key", {std::string(node.key), join(names, ", ")});
    schema_.suggest_nearest(error, node.key, names);
  }

  Schema& schema_;
  Targets& targets_;
  const Instrument& instrument_;
  int from_year_;
};

}  // namespace

void read_targets(Schema& schema, const Node& node, Assessment& assessment) {
  TargetReader(schema, assessment).read(node);
}

}  // namespace spbe
