#include "spbe/base/source.hpp"

#include "spbe/base/diagnostic.hpp"
#include "unit/cases.hpp"
#include "unit/catch.hpp"

using namespace spbe;

namespace {

std::string place(const Source& source, std::uint32_t begin, std::uint32_t end) {
  const Location at = source.locate({begin, end});
  return std::to_string(at.line) + ":" + std::to_string(at.column) + "+" +
         std::to_string(at.length) + " " + at.source_line;
}

}  // namespace

TEST_CASE("a place has a line and a column of code points", "[source]") {
  const Source source("a.yaml", "satu: 1\r\ndua: é日x\n\nakhir");
  CHECK(place(source, 0, 4) == "1:1+4 satu: 1");
  CHECK(place(source, 6, 7) == "1:7+1 satu: 1");
  CHECK(place(source, 9, 12) == "2:1+3 dua: é日x");
  CHECK(place(source, 14, 16) == "2:6+1 dua: é日x");
  CHECK(place(source, 19, 20) == "2:8+1 dua: é日x");
  CHECK(place(source, 20, 21) == "2:9+1 dua: é日x");
  CHECK(place(source, 21, 22) == "3:1+1 ");
  CHECK(place(source, 22, 99) == "4:1+5 akhir");
  CHECK(place(source, 99, 100) == "4:6+1 akhir");
  // Only the first line of a longer span is underlined.
  CHECK(place(source, 0, 15) == "1:1+8 satu: 1");
  CHECK(source.whole().line == 0);
}

TEST_CASE("a place in a text of one line or none", "[source]") {
  CHECK(place(Source("a", ""), 0, 1) == "1:1+1 ");
  CHECK(place(Source("a", "x"), 0, 1) == "1:1+1 x");
  CHECK(place(Source("a", "\n"), 1, 2) == "2:1+1 ");
  const Source endless("a", std::string(5000, 'x') + "\ny");
  CHECK(place(endless, 4999, 5000) == "1:5000+1 ");
  CHECK(place(endless, 5001, 5002) == "2:1+1 y");
}

TEST_CASE("a byte order mark is taken off and remembered", "[source]") {
  const Source marked("a",
                      "\xEF\xBB\xBF"
                      "a: 1");
  CHECK(marked.byte_order_mark);
  CHECK(marked.text == "a: 1");
  CHECK_FALSE(Source("a", "\xEF\xBB").byte_order_mark);
}

TEST_CASE("only well-formed UTF-8 passes", "[source]") {
  const auto npos = std::string_view::npos;
  for (const char* fine : {"", "a", "é", "日本", "😀", "\xED\x9F\xBF", "\xEE\x80\x80",
                           "\xF4\x8F\xBF\xBF", "\xC2\x80"}) {
    INFO(fine);
    CHECK(find_invalid_utf8(fine) == npos);
  }
  for (const char* broken : {"\x80", "\xC0\x80", "\xC1\xBF", "\xC3", "\xC3(", "\xE0\x9F\xBF",
                             "\xED\xA0\x80", "\xED\xBF\xBF", "\xF0\x8F\xBF\xBF", "\xF4\x90\x80\x80",
                             "\xF5\x80\x80\x80", "\xFF", "\xE6\x97", "\xF0\x9F\x98"}) {
    INFO(printable(broken));
    CHECK(find_invalid_utf8(std::string("ab") + broken) == 2);
    CHECK(find_invalid_utf8(std::string("é") + broken + "z") == 2);
  }
  CHECK(count_code_points("aé日😀") == 4);
}

TEST_CASE("what could steer a terminal is made visible", "[source]") {
  CHECK(printable("Kota Uji é日😀") == "Kota Uji é日😀");
  CHECK(printable("\x1b[31m\a\b\t\r\n\x7f") == "\\x1b[31m\\x07\\x08\\x09\\x0d\\x0a\\x7f");
  CHECK(printable(std::string_view("a\0b", 3)) == "a\\x00b");
  CHECK(printable("\xC2\x9B"
                  "31m") == "\\x9b31m");
  CHECK(printable("\u202Eabc\u2066\u200B\uFEFF\u061C\u180E") ==
        "\\u202eabc\\u2066\\u200b\\ufeff\\u061c\\u180e");
  CHECK(printable("\U000E0041") == "\\U000e0041");
  CHECK(printable("\xFF\xC3") == "\\xff\\xc3");
}

TEST_CASE("a sink lists two hundred of a kind and counts the rest", "[source]") {
  Diagnostics diagnostics;
  for (std::size_t i = 0; i < 250; ++i) {
    diagnostics.error("value-empty", {"a", 250 - i, 1, 1, {}}, {std::to_string(i)})
        .note("first-given-here", {});
    if (i < 10) diagnostics.warning("level-empty", {"a", 1, 1, 1, {}});
  }
  CHECK(diagnostics.errors() == 250);
  CHECK(diagnostics.warnings() == 10);
  CHECK(diagnostics.list().size() == 210);
  CHECK(diagnostics.unlisted() == 50);
  CHECK_FALSE(diagnostics.has_room(Severity::error));
  CHECK(diagnostics.has_room(Severity::warning));
  diagnostics.sort();
  CHECK(diagnostics.list().front().severity == Severity::warning);
  CHECK(diagnostics.list().back().location.line == 250);
  Diagnostics more;
  more.error("value-empty", {});
  diagnostics.append(std::move(more));
  CHECK(diagnostics.errors() == 251);
  CHECK(diagnostics.unlisted() == 50);
}
