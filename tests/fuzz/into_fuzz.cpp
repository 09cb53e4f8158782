// A table into an assessment that is there, parted by a line "===": what is written can be read,
// says what the table says, leaves the rest as it was, and a second time changes nothing.
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "fuzz/targets.hpp"
#include "model/facts_update.hpp"
#include "model/table_import.hpp"
#include "spbe/spbe.hpp"

namespace {

using spbe::fuzz::must;

std::optional<spbe::Assessment> assessment_in(const std::string& text,
                                              const spbe::Catalog& catalog) {
  spbe::Diagnostics diagnostics;
  return spbe::read_assessment(std::make_shared<const spbe::Source>("fuzz", text), catalog,
                               diagnostics);
}

// What no table of an indicator a row can have touched.
void rest_is_kept(const spbe::Assessment& before, const spbe::Assessment& after,
                  const spbe::AssessmentFacts& facts) {
  must(after.institution == before.institution && after.year == before.year);
  must(after.stage == before.stage && after.instrument->id == before.instrument->id);
  must(after.waivers.size() == before.waivers.size());
  must(after.obstacles.size() >= before.obstacles.size());
  must(after.effort_unit == before.effort_unit);
  must(after.targets.index == before.targets.index);
  for (const spbe::ComponentIndex i : before.instrument->indicators) {
    if (facts.indicators.contains(i)) continue;
    const spbe::Score& old = before.score(i);
    const spbe::Score& now = after.score(i);
    if (old.kind == spbe::Score::Kind::level) must(now.kind == old.kind && now.level == old.level);
    const spbe::Details* given = before.details_of(i);
    if (given == nullptr) continue;
    const spbe::Details* kept = after.details_of(i);
    must(kept != nullptr && kept->note == given->note && kept->units == given->units &&
         kept->evidence == given->evidence && kept->effort == given->effort &&
         kept->target == given->target && kept->sure == given->sure);
  }
}

void says(const spbe::Assessment& after, const spbe::AssessmentFacts& facts) {
  for (const auto& [index, said] : facts.indicators) {
    if (!said.level.given() || said.form.given()) continue;
    const auto level = spbe::Ratio::parse(said.level.text);
    if (!level) continue;
    must(after.score(index).kind == spbe::Score::Kind::level && after.score(index).level == *level);
  }
}

}  // namespace

void spbe::fuzz::into(const std::string& bytes) {
  static const spbe::Catalog catalog;
  constexpr std::string_view kBetween = "\n===\n";
  const std::size_t cut = bytes.find(kBetween);
  if (cut == std::string::npos) return;
  const auto before = assessment_in(bytes.substr(0, cut + 1), catalog);
  if (!before) return;
  const auto table =
      std::make_shared<const spbe::Source>("table", bytes.substr(cut + kBetween.size()));
  spbe::ImportSettings settings;
  settings.instrument = before->instrument;
  settings.year = before->year;
  settings.institution = before->institution;
  std::vector<spbe::AssessmentFacts> parts;
  spbe::Diagnostics diagnostics;
  spbe::import_file(table, catalog, settings, diagnostics,
                    {[](spbe::ImportedRow&& /*row*/, spbe::Diagnostics& /*found*/) {},
                     [&](spbe::AssessmentFacts&& facts, spbe::Diagnostics& /*found*/) {
                       parts.push_back(std::move(facts));
                     }});
  for (const spbe::AssessmentFacts& facts : parts) {
    if (diagnostics.has_errors() || !assessment_of(facts, "table", catalog, diagnostics)) return;
    const auto updated = update_assessment(*before, facts, catalog, diagnostics);
    must(updated.has_value() || diagnostics.has_errors());
    if (!updated) return;
    const auto after = assessment_in(updated->text, catalog);
    must(after.has_value());
    const std::string mark = before->source->byte_order_mark ? "\xEF\xBB\xBF" : "";
    must(updated->changed > 0 || updated->text == mark + before->source->text);
    rest_is_kept(*before, *after, facts);
    says(*after, facts);
    const auto again = update_assessment(*after, facts, catalog, diagnostics);
    must(again.has_value() && again->changed == 0 && again->text == updated->text);
  }
}
