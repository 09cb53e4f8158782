#include "model/instrument_reader.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "document/schema.hpp"
#include "document/yaml_reader.hpp"
#include "model/instrument_parts.hpp"
#include "model/instrument_rules.hpp"

namespace spbe {

namespace {

constexpr std::size_t kMaxComponents = 2000;
constexpr std::size_t kMaxCategories = 64;
constexpr std::array<ComponentKind, 3> kKinds = {ComponentKind::domain, ComponentKind::aspect,
                                                 ComponentKind::indicator};

// The key under which children of a kind stand.
std::string_view plural(ComponentKind kind) {
  switch (kind) {
    case ComponentKind::domain:
      return "domains";
    case ComponentKind::aspect:
      return "aspects";
    case ComponentKind::indicator:
      return "indicators";
  }
  return "";
}

// What the children of a component get unless they say otherwise.
struct Inherited {
  std::optional<Ratio> weight;
  std::string scale;
};

class InstrumentReader {
 public:
  InstrumentReader(const Document& document, Diagnostics& diagnostics)
      : schema_(document, diagnostics), document_(document), errors_before_(diagnostics.errors()) {}

  std::shared_ptr<const Instrument> read() {
    const Node& root = document_.root();
    if (!root.is_mapping()) {
      schema_.error(root, "not-a-definition", {excerpt(document_, root)});
      return nullptr;
    }
    schema_.allow_keys(root, {"id",
                              "name",
                              "index",
                              "regulation",
                              "years",
                              "superseded_by",
                              "status",
                              "caution",
                              "source",
                              "indicator_prefix",
                              "scales",
                              "categories",
                              "category_rule",
                              "domains",
                              "aspects",
                              "indicators",
                              "externals",
                              "calendar",
                              "editions",
                              "prerequisites"});
    places_.whole = {&document_.source(), root.span};
    read_header(root);
    if (const Node* node = schema_.require(root, "scales")) {
      instrument_.scales = read_scales(schema_, *node);
    }
    if (const Node* node = schema_.require(root, "categories")) read_categories_of(*node);
    if (const Node* node = document_.find(root, "category_rule")) {
      instrument_.category_rule = read_category_rule(schema_, *node);
    }
    read_children(root, kNoComponent, {});
    if (instrument_.indicators.empty() && clean())
      schema_.error(root, "instrument-without-indicators");
    if (!clean()) return nullptr;
    read_advice(schema_, root, instrument_, places_);
    if (!clean()) return nullptr;
    check_instrument(instrument_, places_, schema_.diagnostics());
    if (!clean()) return nullptr;
    return std::make_shared<const Instrument>(std::move(instrument_));
  }

 private:
  bool clean() { return schema_.diagnostics().errors() == errors_before_ && !document_.faulty(); }

  void read_header(const Node& root) {
    const auto required = [&](std::string_view key) -> std::string {
      const Node* node = schema_.require(root, key);
      return node == nullptr ? std::string() : schema_.text(*node).value_or("");
    };
    instrument_.id = required("id");
    instrument_.name = required("name");
    instrument_.index_name = schema_.text_or(root, "index", "Indeks SPBE");
    instrument_.regulation = schema_.text_or(root, "regulation");
    instrument_.superseded_by = schema_.text_or(root, "superseded_by");
    instrument_.status = schema_.text_or(root, "status");
    instrument_.source = read_text_in_languages(schema_, root, "source");
    instrument_.indicator_prefix = schema_.text_or(root, "indicator_prefix");
    if (const Node* node = document_.find(root, "caution")) {
      instrument_.caution = read_bilingual(schema_, *node);
    }
    const std::string years = required("years");
    if (years.empty()) return;
    if (const auto range = parse_years(years)) {
      instrument_.years = *range;
    } else {
      schema_.error(*document_.find(root, "years"), "bad-years", {years});
    }
  }

  void read_categories_of(const Node& node) {
    if (!schema_.is_sequence(node)) return;
    for (const Node& item : document_.children(node)) {
      if (instrument_.categories.size() == kMaxCategories) {
        schema_.error(item, "too-many-entries", {"categories", std::to_string(kMaxCategories)});
        return;
      }
      if (auto category = read_category(schema_, item)) {
        instrument_.categories.push_back(std::move(*category));
        places_.categories.push_back({&document_.source(), item.span});
      }
    }
    if (instrument_.categories.empty()) schema_.error(node, "value-empty", {"categories"});
  }

  void read_children(const Node& node, ComponentIndex parent, const Inherited& inherited) {
    const Node* found = nullptr;
    for (const ComponentKind kind : kKinds) {
      const Node* children = document_.find(node, plural(kind));
      if (children == nullptr) continue;
      if (found != nullptr) {
        schema_.error_at_key(*children, "two-kinds-of-children",
                             {std::string(found->key), std::string(children->key)});
        return;
      }
      found = children;
      if (!schema_.is_mapping(*children)) return;
      for (const Node& child : document_.children(*children)) {
        read_component(child, kind, parent, inherited);
      }
    }
    if (found == nullptr) {
      schema_.error(node, parent == kNoComponent ? "missing-key" : "component-without-children",
                    {parent == kNoComponent ? "domains" : name_of(node)});
    }
  }

  void read_component(const Node& node, ComponentKind kind, ComponentIndex parent,
                      const Inherited& inherited) {
    if (!schema_.is_mapping(node)) return;
    const ComponentIndex index = instrument_.components.size();
    if (index >= kMaxComponents) {
      if (index == kMaxComponents) schema_.error_at_key(node, "too-many-components");
      return;
    }
    const bool leaf = kind == ComponentKind::indicator;
    if (leaf) {
      schema_.allow_keys(node, {"name", "english", "short", "short_english", "aliases", "weight",
                                "scale", "code"});
    } else {
      schema_.allow_keys(node, {"slug", "name", "english", "short", "short_english", "aliases",
                                "weight", "scale", "each", "domains", "aspects", "indicators"});
    }
    Component c;
    c.kind = kind;
    c.key = std::string(node.key);
    c.id = leaf ? schema_.text_or(node, "code", "ID-" + c.key) : c.key;
    c.slug = leaf ? std::string() : schema_.text_or(node, "slug");
    if (const Node* name = schema_.require(node, "name")) c.name = schema_.text(*name).value_or("");
    c.english = schema_.text_or(node, "english");
    c.short_name = schema_.text_or(node, "short");
    c.short_english = schema_.text_or(node, "short_english");
    if (const Node* aliases = document_.find(node, "aliases")) c.aliases = schema_.texts(*aliases);
    c.parent = parent;
    c.depth = parent == kNoComponent ? 0 : instrument_.at(parent).depth + 1;
    Inherited passed = inherited;
    passed.scale = schema_.text_or(node, "scale", inherited.scale);
    c.weight = read_weight(node, leaf ? inherited.weight : std::nullopt);
    c.worth = c.weight / Ratio(100);
    if (const Node* each = document_.find(node, "each")) passed.weight = schema_.ratio(*each);
    if (leaf) c.scale = scale_number(node, passed.scale);
    instrument_.components.push_back(std::move(c));
    places_.components.push_back({&document_.source(), node.key_span});
    (parent == kNoComponent ? instrument_.roots : instrument_.components[parent].children)
        .push_back(index);
    if (leaf) {
      instrument_.indicators.push_back(index);
    } else {
      read_children(node, index, passed);
    }
  }

  Ratio read_weight(const Node& node, std::optional<Ratio> inherited) {
    if (const Node* weight = document_.find(node, "weight")) {
      return schema_.ratio(*weight).value_or(Ratio(0));
    }
    if (inherited) return *inherited;
    schema_.error_at_key(node, "missing-key", {"weight"});
    return Ratio(0);
  }

  std::size_t scale_number(const Node& node, const std::string& id) {
    const auto found = std::ranges::find(instrument_.scales, id, &Scale::id);
    if (found != instrument_.scales.end()) {
      return static_cast<std::size_t>(found - instrument_.scales.begin());
    }
    if (id.empty()) {
      schema_.error_at_key(node, "missing-key", {"scale"});
    } else if (!instrument_.scales.empty()) {
      schema_.error_at_key(node, "unknown-scale", {id});
    }
    return 0;
  }

  Schema schema_;
  const Document& document_;
  std::size_t errors_before_;
  Instrument instrument_;
  InstrumentPlaces places_;
};

}  // namespace

std::optional<YearRange> parse_years(std::string_view text) {
  const auto year = [](std::string_view digits) -> int {
    const auto value = Ratio::parse(digits);
    if (!value || !value->is_whole() || digits.size() != 4) return 0;
    return static_cast<int>(value->num());
  };
  const std::size_t dash = text.find('-');
  const int first = year(text.substr(0, dash));
  int last = first;
  if (dash != std::string_view::npos) {
    const std::string_view tail = text.substr(dash + 1);
    last = tail.empty() ? YearRange::kOpenEnd : year(tail);
  }
  if (first == 0 || last < first) return std::nullopt;
  return YearRange{first, last};
}

InstrumentHeader peek_instrument(std::string_view text) {
  const auto value_of = [&](std::string_view key) -> std::string_view {
    const std::size_t at = text.find(key);
    if (at == std::string_view::npos) return {};
    const std::size_t begin = at + key.size();
    return text.substr(begin, text.find('\n', begin) - begin);
  };
  return {std::string(value_of("\nid: ")),
          parse_years(value_of("\nyears: ")).value_or(YearRange{})};
}

std::shared_ptr<const Instrument> read_instrument(const Document& document,
                                                  Diagnostics& diagnostics) {
  return InstrumentReader(document, diagnostics).read();
}

std::shared_ptr<const Instrument> read_instrument(const std::shared_ptr<const Source>& source,
                                                  Diagnostics& diagnostics) {
  std::shared_ptr<const Instrument> instrument;
  std::size_t documents = 0;
  const bool clean = read_yaml(source, diagnostics, [&](const Document& document) {
    if (documents++ == 0) instrument = read_instrument(document, diagnostics);
  });
  if (!clean) return nullptr;
  if (documents > 1) {
    diagnostics.error("one-definition-a-file", source->whole());
    return nullptr;
  }
  return instrument;
}

}  // namespace spbe
