#include "render/messages.hpp"

#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "spbe/render/message.hpp"
#include "unit/catch.hpp"

using namespace spbe;

namespace {

// What the golden tests of the command line print, all of it: their console blocks.
std::string golden_text() {
  std::string all;
  namespace fs = std::filesystem;
  for (const auto& entry : fs::recursive_directory_iterator(SPBE_SOURCE_DIR "/tests/cli")) {
    if (entry.path().extension() != ".md") continue;
    std::ifstream file(entry.path(), std::ios::binary);
    bool inside = false;
    for (std::string line; std::getline(file, line);) {
      if (line.starts_with("```")) {
        inside = line.ends_with("console");
      } else if (inside && !line.starts_with("$ ")) {
        all += line + "\n";
      }
    }
  }
  return all;
}

std::string lines_with(const std::string& text, const std::vector<std::string>& words) {
  std::string out;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    for (const std::string& word : words) {
      if (line.find(word) != std::string::npos) out += line + "\n";
    }
  }
  return out;
}

// The longest piece of a sentence between its places for arguments.
std::string fixed_piece(std::string_view sentence) {
  std::string longest;
  std::string piece;
  for (std::size_t i = 0; i <= sentence.size(); ++i) {
    const bool slot = i + 2 < sentence.size() && sentence[i] == '{' && sentence[i + 2] == '}';
    if (i == sentence.size() || slot) {
      if (piece.size() > longest.size()) longest = piece;
      piece.clear();
      if (slot) i += 2;
    } else {
      piece += sentence[i];
    }
  }
  return longest;
}

// The places for arguments that a sentence has: "01" for {0} and {1}.
std::string slots(std::string_view sentence) {
  std::set<char> found;
  for (std::size_t i = 0; i + 2 < sentence.size(); ++i) {
    if (sentence[i] == '{' && sentence[i + 2] == '}') found.insert(sentence[i + 1]);
  }
  return {found.begin(), found.end()};
}

}  // namespace

TEST_CASE("every code of a message has a golden case", "[messages]") {
  const std::string goldens = golden_text();
  REQUIRE(goldens.size() > 10'000);
  const std::string hints = lines_with(goldens, {"hint: ", "note: "});
  std::string missing;
  for (const auto& table : message_tables()) {
    for (const Message& message : table) {
      const std::string code(message.code);
      // A rule of check may word its finding in several ways: "min-index.range". The rule must
      // have a golden case; each wording has its case in check_cases.hpp.
      const std::string shown = code.substr(0, code.find('.'));
      const bool as_error = goldens.find("[" + shown + "]") != std::string::npos;
      const std::string piece = fixed_piece(message.words.english);
      // Notes and hints print no code, only their sentence.
      const bool as_hint = hints.find(piece) != std::string::npos;
      if (!as_error && !as_hint) missing += code + " ";
    }
  }
  CHECK(missing == "");
}

TEST_CASE("codes are unique kebab-case words", "[messages]") {
  std::set<std::string_view> seen;
  for (const auto& table : message_tables()) {
    for (const Message& message : table) {
      INFO(message.code);
      CHECK(seen.insert(message.code).second);
      CHECK(message.code.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-.") ==
            std::string_view::npos);
      CHECK(find_message(message.code) == &message);
    }
  }
  CHECK(seen.size() > 80);
  CHECK(find_message("no-such-code") == nullptr);
}

TEST_CASE("both languages say the same things", "[messages]") {
  for (const auto& table : message_tables()) {
    for (const Message& message : table) {
      INFO(message.code);
      CHECK_FALSE(message.words.english.empty());
      CHECK_FALSE(message.words.indonesian.empty());
      CHECK(slots(message.words.english) == slots(message.words.indonesian));
    }
  }
}

TEST_CASE("arguments are put in their places, and braces of theirs stay", "[messages]") {
  CHECK(fill("{1} of {0}", {"a", "b"}) == "b of a");
  CHECK(fill("{0}", {"{1}", "x"}) == "{1}");
  CHECK(fill("{2} {x} {", {"a"}) == "{2} {x} {");
}

TEST_CASE("a diagnostic is printed with its place, notes and hint", "[messages]") {
  Diagnostic diagnostic{
      Severity::error, "component-twice", {"ID-1"}, {"a.yaml", 2, 5, 2, "  é: 日日"}, {}, {}};
  diagnostic.note("first-given-here", {}, Location{"a.yaml", 1, 3, 1, "  1: 3"});
  diagnostic.suggest("did-you-mean", {"x"});
  CHECK(render_diagnostic(diagnostic, {}) ==
        "a.yaml:2:5: error: ID-1 is given twice [component-twice]\n"
        "a.yaml:1:3: note: first given here\n"
        "  hint: did you mean 'x'?\n");
  CHECK(render_diagnostic(diagnostic, {Language::indonesian, true, false}) ==
        "a.yaml:2:5: kesalahan: ID-1 diberikan dua kali [component-twice]\n"
        " 2 |   é: 日日\n"
        "   |     ^^\n"
        "a.yaml:1:3: catatan: pertama kali diberikan di sini\n"
        " 1 |   1: 3\n"
        "   |   ^\n"
        "  petunjuk: maksud Anda 'x'?\n");
}

TEST_CASE("what a file says cannot steer the terminal through a message", "[messages]") {
  const Diagnostic diagnostic{
      Severity::warning, "value-empty", {"x"}, {"a\x1b[2J.yaml", 1, 2, 1, "\x1b[31m\tx"}, {}, {}};
  const std::string text = render_diagnostic(diagnostic, {Language::english, true, false});
  CHECK(text ==
        "a\\x1b[2J.yaml:1:2: warning: 'x' has no value [value-empty]\n"
        " 1 | \\x1b[31m x\n"
        "   |     ^\n");
}
