#include "document/yaml_reader.hpp"

#include "document/schema.hpp"
#include "unit/cases.hpp"
#include "unit/catch.hpp"

using namespace spbe;
using spbe::testing::messages;
using spbe::testing::source_of;

namespace {

// The tree in one line: {a: "quoted", b: [1, ~]}.
std::string drawn(const Document& document, const Node& node) {
  std::string out;
  if (node.kind == Node::Kind::null) return "~";
  if (node.is_scalar()) {
    return node.quoted ? '"' + std::string(node.text) + '"' : std::string(node.text);
  }
  for (const Node& child : document.children(node)) {
    if (!out.empty()) out += ", ";
    if (node.is_mapping()) out += std::string(child.key) + ": ";
    out += drawn(document, child);
  }
  return node.is_mapping() ? "{" + out + "}" : "[" + out + "]";
}

// The documents, then what was said, without the name of the file.
std::string read(const std::string& text) {
  Diagnostics diagnostics;
  std::string out;
  const bool clean = read_yaml(source_of(text), diagnostics, [&](const Document& document) {
    out += drawn(document, document.root()) + "\n";
  });
  CHECK(clean == !diagnostics.has_errors());
  std::string said = messages(diagnostics);
  for (std::size_t at = said.find("uji.yaml"); at != std::string::npos;
       at = said.find("uji.yaml")) {
    said.erase(at, 9);
  }
  return out + said;
}

}  // namespace

TEST_CASE("mappings, lists and scalars in both styles", "[yaml_reader]") {
  CHECK(read("a: 1\nb:\n  c: [x, 'y', \"z\"]\n  d: {e: 2}\n") ==
        "{a: 1, b: {c: [x, \"y\", \"z\"], d: {e: 2}}}\n");
  CHECK(read("- 1\n- a: 2\n  b: 3\n- - 4\n") == "[1, {a: 2, b: 3}, [4]]\n");
  CHECK(read("a: |\n  satu\n  dua\nb: >-\n  tiga\n  empat\n") ==
        "{a: \"satu\ndua\n\", b: \"tiga empat\"}\n");
  CHECK(read("a: satu\n   dua # not this\n") == "{a: satu dua}\n");
  CHECK(read("{}") == "{}\n");
  CHECK(read("a: []\n") == "{a: []}\n");
  CHECK(read("\"a b\": 1\n'c''d': 2\n") == "{a b: 1, c'd: 2}\n");
  CHECK(read("a: \"\\u00e9\\x41\"\nb: 'it''s'\n") == "{a: \"éA\", b: \"it's\"}\n");
  CHECK(read("a: 1\r\nb: 2\r\n") == "{a: 1, b: 2}\n");
  CHECK(read("\xEF\xBB\xBF"
             "a: 1\n") == "{a: 1}\n");
}

TEST_CASE("an empty value is a null at the end of its key", "[yaml_reader]") {
  Diagnostics diagnostics;
  const auto source = source_of("skor:\n# not yet\n\nc: ~\nd: null\n");
  read_yaml(source, diagnostics, [&](const Document& document) {
    const Node* skor = document.find(document.root(), "skor");
    REQUIRE(skor != nullptr);
    CHECK(skor->kind == Node::Kind::null);
    CHECK(document.locate(*skor).line == 1);
    CHECK(document.locate(*skor).column == 5);
    CHECK(source->at(document.find(document.root(), "c")->span) == "~");
    CHECK(source->at(document.find(document.root(), "d")->span) == "null");
    CHECK(document.find(document.root(), "e") == nullptr);
  });
  CHECK_FALSE(diagnostics.has_errors());
}

TEST_CASE("spans are the text of a scalar", "[yaml_reader]") {
  Diagnostics diagnostics;
  const auto source = source_of("é: {1: 3, 2: \"tiga\\n\", x-y: 'a''b' }\n");
  read_yaml(source, diagnostics, [&](const Document& document) {
    std::string out;
    for (const Node& child : document.children(*document.find(document.root(), "é"))) {
      out +=
          std::string(source->at(child.key_span)) + "=" + std::string(source->at(child.span)) + "|";
    }
    CHECK(out == "1=3|2=\"tiga\\n\"|x-y='a''b'|");
  });
  CHECK_FALSE(diagnostics.has_errors());
}

TEST_CASE("a list knows the key it stands under", "[yaml_reader]") {
  Diagnostics diagnostics;
  read_yaml(source_of("a: [1, {b: 2}]\n"), diagnostics, [&](const Document& document) {
    for (const Node& item : document.children(*document.find(document.root(), "a"))) {
      CHECK(name_of(item) == "a");
    }
  });
}

TEST_CASE("several documents begin with three dashes", "[yaml_reader]") {
  CHECK(read("--- {a: 1}\n---\nb: 2\n...\n---\n- c\n") == "{a: 1}\n{b: 2}\n[c]\n");
  CHECK(read("a: 1\n--- # rest\n~\n---\nb: 2\n") ==
        "{a: 1}\n3:1: error: a document of the stream is empty [document-empty]\n");
  CHECK(read("[foo]_bar\n") ==
        "[foo]\n1:6: error: text after the end of the document; a further document begins with "
        "'---' [yaml-trailing-text]\n");
  CHECK(read("- a\n-b\n") ==
        "[a]\n2:1: error: text after the end of the document; a further document begins with "
        "'---' [yaml-trailing-text]\n");
}

TEST_CASE("the parser's endless documents end the reading", "[yaml_reader]") {
  CHECK(read(",") == "1:1: error: this is not valid YAML [yaml-syntax]\n");
  CHECK(read("\"a\",\"b\"") ==
        "\"a\"\n1:4: error: text after the end of the document; a further document begins with "
        "'---' [yaml-trailing-text]\n");
}

TEST_CASE("keys given twice are all reported, and the first counts", "[yaml_reader]") {
  CHECK(read("a: 1\nb: 2\na: 3\n\"a\": 4\n") ==
        "{a: 1, b: 2}\n"
        "3:1: error: 'a' is given twice [duplicate-key]\n1:1: note: first given here\n"
        "4:1: error: 'a' is given twice [duplicate-key]\n1:1: note: first given here\n");
  CHECK(read("x: {a: 1, a: 2}\ny: [{b: 1, b: 2, c: 3}]\n") ==
        "{x: {a: 1}, y: [{b: 1, c: 3}]}\n"
        "1:11: error: 'a' is given twice [duplicate-key]\n1:5: note: first given here\n"
        "2:12: error: 'b' is given twice [duplicate-key]\n2:6: note: first given here\n");
  CHECK(read("x: {a: 1}\ny: {a: 1}\n") == "{x: {a: 1}, y: {a: 1}}\n");
}

TEST_CASE("quotes that are not closed", "[yaml_reader]") {
  const std::string said = "error: a quote is not closed [yaml-unterminated-quote]\n";
  CHECK(read("a: \"foo\n") == "1:4: " + said);
  CHECK(read("a: 'foo\n\n") == "1:4: " + said);
  CHECK(read("a: \"foo\\\"\n") == "1:4: " + said);
  CHECK(read("a: 'foo''\n") == "1:4: " + said);
  CHECK(read("\"foo\n") == "1:1: " + said);
  CHECK(read("a: \"foo").starts_with("1:8: " + said));
}

TEST_CASE("keys without their colon, or not plain words", "[yaml_reader]") {
  const std::string hint = "  hint: write 'key: value'\n";
  CHECK(read("a: 1\ntahun 2024\n") ==
        "2:1: error: 'tahun 2024' has no colon after it [key-without-colon]\n" + hint);
  CHECK(read("a: satu\ntahun 2024\nb: 2\n") ==
        "2:1: error: 'tahun 2024' has no colon after it [key-without-colon]\n" + hint);
  CHECK(read("{a, b: 1}") == "1:2: error: 'a' has no colon after it [key-without-colon]\n" + hint);
  CHECK(read("? a\n: 1\n").starts_with("1:3: error: 'a' has no colon after it"));
  CHECK(read("a:\n  : 1\n") == "2:3: error: a colon without a key before it [key-without-name]\n");
  CHECK(read("{a: 1,, b: 2}") ==
        "1:7: error: an empty item in a list or between braces [empty-item]\n");
  CHECK(read("[a, b]: 1\n") == "1:1: error: a key must be a plain word [key-not-text]\n");
  CHECK(read("{a\n b: 1}") == "1:2: error: a key must stand on one line [multi-line-key]\n");
  CHECK(read("a: {1: 2,79}") ==
        "1:8: error: inside braces a comma separates entries; write 2.79 "
        "[decimal-comma-in-braces]\n");
}

TEST_CASE("values stand deeper than their key", "[yaml_reader]") {
  const std::string said =
      "error: the value of 'b' must be indented deeper than its key "
      "[value-not-indented]\n";
  CHECK(read("b:\n\"x\"\n") == "2:1: " + said);
  CHECK(read("b:\n{x: 1}\n") == "2:1: " + said);
  CHECK(read("a:\n  b:\n  \"x\"\n") == "3:3: " + said);
  CHECK(read("b:\n  \"x\"\n") == "{b: \"x\"}\n");
  CHECK(read("b:\n- x\n") == "{b: [x]}\n");
}

TEST_CASE("anchors, aliases, merge keys and tags are refused", "[yaml_reader]") {
  const std::string said =
      "error: anchors, aliases and merge keys are not accepted [anchor-or-alias]\n"
      "  hint: write the value out where it is needed\n";
  CHECK(read("a: &x 1\n") == "1:4: " + said);
  CHECK(read("a: &x\n  b: 1\n") == "1:4: " + said);
  CHECK(read("a: &x [1]\n") == "1:4: " + said);
  CHECK(read("a: *x\n") == "1:4: " + said);
  CHECK(read("<<: {a: 1}\n") == "1:1: " + said);
  CHECK(read("\"<<\": 1\n") == "{<<: 1}\n");
  CHECK(read("a: !!int 3\n") ==
        "1:4: error: the tag !!int is not used here; remove it [yaml-tag]\n");
  CHECK(read("a: ! 3\n") == "1:4: error: the tag ! is not used here; remove it [yaml-tag]\n");
  CHECK(read("a: ! [1]\n") == "1:4: error: the tag ! is not used here; remove it [yaml-tag]\n");
  CHECK(read("a: !\n").find("[yaml-tag]") != std::string::npos);
  CHECK(read("a: '! 3'\n") == "{a: \"! 3\"}\n");
  CHECK(read("a: !x [1]\n") == "1:4: error: the tag !x is not used here; remove it [yaml-tag]\n");
}

TEST_CASE("empty items, directives and tabs", "[yaml_reader]") {
  const std::string empty = "error: an empty item in a list or between braces [empty-item]\n";
  CHECK(read("[1, , 2]") == "1:5: " + empty);
  CHECK(read("[, 1]") == "1:2: " + empty);
  CHECK(read("- 1\n-\n- 2\n") == "3:1: " + empty);
  CHECK(read("- ~\n") == "1:3: " + empty);
  CHECK(read("%YAML 1.2\n---\na: 1\n") ==
        "1:1: error: a line may not begin with '%' [directive]\n");
  const std::string tab = "error: a tab in the indentation; use spaces [tab-indentation]\n";
  CHECK(read("a:\n\tb: 1\n") == "2:1: " + tab);
  CHECK(read("a:\n  \tb: 1\n") == "2:3: " + tab);
  CHECK(read("a: 1\t# why\nb:\t2\n") == "{a: 1, b: 2}\n");
}

TEST_CASE("bytes that are no text", "[yaml_reader]") {
  CHECK(read("") == " error: the file is empty [file-empty]\n");
  CHECK(read(" \n\t\r\n") == " error: the file is empty [file-empty]\n");
  CHECK(read("# only\n") == " error: the file is empty [file-empty]\n");
  CHECK(read("a: 1\rb: 2") ==
        "1:5: error: a carriage return without a line feed; save the file with Unix or Windows "
        "line ends [lone-carriage-return]\n");
  CHECK(read(std::string("a: \"x\0y\"", 8)) ==
        "1:6: error: control character \\x00 in the text [control-character]\n"
        "  hint: save the file as UTF-8\n");
  CHECK(read("a: caf\xE9\n") ==
        "1:7: error: byte 0xe9 at offset 6 is not UTF-8 text [not-utf8]\n"
        "  hint: save the file as UTF-8\n");
}

TEST_CASE("size, depth and number of values have limits", "[yaml_reader]") {
  CHECK(read(std::string(kMaxFileBytes + 1, '#')) ==
        " error: the file is larger than 4194304 bytes and is not read [file-too-large]\n");
  const std::string deep = std::string(kMaxDepth, '[') + std::string(kMaxDepth, ']');
  CHECK(read(deep) == deep + "\n");
  CHECK(read("[" + deep + "]") == "1:33: error: nested more than 32 levels deep [too-deep]\n");
  std::string many = "[";
  for (std::size_t i = 0; i < kMaxNodes; ++i) many += "1,";
  CHECK(read(many + "]") ==
        "1:200000: error: more than 100000 values in one file [too-many-values]\n");
}

TEST_CASE("a bracket that is not closed is no key", "[yaml_reader]") {
  CHECK(read("{a: [1]") == "1:1: error: a '{' is not closed [yaml-unclosed-brace]\n");
  CHECK(read("[[a]") == "1:1: error: a '[' is not closed [yaml-unclosed-bracket]\n");
  CHECK(read("x: [a") == "1:4: error: a '[' is not closed [yaml-unclosed-bracket]\n");
  CHECK(read("x: {a\n") == "1:4: error: a '{' is not closed [yaml-unclosed-brace]\n");
  CHECK(read("{[a]: 1}") == "1:2: error: a key must be a plain word [key-not-text]\n");
}

TEST_CASE("what the parser says is put in plain words", "[yaml_reader]") {
  const auto first = [](const std::string& text) {
    const std::string said = read(text);
    return said.substr(said.rfind('[', said.find('\n')));
  };
  CHECK(first("a: b: c\n") == "[yaml-unexpected-colon]\n");
  CHECK(first("a:\n    b: 1\n  c: 2\n").starts_with("[yaml-bad-indentation]\n"));
  CHECK(first("- - 1\n  b\n").starts_with("[yaml-bad-indentation]\n"));
  CHECK(first("x: {a: 1") == "[yaml-unclosed-brace]\n");
  CHECK(first("x: [a, ") == "[yaml-unclosed-bracket]\n");
  CHECK(first("a: - 1\n") == "[yaml-unexpected-dash]\n");
  CHECK(first("a: ]\n") == "[yaml-unexpected-close]\n");
  CHECK(first("a: \"\\q\"\n") == "[yaml-unknown-escape]\n");
  // Its own words where there are none of ours.
  CHECK(first("a: @b\n") == "[yaml-syntax]\n  note: the YAML parser says: unknown token\n");
  // A brace that is closed on its line: a colon within a text was taken for a key's.
  CHECK(first("x: {a: b: c}\ny: 1\n").starts_with("[comma-missing]\n"));
  CHECK(first("x: {a: b/2: c}\ny: 1\n") == "[yaml-unexpected-colon]\n");
}
