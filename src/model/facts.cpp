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
        {"kind", &AssessmentFacts::kind},
        {"province", &AssessmentFacts::province},
        {"source", &AssessmentFacts::origin},
        {"index", &AssessmentFacts::index},
        {"category", &AssessmentFacts::category}};
    for (const auto& [name, field] : kFields) take(facts_.*field, more_.*field, name);
    for (const auto& [index, more] : more_.indicators) indicator(index, more);
    values(facts_.values, more_.values);
    values(facts_.published, more_.published);
    for (const ObstacleFacts& more : more_.obstacles) obstacle(more);
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
    take(facts.units, more.units, of + "unit");
    take(facts.effort, more.effort, of + "effort");
    take(facts.evidence, more.evidence, of + "evidence");
    take(facts.note, more.note, of + "note");
  }

  void values(std::map<ComponentIndex, Fact>& facts, const std::map<ComponentIndex, Fact>& more) {
    for (const auto& [index, fact] : more)
      take(facts[index], fact, facts_.instrument->at(index).id);
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

void merge(AssessmentFacts& facts, const AssessmentFacts& more, Diagnostics& diagnostics) {
  Merge(facts, more, diagnostics).run();
}

}  // namespace spbe
