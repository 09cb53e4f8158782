#include <fmt/format.h>

#include "commands/diff/data.hpp"
#include "commands/whatif/report.hpp"
#include "render/barriers.hpp"
#include "render/messages.hpp"
#include "render/style.hpp"
#include "render/wording.hpp"

namespace spbe {

namespace {

// Indicators that break one rule by the same needs, told together.
struct BrokenGroup {
  const Prerequisite* rule = nullptr;
  std::vector<ComponentIndex> indicators;
  std::vector<Prerequisite::Need> unmet;
};

std::vector<BrokenGroup> grouped(const std::vector<BrokenRule>& broken) {
  std::vector<BrokenGroup> groups;
  for (const BrokenRule& found : broken) {
    const bool goes_on = !groups.empty() && groups.back().rule == found.rule;
    if (!goes_on) groups.push_back({found.rule, {}, found.unmet});
    groups.back().indicators.push_back(found.indicator);
  }
  return groups;
}

std::vector<std::string> sentences(const WhatifReport& report, Language language) {
  const Assessment& after = report.diff.to->assessment;
  const Instrument& instrument = *after.instrument;
  const Levels levels = levels_of(after);
  const Levels before = levels_of(report.diff.from->assessment);
  const auto tr = [&](const Words& words) { return say(language, words); };
  std::vector<std::string> lines;
  for (const BrokenGroup& group : grouped(report.conflicts.broken)) {
    std::string needs;
    for (const Prerequisite::Need& need : group.unmet) {
      const bool moved = levels[need.indicator] != before[need.indicator];
      needs += (needs.empty() ? "" : ", ") +
               fill(tr(moved ? Words{"indicator {0} at level {1} (it would be at level {2})",
                                     "indikator {0} di tingkat {1} (nanti di tingkat {2})"}
                             : Words{"indicator {0} at level {1} (it is at level {2})",
                                     "indikator {0} di tingkat {1} (kini di tingkat {2})"}),
                    {instrument.at(need.indicator).key, exact_number(language, need.level),
                     exact_number(language, levels[need.indicator].value_or(need.level))});
    }
    lines.push_back(fill(tr({"Breaks a prerequisite of {0} at level {1} or above: {2}.",
                             "Melanggar prasyarat: {0} di tingkat {1} atau lebih memerlukan {2}."}),
                         {named_indicators(instrument, group.indicators, language),
                          exact_number(language, group.rule->to), needs}));
  }
  const std::vector<Conflicts::Exceeded>& exceeded = report.conflicts.exceeded;
  std::vector<bool> said(exceeded.size(), false);
  for (std::size_t i = 0; i < exceeded.size(); ++i) {
    if (said[i]) continue;
    const Ratio at = after.obstacles[exceeded[i].obstacle].at;
    std::string texts;  // of all that hold the same
    for (std::size_t more = i; more < exceeded.size(); ++more) {
      const Obstacle& obstacle = after.obstacles[exceeded[more].obstacle];
      if (obstacle.at != at || exceeded[more].indicators != exceeded[i].indicators) continue;
      texts += (more == i ? "" : "; ") + obstacle.text;
      said[more] = true;
    }
    lines.push_back(fill(tr({"Passes what holds {0} at level {1}: {2}.",
                             "Melampaui kendala yang menahan {0} di tingkat {1}: {2}."}),
                         {named_indicators(instrument, exceeded[i].indicators, language),
                          exact_number(language, at), texts}));
  }
  if (!report.conflicts.broken.empty()) lines.push_back(advice_note(report.rules, language));
  return lines;
}

}  // namespace

page::Page whatif_page(const WhatifReport& report, Language language) {
  page::Page page = diff_page(report.diff, language);
  page::List conflicts;
  conflicts.shape = page::List::Shape::hanging;
  for (std::string& line : sentences(report, language))
    conflicts.items.push_back({{}, std::move(line)});
  if (!conflicts.items.empty()) page.add({std::move(conflicts)});
  return page;
}

std::string whatif_json(const WhatifReport& report) {
  const Assessment& after = report.diff.to->assessment;
  const Instrument& instrument = *after.instrument;
  Json json = diff_document(report.diff);
  json["edition"] =
      report.rules.edition == nullptr ? Json(nullptr) : Json(report.rules.edition->id);
  Json breaks = Json::array();
  for (const BrokenRule& found : report.conflicts.broken) {
    Json needs = Json::array();
    for (const Prerequisite::Need& need : found.unmet) {
      needs.push_back(with_number({{"id", instrument.at(need.indicator).id}}, "level", need.level));
    }
    Json one = with_number({{"id", instrument.at(found.indicator).id}, {"rule", found.rule->id}},
                           "to", found.rule->to);
    one["needs"] = std::move(needs);
    breaks.push_back(std::move(one));
  }
  json["breaks"] = std::move(breaks);
  Json exceeds = Json::array();
  for (const Conflicts::Exceeded& exceeded : report.conflicts.exceeded) {
    const Obstacle& obstacle = after.obstacles[exceeded.obstacle];
    Json ids = Json::array();
    for (const ComponentIndex i : exceeded.indicators) ids.push_back(instrument.at(i).id);
    Json one = with_number({{"obstacle", obstacle.id}}, "at", obstacle.at);
    one["indicators"] = std::move(ids);
    exceeds.push_back(std::move(one));
  }
  json["exceeds"] = std::move(exceeds);
  return dump(json);
}

}  // namespace spbe
