#include "render/csv.hpp"

#include "unit/catch.hpp"

using namespace spbe;

namespace {

std::string cell(std::string_view text) {
  CsvLine line;
  line.text(text);
  return line.end();
}

}  // namespace

TEST_CASE("cells are quoted where RFC 4180 asks for it", "[csv]") {
  CHECK(cell("Kota Uji") == "Kota Uji\n");
  CHECK(cell("") == "\n");
  CHECK(cell("a,b") == "\"a,b\"\n");
  CHECK(cell("a \"b\"") == "\"a \"\"b\"\"\"\n");
}

TEST_CASE("a cell that would start a formula is defused", "[csv]") {
  CHECK(cell("=1+1") == "'=1+1\n");
  CHECK(cell("+62") == "'+62\n");
  CHECK(cell("-1") == "'-1\n");
  CHECK(cell("@x") == "'@x\n");
  CHECK(cell("=a,b") == "\"'=a,b\"\n");
  CHECK(cell("a=1") == "a=1\n");
}

TEST_CASE("control characters are made visible", "[csv]") {
  CHECK(cell("a\x1b[2J") == "a\\x1b[2J\n");
  CHECK(cell("\t=1") == "'\\x09=1\n");
  CHECK(cell("a\nb") == "a\\x0ab\n");
}

TEST_CASE("numbers stand as they are, and a line can be begun again", "[csv]") {
  CsvLine line;
  line.number("-0.5").text("x").number("");
  CHECK(line.end() == "-0.5,x,\n");
  line.text("").text("y");
  CHECK(line.end() == ",y\n");
}
