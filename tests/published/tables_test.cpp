// Official tables, where the folder that holds them is at hand (SPBE_SHARED).
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>

#include "model/table_import.hpp"
#include "spbe/analysis/rank.hpp"
#include "unit/catch.hpp"

using namespace spbe;

namespace {

// Nothing, with a line on the terminal, where the table is absent.
std::shared_ptr<const Source> table(const std::string& name) {
  const char* shared = std::getenv("SPBE_SHARED");
  const std::string path = (shared == nullptr ? "" : shared) + ("/domain/published/" + name);
  std::ifstream file(path, std::ios::binary);
  if (shared == nullptr || !file) {
    std::cout << "skipped: there is no " << name << " (SPBE_SHARED)\n";
    return nullptr;
  }
  std::ostringstream text;
  text << file.rdbuf();
  return std::make_shared<const Source>(name, text.str());
}

const Catalog& catalog() {
  static const Catalog all;
  return all;
}

struct Read {
  Assessment assessment;
  IndexResult result;
};

std::vector<Read> import_all(const std::shared_ptr<const Source>& source) {
  std::vector<Read> all;
  Diagnostics diagnostics;
  const auto take = [&](ImportedRow&& row, Diagnostics& found) {
    auto assessment =
        read_assessment(std::make_shared<const Source>("row", row.yaml), catalog(), found);
    REQUIRE(assessment);
    IndexResult result = compute(*assessment);
    all.push_back({std::move(*assessment), std::move(result)});
  };
  import_file(source, catalog(), {}, diagnostics, {take, {}});
  CHECK_FALSE(diagnostics.has_errors());
  return all;
}

// The printed index is among what the printed domains allow, and so is the category.
bool index_agrees(const Read& read) {
  const auto& printed = read.assessment.published.index;
  if (!printed) return false;
  const Interval range = printed->range();
  if (!read.result.possible) {
    return read.result.index.low < range.high && range.low <= read.result.index.high;
  }
  return std::ranges::any_of(*read.result.possible,
                             [&](Ratio value) { return range.contains(value); });
}

bool category_agrees(const Read& read) {
  return std::ranges::any_of(read.result.categories, [&](std::size_t i) {
    return read.assessment.instrument->categories[i].name == read.assessment.published.category;
  });
}

std::string place_of_belu(const std::vector<Summary>& all, int year) {
  RankOptions options;
  options.year = year;
  options.filters = {{RankField::kind, {"kabupaten", "kota"}},
                     {RankField::province, {"Nusa Tenggara Timur"}}};
  const Ranking ranking = rank(all, options);
  REQUIRE(ranking.groups.size() == 1);
  for (const RankedRow& row : ranking.groups.front().rows) {
    if (row.current->institution == "Pemerintah Kab. Belu") {
      return std::to_string(row.place.rank) + " of " + std::to_string(row.place.of);
    }
  }
  return "absent";
}

}  // namespace

TEST_CASE("every row of the national table of 2023 agrees with its domains", "[tables]") {
  const auto source = table("national-2023.csv");
  if (!source) return;
  const std::vector<Read> all = import_all(source);
  CHECK(all.size() == 621);
  for (const Read& read : all) {
    INFO(read.assessment.institution);
    CHECK(index_agrees(read));
    CHECK(category_agrees(read));
  }
}

TEST_CASE("Belu is 9 of 22 and 11 of 21 in its province", "[tables]") {
  const auto national = table("national-2023.csv");
  const auto later = table("ntt-2024.csv");
  if (!national || !later) return;
  std::vector<Summary> all;
  for (const auto& source : {national, later}) {
    for (const Read& read : import_all(source)) {
      all.push_back(summarize(read.assessment, read.result));
    }
  }
  CHECK(place_of_belu(all, 2023) == "9 of 22");
  CHECK(place_of_belu(all, 2024) == "11 of 21");
}

TEST_CASE("no two institutions of the national tables fall together, and one stays one",
          "[tables]") {
  const auto national = table("national-2023.csv");
  const auto later = table("ntt-2024.csv");
  if (!national || !later) return;
  std::map<std::string, std::string> names;
  for (const Read& read : import_all(national)) {
    const std::string& name = read.assessment.institution;
    const auto [other, fresh] = names.emplace(institution_key(name), name);
    INFO(name << " and " << other->second);
    CHECK(fresh);
  }
  CHECK(names.size() == 621);
  // The province is written out there, and abbreviated in the year before.
  for (const Read& read : import_all(later)) {
    INFO(read.assessment.institution);
    CHECK(names.contains(institution_key(read.assessment.institution)));
  }
}
