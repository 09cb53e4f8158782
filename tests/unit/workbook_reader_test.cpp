#include "unit/catch.hpp"
#include "unit/workbook_cases.hpp"
#include "workbook/number_text.hpp"
#include "workbook/xml.hpp"

using namespace spbe;

namespace {

std::string with_part(const std::string& name, const std::string& text) {
  Parts parts = workbook_parts("");
  for (auto& [part, bytes] : parts) {
    if (part == name) bytes = text;
  }
  return write_zip(parts);
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

std::string number(std::string_view stored, std::string_view code) {
  return number_text(stored, number_format_of(code), false).value_or("none");
}

}  // namespace

TEST_CASE("every kind of cell is read", "[workbook_reader]") {
  CHECK(cells_of(workbook_of(
            R"(<row r="2"><c r="B2" t="s"><v>0</v></c><c t="s"><v>1</v></c>)"
            R"(<c r="E2" t="inlineStr"><is><t>a_x000D_b</t></is></c></row>)"
            R"(<row><c><v>3</v></c><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c>)"
            R"(<c t="str"><f>A1</f><v>made</v></c><c><f>1+1</f></c><c s="1"/></row>)")) ==
        "B2=plain\nC2=rich text\nE2=a\rb\nA3=3 (number)\nB3=TRUE\nC3=#N/A (error)\nD3=made\n"
        "E3= (unstored)\n");
  // openpyxl writes an empty value beside each formula; an empty result is a text.
  CHECK(cells_of(workbook_of(R"(<row><c><f>1+1</f><v></v></c><c t="n"><f>1+1</f><v/></c>)"
                             R"(<c t="str"><f>A1</f><v></v></c></row>)")) ==
        "A1= (unstored)\nB1= (unstored)\n");
}

TEST_CASE("a number is read as it is shown, and no less exactly", "[workbook_reader]") {
  CHECK(
      cells_of(workbook_of(R"(<row><c><v>3.1000000000000001</v></c><c s="1"><v>3.1</v></c>)"
                           R"(<c s="2"><v>3.10001</v></c><c s="3"><v>1.2999999999999999E-2</v></c>)"
                           R"(<c s="4"><v>46387</v></c></row>)")) ==
      "A1=3.1 (number)\nB1=3.10 (number)\nC1=3.10001 (number)\nD1=1.30% (number)\n"
      "E1=2026-12-31 (number)\n");
  CHECK(number("0.65200000000000014", "General") == "0.652");
  CHECK(number("0.99999999999999989", "General") == "1");
  CHECK(number("-1.5E3", "0.00") == "-1500.00");
  CHECK(number("1e-7", "") == "0.0000001");
  CHECK(number("0", "0.00") == "0.00");
  CHECK(number("1234.5", "#,##0.00;[Red]-#,##0.00") == "1234.50");
  CHECK(number("3", "0.0\" poin 0.00\"") == "3.0");
  CHECK(number("1e300", "") == "none");
  CHECK(number("1e-300", "") == "none");
  CHECK(number("", "") == "none");
  CHECK(number("1.2.3", "") == "none");
  CHECK(number("0x10", "") == "none");
  CHECK(number("NaN", "") == "none");
  CHECK(number("61", "d mmm yy") == "1900-03-01");
  CHECK(number("60", "d mmm yy") == "60");
  CHECK(number_text("0", number_format_of("yyyy"), true) == "1904-01-01");
}

TEST_CASE("a workbook beyond the limits is refused", "[workbook_reader]") {
  CHECK(cells_of(workbook_of(R"(<row r="20001"><c r="A20001"/></row>)")).empty());
  CHECK(cells_of(workbook_of(R"(<row r="20001"><c><v>1</v></c></row><row><c/></row>)")) ==
        "sheet-too-many-rows Data 20000\n");
  CHECK(cells_of(workbook_of(R"(<row><c r="IW1"><v>1</v></c></row>)")) ==
        "sheet-too-many-columns Data 256\n");
  std::string blanks;
  blanks.resize(17'000'000, ' ');
  CHECK(cells_of(with_part("xl/sheet.xml", blanks)) == "workbook-large-part xl/sheet.xml 16\n");
  Parts many = workbook_parts("");
  for (int i = 0; i < 600; ++i) many.emplace_back("p" + std::to_string(i), "");
  CHECK(cells_of(write_zip(many)) == "workbook-many-parts 512\n");
  const std::string strings = "<sst><si><t>" + std::string(1'000'000, 'x') + "</t></si></sst>";
  std::string cells;
  for (int i = 0; i < 40; ++i) cells += R"(<c t="s"><v>0</v></c>)";
  Parts parts = workbook_parts("<row>" + cells + "</row>");
  parts[4].second = strings;
  CHECK(cells_of(write_zip(parts)) == "workbook-too-many-cells 1000000 32\n");
}

TEST_CASE("what only pretends to be a workbook is refused", "[workbook_reader]") {
  const std::string fine = workbook_of("<row><c><v>1</v></c></row>");
  CHECK(cells_of("PK\x03\x04 and nothing") == "workbook-damaged-whole\n");
  CHECK(cells_of(fine.substr(0, fine.size() / 2)) == "workbook-damaged-whole\n");
  CHECK(cells_of(write_zip({{"mimetype", "text"}})) == "not-a-workbook _rels/.rels\n");
  CHECK(cells_of(write_zip({{"_rels/.rels", "<a/>"}})) == "not-a-workbook workbook.xml\n");
  CHECK(cells_of(with_part("xl/book.xml", "<document/>")) == "not-a-workbook workbook.xml\n");
  CHECK(cells_of(with_part("xl/book.xml", "<workbook/>")) == "not-a-workbook worksheet\n");
  CHECK(cells_of("\xD0\xCF\x11\xE0 old") == "workbook-old\n");
  std::string encrypted = "\xD0\xCF\x11\xE0";
  for (const char c : std::string("EncryptedPackage")) encrypted += {c, '\0'};
  CHECK(cells_of(encrypted) == "workbook-encrypted\n");
  Parts twice = workbook_parts("");
  twice.emplace_back("XL/Sheet.xml", "<worksheet/>");
  CHECK(cells_of(write_zip(twice)) == "workbook-part-twice XL/Sheet.xml\n");
  CHECK(cells_of(with_part("xl/styles.xml", "<styleSheet>\n<b></styleSheet>")) ==
        "workbook-not-xml xl/styles.xml 2\n");
  std::string deep = "<sst>\n";
  for (int i = 0; i < 100; ++i) deep += "<a>";
  CHECK(cells_of(with_part("xl/strings.xml", deep)) == "workbook-not-xml xl/strings.xml 2\n");
  CHECK(cells_of(with_part("xl/strings.xml", "<!DOCTYPE a [<!ENTITY b 'c'>]><sst>&b;</sst>")) ==
        "workbook-doctype xl/strings.xml\n");
  CHECK(cells_of(workbook_of(R"(<row><c r="1A"><v>1</v></c></row>)")) ==
        "workbook-bad-cell Data 1A\n");
  CHECK(cells_of(workbook_of(R"(<row r="0"/>)")) == "workbook-bad-cell Data 0\n");
  CHECK(cells_of(workbook_of(R"(<row><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>)")) ==
        "workbook-cell-twice Data!A1\n");
}

TEST_CASE("a wrong checksum and a password are seen", "[workbook_reader]") {
  const std::string fine = workbook_of("<row><c><v>1</v></c></row>");
  // The central directory: "PK\1\2", flags after 8 bytes, the checksum after 16.
  const std::size_t entry = fine.find(std::string("PK\x01\x02", 4));
  std::string wrong = fine;
  wrong[entry + 16] = static_cast<char>(wrong[entry + 16] ^ 1);
  CHECK(cells_of(wrong) == "workbook-damaged _rels/.rels\n");
  std::string secret = fine;
  secret[entry + 8] = 1;
  CHECK(cells_of(secret) == "workbook-encrypted\n");
}

TEST_CASE("no cut or changed byte of a workbook does harm", "[workbook_reader]") {
  const std::string fine = workbook_of("<row><c><v>1</v></c><c t=\"s\"><v>1</v></c></row>");
  for (std::size_t i = 0; i < fine.size(); ++i) {
    std::string changed = fine;
    changed[i] = static_cast<char>(changed[i] ^ 0x55);
    CHECK_FALSE(cells_of(changed).empty());
    CHECK_FALSE(cells_of(fine.substr(0, i)).empty());
  }
}

TEST_CASE("the kind of a file is known by its first bytes", "[workbook_reader]") {
  CHECK(kind_of_file(workbook_of("")) == FileKind::workbook);
  CHECK(kind_of_file("\xFF\xFEN") == FileKind::utf16_little);
  CHECK(kind_of_file("\xFE\xFF") == FileKind::utf16_big);
  CHECK(kind_of_file("No;Indikator") == FileKind::text);
  CHECK(kind_of_file("") == FileKind::text);
}

TEST_CASE("merged cells are told", "[workbook_reader]") {
  const std::string bytes = with_part(
      "xl/sheet.xml",
      "<worksheet><sheetData/><mergeCells><mergeCell ref=\"B2:C4\"/></mergeCells></worksheet>");
  Diagnostics diagnostics;
  const auto workbook = read_workbook(Source("a.xlsx", bytes), diagnostics);
  REQUIRE(workbook);
  REQUIRE(workbook->sheets.front().merged.size() == 1);
  const CellRange range = workbook->sheets.front().merged.front();
  CHECK(range.first_row == 1);
  CHECK(range.first_column == 1);
  CHECK(range.last_row == 3);
  CHECK(range.last_column == 2);
  CHECK(cell_place("a.xlsx", "Data", 11, 5).file == "a.xlsx!Data!F12");
}

TEST_CASE("text for XML comes back as it was", "[workbook_reader]") {
  std::string all;
  for (char c = 1; c < 127; ++c) all += c;
  all += "_x0041_ \xEF\xBF\xBF \xEF\xBF\xBE \xC3\xA9 \xF0\x9F\x98\x80";
  std::string got;
  const XmlEvents events = {[](std::string_view, const XmlAttributes&) { return true; },
                            [](std::string_view) {},
                            [&](std::string_view text) {
                              got += text;
                              return true;
                            }};
  CHECK(read_xml("<a>" + xml_escaped(all) + "</a>", events).kind == XmlResult::Kind::fine);
  CHECK(without_x_escapes(got) == all);
  CHECK(replaced(xml_attribute("a\nb\t"), "&#9;", "") == "a&#10;b");
}
