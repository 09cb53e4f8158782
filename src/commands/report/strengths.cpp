#include <fmt/format.h>

#include <algorithm>

#include "commands/report/sections.hpp"
#include "render/barriers.hpp"
#include "render/messages.hpp"

namespace spbe {

namespace {

using page::Section;

struct Levelled {
  ComponentIndex indicator;
  Ratio level;
};

std::string listed(const Teller& teller, const std::vector<Levelled>& indicators) {
  std::string text;
  for (const Levelled& held : indicators) {
    text += fmt::format("{}{} ({})", text.empty() ? "" : "; ", teller.named(held.indicator),
                        teller.exact(held.level));
  }
  return text;
}

// Strengths: levels 4 and 5, the highest first; weaknesses: 1 and 2, the lowest first (Pedoman
// Menteri PANRB 3/2024, III.F).
void add_aspect(Section& part, const Teller& teller, ComponentIndex aspect) {
  std::vector<Levelled> strong;
  std::vector<Levelled> weak;
  for (const ComponentIndex i : teller.indicators_in(aspect)) {
    const auto level = teller.level(*teller.report().current, i);
    if (level && *level >= Ratio(4)) strong.push_back({i, *level});
    if (level && *level <= Ratio(2)) weak.push_back({i, *level});
  }
  if (strong.empty() && weak.empty()) return;
  std::ranges::stable_sort(strong, std::ranges::greater{}, &Levelled::level);
  std::ranges::stable_sort(weak, {}, &Levelled::level);
  part.add({page::Heading{3, fmt::format("{} ({})", teller.named(aspect),
                                         teller.shown(teller.result().components[aspect].value))}});
  page::Facts facts;
  if (!strong.empty()) {
    facts.items.emplace_back(teller.tr({"Strengths", "Kekuatan"}), listed(teller, strong));
  }
  if (!weak.empty()) {
    facts.items.emplace_back(teller.tr({"Weaknesses", "Kelemahan"}), listed(teller, weak));
  }
  part.add({facts});
}

// What an aspect could still add to the index.
Ratio room_of(const Teller& teller, ComponentIndex aspect) {
  const Component& component = teller.instrument().at(aspect);
  const Ratio highest = teller.instrument().highest_index();
  return (highest - teller.result().components[aspect].value.low) * component.worth;
}

void add_priorities(Section& part, const Teller& teller) {
  std::vector<ComponentIndex> aspects;
  for (const ComponentIndex aspect : teller.aspects()) {
    const ComponentResult& result = teller.result().components[aspect];
    if (result.covered) return;  // it may have more room than all others
    if (result.known()) aspects.push_back(aspect);
  }
  std::ranges::stable_sort(aspects, std::ranges::greater{},
                           [&](ComponentIndex aspect) { return room_of(teller, aspect); });
  constexpr std::size_t kMost = 3;
  page::List list;
  for (std::size_t i = 0; i < std::min(kMost, aspects.size()); ++i) {
    const Ratio room = room_of(teller, aspects[i]);
    if (room <= Ratio(0)) break;
    list.items.push_back(
        {teller.named(aspects[i]) + ".",
         teller.put({"It stands at {0} and carries {1} of the weight; up to {2} index points are "
                     "still to be had.",
                     "Nilainya {0} dengan bobot {1}; masih dapat ditambah hingga {2} poin indeks."},
                    {teller.shown(teller.result().components[aspects[i]].value),
                     page::shown(page::Number{teller.instrument().at(aspects[i]).weight,
                                              page::kAllDigits, "%"},
                                 teller.language()),
                     page::shown(page::Number{room, kShownPlaces}, teller.language())})});
  }
  if (list.items.empty()) return;
  part.add({page::Heading{3, teller.tr({"Aspects in order of what they can add",
                                        "Aspek prioritas menurut potensi kenaikan"})}});
  part.add({list});
}

struct Raise {
  ComponentIndex indicator;
  Ratio from;
  Ratio to;
  Ratio worth;
};

// The next steps that add most: of the plan, or of all indicators.
std::vector<Raise> best_raises(const Teller& teller) {
  std::vector<Raise> raises;
  if (teller.report().plan && !teller.report().plan->steps.empty()) {
    for (const Step& step : teller.report().plan->steps) {
      if (step.indicator == kNoComponent) continue;
      raises.push_back({step.indicator, step.from, step.to, step.contribution});
    }
  } else {
    for (const ComponentIndex i : teller.instrument().indicators) {
      const auto level = teller.level(*teller.report().current, i);
      if (!level) continue;
      const auto steps = teller.instrument().scale_of(i).steps_above(*level);
      if (steps.empty()) continue;
      raises.push_back(
          {i, *level, steps.front(), (steps.front() - *level) * teller.instrument().at(i).worth});
    }
  }
  std::ranges::stable_sort(raises, std::ranges::greater{}, &Raise::worth);
  constexpr std::size_t kMost = 8;
  if (raises.size() > kMost) raises.resize(kMost);
  return raises;
}

void add_raises(Section& part, const Teller& teller) {
  // A plan says further below what its steps ask for.
  const bool planned = teller.report().plan && !teller.report().plan->steps.empty();
  page::List list;
  for (const Raise& raise : best_raises(teller)) {
    const std::string units = teller.units(raise.indicator);
    list.items.push_back(
        {fmt::format("{}: {} → {} ({}).", teller.named(raise.indicator), teller.exact(raise.from),
                     teller.exact(raise.to), teller.points(Interval::point(raise.worth))),
         planned ? units
                 : (units.empty() ? "" : units + ". ") +
                       step_criteria(teller, raise.indicator, raise.from, raise.to)});
  }
  if (list.items.empty()) return;
  part.add({page::Heading{
      3, teller.tr({"Indicators that add most", "Indikator dengan tambahan terbesar"})}});
  part.add({list});
}

}  // namespace

void add_strengths(page::Page& page, const Teller& teller) {
  Section part =
      section(teller.tr({"Strengths and weaknesses", "Kekuatan dan Kelemahan per Aspek"}));
  part.add({page::Paragraph{
      teller.tr(
          {"Strengths are indicators at level 4 and above, the highest first; weaknesses those "
           "at level 2 and below, the lowest first (Pedoman Menteri PANRB 3/2024, III.F).",
           "Kekuatan adalah indikator di tingkat 4 ke atas, dari yang tertinggi; kelemahan "
           "adalah indikator di tingkat 2 ke bawah, dari yang terendah (Pedoman Menteri "
           "PANRB 3/2024, III.F)."}),
      page::Paragraph::Role::remark}});
  const std::size_t before = part.blocks.size();
  for (const ComponentIndex aspect : teller.aspects()) add_aspect(part, teller, aspect);
  if (part.blocks.size() > before) page.add({part});
}

void add_barriers_section(page::Page& page, const Teller& teller) {
  if (teller.report().barriers.empty()) return;
  Section part = section(teller.tr({"Obstacles and prerequisites", "Kendala dan Prasyarat"}));
  part.add({page::Paragraph{
      teller.tr({"What keeps indicators from rising, and what it costs the index.",
                 "Yang menahan kenaikan indikator dan akibatnya terhadap indeks."})}});
  Section cards{Section::Look::cards, {}};
  cards.add({barriers_list(teller.assessment(), teller.report().barriers, teller.barrier_view(),
                           teller.language())});
  part.add({cards});
  if (teller.report().barriers.front().gate != kNoComponent) {
    part.add({page::Paragraph{advice_note(teller.report().rules, teller.language()),
                              page::Paragraph::Role::remark}});
  }
  page.add({part});
}

void add_recommendations(page::Page& page, const Teller& teller) {
  Section part = section(teller.tr({"Recommendations", "Rekomendasi"}));
  const std::size_t before = part.blocks.size();
  add_priorities(part, teller);
  add_raises(part, teller);
  if (part.blocks.size() > before) page.add({part});
}

}  // namespace spbe
