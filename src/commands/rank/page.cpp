#include <fmt/format.h>

#include <algorithm>

#include "commands/rank/report.hpp"

namespace spbe {

namespace {

using page::Cell;
using page::Column;
using page::Tone;

constexpr std::size_t kBarCells = 30;
constexpr std::size_t kBarShare = 3;  // a third of the line

Ratio ratio(std::size_t count) { return Ratio(static_cast<std::int64_t>(count)); }

class RankPage {
 public:
  RankPage(const RankReport& report, Language language)
      : report_(report), ranking_(*report.ranking), page_{language} {}

  page::Page write() {
    for (const RankGroup& group : ranking_.groups) {
      heading(group);
      rows(group);
      spread(group);
      figures(group);
    }
    bool first = true;
    for (std::string& line : rank_remarks(report_, page_.language)) {
      page_.add({page::Paragraph{std::move(line), page::Paragraph::Role::remark}, !first});
      first = false;
    }
    return std::move(page_);
  }

 private:
  std::string tr(const Words& words) const { return std::string(say(page_.language, words)); }

  void heading(const RankGroup& group) {
    std::string title = fmt::format("{} {} · {}", group.instrument->index_name, ranking_.year,
                                    group.instrument->name);
    if (group.kind != InstitutionKind::unsaid || !group.province.empty() ||
        ranking_.groups.size() > 1) {
      title += " · " + group_name(group, page_.language);
    }
    page_.heading(title + " · " + count_text(group, page_.language));
  }

  void rows(const RankGroup& group) {
    const auto any = [&](const auto& test) { return std::ranges::any_of(group.rows, test); };
    const bool changes = any([](const RankedRow& row) { return row.previous != nullptr; });
    const bool kinds =
        any([](const RankedRow& r) { return r.in_kind && r.in_kind->of != r.place.of; });
    const bool provinces =
        any([](const RankedRow& r) { return r.in_province && r.in_province->of != r.place.of; });
    page::Table table{{Column::right(tr({"rank", "peringkat"})), Column::left().joined(),
                       Column::left(tr({"institution", "instansi"})).yielding().after(1),
                       Column::right(tr({"index", "indeks"})),
                       Column::left(tr({"category", "predikat"}))}};
    table.name = tr({"Ranking", "Peringkat"});
    if (changes) table.columns.push_back(Column::right(tr({"change", "perubahan"})));
    if (kinds) {
      table.columns.push_back(Column::left(tr({"in its kind", "dalam jenis"})).only_wide());
    }
    if (provinces) {
      table.columns.push_back(Column::left(tr({"in its province", "dalam provinsi"})).only_wide());
    }
    const std::size_t shown = rows_shown(group, report_.top);
    for (std::size_t i = 0; i < shown; ++i) {
      const RankedRow& row = group.rows[i];
      std::vector<Cell> cells = row_cells(row);
      if (changes) cells.push_back(change_cell(row));
      if (kinds) cells.push_back(place_cell(row.in_kind, to_string(row.current->kind)));
      if (provinces) cells.push_back(place_cell(row.in_province, row.current->province));
      table.add(std::move(cells));
    }
    if (shown < group.rows.size()) {
      table.more = fmt::format("{} {}", group.rows.size() - shown, tr({"more", "lagi"}));
    }
    page_.add({std::move(table)});
  }

  static std::vector<Cell> row_cells(const RankedRow& row) {
    const Summary& s = *row.current;
    return {Cell(page::Number{ratio(row.place.rank), 0}, Tone::strong),
            Cell(std::string(s.index.exact() ? "" : "*"), Tone::caution), s.institution,
            Cell(page::Range{s.index}, Tone::strong), page::predikat(*s.instrument, s.categories)};
  }

  static Cell change_cell(const RankedRow& row) {
    if (row.previous == nullptr) return {};
    const auto change = row.change();
    if (!change) return {std::string("–"), Tone::faint};
    const bool year_before = row.previous->year + 1 == row.current->year;
    return page::Change{
        .difference = *change, .dot = false, .since = year_before ? 0 : row.previous->year};
  }

  static Cell place_cell(const std::optional<Place>& place, std::string_view name) {
    if (!place) return {};
    return {page::Share{place->rank, place->of, std::string(name)}, Tone::faint};
  }

  // How many institutions are in each category, from the best.
  void spread(const RankGroup& group) {
    page::Table table{{Column::left().titled(tr({"category", "predikat"})),
                       Column::right().titled(tr({"institutions", "instansi"})),
                       Column::right().titled("%"), Column::left().bars(kBarCells, kBarShare)}};
    std::size_t most = group.uncertain;
    for (const std::size_t count : group.categories) most = std::max(most, count);
    const auto add = [&](Cell name, std::size_t count) {
      const Ratio share = Ratio(100) * ratio(count) / ratio(group.rows.size());
      const Tone tone = name.tone;
      table.add({std::move(name), Cell(page::Number{ratio(count), 0}, Tone::strong),
                 Cell(page::Number{share, 1, "%"}, Tone::faint),
                 Cell(page::Bar{ratio(count), ratio(most)}, tone)});
    };
    for (std::size_t i = group.instrument->categories.size(); i-- > 0;) {
      add(page::predikat(*group.instrument, {i}), group.categories[i]);
    }
    if (group.uncertain > 0) add(tr({"not certain", "belum pasti"}), group.uncertain);
    page_.add({std::move(table)});
  }

  void figures(const RankGroup& group) {
    const Cell mean = group.mean ? Cell(page::Range{*group.mean}) : Cell(page::Unknown{});
    page_.add({page::Figures{{{tr({"mean", "rata-rata"}), mean},
                              {tr({"median", "median"}), page::Range{group.median}},
                              {tr({"lowest", "terendah"}), page::Range{group.lowest}},
                              {tr({"highest", "tertinggi"}), page::Range{group.highest}}}}});
  }

  const RankReport& report_;
  const Ranking& ranking_;
  page::Page page_;
};

}  // namespace

page::Page rank_page(const RankReport& report, Language language) {
  return RankPage(report, language).write();
}

}  // namespace spbe
