#include <fmt/format.h>

#include "commands/whatif/report.hpp"
#include "render/barriers.hpp"
#include "render/markdown.hpp"
#include "render/messages.hpp"
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

std::vector<std::string> sentences(const WhatifReport& report, const Style& style) {
  const Assessment& after = report.diff.to->assessment;
  const Instrument& instrument = *after.instrument;
  const Levels levels = levels_of(after);
  const auto tr = [&](const Words& words) { return say(style.language, words); };
  std::vector<std::string> lines;
  for (const BrokenGroup& group : grouped(report.conflicts.broken)) {
    std::string needs;
    for (const Prerequisite::Need& need : group.unmet) {
      needs += (needs.empty() ? "" : ", ") +
               fill(tr({"{0} at {1} (it is at {2})", "{0} pada {1} (kini {2})"}),
                    {instrument.at(need.indicator).key, exact_number(style, need.level),
                     exact_number(style, levels[need.indicator].value_or(need.level))});
    }
    lines.push_back(fill(tr({"Breaks a prerequisite: {0} at {1} or above needs {2}.",
                             "Melanggar prasyarat: {0} pada {1} atau lebih memerlukan {2}."}),
                         {indicator_list(instrument, group.indicators),
                          exact_number(style, group.rule->to), needs}));
  }
  for (const Conflicts::Exceeded& exceeded : report.conflicts.exceeded) {
    const Obstacle& obstacle = after.obstacles[exceeded.obstacle];
    lines.push_back(fill(tr({"Passes an obstacle, which holds {0} at {1}: {2}.",
                             "Melewati hambatan, yang menahan {0} pada {1}: {2}."}),
                         {indicator_list(instrument, exceeded.indicators),
                          exact_number(style, obstacle.at), printable(obstacle.text)}));
  }
  if (!report.conflicts.broken.empty()) lines.push_back(advice_note(report.rules, style));
  return lines;
}

}  // namespace

std::string whatif_text(const WhatifReport& report, const Style& style) {
  std::string out = diff_text(report.diff, style);
  const auto lines = sentences(report, style);
  if (!lines.empty()) out += "\n";
  for (const std::string& line : lines) out += wrapped(line, style.width, 2) + "\n";
  return out;
}

std::string whatif_markdown(const WhatifReport& report, Language language) {
  const Style style{language, 80, false};
  std::string out = diff_markdown(report.diff, language);
  for (const std::string& line : sentences(report, style)) {
    out += "\n" + markdown_text(line) + "\n";
  }
  return out;
}

std::string whatif_json(const WhatifReport& report) {
  const Assessment& after = report.diff.to->assessment;
  const Instrument& instrument = *after.instrument;
  Json json = Json::parse(diff_json(report.diff));
  json["edition"] =
      report.rules.edition == nullptr ? Json(nullptr) : Json(report.rules.edition->id);
  Json breaks = Json::array();
  for (const BrokenRule& found : report.conflicts.broken) {
    Json needs = Json::array();
    for (const Prerequisite::Need& need : found.unmet) {
      needs.push_back({{"id", instrument.at(need.indicator).id}, {"level", decimal(need.level)}});
    }
    breaks.push_back({{"id", instrument.at(found.indicator).id},
                      {"rule", found.rule->id},
                      {"to", decimal(found.rule->to)},
                      {"needs", std::move(needs)}});
  }
  json["breaks"] = std::move(breaks);
  Json exceeds = Json::array();
  for (const Conflicts::Exceeded& exceeded : report.conflicts.exceeded) {
    const Obstacle& obstacle = after.obstacles[exceeded.obstacle];
    Json ids = Json::array();
    for (const ComponentIndex i : exceeded.indicators) ids.push_back(instrument.at(i).id);
    exceeds.push_back(
        {{"obstacle", obstacle.id}, {"at", decimal(obstacle.at)}, {"indicators", std::move(ids)}});
  }
  json["exceeds"] = std::move(exceeds);
  return dump(json);
}

}  // namespace spbe
