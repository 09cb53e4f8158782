#include "model/facts_update.hpp"

#include <algorithm>
#include <set>
#include <stdexcept>
#include <utility>

#include "document/yaml_reader.hpp"
#include "document/yaml_text.hpp"
#include "model/cell_text.hpp"
#include "model/evidence_text.hpp"
#include "model/facts_update_whole.hpp"
#include "model/facts_yaml.hpp"
#include "model/value_forms.hpp"
#include "model/yaml_editor.hpp"
#include "spbe/base/amount.hpp"
#include "spbe/model/institution_name.hpp"
#include "spbe/model/rewrite.hpp"

namespace spbe {

namespace {

using Lines = std::vector<std::string>;
using FactPairs = std::vector<std::pair<std::string, Fact>>;

// Of a list, each item in YAML.
struct ItemChange {
  Lines before;
  Lines after;
};

class Update {
 public:
  Update(const Document& document, const Assessment& before, const AssessmentFacts& facts)
      : editor_(document), before_(before), facts_(facts), instrument_(*before.instrument) {}

  UpdatedText run() {
    const Node& root = editor_.document().root();
    text(root, "id", facts_.id, before_.id);
    text(root, "kind", facts_.kind, before_.kind);
    text(root, "province", facts_.province, before_.province);
    text(root, "source", facts_.origin, before_.origin);
    text(root, "effort_unit", facts_.effort_unit, before_.effort_unit);
    scores(*editor_.document().find(root, "scores"));
    update_whole(editor_, before_, facts_);
    obstacles(root);
    const std::size_t changed = editor_.changes();
    return {editor_.result(), changed};
  }

 private:
  template <class Old>
  void text(const Node& root, const std::string& key, const Fact& fact, const Old& old) {
    std::string_view said;
    if constexpr (std::is_convertible_v<Old, std::string>) {
      said = old;
    } else {
      said = to_string(old);
    }
    if (!fact.given() || fact.text == said) return;
    if (const Node* node = editor_.document().find(root, key)) {
      editor_.replace(*node, yaml_text(fact.text));
    } else {
      editor_.append(key + ": " + yaml_text(fact.text));
    }
  }

  const Node* node_of(const Node& mapping, ComponentIndex index) const {
    return find_component(editor_.document(), mapping, instrument_, index);
  }

  // What the facts say otherwise than the file.
  FactPairs changes(ComponentIndex index, const IndicatorFacts& facts) const {
    static const Details none;
    const Details* given = before_.details_of(index);
    const Details& old = given == nullptr ? none : *given;
    IndicatorFacts changed = facts;
    const Score& score = before_.score(index);
    const auto level = Ratio::parse(facts.level.text);
    if (score.kind == Score::Kind::level && level == score.level) changed.level = {};
    if (facts.form.text == form_text(old, instrument_)) changed.form = {};
    if (old.target && Ratio::parse(facts.target.text) == old.target) changed.target = {};
    if (old.due && facts.due.text == to_string(*old.due)) changed.due = {};
    if (old.sure && Ratio::parse(facts.sure.text) == old.sure) changed.sure = {};
    if (lines_of_cell(facts.units.text) == old.units) changed.units = {};
    if (same_evidence(facts.evidence.text, old)) changed.evidence = {};
    if (facts.note.text == old.note) changed.note = {};
    if (same_efforts(facts.effort.text, old.effort)) changed.effort = {};
    return yaml_pairs(changed);
  }

  static bool same_evidence(const std::string& text, const Details& old) {
    const auto lines = lines_of_cell(text);
    if (lines.size() != old.evidence.size()) return false;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const EvidenceLine said = parse_evidence_line(lines[i]);
      const EvidencePlace& place = old.evidence_places[i];
      if (said.text != old.evidence[i] || said.place.date != place.date ||
          said.place.file != place.file || said.place.link != place.link) {
        return false;
      }
    }
    return true;
  }

  static Lines yaml_texts(const Lines& texts) {
    Lines items;
    for (const std::string& text : texts) items.push_back(yaml_text(text));
    return items;
  }

  // The items of a list as they are and as they shall be.
  static ItemChange items_of(const std::string& key, const IndicatorFacts& facts,
                             const Details* old) {
    if (old == nullptr) return {};
    if (key == "unit" || key == "units")
      return {yaml_texts(old->units), yaml_texts(lines_of_cell(facts.units.text))};
    if (key != "evidence") return {};
    ItemChange change;
    for (std::size_t i = 0; i < old->evidence.size(); ++i)
      change.before.push_back(evidence_yaml({old->evidence[i], old->evidence_places[i]}));
    for (const std::string& line : lines_of_cell(facts.evidence.text))
      change.after.push_back(evidence_yaml(parse_evidence_line(line)));
    return change;
  }

  static bool same_efforts(const std::string& text, const std::vector<Ratio>& old) {
    std::vector<Ratio> numbers;
    for (std::size_t begin = 0; begin <= text.size();) {
      const std::size_t end = std::min(text.find(';', begin), text.size());
      if (const auto number = parse_amount(text.substr(begin, end - begin))) {
        numbers.push_back(*number);
      }
      begin = end + 1;
    }
    return numbers == old;
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
      const Node* node = node_of(scores, index);
      const bool only_level = pairs.size() == 1 && pairs.front().first == "level";
      if (node != nullptr && node->is_mapping()) {
        for (const auto& [key, fact] : pairs) {
          if (is_form(key) && replace_form(*node, key, fact.text)) continue;
          set_detail(*node, key, fact.text, items_of(key, facts, before_.details_of(index)));
        }
      } else if (only_level) {
        put(scores, index, pairs.front().second.text);
      } else {
        put(scores, index, yaml_braces(with_level(index, pairs)));
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
    if (const Node* node = node_of(scores, index)) {
      editor_.replace(*node, value);
    } else {
      editor_.insert(scores, (c.slug.empty() ? c.key : c.slug) + ": " + value);
    }
  }

  static bool is_form(const std::string& key) {
    return key == "complete" || key == "items" || key == "from";
  }

  // Puts it where another form of a value stands; false where the same one stands, or none.
  bool replace_form(const Node& details, const std::string& key, const std::string& value) {
    if (editor_.document().find(details, key) != nullptr) return false;
    std::string pair = key;
    pair.append(": ").append(value);
    for (const std::string_view other : {"level", "complete", "items", "from"}) {
      const Node* node = editor_.document().find(details, other);
      if (node == nullptr || (key == "from" && other == "level")) continue;
      editor_.replace_pair(*node, pair);
      return true;
    }
    return false;
  }

  void set_detail(const Node& details, const std::string& key, const std::string& value,
                  const ItemChange& items) {
    const bool units = key == "unit" || key == "units";
    const Node* other =
        units ? editor_.document().find(details, key == "unit" ? "units" : "unit") : nullptr;
    const Node* there = other != nullptr ? other : editor_.document().find(details, key);
    if (there != nullptr && there->is_sequence() && !items.after.empty() &&
        editor_.replace_items(*there, items.before, items.after)) {
      return;
    }
    if (other != nullptr) {
      editor_.replace(*other, value);
    } else {
      editor_.set(details, key, value);
    }
  }

  void obstacles(const Node& root) {
    const Node* list = editor_.document().find(root, "obstacles");
    std::string fresh;
    for (const ObstacleFacts& facts : facts_.obstacles) {
      const auto old = std::ranges::find(before_.obstacles, facts.id.text, &Obstacle::id);
      if (old == before_.obstacles.end()) {
        const std::string item = yaml_braces(yaml_pairs(facts));
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

  void change_obstacle(const Node& list, std::size_t at, const ObstacleFacts& facts,
                       const Obstacle& old) {
    ObstacleFacts changed = facts;
    changed.id = {};
    if (facts.text.text == old.text) changed.text = {};
    if (lines_of_cell(facts.units.text) == old.units) changed.units = {};
    if (Ratio::parse(facts.at.text) == old.at) changed.at = {};
    if (old.effort && parse_amount(facts.effort.text) == old.effort) changed.effort = {};
    if (indicators_in(instrument_, facts.holds.text) ==
        std::set(old.holds.begin(), old.holds.end())) {
      changed.holds = {};
    }
    std::size_t i = 0;
    for (const Node& item : editor_.document().children(list)) {
      if (i++ != at) continue;
      for (const auto& [key, fact] : yaml_pairs(changed)) {
        const bool units = key == "unit" || key == "units";
        const ItemChange items{yaml_texts(old.units), yaml_texts(lines_of_cell(facts.units.text))};
        set_detail(item, key, fact.text, units ? items : ItemChange());
      }
    }
  }

  YamlEditor editor_;
  const Assessment& before_;
  const AssessmentFacts& facts_;
  const Instrument& instrument_;
};

// Warnings were given when the file and the table were read.
std::optional<Assessment> read_text(const Assessment& before, std::string text,
                                    const Catalog& catalog, Diagnostics& diagnostics) {
  Diagnostics found;
  auto assessment = read_assessment(
      std::make_shared<const Source>(before.source->name, std::move(text)), catalog, found);
  if (found.has_errors()) diagnostics.append(std::move(found));
  return assessment;
}

bool is_of(const Assessment& before, const AssessmentFacts& facts, Diagnostics& diagnostics) {
  const bool with_ids = !before.id.empty() && facts.id.given();
  const bool same = with_ids ? same_name(before.id, facts.id.text)
                             : same_institution(before.institution, facts.institution.text);
  if (!same) {
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

std::optional<UpdatedText> update_assessment(const Assessment& before, const AssessmentFacts& said,
                                             const Catalog& catalog, Diagnostics& diagnostics) {
  if (!is_of(before, said, diagnostics)) return std::nullopt;
  AssessmentFacts facts = said;
  settle_forms(facts, catalog);
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
