#include "spbe/base/source.hpp"
#include "spbe/render/message.hpp"
#include "unit/catch.hpp"

using spbe::printable;

TEST_CASE("a text cannot begin a workflow command in a log", "[printable]") {
  CHECK(printable("::error::x") == "\\x3a:error::x");
  // A long line may be broken at a blank.
  CHECK(printable("Kota ::add-mask::a") == "Kota \\x3a:add-mask::a");
  CHECK(printable("a::b c: d") == "a::b c: d");
  CHECK(printable("12:30 std::x") == "12:30 std::x");
  // Runners look for these anywhere in a line.
  CHECK(printable("a ##[add-path]b") == "a ##\\x5badd-path]b");
  CHECK(printable("##vso[task.x]") == "##vso\\x5btask.x]");
  CHECK(printable("# [1] ## [2] #[3] ##a.b[4]") == "# [1] ## [2] #[3] ##a.b[4]");
}

TEST_CASE("escaping twice changes nothing", "[printable]") {
  for (const char* text : {"::x ##[y] \x1b[31m", "\xff\xe2\x80\xae\n::"}) {
    CHECK(printable(printable(text)) == printable(text));
  }
}

TEST_CASE("no argument of a message can steer a terminal or a log", "[printable]") {
  spbe::Diagnostic diagnostic;
  diagnostic.code = "unknown-command";
  diagnostic.args = {"\x1b[31m##[error]"};
  CHECK(message(diagnostic, spbe::Language::english) == "unknown command '\\x1b[31m##\\x5berror]'");
}
