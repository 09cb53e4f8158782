#include <fmt/format.h>

#include <algorithm>

#include "commands/report/sections.hpp"
#include "render/messages.hpp"
#include "render/unit_words.hpp"
#include "render/wording.hpp"
#include "spbe/analysis/change_groups.hpp"

namespace spbe {

namespace {

using page::Paragraph;

std::string stage_words(const Teller& teller) {
  const Stage stage = teller.assessment().stage;
  if (stage == Stage::verified) return teller.tr({"verified result", "hasil terverifikasi"});
  if (stage == Stage::final) return teller.tr({"final result", "hasil akhir"});
  if (stage != Stage::unsaid) return std::string(stage_name(stage, teller.language()));
  return teller.tr({"stage not given", "tahap penilaian tidak disebut"});
}

std::string list_of_changes(const Teller& teller, const std::vector<ChangeGroup>& groups,
                            bool rises) {
  constexpr std::size_t kMost = 3;
  std::vector<std::string> parts;
  for (const ChangeGroup& group : groups) {
    const bool rose = group.contribution.low > Ratio(0);
    const bool fell = group.contribution.high < Ratio(0);
    if (!(rises ? rose : fell) || parts.size() == kMost) continue;
    parts.push_back(
        fmt::format("{} ({})", teller.name(group.component), teller.points(group.contribution)));
  }
  return teller.items(parts);
}

class SummaryText {
 public:
  explicit SummaryText(const Teller& teller) : t_(teller) {}

  std::vector<std::string> sentences() const {
    std::vector<std::string> all = {result(),   change(),   place(),   profile(), distance(),
                                    barriers(), replaced(), targets(), plan()};
    std::erase(all, std::string());
    return all;
  }

 private:
  std::string result() const {
    const IndexResult& result = t_.result();
    const std::string year = std::to_string(t_.report().year());
    if (result.exact()) {
      return t_.put(
          {"In {0} the {1} of {2} is {3}, predikat {4}; exactly it is {5}.",
           "Nilai {1} {2} tahun {0} adalah {3} dengan predikat {4}; nilai eksaknya {5}."},
          {year, t_.instrument().index_name, t_.assessment().institution, t_.shown(result.index),
           t_.predikat(*t_.report().current), t_.exact(result.index.low)});
    }
    return t_.put({"In {0} the {1} of {2} is not known exactly: it lies at {3}, predikat {4}.",
                   "Nilai {1} {2} tahun {0} belum pasti: {3}, dengan predikat {4}."},
                  {year, t_.instrument().index_name, t_.assessment().institution,
                   t_.shown(result.index), t_.predikat(*t_.report().current)});
  }

  std::string change() const {
    const Evaluation* before = t_.report().previous;
    if (before == nullptr) return {};
    const Interval& by = t_.report().change->index;
    const std::vector<std::string> args = {Teller::year(*before), t_.shown(before->result.index),
                                           t_.predikat(*before), amount(by)};
    std::string text;
    if (by.low > Ratio(0)) {
      text = t_.put({"Against {0} ({1}, {2}) it rose by {3} points.",
                     "Dibandingkan dengan tahun {0} ({1}, {2}), nilai tersebut naik {3} poin."},
                    args);
    } else if (by.high < Ratio(0)) {
      text = t_.put({"Against {0} ({1}, {2}) it fell by {3} points.",
                     "Dibandingkan dengan tahun {0} ({1}, {2}), nilai tersebut turun {3} poin."},
                    args);
    } else if (by == Interval{}) {
      text = t_.put({"It is the same as in {0} ({1}, {2}).",
                     "Nilai tersebut tetap seperti tahun {0} ({1}, {2})."},
                    args);
    } else {
      text = t_.put({"Against {0} ({1}, {2}) the change lies at {3} points.",
                     "Dibandingkan dengan tahun {0} ({1}, {2}), perubahannya {3} poin."},
                    args);
    }
    const auto groups =
        group_by_component(*t_.report().change, t_.instrument(), ComponentKind::aspect);
    const std::string rose = list_of_changes(t_, groups, true);
    const std::string fell = list_of_changes(t_, groups, false);
    if (!rose.empty()) {
      text += t_.put({" The largest rises, in index points: {0}.",
                      " Kenaikan terbesar, dalam poin indeks: {0}."},
                     {rose});
    }
    if (!fell.empty()) {
      text += t_.put({" What fell: {0}.", " Penurunan: {0}."}, {fell});
    }
    return text;
  }

  // Among the others of its kind.
  std::string place() const {
    if (!t_.report().peers || t_.report().peers->groups.front().place.of < 2) return {};
    const PeerGroup& group = t_.report().peers->groups.front();
    const bool all = group.kind == InstitutionKind::unsaid;
    return t_.put({"Among {0} {1} it ranks {2}.", "Di antara {0} {1}, peringkatnya {2}."},
                  {std::to_string(group.place.of),
                   all ? t_.tr({"institutions", "instansi"}) : std::string(to_string(group.kind)),
                   group.best != group.worst && !t_.result().exact()
                       ? fmt::format("{}–{}", group.best, group.worst)
                       : std::to_string(group.place.rank)});
  }

  std::string targets() const {
    const auto& targets = t_.report().targets;
    if (!targets || targets->units.empty()) return {};
    return t_.put({"If every target for {0} is kept, the index becomes {1}, predikat {2}.",
                   "Bila semua target tahun {0} tercapai, indeks menjadi {1} dengan predikat {2}."},
                  {std::to_string(target_year(t_.assessment())),
                   t_.shown(targets->then.result.index), t_.predikat(targets->then)});
  }

  // Before what is said of a year in which another instrument counts.
  std::string replaced() const {
    int year = 0;
    if (!targets().empty()) year = target_year(t_.assessment());
    if (!plan().empty()) year = std::max(year, t_.report().planned.last_year());
    return superseded_remark(t_.instrument(), year, t_.language());
  }

  // Without a sign where the sentence says the direction.
  std::string amount(const Interval& by) const {
    if (by.exact()) return t_.exact(abs(by.low));
    if (by.low > Ratio(0)) return t_.shown(by);
    if (by.high < Ratio(0)) return t_.shown({-by.high, -by.low});
    return t_.points(by);
  }

  std::string profile() const {
    std::size_t strong = 0;
    std::size_t weak = 0;
    std::size_t known = 0;
    for (const ComponentIndex i : t_.instrument().indicators) {
      const auto level = t_.level(*t_.report().current, i);
      if (!level) continue;
      ++known;
      if (*level >= Ratio(4)) ++strong;
      if (*level <= Ratio(2)) ++weak;
    }
    if (known == 0) return extremes();
    const std::string text = t_.put(
        {"Of the {0} indicators that have a level, {1} stand at level 4 or above (strengths) and "
         "{2} "
         "at level 2 or below (weaknesses).",
         "Dari {0} indikator yang sudah bernilai, {1} berada di tingkat 4 ke atas (kekuatan) dan "
         "{2} di tingkat 2 ke bawah (kelemahan)."},
        {std::to_string(known), std::to_string(strong), std::to_string(weak)});
    const std::string more = extremes();
    return more.empty() ? text : text + " " + more;
  }

  // The aspects of one value, which is the highest or the lowest of all.
  std::string aspects_at(Ratio value) const {
    std::vector<std::string> names;
    for (const ComponentIndex aspect : t_.aspects()) {
      if (t_.result().components[aspect].value.low == value) names.push_back(t_.name(aspect));
    }
    return t_.items(names) + " (" + t_.shown(Interval::point(value)) + ")";
  }

  // Only where every aspect is known exactly can one be called the highest.
  std::string extremes() const {
    const auto& components = t_.result().components;
    if (t_.aspects().empty()) return {};
    Ratio lowest = t_.instrument().highest_index();
    Ratio highest = t_.instrument().lowest_index();
    for (const ComponentIndex aspect : t_.aspects()) {
      const ComponentResult& of = components[aspect];
      if (!of.known() || !of.value.exact()) return {};
      lowest = min(lowest, of.value.low);
      highest = max(highest, of.value.low);
    }
    if (lowest == highest) return {};
    return t_.put({"The highest aspect is {0}, the lowest {1}.",
                   "Aspek dengan nilai tertinggi adalah {0}, sedangkan yang terendah {1}."},
                  {aspects_at(highest), aspects_at(lowest)});
  }

  std::string distance() const {
    const bool certain = t_.result().categories.size() == 1;
    if (!certain) {
      return t_.put({"It is {0}.", "Masih {0}."}, {distance_to_next(t_.result(), t_.language())});
    }
    if (!t_.result().next) return {};
    const Category& next = t_.instrument().categories[t_.result().next->category];
    const Interval& by = t_.result().next->short_by;
    std::string amount = t_.exact(by.low);
    if (!by.exact()) amount += t_.tr({" to ", " sampai "}) + t_.exact(by.high);
    return t_.put({"It is {0} points short of the predikat {1} ({2}).",
                   "Untuk mencapai predikat {1} ({2}) masih diperlukan {0} poin."},
                  {amount, next.name, number(t_.language(), next.from)});
  }

  std::string barriers() const {
    Ratio lowest = t_.instrument().highest_index();
    std::size_t count = 0;
    for (const Barrier& barrier : t_.report().barriers) {
      if (barrier.obstacle == kNoObstacle || barrier.holds.empty()) continue;
      ++count;
      lowest = min(lowest, barrier.ceiling);
    }
    if (count == 0) return {};
    const BarrierView view = t_.barrier_view();
    const std::string text =
        t_.put(count == 1 ? Words{"{0} obstacle keeps indicators from rising",
                                  "Terdapat {0} kendala yang menahan indikator"}
                          : Words{"{0} obstacles keep indicators from rising",
                                  "Terdapat {0} kendala yang menahan indikator"},
               {std::to_string(count)});
    if (!view.target) return text + ".";
    const Words effect =
        lowest < *view.target
            ? Words{"; while the heaviest stands, {0} is out of reach: the index can be {1} at "
                    "most.",
                    "; selama yang terberat masih ada, {0} tidak dapat dicapai: indeks paling "
                    "tinggi {1}."}
        : view.missed
            ? Words{"; without other limits {0} could still be reached.",
                    "; tanpa batasan lain, {0} masih dapat dicapai."}
            : Words{"; {0} can be reached all the same.", "; {0} tetap dapat dicapai."};
    return text + t_.put(effect, {view.goal, t_.exact(lowest)});
  }

  std::string plan() const {
    const InstitutionReport& report = t_.report();
    if (!report.plan || !report.plan->reached || report.plan->steps.empty()) return {};
    std::vector<std::string> units;
    for (const Step& step : report.plan->steps) {
      for (const std::string& unit : step_units(t_.assessment(), step)) {
        if (std::ranges::find(units, unit) == units.end()) units.push_back(unit);
      }
    }
    const std::string goal =
        report.planned.category
            ? t_.put({"The predikat {0}", "Predikat {0}"},
                     {t_.instrument().categories[*report.planned.category].name})
            : t_.put({"An index of {0}", "Indeks {0}"}, {t_.exact(*report.request.target)});
    std::string text =
        t_.put({"{0} can be reached in {1} in {2} steps, with the least effort",
                "{0} dapat dicapai pada tahun {1} melalui {2} langkah dengan upaya terkecil"},
               {goal, std::to_string(report.planned.last_year()),
                std::to_string(report.plan->steps.size())});
    if (!units.empty()) {
      text +=
          fill(of_units(t_.assessment(), t_.tr({", by {0} units", " oleh {0} perangkat daerah"})),
               {std::to_string(units.size())});
    }
    return text + ".";
  }

  const Teller& t_;
};

}  // namespace

void add_title(page::Page& page, const Teller& teller) {
  const Assessment& assessment = teller.assessment();
  page::Section hero{page::Section::Look::hero, {}};
  hero.add(
      {Paragraph{teller.put({"Report on the {0}", "Laporan {0}"}, {teller.instrument().index_name}),
                 Paragraph::Role::summary}});
  hero.add({page::Heading{1, assessment.institution}});
  hero.add({Paragraph{
      fmt::format("{} · {} · {}", assessment.year, teller.instrument().name, stage_words(teller)),
      Paragraph::Role::remark}});
  if (assessment.stage != Stage::final) {
    hero.add({Paragraph{
        teller.tr({"A simulation, not an official result.", "Simulasi, bukan hasil resmi."}),
        Paragraph::Role::caution}});
  }
  const IndexResult& result = teller.result();
  page::Headline headline;
  headline.name = teller.instrument().index_name;
  headline.index = page::Range{result.index};
  headline.predikat = page::predikat(teller.instrument(), result.categories);
  if (teller.report().previous != nullptr) {
    const Evaluation& before = *teller.report().previous;
    headline.change = page::Change{teller.report().change->index};
    headline.before = teller.put(
        {"from {0} {1} ({2})", "dari {0} {1} ({2})"},
        {teller.shown(before.result.index), teller.predikat(before), Teller::year(before)});
  }
  headline.distance = distance_to_next(result, teller.language());
  hero.add({headline});
  if (const auto chart = scale_chart(teller)) hero.add({picture(*chart)});
  page.add({hero});
}

void add_summary(page::Page& page, const Teller& teller) {
  page::Section part = section(teller.tr({"Executive summary", "Ringkasan Eksekutif"}));
  page::Section story{page::Section::Look::story, {}};
  for (const std::string& sentence : SummaryText(teller).sentences()) {
    story.add({Paragraph{sentence}});
  }
  part.add({story});
  page.add({part});
}

}  // namespace spbe
