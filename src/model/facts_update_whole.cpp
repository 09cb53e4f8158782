#include "model/facts_update_whole.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "document/yaml_text.hpp"
#include "model/facts_yaml.hpp"

namespace spbe {

namespace {

class WholeUpdate {
 public:
  WholeUpdate(YamlEditor& editor, const Assessment& before, const AssessmentFacts& facts)
      : editor_(editor), before_(before), facts_(facts), instrument_(*before.instrument) {}

  void run() {
    const Node& root = editor_.document().root();
    whole(root, "published", facts_.published, published_before());
    whole(root, "targets", facts_.targets, targets_before());
    waivers(root);
  }

 private:
  using FactPairs = std::vector<std::pair<std::string, Fact>>;

  // What the file says of the whole, as `facts` do.
  struct WholeBefore {
    std::optional<Ratio> index;
    std::string category;
    std::map<ComponentIndex, Ratio> parts;
  };

  WholeBefore published_before() const {
    WholeBefore old;
    if (before_.published.index) old.index = before_.published.index->printed;
    old.category = before_.published.category;
    for (const auto& [component, number] : before_.published.components)
      old.parts[component] = number.printed;
    return old;
  }

  WholeBefore targets_before() const {
    WholeBefore old;
    old.index = before_.targets.index;
    if (before_.targets.category)
      old.category = instrument_.categories[*before_.targets.category].name;
    for (const Targets::Part& part : before_.targets.parts) old.parts[part.component] = part.value;
    return old;
  }

  // `published` or `targets`.
  void whole(const Node& root, const std::string& block, const WholeFacts& facts,
             const WholeBefore& old) {
    FactPairs fresh;
    const Node* node = editor_.document().find(root, block);
    const auto say = [&](const std::string& key, const Fact& fact, const std::string& value) {
      if (node == nullptr) {
        fresh.emplace_back(key, Fact{value, fact.place});
      } else {
        editor_.set(*node, key, value);
      }
    };
    const auto differs = [](const Fact& fact, const std::optional<Ratio>& number) {
      return fact.given() && (!number || Ratio::parse(fact.text) != number);
    };
    if (differs(facts.index, old.index)) say("index", facts.index, facts.index.text);
    if (facts.category.given() && !is_category(facts.category.text, old.category))
      say("category", facts.category, yaml_text(facts.category.text));
    for (const ComponentKind kind : {ComponentKind::domain, ComponentKind::aspect}) {
      const std::string group = std::string(to_string(kind)) + "s";
      const Node* place = node == nullptr ? nullptr : editor_.document().find(*node, group);
      FactPairs pairs;
      for (const auto& [index, fact] : facts.parts) {
        const Component& c = instrument_.at(index);
        const auto number = old.parts.find(index);
        const auto before =
            number == old.parts.end() ? std::nullopt : std::optional(number->second);
        if (c.kind != kind || !differs(fact, before)) continue;
        const Node* there = place == nullptr
                                ? nullptr
                                : find_component(editor_.document(), *place, instrument_, index);
        if (there != nullptr) {
          editor_.replace(*there, fact.text);
        } else if (place != nullptr) {
          editor_.insert(*place, c.slug + ": " + fact.text);
        } else {
          pairs.emplace_back(c.slug, fact);
        }
      }
      if (!pairs.empty()) say(group, pairs.front().second, yaml_braces(pairs));
    }
    if (!fresh.empty()) editor_.append(block + ": " + yaml_braces(fresh));
  }

  // A category has a name in each language.
  bool is_category(const std::string& word, const std::string& old) const {
    const auto found = instrument_.find_category(word);
    return word == old || (found && instrument_.categories[*found].name == old);
  }

  // What the facts leave empty is no difference.
  static bool says_more(const WaiverFacts& facts, const Waiver& old) {
    return (facts.until.given() && facts.until.text != to_string(old.until)) ||
           (facts.reason.given() && facts.reason.text != old.reason) ||
           (facts.owner.given() && facts.owner.text != old.owner);
  }

  // The waiver of the file that each one is: of one rule and the same indicators, and rather one
  // that says the same. `kNone` for a new one.
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
  std::vector<std::size_t> waivers_meant() const {
    std::vector<std::size_t> meant(facts_.waivers.size(), kNone);
    std::vector<bool> taken(before_.waivers.size());
    for (const bool same : {true, false}) {
      for (std::size_t i = 0; i < meant.size(); ++i) {
        const WaiverFacts& facts = facts_.waivers[i];
        const auto concerned = indicators_in(instrument_, facts.indicators.text);
        for (std::size_t w = 0; w < taken.size() && meant[i] == kNone; ++w) {
          const Waiver& old = before_.waivers[w];
          const bool one = old.rule == facts.rule.text &&
                           std::set(old.indicators.begin(), old.indicators.end()) == concerned;
          if (taken[w] || !one || (same && says_more(facts, old))) continue;
          meant[i] = w;
          taken[w] = true;
        }
      }
    }
    return meant;
  }

  void waivers(const Node& root) {
    const Node* list = editor_.document().find(root, "waive");
    const auto meant = waivers_meant();
    std::string fresh;
    for (std::size_t i = 0; i < meant.size(); ++i) {
      const WaiverFacts& facts = facts_.waivers[i];
      if (meant[i] != kNone) {
        change(editor_.document().children(*list), meant[i], facts);
      } else if (list != nullptr && list->is_sequence()) {
        editor_.append_to_list(*list, yaml_braces(yaml_pairs(facts)));
      } else {
        fresh += (fresh.empty() ? "" : ", ") + yaml_braces(yaml_pairs(facts));
      }
    }
    if (!fresh.empty()) editor_.append("waive: [" + fresh + "]");
  }

  template <class Items>
  void change(const Items& items, std::size_t at, const WaiverFacts& facts) {
    const Waiver& old = before_.waivers[at];
    WaiverFacts changed = facts;
    changed.rule = {};
    changed.indicators = {};
    if (facts.until.text == to_string(old.until)) changed.until = {};
    if (facts.reason.text == old.reason) changed.reason = {};
    if (facts.owner.text == old.owner) changed.owner = {};
    for (const Node& item : items) {
      if (at-- != 0) continue;
      for (const auto& [key, fact] : yaml_pairs(changed)) editor_.set(item, key, fact.text);
      break;
    }
  }

  YamlEditor& editor_;
  const Assessment& before_;
  const AssessmentFacts& facts_;
  const Instrument& instrument_;
};

}  // namespace

void update_whole(YamlEditor& editor, const Assessment& before, const AssessmentFacts& facts) {
  WholeUpdate(editor, before, facts).run();
}

const Node* find_component(const Document& document, const Node& mapping,
                           const Instrument& instrument, ComponentIndex index) {
  if (!mapping.is_mapping()) return nullptr;
  for (const Node& child : document.children(mapping)) {
    const ComponentIndex here = instrument.find(child.key);
    if (here == index) return &child;
    if (here == kNoComponent || instrument.at(here).is_indicator()) continue;
    if (const Node* below = find_component(document, child, instrument, index)) return below;
  }
  return nullptr;
}

std::set<ComponentIndex> indicators_in(const Instrument& instrument, const std::string& names) {
  std::set<ComponentIndex> all;
  for (std::size_t begin = 0; begin < names.size();) {
    const std::size_t end = std::min(names.find(", ", begin), names.size());
    const auto range = instrument.indicators_named(names.substr(begin, end - begin));
    all.insert(range.begin(), range.end());
    begin = end + 2;
  }
  return all;
}

}  // namespace spbe
