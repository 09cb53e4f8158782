// Whatever the bytes, reading ends in assessments or errors, and each assessment can be computed
// and shown.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>

#include "commands/compute/data.hpp"
#include "model/instrument_reader.hpp"
#include "spbe/spbe.hpp"

namespace {

void show(const spbe::Evaluation& evaluation, const spbe::Catalog& catalog) {
  spbe::ComputeReport report;
  report.current = &evaluation;
  report.previous = &evaluation;
  report.details = true;
  spbe::ComputeJson json(spbe::ComputeJson::Form::document, true);
  const spbe::ComputeCsv csv(catalog, true);
  const std::string all = compute_text(report, {spbe::Language::indonesian, 80, true}) +
                          compute_markdown(report, spbe::Language::english) + json.begin() +
                          json.row(json.pieces(evaluation), nullptr, {}) + json.end() +
                          spbe::ComputeCsv::row(csv.pieces(evaluation), nullptr, {});
  if (spbe::find_invalid_utf8(all) != std::string::npos) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const spbe::Catalog catalog;
  const auto source = std::make_shared<const spbe::Source>("fuzz", std::string(data, data + size));
  spbe::Diagnostics diagnostics;
  bool any = false;
  spbe::read_assessments(source, catalog, diagnostics, [&](spbe::Assessment&& assessment) {
    any = true;
    show(spbe::evaluate(std::move(assessment)), catalog);
  });
  if (!any && !diagnostics.has_errors()) std::abort();
  for (const spbe::Diagnostic& diagnostic : diagnostics.list()) {
    const std::string text = render_diagnostic(diagnostic, {spbe::Language::english, true, true});
    if (spbe::find_invalid_utf8(text) != std::string::npos) std::abort();
  }
  spbe::Diagnostics of_definition;
  const auto instrument = spbe::read_instrument(source, of_definition);
  if ((instrument == nullptr) != of_definition.has_errors()) std::abort();
  return 0;
}
