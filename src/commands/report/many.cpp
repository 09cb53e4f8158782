#include "commands/report/many.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "analysis/statistics.hpp"
#include "commands/report/sections.hpp"
#include "model/builtin_data.hpp"
#include "render/charts.hpp"
#include "render/html_table.hpp"
#include "render/messages.hpp"
#include "render/style.hpp"
#include "render/wording.hpp"

namespace spbe {

namespace {

using page::Cell;
using page::Column;
using page::Paragraph;
using page::Section;
using page::Tone;

// Sums of exact values: how many, and where their mean lies.
struct Group {
  std::vector<const RankedRow*> rows;
  std::vector<std::size_t> categories;

  void add(const RankedRow& row, const Instrument& instrument) {
    categories.resize(instrument.categories.size());
    rows.push_back(&row);
    if (row.current->categories.size() == 1) ++categories[row.current->categories.front()];
  }
};

std::optional<Interval> mean_of(const std::vector<const RankedRow*>& rows) {
  std::vector<Interval> values;
  values.reserve(rows.size());
  for (const RankedRow* row : rows) values.push_back(row->current->index);
  return mean_of(values);
}

Cell mean_cell(const std::optional<Interval>& mean) {
  return mean ? Cell(page::Range{*mean}) : Cell(page::Unknown{});
}

class ManyPage {
 public:
  ManyPage(const Ranking& ranking, const RankGroup& group, page::Page& page)
      : ranking_(ranking), group_(group), instrument_(*group.instrument), page_(page) {}

  void write() {
    title();
    distribution();
    kinds();
    provinces();
    domains();
    movers();
    ranking();
  }

 private:
  std::string tr(const Words& words) const { return std::string(say(page_.language, words)); }
  std::string put(const Words& words, const std::vector<std::string>& args) const {
    return fill(say(page_.language, words), args);
  }
  std::string shown(const Interval& value) const { return interval_number(page_.language, value); }
  std::string two(Ratio value) const { return number(page_.language, value); }
  std::string count() const { return std::to_string(group_.rows.size()); }

  void title() {
    Section hero{Section::Look::hero, {}};
    hero.add({Paragraph{put({"Report on the {0}", "Laporan {0}"}, {instrument_.index_name}),
                        Paragraph::Role::summary}});
    hero.add({page::Heading{
        1, put({group_.rows.size() == 1 ? "{0} institution in {1}" : "{0} institutions in {1}",
                "{0} instansi tahun {1}"},
               {count(), std::to_string(ranking_.year)})}});
    hero.add({Paragraph{instrument_.name, Paragraph::Role::remark}});
    page::Figures figures;
    const auto add = [&](const Words& name, const Interval& value) {
      figures.items.emplace_back(tr(name), page::Range{value});
    };
    if (group_.mean) add({"Mean", "Rata-rata"}, *group_.mean);
    add({"Median", "Median"}, group_.median);
    add({"Lowest", "Terendah"}, group_.lowest);
    add({"Highest", "Tertinggi"}, group_.highest);
    for (std::size_t i = group_.categories.size(); i-- > 0;) {
      figures.items.emplace_back(instrument_.categories[i].name, page::count(group_.categories[i]));
    }
    if (group_.uncertain > 0) {
      figures.items.emplace_back(tr({"Not certain", "Belum pasti"}), page::count(group_.uncertain));
    }
    hero.add({figures});
    page_.add({hero});
  }

  chart::Histogram histogram() const {
    chart::Histogram chart =
        empty_histogram(instrument_, instrument_.category_rule.in(ranking_.year), page_.language);
    chart.text = {"sebaran", tr({"Spread of the index", "Sebaran nilai indeks"}), {}};
    for (std::size_t i = 0; i < instrument_.categories.size(); ++i) {
      chart.text.description += fmt::format("{}{} {}", i == 0 ? "" : "; ",
                                            instrument_.categories[i].name, group_.categories[i]);
    }
    for (const RankedRow& row : group_.rows) {
      const Ratio value = middle(row.current->index);
      auto bin = std::ranges::find_if(chart.bins, [&](const chart::Histogram::Bin& held) {
        return value >= held.from && value < held.to;
      });
      if (bin == chart.bins.end()) bin = value < chart.low ? chart.bins.begin() : bin - 1;
      ++bin->count;
    }
    return chart;
  }

  static Ratio middle(const Interval& value) { return (value.low + value.high) / Ratio(2); }

  // Those who stand so close to a bound that one indicator decides.
  std::string close_calls() const {
    const Ratio near(1, 20);
    std::string text;
    for (std::size_t i = 1; i < instrument_.categories.size(); ++i) {
      const Ratio bound = instrument_.categories[i].from;
      std::size_t above = 0;
      std::size_t below = 0;
      for (const RankedRow& row : group_.rows) {
        const Ratio value = middle(row.current->index);
        if (value >= bound && value < bound + near) ++above;
        if (value < bound && value >= bound - near) ++below;
      }
      if (above + below == 0) continue;
      text += (text.empty() ? "" : "; ") +
              put({"{0} ({1}): {2} above, {3} below", "{0} ({1}): {2} di atas, {3} di bawah"},
                  {instrument_.categories[i].name, two(bound), std::to_string(above),
                   std::to_string(below)});
    }
    return text.empty()
               ? text
               : put({"Within 0.05 of a bound: {0}.", "Dalam jarak 0,05 dari batas: {0}."}, {text});
  }

  void distribution() {
    Section part = section(tr({"Spread of the index", "Sebaran Nilai Indeks"}));
    part.add({picture(histogram())});
    const std::string close = close_calls();
    if (!close.empty()) part.add({Paragraph{close}});
    page_.add({part});
  }

  using NamedGroups = std::vector<std::pair<std::string, Group>>;

  page::Table groups_table(const NamedGroups& groups, const Words& name) const {
    page::Table table;
    table.columns = {Column::left(tr(name)), Column::right(tr({"Institutions", "Instansi"})),
                     Column::right(tr({"Mean", "Rata-rata"})), Column::left()};
    for (std::size_t i = instrument_.categories.size(); i-- > 0;) {
      table.columns.push_back(Column::right(instrument_.categories[i].name));
    }
    for (const auto& [key, group] : groups) {
      std::vector<Cell> cells = {key, page::count(group.rows.size()),
                                 mean_cell(mean_of(group.rows)),
                                 page::sketch(chart::shares_bar(group.categories))};
      for (std::size_t i = instrument_.categories.size(); i-- > 0;) {
        cells.push_back(group.categories[i] == 0 ? Cell(std::string("·"), Tone::faint)
                                                 : Cell(page::count(group.categories[i])));
      }
      table.add(std::move(cells));
    }
    return table;
  }

  std::string kind_name(InstitutionKind kind) const {
    switch (kind) {
      case InstitutionKind::kementerian:
        return tr({"Ministries", "Kementerian"});
      case InstitutionKind::lpnk:
        return tr({"Non-ministerial agencies", "LPNK"});
      case InstitutionKind::alat_negara:
        return tr({"Law and defence", "Alat negara"});
      case InstitutionKind::lns:
        return tr({"Non-structural institutions", "LNS"});
      case InstitutionKind::mean:
        return tr({"Means of groups", "Rata-rata kelompok"});
      case InstitutionKind::lembaga:
        return tr({"Other institutions", "Lembaga lain"});
      case InstitutionKind::provinsi:
        return tr({"Provinces", "Provinsi"});
      case InstitutionKind::kabupaten:
        return tr({"Regencies", "Kabupaten"});
      case InstitutionKind::kota:
        return tr({"Cities", "Kota"});
      case InstitutionKind::unsaid:
        break;
    }
    return tr({"Not given", "Tidak disebut"});
  }

  void kinds() {
    std::map<InstitutionKind, Group> found;
    for (const RankedRow& row : group_.rows) found[row.current->kind].add(row, instrument_);
    if (found.size() < 2 && found.contains(InstitutionKind::unsaid)) return;
    NamedGroups groups;
    for (auto& [kind, group] : found) groups.emplace_back(kind_name(kind), std::move(group));
    // Not of std::ranges: clang 14 cannot read what it returns.
    if (found.contains(InstitutionKind::unsaid)) {
      std::rotate(groups.begin(), groups.begin() + 1, groups.end());
    }
    Section part = section(tr({"By kind of institution", "Menurut Jenis Instansi"}));
    part.add({groups_table(groups, {"Kind", "Jenis"})});
    page_.add({part});
  }

  void provinces() {
    std::map<std::string, Group> found;
    for (const RankedRow& row : group_.rows) {
      if (!row.current->province.empty()) found[row.current->province].add(row, instrument_);
    }
    if (found.size() < 2) return;
    const NamedGroups groups(found.begin(), found.end());
    Section part = section(tr({"By province", "Menurut Provinsi"}));
    Section drawn{Section::Look::drawn, {}};
    Section tiles{Section::Look::tiles, {}};
    const CategoryBasis basis = instrument_.category_rule.in(ranking_.year);
    for (const auto& [name, group] : groups) {
      const std::optional<Interval> mean = mean_of(group.rows);
      page::Table tile;
      tile.caption = name;
      tile.columns = {Column::left(), Column::right()};
      Cell value = mean_cell(mean);
      if (mean) value.shade = static_cast<int>(instrument_.category_of(mean->low, basis)) + 1;
      tile.add({std::to_string(group.rows.size()), value});
      tiles.add({tile});
    }
    drawn.add({tiles});
    part.add({drawn});
    part.add({groups_table(groups, {"Province", "Provinsi"})});
    part.add({Paragraph{
        tr({"Beside a tile: institutions. A tile has the colour of the lower end of its range.",
            "Angka di samping ubin: jumlah instansi. Warna ubin menurut batas bawah rentangnya."}),
        Paragraph::Role::remark}});
    page_.add({part});
  }

  void domains() {
    const Axis axis{as_double(instrument_.lowest_index()), as_double(instrument_.highest_index()),
                    0.015};
    page::Table table;
    table.columns = {Column::left(tr({"Domain", "Domain"})), Column::left(),
                     Column::right(tr({"Mean", "Rata-rata"}))};
    for (std::size_t i = 0; i < instrument_.roots.size(); ++i) {
      std::vector<Interval> known;  // as well as a printed value tells
      for (const RankedRow& row : group_.rows) {
        if (i >= row.current->roots.size()) continue;
        const Interval& value = row.current->roots[i];
        if (value.high - value.low <= Ratio(1, 100)) known.push_back(value);
      }
      const auto mean = mean_of(known);
      if (!mean) continue;
      const Component& root = instrument_.at(instrument_.roots[i]);
      table.add({root.key + " " + root.name, page::sketch(chart::value_bar(axis, *mean, {}, {})),
                 mean_cell(mean)});
    }
    if (table.rows.empty()) return;
    std::ranges::stable_sort(table.rows, {}, [](const page::Row& row) {
      return std::get<page::Range>(row.cells[2].value).value.low;
    });
    Section part = section(tr({"Domains, the weakest first", "Domain, dari yang Terlemah"}));
    part.add({table});
    page_.add({part});
  }

  void movers() {
    std::vector<const RankedRow*> rows;
    for (const RankedRow& row : group_.rows) {
      if (row.change() && !(*row.change() == Interval{})) rows.push_back(&row);
    }
    if (rows.empty()) return;
    std::ranges::stable_sort(rows, std::ranges::greater{},
                             [](const RankedRow* row) { return row->change()->low; });
    Section part = section(tr({"Largest rises and falls", "Kenaikan dan Penurunan Terbesar"}));
    Section pair{Section::Look::pair, {}};
    const auto add = [&](const Words& heading, bool rises) {
      constexpr std::size_t kMost = 10;
      page::Table table;
      table.columns = {Column::left(tr({"Institution", "Instansi"})),
                       Column::right(tr({"Index", "Indeks"})),
                       Column::right(tr({"Change", "Perubahan"}))};
      for (std::size_t i = 0; i < rows.size() && table.rows.size() < kMost; ++i) {
        const RankedRow& row = *rows[rises ? i : rows.size() - 1 - i];
        const bool fits = rises ? row.change()->low > Ratio(0) : row.change()->high < Ratio(0);
        if (!fits) break;
        table.add({row.current->institution, page::Range{row.current->index},
                   page::Change{*row.change()}});
      }
      if (table.rows.empty()) return;
      Section side{Section::Look::plain, {}};
      side.add({page::Heading{3, tr(heading)}});
      side.add({table});
      pair.add({side});
    };
    add({"Rises", "Kenaikan"}, true);
    add({"Falls", "Penurunan"}, false);
    part.add({pair});
    page_.add({part});
  }

  void ranking() {
    const auto any = [&](const auto& test) { return std::ranges::any_of(group_.rows, test); };
    const bool changes = any([](const RankedRow& row) { return row.change().has_value(); });
    const bool provinces = any([](const RankedRow& row) { return !row.current->province.empty(); });
    page::Table table;
    table.ranked = true;
    table.columns = {Column::left(tr({"No.", "No."})),
                     Column::left(tr({"Institution", "Instansi"}))};
    if (provinces) table.columns.push_back(Column::left(tr({"Province", "Provinsi"})));
    table.columns.push_back(Column::right(tr({"Index", "Indeks"})));
    table.columns.push_back(Column::left("Predikat"));
    for (const ComponentIndex root : instrument_.roots) {
      table.columns.push_back(Column::right(instrument_.at(root).id));
    }
    if (changes) table.columns.push_back(Column::right(tr({"Change", "Perubahan"})));
    for (const RankedRow& row : group_.rows) {
      const Summary& held = *row.current;
      std::vector<Cell> cells = {std::to_string(row.place.rank), held.institution};
      if (provinces) cells.emplace_back(held.province);
      cells.emplace_back(page::Range{held.index}, Tone::strong);
      cells.emplace_back(category_names(instrument_, held.categories), Tone::plain);
      for (const Interval& root : held.roots) cells.emplace_back(page::Range{root});
      if (changes) {
        cells.push_back(row.change() ? Cell(page::Change{*row.change()}) : Cell(page::Unknown{}));
      }
      table.add(std::move(cells));
    }
    Section part = section(tr({"Ranking", "Peringkat"}), Section::Look::sheet);
    part.add({table});
    page_.add({part});
  }

  const Ranking& ranking_;
  const RankGroup& group_;
  const Instrument& instrument_;
  page::Page& page_;
};

}  // namespace

page::Page many_page(const Ranking& ranking, const std::string& command, Language language) {
  page::Page page{language, {}};
  for (const RankGroup& group : ranking.groups) ManyPage(ranking, group, page).write();
  Section rest{Section::Look::rest, {}};
  page::Facts facts;
  facts.items.emplace_back(say(language, {"Made by", "Dibuat dengan"}),
                           fmt::format("spbe-index {}: {}", builtin_version(), command));
  rest.add({facts});
  if (!ranking.without_year.empty()) {
    rest.add({Paragraph{
        fill(say(language, {"{0} institutions have no result of {1}.",
                            "{0} instansi tidak memiliki hasil tahun {1}."}),
             {std::to_string(ranking.without_year.size()), std::to_string(ranking.year)})}});
  }
  page.add({rest});
  return page;
}

std::string many_title(const Ranking& ranking, Language language) {
  std::size_t count = 0;
  for (const RankGroup& group : ranking.groups) count += group.rows.size();
  return fill(say(language, {"{0} {1} · {2} institutions", "{0} {1} · {2} instansi"}),
              {ranking.groups.front().instrument->index_name, std::to_string(ranking.year),
               std::to_string(count)});
}

}  // namespace spbe
