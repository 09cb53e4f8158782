#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "spbe/analysis/evaluation.hpp"

namespace spbe {

// What became of one part (an indicator, or a published domain or aspect) from stage to stage.
struct StageChange {
  ComponentIndex component = kNoComponent;
  std::vector<Interval> values;  // one a stage; the scale where nothing is known
  std::vector<bool> known;       // one a stage
  Interval contribution;         // index points, from the first stage to the last
  bool lowered = false;          // surely, by any step
  bool raised = false;
  std::vector<std::string> units;  // as the latest stage that names any has them
};

// What the stages changed for one unit; an indicator of two units counts with both.
struct StageUnit {
  std::string unit;  // empty: no unit is named
  std::size_t lowered = 0;
  std::size_t raised = 0;
  Interval contribution;
};

// The stages of one year under one instrument, from the self-assessment to the final result.
struct StageYear {
  int year = 0;
  std::vector<const Evaluation*> stages;  // two or more
  Interval index;                         // change of the index from the first to the last
  std::vector<StageChange> changes;       // of what changed, in the instrument's order
  std::vector<StageUnit> units;           // largest loss first
  std::size_t lowered = 0;
  std::size_t raised = 0;
  std::size_t same = 0;
};

// A part that was lowered in more than one year.
struct LoweredAgain {
  std::shared_ptr<const Instrument> instrument;
  ComponentIndex component = kNoComponent;
  std::vector<int> years;  // ascending
  std::size_t of = 0;      // years with stages under this instrument
};

struct StageHistory {
  std::string institution;
  std::vector<StageYear> years;     // ascending
  std::vector<LoweredAgain> again;  // most often first
};

struct Stages {
  std::vector<StageHistory> institutions;  // in the order they were given
  std::vector<const Evaluation*> single;   // the only stage of their year
  // Two results of one institution, year and stage; only the first counts.
  std::vector<std::pair<const Evaluation*, const Evaluation*>> twice;
};

// Pointers lead into `all`. Results of another instrument than the latest stage of the year count
// as single.
Stages stages_of(const std::vector<Evaluation>& all);

}  // namespace spbe
