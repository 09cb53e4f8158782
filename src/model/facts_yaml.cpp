#include "model/facts_yaml.hpp"

#include <algorithm>

#include "document/yaml_text.hpp"
#include "model/cell_text.hpp"
#include "model/evidence_text.hpp"

namespace spbe {

namespace {

using Pairs = std::vector<std::pair<std::string, Fact>>;

class FactsYaml {
 public:
  explicit FactsYaml(const AssessmentFacts& facts)
      : facts_(facts), instrument_(*facts.instrument) {}

  TracedText write() {
    text("institution", facts_.institution);
    out_.add("year: " + facts_.year.text, facts_.year.place);
    out_.add("instrument: " + yaml_text(instrument_.id), facts_.instrument_id.place);
    text("id", facts_.id);
    text("kind", facts_.kind);
    text("province", facts_.province);
    text("stage", facts_.stage);
    text("source", facts_.origin);
    text("effort_unit", facts_.effort_unit);
    out_.add("scores:", facts_.place);
    for (const ComponentIndex root : instrument_.roots) component(root);
    levels_beside_values();
    whole("published", facts_.published);
    whole("targets", facts_.targets);
    list("obstacles", facts_.obstacles);
    list("waive", facts_.waivers);
    return std::move(out_);
  }

 private:
  void text(const std::string& key, const Fact& fact) {
    if (fact.given()) out_.add(key + ": " + yaml_text(fact.text), fact.place);
  }

  const Fact* value_of_component(ComponentIndex index) const {
    const auto found = facts_.values.find(index);
    return found == facts_.values.end() || !found->second.given() ? nullptr : &found->second;
  }

  static std::string key_of(const Component& c) { return c.slug.empty() ? c.key : c.slug; }

  void component(ComponentIndex index) {
    const Component& c = instrument_.at(index);
    const std::string indent(2 * c.depth + 2, ' ');
    if (c.is_indicator()) {
      indicator(index, indent);
      return;
    }
    if (const Fact* value = value_of_component(index)) {
      out_.add(indent + key_of(c) + ": " + value->text, value->place);
      return;
    }
    out_.add(indent + key_of(c) + ":  # " + printable(c.name), facts_.place);
    for (const ComponentIndex child : c.children) component(child);
  }

  void indicator(ComponentIndex index, const std::string& indent) {
    constexpr std::size_t kCommentColumn = 14;
    const Component& c = instrument_.at(index);
    const auto found = facts_.indicators.find(index);
    const Pairs pairs = found == facts_.indicators.end() ? Pairs() : yaml_pairs(found->second);
    const bool only_level = pairs.size() == 1 && pairs.front().first == "level";
    std::string line = indent + c.key + ":";
    if (only_level) line += " " + pairs.front().second.text;
    line.append(std::max(kCommentColumn, line.size() + 2) - line.size(), ' ');
    out_.add(line + "# " + printable(c.name),
             only_level ? pairs.front().second.place : facts_.place);
    if (only_level) return;
    const std::string inner = indent + "  ";
    for (const auto& [key, fact] : pairs) out_.add(inner + key + ": " + fact.text, fact.place);
  }

  // A contradiction, which the reader then reports at the cells.
  void levels_beside_values() {
    for (const auto& [index, facts] : facts_.indicators) {
      const Pairs pairs = yaml_pairs(facts);
      bool below = false;
      for (ComponentIndex up = index; up != kNoComponent; up = instrument_.at(up).parent) {
        below = below || value_of_component(up) != nullptr;
      }
      if (!below || pairs.empty()) continue;
      std::string line;
      for (const auto& [key, fact] : pairs)
        line += (line.empty() ? "" : ", ") + key + ": " + fact.text;
      out_.add("  " + instrument_.at(index).key + ": {" + line + "}", pairs.front().second.place);
    }
  }

  void whole(const std::string& key, const WholeFacts& said) {
    std::vector<std::pair<std::string, Location>> lines;
    if (said.index.given()) lines.emplace_back("  index: " + said.index.text, said.index.place);
    if (said.category.given())
      lines.emplace_back("  category: " + yaml_text(said.category.text), said.category.place);
    for (const ComponentKind kind : {ComponentKind::domain, ComponentKind::aspect}) {
      bool first = true;
      for (const auto& [index, fact] : said.parts) {
        const Component& c = instrument_.at(index);
        if (c.kind != kind || !fact.given()) continue;
        if (first) lines.emplace_back("  " + std::string(to_string(kind)) + "s:", facts_.place);
        first = false;
        lines.emplace_back("    " + key_of(c) + ": " + fact.text, fact.place);
      }
    }
    if (!lines.empty()) out_.add(key + ":", facts_.place);
    for (const auto& [line, place] : lines) out_.add(line, place);
  }

  template <class Entry>
  void list(const std::string& key, const std::vector<Entry>& entries) {
    if (!entries.empty()) out_.add(key + ":", facts_.place);
    for (const Entry& entry : entries) {
      std::string mark = "  - ";
      for (const auto& [name, fact] : yaml_pairs(entry)) {
        out_.add(mark + name + ": " + fact.text, fact.place);
        mark = "    ";
      }
    }
  }

  const AssessmentFacts& facts_;
  const Instrument& instrument_;
  TracedText out_;
};

}  // namespace

std::string yaml_braces(const Pairs& pairs) {
  std::string out;
  for (const auto& [key, fact] : pairs) out += (out.empty() ? "" : ", ") + key + ": " + fact.text;
  return "{" + out + "}";
}

std::string yaml_list(const Fact& fact) {
  std::string items;
  const auto lines = lines_of_cell(fact.text);
  for (const std::string& line : lines) items += (items.empty() ? "" : ", ") + yaml_text(line);
  return lines.size() == 1 ? items : "[" + items + "]";
}

std::string yaml_evidence(const Fact& fact) {
  std::string items;
  const auto lines = lines_of_cell(fact.text);
  for (const std::string& line : lines)
    items += (items.empty() ? "" : ", ") + evidence_yaml(parse_evidence_line(line));
  return lines.size() == 1 ? items : "[" + items + "]";
}

std::string yaml_numbers(const Fact& fact) {
  std::string items;
  std::size_t count = 0;
  for (std::size_t begin = 0; begin <= fact.text.size();) {
    const std::size_t end = std::min(fact.text.find(';', begin), fact.text.size());
    items += (items.empty() ? "" : ", ") + fact.text.substr(begin, end - begin);
    ++count;
    begin = end + 1;
  }
  return count == 1 ? items : "[" + items + "]";
}

Pairs yaml_pairs(const IndicatorFacts& facts) {
  Pairs pairs;
  const auto add = [&](const char* key, const Fact& fact, const std::string& text) {
    if (fact.given()) pairs.emplace_back(key, Fact{text, fact.place});
  };
  // "{complete: 2}": its inside is a pair.
  if (facts.form.given()) {
    const std::string inside = facts.form.text.substr(1, facts.form.text.size() - 2);
    const std::size_t colon = inside.find(':');
    pairs.emplace_back(inside.substr(0, colon),
                       Fact{inside.substr(std::min(colon + 2, inside.size())), facts.form.place});
  }
  add("level", facts.level, facts.level.text);
  const bool many_units = lines_of_cell(facts.units.text).size() > 1;
  add(many_units ? "units" : "unit", facts.units, yaml_list(facts.units));
  add("target", facts.target, facts.target.text);
  add("due", facts.due, facts.due.text);
  add("sure", facts.sure, facts.sure.text);
  add("effort", facts.effort, yaml_numbers(facts.effort));
  add("evidence", facts.evidence, yaml_evidence(facts.evidence));
  add("note", facts.note, yaml_text(facts.note.text));
  return pairs;
}

Pairs yaml_pairs(const ObstacleFacts& facts) {
  Pairs pairs;
  const auto add = [&](const char* key, const Fact& fact, const std::string& text) {
    if (fact.given()) pairs.emplace_back(key, Fact{text, fact.place});
  };
  add("id", facts.id, yaml_text(facts.id.text));
  add("text", facts.text, yaml_text(facts.text.text));
  const bool many_units = lines_of_cell(facts.units.text).size() > 1;
  add(many_units ? "units" : "unit", facts.units, yaml_list(facts.units));
  add("holds", facts.holds, "[" + facts.holds.text + "]");
  add("at", facts.at, facts.at.text);
  add("effort", facts.effort, facts.effort.text);
  return pairs;
}

Pairs yaml_pairs(const WaiverFacts& facts) {
  Pairs pairs;
  const auto add = [&](const char* key, const Fact& fact, const std::string& text) {
    if (fact.given()) pairs.emplace_back(key, Fact{text, fact.place});
  };
  add("rule", facts.rule, yaml_text(facts.rule.text));
  add("indicators", facts.indicators, "[" + facts.indicators.text + "]");
  add("until", facts.until, facts.until.text);
  add("reason", facts.reason, yaml_text(facts.reason.text));
  add("owner", facts.owner, yaml_text(facts.owner.text));
  return pairs;
}

TracedText yaml_of(const AssessmentFacts& facts) { return FactsYaml(facts).write(); }

}  // namespace spbe
