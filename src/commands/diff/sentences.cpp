#include <fmt/format.h>

#include <algorithm>

#include "commands/diff/view.hpp"
#include "render/messages.hpp"
#include "render/style.hpp"
#include "render/unit_words.hpp"
#include "render/wording.hpp"

namespace spbe {

namespace {

// Where all of `parts` lie, when that is one domain (or other root) and not themselves.
std::optional<ComponentIndex> common_root(const Instrument& instrument,
                                          const std::vector<ComponentIndex>& parts) {
  const ComponentIndex root = root_of(instrument, parts.front());
  const bool all = std::ranges::all_of(
      parts, [&](ComponentIndex i) { return i != root && root_of(instrument, i) == root; });
  return all ? std::optional(root) : std::nullopt;
}

}  // namespace

std::string DiffView::categories(const IndexResult& result) const {
  return category_names(*result.instrument, result.categories);
}

std::string DiffView::one_sided() const {
  const IndexResult& result = newest().result;
  const Words words = report_.from == nullptr
                          ? Words{"New: {0} {1}, {2}.", "Baru: {0} {1}, {2}."}
                          : Words{"Removed: {0} was {1}, {2}.", "Dihapus: {0} semula {1}, {2}."};
  return fill(tr(words), {instrument().index_name, interval_number(language_, result.index),
                          categories(result)});
}

std::string DiffView::summary() const {
  if (report_.from == nullptr || report_.to == nullptr) return one_sided();
  if (!comparable()) {
    return fill(tr({"{0} and {1} are different instruments: their components, weights and scales "
                    "differ, so the two results cannot be compared.",
                    "{0} dan {1} adalah instrumen yang berbeda: komponen, bobot, dan skalanya "
                    "tidak sama, jadi kedua hasil tidak dapat dibandingkan."}),
                {report_.from->result.instrument->name, instrument().name});
  }
  std::string text = index_sentence() + "; " + count_sentence() + ".";
  const std::string distance = distance_to_next(report_.to->result, language_);
  if (!distance.empty()) {
    text += fill(tr(report_.imagined ? Words{" Then {0}.", " Nanti {0}."}
                                     : Words{" Now {0}.", " Kini {0}."}),
                 {distance});
  }
  return text;
}

std::string DiffView::index_sentence() const {
  const IndexResult& from = report_.from->result;
  const IndexResult& to = report_.to->result;
  const Interval& change = comparison_->index;
  std::string before = interval_number(language_, from.index);
  std::string after = interval_number(language_, to.index);
  const std::string name = instrument().index_name;
  const std::string category_before = categories(from);
  const std::string category_after = categories(to);
  const bool certain = from.categories.size() == 1 && to.categories.size() == 1;
  const Words categories_in_words = category_before != category_after
                                        ? Words{"{0} to {1}", "{0} menjadi {1}"}
                                    : certain ? Words{"still {1}", "tetap {1}"}
                                              : Words{"{1} in both", "{1} pada keduanya"};
  const std::string category = fill(tr(categories_in_words), {category_before, category_after});
  if (change == Interval{}) {
    return fill(tr({"{0} {1} as before, {2}", "{0} tetap {1}, {2}"}), {name, after, category});
  }
  if (before == after) {
    before = page::shown(from_index(), language_);
    after = page::shown(to_index(), language_);
  }
  const std::string by =
      change.exact() ? (change.low > Ratio(0) ? "+" : "") + exact_number(language_, change.low)
                     : fill(tr({"between {0} and {1}", "antara {0} dan {1}"}),
                            {signed_number(language_, change.low, places_),
                             signed_number(language_, change.high, places_)});
  return fill(tr({"{0} {1} to {2} ({3}), {4}", "{0} {1} menjadi {2} ({3}), {4}"}),
              {name, before, after, by, category});
}

std::string DiffView::counted(const std::vector<ComponentIndex>& parts, const Words& noun,
                              const Words& words) const {
  std::string text = fmt::format("{} {}{}", parts.size(), tr(noun), tr(words));
  const auto root = common_root(instrument(), parts);
  if (!root) return text;
  const std::string where = instrument().at(*root).name;
  const Words in = parts.size() == 1   ? Words{" (in {0})", " (di {0})"}
                   : parts.size() == 2 ? Words{" (both in {0})", " (keduanya di {0})"}
                                       : Words{" (all {1} in {0})", " (semuanya di {0})"};
  return text + fill(tr(in), {where, std::to_string(parts.size())});
}

std::string DiffView::count_sentence() const {
  std::vector<std::string> counts;
  // The first of them says what is counted.
  const auto count = [&](const std::vector<ComponentIndex>& parts, const Words& words) {
    if (parts.empty()) return;
    const bool one = parts.size() == 1;
    const bool published = std::ranges::none_of(
        parts, [&](ComponentIndex i) { return instrument().at(i).is_indicator(); });
    const Words noun =
        !counts.empty() ? Words{"", ""}
        : published ? Words{one ? "published value " : "published values ", "nilai terpublikasi "}
                    : Words{one ? "indicator " : "indicators ", "indikator "};
    counts.push_back(counted(parts, noun, words));
  };
  count(tally_.rose, {"rose", "naik"});
  count(tally_.fell, {"fell", "turun"});
  count(tally_.appeared, {"newly filled", "baru diisi"});
  count(tally_.vanished, {"not filled", "belum diisi"});
  count(tally_.uncertain, {"not certain", "belum pasti"});
  if (counts.empty()) {
    return std::string(tr(report_.differs()
                              ? Words{"no level changed", "tidak ada tingkat yang berubah"}
                              : Words{"nothing changed", "tidak ada yang berubah"}));
  }
  std::string text;
  for (const std::string& part : counts) text += (text.empty() ? "" : ", ") + part;
  return text;
}

std::string DiffView::by_root() const {
  std::string text;
  std::size_t count = 0;
  const auto kind = instrument().at(instrument().roots.front()).kind;
  for (const ChangeGroup& row : group_by_component(*comparison_, instrument(), kind)) {
    if (!row.differs) continue;
    ++count;
    if (!text.empty()) text += "; ";
    text += instrument().at(row.component).name + " " + digits(row.contribution);
  }
  // One alone is the whole change.
  if (count < 2) return {};
  const bool aspects = kind == ComponentKind::aspect;
  return fill(tr(aspects ? Words{"By aspect: {0}.", "Per aspek: {0}."}
                         : Words{"By domain: {0}.", "Per domain: {0}."}),
              {text});
}

std::vector<std::string> DiffView::lists() const {
  std::vector<std::string> lines;
  const auto add = [&](const std::vector<ComponentIndex>& parts, const Words& words) {
    if (parts.empty()) return;
    lines.push_back(fmt::format("{} ({}): {}", tr(words), parts.size(), list(parts)));
  };
  add(tally_.rose, {"Rose", "Naik"});
  add(tally_.fell, {"Fell", "Turun"});
  add(tally_.appeared, {"Newly filled", "Baru diisi"});
  add(tally_.vanished, {"Not filled", "Belum diisi"});
  add(tally_.uncertain, {"Not certain", "Belum pasti"});
  if (report_.all) add(tally_.same, {"Same", "Tetap"});
  return lines;
}

void DiffView::remark_on_change(std::vector<std::string>& lines) const {
  const Interval& change = comparison_->index;
  if (!change.exact()) {
    std::string line =
        fill(tr({"Not everything is exactly known: a range such as {0} means somewhere in between.",
                 "Tidak semuanya diketahui pasti: rentang seperti {0} berarti nilainya di antara "
                 "kedua ujung itu."}),
             {digits(change)});
    if (change.low < Ratio(0) && change.high > Ratio(0)) {
      line +=
          tr({" The index may have risen or fallen.", " Indeks mungkin naik, mungkin juga turun."});
    }
    lines.push_back(std::move(line));
  }
  std::vector<ComponentIndex> published;
  bool endless = false;
  for (const ComponentIndex i : comparison_->parts) {
    if (!instrument().at(i).is_indicator()) published.push_back(i);
    const Interval& points = comparison_->changes[i].contribution;
    endless = endless || !terminating(points.low) || !terminating(points.high);
  }
  if (!published.empty()) {
    lines.push_back(fill(tr({"Of {0} only a published value is known on one side or both, so what "
                             "lies below is not compared.",
                             "Untuk {0} hanya nilai terpublikasi yang diketahui di salah satu atau "
                             "kedua sisi, jadi indikatornya tidak dibandingkan."}),
                         {list(published)}));
  }
  if (endless) {
    lines.emplace_back(
        tr({"Some points have endless decimals (weights such as 20/6 percent) and are shown with "
            "six; the sum is exact before rounding.",
            "Desimal sebagian poin tidak berakhir (bobot seperti 20/6 persen) dan ditampilkan enam "
            "angka; jumlahnya dihitung eksak sebelum dibulatkan."}));
  }
  const int from = report_.from->assessment.year;
  const int to = report_.to->assessment.year;
  if (from > to) {
    lines.push_back(
        fill(tr({"The first assessment ({0}) is later than the second ({1}).",
                 "Penilaian pertama (tahun {0}) lebih baru daripada yang kedua (tahun {1})."}),
             {std::to_string(from), std::to_string(to)}));
  }
}

void DiffView::remark_on_grouping(std::vector<std::string>& lines) const {
  const bool tiers = std::ranges::any_of(
      instrument().components, [](const Component& c) { return c.kind == ComponentKind::domain; });
  if (report_.by == Grouping::domain && !tiers) {
    lines.push_back(fill(tr({"{0} has no domains; its aspects are shown.",
                             "{0} tidak memiliki domain; yang ditampilkan aspeknya."}),
                         {instrument().name}));
  }
  if (report_.by != Grouping::unit) return;
  if (rows_.empty()) return;
  const bool named =
      std::ranges::any_of(rows_, [](const ChangeGroup& row) { return !row.units.empty(); });
  if (!named) {
    lines.push_back(of_units(
        newest().assessment,
        tr({"Neither assessment names a unit (unit: ...) for what changed.",
            "Kedua penilaian tidak menyebut perangkat daerah (unit: ...) untuk yang berubah."})));
    return;
  }
  lines.push_back(of_units(
      newest().assessment,
      tr({"A unit is the one named in the second assessment, else in the first. What several units "
          "share counts once, in a row of its own.",
          "Perangkat daerah menurut penilaian kedua, atau menurut yang pertama bila tidak disebut "
          "di situ. Indikator yang dipegang bersama dihitung sekali, pada barisnya sendiri."})));
}

bool DiffView::only_texts_differ() const {
  if (report_.from == nullptr || report_.to == nullptr || report_.differs()) return false;
  const Assessment& from = report_.from->assessment;
  const Assessment& to = report_.to->assessment;
  if (subject_of(from, to) == Subject::different) return false;
  // Of one of several documents the text is not known apart.
  if (from.document != 0 || to.document != 0) return false;
  return from.source->text != to.source->text;
}

void DiffView::remark_on_sides(std::vector<std::string>& lines) const {
  const auto of = [&](const Evaluation* side) {
    return side == nullptr ? std::vector<std::string>() : spbe::remarks(*side, language_);
  };
  const std::vector<std::string> before = of(report_.from);
  const std::vector<std::string> after = of(report_.to);
  const bool both = report_.from != nullptr && report_.to != nullptr;
  for (const std::string& line : before) {
    if (std::ranges::find(after, line) != after.end()) continue;
    lines.push_back(both ? fmt::format("{}: {}", labels_.first, line) : line);
  }
  for (const std::string& line : after) {
    const bool shared = !both || std::ranges::find(before, line) != before.end();
    lines.push_back(shared ? line : fmt::format("{}: {}", labels_.second, line));
  }
}

std::vector<std::string> DiffView::remarks() const {
  std::vector<std::string> lines;
  if (comparable()) {
    remark_on_change(lines);
    remark_on_grouping(lines);
  }
  if (only_texts_differ()) {
    lines.emplace_back(tr({"The texts differ only in comments or layout.",
                           "Teksnya hanya berbeda pada komentar atau tata letak."}));
  }
  remark_on_sides(lines);
  return lines;
}

}  // namespace spbe
