#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "render/canvas.hpp"
#include "spbe/base/interval.hpp"
#include "spbe/model/instrument.hpp"
#include "spbe/render/language.hpp"

// A screen as data. A command says what there is to read; a writer says how it looks: for a
// terminal page_text.hpp, as markdown page_markdown.hpp. A page owns all that it shows.
//
// Every text in a page is raw, whether it is ours or from a file: the writers are the one door
// at which texts are made safe. Numbers are exact; `shown` is how all writers print them.
namespace spbe::page {

// How a text stands out; what that looks like is for the writer.
enum class Tone { plain, strong, faint, good, notable, caution, bad };

constexpr int kAllDigits = -1;  // of places: as many as there are, six when they do not end

// --- What a cell can hold.

struct Unknown {};  // "-"

struct Number {
  Ratio value;
  int places = kAllDigits;
  std::string unit = {};  // "%"
};

// A value that may not be exactly known: "2.15", "2.11–2.34". With kAllDigits one that is known
// shows all its digits, another two.
struct Range {
  Interval value;
  int places = kShownPlaces;
};

Number count(std::size_t of_things);

// "+0.65". Never shown as a zero that it is not; no change is a dot, or digits.
struct Change {
  Interval difference;
  int places = kShownPlaces;
  bool dot = true;
  int since = 0;  // a year to name, when it is not the one before
};

// A predikat, or several that it may be, by place among `of`; 0 is the worst.
struct Predikat {
  std::string name;
  std::size_t lowest = 0;
  std::size_t highest = 0;
  std::size_t of = 0;
};
Predikat predikat(const Instrument& instrument, const std::vector<std::size_t>& categories);

struct Share {  // "45/47", "2/15 kota"
  std::size_t part = 0;
  std::size_t of = 0;
  std::string name = {};
};

struct Step {  // "1 → 2"
  Ratio from;
  Ratio to;
};

// A bar as long as `value` is of `highest`, both > 0.
struct Bar {
  Ratio value;
  Ratio highest;
};

// A point of a line drawn in blocks.
struct Point {
  enum class Kind { value, missing, nothing, line };  // `line`: a break between two scales
  Kind kind = Kind::nothing;
  Ratio value = {};
  Ratio low = {};
  Ratio high = {};
};
using Sparkline = std::vector<Point>;

// A small drawing of what the numbers beside it say; only a page in HTML has room for it.
struct Sketch {
  std::shared_ptr<const Markup> drawing;
};
inline Sketch sketch(Markup drawing) {
  return {std::make_shared<const Markup>(std::move(drawing))};
}

// A text is ours or from a file; nothing: the cell is empty.
using Value = std::variant<std::monostate, std::string, Unknown, Number, Range, Change, Predikat,
                           Share, Step, Bar, Sparkline, Sketch>;

// As people read it, raw. A bar is its number; it is for the writer to draw.
std::string shown(const Value& value, Language language);
// The tone that a value has by itself: a predikat by its place, a change by its direction.
Tone natural_tone(const Value& value);

struct Cell {
  Cell() = default;
  // A cell is a value, so it is made of one without saying so.
  template <class V>
  requires std::convertible_to<V, Value> Cell(V held)  // NOLINT(google-explicit-constructor)
      : value(std::move(held)), tone(natural_tone(value)) {}
  Cell(Value held, Tone its_tone) : value(std::move(held)), tone(its_tone) {}

  Value value;
  Tone tone = Tone::plain;
  std::string note = {};   // what hangs on it: a line below, or in brackets after it
  std::string brief = {};  // in place of a text that would be cut, in a line of fixed width
  int shade = 0;           // of its ground, 1 (lightest) to 5 by level; 0: none
  bool whole = false;      // goes on below where it would be cut
  bool alike = false;      // in brief when another of its column is
};

// "12 Peta Rencana SPBE Instansi Pusat/Pemerintah Daerah", or where that has no room "12 Peta
// Rencana", on two lines if it must be: it is never cut.
// A report in English names them in English where the instrument does.
enum class Names { official, translated };
const std::string& name_of(const Component& component, Names names);
std::string component_name(const Component& component, Names names);  // with its number before
Cell named(const Component& component, Tone tone = Tone::plain, Names names = Names::official);

// Its name, or where a name of its column has no room all of them without "Pemerintah"; never cut.
Cell institution(const std::string& name);

struct Column {
  enum class Align { left, right };
  static Column left(std::string heading = {}) { return {std::move(heading), Align::left}; }
  static Column right(std::string heading = {}) { return {std::move(heading), Align::right}; }
  Column& titled(std::string text);  // named so where a column cannot go without a name
  Column& yielding();                // is shortened when the line is too long
  Column& joined();                  // belongs to the column before it: a mark on its values
  Column& after(std::size_t blanks);
  Column& at_most(std::size_t narrow, std::size_t wide);
  Column& only_wide();  // left out of a narrow line, and of markdown
  Column& roomy();      // left out of a narrow line of a terminal
  Column& bars(std::size_t cells, std::size_t share);

  std::string heading = {};
  Align align = Align::left;
  std::string title = {};
  std::string notes = {};  // what the notes of its cells are, where they have a column of their own
  bool gives_way = false;
  bool joins = false;
  bool wide_only = false;
  bool in_markdown = false;     // though wide_only
  std::size_t gap = 2;          // blanks before it
  std::size_t most_narrow = 0;  // columns of text at most in a narrow line, 0: any
  std::size_t most_wide = 0;    // ... and in a wide one
  std::size_t bar_cells = 10;   // length of the bars, at most
  std::size_t bar_share = 10;   // ... and at most this part of the line: 1/10
};
constexpr std::size_t kWideLine = 100;

struct Row {
  enum class Role { body, group, heading, total, rest };
  std::vector<Cell> cells;  // those left out at the end are empty
  Role role = Role::body;   // group: heads the rows below it; heading: a name alone
  std::size_t depth = 0;    // of the first cell
};

struct Table {
  std::vector<Column> columns = {};
  std::vector<Row> rows = {};
  // Body rows from this one on may be folded away, and `rest` stands for them. 0: none.
  std::size_t open = 0;
  Row rest = {};
  std::string more = {};     // what is left out below: "5 more"
  std::string caption = {};  // of a table among others
  bool ranked = false;       // long, to be sorted and searched where that can be
  std::string name = {};     // of a sheet of its own in a workbook; others stand among the texts

  void add(std::vector<Cell> cells, std::size_t depth = 0, Row::Role role = Row::Role::body) {
    rows.push_back({std::move(cells), role, depth});
  }
};

// --- What a page is made of.

struct Heading {
  std::size_t level = 1;  // 1 begins a page, or the next result on it
  std::string text = {};
  std::size_t hang = 0;  // blanks before later lines, in text
};

struct Paragraph {
  enum class Role { plain, summary, outcome, caution, remark };
  std::string text;
  Role role = Role::plain;
};

// The result in large: "Indeks SPBE  2.15  Cukup   +0.65 from 1.50 Kurang (2022)".
struct Headline {
  std::string name;
  Cell index;
  Cell predikat;
  Cell change;
  std::string before;    // "from 1.50 Kurang (2022)"; may stand without a change
  std::string distance;  // "0.4455 short of Baik (2.60)"
};

// "mean 2.53 · median 2.49".
struct Figures {
  std::vector<std::pair<std::string, Cell>> items;
};

struct List {
  // In text: lines as they are, later lines of an item indented, all lines indented, bullets.
  enum class Shape { lines, hanging, indented, bullets };
  struct Item {
    std::string heading = {};  // may be empty
    std::string text = {};
    std::size_t depth = 0;
  };
  std::vector<Item> items;
  Shape shape = Shape::lines;
};

// Names with what is told of them; several things of one name stand together.
struct Facts {
  std::vector<std::pair<std::string, std::string>> items;
  std::size_t name_width = 0;  // in text; 0: as wide as the widest name
};

// How figures come about.
struct Formula {
  struct Item {
    std::string name;
    Tone tone = Tone::plain;
    std::vector<std::string> steps = {};  // empty ones are left out
  };
  std::vector<Item> items;
  // Of the steps, where the items are rows of a table. Without them each step is a sentence.
  std::vector<std::string> headings = {};
};

struct Example {  // lines as they are
  std::string text;
};

// A chart, with what it shows in words for who cannot see it.
struct Picture {
  std::function<Markup(const Canvas&)> draw;
  std::string title;
  std::string text;
};

struct Block;
// Blocks that belong together. Only a page in HTML knows of its look.
struct Section {
  // tiles: side by side as far as there is room; sheet: on a sheet of paper of its own; rest: at
  // the end, in small. `drawn`: only where there are drawings, `told`: only where there are none.
  enum class Look { plain, hero, story, pair, tiles, cards, sheet, rest, sign, drawn, told };
  Look look = Look::plain;
  std::vector<Block> blocks;

  void add(Block block);
};

// What a reader may open: a terminal shows it open, without the summary.
struct Folded {
  std::string summary;
  std::vector<Block> blocks;
};

struct Block {
  std::variant<Heading, Paragraph, Headline, Figures, Table, List, Facts, Formula, Example, Picture,
               Section, Folded>
      content;
  bool close = false;  // no blank line before it, where that is not needed to part the two
};

struct Page {
  Language language = Language::english;
  std::vector<Block> blocks = {};

  void add(Block block) { blocks.push_back(std::move(block)); }
  void heading(std::string text, std::size_t level = 1);
  void paragraph(std::string text, Paragraph::Role role = Paragraph::Role::plain);
  void remarks(const std::vector<std::string>& lines);  // a paragraph each
};

}  // namespace spbe::page
