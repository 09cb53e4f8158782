// Instruments: what is accepted computes, explains and plans an assessment without an exception.
#include <cstdlib>
#include <memory>
#include <string>

#include "fuzz/targets.hpp"
#include "spbe/spbe.hpp"

void spbe::fuzz::instrument(const std::string& bytes) {
  spbe::Catalog catalog;
  spbe::Diagnostics diagnostics;
  const auto source = std::make_shared<const spbe::Source>("fuzz", bytes);
  if (!catalog.add(source, diagnostics)) {
    if (!diagnostics.has_errors()) std::abort();
    return;
  }
  const std::string id = catalog.entries().front().id;
  catalog.set_default(id);
  const auto instrument = catalog.find(id);
  if (instrument == nullptr) std::abort();
  spbe::Assessment assessment;
  assessment.institution = "X";
  assessment.year = 2023;
  assessment.instrument = instrument;
  assessment.source = source;
  assessment.scores.resize(instrument->components.size());
  try {
    compute(assessment);
    for (const spbe::ComponentIndex i : instrument->indicators) {
      assessment.scores[i].kind = spbe::Score::Kind::level;
      assessment.scores[i].level = spbe::Ratio(instrument->scale_of(i).low);
    }
    compute(assessment);
    spbe::PlanRequest request;
    request.rules = rules_of(*instrument, edition_for_plan(*instrument, 2023));
    make_plan(assessment, request, diagnostics);
  } catch (const spbe::RatioOverflow&) {
    // The command line makes it an error of the file.
  }
}
