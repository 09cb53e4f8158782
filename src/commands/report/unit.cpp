#include <fmt/format.h>

#include <algorithm>

#include "commands/report/sections.hpp"
#include "render/barriers.hpp"
#include "render/messages.hpp"
#include "render/unit_words.hpp"
#include "render/wording.hpp"
#include "spbe/model/evidence.hpp"
#include "spbe/model/institution_name.hpp"

namespace spbe {

namespace {

using page::Cell;
using page::Column;
using page::Paragraph;
using page::Row;
using page::Section;
using page::Tone;

bool holds_unit(const std::vector<std::string>& units, const std::string& wanted) {
  return std::ranges::any_of(units,
                             [&](const std::string& unit) { return same_name(unit, wanted); });
}

// The sheet that one unit is handed.
class UnitSheet {
 public:
  UnitSheet(const Teller& teller, page::Page& page)
      : t_(teller), page_(page), guide_(evidence_of(teller.instrument())) {
    for (const ComponentIndex i : t_.instrument().indicators) {
      const Details* details = t_.assessment().details_of(i);
      if (details != nullptr && holds_unit(details->units, t_.report().unit)) {
        indicators_.push_back(i);
      }
    }
  }

  void write() {
    title();
    overview();
    next_steps();
    obstacles();
    add_origin(page_, t_);
  }

 private:
  std::optional<Ratio> aim(ComponentIndex i) const {
    if (!t_.report().aim) return std::nullopt;
    return t_.level(*t_.report().aim, i);
  }

  // Index points from the present level to the one aimed at.
  Ratio gain(ComponentIndex i) const {
    const auto now = t_.level(*t_.report().current, i);
    const auto to = aim(i);
    if (!now || !to || *to <= *now) return {};
    return (*to - *now) * t_.instrument().at(i).worth;
  }

  void title() {
    Section hero{Section::Look::hero, {}};
    hero.add({Paragraph{
        fill(of_units(t_.assessment(),
                      t_.tr({"Sheet of a unit · {0} {1}", "Lembar perangkat daerah · {0} {1}"})),
             {t_.instrument().index_name, std::to_string(t_.report().year())}),
        Paragraph::Role::summary}});
    hero.add({page::Heading{1, t_.report().unit}});
    hero.add({Paragraph{t_.assessment().institution, Paragraph::Role::remark}});
    if (t_.assessment().stage != Stage::final) {
      hero.add({Paragraph{
          t_.tr({"A simulation, not an official result.", "Simulasi, bukan hasil resmi."}),
          Paragraph::Role::caution}});
    }
    Ratio weight;
    Ratio gains;
    for (const ComponentIndex i : indicators_) {
      weight += t_.instrument().at(i).weight;
      gains += gain(i);
    }
    std::string text = t_.put(
        {"{0} is responsible for {1} of {2} indicators, which carry {3}% of the index.",
         "{0} bertanggung jawab atas {1} dari {2} indikator, dengan bobot {3}% dari indeks."},
        {t_.report().unit, std::to_string(indicators_.size()),
         std::to_string(t_.instrument().indicators.size()), t_.exact(weight)});
    if (gains > Ratio(0)) {
      text += " " + t_.put({"Reaching the levels below adds {0} points to the index.",
                            "Bila tingkat di bawah ini tercapai, indeks bertambah {0} poin."},
                           {t_.exact(gains)});
    }
    Section story{Section::Look::story, {}};
    story.add({Paragraph{text}});
    hero.add({story});
    page_.add({hero});
  }

  void overview() {
    Section part = section(t_.tr({"Indicators", "Indikator"}));
    page::Table table;
    table.columns = {
        Column::left(t_.tr({"Indicator", "Indikator"})), Column::right(t_.tr({"Weight", "Bobot"})),
        Column::right(std::to_string(t_.report().year())),
        Column::right(t_.report().aim_is_plan
                          ? fmt::format("{} {}", t_.tr({"Plan", "Rencana"}), t_.report().aim_year())
                          : t_.tr({"Target", "Target"})),
        Column::right(t_.tr({"Index points", "Tambahan indeks"}))};
    for (const ComponentIndex i : indicators_) {
      Cell name(t_.named(i));
      const Details& details = *t_.assessment().details_of(i);
      name.note = details.note;
      if (details.units.size() > 1) {
        name.note += (name.note.empty() ? "" : " · ") +
                     t_.put({"together with {0}", "bersama {0}"}, {others(details.units)});
      }
      const auto now = t_.level(*t_.report().current, i);
      Cell level = now ? Cell(page::Number{*now}) : Cell(page::Unknown{});
      if (now) level.shade = Teller::shade(*now);
      const auto to = aim(i);
      Cell goal = to ? Cell(page::Number{*to}) : Cell(page::Unknown{});
      if (to) goal.shade = Teller::shade(*to);
      table.add({name, page::Number{t_.instrument().at(i).weight, weight_places(i), "%"}, level,
                 goal, page::Change{Interval::point(gain(i)), page::kAllDigits}});
    }
    part.add({table});
    page_.add({part});
  }

  int weight_places(ComponentIndex i) const {
    return terminating(t_.instrument().at(i).weight) ? page::kAllDigits : kShownPlaces;
  }

  std::string others(const std::vector<std::string>& units) const {
    std::vector<std::string> names;
    for (const std::string& unit : units) {
      if (!same_name(unit, t_.report().unit)) names.push_back(unit);
    }
    return t_.items(names);
  }

  // What the level aimed at, or else the next one, asks for.
  void next_steps() {
    Section part = section(t_.tr({"What is asked for", "Yang diminta"}));
    const std::size_t before = part.blocks.size();
    for (const ComponentIndex i : indicators_) {
      const auto now = t_.level(*t_.report().current, i);
      if (!now) continue;
      const auto steps = t_.instrument().scale_of(i).steps_above(*now);
      if (steps.empty()) continue;
      const Ratio to = aim(i) ? max(*aim(i), steps.front()) : steps.front();
      page::Facts facts;
      const auto add = [&](const Words& name, const std::string& text) {
        if (!text.empty()) facts.items.emplace_back(t_.tr(name), text);
      };
      add({"Criteria", "Kriteria"}, step_criteria(t_, i, *now, to));
      add({"Evidence usual", "Data dukung lazim"}, usual_evidence(t_, i, steps.front()));
      add({"Evidence there is", "Data dukung yang ada"}, present_evidence(i));
      if (facts.items.empty()) continue;
      part.add({page::Heading{
          3, fmt::format("{} ({} → {})", t_.named(i), t_.exact(*now), t_.exact(to))}});
      part.add({facts});
    }
    if (part.blocks.size() == before) return;
    if (guide_) {
      part.add({Paragraph{text_in(t_.language(), guide_->caution), Paragraph::Role::remark}});
    }
    page_.add({part});
  }

  std::string present_evidence(ComponentIndex i) const {
    std::string text;
    for (const std::string& item : t_.assessment().details_of(i)->evidence) {
      text += (text.empty() ? "" : "; ") + item;
    }
    return text;
  }

  // Those that the unit is to remove, and those that hold what it is responsible for.
  void obstacles() {
    std::vector<Barrier> own;
    for (const Barrier& barrier : t_.report().barriers) {
      const bool removes =
          barrier.obstacle != kNoObstacle &&
          holds_unit(t_.assessment().obstacles[barrier.obstacle].units, t_.report().unit);
      const bool waits = std::ranges::any_of(barrier.holds, [&](ComponentIndex held) {
        return std::ranges::find(indicators_, held) != indicators_.end();
      });
      if (removes || waits) own.push_back(barrier);
    }
    if (own.empty()) return;
    Section part = section(t_.tr({"Obstacles and prerequisites", "Kendala dan Prasyarat"}));
    Section cards{Section::Look::cards, {}};
    cards.add({barriers_list(t_.assessment(), own, t_.barrier_view(), t_.language())});
    part.add({cards});
    page_.add({part});
  }

  const Teller& t_;
  page::Page& page_;
  std::optional<EvidenceGuide> guide_;
  std::vector<ComponentIndex> indicators_;
};

}  // namespace

page::Page unit_page(const InstitutionReport& report, Language language) {
  const Teller teller(report, language);
  page::Page page{language, {}};
  UnitSheet(teller, page).write();
  return page;
}

}  // namespace spbe
