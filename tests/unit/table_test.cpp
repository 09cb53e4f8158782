#include "render/table.hpp"

#include "unit/cases.hpp"
#include "unit/catch.hpp"

using namespace spbe;

TEST_CASE("widths are counted as columns", "[table]") {
  CHECK(display_width("abc") == 3);
  CHECK(display_width("é·█") == 3);
  CHECK(display_width("日本") == 4);
  CHECK(display_width("") == 0);
}

TEST_CASE("what is too long is cut at a character", "[table]") {
  CHECK(shortened("Kota Uji", 8) == "Kota Uji");
  CHECK(shortened("Kota Uji", 7) == "Kota U…");
  CHECK(shortened("Kota Uji", 6) == "Kota…");  // no blank before the mark
  CHECK(shortened("ééé", 2) == "é…");
  CHECK(shortened("日本語", 4) == "日…");
}

TEST_CASE("text is broken at blanks", "[table]") {
  CHECK(wrapped("satu dua tiga", 8) == "satu dua\ntiga");
  CHECK(wrapped("satu dua tiga", 9, 2) == "satu dua\n  tiga");
  CHECK(wrapped("terlalu-panjang ya", 5) == "terlalu-panjang\nya");
  CHECK(wrapped("", 5).empty());
  CHECK(wrapped("  satu dua tiga", 10, 4) == "  satu dua\n    tiga");
  CHECK(wrapped("  ", 5) == "  ");
}

TEST_CASE("numbers follow the language", "[table]") {
  const Style english;
  const Style indonesian{Language::indonesian, 80, false};
  CHECK(number(english, Ratio(2815, 1000)) == "2.82");
  CHECK(number(indonesian, Ratio(2815, 1000)) == "2,82");
  CHECK(exact_number(indonesian, Ratio(21545, 10000)) == "2,1545");
  CHECK(signed_number(english, Ratio(1, 2)) == "+0.50");
  CHECK(signed_number(english, Ratio(-1, 2)) == "-0.50");
  CHECK(signed_number(english, Ratio(0)) == "0.00");
  CHECK(interval_number(english, Interval{Ratio(2), Ratio(3), false}) == "2.00–3.00");
  CHECK(interval_number(indonesian, printed_as(Ratio(34, 10), 2)) == "3,40");
  CHECK(signed_interval(english, Interval{Ratio(-1), Ratio(1), false}) == "-1.00..+1.00");
}

TEST_CASE("a bar shows its share in eighths", "[table]") {
  CHECK(bar(Ratio(0), Ratio(5), 4) == "····");
  CHECK(bar(Ratio(5), Ratio(5), 4) == "████");
  CHECK(bar(Ratio(5, 2), Ratio(5), 4) == "██··");
  CHECK(bar(Ratio(1), Ratio(5), 4) == "▊···");
  CHECK(bar(Ratio(-1), Ratio(5), 4) == "····");
  CHECK(bar(Ratio(9), Ratio(5), 4) == "████");
}

TEST_CASE("colour is only there when asked for", "[table]") {
  CHECK(paint(Ink::red, "x", false) == "x");
  CHECK(paint(Ink::red, "x", true) == "\x1b[31mx\x1b[0m");
  CHECK(paint(Ink::plain, "x", true) == "x");
  CHECK(paint(Ink::red, "", true).empty());
}

TEST_CASE("a table fits its line, one column giving way", "[table]") {
  Table table({{"nama", Table::Align::left, true, 0}, {"nilai", Table::Align::right}});
  CHECK(table.empty());
  table.add({{"Kebijakan Internal SPBE"}, {"2.15", Ink::bold}});
  table.add({{"é"}, {"10"}});
  CHECK(table.draw({Language::english, 80, false}) ==
        "nama                     nilai\n"
        "Kebijakan Internal SPBE   2.15\n"
        "é                           10\n");
  CHECK(table.draw({Language::english, 22, false}) ==
        "nama             nilai\n"
        "Kebijakan Inte…   2.15\n"
        "é                   10\n");
  // Never less than a name needs to be told from others.
  CHECK(table.draw({Language::english, 5, false}) ==
        "nama          nilai\n"
        "Kebijakan I…   2.15\n"
        "é                10\n");
  CHECK(table.draw({Language::english, 80, true}).find("\x1b[1m2.15\x1b[0m") != std::string::npos);
}
