#pragma once

#include <compare>
#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "spbe/analysis/evaluation.hpp"

// Which of an institution's results counts, in one place for all commands: later years are newer,
// and within a year a later stage. Of two results of one year and stage the one given first
// counts; the other is told of, never taken in silence.
namespace spbe {

struct ResultDate {
  int year = 0;
  int stage = 0;  // stage_order
  friend auto operator<=>(const ResultDate&, const ResultDate&) = default;
};

inline ResultDate date_of(const Evaluation& result) {
  return {result.assessment.year, stage_order(result.assessment.stage)};
}
inline ResultDate date_of(const Summary& result) {
  return {result.year, stage_order(result.stage)};
}
inline ResultDate date_of(const PriorYear& result) { return {result.year, result.stage}; }

inline const PriorYear* result_in(const PriorYear& result) { return &result; }
template <class Result>
const Result* result_in(const Result* result) {
  return result;
}
template <class Result>
const Result* result_in(const std::unique_ptr<Result>& result) {
  return result.get();
}

// The newest of one institution's results, in the order given, whose year is wanted; or null.
template <class Results, class Wanted>
auto newest(const Results& results, const Wanted& wanted) {
  decltype(result_in(*results.begin())) found = nullptr;
  for (const auto& held : results) {
    const auto* result = result_in(held);
    if (!wanted(date_of(*result).year)) continue;
    if (found == nullptr || date_of(*result) > date_of(*found)) found = result;
  }
  return found;
}

// One institution's results: one a year, ascending, and those for which another was taken.
struct YearlyResults {
  std::vector<const Evaluation*> years;
  std::vector<const Evaluation*> set_aside;  // in the order given
};

template <class Results>
YearlyResults by_year(const Results& results) {
  YearlyResults found;
  std::map<int, const Evaluation*> taken;
  for (const auto& held : results) taken[result_in(held)->assessment.year] = nullptr;
  for (auto& [year, result] : taken) {
    const int wanted = year;
    result = newest(results, [&](int other) { return other == wanted; });
    found.years.push_back(result);
  }
  for (const auto& held : results) {
    const Evaluation* result = result_in(held);
    if (taken[result->assessment.year] != result) found.set_aside.push_back(result);
  }
  return found;
}

// The results seen so far, to find what an institution had in another year. Institutions are
// told apart by their `institution_key`.
class PriorYears {
 public:
  void add(const std::string& institution, const PriorYear& result) {
    seen_[institution].push_back(result);
  }

  // The newest result from a year before `year`, or null.
  const PriorYear* before(const std::string& institution, int year) const {
    return find(institution, [&](int other) { return other < year; });
  }
  // The newest result from a year after `year`, or null.
  const PriorYear* after(const std::string& institution, int year) const {
    return find(institution, [&](int other) { return other > year; });
  }

 private:
  template <class Wanted>
  const PriorYear* find(const std::string& institution, const Wanted& wanted) const {
    const auto found = seen_.find(institution);
    return found == seen_.end() ? nullptr : newest(found->second, wanted);
  }

  std::unordered_map<std::string, std::vector<PriorYear>> seen_;
};

}  // namespace spbe
