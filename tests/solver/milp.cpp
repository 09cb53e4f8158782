#include "solver/milp.hpp"

namespace spbe {

std::int64_t sum_of(const std::vector<Milp::Term>& terms, const std::vector<std::int64_t>& values) {
  std::int64_t sum = 0;
  for (const Milp::Term& term : terms) sum += term.factor * values[term.variable];
  return sum;
}

bool satisfies(const Milp& milp, const std::vector<std::int64_t>& values) {
  for (std::size_t i = 0; i < milp.variables.size(); ++i) {
    if (values[i] < milp.variables[i].low || values[i] > milp.variables[i].high) return false;
  }
  for (const Milp::Row& row : milp.rows) {
    const std::int64_t sum = sum_of(row.terms, values);
    if ((row.least && sum < *row.least) || (row.most && sum > *row.most)) return false;
  }
  return true;
}

}  // namespace spbe
