#pragma once

#include <string>
#include <vector>

#include "render/csv.hpp"
#include "render/page.hpp"
#include "spbe/analysis/rank.hpp"
#include "spbe/model/catalog.hpp"

namespace spbe {

// A ranking and how much of it to show; statistics always cover all rows.
struct RankReport {
  const Ranking* ranking = nullptr;
  std::size_t top = 0;     // rows of each group, more when the last one is tied; 0: all
  bool domains = false;    // a column for each domain
  bool summary = false;    // one row a group, no institutions
  bool by_change = false;  // the order asked for
};

page::Page rank_page(const RankReport& report, Language language);
std::string rank_json(const RankReport& report);
std::string rank_lines(const RankReport& report);  // JSON, an institution a line
// The columns of domains and aspects are those of every instrument of the catalog.
std::string rank_csv(const RankReport& report, CsvDialect dialect = {});

// The number of rows to show.
std::size_t rows_shown(const RankGroup& group, std::size_t top);

// "21 institutions".
std::string count_text(const RankGroup& group, Language language);
std::string group_name(const RankGroup& group, Language language);
// Whether the order asked for is that of changes, and none is known.
bool sorts_by_nothing(const RankReport& report);
// What the table does not show: institutions left out, indices not exactly known.
std::vector<std::string> rank_remarks(const RankReport& report, Language language);

}  // namespace spbe
