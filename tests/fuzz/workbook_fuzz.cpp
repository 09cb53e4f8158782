// Workbooks for libFuzzer: the bytes as a whole file, and again as the part of a sheet in a sound
// workbook, because a checksum keeps changed bytes from ever reaching the XML.

#include <string>

#include "fuzz/targets.hpp"
#include "spbe/base/diagnostic.hpp"
#include "unit/workbook_cases.hpp"

void spbe::fuzz::workbook(const std::string& bytes) {
  spbe::cells_of(bytes);
  spbe::cells_of(spbe::workbook_of(bytes));
  spbe::Parts parts = spbe::workbook_parts("<row><c s='1'><v>1</v></c><c t='s'><v>0</v></c></row>");
  parts[3].second = bytes;
  parts[4].second = bytes;
  spbe::cells_of(spbe::write_zip(parts));
}
