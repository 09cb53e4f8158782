#include <algorithm>

#include "render/compute_report.hpp"
#include "render/messages.hpp"
#include "render/rank_report.hpp"

namespace spbe {

std::size_t rows_shown(const RankGroup& group, std::size_t top) {
  if (top == 0 || top >= group.rows.size()) return group.rows.size();
  std::size_t shown = top;
  while (shown < group.rows.size() &&
         group.rows[shown].place.rank == group.rows[top - 1].place.rank) {
    ++shown;
  }
  return shown;
}

std::string group_name(const RankGroup& group, Language language) {
  std::string name = group.kind;
  if (!group.province.empty()) name += (name.empty() ? "" : " · ") + group.province;
  if (name.empty()) return std::string(say(language, {"others", "lainnya"}));
  return printable(name);
}

std::string change_text(const RankedRow& row, const Style& style) {
  const auto change = row.change();
  if (!change) return {};
  std::string text = signed_interval(style, *change);
  if (row.previous->year + 1 != row.current->year) {
    text += " (" + std::to_string(row.previous->year) + ")";
  }
  return text;
}

std::vector<Statistic> statistics(const RankGroup& group, const Style& style) {
  const auto tr = [&](const Words& words) { return std::string(say(style.language, words)); };
  const std::string mean = group.mean ? interval_number(style, *group.mean) : "-";
  return {{tr({"mean", "rata-rata"}), mean},
          {tr({"median", "median"}), interval_number(style, group.median)},
          {tr({"lowest", "terendah"}), interval_number(style, group.lowest)},
          {tr({"highest", "tertinggi"}), interval_number(style, group.highest)}};
}

std::vector<std::string> rank_remarks(const RankReport& report, const Style& style) {
  const Ranking& ranking = *report.ranking;
  const auto tr = [&](const Words& words) { return say(style.language, words); };
  std::vector<std::string> lines;
  bool inexact = false;
  bool other_instrument = false;
  for (const RankGroup& group : ranking.groups) {
    for (const RankedRow& row : group.rows) {
      inexact = inexact || !row.current->index.exact();
      other_instrument = other_instrument || (row.previous != nullptr && !row.change());
    }
  }
  if (inexact) {
    lines.emplace_back(
        tr({"* The index is not exactly known; it is ranked by the lowest value it can have.",
            "* Indeks tidak diketahui secara eksak; diurutkan menurut nilai terendah yang "
            "mungkin."}));
  }
  if (other_instrument) {
    lines.emplace_back(
        tr({"The year before was rated with another instrument where no change is shown; the two "
            "are not comparable.",
            "Bila perubahan tidak ditampilkan, tahun sebelumnya dinilai dengan instrumen lain; "
            "keduanya tidak dapat dibandingkan."}));
  }
  if (ranking.without_year > 0) {
    lines.push_back(fill(tr({"Institutions without a result of {0}, not ranked: {1}.",
                             "Instansi tanpa hasil tahun {0}, tidak diurutkan: {1}."}),
                         {std::to_string(ranking.year), std::to_string(ranking.without_year)}));
  }
  return lines;
}

}  // namespace spbe
