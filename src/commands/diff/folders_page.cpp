#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "commands/diff/folders.hpp"
#include "render/messages.hpp"
#include "render/style.hpp"
#include "render/wording.hpp"

namespace spbe {

namespace {

using page::Cell;
using page::Column;

// How far the index surely or at most moved, for the order of rows.
Ratio reach(const DiffReport& one) {
  if (!one.comparison) return {};
  const Interval& change = one.comparison->index;
  return std::max(change.high, Ratio(0) - change.low);
}

class FoldersPage {
 public:
  FoldersPage(const FolderDiff& diff, Language language) : diff_(diff), language_(language) {
    for (const DiffReport& one : diff_.institutions) {
      if (diff_.all || one.differs() || one.from == nullptr || one.to == nullptr)
        rows_.push_back(&one);
    }
    for (const DiffReport& one : diff_.institutions)
      ++results_[institution_key(newest(one).assessment.institution)];
    std::ranges::stable_sort(
        rows_, [](const DiffReport* a, const DiffReport* b) { return reach(*b) < reach(*a); });
  }

  page::Page write() {
    page_.language = language_;
    page_.heading(diff_.from_name + " → " + diff_.to_name);
    page_.paragraph(summary(), page::Paragraph::Role::summary);
    if (!rows_.empty()) table();
    waivers();
    return std::move(page_);
  }

 private:
  std::string tr(const Words& words) const { return std::string(say(language_, words)); }

  std::string summary() const {
    std::string text = compared();
    text += fill(tr({": {0} rose, {1} fell, {2} the same", ": {0} naik, {1} turun, {2} tetap"}),
                 numbers({diff_.rose, diff_.fell, diff_.same}));
    add(text, diff_.uncertain, {"{0} not certain", "{0} belum pasti"});
    text += ".";
    if (diff_.mean) {
      text += fill(tr({" Mean change {0}.", " Rata-rata perubahan {0}."}),
                   {signed_interval(language_, *diff_.mean, 4)});
    }
    if (diff_.category_rose + diff_.category_fell > 0) {
      text += fill(tr({" The category rose for {0} and fell for {1}.",
                       " Predikat {0} instansi naik, {1} turun."}),
                   numbers({diff_.category_rose, diff_.category_fell}));
    }
    std::string rest;
    count(rest, diff_.appeared, {"only in the second folder", "hanya ada di folder kedua"});
    count(rest, diff_.vanished, {"only in the first folder", "hanya ada di folder pertama"});
    count(rest, diff_.not_comparable,
          {"of two instruments, not comparable",
           "memakai dua instrumen yang tidak dapat dibandingkan"});
    count(rest, diff_.others, {"with changes beside levels", "berubah pada hal selain tingkat"});
    if (!rest.empty()) text += " " + rest.substr(2) + ".";
    return text;
  }

  // "3 institutions compared"; of several years "6 results of 3 institutions compared".
  std::string compared() const {
    const std::size_t count = diff_.compared_institutions;
    const Words institutions = {count == 1 ? "{0} institution" : "{0} institutions",
                                "{0} instansi"};
    const std::string of = fill(tr(institutions), numbers({count}));
    if (count == diff_.compared()) return fill(tr({"{0} compared", "{0} dibandingkan"}), {of});
    return fill(tr({"{0} results of {1} compared", "{0} penilaian dari {1} dibandingkan"}),
                {std::to_string(diff_.compared()), of});
  }

  void add(std::string& text, std::size_t count, const Words& words) const {
    if (count > 0) text += ", " + fill(tr(words), {std::to_string(count)});
  }

  void count(std::string& text, std::size_t of, const Words& words) const {
    if (of > 0) text += ", " + institutions(of) + " " + tr(words);
  }

  std::string institutions(std::size_t of) const {
    const Words words = {of == 1 ? "institution" : "institutions", "instansi"};
    return fmt::format("{} {}", of, tr(words));
  }

  static std::vector<std::string> numbers(std::initializer_list<std::size_t> counts) {
    std::vector<std::string> texts;
    for (const std::size_t count : counts) texts.push_back(std::to_string(count));
    return texts;
  }

  // Years when all rows have the same two.
  std::pair<std::string, std::string> labels() const {
    std::pair<int, int> years{0, 0};
    for (const DiffReport* one : rows_) {
      if (one->from == nullptr || one->to == nullptr) continue;
      const std::pair these{one->from->assessment.year, one->to->assessment.year};
      if (these.first == these.second || (years.first != 0 && years != these))
        return {tr({"old", "lama"}), tr({"new", "baru"})};
      years = these;
    }
    if (years.first == 0) return {tr({"old", "lama"}), tr({"new", "baru"})};
    return {std::to_string(years.first), std::to_string(years.second)};
  }

  void table() {
    const auto [before, after] = labels();
    page::Table table{
        {Column::left(tr({"institution", "instansi"})).yielding(), Column::right(before),
         Column::right(after), Column::right(tr({"index points", "poin indeks"})),
         Column::left(tr({"category", "predikat"})), Column::right(tr({"rose", "naik"})).roomy(),
         Column::right(tr({"fell", "turun"})).roomy(), Column::right(tr({"other", "lainnya"}))}};
    table.name = tr({"Institutions", "Instansi"});
    for (const DiffReport* one : rows_) add_row(table, *one);
    const std::size_t hidden = diff_.institutions.size() - rows_.size();
    if (hidden > 0) {
      table.more = fill(tr({"{0} unchanged (--all)", "{0} tidak berubah (--all)"}),
                        {std::to_string(hidden)});
    }
    page_.add({std::move(table)});
  }

  // Several results of one institution are told apart by what differs.
  std::string name(const DiffReport& one) const {
    const Assessment& assessment = newest(one).assessment;
    const auto results = results_.find(institution_key(assessment.institution));
    if (results == results_.end() || results->second < 2) return assessment.institution;
    std::string text = fmt::format("{} {}", assessment.institution, assessment.year);
    if (assessment.stage != Stage::unsaid) text += fmt::format(" {}", to_string(assessment.stage));
    return text;
  }

  static Cell index(const Evaluation* side) {
    if (side == nullptr) return {page::Value(page::Unknown{}), page::Tone::faint};
    return {page::Range{side->result.index}};
  }

  Cell category(const DiffReport& one) const {
    const auto names = [](const Evaluation& side) {
      return category_names(*side.result.instrument, side.result.categories);
    };
    const std::string after = names(newest(one));
    if (one.from == nullptr) return {tr({"new", "baru"}) + ": " + after, page::Tone::notable};
    if (one.to == nullptr) return {tr({"gone", "hilang"}), page::Tone::notable};
    const std::string before = names(*one.from);
    if (before == after) return {after};
    return {before + " → " + after};
  }

  void add_row(page::Table& table, const DiffReport& one) const {
    std::vector<Cell> cells = {page::institution(name(one)),
                               index(one.from),
                               index(one.to),
                               {},
                               category(one),
                               {},
                               {},
                               {}};
    if (one.comparison) {
      cells[3] = page::Change{one.comparison->index};
      const Tally counts = tally(*one.comparison, one.comparison->parts);
      cells[5] = number(counts.rose.size());
      cells[6] = number(counts.fell.size());
    }
    cells[7] = number(one.others.count());
    table.add(std::move(cells));
  }

  static Cell number(std::size_t count) {
    if (count == 0) return {page::Value(std::string("·")), page::Tone::faint};
    return {page::count(count)};
  }

  void waivers() {
    page::List list;
    list.shape = page::List::Shape::indented;
    for (const DiffReport* one : rows_) {
      if (one->others.waivers.size() == 0) continue;
      OtherChanges only;
      only.waivers = one->others.waivers;
      for (const std::string& line : also_changed(*one, only, language_))
        list.items.push_back({{}, name(*one) + ": " + line});
    }
    if (list.items.empty()) return;
    page_.paragraph(tr({"Waivers:", "Pengecualian:"}));
    page_.add({std::move(list), true});
  }

  const FolderDiff& diff_;
  Language language_;
  std::vector<const DiffReport*> rows_;
  std::map<std::string, std::size_t> results_;  // of each institution
  page::Page page_;
};

}  // namespace

page::Page folders_page(const FolderDiff& diff, Language language) {
  return FoldersPage(diff, language).write();
}

}  // namespace spbe
