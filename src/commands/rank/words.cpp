#include <algorithm>

#include "commands/rank/report.hpp"
#include "render/messages.hpp"

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
  std::string name(to_string(group.kind));
  if (!group.province.empty()) name += (name.empty() ? "" : " · ") + group.province;
  if (name.empty()) return std::string(say(language, {"others", "lainnya"}));
  return name;
}

std::string count_text(const RankGroup& group, Language language) {
  const std::size_t count = group.rows.size();
  const Words words = {count == 1 ? "{0} institution" : "{0} institutions", "{0} instansi"};
  return fill(say(language, words), {std::to_string(count)});
}

bool sorts_by_nothing(const RankReport& report) {
  const auto changed = [](const RankedRow& row) { return row.change().has_value(); };
  return report.by_change && std::ranges::none_of(report.ranking->groups, [&](const RankGroup& g) {
           return std::ranges::any_of(g.rows, changed);
         });
}

std::vector<std::string> rank_remarks(const RankReport& report, Language language) {
  const Ranking& ranking = *report.ranking;
  const auto tr = [&](const Words& words) { return say(language, words); };
  std::vector<std::string> lines;
  std::size_t ranges = 0;
  std::size_t all = 0;
  bool starred = false;
  bool other_instrument = false;
  for (const RankGroup& group : ranking.groups) {
    const std::size_t shown = report.summary ? 0 : rows_shown(group, report.top);
    all += group.rows.size();
    for (std::size_t i = 0; i < group.rows.size(); ++i) {
      const RankedRow& row = group.rows[i];
      const bool range = !row.current->index.exact();
      ranges += range ? 1 : 0;
      starred = starred || (range && i < shown);
      other_instrument = other_instrument || (row.previous != nullptr && !row.change());
    }
  }
  if (starred) {
    lines.push_back(
        fill(tr({"* {0} of {1} are known as a range only, and ranked by the lowest value they can "
                 "have.",
                 "* {0} dari {1} indeks hanya diketahui sebagai rentang, dan diurutkan menurut "
                 "nilai terendah yang mungkin."}),
             {std::to_string(ranges), std::to_string(all)}));
  }
  if (sorts_by_nothing(report)) {
    lines.emplace_back(
        tr({"No change from an earlier year is known, so the order is that of the index: give the "
            "files of both years.",
            "Tidak ada perubahan dari tahun sebelumnya yang diketahui, sehingga urutannya menurut "
            "indeks: berikan berkas kedua tahun."}));
  }
  if (other_instrument) {
    lines.emplace_back(
        tr({"The year before was rated with another instrument where no change is shown; the two "
            "are not comparable.",
            "Bila perubahan tidak ditampilkan, tahun sebelumnya dinilai dengan instrumen lain; "
            "keduanya tidak dapat dibandingkan."}));
  }
  const std::size_t without = ranking.without_year.size();
  if (without > 0) {
    constexpr std::size_t kNamed = 3;
    std::string names;
    for (std::size_t i = 0; i < std::min(without, kNamed); ++i) {
      names += (i == 0 ? "" : ", ") + ranking.without_year[i]->institution;
    }
    if (without > kNamed) names += ", …";
    const Words words = {
        without == 1 ? "Not ranked, for want of a result of {0}: {1} institution ({2})."
                     : "Not ranked, for want of a result of {0}: {1} institutions ({2}).",
        "Tidak diurutkan karena tidak memiliki hasil tahun {0}: {1} instansi ({2})."};
    lines.push_back(
        fill(tr(words), {std::to_string(ranking.year), std::to_string(without), names}));
  }
  return lines;
}

}  // namespace spbe
