#include "model/facts.hpp"

#include <algorithm>
#include <utility>

namespace spbe {

namespace {

class Merge {
 public:
  Merge(AssessmentFacts& facts, const AssessmentFacts& more, Diagnostics& diagnostics)
      : facts_(facts), more_(more), diagnostics_(diagnostics) {}

  void run() {
    constexpr std::pair<const char*, Fact AssessmentFacts::*> kFields[] = {
        {"id", &AssessmentFacts::id},
        {"kind", &AssessmentFacts::kind},
        {"province", &AssessmentFacts::province},
        {"source", &AssessmentFacts::origin},
        {"effort_unit", &AssessmentFacts::effort_unit}};
    for (const auto& [name, field] : kFields) take(facts_.*field, more_.*field, name);
    for (const auto& [index, more] : more_.indicators) indicator(index, more);
    values(facts_.values, more_.values);
    whole(facts_.published, more_.published, "published ");
    whole(facts_.targets, more_.targets, "targets ");
    for (const ObstacleFacts& more : more_.obstacles) obstacle(more);
    for (const WaiverFacts& more : more_.waivers) waiver(more);
  }

 private:
  void take(Fact& fact, const Fact& more, const std::string& name) {
    if (!more.given()) return;
    if (!fact.given()) {
      fact = more;
    } else if (fact.text != more.text) {
      constexpr std::size_t kShown = 40;
      diagnostics_
          .error("cells-disagree", more.place,
                 {name, more.text.substr(0, kShown), fact.text.substr(0, kShown)})
          .note("first-given-here", {}, fact.place);
    }
  }

  void indicator(ComponentIndex index, const IndicatorFacts& more) {
    IndicatorFacts& facts = facts_.indicators[index];
    const std::string of = facts_.instrument->at(index).id + " ";
    take(facts.level, more.level, of + "level");
    take(facts.form, more.form, of + "from");
    take(facts.target, more.target, of + "target");
    take(facts.due, more.due, of + "due");
    take(facts.sure, more.sure, of + "sure");
    take(facts.units, more.units, of + "unit");
    take(facts.effort, more.effort, of + "effort");
    take(facts.evidence, more.evidence, of + "evidence");
    take(facts.note, more.note, of + "note");
  }

  void values(std::map<ComponentIndex, Fact>& facts, const std::map<ComponentIndex, Fact>& more) {
    for (const auto& [index, fact] : more)
      take(facts[index], fact, facts_.instrument->at(index).id);
  }

  void whole(WholeFacts& facts, const WholeFacts& more, const std::string& of) {
    take(facts.index, more.index, of + "index");
    take(facts.category, more.category, of + "category");
    values(facts.parts, more.parts);
  }

  // Those of one rule and the same indicators are one.
  void waiver(const WaiverFacts& more) {
    const auto same = std::ranges::find_if(facts_.waivers, [&](const WaiverFacts& one) {
      return one.rule.text == more.rule.text && one.indicators.text == more.indicators.text;
    });
    if (same == facts_.waivers.end()) {
      facts_.waivers.push_back(more);
      return;
    }
    const std::string of = more.rule.text + " ";
    take(same->until, more.until, of + "until");
    take(same->reason, more.reason, of + "reason");
    take(same->owner, more.owner, of + "owner");
  }

  void obstacle(const ObstacleFacts& more) {
    const auto same = std::ranges::find_if(
        facts_.obstacles, [&](const ObstacleFacts& one) { return one.id.text == more.id.text; });
    if (same == facts_.obstacles.end()) {
      facts_.obstacles.push_back(more);
      return;
    }
    const std::string of = more.id.text + " ";
    take(same->text, more.text, of + "text");
    take(same->units, more.units, of + "unit");
    take(same->holds, more.holds, of + "holds");
    take(same->at, more.at, of + "at");
    take(same->effort, more.effort, of + "effort");
  }

  AssessmentFacts& facts_;
  const AssessmentFacts& more_;
  Diagnostics& diagnostics_;
};

}  // namespace

bool WholeFacts::given() const { return index.given() || category.given() || !parts.empty(); }

void merge(AssessmentFacts& facts, const AssessmentFacts& more, Diagnostics& diagnostics) {
  Merge(facts, more, diagnostics).run();
}

}  // namespace spbe
