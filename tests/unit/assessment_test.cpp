#include "spbe/model/assessment.hpp"

#include "unit/cases.hpp"
#include "unit/catch.hpp"

using namespace spbe;
using namespace spbe::testing;

namespace {

// The codes of what is said about an assessment with these scores.
std::string said(const std::string& scores, int year = 2024) {
  Diagnostics diagnostics;
  const auto found =
      read_assessment(source_of(header(year) + "scores:\n" + scores), catalog(), diagnostics);
  CHECK(found.has_value() != diagnostics.has_errors());
  diagnostics.sort();
  std::string out;
  for (const Diagnostic& d : diagnostics.list()) {
    out += std::to_string(d.location.line) + ":" + d.code + " ";
  }
  return out;
}

Score score_of(const Assessment& assessment, std::string_view name) {
  return assessment.score(assessment.instrument->find(name));
}

}  // namespace

TEST_CASE("every field of the format is read", "[assessment]") {
  const Assessment a = assessment_of(R"(institution: Pemerintah Kota Uji
year: 2023
instrument: permenpanrb-59-2020
kind: kota
province: Lampung
stage: final
source: Laporan 2023
scores:
  kebijakan:
    kebijakan-tata-kelola:
      1: 1
      2: {level: 2, unit: Bagian Organisasi, target: 3, effort: 2, note: baru, evidence: [SK 1, SK 2]}
      3: {level: 4, units: [Bappeda, Dinas Kominfo], effort: [1, 0.5], evidence: SK 3}
  tata-kelola: 1,40
published:
  index: 2.15
  category: cukup
  domains: {kebijakan: 1.40, D2: 2}
  aspects: {audit-tik: 1.005}
obstacles:
  - {id: o1, text: Belum ada, unit: Bappeda, holds: [21-23, 12], at: 2, effort: 5}
  - {id: o2, holds: 47}
waive:
  - {rule: published-index, indicators: [1-2], until: 2026-12-31, reason: salah cetak, owner: Dinas}
)");
  CHECK(a.institution == "Pemerintah Kota Uji");
  CHECK(a.year == 2023);
  CHECK(a.instrument->id == "permenpanrb-59-2020");
  CHECK(a.kind == InstitutionKind::kota);
  CHECK(a.stage == Stage::final);
  CHECK(a.province + "," + a.origin == "Lampung,Laporan 2023");
  CHECK(a.document == 0);
  CHECK(a.label() == "uji.yaml");
  CHECK(a.source->at(a.institution_span) == "Pemerintah Kota Uji");
  CHECK(a.source->at(a.year_span) == "2023");
  CHECK(score_of(a, "1").level == Ratio(1));
  CHECK(a.source->at(score_of(a, "2").span) == "2");
  CHECK(score_of(a, "4").kind == Score::Kind::none);

  const Details* two = a.details_of(a.instrument->find("2"));
  REQUIRE(two != nullptr);
  CHECK(two->units == std::vector<std::string>{"Bagian Organisasi"});
  CHECK(two->target == Ratio(3));
  CHECK(two->effort == std::vector<Ratio>{Ratio(2)});
  CHECK(two->note == "baru");
  CHECK(two->evidence == std::vector<std::string>{"SK 1", "SK 2"});
  const Details* three = a.details_of(a.instrument->find("3"));
  REQUIRE(three != nullptr);
  CHECK(three->units == std::vector<std::string>{"Bappeda", "Dinas Kominfo"});
  CHECK(three->effort == std::vector<Ratio>{Ratio(1), Ratio(1, 2)});
  CHECK(three->evidence == std::vector<std::string>{"SK 3"});
  CHECK(a.details_of(a.instrument->find("1")) == nullptr);

  const Score domain = score_of(a, "D2");
  CHECK(domain.kind == Score::Kind::published);
  CHECK(domain.published.printed == Ratio(14, 10));
  CHECK(domain.published.places == 2);

  CHECK(a.published.index->printed == Ratio(215, 100));
  CHECK(a.published.category == "Cukup");
  REQUIRE(a.published.components.size() == 3);
  CHECK(a.published.components[1].second.places == 0);
  CHECK(a.published.components[2].second.places == 3);

  REQUIRE(a.obstacles.size() == 2);
  CHECK(a.obstacles[0].holds.size() == 4);
  CHECK(a.obstacles[0].holds.front() == a.instrument->find("12"));
  CHECK(a.obstacles[0].at == Ratio(2));
  CHECK(a.obstacles[0].effort == Ratio(5));
  CHECK(a.obstacles[1].at == Ratio(1));
  CHECK(a.obstacles[1].text == "o2");
  REQUIRE(a.waivers.size() == 1);
  CHECK(a.waivers[0].indicators.size() == 2);
  CHECK(a.waivers[0].until == Date{2026, 12, 31});
}

TEST_CASE("levels of the tree may be left out, and components named in several ways",
          "[assessment]") {
  for (const char* scores : {"{1: 3, 11: 4}", "{D1: {1: 3}, D2: {11: 4}}",
                             "{kebijakan: {A1: {ID-1: 3}}, a2: {id-11: 4}}", "{\"1\": 3, '11': 4}",
                             "{11: 4, 1: {level: 3}}"}) {
    INFO(scores);
    const Assessment a = assessment_of(header() + "scores: " + scores + "\n");
    CHECK(score_of(a, "1").level == Ratio(3));
    CHECK(score_of(a, "11").level == Ratio(4));
  }
}

TEST_CASE("levels are whole numbers on the scale, written plainly", "[assessment]") {
  for (const char* fine : {"1", "5", "3 # why", "03"}) {
    INFO(fine);
    CHECK(said(std::string("  1: ") + fine + "\n").empty());
  }
  CHECK(said("  1: 6\n") == "4:level-outside-scale ");
  CHECK(said("  1: -1\n") == "4:level-outside-scale ");
  for (const char* wrong : {"3.5", "3.0", "3,0", "6/2", "tiga", ".inf", "1e3", "0x3", "+3", "0b1",
                            "3_0", "[3]", "1234567", "3 4", "true"}) {
    INFO(wrong);
    CHECK(said(std::string("  1: ") + wrong + "\n") == "4:level-not-whole ");
  }
  for (const char* quoted : {"\"3\"", "'3'", "|\n    3\n", "\"\""}) {
    INFO(quoted);
    CHECK(said(std::string("  1: ") + quoted + "\n") == "4:level-quoted ");
  }
  for (const char* empty : {"", "~", "null", "NULL"}) {
    INFO(empty);
    CHECK(said(std::string("  1: ") + empty + "\n").empty());
    CHECK(said(std::string("  1: {level: ") + empty + ", unit: A}\n").empty());
    CHECK(said(std::string("  1: {level: 2, target: ") + empty + "}\n") == "4:level-empty ");
  }
  CHECK(said("  1: 0\n") == "4:level-outside-regulation ");
  CHECK(said("  1: 0\n", 2019).empty());
  CHECK(said("  1: 6\n", 2019) == "4:level-outside-scale ");
  CHECK(said("  1: 1.26\n  2: 5.0\n", 2026).empty());
  CHECK(said("  1: 0.99\n  2: x\n", 2026) == "4:level-outside-scale 5:level-not-a-number ");
}

TEST_CASE("a place in the tree is checked", "[assessment]") {
  CHECK(said("  48: 3\n") == "4:unknown-indicator ");
  CHECK(said("  managemen: 3\n") == "4:unknown-component ");
  CHECK(said("  kebijakan: {tik: {15: 3}}\n") == "4:component-misplaced ");
  CHECK(said("  kebijakan: {kebijakan: {1: 3}}\n") == "4:component-misplaced ");
  CHECK(said("  tik: {tata-kelola: {15: 3}}\n") == "4:component-misplaced ");
  CHECK(said("  1: 3\n  kebijakan: {1: 3}\n") == "5:component-twice ");
  CHECK(said("  1: 3\n  1: 3\n") == "5:duplicate-key ");
  CHECK(said("  1: 3\n  1: 9\n  2: 9\n") == "5:duplicate-key 6:level-outside-scale ");
  CHECK(said("  kebijakan: 2\n  1: 3\n") == "5:value-and-levels ");
  CHECK(said("  1: 3\n  kebijakan: 2\n") == "4:value-and-levels ");
  CHECK(said("  kebijakan: {kebijakan-tata-kelola: 2.00}\n").empty());
  CHECK(said("  kebijakan: 5.01\n") == "4:published-outside-scale ");
  CHECK(said("  kebijakan: 0.99\n") == "4:published-below-scale ");
  CHECK(said("  kebijakan: -1\n") == "4:expected-number ");
  CHECK(said("  kebijakan: 10/3\n") == "4:expected-number ");
  CHECK(said("  kebijakan: -0.01\n", 2019) == "4:expected-number ");
}

TEST_CASE("the instrument is that of the year, or the one named", "[assessment]") {
  const auto id = [](const std::string& lines) {
    return assessment_of("institution: Uji\n" + lines + "\nscores: {1: 3}\n").instrument->id;
  };
  CHECK(id("year: 2018") == "permenpanrb-5-2018");
  CHECK(id("year: 2021") == "permenpanrb-59-2020");
  CHECK(id("year: 2099") == "permenpanrb-8-2026");
  CHECK(id("year: 2024\ninstrument: permenpanrb-8-2026") == "permenpanrb-8-2026");
}

TEST_CASE("a stream gives one assessment a document, broken ones left out", "[assessment]") {
  const std::string good = header() + "scores: {1: 3}\n";
  const std::string bad = header() + "scores: {1: 7}\n";
  const auto labels = [](const std::string& text) {
    Diagnostics diagnostics;
    std::string out;
    read_assessments(source_of(text), catalog(), diagnostics,
                     [&](Assessment&& a) { out += a.label() + "; "; });
    return out + std::to_string(diagnostics.errors());
  };
  CHECK(labels(good) == "uji.yaml; 0");
  CHECK(labels("---\n" + good + "---\n" + good) == "uji.yaml #1; uji.yaml #2; 0");
  CHECK(labels(good + "---\n" + bad + "---\n" + good) == "uji.yaml #1; uji.yaml #3; 1");
  CHECK(labels(bad + "---\n" + good) == "uji.yaml #2; 1");
  CHECK(labels(good + "---\n" + good + "---\n[") == "uji.yaml #1; uji.yaml #2; 1");
  CHECK(labels(bad) == "1");
  Diagnostics diagnostics;
  CHECK_FALSE(read_assessment(source_of(good + "---\n" + good), catalog(), diagnostics));
  CHECK(messages(diagnostics) ==
        "uji.yaml: error: the file holds 2 assessments; one is due here "
        "[more-than-one-assessment]\n");
}

TEST_CASE("all faults of a document are reported in one run", "[assessment]") {
  Diagnostics diagnostics;
  read_assessment(source_of("year: 1998\nkind: kta\nscores: {1: 6, x: 3, 2: \"3\"}\nextra: 1\n"),
                  catalog(), diagnostics);
  std::string codes;
  for (const Diagnostic& d : diagnostics.list()) codes += d.code + " ";
  // The levels are judged though the head does not say by which instrument.
  CHECK(codes ==
        "unknown-key missing-key expected-integer unknown-word level-outside-scale "
        "unknown-component level-quoted ");
}

TEST_CASE("dates are days of the calendar", "[assessment]") {
  CHECK(to_string(parse_date("2026-12-31").value()) == "2026-12-31");
  CHECK(parse_date("2024-02-29").has_value());
  for (const char* wrong : {"", "2026-02-29", "2026-13-01", "2026-00-10", "2026-1-1", "26-01-01",
                            "2026/01/01", "2026-01-32", "2026-01-0x", "-026-01-01"}) {
    INFO(wrong);
    CHECK_FALSE(parse_date(wrong));
  }
  CHECK(Date{2026, 1, 31} < Date{2026, 2, 1});
}
