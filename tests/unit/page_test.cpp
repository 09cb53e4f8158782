#include "render/page.hpp"

#include "render/page_writers.hpp"
#include "unit/catch.hpp"

using namespace spbe;
using page::Cell;
using page::Column;
using page::Row;
using page::Tone;

namespace {

std::string text(const page::Page& page, std::size_t width = 80, bool color = false) {
  return page_text(page, Style{page.language, width, color});
}

page::Page page_of(page::Block block) {
  page::Page page;
  page.add(std::move(block));
  return page;
}

page::Table small_table() {
  page::Table table{{Column::left(), Column::right("nilai"), Column::right().titled("±"),
                     Column::left().bars(4, 1)}};
  table.add({"Kebijakan", page::Range{Interval::point(Ratio(2))},
             page::Change{Interval::point(Ratio(1, 2))}, page::Bar{Ratio(5, 2), Ratio(5)}},
            0, Row::Role::group);
  table.add({"1 Arsitektur", page::Range{Interval::point(Ratio(2)), page::kAllDigits},
             page::Change{Interval{}}},
            1);
  return table;
}

}  // namespace

TEST_CASE("a value is shown alike by every writer", "[page]") {
  const auto shown = [](const page::Value& value) { return page::shown(value, Language::english); };
  CHECK(shown({}).empty());
  CHECK(shown(page::Unknown{}) == "-");
  CHECK(shown(page::Number{Ratio(5, 4)}) == "1.25");
  CHECK(shown(page::Number{Ratio(5, 4), 1, "%"}) == "1.3%");
  CHECK(shown(page::Range{Interval{Ratio(2), Ratio(3), false}}) == "2.00–3.00");
  CHECK(shown(page::Range{Interval::point(Ratio(2)), page::kAllDigits}) == "2");
  CHECK(shown(page::Range{Interval{Ratio(2), Ratio(3), false}, page::kAllDigits}) == "2.00–3.00");
  CHECK(shown(page::Share{3, 47}) == "3/47");
  CHECK(shown(page::Step{Ratio(1), Ratio(3, 2)}) == "1 → 1.5");
  CHECK(page::shown(page::Number{Ratio(5, 4)}, Language::indonesian) == "1,25");
}

TEST_CASE("a change says its direction, and is never a zero that it is not", "[page]") {
  const auto shown = [](page::Change change) { return page::shown(change, Language::english); };
  CHECK(shown({Interval::point(Ratio(1, 2))}) == "+0.50");
  CHECK(shown({Interval::point(Ratio(-1, 2))}) == "-0.50");
  CHECK(shown({Interval{}}) == "·");
  CHECK(shown({.difference = {}, .dot = false}) == "0.00");
  CHECK(shown({Interval::point(Ratio(1, 1000))}) == "+0.001");
  CHECK(shown({Interval::point(Ratio(1)), page::kAllDigits}) == "+1");
  CHECK(shown({.difference = Interval::point(Ratio(1)), .since = 2021}) == "+1.00 (2021)");
}

TEST_CASE("tones come from the value", "[page]") {
  CHECK(page::natural_tone(page::Change{Interval::point(Ratio(1))}) == Tone::good);
  CHECK(page::natural_tone(page::Change{Interval::point(Ratio(-1))}) == Tone::bad);
  CHECK(page::natural_tone(page::Change{Interval{Ratio(-1), Ratio(1), false}}) == Tone::plain);
  CHECK(page::natural_tone(page::Predikat{"Kurang", 0, 0, 5}) == Tone::bad);
  CHECK(page::natural_tone(page::Predikat{"Memuaskan", 4, 4, 5}) == Tone::good);
  CHECK(Cell(page::Predikat{"Cukup", 1, 1, 5}).tone == Tone::caution);
}

TEST_CASE("one table becomes text and markdown", "[page]") {
  const page::Page page = page_of({small_table()});
  CHECK(text(page) ==
        "                nilai\n"
        "Kebijakan        2.00  +0.50  ██··\n"
        "  1 Arsitektur      2      ·\n");
  // Bars say what a number says already.
  CHECK(page_markdown(page) ==
        "|  | nilai | ± |\n"
        "|:--|--:|--:|\n"
        "| **Kebijakan** | 2.00 | +0.50 |\n"
        "| &emsp;1 Arsitektur | 2 | · |\n");
}

TEST_CASE("a column stands in one place and is seen in every format", "[page]") {
  page::Table table = small_table();
  table.columns.push_back(Column::right("target"));
  for (Row& row : table.rows) {
    row.cells.resize(4);
    row.cells.emplace_back(page::Number{Ratio(3)});
  }
  const page::Page page = page_of({std::move(table)});
  CHECK(text(page).find("target") != std::string::npos);
  CHECK(page_markdown(page).find("| ± | target |") != std::string::npos);
}

TEST_CASE("columns give way, wait for a wide line, or are marks on the one before", "[page]") {
  page::Table table{{Column::left("nama").yielding(), Column::left().joined(),
                     Column::left("unit").at_most(6, 12), Column::left("jenis").only_wide()}};
  table.add({"Pemerintah Kota Bandar Lampung", Cell(std::string("*")), "Diskominfo", "kota"});
  const page::Page page = page_of({std::move(table)});
  CHECK(text(page, 30) ==
        "nama                    unit\n"
        "Pemerintah Kota Band…*  Disko…\n");
  CHECK(text(page, 40) ==
        "nama                             unit\n"
        "Pemerintah Kota Bandar Lampung*  Disko…\n");
  CHECK(text(page, 100).find("Diskominfo  kota") != std::string::npos);
  CHECK(page_markdown(page) ==
        "| nama | unit |\n|:--|:--|\n| Pemerintah Kota Bandar Lampung\\* | Diskominfo |\n");
}

TEST_CASE("a note hangs below its cell, or in brackets after it", "[page]") {
  page::Table table{{Column::right(), Column::left("langkah")}};
  Cell step("12 Peta Rencana");
  step.note = "membuka 21-31";
  table.add({page::count(1), std::move(step)});
  const page::Page page = page_of({std::move(table)});
  CHECK(text(page) ==
        "   langkah\n"
        "1  12 Peta Rencana\n"
        "     membuka 21-31\n");
  CHECK(page_markdown(page).find("| 1 | 12 Peta Rencana (membuka 21-31) |") != std::string::npos);
}

TEST_CASE("rows beyond the open ones are folded in markdown, the total stays", "[page]") {
  page::Table table{{Column::left(), Column::right("poin")}};
  for (const int row : {1, 2, 3}) table.add({std::to_string(row), page::count(9)});
  table.add({Cell(std::string("Indeks"), Tone::strong), page::count(27)}, 0, Row::Role::total);
  table.open = 1;
  table.rest.cells = {"2 lagi", page::count(18)};
  const page::Page page = page_of({std::move(table)});
  CHECK(text(page) ==
        "        poin\n"
        "1          9\n"
        "2          9\n"
        "3          9\n"
        "Indeks    27\n");
  CHECK(page_markdown(page) ==
        "|  | poin |\n|:--|--:|\n| 1 | 9 |\n| 2 lagi | 18 |\n| **Indeks** | 27 |\n"
        "\n<details><summary>2 lagi</summary>\n\n"
        "|  | poin |\n|:--|--:|\n| 2 | 9 |\n| 3 | 9 |\n"
        "\n</details>\n");
}

TEST_CASE("blank lines part blocks, two part results", "[page]") {
  page::Page page;
  page.heading("Kota A");
  page.paragraph("satu");
  page.add({page::Paragraph{"dua"}, true});
  page.heading("Hambatan", 2);
  page.add({page::List{{{"Jaringan", "menahan 12"}}, page::List::Shape::indented}});
  page.heading("Kota B");
  CHECK(text(page) == "Kota A\n\nsatu\ndua\n\nHambatan\n  Jaringan\n    menahan 12\n\n\nKota B\n");
  CHECK(page_markdown(page) ==
        "### Kota A\n\nsatu\n\ndua\n\n#### Hambatan\n\n- **Jaringan** menahan 12\n\n### Kota B\n");
}

TEST_CASE("a folded part is open in a terminal", "[page]") {
  const page::Page page = page_of({page::Folded{"Rincian", {{page::Paragraph{"isi"}}}}});
  CHECK(text(page) == "isi\n");
  CHECK(page_markdown(page) == "<details><summary>Rincian</summary>\n\nisi\n\n</details>\n");
}

TEST_CASE("texts are made safe by the writers, everywhere", "[page]") {
  const std::string evil = "a\x1b[31m|<b>@all #1";
  page::Page page;
  page.heading(evil);
  page.paragraph(evil);
  page.add({page::Headline{evil, evil, evil, evil, evil, evil}});
  page.add({page::Figures{{{evil, evil}}}});
  page::Table table{{Column::left(evil)}};
  Cell cell(evil);
  cell.note = evil;
  table.add({cell});
  table.more = evil;
  page.add({std::move(table)});
  page.add({page::List{{{evil, evil}}, page::List::Shape::bullets}});
  page.add({page::Facts{{{evil, evil}}}});
  page.add({page::Formula{{{evil, Tone::plain, {evil}}}, {evil}}});
  page.add({page::Formula{{{evil, Tone::plain, {evil}}}}});
  page.add({page::Folded{evil, {{page::Paragraph{evil}}}}});
  const std::string plain = text(page);
  CHECK(plain.find('\x1b') == std::string::npos);
  std::string markdown = page_markdown(page);
  for (const char* bad : {"\x1b", "<b>", "@all", " #1", "m|"}) {
    INFO(bad);
    CHECK(markdown.find(bad) == std::string::npos);
  }
  CHECK(text(page_of({page::Example{evil}})).find('\x1b') == std::string::npos);
  CHECK(page_markdown(page_of({page::Example{evil}})).find('\x1b') == std::string::npos);
}

TEST_CASE("colour is the terminal's", "[page]") {
  page::Table table{{Column::left()}};
  table.add({Cell(page::Predikat{"Kurang", 0, 0, 5})});
  const page::Page page = page_of({std::move(table)});
  CHECK(text(page) == "Kurang\n");
  CHECK(text(page, 80, true) == "\x1b[31mKurang\x1b[0m\n");
}
