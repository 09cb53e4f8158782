#include "unit/catch.hpp"
#include "unit/workbook_cases.hpp"
#include "workbook/workbook.hpp"

using namespace spbe;

namespace {

Workbook sample() {
  Sheet sheet;
  sheet.name = "Lembar satu";
  sheet.columns = {{12, false}, {9, true}};
  sheet.cells = {{0, 0, std::string("=1+1"), {}},
                 {0, 1, NumberValue{"3.4"}, {}},
                 {1, 0, FormulaValue{"B1*2", NumberValue{"6.8"}}, {}},
                 {1, 1, FormulaValue{"IF(B1<2,\"a\",\"b & c\")", std::string("b & c")}, {}},
                 {2, 0, std::string(" a\r\n<b>_x0041_\x01 "), {}},
                 {3, 0, std::monostate(), {}}};
  sheet.cells[1].style.format = "0.00";
  sheet.heights = {{5, 30}};
  sheet.merged = {{3, 0, 3, 1}};
  sheet.validations = {{{0, 1, 4, 1}, {"1", "2"}, {}, {}, true, "Tingkat", "1\n2", "1 atau 2"}};
  sheet.colors = {{{0, 1, 4, 1}, "1", "1", "ECEFF1", "17222B"}};
  sheet.filter = CellRange{0, 0, 4, 1};
  sheet.frozen_rows = 1;
  sheet.title_row = 0;
  sheet.is_protected = true;
  sheet.footer = "Kota A & B";
  return {{sheet}};
}

}  // namespace

TEST_CASE("what is written is read again", "[workbook_writer]") {
  CHECK(cells_of(write_workbook(sample())) ==
        "A1==1+1\nB1=3.40 (number)\nA2=6.8 (number)\nB2=b & c\nA3= a\r\n<b>_x0041_\x01 \n");
}

TEST_CASE("the same workbook is the same bytes", "[workbook_writer]") {
  CHECK(write_workbook(sample()) == write_workbook(sample()));
}

TEST_CASE("text is a text for every program, formulas only where one was meant",
          "[workbook_writer]") {
  const std::string bytes = write_workbook(sample());
  ZipReader zip(bytes);
  const auto sheet = zip.read("xl/worksheets/sheet1.xml");
  REQUIRE(sheet);
  CHECK(sheet->find("<f>=") == std::string::npos);
  CHECK(sheet->find(
            R"(<c r="A1" s="0" t="inlineStr"><is><t xml:space="preserve">=1+1</t></is></c>)") !=
        std::string::npos);
  CHECK(sheet->find("<f>IF(B1&lt;2,&quot;a&quot;,&quot;b &amp; c&quot;)</f><v>b &amp; c</v>") !=
        std::string::npos);
}

TEST_CASE("ranges are named as in a formula", "[workbook_writer]") {
  CHECK(range_name({0, 0, 0, 0}) == "A1");
  CHECK(range_name({0, 25, 9, 26}) == "Z1:AA10");
  CHECK(fixed_range({1, 2, 3, 4}) == "$C$2:$E$4");
  CHECK(sheet_reference("Indikator") == "Indikator");
  CHECK(sheet_reference("It's 1") == "'It''s 1'");
}
