#include "spbe/analysis/compare.hpp"

#include "spbe/analysis/evaluation.hpp"
#include "unit/cases.hpp"
#include "unit/catch.hpp"

using namespace spbe;
using namespace spbe::testing;

TEST_CASE("contributions of a change add up to it, on every level of the tree", "[compare]") {
  const auto instrument = catalog().find("permenpanrb-59-2020");
  Dice dice(5);
  for (int round = 0; round < 20; ++round) {
    const IndexResult from = compute(with_levels(dice.levels(47, 1, 5), 2023));
    const IndexResult to = compute(with_levels(dice.levels(47, 1, 5), 2024));
    const Comparison comparison = compare(from, to);
    REQUIRE(comparison.index == Interval::point(to.index.low - from.index.low));
    Ratio sums[3];
    for (const Change& change : comparison.changes) {
      const Component& c = instrument->at(change.component);
      sums[static_cast<int>(c.kind)] += change.contribution.low;
      REQUIRE(change.difference.low == change.to.low - change.from.low);
      REQUIRE_FALSE(change.appeared);
      REQUIRE_FALSE(change.vanished);
    }
    for (const Ratio sum : sums) REQUIRE(sum == comparison.index.low);
  }
}

TEST_CASE("comparing with oneself changes nothing, and backwards the sign", "[compare]") {
  Dice dice(6);
  const IndexResult a = compute(with_levels(dice.levels(47, 1, 5)));
  const IndexResult b = compute(with_levels(dice.levels(47, 1, 5)));
  CHECK(compare(a, a).index == Interval::point(Ratio(0)));
  for (const Change& change : compare(a, a).changes) {
    REQUIRE(change.direction() == Direction::same);
  }
  CHECK(compare(a, b).index.low == -compare(b, a).index.low);
}

TEST_CASE("the direction of a change that is not exactly known", "[compare]") {
  CHECK(direction_of(Interval::point(Ratio(1, 100))) == Direction::rose);
  CHECK(direction_of(Interval::point(Ratio(-1, 100))) == Direction::fell);
  CHECK(direction_of(Interval::point(Ratio(0))) == Direction::same);
  CHECK(direction_of({Ratio(1), Ratio(2), false}) == Direction::rose);
  CHECK(direction_of({Ratio(-2), Ratio(-1), false}) == Direction::fell);
  CHECK(direction_of({Ratio(-1), Ratio(1), false}) == Direction::uncertain);
  CHECK(direction_of({Ratio(0), Ratio(1), false}) == Direction::uncertain);
}

TEST_CASE("levels that appear and vanish", "[compare]") {
  std::vector<int> before(47, 3);
  std::vector<int> after = before;
  before[0] = -1;
  after[46] = -1;
  const Comparison comparison = compare(compute(with_levels(before)), compute(with_levels(after)));
  std::string out;
  for (const Change& change : comparison.changes) {
    if (change.appeared) out += "+" + std::to_string(change.component) + " ";
    if (change.vanished) out += "-" + std::to_string(change.component) + " ";
  }
  const auto instrument = catalog().find("permenpanrb-59-2020");
  CHECK(out == "+" + std::to_string(instrument->find("1")) + " -" +
                   std::to_string(instrument->find("47")) + " ");
  // 1.30 and 3.00 percent, each level from 1 to 5 on either side.
  CHECK(comparison.index == Interval{Ratio(-86, 1000), Ratio(86, 1000), false});
}

TEST_CASE("two instruments have no difference", "[compare]") {
  const IndexResult a = compute(with_levels(std::vector<int>(47, 3)));
  const IndexResult b = compute(assessment_of(header(2018) + "scores: {1: 3}\n"));
  CHECK_THROWS_AS(compare(a, b), std::invalid_argument);
}
