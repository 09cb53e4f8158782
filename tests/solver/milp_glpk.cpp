#include "solver/milp.hpp"

#include <glpk.h>

#include <cmath>
#include <memory>

namespace spbe {

namespace {

// The sums are whole and at most kMaxMilpSum, so these tell neighbouring ones apart.
constexpr double kTolerance = 1e-9;
constexpr int kMilliseconds = 20'000;

struct Deleter {
  void operator()(glp_prob* problem) const { glp_delete_prob(problem); }
};
using Problem = std::unique_ptr<glp_prob, Deleter>;

double real(std::int64_t value) { return static_cast<double>(value); }
// GLPK counts from 1.
int place(std::size_t index) { return static_cast<int>(index) + 1; }

void add_variables(glp_prob* problem, const Milp& milp) {
  glp_add_cols(problem, static_cast<int>(milp.variables.size()));
  for (std::size_t i = 0; i < milp.variables.size(); ++i) {
    const Milp::Variable& variable = milp.variables[i];
    glp_set_col_kind(problem, place(i), GLP_IV);
    glp_set_col_bnds(problem, place(i), variable.low == variable.high ? GLP_FX : GLP_DB,
                     real(variable.low), real(variable.high));
  }
  glp_set_obj_dir(problem, milp.maximise ? GLP_MAX : GLP_MIN);
  for (const Milp::Term& term : milp.objective) {
    glp_set_obj_coef(problem, place(term.variable), real(term.factor));
  }
}

void add_rows(glp_prob* problem, const Milp& milp) {
  if (milp.rows.empty()) return;
  glp_add_rows(problem, static_cast<int>(milp.rows.size()));
  for (std::size_t i = 0; i < milp.rows.size(); ++i) {
    const Milp::Row& row = milp.rows[i];
    std::vector<int> columns = {0};
    std::vector<double> factors = {0};
    for (const Milp::Term& term : row.terms) {
      columns.push_back(place(term.variable));
      factors.push_back(real(term.factor));
    }
    glp_set_mat_row(problem, place(i), static_cast<int>(row.terms.size()), columns.data(),
                    factors.data());
    int kind = GLP_FR;
    if (row.least && row.most) {
      kind = *row.least == *row.most ? GLP_FX : GLP_DB;
    } else if (row.least) {
      kind = GLP_LO;
    } else if (row.most) {
      kind = GLP_UP;
    }
    glp_set_row_bnds(problem, place(i), kind, real(row.least.value_or(0)),
                     real(row.most.value_or(0)));
  }
}

MilpAnswer::Status status_of(int code, int status) {
  if (code == GLP_ENOPFS || code == GLP_ENODFS) return MilpAnswer::Status::infeasible;
  if (code == 0 && status == GLP_NOFEAS) return MilpAnswer::Status::infeasible;
  if (code == 0 && status == GLP_OPT) return MilpAnswer::Status::optimal;
  if (status == GLP_FEAS) return MilpAnswer::Status::unproven;
  return MilpAnswer::Status::unknown;
}

}  // namespace

MilpAnswer solve(const Milp& milp) {
  if (milp.variables.empty()) {
    // GLPK takes no program without variables.
    const bool fine = satisfies(milp, {});
    return {fine ? MilpAnswer::Status::optimal : MilpAnswer::Status::infeasible, {}};
  }
  glp_term_out(GLP_OFF);
  const Problem problem(glp_create_prob());
  add_variables(problem.get(), milp);
  add_rows(problem.get(), milp);
  glp_iocp options;
  glp_init_iocp(&options);
  options.msg_lev = GLP_MSG_OFF;
  options.presolve = GLP_ON;
  options.mir_cuts = GLP_ON;
  options.tol_obj = kTolerance;
  options.tm_lim = kMilliseconds;
  const int code = glp_intopt(problem.get(), &options);
  MilpAnswer answer;
  answer.status = status_of(code, glp_mip_status(problem.get()));
  const bool found =
      answer.status == MilpAnswer::Status::optimal || answer.status == MilpAnswer::Status::unproven;
  if (!found) return answer;
  for (std::size_t i = 0; i < milp.variables.size(); ++i) {
    answer.values.push_back(std::llround(glp_mip_col_val(problem.get(), place(i))));
  }
  return answer;
}

}  // namespace spbe
