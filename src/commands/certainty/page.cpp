#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>

#include "commands/certainty/report.hpp"
#include "render/messages.hpp"
#include "render/style.hpp"
#include "render/wording.hpp"

namespace spbe {

namespace {

using page::Cell;
using page::Column;
using page::Table;
using page::Tone;

constexpr std::size_t kDecidingShown = 10;
constexpr std::int64_t kMostBars = 20;
// What one decimal of a percentage would show as nothing, or as certain.
BigRatio almost_nothing() { return Ratio(1, 2000); }
BigRatio almost_one() { return Ratio(1999, 2000); }

Ratio floor_to(Ratio value, Ratio step) {
  const Ratio times = value / step;
  return Ratio(times.num() / times.den()) * step;
}

// To draw with; the figure beside it is exact.
Ratio drawn(const BigRatio& chance) { return Ratio::parse(chance.fixed(6)).value_or(Ratio()); }

class CertaintyPage {
 public:
  CertaintyPage(const CertaintyReport& report, Language language)
      : report_(report),
        evaluation_(*report.evaluation),
        certainty_(*report.certainty),
        instrument_(*evaluation_.result.instrument),
        page_{language} {}

  page::Page write() {
    const Assessment& assessment = evaluation_.assessment;
    page_.heading(
        fmt::format("{} · {} · {}", assessment.institution, assessment.year, instrument_.name));
    page_.paragraph(summary(), page::Paragraph::Role::summary);
    add_distribution();
    add_deciding();
    add_margin();
    add_learnt();
    page_.heading(tr({"What is assumed", "Anggapan"}), 2);
    page_.paragraph(assumptions());
    if (!certainty_.unknown.empty()) page_.paragraph(unknown(), page::Paragraph::Role::remark);
    page_.remarks(standing(instrument_, assessment.year, page_.language));
    return std::move(page_);
  }

 private:
  std::string tr(const Words& words) const { return std::string(say(page_.language, words)); }
  std::string told(const Words& words, const std::vector<std::string>& args) const {
    return fill(say(page_.language, words), args);
  }

  // "97.3%"; what is neither nothing nor certain is not shown as if it were.
  std::string percent(const BigRatio& chance) const {
    std::string digits;
    if (chance == BigRatio() || chance == BigRatio(1)) {
      digits = chance == BigRatio() ? "0%" : "100%";
    } else if (chance < almost_nothing()) {
      digits = "<0.1%";
    } else if (chance >= almost_one()) {
      digits = ">99.9%";
    } else {
      digits = (chance * BigRatio(100)).fixed(1) + "%";
    }
    return localized(page_.language, digits);
  }
  std::string percent(const Chance& chance) const {
    const std::string low = percent(chance.low);
    const std::string high = percent(chance.high);
    return low == high ? low : low + "–" + high;
  }

  std::string index(const Interval& value) const { return interval_number(page_.language, value); }
  std::string present_categories() const {
    return category_names(instrument_, evaluation_.result.categories);
  }

  std::string wanted() const {
    if (!report_.wanted) {
      return told({"{0} {1} or more", "{0} {1} atau lebih"},
                  {instrument_.index_name, exact_number(page_.language, certainty_.wanted)});
    }
    const std::string& name = instrument_.categories[*report_.wanted].name;
    const bool top = *report_.wanted + 1 == instrument_.categories.size();
    return top ? name : told({"{0} or better", "{0} atau lebih baik"}, {name});
  }

  std::string summary() const {
    const IndexResult& result = evaluation_.result;
    return told({"{0} {1}, {2}. Probability of {3}: {4}. With a probability of 90% the index "
                 "lies between {5} and {6}; its mean is {7}.",
                 "{0} {1}, {2}. Peluang {3}: {4}. Dengan peluang 90% indeks berada di antara {5} "
                 "dan {6}; rata-ratanya {7}."},
                {instrument_.index_name, index(result.index), present_categories(), wanted(),
                 percent(certainty_.reaches), index(Interval::point(certainty_.low.low)),
                 index(Interval::point(certainty_.high.high)), mean()});
  }

  std::string mean() const {
    const std::string low = localized(page_.language, certainty_.expected_low.fixed(2));
    const std::string high = localized(page_.language, certainty_.expected_high.fixed(2));
    return low == high ? low : low + "–" + high;
  }

  std::string assumptions() const {
    using Origin = Belief::Origin;
    std::string text;
    const auto add = [&](Origin origin, const Words& words, std::vector<std::string> args) {
      std::vector<ComponentIndex> indicators;
      for (const Belief& belief : *report_.beliefs) {
        if (belief.origin == origin) indicators.push_back(belief.indicator);
      }
      if (indicators.empty()) return;
      std::string which = named_indicators(instrument_, indicators, page_.language);
      which.front() = 'I';
      args.insert(args.begin(), std::move(which));
      text += told(words, args) + " ";
    };
    const auto part = [&](Ratio chance) {
      return exact_number(page_.language, Ratio(100) * chance) + "%";
    };
    add(Origin::file,
        {"{0}: the file says how sure the level is; what is not sure falls by one level.",
         "{0}: berkas menyebut seberapa pasti tingkatnya; yang tidak pasti turun satu tingkat."},
        {});
    add(Origin::learnt,
        {"{0}: the level moves as it did in {1} pairs of results.",
         "{0} berubah seperti yang tercatat pada {1} pasang hasil."},
        {std::to_string(report_.pairs)});
    add(Origin::assumed,
        {"{0}: the level falls by one with a probability of {1} and rises by one with {2}.",
         "{0} turun satu tingkat dengan peluang {1} dan naik satu tingkat dengan peluang {2}."},
        {part(report_.drift.down), part(report_.drift.up)});
    return text + tr({"Levels stay on their scale; indicators move independently of each other.",
                      "Tingkat tidak keluar dari skalanya; indikator dianggap berubah tanpa saling "
                      "memengaruhi."});
  }

  // As people see an index: with two decimals where these decide the category.
  Ratio seen(Ratio value) const {
    return evaluation_.result.basis == CategoryBasis::shown ? rounded(value, kShownPlaces) : value;
  }

  // The first index from which on no more than one in a thousand is left out at that end.
  Ratio tail(bool low) const {
    const auto& states = certainty_.states;
    BigRatio chance;
    for (std::size_t i = 0; i < states.size(); ++i) {
      const Certainty::State& state = low ? states[i] : states[states.size() - 1 - i];
      chance = chance + state.chance;
      if (chance >= BigRatio(Ratio(1, 1000))) return seen(state.index.low);
    }
    return seen(states.front().index.low);
  }

  Ratio bar_step(Ratio low, Ratio high) const {
    for (const int hundredths : {1, 2, 5, 10}) {  // of a point; bounds of categories are tenths
      if ((high - low) / Ratio(hundredths, 100) <= Ratio(kMostBars)) return Ratio(hundredths, 100);
    }
    return Ratio(1, 5);
  }

  // Bars of equal width, in the bands of the categories. Where levels are missing, of the least
  // that the index can be.
  void add_distribution() {
    const Ratio low = tail(true);
    const Ratio high = tail(false);
    const Ratio step = bar_step(low, high);
    std::map<std::pair<std::size_t, Ratio>, BigRatio> bars;
    for (const Certainty::State& state : certainty_.states) {
      const Ratio at = seen(state.index.low);
      if (at < low || at > high) continue;
      const std::size_t category =
          instrument_.category_of(state.index.low, evaluation_.result.basis);
      BigRatio& bar = bars[{category, floor_to(at, step)}];
      bar = bar + state.chance;
    }
    BigRatio most;
    for (const auto& [place, chance] : bars) most = std::max(most, chance);
    Table table;
    table.name = tr({"Probabilities", "Peluang"});
    table.columns = {Column::left(tr({"category and index", "predikat dan indeks"})),
                     Column::right(tr({"probability", "peluang"})), Column::left().bars(40, 3),
                     Column::left()};
    for (std::size_t c = instrument_.categories.size(); c-- > 0;) {
      table.add(
          {page::predikat(instrument_, {c}), Cell(percent(certainty_.categories[c]), Tone::strong)},
          0, page::Row::Role::group);
      for (auto bar = bars.rbegin(); bar != bars.rend(); ++bar) {
        if (bar->first.first == c) add_bar(table, bar->first, step, bar->second, most);
      }
    }
    page_.add({std::move(table)});
  }

  void add_bar(Table& table, const std::pair<std::size_t, Ratio>& place, Ratio step,
               const BigRatio& chance, const BigRatio& most) const {
    const auto& [category, from] = place;
    const auto now = shown_value(evaluation_.result.index, 6);
    const bool here = now && floor_to(seen(evaluation_.result.index.low), step) == from &&
                      evaluation_.result.categories.front() == category;
    const Cell level = page::predikat(instrument_, {category});
    const Ratio size = drawn(chance);
    Cell blocks;
    if (size > Ratio(0)) blocks = Cell(page::Bar{size, drawn(most)}, level.tone);
    const std::string until =
        evaluation_.result.basis == CategoryBasis::shown && step == Ratio(1, 100)
            ? std::string()
            : "–" + number(page_.language, evaluation_.result.basis == CategoryBasis::shown
                                               ? from + step - Ratio(1, 100)
                                               : from + step);
    table.add({number(page_.language, from) + until, percent(chance), std::move(blocks),
               Cell(here ? tr({"◂ now", "◂ kini"}) : std::string(), Tone::strong)},
              1);
  }

  Cell indicator(ComponentIndex i) const {
    return page::named(instrument_.at(i), Tone::plain, report_.names);
  }

  void add_deciding() {
    // Where it is all but certain there is nothing to decide.
    if (certainty_.deciding.empty() || certainty_.reaches.low >= almost_one() ||
        certainty_.reaches.high < almost_nothing()) {
      return;
    }
    page_.heading(tr({"What decides most", "Yang paling menentukan"}), 2);
    page_.paragraph(
        told({"If one indicator alone surely kept its level, {0} would have this probability:",
              "Bila satu indikator saja pasti bertahan di tingkatnya, peluang {0} menjadi:"},
             {wanted()}));
    Table table;
    table.name = tr({"Deciding", "Penentu"});
    table.columns = {Column::left(tr({"indicator", "indikator"})).yielding(),
                     Column::right(tr({"level", "tingkat"})),
                     Column::right(tr({"probability", "peluang"})),
                     Column::right(tr({"change", "perubahan"}))};
    const std::size_t shown = std::min(kDecidingShown, certainty_.deciding.size());
    for (std::size_t i = 0; i < shown; ++i) {
      const Certainty::Deciding& deciding = certainty_.deciding[i];
      const std::string digits = (deciding.gain * BigRatio(100)).fixed(2);
      const bool rises = deciding.gain > BigRatio();
      const bool falls = deciding.gain < BigRatio();
      table.add({indicator(deciding.indicator),
                 page::Number{evaluation_.assessment.score(deciding.indicator).level},
                 percent(deciding.reaches),
                 rises || falls ? Cell((rises ? "+" : "") + localized(page_.language, digits),
                                       rises ? Tone::good : Tone::bad)
                                : Cell(std::string("·"), Tone::faint)});
    }
    if (shown < certainty_.deciding.size()) {
      table.more = told({"{0} more", "{0} indikator lagi"},
                        {std::to_string(certainty_.deciding.size() - shown)});
    }
    page_.add({std::move(table)});
  }

  void add_margin() {
    if (evaluation_.result.categories.back() == 0) return;  // nothing is below
    page_.heading(tr({"How near the category is to being lost", "Batas aman predikat"}), 2);
    if (const std::string parts = parts_without_levels(); !parts.empty()) {
      page_.paragraph(told({"Only levels that are known are counted here; those below {0} may fall "
                            "as well.",
                            "Di sini hanya tingkat yang diketahui yang dihitung; tingkat di bawah "
                            "{0} dapat turun juga."},
                           {parts}));
    }
    const auto& margin = certainty_.margin;
    const IndexResult& result = evaluation_.result;
    if (!margin) {
      const Words words =
          result.categories.size() > 1
              ? Words{"The category is not certain now: {0}.", "Predikat kini belum pasti: {0}."}
              : Words{"{0} cannot be lost by levels that each fall by one.",
                      "Predikat {0} tidak hilang sekalipun setiap tingkat turun satu."};
      page_.paragraph(told(words, {present_categories()}));
      return;
    }
    std::vector<ComponentIndex> sorted = margin->indicators;
    std::ranges::sort(sorted);
    const Words words =
        margin->falls == 1
            ? Words{"One indicator is enough: {2} one level lower makes the index {3}, no longer "
                    "{0}.",
                    "Satu indikator sudah cukup: bila indikator {2} turun satu tingkat, indeks menjadi {3}, "
                    "bukan lagi {0}."}
            : Words{"{0} is lost when {1} indicators fall by one level each, not fewer: for "
                    "example {2}, which makes the index {3}.",
                    "Predikat {0} baru hilang bila sedikitnya {1} indikator turun satu tingkat, "
                    "misalnya indikator {2}, sehingga indeks menjadi {3}."};
    page_.paragraph(told(
        words, {present_categories(), std::to_string(margin->falls),
                indicator_list(instrument_, sorted), exact_number(page_.language, margin->index)}));
    if (margin->alone.size() < 2) return;
    std::vector<ComponentIndex> alone = margin->alone;
    std::ranges::sort(alone);
    page_.paragraph(told({"Each of these is enough by itself: {0}.",
                          "Masing-masing indikator ini sudah cukup: {0}."},
                         {indicator_list(instrument_, alone)}));
  }

  void add_learnt() {
    if (report_.learnt.empty()) return;
    page_.heading(tr({"What later stages changed", "Yang diubah pada tahap berikutnya"}), 2);
    Table table;
    table.name = tr({"Stages", "Tahap"});
    table.columns = {Column::left(tr({"indicator", "indikator"})).yielding(),
                     Column::right(tr({"pairs", "pasang"})),
                     Column::right(tr({"lowered", "diturunkan"})),
                     Column::right(tr({"raised", "dinaikkan"}))};
    std::vector<ComponentIndex> same;
    for (const ComponentIndex i : instrument_.indicators) {
      const StageMoves& moves = report_.learnt[i];
      if (moves.lowered + moves.raised > 0) {
        table.add({indicator(i), page::count(moves.seen), page::count(moves.lowered),
                   page::count(moves.raised)});
      } else if (moves.seen > 0) {
        same.push_back(i);
      }
    }
    if (!table.rows.empty()) page_.add({std::move(table)});
    if (!same.empty()) {
      page_.paragraph(told({"Never changed: {0}.", "Tidak pernah diubah: {0}."},
                           {indicator_list(instrument_, same)}));
    }
  }

  // Domains and aspects of which only a published value is known: "D2, A7".
  std::string parts_without_levels() const {
    std::string list;
    for (const ComponentIndex i : certainty_.unknown) {
      if (!instrument_.at(i).is_indicator()) {
        list += (list.empty() ? "" : ", ") + instrument_.at(i).id;
      }
    }
    return list;
  }

  std::string unknown() const {
    std::vector<ComponentIndex> indicators;
    std::string list = parts_without_levels();
    std::ranges::copy_if(certainty_.unknown, std::back_inserter(indicators),
                         [&](ComponentIndex i) { return instrument_.at(i).is_indicator(); });
    if (!indicators.empty()) {
      list += (list.empty() ? "" : ", ") + indicator_list(instrument_, indicators);
    }
    const bool known = certainty_.states.front().index.exact();
    return told(known ? Words{"The file has no levels of {0}; their published values are taken as "
                              "sure.",
                              "Berkas tidak memuat tingkat {0}; nilai terpublikasinya dianggap "
                              "pasti."}
                      : Words{"No levels are known of {0}. They may be any that the file leaves "
                              "open, so probabilities are ranges, and the bars show the least that "
                              "the index can be.",
                              "Tingkat indikator {0} tidak diketahui dan dapat bernilai berapa pun "
                              "yang dimungkinkan berkas, sehingga peluang ditulis sebagai rentang "
                              "dan batang menunjukkan indeks terendah."},
                {list});
  }

  const CertaintyReport& report_;
  const Evaluation& evaluation_;
  const Certainty& certainty_;
  const Instrument& instrument_;
  page::Page page_;
};

}  // namespace

page::Page certainty_page(const CertaintyReport& report, Language language) {
  return CertaintyPage(report, language).write();
}

}  // namespace spbe
