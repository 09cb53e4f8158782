#include "spbe/model/instrument.hpp"

#include "unit/cases.hpp"
#include "unit/catch.hpp"

using namespace spbe;
using spbe::testing::catalog;
using spbe::testing::instrument_of;
using spbe::testing::source_of;

namespace {

const std::string kDefinition = R"(id: uji
name: Uji 1
years: 2024
scales:
  a: {levels: 1-5}
categories:
  - {name: Rendah, from: "1"}
  - {name: Tinggi, from: "3"}
aspects:
  A1:
    slug: satu
    name: Satu
    weight: "60"
    scale: a
    each: "20"
    indicators:
      1: {name: x}
      2: {name: y}
      2a: {name: z, code: IP-3}
  A2:
    name: Dua
    weight: "40"
    scale: a
    indicators:
      4: {name: z, weight: "40"}
)";

// The definition with one piece replaced, and what is said about it.
std::string said(const std::string& from, const std::string& to) {
  std::string text = kDefinition;
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  text.replace(at, from.size(), to);
  Diagnostics diagnostics;
  const auto instrument = read_instrument(source_of(text), diagnostics);
  CHECK((instrument == nullptr) == diagnostics.has_errors());
  std::string out;
  for (const Diagnostic& diagnostic : diagnostics.list()) out += diagnostic.code + " ";
  return out;
}

}  // namespace

TEST_CASE("the built-in definitions are sound", "[instrument]") {
  const std::vector<std::string> ids = {"permenpanrb-5-2018", "permenpanrb-59-2020",
                                        "permenpanrb-8-2026"};
  CHECK(catalog().ids() == ids);
  const std::vector<std::size_t> indicators = {37, 47, 20};
  for (std::size_t i = 0; i < ids.size(); ++i) {
    INFO(ids[i]);
    const auto instrument = catalog().find(ids[i]);
    REQUIRE(instrument != nullptr);
    CHECK(instrument->indicators.size() == indicators[i]);
    Ratio sum;
    for (const ComponentIndex indicator : instrument->indicators) {
      sum += instrument->at(indicator).weight;
    }
    CHECK(sum == Ratio(100));
    CHECK(instrument->categories.front().from == instrument->lowest_index());
    CHECK(instrument->highest_index() == Ratio(5));
    CHECK_FALSE(instrument->source.empty());
    for (const Component& c : instrument->components) {
      INFO(c.id);
      CHECK_FALSE(c.name.empty());
      CHECK_FALSE(c.english.empty());
      CHECK(c.slug.empty() == c.is_indicator());
    }
  }
  CHECK(catalog().for_year(2018)->id == ids[0]);
  CHECK(catalog().for_year(2020)->id == ids[0]);
  CHECK(catalog().for_year(2021)->id == ids[1]);
  CHECK(catalog().for_year(2025)->id == ids[1]);
  CHECK(catalog().for_year(2026)->id == ids[2]);
  CHECK(catalog().for_year(2099)->id == ids[2]);
  CHECK(catalog().for_year(2017) == nullptr);
  CHECK(catalog().find(ids[0])->superseded_by == ids[1]);
  CHECK(catalog().find(ids[1])->superseded_by == ids[2]);
}

TEST_CASE("components are found by id, key and slug", "[instrument]") {
  const auto instrument = instrument_of(kDefinition);
  const auto id = [&](std::string_view wanted) -> std::string {
    const ComponentIndex index = instrument->find(wanted);
    return index == kNoComponent ? "-" : instrument->at(index).id;
  };
  CHECK(id("A1") == "A1");
  CHECK(id("a1") == "A1");
  CHECK(id("SATU") == "A1");
  CHECK(id("1") == "ID-1");
  CHECK(id("id-1") == "ID-1");
  CHECK(id("2a") == "IP-3");
  CHECK(id("ip-3") == "IP-3");
  CHECK(id("4") == "ID-4");
  CHECK(id("3") == "-");
  CHECK(id("01") == "-");
  CHECK(id("") == "-");
  CHECK(id("x") == "-");  // a name is no id
}

TEST_CASE("ranges of indicators", "[instrument]") {
  const auto instrument = catalog().find("permenpanrb-5-2018");
  const auto count = [&](std::string_view text) {
    return instrument->indicator_range(text).size();
  };
  CHECK(count("12") == 1);
  CHECK(count("ID-12") == 1);
  CHECK(count("21-31") == 11);
  CHECK(count("34-35c") == 4);
  CHECK(count("ID-21-ID-31") == 11);
  CHECK(count("35a-35b") == 2);
  CHECK(count("31-21") == 0);
  CHECK(count("35") == 0);
  CHECK(count("1-99") == 0);
  CHECK(count("A1") == 0);
  CHECK(count("-") == 0);
  CHECK(count("") == 0);
}

TEST_CASE("a bound belongs to the upper category", "[instrument]") {
  for (const std::string& id : catalog().ids()) {
    const auto instrument = catalog().find(id);
    for (std::size_t i = 0; i < instrument->categories.size(); ++i) {
      const Ratio from = instrument->categories[i].from;
      INFO(id << ' ' << from);
      CHECK(instrument->category_of(from, CategoryBasis::exact) == i);
      CHECK(instrument->category_of(from, CategoryBasis::shown) == i);
      if (i == 0) continue;
      CHECK(instrument->category_of(from - Ratio(1, 2000), CategoryBasis::exact) == i - 1);
      CHECK(instrument->category_of(from - Ratio(5, 1000), CategoryBasis::shown) == i);
      CHECK(instrument->category_of(from - Ratio(51, 10000), CategoryBasis::shown) == i - 1);
    }
    CHECK(instrument->category_of(Ratio(0), CategoryBasis::exact) == 0);
  }
}

TEST_CASE("the year says what decides the category", "[instrument]") {
  const auto instrument = catalog().find("permenpanrb-59-2020");
  for (const int year : {2021, 2022, 2024, 2025, 2030}) {
    CHECK(instrument->category_rule.in(year) == CategoryBasis::exact);
  }
  CHECK(instrument->category_rule.in(2023) == CategoryBasis::shown);
}

TEST_CASE("the definition as it stands is right", "[instrument]") {
  CHECK(said("name: Uji 1", "name: Uji 2").empty());
}

TEST_CASE("weights must add up", "[instrument]") {
  CHECK(said(R"(weight: "40"})", R"(weight: "39.95"})") == "weights-do-not-add-up ");
  CHECK(said(R"(weight: "60")", R"(weight: "60.05")") ==
        "weights-do-not-add-up weights-do-not-add-up ");
  CHECK(said(R"(each: "20")", R"(each: "60/3")").empty());
  CHECK(said(R"(1: {name: x})", R"(1: {name: x, weight: 0})") ==
        "weights-do-not-add-up weight-not-positive ");
  CHECK(said(R"(1: {name: x})", R"(1: {name: x, weight: -20})") ==
        "weights-do-not-add-up weight-not-positive ");
  CHECK(said(R"(1: {name: x})", R"(1: {name: x, weight: 1/1000003})") == "expected-number ");
  CHECK(said(R"(each: "20")", R"(each: "0.000001")").find("weights-too-fine") == std::string::npos);
}

TEST_CASE("categories must rise and cover the scale", "[instrument]") {
  CHECK(said(R"(from: "3")", R"(from: "1")") == "categories-overlap ");
  CHECK(said(R"(from: "3")", R"(from: "0.5")") == "categories-overlap ");
  CHECK(said(R"(from: "1")", R"(from: "1.01")") == "categories-leave-gap ");
  CHECK(said(R"(from: "1")", R"(from: "0")").empty());
}

TEST_CASE("names must be unique", "[instrument]") {
  CHECK(said("slug: satu", "slug: a2") == "component-name-twice ");
  CHECK(said("slug: satu", "slug: ID-1") == "component-name-twice ");
  CHECK(said("code: IP-3", "code: '2'") == "component-name-twice ");
  CHECK(said("      4: {", "      a1: {") == "component-name-twice ");
  CHECK(said("      2: {name: y}", "      1: {name: y}") == "duplicate-key ");
}

TEST_CASE("prerequisites must not wait for themselves", "[instrument]") {
  const auto with = [](const std::string& rules) {
    return said("aspects:\n", "editions:\n  e: {name: E}\n  f: {name: F}\nprerequisites:\n" +
                                  rules + "aspects:\n");
  };
  CHECK(with("  - {id: p, raise: 1, to: 2, needs: {2: 3}}\n").empty());
  CHECK(with("  - {id: p, raise: 1, to: 2, needs: {1: 2}}\n") == "prerequisite-cycle ");
  CHECK(with("  - {id: p, raise: 1, to: 3, needs: {1: 2}}\n").empty());
  CHECK(with("  - {id: p, raise: 1-4, to: 2, needs: {2: 1}}\n").empty());
  CHECK(with("  - {id: p, raise: 1, to: 2, needs: {2: 3}}\n"
             "  - {id: q, raise: 2, to: 3, needs: {1: 2}}\n") == "prerequisite-cycle ");
  // A higher level of the other is asked for only after.
  CHECK(with("  - {id: p, raise: 1, to: 2, needs: {2: 2}}\n"
             "  - {id: q, raise: 2, to: 3, needs: {1: 2}}\n")
            .empty());
  // In different editions they never hold together.
  CHECK(with("  - {id: p, raise: 1, to: 2, needs: {2: 3}, editions: [e]}\n"
             "  - {id: q, raise: 2, to: 3, needs: {1: 2}, editions: [f]}\n")
            .empty());
  CHECK(with("  - {id: p, raise: 1, to: 2, needs: {2: 3}, editions: [e]}\n"
             "  - {id: q, raise: 2, to: 3, needs: {1: 2}, editions: [e, f]}\n") ==
        "prerequisite-cycle ");
  CHECK(with("  - {id: p, raise: 9, to: 2, needs: {2: 3}}\n") == "unknown-indicator ");
  CHECK(with("  - {id: p, raise: 1, to: 6, needs: {2: 3}}\n") == "expected-integer ");
  CHECK(with("  - {id: p, raise: 1, to: 2, needs: {2: 3}, editions: [g]}\n") == "unknown-edition ");
}

TEST_CASE("a definition of one's own wins over the built-in one", "[instrument]") {
  Catalog own;
  Diagnostics diagnostics;
  std::string text = kDefinition;
  text.replace(0, 7, "id: permenpanrb-59-2020");
  REQUIRE(own.add(source_of(text), diagnostics));
  REQUIRE(own.add(source_of(kDefinition), diagnostics));
  CHECK(own.find("permenpanrb-59-2020")->name == "Uji 1");
  CHECK(own.for_year(2024)->id == "permenpanrb-59-2020");
  CHECK(own.for_year(2023) == nullptr);  // the built-in one is shadowed
  CHECK(own.for_year(2026)->id == "permenpanrb-8-2026");
  REQUIRE(own.entries().size() == 5);
  CHECK_FALSE(own.entries()[0].shadowed);
  CHECK(own.entries()[3].shadowed);
  CHECK_FALSE(own.add(source_of("id: x\n"), diagnostics));
  CHECK(own.entries().size() == 5);
  own.set_default("uji");
  CHECK(own.for_year(2026)->id == "uji");
}

TEST_CASE("years of a definition", "[instrument]") {
  const auto years = [](std::string_view text) -> std::string {
    const auto range = parse_years(text);
    return range ? std::to_string(range->first) + " " + std::to_string(range->last) : "-";
  };
  CHECK(years("2024") == "2024 2024");
  CHECK(years("2021-2025") == "2021 2025");
  CHECK(years("2026-") == "2026 9999");
  for (const char* wrong :
       {"", "-", "24", "2025-2021", "2021-25", "2021 - 2025", "tahun", "2021-x"}) {
    INFO(wrong);
    CHECK(years(wrong) == "-");
  }
}
