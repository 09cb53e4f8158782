#include <fmt/format.h>

#include <algorithm>

#include "commands/report/sections.hpp"
#include "render/carried_over.hpp"
#include "render/html_table.hpp"
#include "render/messages.hpp"
#include "render/wording.hpp"

namespace spbe {

std::string Teller::put(const Words& words, const std::vector<std::string>& args) const {
  return fill(say(language_, words), args);
}

std::string Teller::points(const Interval& change) const {
  return with_minus(page::shown(page::Change{change, page::kAllDigits, false}, language_));
}

std::string Teller::predikat(const Evaluation& result) const {
  return category_names(*result.result.instrument, result.result.categories);
}

std::string Teller::name(ComponentIndex component) const {
  return page::name_of(instrument().at(component), names());
}

std::string Teller::named(ComponentIndex component) const {
  return instrument().at(component).key + " " + name(component);
}

std::string Teller::brief(ComponentIndex component) const {
  return named_shortly(instrument().at(component), language_);
}

std::string Teller::items(const std::vector<std::string>& parts) const {
  std::string text;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) text += parts.size() > 2 ? ", " : " ";
    if (i > 0 && i + 1 == parts.size()) text += tr({"and ", "dan "});
    text += parts[i];
  }
  return text;
}

BarrierView Teller::barrier_view() const {
  BarrierView view;
  view.names = names();
  view.missed = report_.plan && !report_.plan->reached;
  if (const auto goal = report_.goal()) {
    view.target = goal->index;
    view.goal = name_of_goal(instrument(), *goal, report_.goal_basis(), language_);
  }
  return view;
}

std::vector<ComponentIndex> Teller::groups() const {
  std::vector<ComponentIndex> found;
  for (ComponentIndex i = 0; i < instrument().components.size(); ++i) {
    if (!instrument().at(i).is_indicator()) found.push_back(i);
  }
  return found;
}

std::vector<ComponentIndex> Teller::aspects() const {
  std::vector<ComponentIndex> found;
  for (const ComponentIndex group : groups()) {
    const auto& children = instrument().at(group).children;
    const bool holds = std::ranges::any_of(
        children, [&](ComponentIndex child) { return instrument().at(child).is_indicator(); });
    if (holds) found.push_back(group);
  }
  return found;
}

std::vector<ComponentIndex> Teller::indicators_in(ComponentIndex group) const {
  std::vector<ComponentIndex> found;
  for (const ComponentIndex i : instrument().indicators) {
    if (instrument().is_within(i, group)) found.push_back(i);
  }
  return found;
}

std::string Teller::units(ComponentIndex indicator) const {
  const Details* details = assessment().details_of(indicator);
  std::string text;
  if (details == nullptr) return text;
  for (const std::string& unit : details->units) text += (text.empty() ? "" : ", ") + unit;
  return text;
}

std::optional<Ratio> Teller::level(const Evaluation& result, ComponentIndex indicator) const {
  const Score& score = result.assessment.score(indicator);
  if (score.kind != Score::Kind::level) return std::nullopt;
  return score.level;
}

std::vector<const Evaluation*> Teller::years() const { return report_.trend.spans.back().years; }

int Teller::shade(Ratio level) {
  const Ratio nearest = rounded(level, 0);
  return static_cast<int>(max(Ratio(1), min(nearest, Ratio(5))).num());
}

page::Section section(std::string heading, page::Section::Look look) {
  page::Section made{look, {}};
  made.add({page::Heading{2, std::move(heading)}});
  return made;
}

}  // namespace spbe
