#include "document/nearest.hpp"

#include "unit/catch.hpp"

using namespace spbe;

namespace {

std::string near(std::string_view word) {
  return nearest_name(word, {"kebijakan", "tata-kelola", "manajemen", "layanan", "tik", "Baik"})
      .value_or("-");
}

}  // namespace

TEST_CASE("the nearest name is what the person meant", "[nearest]") {
  CHECK(near("managemen") == "manajemen");
  CHECK(near("kebijkan") == "kebijakan");
  CHECK(near("tatakelola") == "tata-kelola");
  CHECK(near("tata_kelola") == "tata-kelola");
  CHECK(near("LAYANAN") == "layanan");
  CHECK(near("layaann") == "layanan");  // neighbours swapped
  CHECK(near("baik") == "Baik");
  CHECK(near("keb") == "kebijakan");  // its beginning
}

TEST_CASE("nothing is near a word of another kind", "[nearest]") {
  CHECK(near("xyzzy") == "-");
  CHECK(near("") == "-");
  CHECK(near("k") == "-");
  CHECK(near(std::string(65, 'k')) == "-");
  CHECK_FALSE(nearest_name("a", {}));
  CHECK(nearest_name("abc", {"abd", "abe"}) == "abd");
  CHECK_FALSE(nearest_name("pre", {"prefix-one", "prefix-two"}));
}
