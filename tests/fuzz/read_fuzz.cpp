// Whatever the bytes, reading ends in assessments or errors; each assessment can be computed and
// shown, and what is written of it is read again and says the same.
#include <cstdlib>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "commands/compute/data.hpp"
#include "commands/compute/report.hpp"
#include "fuzz/targets.hpp"
#include "model/instrument_reader.hpp"
#include "render/page_html.hpp"
#include "render/page_writers.hpp"
#include "spbe/spbe.hpp"

namespace {

using spbe::fuzz::must;

void show(const spbe::Evaluation& evaluation, const spbe::Catalog& catalog) {
  spbe::ComputeReport report;
  report.current = &evaluation;
  report.previous = &evaluation;
  report.details = true;
  const spbe::page::Page page = compute_page(report, spbe::Language::indonesian);
  spbe::ComputeJson json(spbe::ComputeJson::Form::document, true);
  const spbe::ComputeCsv csv(catalog, true);
  const std::string all = spbe::page_text(page, {spbe::Language::indonesian, 80, true}) +
                          spbe::page_markdown(page) + spbe::page_html(page, {"x", "y"}) +
                          json.begin() + json.row(json.pieces(evaluation), nullptr, {}) +
                          json.end() + csv.row(csv.pieces(evaluation), nullptr, {});
  must(spbe::find_invalid_utf8(all) == std::string::npos);
}

// Every level raised or lowered: the file that `whatif --write` writes.
void rewrite(const spbe::Assessment& before, const spbe::Catalog& catalog) {
  std::vector<std::optional<spbe::Ratio>> levels(before.scores.size());
  for (const spbe::ComponentIndex i : before.instrument->indicators)
    levels[i] = spbe::Ratio(before.instrument->scale_of(i).low + static_cast<int>(i % 3));
  const spbe::Rewritten written = rewrite_levels(before, levels);
  spbe::Diagnostics diagnostics;
  const auto after = read_assessment(std::make_shared<const spbe::Source>("fuzz", written.text),
                                     catalog, diagnostics);
  must(after.has_value());
  must(after->institution == before.institution && after->year == before.year);
  std::vector<bool> absent(levels.size());
  for (const spbe::ComponentIndex i : written.absent) absent[i] = true;
  for (const spbe::ComponentIndex i : before.instrument->indicators) {
    if (absent[i]) continue;
    must(after->scores[i].kind == spbe::Score::Kind::level && after->scores[i].level == levels[i]);
  }
}

}  // namespace

void spbe::fuzz::read(const std::string& bytes) {
  static const spbe::Catalog catalog;
  const auto source = std::make_shared<const spbe::Source>("fuzz", bytes);
  spbe::Diagnostics diagnostics;
  std::vector<spbe::Assessment> found;
  spbe::read_assessments(source, catalog, diagnostics, [&](spbe::Assessment&& assessment) {
    found.push_back(std::move(assessment));
  });
  must(!found.empty() || diagnostics.has_errors());
  if (found.size() == 1 && !diagnostics.has_errors()) rewrite(found.front(), catalog);
  for (spbe::Assessment& assessment : found) show(spbe::evaluate(std::move(assessment)), catalog);
  for (const spbe::Diagnostic& diagnostic : diagnostics.list()) {
    const std::string text = render_diagnostic(diagnostic, {spbe::Language::english, true, true});
    must(spbe::find_invalid_utf8(text) == std::string::npos);
  }
  spbe::Diagnostics of_definition;
  const auto instrument = spbe::read_instrument(source, of_definition);
  must((instrument == nullptr) == of_definition.has_errors());
}
