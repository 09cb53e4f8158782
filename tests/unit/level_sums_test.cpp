#include "analysis/level_sums.hpp"

#include <set>

#include "spbe/analysis/compute.hpp"
#include "unit/cases.hpp"
#include "unit/catch.hpp"

using namespace spbe;
using namespace spbe::testing;

namespace {

// A definition of two or three aspects with a few indicators and odd weights.
std::shared_ptr<const Instrument> small_instrument(Dice& dice) {
  std::string text =
      "id: uji\nname: Uji\nyears: 2024\nscales:\n"
      "  a: {levels: 1-3, tolerated: [0]}\n  b: {levels: 0-2}\n"
      "categories:\n  - {name: R, from: \"0\"}\n  - {name: T, from: \"1.5\"}\naspects:\n";
  int left = 300;  // thirds of a percent
  int number = 0;
  const int aspects = dice.between(2, 3);
  for (int a = 1; a <= aspects; ++a) {
    const int indicators = dice.between(1, 2);
    std::vector<int> weights;
    for (int i = 0; i < indicators; ++i) {
      const bool last = a == aspects && i + 1 == indicators;
      weights.push_back(last ? left : dice.between(1, left / 4));
      left -= weights.back();
    }
    int sum = 0;
    for (const int weight : weights) sum += weight;
    text += "  A" + std::to_string(a) + ":\n    name: x\n    weight: " + std::to_string(sum) +
            "/3\n    scale: " + (dice.between(0, 1) == 0 ? "a" : "b") + "\n    indicators:\n";
    for (const int weight : weights) {
      text += "      " + std::to_string(++number) +
              ": {name: x, weight: " + std::to_string(weight) + "/3}\n";
    }
  }
  return instrument_of(text);
}

// Every index that levels from the lists give under the published values, by trying all.
class AllLevels {
 public:
  AllLevels(const Assessment& assessment, std::vector<std::vector<int>> lists)
      : assessment_(assessment),
        instrument_(*assessment.instrument),
        lists_(std::move(lists)),
        levels_(instrument_.components.size()) {}

  std::set<Ratio> indexes() {
    choose(0);
    return found_;
  }

 private:
  void choose(std::size_t at) {
    if (at < lists_.size()) {
      for (const int level : lists_[at]) {
        levels_[instrument_.indicators[at]] = Ratio(level);
        choose(at + 1);
      }
      return;
    }
    Ratio sum;
    for (const ComponentIndex aspect : instrument_.roots) {
      Ratio part;
      for (const ComponentIndex i : instrument_.at(aspect).children) {
        part += levels_[i] * instrument_.at(i).weight;
      }
      const Score& score = assessment_.score(aspect);
      const bool fits = score.kind != Score::Kind::published ||
                        score.published.range().contains(part / instrument_.at(aspect).weight);
      if (!fits) return;
      sum += part;
    }
    found_.insert(sum / Ratio(100));
  }

  const Assessment& assessment_;
  const Instrument& instrument_;
  std::vector<std::vector<int>> lists_;
  std::vector<Ratio> levels_;
  std::set<Ratio> found_;
};

// Some aspects published with what some levels give, some indicators with a level, the rest
// unknown; and the lists of levels each indicator may have.
std::pair<Assessment, std::vector<std::vector<int>>> some_assessment(
    const std::shared_ptr<const Instrument>& instrument, Dice& dice) {
  Assessment assessment = with_levels(instrument, {});
  std::vector<std::vector<int>> lists;
  for (const ComponentIndex aspect : instrument->roots) {
    const bool published = dice.between(0, 2) > 0;
    Ratio sum;
    for (const ComponentIndex i : instrument->at(aspect).children) {
      const Scale& scale = instrument->scale_of(i);
      const int level = dice.between(scale.low, scale.high);
      sum += Ratio(level) * instrument->at(i).weight;
      if (!published && dice.between(0, 1) == 0) {
        assessment.scores[i].kind = Score::Kind::level;
        assessment.scores[i].level = Ratio(level);
        lists.push_back({level});
        continue;
      }
      lists.emplace_back();
      for (int l = scale.low; l <= scale.high; ++l) lists.back().push_back(l);
    }
    if (published) {
      const int places = dice.between(0, 2);
      Score& score = assessment.scores[aspect];
      score.kind = Score::Kind::published;
      score.published = {rounded(sum / instrument->at(aspect).weight, places), places, {}};
    }
  }
  return {std::move(assessment), std::move(lists)};
}

}  // namespace

TEST_CASE("possible values are those that trying all levels finds", "[level_sums]") {
  Dice dice(11);
  std::size_t with_several = 0;
  for (int round = 0; round < 150; ++round) {
    const auto instrument = small_instrument(dice);
    const auto [assessment, lists] = some_assessment(instrument, dice);
    const std::set<Ratio> expected = AllLevels(assessment, lists).indexes();
    const LevelSums sums(assessment);
    REQUIRE(sums.impossible().empty());
    REQUIRE(sums.of(kNoComponent).has_value());
    std::vector<Ratio> got;
    for (const std::int64_t sum : *sums.of(kNoComponent)) {
      got.push_back(sums.value(sum, kNoComponent));
    }
    REQUIRE(got == std::vector<Ratio>(expected.begin(), expected.end()));
    if (got.size() > 1) ++with_several;
    const IndexResult result = compute(assessment);
    REQUIRE(result.index.low == got.front());
    REQUIRE(result.index.high == got.back());
    for (const Ratio value : got) {
      const std::size_t category = result.instrument->category_of(value, result.basis);
      REQUIRE(std::ranges::find(result.categories, category) != result.categories.end());
    }
  }
  CHECK(with_several > 50);
}

TEST_CASE("levels that are only tolerated come last", "[level_sums]") {
  // 0.30 of layanan needs level 0; 1.00 is given by ones alone, though zeros could too.
  const auto possible = [](const std::string& layanan) {
    const IndexResult result = compute(
        assessment_of(header() + "scores: {D1: 1.00, D2: 1.00, D3: 1.00, D4: " + layanan + "}\n"));
    return result.possible.value();
  };
  CHECK(possible("1.00") == std::vector<Ratio>{Ratio(1)});
  const std::vector<Ratio> low = possible("0.30");
  REQUIRE_FALSE(low.empty());
  for (const Ratio value : low) {
    CHECK(printed_as(Ratio(3, 10), 2).contains((value - Ratio(545, 1000)) / Ratio(455, 1000)));
  }
  // Where the scale is 0 to 5 nothing is tolerated, and nothing needs to be.
  const IndexResult old =
      compute(assessment_of(header(2018) + "scores: {D1: 0.00, D2: 0.00, D3: 0.00}\n"));
  CHECK(old.index == Interval::point(Ratio(0)));
}

TEST_CASE("sums that are too many to list are given up", "[level_sums]") {
  std::string text =
      "id: uji\nname: Uji\nyears: 2024\nscales:\n  a: {levels: 1-100}\n"
      "categories:\n  - {name: R, from: \"1\"}\nindicators:\n";
  for (int i = 1; i <= 3; ++i) {
    text += "  " + std::to_string(i) + ": {name: x, scale: a, weight: \"" +
            (i == 1   ? "33.3331"
             : i == 2 ? "33.3333"
                      : "33.3336") +
            "\"}\n";
  }
  const Assessment assessment = with_levels(instrument_of(text), {});
  CHECK_FALSE(LevelSums(assessment).of(kNoComponent).has_value());
  const IndexResult result = compute(assessment);
  CHECK(result.index == Interval{Ratio(1), Ratio(100), false});
  CHECK_FALSE(result.possible);
}
