#include "document/nearest.hpp"

#include <algorithm>
#include <random>

#include "unit/catch.hpp"

using namespace spbe;

namespace {

std::string near(std::string_view word) {
  return nearest_name(word, {"kebijakan", "tata-kelola", "manajemen", "layanan", "tik", "Baik"})
      .value_or("-");
}

// The definition, as it stands: the whole table.
std::size_t edits(std::string_view a, std::string_view b) {
  std::vector<std::vector<std::size_t>> table(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      std::size_t& cell = table[i][j];
      cell = i + j;
      if (i == 0 || j == 0) continue;
      cell = std::min({table[i - 1][j] + 1, table[i][j - 1] + 1,
                       table[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) cell = std::min(cell, table[i - 2][j - 2] + 1);
    }
  }
  return table[a.size()][b.size()];
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

TEST_CASE("what is too far away to be looked at in full is none the nearer", "[nearest]") {
  std::mt19937 random(1);
  const auto word = [&](std::size_t most) {
    std::string text(1 + random() % most, 'a');
    for (char& c : text) c = static_cast<char>('a' + random() % 3);
    return text;
  };
  for (int n = 0; n < 20000; ++n) {
    const std::size_t most = n % 2 == 0 ? 8 : 64;
    const std::string a = word(most);
    std::string b = n % 3 == 0 ? a : word(most);
    for (std::size_t changes = random() % 5; n % 3 == 0 && changes > 0; --changes) {
      const std::size_t at = random() % b.size();
      if (at + 1 < b.size()) std::swap(b[at], b[at + 1]);
      b[at] = static_cast<char>('a' + random() % 3);
    }
    const std::size_t d = edits(a, b);
    const bool is_near = d <= std::clamp<std::size_t>(a.size() / 3, 1, 10) && d < b.size();
    const bool begins = b.starts_with(a) && a.size() > 1;
    INFO(a << " " << b);
    CHECK(nearest_name(a, {b}).has_value() == (is_near || begins));
  }
}
