#include "cli/file_address.hpp"

#include "unit/catch.hpp"

using spbe::file_address;

TEST_CASE("what a path may hold and an address may not is escaped", "[file_address]") {
  CHECK(file_address("/usr/share/a-b_c.json") == "file:///usr/share/a-b_c.json");
  CHECK(file_address("/home/budi/Unduhan Dinas/é#1%?.json") ==
        "file:///home/budi/Unduhan%20Dinas/%C3%A9%231%25%3F.json");
  CHECK(file_address("C:/Users/Budi/a b.json") == "file:///C:/Users/Budi/a%20b.json");
}
