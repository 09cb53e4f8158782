#include "spbe/analysis/targets.hpp"

#include "unit/plan_cases.hpp"

using namespace spbe;
using namespace spbe::plan_test;

namespace {

// Four indicators that weigh 40, 30, 20 and 10 percent; High from 2.5.
Evaluation of(const std::string& scores, const std::string& more = "") {
  static const auto catalog = [] {
    auto made = std::make_unique<Catalog>();
    Diagnostics diagnostics;
    REQUIRE(made->add(source_of(instrument_text({40, 30, 20, 10})), diagnostics));
    return made;
  }();
  return evaluate(read(
      *catalog, "institution: K\nyear: 2023\ninstrument: small\n" + more + "scores:\n" + scores));
}

TargetPicture picture_of(const Evaluation& evaluation) {
  return targets_of(evaluation, goal_of(evaluation), {});
}

}  // namespace

TEST_CASE("targets add up, and a unit fails alone or with another", "[targets]") {
  const Evaluation evaluation =
      of("  1: {level: 2, target: 3, unit: A}\n  2: {level: 2, target: 3, unit: B}\n"
         "  3: {level: 2, target: 3, unit: C}\n  4: {level: 2, target: 3, unit: D}\n",
         "targets: {index: 2.65}\n");
  const TargetPicture picture = picture_of(evaluation);
  CHECK(picture.goal->index == Ratio(53, 20));
  CHECK(picture.then.result.index == Interval::point(Ratio(3)));
  CHECK(picture.reached == Answer::yes);
  REQUIRE(picture.units.size() == 4);
  CHECK(picture.units[0].unit == "A");
  CHECK(picture.units[0].contribution == Interval::point(Ratio(2, 5)));
  CHECK(picture.units[0].without == Interval::point(Ratio(13, 5)));
  CHECK(picture.units[0].reached == Answer::no);
  CHECK(picture.units[1].reached == Answer::yes);
  // B and C take 0.5, B and D 0.4, C and D 0.3.
  CHECK(picture.pairs == std::vector<std::pair<std::size_t, std::size_t>>{{1, 2}, {1, 3}});
  CHECK(picture.parts.size() == 2);
  CHECK(picture.parts.front().then == Interval::point(Ratio(3)));
}

TEST_CASE("an indicator of two units fails with either", "[targets]") {
  const Evaluation evaluation =
      of("  1: {level: 2, target: 3, units: [A, B]}\n  2: 2\n  3: 2\n  4: {level: 3, target: 2}\n");
  const TargetPicture picture = picture_of(evaluation);
  REQUIRE(picture.units.size() == 2);
  CHECK(picture.units[0].without == evaluation.result.index);
  CHECK(picture.units[1].without == evaluation.result.index);
  CHECK(picture.below == std::vector<ComponentIndex>{evaluation.result.instrument->find("4")});
  // Nothing falls to its target.
  CHECK(picture.then.result.index.low == evaluation.result.index.low + Ratio(2, 5));
  // Without `targets:` the goal is the next predikat.
  CHECK(picture.goal->category == std::optional<std::size_t>(1));
}

TEST_CASE("levels that are not known leave the answer open", "[targets]") {
  const Evaluation evaluation = of("  1: {level: 2, target: 3, unit: A}\n  2: 2\n  3: 2\n");
  const TargetPicture picture = picture_of(evaluation);
  CHECK(picture.then.result.index == Interval{Ratio(23, 10), Ratio(26, 10), false});
  CHECK(picture.reached == Answer::maybe);
  CHECK(picture.units.front().reached == Answer::no);
  Diagnostics diagnostics;
  CHECK_FALSE(least_addition(picture, {}, diagnostics));
}

TEST_CASE("the least that must be added to targets that fall short", "[targets]") {
  const Evaluation evaluation =
      of("  1: {level: 2, target: 2}\n  2: {level: 2, target: 3, unit: A}\n  3: 2\n  4: 2\n");
  const TargetPicture picture = picture_of(evaluation);
  CHECK(picture.reached == Answer::no);
  Diagnostics diagnostics;
  const auto plan = least_addition(picture, {}, diagnostics);
  REQUIRE(plan);
  CHECK(plan->from == Ratio(23, 10));
  CHECK(plan->reached);
  CHECK(plan->effort == Ratio(1));
}

TEST_CASE("a list of efforts is by level, above the target as well", "[targets]") {
  const Evaluation evaluation =
      of("  1: {level: 1, target: 2, unit: A, effort: [9, 4, 2]}\n  2: {level: 2, effort: 99}\n"
         "  3: {level: 2, effort: 99}\n  4: {level: 2, effort: 99}\n",
         "targets: {index: 2.2}\n");
  const TargetPicture picture = picture_of(evaluation);
  CHECK(picture.then.result.index == Interval::point(Ratio(2)));
  Diagnostics diagnostics;
  const auto plan = least_addition(picture, {}, diagnostics);
  REQUIRE(plan);
  CHECK(plan->effort == Ratio(4));
}
