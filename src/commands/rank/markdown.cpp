#include <fmt/format.h>

#include <algorithm>

#include "commands/rank/report.hpp"
#include "render/markdown.hpp"
#include "render/wording.hpp"

namespace spbe {

namespace {

void table(std::string& out, const RankGroup& group, const RankReport& report, const Style& style) {
  const auto tr = [&](const Words& words) { return say(style.language, words); };
  const bool changes =
      std::ranges::any_of(group.rows, [](const RankedRow& row) { return row.previous != nullptr; });
  out += fmt::format("| {} | {} | {} | {} |", tr({"rank", "urut"}), tr({"institution", "instansi"}),
                     tr({"index", "indeks"}), tr({"category", "kategori"}));
  if (changes) out += fmt::format(" {} |", tr({"change", "perubahan"}));
  out += changes ? "\n|--:|:--|--:|:--|--:|\n" : "\n|--:|:--|--:|:--|\n";
  const std::size_t shown = rows_shown(group, report.top);
  for (std::size_t i = 0; i < shown; ++i) {
    const RankedRow& row = group.rows[i];
    const Summary& s = *row.current;
    out += fmt::format(
        "| {}{} | {} | {} | {} |", row.place.rank, s.index.exact() ? "" : "\\*",
        markdown_text(s.institution), interval_number(style, s.index),
        markdown_text(category_names(*s.instrument, s.lowest_category, s.highest_category)));
    if (changes) out += fmt::format(" {} |", change_text(row, style));
    out += '\n';
  }
  if (shown < group.rows.size()) {
    out += fmt::format("\n… {} {}\n", group.rows.size() - shown, tr({"more", "lagi"}));
  }
}

void spread(std::string& out, const RankGroup& group, const Style& style) {
  const auto tr = [&](const Words& words) { return say(style.language, words); };
  out += fmt::format("\n| {} | {} | % |\n|:--|--:|--:|\n", tr({"category", "kategori"}),
                     tr({"institutions", "instansi"}));
  const auto add = [&](const std::string& name, std::size_t count) {
    const Ratio share(100 * static_cast<std::int64_t>(count),
                      static_cast<std::int64_t>(group.rows.size()));
    out += fmt::format("| {} | {} | {} |\n", name, count, number(style, share, 1));
  };
  for (std::size_t i = group.categories.size(); i-- > 0;) {
    add(markdown_text(group.instrument->categories[i].name), group.categories[i]);
  }
  if (group.uncertain > 0) {
    add(std::string(tr({"not certain", "belum pasti"})), group.uncertain);
  }
  out += '\n';
  bool first = true;
  for (const Statistic& statistic : statistics(group, style)) {
    out += fmt::format("{}{} **{}**", first ? "" : " · ", statistic.name, statistic.value);
    first = false;
  }
  out += '\n';
}

}  // namespace

std::string rank_markdown(const RankReport& report, Language language) {
  const Style style{language, 80, false};
  const Ranking& ranking = *report.ranking;
  std::string out;
  for (const RankGroup& group : ranking.groups) {
    if (!out.empty()) out += '\n';
    out += fmt::format("### {} {} · {}", markdown_text(group.instrument->index_name), ranking.year,
                       markdown_text(group.instrument->name));
    if (!group.kind.empty() || !group.province.empty() || ranking.groups.size() > 1) {
      out += " · " + markdown_text(group_name(group, language));
    }
    out += " · " + count_text(group, language) + "\n\n";
    table(out, group, report, style);
    spread(out, group, style);
  }
  for (const std::string& line : rank_remarks(report, style)) {
    out += "\n" + markdown_text(line) + "\n";
  }
  return out;
}

}  // namespace spbe
