#include "spbe/analysis/certainty.hpp"

#include <algorithm>
#include <bit>
#include <random>

#include "unit/certainty_cases.hpp"

using namespace spbe;
using namespace spbe::plan_test;
using certainty_test::enumerate;

namespace {

BigRatio total(const std::map<Ratio, BigRatio>& all, Ratio from) {
  BigRatio sum;
  for (const auto& [index, chance] : all) {
    if (index >= from) sum = sum + chance;
  }
  return sum;
}

// A small assessment with random weights and levels, some of them sure.
struct Small {
  explicit Small(std::uint32_t seed) : dice(seed) {
    std::vector<int> weights(static_cast<std::size_t>(dice.roll(2, 6)), 10);
    int rest = 100 - 10 * static_cast<int>(weights.size());
    for (int& weight : weights) {
      const int more = dice.roll(0, rest);
      weight += more;
      rest -= more;
    }
    weights.back() += rest;
    Diagnostics diagnostics;
    REQUIRE(catalog.add(source_of(instrument_text(weights)), diagnostics));
    std::string text = "institution: K\nyear: 2023\ninstrument: small\nscores:\n";
    for (std::size_t i = 1; i <= weights.size(); ++i) {
      const std::string level = std::to_string(dice.roll(1, 4));
      text += "  " + std::to_string(i) + ": {level: " + level +
              (dice.chance(30) ? ", sure: 0." + std::to_string(dice.roll(1, 9)) : "") + "}\n";
    }
    evaluation = evaluate(read(catalog, text));
  }
  Dice dice;
  Catalog catalog;
  Evaluation evaluation;
};

Evaluation of(const std::string& text) {
  static const Catalog catalog;
  return evaluate(read(catalog, text));
}

std::string levels(const std::string& level, const std::string& more = "") {
  std::string text = "institution: K\nyear: 2024\nscores:\n";
  for (int i = 1; i <= 47; ++i) text += "  " + std::to_string(i) + ": " + level + "\n";
  return text + more;
}

}  // namespace

TEST_CASE("the distribution is the one that trying everything gives", "[certainty]") {
  for (std::uint32_t seed = 1; seed <= 60; ++seed) {
    INFO("seed " << seed);
    Small small(seed);
    const Instrument& instrument = *small.evaluation.result.instrument;
    const Ratio down(small.dice.roll(0, 10), 20);
    const Ratio up(small.dice.roll(0, 10), 30);
    const auto beliefs = beliefs_of(small.evaluation.assessment, {down, up});
    const Ratio bound = instrument.categories[1].from;
    const auto found = certainty_of(small.evaluation, beliefs, bound);
    REQUIRE(found);
    const auto all = enumerate(instrument, beliefs);
    REQUIRE(found->states.size() == all.size());
    std::size_t i = 0;
    BigRatio below;
    BigRatio mean;
    std::optional<Ratio> low;
    std::optional<Ratio> high;
    for (const auto& [index, chance] : all) {
      CHECK(found->states[i].index == Interval::point(index));
      CHECK(found->states[i].chance == chance);
      below = below + chance;
      mean = mean + chance * BigRatio(index);
      if (!low && below >= BigRatio(Ratio(1, 20))) low = index;
      if (!high && below >= BigRatio(Ratio(19, 20))) high = index;
      ++i;
    }
    CHECK(below == BigRatio(Ratio(1)));
    CHECK(found->low == Interval::point(*low));
    CHECK(found->high == Interval::point(*high));
    CHECK(found->expected_low == mean);
    CHECK(found->expected_high == mean);
    CHECK(found->reaches.exact());
    CHECK(found->reaches.low == total(all, bound));
    CHECK(found->categories[1].low == total(all, bound));
    CHECK(found->categories[0].high == BigRatio(Ratio(1)) - total(all, bound));
    for (const Certainty::Deciding& deciding : found->deciding) {
      auto fixed = beliefs;
      for (Belief& belief : fixed) {
        if (belief.indicator != deciding.indicator) continue;
        belief.outcomes = {{belief.level, Ratio(1)}};
      }
      CHECK(deciding.reaches.low == total(enumerate(instrument, fixed), bound));
      CHECK(deciding.gain == deciding.reaches.low - found->reaches.low);
    }
    CHECK(std::ranges::is_sorted(found->deciding,
                                 [](const auto& a, const auto& b) { return a.gain > b.gain; }));
  }
}

TEST_CASE("the margin is the least number of falls that trying every set finds", "[certainty]") {
  int lost = 0;
  for (std::uint32_t seed = 1; seed <= 80; ++seed) {
    INFO("seed " << seed);
    const Small small(seed);
    const IndexResult& result = small.evaluation.result;
    const Instrument& instrument = *result.instrument;
    const auto margin = margin_of(small.evaluation);
    const std::size_t count = instrument.indicators.size();
    std::size_t least = count + 1;
    std::vector<ComponentIndex> alone;
    for (std::uint32_t set = 1; set < 1U << count; ++set) {
      Ratio index = result.index.low;
      std::size_t falls = 0;
      bool can_fall = true;
      for (std::size_t i = 0; i < count; ++i) {
        if ((set >> i & 1U) == 0) continue;
        ++falls;
        const ComponentIndex at = instrument.indicators[i];
        can_fall = can_fall && small.evaluation.assessment.score(at).level > Ratio(1);
        index -= instrument.at(at).worth;
      }
      if (!can_fall || index >= instrument.categories[result.categories.front()].from) continue;
      if (falls < least) least = falls;
      if (falls == 1) {
        alone.push_back(instrument.indicators[static_cast<std::size_t>(std::countr_zero(set))]);
      }
    }
    if (result.categories.front() == 0 || least > count) {
      CHECK_FALSE(margin);
      continue;
    }
    ++lost;
    REQUIRE(margin);
    CHECK(margin->falls == least);
    CHECK(margin->indicators.size() == least);
    auto found = margin->alone;
    std::ranges::sort(found);
    CHECK(found == alone);
  }
  CHECK(lost > 10);
}

TEST_CASE("a million samples agree with the distribution of 47 indicators", "[certainty]") {
  const Evaluation evaluation = of(levels("3"));
  const auto beliefs = beliefs_of(evaluation.assessment, {Ratio(1, 4), Ratio(1, 4)});
  const auto found = certainty_of(evaluation, beliefs, Ratio(3));
  REQUIRE(found);
  // Whole weights times 2000 / 100 make the index a whole number of 1/2000.
  std::vector<int> weights;
  for (const Belief& belief : beliefs) {
    const Ratio units = evaluation.result.instrument->at(belief.indicator).worth * Ratio(2000);
    REQUIRE(units.is_whole());
    weights.push_back(static_cast<int>(units.num()));
  }
  std::mt19937_64 engine(20261124);
  constexpr int kSamples = 1'000'000;
  const int bounds[] = {5900, 5980, 6000, 6040, 6100};
  int reached[std::size(bounds)] = {};
  for (int sample = 0; sample < kSamples; ++sample) {
    // Two random bits an indicator: 00 falls, 11 rises.
    int index = 6000;
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
      if (i % 32 == 0) bits = engine();
      index += ((bits & 3) == 0 ? -1 : (bits & 3) == 3 ? 1 : 0) * weights[i];
      bits >>= 2;
    }
    for (std::size_t i = 0; i < std::size(bounds); ++i) reached[i] += index >= bounds[i] ? 1 : 0;
  }
  for (std::size_t i = 0; i < std::size(bounds); ++i) {
    INFO("at least " << bounds[i] << "/2000");
    BigRatio chance;
    for (const Certainty::State& state : found->states) {
      if (state.index.low >= Ratio(bounds[i], 2000)) chance = chance + state.chance;
    }
    // Five standard errors are at most 5 * sqrt(1/4 / 10^6) = 0.0025.
    const BigRatio difference = chance - BigRatio(Ratio(reached[i], kSamples));
    CHECK(difference < BigRatio(Ratio(25, 10000)));
    CHECK(difference > BigRatio(Ratio(-25, 10000)));
  }
}

TEST_CASE("what is not known leaves the probabilities a range", "[certainty]") {
  std::string text = levels("3");
  text.replace(text.find("  47: 3\n"), 8, "  47:\n");
  const Evaluation evaluation = of(text);
  const auto found =
      certainty_of(evaluation, beliefs_of(evaluation.assessment, {Ratio(0), Ratio(0)}), Ratio(3));
  REQUIRE(found);
  REQUIRE(found->states.size() == 1);
  CHECK(found->states.front().index == evaluation.result.index);
  CHECK(found->unknown.size() == 1);
  const auto other = certainty_of(
      evaluation, beliefs_of(evaluation.assessment, {Ratio(1, 2), Ratio(0)}), Ratio(3));
  REQUIRE(other);
  CHECK(other->reaches.low <= other->reaches.high);
  for (const Chance& chance : other->categories) CHECK(chance.low <= chance.high);
}

TEST_CASE("levels do not leave the scale, and what is sure in the file wins", "[certainty]") {
  const Evaluation evaluation =
      of("institution: K\nyear: 2024\nscores: {1: 1, 2: 5, 3: {level: 4, sure: 0.75}, "
         "4: {level: 1, sure: 0.5}}\n");
  const auto beliefs = beliefs_of(evaluation.assessment, {Ratio(1, 10), Ratio(1, 5)});
  REQUIRE(beliefs.size() == 4);
  const auto spell = [](const Belief& belief) {
    std::string text;
    for (const auto& outcome : belief.outcomes) {
      text += decimal(outcome.level) + ":" + decimal(outcome.chance) + " ";
    }
    return text;
  };
  CHECK(spell(beliefs[0]) == "1:0.8 2:0.2 ");
  CHECK(spell(beliefs[1]) == "4:0.1 5:0.9 ");
  CHECK(spell(beliefs[2]) == "3:0.25 4:0.75 ");
  CHECK(beliefs[2].origin == Belief::Origin::file);
  CHECK(spell(beliefs[3]) == "1:1 ");
}

TEST_CASE("what later stages did is counted for each indicator", "[certainty]") {
  static const Catalog catalog;
  std::vector<Assessment> before;
  std::vector<Assessment> after;
  const auto add = [&](std::vector<Assessment>& to, const std::string& name,
                       const std::string& scores, const std::string& stage) {
    to.push_back(read(catalog, "institution: " + name + "\nyear: 2024\nstage: " + stage +
                                   "\nscores: {" + scores + "}\n"));
  };
  add(before, "A", "1: 3, 2: 3", "self");
  add(before, "B", "1: 3, 2: 4", "self");
  add(before, "C", "1: 3", "self");
  add(after, "a", "1: 1, 2: 3", "final");
  add(after, "A", "1: 3, 2: 5", "verified");
  add(after, "B", "1: 3", "final");
  const Instrument& instrument = *before.front().instrument;
  const auto pairs = pair_stages(before, after, instrument);
  REQUIRE(pairs.size() == 2);
  const auto learnt = learn(pairs, instrument);
  const StageMoves& one = learnt[instrument.find("1")];
  CHECK(one.seen == 2);
  CHECK(one.lowered == 1);
  CHECK(one.raised == 0);
  REQUIRE(one.steps.size() == 2);
  CHECK(one.steps.front().by == Ratio(-2));
  CHECK(learnt[instrument.find("2")].seen == 1);
  const auto beliefs = beliefs_of(before.back(), {Ratio(1, 10), Ratio(0)}, learnt);
  REQUIRE(beliefs.size() == 1);
  CHECK(beliefs.front().origin == Belief::Origin::learnt);
  CHECK(beliefs.front().outcomes.front().level == Ratio(1));
  CHECK(beliefs.front().outcomes.front().chance == Ratio(1, 2));
}
