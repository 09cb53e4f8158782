#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace spbe {

// An integer program in whole numbers. `kMaxMilpSum` bounds what keeps a solver that
// calculates in floating point exact.
struct Milp {
  struct Variable {
    std::int64_t low = 0;
    std::int64_t high = 1;
  };
  struct Term {
    std::size_t variable = 0;
    std::int64_t factor = 0;
  };
  struct Row {
    std::vector<Term> terms;
    std::optional<std::int64_t> least;
    std::optional<std::int64_t> most;
  };
  std::vector<Variable> variables;
  std::vector<Row> rows;
  std::vector<Term> objective;
  bool maximise = false;
};

inline constexpr std::int64_t kMaxMilpSum = 100'000'000;

struct MilpAnswer {
  enum class Status { optimal, unproven, infeasible, unknown };
  Status status = Status::unknown;
  std::vector<std::int64_t> values;  // when optimal or unproven
};

MilpAnswer solve(const Milp& milp);

// In exact arithmetic.
std::int64_t sum_of(const std::vector<Milp::Term>& terms, const std::vector<std::int64_t>& values);
bool satisfies(const Milp& milp, const std::vector<std::int64_t>& values);

}  // namespace spbe
