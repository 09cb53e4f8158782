#pragma once

#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "commands/diff/report.hpp"

namespace spbe {

// The assessments of two folders side by side.
struct FolderDiff {
  std::string from_name;  // as given
  std::string to_name;
  std::deque<DiffReport> institutions;  // in order of name and year; what changed most first where
                                        // they are shown
  bool all = false;                     // also what did not change

  // Sums up. The first four count what can be compared.
  std::size_t rose = 0;
  std::size_t fell = 0;
  std::size_t same = 0;
  std::size_t uncertain = 0;
  std::size_t appeared = 0;
  std::size_t vanished = 0;
  std::size_t not_comparable = 0;  // two instruments
  std::size_t category_rose = 0;   // surely
  std::size_t category_fell = 0;
  std::size_t others = 0;                 // pairs of which something beside levels changed
  std::optional<Interval> mean;           // change of the index, of what can be compared
  std::size_t compared_institutions = 0;  // one may have several results

  std::size_t compared() const { return rose + fell + same + uncertain; }
  bool differs() const;
};

// Results of one institution, year and stage belong together; of an institution that has no such
// two, the latest of each side. All point into `from` and `to`.
FolderDiff diff_folders(const std::vector<Evaluation>& from, const std::vector<Evaluation>& to);

// The later side of the two that is there.
const Evaluation& newest(const DiffReport& one);

page::Page folders_page(const FolderDiff& diff, Language language);
std::string folders_json(const FolderDiff& diff);
std::string folders_csv(const FolderDiff& diff, CsvDialect dialect = {});

}  // namespace spbe
