#include "spbe/analysis/stages.hpp"

#include "unit/plan_cases.hpp"

using namespace spbe;
using namespace spbe::plan_test;

namespace {

Evaluation stage(const std::string& name, int year, const std::string& stage,
                 const std::string& scores) {
  static const Catalog catalog;
  return evaluate(read(catalog, "institution: " + name + "\nyear: " + std::to_string(year) +
                                    "\nstage: " + stage + "\nscores: {" + scores + "}\n"));
}

}  // namespace

TEST_CASE("what the stages of a year changed", "[stages]") {
  std::vector<Evaluation> all;
  all.push_back(stage("K", 2024, "final", "1: 2, 2: {level: 3, unit: B}, 3: 4, 4: 1"));
  all.push_back(stage("k ", 2024, "self", "1: 3, 2: {level: 3, unit: A}, 3: 3, 4: 1"));
  all.push_back(stage("K", 2024, "verified", "1: 3, 2: 2, 3: 3, 4: 1"));
  all.push_back(stage("K", 2024, "verified", "1: 5"));
  all.push_back(stage("L", 2024, "final", "1: 5"));
  const Stages stages = stages_of(all);
  REQUIRE(stages.institutions.size() == 1);
  CHECK(stages.twice.size() == 1);
  REQUIRE(stages.single.size() == 1);
  CHECK(stages.single.front()->assessment.institution == "L");
  const StageYear& year = stages.institutions.front().years.front();
  REQUIRE(year.stages.size() == 3);
  CHECK(year.stages.front() == &all[1]);
  CHECK(year.stages.back() == &all[0]);
  // 1 fell; 2 fell and rose again; 3 rose; 4 and the unknown ones stayed.
  CHECK(year.lowered == 2);
  CHECK(year.raised == 2);
  REQUIRE(year.changes.size() == 3);
  CHECK(year.changes[1].lowered);
  CHECK(year.changes[1].raised);
  CHECK(year.changes[1].units == std::vector<std::string>{"B"});
  CHECK(year.changes[1].contribution == Interval::point(Ratio(0)));
  CHECK(year.same == 44);
  CHECK(stages.institutions.front().again.empty());
}

TEST_CASE("what is lowered in more than one year", "[stages]") {
  std::vector<Evaluation> all;
  for (const int year : {2024, 2022, 2023}) {
    all.push_back(stage("K", year, "self", year == 2023 ? "1: 3, 2: 3" : "1: 3, 2: 2"));
    all.push_back(stage("K", year, "final", "1: 2, 2: 2"));
  }
  const Stages stages = stages_of(all);
  const auto& again = stages.institutions.front().again;
  REQUIRE(again.size() == 1);
  CHECK(again.front().years == std::vector<int>{2022, 2023, 2024});
  CHECK(again.front().of == 3);
}
