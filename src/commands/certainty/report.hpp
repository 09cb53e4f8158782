#pragma once

#include <optional>
#include <string>
#include <vector>

#include "render/csv.hpp"
#include "render/page.hpp"
#include "spbe/analysis/certainty.hpp"

namespace spbe {

struct CertaintyReport {
  const Evaluation* evaluation = nullptr;
  const std::vector<Belief>* beliefs = nullptr;
  const Certainty* certainty = nullptr;
  std::optional<std::size_t> wanted;  // the category that Certainty::wanted reaches, if it is one
  Drift drift;
  std::vector<StageMoves> learnt;  // one a component, or empty
  std::size_t pairs = 0;           // of results, that was learnt from
  page::Names names = page::Names::official;
};

page::Page certainty_page(const CertaintyReport& report, Language language);
std::string certainty_json(const CertaintyReport& report);
// A line for each index that can come about.
std::string certainty_csv(const CertaintyReport& report, CsvDialect dialect = {});

}  // namespace spbe
