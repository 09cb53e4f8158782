#include "model/facts_update.hpp"

#include <algorithm>
#include <set>
#include <stdexcept>
#include <utility>

#include "document/yaml_reader.hpp"
#include "document/yaml_text.hpp"
#include "model/cell_text.hpp"
#include "model/facts_yaml.hpp"
#include "model/level_place.hpp"
#include "spbe/model/institution_name.hpp"
#include "spbe/model/rewrite.hpp"

namespace spbe {

namespace {

using FactPairs = std::vector<std::pair<std::string, Fact>>;

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
    const bool broken = end < text().size();
    const std::string line_of_item = std::string(column, ' ') + "- " + item;
    if (broken) {
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
    const bool broken = text().empty() || text().back() == '\n';
    edits_.push_back({text().size(), text().size(), (broken ? "" : line_end_) + pair + line_end_});
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

class Update {
 public:
  Update(const Document& document, const Assessment& before, const AssessmentFacts& facts)
      : editor_(document), before_(before), facts_(facts), instrument_(*before.instrument) {}

  UpdatedText run() {
    const Node& root = editor_.document().root();
    text(root, "kind", facts_.kind, before_.kind);
    text(root, "province", facts_.province, before_.province);
    text(root, "source", facts_.origin, before_.origin);
    scores(*editor_.document().find(root, "scores"));
    published(root);
    obstacles(root);
    const std::size_t changed = editor_.changes();
    return {editor_.result(), changed};
  }

 private:
  template <class Old>
  void text(const Node& root, const std::string& key, const Fact& fact, const Old& old) {
    std::string said;
    if constexpr (std::is_convertible_v<Old, std::string>) {
      said = old;
    } else {
      said = std::string(to_string(old));
    }
    if (!fact.given() || fact.text == said) return;
    if (const Node* node = editor_.document().find(root, key)) {
      editor_.replace(*node, yaml_text(fact.text));
    } else {
      editor_.append(key + ": " + yaml_text(fact.text));
    }
  }

  const Node* find(const Node& mapping, ComponentIndex index) const {
    if (!mapping.is_mapping()) return nullptr;
    for (const Node& child : editor_.document().children(mapping)) {
      const ComponentIndex here = instrument_.find(child.key);
      if (here == index) return &child;
      if (here == kNoComponent || instrument_.at(here).is_indicator()) continue;
      if (const Node* below = find(child, index)) return below;
    }
    return nullptr;
  }

  // What the facts say otherwise than the file.
  FactPairs changes(ComponentIndex index, const IndicatorFacts& facts) const {
    static const Details none;
    const Details* given = before_.details_of(index);
    const Details& old = given == nullptr ? none : *given;
    IndicatorFacts changed = facts;
    const Score& score = before_.score(index);
    const auto level = Ratio::parse(facts.level.text);
    if (score.kind == Score::Kind::level && level == score.level) changed.level = changed.form = {};
    if (facts.form.given() && !facts.level.given() && score.kind == Score::Kind::level) {
      changed.form = {};
    }
    if (old.target && Ratio::parse(facts.target.text) == old.target) changed.target = {};
    if (lines_of_cell(facts.units.text) == old.units) changed.units = {};
    if (lines_of_cell(facts.evidence.text) == old.evidence) changed.evidence = {};
    if (facts.note.text == old.note) changed.note = {};
    if (same_efforts(facts.effort.text, old.effort)) changed.effort = {};
    return yaml_pairs(changed);
  }

  static bool same_efforts(const std::string& text, const std::vector<Ratio>& old) {
    std::vector<Ratio> numbers;
    for (std::size_t begin = 0; begin <= text.size();) {
      const std::size_t end = std::min(text.find(';', begin), text.size());
      if (const auto number = Ratio::parse(text.substr(begin, end - begin))) {
        numbers.push_back(*number);
      }
      begin = end + 1;
    }
    return numbers == old;
  }

  static std::string in_braces(const FactPairs& pairs) {
    std::string out;
    for (const auto& [key, fact] : pairs) out += (out.empty() ? "" : ", ") + key + ": " + fact.text;
    return "{" + out + "}";
  }

  void scores(const Node& scores) {
    for (const auto& [index, fact] : facts_.values) {
      const Score& old = before_.score(index);
      const bool same =
          old.kind == Score::Kind::published && Ratio::parse(fact.text) == old.published.printed;
      if (!fact.given() || same) continue;
      put(scores, index, fact.text);
    }
    for (const auto& [index, facts] : facts_.indicators) {
      const FactPairs pairs = changes(index, facts);
      if (pairs.empty()) continue;
      const Node* node = find(scores, index);
      const bool only_level = pairs.size() == 1 && pairs.front().first == "level";
      if (node != nullptr && node->is_mapping()) {
        for (const auto& [key, fact] : pairs) set_detail(*node, key, fact.text);
      } else if (only_level) {
        put(scores, index, pairs.front().second.text);
      } else {
        put(scores, index, in_braces(with_level(index, pairs)));
      }
    }
  }

  // A level that stands alone moves in with the rest.
  FactPairs with_level(ComponentIndex index, FactPairs pairs) const {
    const bool has = std::ranges::any_of(pairs, [](const auto& pair) {
      return pair.first == "level" || pair.first == "complete" || pair.first == "items";
    });
    const Score& score = before_.score(index);
    if (!has && score.kind == Score::Kind::level) {
      const std::string_view written = before_.source->at(score.span);
      pairs.insert(pairs.begin(), {"level", Fact{std::string(written), {}}});
    }
    return pairs;
  }

  void put(const Node& scores, ComponentIndex index, const std::string& value) {
    const Component& c = instrument_.at(index);
    if (const Node* node = find(scores, index)) {
      editor_.replace(*node, value);
    } else {
      editor_.insert(scores, (c.slug.empty() ? c.key : c.slug) + ": " + value);
    }
  }

  void set_detail(const Node& details, const std::string& key, const std::string& value) {
    const bool units = key == "unit" || key == "units";
    const Node* other =
        units ? editor_.document().find(details, key == "unit" ? "units" : "unit") : nullptr;
    if (other != nullptr) {
      editor_.replace(*other, value);
    } else {
      editor_.set(details, key, value);
    }
  }

  void published(const Node& root) {
    FactPairs fresh;
    const Node* node = editor_.document().find(root, "published");
    const auto say = [&](const std::string& key, const Fact& fact, const std::string& value) {
      if (node == nullptr) {
        fresh.emplace_back(key, Fact{value, fact.place});
      } else {
        editor_.set(*node, key, value);
      }
    };
    const auto& old = before_.published;
    const auto differs = [](const Fact& fact, const std::optional<PublishedNumber>& number) {
      return fact.given() && (!number || Ratio::parse(fact.text) != number->printed);
    };
    if (differs(facts_.index, old.index)) say("index", facts_.index, facts_.index.text);
    if (facts_.category.given() && facts_.category.text != old.category) {
      say("category", facts_.category, yaml_text(facts_.category.text));
    }
    for (const ComponentKind kind : {ComponentKind::domain, ComponentKind::aspect}) {
      const std::string group = std::string(to_string(kind)) + "s";
      const Node* place = node == nullptr ? nullptr : editor_.document().find(*node, group);
      FactPairs pairs;
      for (const auto& [index, fact] : facts_.published) {
        const Component& c = instrument_.at(index);
        std::optional<PublishedNumber> number;
        for (const auto& [component, one] : old.components) {
          if (component == index) number = one;
        }
        if (c.kind != kind || !differs(fact, number)) continue;
        const Node* there = place == nullptr ? nullptr : find(*place, index);
        if (there != nullptr) {
          editor_.replace(*there, fact.text);
        } else if (place != nullptr) {
          editor_.insert(*place, c.slug + ": " + fact.text);
        } else {
          pairs.emplace_back(c.slug, fact);
        }
      }
      if (!pairs.empty()) say(group, pairs.front().second, in_braces(pairs));
    }
    if (!fresh.empty()) editor_.append("published: " + in_braces(fresh));
  }

  void obstacles(const Node& root) {
    const Node* list = editor_.document().find(root, "obstacles");
    std::string fresh;
    for (const ObstacleFacts& facts : facts_.obstacles) {
      const auto old = std::ranges::find(before_.obstacles, facts.id.text, &Obstacle::id);
      if (old == before_.obstacles.end()) {
        const std::string item = in_braces(yaml_pairs(facts));
        if (list != nullptr && list->is_sequence()) {
          editor_.append_to_list(*list, item);
        } else {
          fresh += (fresh.empty() ? "" : ", ") + item;
        }
        continue;
      }
      const auto at = static_cast<std::size_t>(old - before_.obstacles.begin());
      change_obstacle(*list, at, facts, *old);
    }
    if (!fresh.empty()) editor_.append("obstacles: [" + fresh + "]");
  }

  // Of "12, 21-31".
  std::set<ComponentIndex> indicators_of(const std::string& names) const {
    std::set<ComponentIndex> all;
    for (std::size_t begin = 0; begin < names.size();) {
      const std::size_t end = std::min(names.find(", ", begin), names.size());
      const auto range = instrument_.indicator_range(names.substr(begin, end - begin));
      all.insert(range.begin(), range.end());
      begin = end + 2;
    }
    return all;
  }

  void change_obstacle(const Node& list, std::size_t at, const ObstacleFacts& facts,
                       const Obstacle& old) {
    ObstacleFacts changed = facts;
    changed.id = {};
    if (facts.text.text == old.text) changed.text = {};
    if (lines_of_cell(facts.units.text) == old.units) changed.units = {};
    if (Ratio::parse(facts.at.text) == old.at) changed.at = {};
    if (old.effort && Ratio::parse(facts.effort.text) == old.effort) changed.effort = {};
    if (indicators_of(facts.holds.text) == std::set(old.holds.begin(), old.holds.end())) {
      changed.holds = {};
    }
    std::size_t i = 0;
    for (const Node& item : editor_.document().children(list)) {
      if (i++ != at) continue;
      for (const auto& [key, fact] : yaml_pairs(changed)) set_detail(item, key, fact.text);
    }
  }

  YamlEditor editor_;
  const Assessment& before_;
  const AssessmentFacts& facts_;
  const Instrument& instrument_;
};

std::optional<Assessment> read_text(const Assessment& before, std::string text,
                                    const Catalog& catalog, Diagnostics& diagnostics) {
  return read_assessment(std::make_shared<const Source>(before.source->name, std::move(text)),
                         catalog, diagnostics);
}

bool is_of(const Assessment& before, const AssessmentFacts& facts, Diagnostics& diagnostics) {
  if (!same_institution(before.institution, facts.institution.text)) {
    diagnostics.error("into-other", facts.institution.place,
                      {facts.institution.text, before.institution});
  } else if (std::to_string(before.year) != facts.year.text) {
    diagnostics.error("into-other", facts.year.place,
                      {facts.year.text, std::to_string(before.year)});
  } else if (before.instrument->id != facts.instrument->id) {
    diagnostics.error("instruments-differ", facts.place,
                      {facts.instrument->name, before.instrument->name});
  } else {
    return true;
  }
  return false;
}

}  // namespace

std::optional<UpdatedText> update_assessment(const Assessment& before, const AssessmentFacts& facts,
                                             const Catalog& catalog, Diagnostics& diagnostics) {
  if (!is_of(before, facts, diagnostics)) return std::nullopt;
  // Levels first, wherever the file has a place for them.
  std::vector<std::optional<Ratio>> levels(before.scores.size());
  for (const auto& [index, one] : facts.indicators) {
    if (before.score(index).place.kind == LevelPlace::Kind::none) continue;
    levels[index] = Ratio::parse(one.level.text);
  }
  const Rewritten rewritten = rewrite_levels(before, levels);
  const auto between = read_text(before, rewritten.text, catalog, diagnostics);
  if (!between) return std::nullopt;
  UpdatedText updated;
  read_yaml(between->source, diagnostics,
            [&](const Document& document) { updated = Update(document, *between, facts).run(); });
  const auto after = read_text(before, updated.text, catalog, diagnostics);
  if (!after) return std::nullopt;
  read_yaml(after->source, diagnostics, [&](const Document& document) {
    if (Update(document, *after, facts).run().changed == 0) return;
    throw std::logic_error("an update of a file did not say what the table says");
  });
  if (before.source->byte_order_mark) updated.text = "\xEF\xBB\xBF" + updated.text;
  updated.changed += rewritten.changed;
  return updated;
}

}  // namespace spbe
