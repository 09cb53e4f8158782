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

// The results seen so far, to find what an institution had in another year. Institutions go by
// their `institution_key`; where two have an `id`, that decides.
class PriorYears {
 public:
  void add(const std::string& institution, const PriorYear& result) {
    seen_[institution].push_back(result);
    if (!result.id.empty()) with_id_[name_key(result.id)].push_back(result);
  }

  // The newest result from a year before that of `of`, or null.
  const PriorYear* before(const std::string& institution, const PriorYear& of) const {
    return find(institution, of.id, [&](int other) { return other < of.year; });
  }
  // The newest result from a year after it, or null.
  const PriorYear* after(const std::string& institution, const PriorYear& of) const {
    return find(institution, of.id, [&](int other) { return other > of.year; });
  }

 private:
  template <class Wanted>
  const PriorYear* find(const std::string& institution, const std::string& id,
                        const Wanted& wanted) const {
    std::vector<const PriorYear*> its;
    const auto named = seen_.find(institution);
    if (named != seen_.end()) {
      for (const PriorYear& one : named->second) {
        if (id.empty() || one.id.empty()) its.push_back(&one);
      }
    }
    const auto marked = id.empty() ? with_id_.end() : with_id_.find(name_key(id));
    if (marked != with_id_.end()) {
      for (const PriorYear& one : marked->second) its.push_back(&one);
    }
    return newest(its, wanted);
  }

  std::unordered_map<std::string, std::vector<PriorYear>> seen_;
  std::unordered_map<std::string, std::vector<PriorYear>> with_id_;
};

}  // namespace spbe
