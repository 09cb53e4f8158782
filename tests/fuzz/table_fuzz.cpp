// Tables: whatever the bytes, each row ends in a file that the reader accepts, or in an error.
#include <cstdlib>
#include <memory>
#include <string>

#include "fuzz/targets.hpp"
#include "model/table_import.hpp"
#include "spbe/spbe.hpp"

void spbe::fuzz::table(const std::string& bytes) {
  static const spbe::Catalog catalog;
  const auto source = std::make_shared<const spbe::Source>("fuzz", bytes);
  for (const std::optional<int> year : {std::optional<int>(), std::optional<int>(2023)}) {
    spbe::Diagnostics diagnostics;
    std::size_t rows = 0;
    const auto row = [&](const spbe::ImportedRow& one, spbe::Diagnostics& /*found*/) {
      ++rows;
      spbe::Diagnostics of_row;
      const auto written = std::make_shared<const spbe::Source>("row", one.yaml);
      if (!read_assessment(written, catalog, of_row)) std::abort();
    };
    const auto facts = [&](spbe::AssessmentFacts&& all, spbe::Diagnostics& found) {
      if (const auto one = assessment_of(std::move(all), "fuzz", catalog, found)) row(*one, found);
    };
    spbe::ImportSettings settings;
    settings.year = year;
    if (year) settings.institution = "X";
    import_file(source, catalog, settings, diagnostics, {row, facts});
    for (const spbe::Diagnostic& one : diagnostics.list()) {
      const std::string text = render_diagnostic(one, {spbe::Language::indonesian, true, true});
      if (spbe::find_invalid_utf8(text) != std::string::npos) std::abort();
    }
  }
}
