#include <memory>

#include "model/facts.hpp"
#include "model/value_forms.hpp"
#include "spbe/model/assessment.hpp"

namespace spbe {

void settle_forms(AssessmentFacts& facts, const Catalog& catalog) {
  const AssessmentFacts given = facts;
  bool any = false;
  for (auto& [index, one] : facts.indicators) {
    if (!one.form.given()) continue;
    any = true;
    const ExternalIndex* external = facts.instrument->external_of(index);
    const bool from = one.form.text.starts_with("{from:");
    // Without a known conversion the level is given beside the other index.
    if (from && external != nullptr && external->points.empty()) continue;
    one.level = {};
  }
  if (!any) return;
  Diagnostics ignored;
  const auto text = std::make_shared<const Source>("", yaml_of(facts).text);
  const auto assessment = read_assessment(text, catalog, ignored);
  if (!assessment) return;
  for (auto& [index, one] : facts.indicators) {
    if (!one.form.given()) continue;
    const Fact& level = given.indicators.at(index).level;
    const Details* details = assessment->details_of(index);
    if (details != nullptr) one.form.text = form_text(*details, *facts.instrument);
    if (one.level.given() || !level.given()) continue;
    if (Ratio::parse(level.text) == assessment->score(index).level) continue;
    one.level = level;
    one.form = {};
  }
}

}  // namespace spbe
