#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "spbe/analysis/evaluation.hpp"
#include "spbe/base/big_ratio.hpp"

namespace spbe {

// What becomes of one indicator's level when somebody else looks at it. Indicators are taken to
// move independently of each other.
struct Belief {
  enum class Origin { assumed, file, learnt };
  struct Outcome {
    Ratio level;
    Ratio chance;  // above 0; all of them add up to 1
  };
  ComponentIndex indicator = kNoComponent;
  Ratio level;                    // as the file has it
  std::vector<Outcome> outcomes;  // ascending
  Origin origin = Origin::assumed;
  bool certain() const { return outcomes.size() == 1; }
};

// How often a later stage changed one indicator, over pairs of results.
struct StageMoves {
  struct Step {
    Ratio by;  // levels, below zero when lowered
    std::size_t times = 0;
  };
  std::size_t seen = 0;
  std::size_t lowered = 0;
  std::size_t raised = 0;
  std::vector<Step> steps;  // ascending, with those of zero
};

// What is assumed of every indicator: it falls or rises by one level. 0 <= down, up; down + up
// <= 1.
struct Drift {
  Ratio down;
  Ratio up;
};

// What is assumed where nothing is known: that a level falls in one case of ten, and rises in one
// of fifty.
inline Drift usual_drift() { return {Ratio(1, 10), Ratio(1, 50)}; }

// One belief for each indicator with a level of its own. `sure` of the file wins: what is not
// sure falls by one level. Then comes what `learnt` (one a component, or empty) has seen, then
// the assumption. Nothing moves past the ends of the scale: what would, stays there.
std::vector<Belief> beliefs_of(const Assessment& assessment, const Drift& drift,
                               const std::vector<StageMoves>& learnt = {});

// An earlier and a later result of one institution and year under one instrument.
struct StagePair {
  const Assessment* before = nullptr;
  const Assessment* after = nullptr;
};
// Pairs each result of `before` with the one of `after` of the same institution, year and
// instrument; of several in `after` the latest stage counts. Others are left out.
std::vector<StagePair> pair_stages(const std::vector<Assessment>& before,
                                   const std::vector<Assessment>& after,
                                   const Instrument& instrument);
// One a component of the instrument.
std::vector<StageMoves> learn(std::span<const StagePair> pairs, const Instrument& instrument);

// A probability, or its range where levels that are not known leave it open.
struct Chance {
  BigRatio low;
  BigRatio high;
  bool exact() const { return low == high; }
};

// The smallest number of levels, each of another indicator and lowered by one, that loses the
// predikat: heaviest first, which is the least there can be.
struct Margin {
  std::size_t falls = 0;
  std::vector<ComponentIndex> indicators;  // such a set, in the order of their weight
  std::vector<ComponentIndex> alone;       // each of which suffices by itself
  Ratio index;                             // what is left after these falls
};

struct Certainty {
  struct State {
    Interval index;  // a point when every level is known
    BigRatio chance;
  };
  struct Deciding {
    ComponentIndex indicator = kNoComponent;
    Chance reaches;  // if it surely keeps its level
    BigRatio gain;   // the lower end's distance to Certainty::reaches
  };
  std::vector<State> states;       // those that can be, ascending
  std::vector<Chance> categories;  // one a category of the instrument
  Ratio wanted;                    // the index that `reaches` is about
  Chance reaches;                  // an index of `wanted` or above
  // The index is below the low end of `low` in less than one case of twenty, and above the high
  // end of `high` in at most one of twenty.
  Interval low;
  Interval high;
  BigRatio expected_low;  // mean of the index; between the two when levels are missing
  BigRatio expected_high;
  std::vector<Deciding> deciding;       // of the uncertain indicators, most decisive first
  std::optional<Margin> margin;         // none when the predikat cannot be lost so, or is not known
  std::vector<ComponentIndex> unknown;  // missing or published: their range is all that is used
};

// `wanted`: the index to reach, of which `reaches` and `deciding` tell. Nothing when the numbers
// are too fine to list every index that can be.
std::optional<Certainty> certainty_of(const Evaluation& evaluation,
                                      const std::vector<Belief>& beliefs, Ratio wanted);
// The predikat the result has now, or the one above it when that is the lowest.
std::size_t predikat_to_keep(const IndexResult& result);

// As `Certainty::margin`.
std::optional<Margin> margin_of(const Evaluation& evaluation);

}  // namespace spbe
