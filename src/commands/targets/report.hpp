#pragma once

#include <string>

#include "render/csv.hpp"
#include "render/page.hpp"
#include "spbe/analysis/targets.hpp"

namespace spbe {

struct TargetsReport {
  const Evaluation* now = nullptr;
  const TargetPicture* picture = nullptr;
  const RuleSet* rules = nullptr;
  const Plan* addition = nullptr;  // null: not needed, or not to be found
  page::Names names = page::Names::official;
};

page::Page targets_page(const TargetsReport& report, Language language);
std::string targets_json(const TargetsReport& report);
// A line for each target of each unit.
std::string targets_csv(const TargetsReport& report, CsvDialect dialect = {});

}  // namespace spbe
