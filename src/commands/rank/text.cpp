#include <fmt/format.h>

#include <algorithm>

#include "commands/rank/report.hpp"
#include "render/table.hpp"
#include "render/wording.hpp"

namespace spbe {

namespace {

constexpr std::size_t kBarCells = 30;
constexpr std::size_t kWideEnough = 100;  // for the places within kind and province

class RankText {
 public:
  RankText(const RankReport& report, const Style& style)
      : report_(report), ranking_(*report.ranking), style_(style) {}

  std::string draw() {
    bool first = true;
    for (const RankGroup& group : ranking_.groups) {
      if (!first) out_ += "\n\n";
      first = false;
      heading(group);
      rows(group);
      spread(group);
      numbers(group);
    }
    bool blank = true;
    for (const std::string& line : rank_remarks(report_, style_)) {
      out_ +=
          (blank ? "\n" : "") + wrapped(line, style_.width, line.starts_with("* ") ? 2 : 0) + "\n";
      blank = false;
    }
    return std::move(out_);
  }

 private:
  std::string tr(const Words& words) const { return std::string(say(style_.language, words)); }

  void heading(const RankGroup& group) {
    std::string title = fmt::format("{} {} · {}", printable(group.instrument->index_name),
                                    ranking_.year, printable(group.instrument->name));
    if (!group.kind.empty() || !group.province.empty() || ranking_.groups.size() > 1) {
      title += " · " + group_name(group, style_.language);
    }
    title += " · " + count_text(group, style_.language);
    out_ += paint(Ink::bold, wrapped(title, style_.width), style_.color) + "\n\n";
  }

  void rows(const RankGroup& group) {
    const bool wide = style_.width >= kWideEnough;
    const auto any = [&](const auto& test) { return std::ranges::any_of(group.rows, test); };
    const bool changes = any([](const RankedRow& row) { return row.previous != nullptr; });
    const bool kinds =
        wide && any([](const RankedRow& r) { return r.in_kind && r.in_kind->of != r.place.of; });
    const bool provinces = wide && any([](const RankedRow& r) {
                             return r.in_province && r.in_province->of != r.place.of;
                           });
    std::vector<Table::Column> columns = {
        {tr({"rank", "urut"}), Table::Align::right, false, 0},
        {"", Table::Align::left, false, 0},
        {tr({"institution", "instansi"}), Table::Align::left, true, 1},
        {tr({"index", "indeks"}), Table::Align::right},
        {tr({"category", "kategori"}), Table::Align::left}};
    if (changes) columns.push_back({tr({"change", "perubahan"}), Table::Align::right});
    if (kinds) columns.push_back({tr({"in its kind", "dalam jenis"}), Table::Align::left});
    if (provinces) columns.push_back({tr({"in its province", "dalam provinsi"})});
    Table table(std::move(columns));
    const std::size_t shown = rows_shown(group, report_.top);
    for (std::size_t i = 0; i < shown; ++i) {
      const RankedRow& row = group.rows[i];
      std::vector<Table::Cell> cells = row_cells(row);
      if (changes) cells.push_back(change_cell(row));
      if (kinds) cells.push_back(place_cell(row.in_kind, row.current->kind));
      if (provinces) cells.push_back(place_cell(row.in_province, row.current->province));
      table.add(std::move(cells));
    }
    out_ += table.draw(style_);
    if (shown < group.rows.size()) {
      out_ += paint(Ink::dim,
                    fmt::format("   … {} {}", group.rows.size() - shown, tr({"more", "lagi"})),
                    style_.color) +
              "\n";
    }
  }

  std::vector<Table::Cell> row_cells(const RankedRow& row) const {
    const Summary& s = *row.current;
    return {{std::to_string(row.place.rank), Ink::bold},
            {s.index.exact() ? "" : "*", Ink::yellow},
            {printable(s.institution)},
            {interval_number(style_, s.index), Ink::bold},
            {category_names(*s.instrument, s.lowest_category, s.highest_category),
             category_ink(*s.instrument, s.highest_category)}};
  }

  Table::Cell change_cell(const RankedRow& row) const {
    const auto change = row.change();
    if (!change) return {row.previous == nullptr ? "" : "–", Ink::dim};
    return {change_text(row, style_), change_ink(*change)};
  }

  static Table::Cell place_cell(const std::optional<Place>& place, const std::string& name) {
    if (!place) return {};
    return {fmt::format("{}/{} {}", place->rank, place->of, printable(name)), Ink::dim};
  }

  // How many institutions are in each category, from the best.
  void spread(const RankGroup& group) {
    Table table({{"", Table::Align::left, false, 0},
                 {"", Table::Align::right},
                 {"", Table::Align::right},
                 {"", Table::Align::left}});
    std::size_t most = group.uncertain;
    for (const std::size_t count : group.categories) most = std::max(most, count);
    const auto add = [&](std::string name, std::size_t count, Ink ink) {
      const auto exact = static_cast<std::int64_t>(count);
      const Ratio share(100 * exact, static_cast<std::int64_t>(group.rows.size()));
      const std::size_t cells = std::min(kBarCells, style_.width / 3);
      table.add({{std::move(name), ink},
                 {std::to_string(count), Ink::bold},
                 {number(style_, share, 1) + "%", Ink::dim},
                 {bar(Ratio(exact), Ratio(static_cast<std::int64_t>(most)), cells), ink}});
    };
    const Instrument& instrument = *group.instrument;
    for (std::size_t i = instrument.categories.size(); i-- > 0;) {
      add(printable(instrument.categories[i].name), group.categories[i],
          category_ink(instrument, i));
    }
    if (group.uncertain > 0) {
      add(tr({"not certain", "belum pasti"}), group.uncertain, Ink::plain);
    }
    out_ += '\n' + table.draw(style_);
  }

  void numbers(const RankGroup& group) {
    std::string line;
    for (const Statistic& statistic : statistics(group, style_)) {
      line += (line.empty() ? "" : " · ") + statistic.name + " " + statistic.value;
    }
    out_ += '\n' + wrapped(line, style_.width) + '\n';
  }

  const RankReport& report_;
  const Ranking& ranking_;
  const Style& style_;
  std::string out_;
};

}  // namespace

std::string rank_text(const RankReport& report, const Style& style) {
  return RankText(report, style).draw();
}

}  // namespace spbe
