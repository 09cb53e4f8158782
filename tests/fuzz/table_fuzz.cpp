// Tables: whatever the bytes, each row ends in a file that the reader accepts, or in an error.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>

#include "model/table_import.hpp"
#include "spbe/spbe.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const spbe::Catalog catalog;
  const spbe::Source source("fuzz", std::string(data, data + size));
  for (const std::optional<int> year : {std::optional<int>(), std::optional<int>(2023)}) {
    spbe::Diagnostics diagnostics;
    std::size_t rows = 0;
    import_table(source, catalog, year, diagnostics,
                 [&](spbe::ImportedRow&& row, spbe::Diagnostics&) {
                   ++rows;
                   spbe::Diagnostics of_row;
                   const auto written = std::make_shared<const spbe::Source>("row", row.yaml);
                   if (!read_assessment(written, catalog, of_row)) std::abort();
                 });
    for (const spbe::Diagnostic& one : diagnostics.list()) {
      const std::string text = render_diagnostic(one, {spbe::Language::indonesian, true, true});
      if (spbe::find_invalid_utf8(text) != std::string::npos) std::abort();
    }
  }
  return 0;
}
