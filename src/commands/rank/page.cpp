#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

#include "commands/rank/report.hpp"
#include "render/style.hpp"
#include "render/wording.hpp"

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
    if (report_.summary) summary();
    for (const RankGroup& group : ranking_.groups) {
      if (report_.summary) break;
      heading(group);
      rows(group);
      movers(group);
      spread(group);
      figures(group);
    }
    std::vector<const Instrument*> instruments;
    for (const RankGroup& group : ranking_.groups) instruments.push_back(group.instrument.get());
    page_.remarks(replaced(instruments, ranking_.year, page_.language));
    page_.remarks(cautions(instruments, page_.language));
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
    const std::string before = changes ? year_before(group) : std::string();
    if (changes) {
      table.columns.insert(table.columns.begin() + 3, Column::right(before).only_wide());
      table.columns.push_back(Column::right(tr({"change", "perubahan"})));
      table.columns.push_back(
          Column::left().titled(tr({"places gained", "peringkat naik"})).after(1));
    }
    if (report_.domains) {
      for (const ComponentIndex root : group.instrument->roots) {
        table.columns.push_back(Column::right(group.instrument->at(root).id));
      }
    }
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
      if (changes) {
        cells.insert(cells.begin() + 3, before_cell(row));
        cells.push_back(change_cell(row));
        cells.push_back(moved_cell(row));
      }
      if (report_.domains) {
        for (const Interval& root : row.current->roots) cells.emplace_back(page::Range{root});
      }
      if (kinds) cells.push_back(place_cell(row.in_kind, to_string(row.current->kind)));
      if (provinces) cells.push_back(place_cell(row.in_province, row.current->province));
      table.add(std::move(cells));
    }
    if (shown < group.rows.size()) {
      table.more = fmt::format("{} {}", group.rows.size() - shown, tr({"more", "instansi lagi"}));
    }
    page_.add({std::move(table)});
  }

  static std::vector<Cell> row_cells(const RankedRow& row) {
    const Summary& s = *row.current;
    return {Cell(page::Number{ratio(row.place.rank), 0}, Tone::strong),
            Cell(std::string(s.index.exact() ? "" : "*"), Tone::caution),
            page::institution(s.institution), Cell(page::Range{s.index}, Tone::strong),
            page::predikat(*s.instrument, s.categories)};
  }

  // The year that all earlier results are of, or a word for several.
  std::string year_before(const RankGroup& group) const {
    int year = 0;
    for (const RankedRow& row : group.rows) {
      if (row.previous == nullptr) continue;
      if (year != 0 && row.previous->year != year) return tr({"before", "sebelumnya"});
      year = row.previous->year;
    }
    return std::to_string(year);
  }

  static Cell before_cell(const RankedRow& row) {
    if (row.previous == nullptr || !row.change()) return {};
    return {page::Range{row.previous->index}, Tone::faint};
  }

  static Cell change_cell(const RankedRow& row) {
    if (row.previous == nullptr) return {};
    const auto change = row.change();
    if (!change) return {std::string("–"), Tone::faint};
    const bool year_before = row.previous->year + 1 == row.current->year;
    return page::Change{
        .difference = *change, .dot = false, .since = year_before ? 0 : row.previous->year};
  }

  static Cell moved_cell(const RankedRow& row) {
    if (!row.moved) return {};
    if (*row.moved == 0) return {std::string("="), Tone::faint};
    return {fmt::format("{}{}", *row.moved > 0 ? "▲" : "▼", std::abs(*row.moved)),
            *row.moved > 0 ? Tone::good : Tone::bad};
  }

  // Who rose and fell most, where the table is too long to see it.
  void movers(const RankGroup& group) {
    constexpr std::size_t kNamed = 5;
    std::vector<const RankedRow*> changed;
    for (const RankedRow& row : group.rows) {
      if (row.change()) changed.push_back(&row);
    }
    if (changed.size() <= kNamed) return;
    std::ranges::stable_sort(changed, [](const RankedRow* a, const RankedRow* b) {
      return a->change()->low > b->change()->low;
    });
    page::Facts facts;
    const auto add = [&](const Words& name, bool up) {
      std::string text;
      std::size_t named = 0;
      const auto take = [&](const RankedRow* row) {
        const Interval change = *row->change();
        if (named == kNamed || (up ? change.low <= Ratio(0) : change.high >= Ratio(0))) return;
        text += fmt::format("{}{} {}", named == 0 ? "" : "; ", row->current->institution,
                            signed_interval(page_.language, change));
        ++named;
      };
      if (up) std::ranges::for_each(changed, take);
      if (!up) std::for_each(changed.rbegin(), changed.rend(), take);
      if (named > 0) facts.items.emplace_back(tr(name), std::move(text));
    };
    add({"Rose most", "Naik terbanyak"}, true);
    add({"Fell most", "Turun terbanyak"}, false);
    if (!facts.items.empty()) page_.add({std::move(facts)});
  }

  // A row for each group: how many, where they stand, and who is in the upper categories.
  void summary() {
    const Instrument& first = *ranking_.groups.front().instrument;
    page_.heading(fmt::format("{} {} · {}", first.index_name, ranking_.year, first.name));
    const std::size_t good = first.categories.size() / 2;
    page::Table table{
        {Column::left(tr({"group", "kelompok"})).yielding(),
         Column::right(tr({"institutions", "instansi"})), Column::right(tr({"mean", "rata-rata"})),
         Column::right(tr({"median", "median"})), Column::right(tr({"lowest", "terendah"})),
         Column::right(tr({"highest", "tertinggi"})),
         Column::right("≥ " + first.categories[good].name)}};
    table.name = tr({"Groups", "Kelompok"});
    for (const RankGroup& group : ranking_.groups) {
      std::string name = group_name(group, page_.language);
      if (group.instrument->id != first.id) name += " · " + group.instrument->name;
      std::size_t upper = 0;
      for (std::size_t i = group.instrument->categories.size() / 2; i < group.categories.size();
           ++i)
        upper += group.categories[i];
      const Ratio share = Ratio(100) * ratio(upper) / ratio(group.rows.size());
      table.add({std::move(name), page::count(group.rows.size()),
                 group.mean ? Cell(page::Range{*group.mean}) : Cell(page::Unknown{}),
                 page::Range{group.median}, page::Range{group.lowest}, page::Range{group.highest},
                 page::Number{share, 1, "%"}});
    }
    page_.add({std::move(table)});
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
