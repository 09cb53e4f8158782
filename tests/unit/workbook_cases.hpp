#pragma once

#include <string>
#include <utility>
#include <vector>

#include "workbook/workbook_reader.hpp"
#include "workbook/zip.hpp"

namespace spbe {

using Parts = std::vector<std::pair<std::string, std::string>>;

// The parts of the least workbook: one sheet "Data" of these rows (XML), and the further parts.
inline Parts workbook_parts(const std::string& rows, Parts more = {}) {
  Parts parts = {
      {"_rels/.rels",
       R"(<Relationships><Relationship Id="a" Type="x/officeDocument" Target="/xl/book.xml"/></Relationships>)"},
      {"xl/book.xml",
       R"(<x:workbook xmlns:x="x" xmlns:r="r"><x:sheets><x:sheet name="Data" r:id="s"/></x:sheets></x:workbook>)"},
      {"xl/_rels/book.xml.rels",
       R"(<Relationships><Relationship Id="s" Type="x/worksheet" Target="sheet.xml"/>)"
       R"(<Relationship Id="t" Type="x/styles" Target="styles.xml"/>)"
       R"(<Relationship Id="u" Type="x/sharedStrings" Target="../xl/strings.xml"/></Relationships>)"},
      {"xl/styles.xml",
       R"(<styleSheet><numFmts><numFmt numFmtId="164" formatCode="0.000"/></numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs>)"
       R"(<cellXfs><xf numFmtId="0"/><xf numFmtId="2"/><xf numFmtId="164"/><xf numFmtId="10"/><xf numFmtId="14"/></cellXfs></styleSheet>)"},
      {"xl/strings.xml",
       R"(<sst><si><t>plain</t></si><si><r><t>rich </t></r><r><t>text</t></r><rPh><t>no</t></rPh></si></sst>)"},
      {"xl/sheet.xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"},
  };
  parts.insert(parts.end(), more.begin(), more.end());
  return parts;
}

inline std::string workbook_of(const std::string& rows) { return write_zip(workbook_parts(rows)); }

// "A1=text" for each cell of the first sheet, or the codes of the errors.
inline std::string cells_of(const std::string& bytes) {
  const Source source("a.xlsx", bytes);
  Diagnostics diagnostics;
  const auto workbook = read_workbook(source, diagnostics);
  std::string out;
  for (const Diagnostic& one : diagnostics.list()) {
    out += one.code;
    for (const std::string& arg : one.args) out += " " + arg;
    out += "\n";
  }
  if (!workbook) return out;
  for (const SheetCell& cell : workbook->sheets.front().cells) {
    out += cell_name(cell.row, cell.column) + "=" + cell.text;
    if (cell.kind == SheetCell::Kind::number) out += " (number)";
    if (cell.kind == SheetCell::Kind::error) out += " (error)";
    if (cell.kind == SheetCell::Kind::unstored) out += " (unstored)";
    out += "\n";
  }
  return out;
}

}  // namespace spbe
