#include <algorithm>
#include <set>

#include "unit/cases.hpp"
#include "unit/catch.hpp"

using namespace spbe;
using spbe::testing::catalog;
using spbe::testing::messages;
using spbe::testing::source_of;

TEST_CASE("evidence is known for every level of 59 of 2020 in both languages", "[data]") {
  const auto instrument = catalog().find("permenpanrb-59-2020");
  const auto guide = evidence_of(*instrument);
  REQUIRE(guide);
  CHECK_FALSE(guide->caution.english.empty());
  CHECK_FALSE(guide->caution.indonesian.empty());
  for (const ComponentIndex i : instrument->indicators) {
    for (int level = 1; level <= 5; ++level) {
      INFO(instrument->at(i).key << " at " << level);
      const auto* items = guide->find(i, level);
      REQUIRE(items != nullptr);
      CHECK_FALSE(items->empty());
      for (const Bilingual& item : *items) {
        CHECK_FALSE(item.english.empty());
        CHECK_FALSE(item.indonesian.empty());
      }
    }
    CHECK(guide->find(i, 6) == nullptr);
  }
}

TEST_CASE("evidence without a language, or at a level there is not, is refused", "[data]") {
  Diagnostics diagnostics;
  const auto guide = read_evidence(
      source_of("instrument: permenpanrb-59-2020\nevidence:\n  - indicators: [1]\n    levels:\n"
                "      1: [{id: a, en: a}, {id: b}]\n      7: [{id: a, en: b}]\n"),
      *catalog().find("permenpanrb-59-2020"), diagnostics);
  CHECK_FALSE(guide);
  const std::string said = messages(diagnostics);
  INFO(said);
  CHECK(said.find("uji.yaml:5:27: error") != std::string::npos);
  CHECK(said.find("uji.yaml:6:7: error: level 7 of indicator 1 is outside 1 to 5") !=
        std::string::npos);
}

TEST_CASE("all 232 pieces of evidence of 8 of 2026 are counted", "[data]") {
  const auto instrument = catalog().find("permenpanrb-8-2026");
  const auto criteria = criteria_of(*instrument);
  REQUIRE(criteria);
  int pieces = 0;
  for (const ComponentIndex i : instrument->indicators) {
    for (int level = 1; level <= 5; ++level) {
      const Criterion* criterion = criteria->criterion(i, level);
      REQUIRE(criterion != nullptr);
      CHECK(criterion->items > 0);
      pieces += criterion->items;
    }
  }
  CHECK(pieces == 232);
}

TEST_CASE("the migration names every new indicator, and uses every old one", "[data]") {
  const auto from = catalog().find("permenpanrb-59-2020");
  const auto to = catalog().find("permenpanrb-8-2026");
  const auto migration = migration_between(*from, *to);
  REQUIRE(migration);
  CHECK_FALSE(migration_between(*to, *from));
  CHECK(migration->entries.size() == to->indicators.size());
  std::set<ComponentIndex> used;
  for (const Migration::Entry& entry : migration->entries) {
    CHECK_FALSE(entry.added.english.empty());
    CHECK_FALSE(entry.added.indonesian.empty());
    for (const Migration::Cover& cover : entry.covers) {
      CHECK(cover.inferred == cover.source.empty());
      used.insert(cover.indicators.begin(), cover.indicators.end());
    }
  }
  CHECK(used.size() == from->indicators.size());
}

TEST_CASE("components have short names, and other names lead to them", "[data]") {
  for (const std::string& id : catalog().ids()) {
    const auto instrument = catalog().find(id);
    for (const Component& c : instrument->components) {
      INFO(id << " " << c.id);
      CHECK_FALSE(c.short_name.empty());
      CHECK_FALSE(c.short_english.empty());
      CHECK(c.short_name.size() <= 26);
      CHECK(c.short_english.size() <= 26);
      CHECK(c.short_name.size() <= c.name.size());
      for (const std::string& alias : c.aliases)
        CHECK(&instrument->at(instrument->find(alias)) == &c);
    }
  }
  const auto instrument = catalog().find("permenpanrb-8-2026");
  CHECK(instrument->find("7.2") == instrument->find("20"));
  CHECK(instrument->find("i9") == instrument->find("9"));
}

TEST_CASE("the 38 provinces are found however they are written", "[data]") {
  CHECK(provinces().size() == 38);
  std::set<std::string> names;
  for (const Province& province : provinces()) {
    names.insert(province.name);
    CHECK(find_province(province.name) == &province);
    for (const std::string& alias : province.aliases) CHECK(find_province(alias) == &province);
  }
  CHECK(names.size() == 38);
  for (const char* name : {"D.I Yogyakarta", "D.I. Yogyakarta", "DI YOGYAKARTA", "yogyakarta",
                           "Provinsi Daerah Istimewa Yogyakarta", "Prov. DIY"}) {
    INFO(name);
    REQUIRE(find_province(name) != nullptr);
    CHECK(find_province(name)->name == "DI Yogyakarta");
  }
  CHECK(find_province("Bangka Belitung")->code == 19);
  CHECK(find_province("Lampong") == nullptr);
  CHECK(nearest_province("Lampong") == "Lampung");
  CHECK(find_province("") == nullptr);
  CHECK(find_province("Provinsi") == nullptr);
}
