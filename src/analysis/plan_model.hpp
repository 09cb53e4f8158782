#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "analysis/moves.hpp"
#include "analysis/selection.hpp"

namespace spbe {

// Work for one question: a second or two on most machines. The built-in instruments need far
// less.
inline constexpr std::uint64_t kMostWork = 200'000'000;

// Which moves to make, in whole numbers. Alike indicators (same gains, efforts and needs, and
// nothing waits for them) are one group, within which the first members are raised.
class PlanModel {
 public:
  // `most_work` bounds each of the questions below, see WorkMeter.
  PlanModel(const std::vector<Move>& moves, std::uint64_t most_work);

  // False when gains or efforts have no common unit in which their sums stay small enough.
  bool exact() const { return exact_; }
  // False when the work of the last question ran out: a better answer may exist.
  bool proven() const { return proven_; }

  struct Choice {
    std::vector<bool> chosen;  // one a move
    bool optimal = true;
  };
  // Least effort for a gain of at least `gain`; nothing when that is impossible.
  std::optional<Choice> least_effort(Ratio gain, std::optional<Ratio> budget);
  Choice most_gain(std::optional<Ratio> budget);
  // The least effort for a gain of at least `gain`, and the most gain for that effort.
  struct Point {
    Ratio effort;
    Ratio gain;
  };
  std::optional<Point> least_point(Ratio gain);

 private:
  struct Group {
    std::vector<std::size_t> first_items;  // of each member
    std::size_t levels = 0;
  };
  // A part of the order among equal plans: how many of these items are taken.
  struct Digit {
    std::vector<std::size_t> items;
    bool chain = false;  // of one indicator: the taken ones are the first; else one a member
  };

  bool find_units(const std::vector<Move>& moves);
  void make_items();
  void make_groups();
  void make_digits();
  Selection selection_of(std::int64_t limit) const;
  std::optional<Taken> cheapest(std::int64_t least_gain);
  Taken richest(std::int64_t most_effort, const std::optional<Taken>& known);
  Taken settle_ties(Taken best);
  std::size_t order_costs(Selection& selection, std::size_t first_digit) const;
  void hold_digits(Marks& marks, const Taken& best, std::size_t from, std::size_t to) const;
  void put_in_order(std::vector<bool>& items) const;
  Taken ask(const Selection& selection, const Marks& start, Taken known);
  std::int64_t sum_of(const std::vector<std::int64_t>& values, const Taken& taken) const;
  Choice expand(const Taken& taken) const;

  const std::vector<Move>& moves_;
  bool exact_ = true;
  Ratio gain_unit_;
  Ratio effort_unit_;
  std::vector<std::int64_t> gain_;  // of each item, in units
  std::vector<std::int64_t> effort_;
  std::int64_t all_gain_ = 0;
  std::int64_t all_effort_ = 0;
  std::vector<std::size_t> move_of_;  // of each item
  std::vector<std::size_t> item_of_;  // of each move; kNoItem when it is not possible
  std::vector<Selection::Item> items_;
  std::vector<Group> groups_;
  std::vector<Digit> digits_;
  std::uint64_t most_work_;
  WorkMeter meter_;
  bool proven_ = true;
};

}  // namespace spbe
