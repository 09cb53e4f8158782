#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "analysis/moves.hpp"
#include "solver/milp.hpp"

namespace spbe {

// Which moves to make, as an integer program in whole numbers. Alike indicators (same gains,
// efforts and needs, and nothing waits for them) are one group: a variable counts how many of
// its members reach a level, so that equal plans are not searched one by one.
class MilpModel {
 public:
  explicit MilpModel(const std::vector<Move>& moves);

  // False when gains or efforts have no common unit in which their sums stay small enough.
  bool exact() const { return exact_; }

  struct Choice {
    std::vector<bool> chosen;  // one a move
    bool optimal = true;
  };
  // Least effort for a gain of at least `gain`; nothing when that is impossible.
  std::optional<Choice> least_effort(Ratio gain, std::optional<Ratio> budget);
  Choice most_gain(std::optional<Ratio> budget);

 private:
  struct Group {
    std::vector<std::size_t> first_moves;  // of each member
    std::vector<std::size_t> variables;    // one a level
  };

  void make_groups();
  void add_rows();
  void bound(std::optional<std::int64_t> least_gain, std::optional<std::int64_t> most_effort);
  bool improve(std::vector<Milp::Term> objective, bool maximise);
  void hold_objective();
  void settle_ties(bool effort_first);
  void settle_order();
  Choice expand() const;

  const std::vector<Move>& moves_;
  bool exact_ = true;
  Ratio gain_unit_;
  Ratio effort_unit_;
  std::vector<std::int64_t> gain_;  // of each move, in units
  std::vector<std::int64_t> effort_;
  std::vector<std::size_t> variable_of_;  // of each move; kNoMove when it is not possible
  std::vector<Group> groups_;
  std::vector<Milp::Term> gain_terms_;
  std::vector<Milp::Term> effort_terms_;
  std::vector<Milp::Term> count_terms_;
  Milp base_;
  Milp milp_;                         // of the search under way
  std::vector<std::int64_t> values_;  // the best found so far
  bool proven_ = true;
};

}  // namespace spbe
