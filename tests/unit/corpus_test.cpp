#include <algorithm>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "cli/session.hpp"
#include "unit/cases.hpp"
#include "unit/catch.hpp"

using namespace spbe;

namespace {

// Seconds of processor time for one input; a sanitizer takes several times as long.
constexpr std::clock_t kLimit = kSanitized ? 5 : 1;

// The bar that a slow machine may come to see writes over itself: "\r", words, "\x1b[K".
std::string without_progress(std::string text) {
  for (const std::string_view mark : {"\r", "\x1b[K"}) {
    for (std::size_t at = 0; (at = text.find(mark, at)) != std::string::npos;) {
      text.erase(at, mark.size());
    }
  }
  return text;
}

// The program in this process; empty, or what was wrong with how it ended.
std::string fault_of(const std::vector<std::string>& args, const std::string& input) {
  std::istringstream in(input);
  std::ostringstream out;
  std::ostringstream err;
  Session session{in, out, err, {}};
  session.environment.err_is_terminal = true;
  session.environment.no_color = true;
  const std::clock_t begin = std::clock();
  Status status = Status::internal;
  try {
    status = run(args, session);
  } catch (const std::exception& error) {
    return std::string("thrown: ") + error.what();
  }
  const std::clock_t used = std::clock() - begin;
  if (used > kLimit * CLOCKS_PER_SEC) return "took too long";
  if (status != Status::done && status != Status::bad_input) return "status";
  if (status == Status::bad_input && err.str().empty()) return "no message";
  for (const std::string& text : {out.str(), without_progress(err.str())}) {
    if (find_invalid_utf8(text) != std::string_view::npos) return "output is not UTF-8";
    const bool steering = std::ranges::any_of(
        text, [](char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\n'; });
    if (steering) return "control characters in the output";
  }
  return {};
}

std::string faults(const std::string& name, const std::string& input) {
  std::string out;
  const std::vector<std::vector<std::string>> ways = {
      {"compute", "-"},
      {"compute", "--lang", "id", "--details", "-"},
      {"compute", "--format", "json", "--details", "-"},
      {"compute", "--format", "csv", "-"},
      {"compute", "--format", "markdown", "-"},
      {"instruments", "--instrument", "-", "--format", "json"}};
  for (const auto& args : ways) {
    const std::string fault = fault_of(args, input);
    if (!fault.empty())
      out += name + ", " + args[0] + " " + args[2 % args.size()] + ": " + fault + "\n";
  }
  return out;
}

std::string repeated(const std::string& piece, std::size_t size) {
  std::string out;
  while (out.size() < size) out += piece;
  return out;
}

}  // namespace

// Small files that have been trouble somewhere: for yaml-cpp, for us, or for the fuzzer.
TEST_CASE("every file of the corpus ends in a result or a message", "[corpus]") {
  std::size_t files = 0;
  std::string found;
  for (const auto& entry : std::filesystem::directory_iterator(SPBE_SOURCE_DIR "/tests/corpus")) {
    std::ifstream file(entry.path(), std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    found += faults(entry.path().filename().string(), text.str());
    ++files;
  }
  CHECK(files >= 60);
  CHECK(found == "");
}

TEST_CASE("large inputs take no longer than their size", "[corpus]") {
  const std::string header = spbe::testing::header();
  constexpr std::size_t kSize = 150'000;
  const std::vector<std::pair<std::string, std::string>> inputs = {
      {"unknown keys on one line", header + "scores: {" + repeated("x: 1, ", kSize) + "}\n"},
      {"lines of one key", header + "scores:\n" + repeated("  1: 1\n", kSize)},
      {"warnings", repeated("---\n" + header + "scores: {" +
                                spbe::testing::numbered(std::vector<int>(47, 0)) + "}\n",
                            100'000)},
      {"documents", repeated("--- a\n", kSize)},
      {"block of text", "a: |\n" + repeated(" x\n", kSize)},
      {"comments", repeated("#\n", kSize) + repeated("a: \n", 20'000)},
      {"quotes", header + "scores: {1: 1}\nsource: \"" + std::string(kSize, 'a') + "\n"},
      {"brackets", repeated("[", kSize)},
      {"colons", repeated("a: ", kSize)},
      {"obstacles", header + "obstacles: [" + repeated("{id: a, holds: [1-47]}, ", 40'000) + "]\n"},
      {"long word", header + "kind: " + std::string(kSize, 'b') + "\n"},
      {"blanks", "a:\n" + std::string(kSize, ' ') + "b"}};
  std::string found;
  for (const auto& [name, text] : inputs) {
    const std::string fault = fault_of({"compute", "-"}, text);
    if (!fault.empty()) found += name + ": " + fault + "\n";
  }
  CHECK(found == "");
}
