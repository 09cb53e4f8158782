#include "spbe/analysis/change_groups.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

namespace spbe {

namespace {

constexpr std::array<std::string_view, 4> kGroupings = {"domain", "aspect", "indicator", "unit"};

// How far from zero a change can be.
Ratio effect(const Interval& change) { return max(abs(change.low), abs(change.high)); }

void complete(ChangeGroup& group, const Comparison& comparison) {
  const auto effect_of = [&](ComponentIndex i) {
    return effect(comparison.changes[i].contribution);
  };
  group.tally = tally(comparison, group.parts);
  for (const ComponentIndex i : group.parts) {
    group.contribution = group.contribution + comparison.changes[i].contribution;
    group.differs = group.differs || comparison.changes[i].differs;
  }
  std::ranges::stable_sort(group.parts, std::ranges::greater{}, effect_of);
  std::ranges::stable_sort(group.shared, std::ranges::greater{}, effect_of);
}

void sort_by_effect(std::vector<ChangeGroup>& groups) {
  std::ranges::stable_sort(groups, std::ranges::greater{},
                           [](const ChangeGroup& group) { return effect(group.contribution); });
}

// The component that stands for `part` in a table of `kind`.
ComponentIndex row_of(const Instrument& instrument, ComponentIndex part, ComponentKind kind) {
  ComponentIndex row = part;
  while (true) {
    const ComponentIndex parent = instrument.at(row).parent;
    if (parent == kNoComponent || instrument.at(parent).kind < kind) return row;
    row = parent;
  }
}

}  // namespace

std::string_view to_string(Grouping grouping) {
  return kGroupings.at(static_cast<std::size_t>(grouping));
}

std::optional<Grouping> find_grouping(std::string_view word) {
  const auto* const found = std::ranges::find(kGroupings, word);
  if (found == kGroupings.end()) return std::nullopt;
  return static_cast<Grouping>(found - kGroupings.begin());
}

ComponentIndex root_of(const Instrument& instrument, ComponentIndex component) {
  return row_of(instrument, component, ComponentKind::domain);
}

std::vector<std::string> units_of(const Evaluation& from, const Evaluation& to,
                                  ComponentIndex indicator) {
  for (const Evaluation* side : {&to, &from}) {
    const Details* details = side->assessment.details_of(indicator);
    if (details == nullptr || details->units.empty()) continue;
    std::vector<std::string> units = details->units;
    std::ranges::sort(units, {}, name_key);
    units.erase(std::unique(units.begin(), units.end(), same_name), units.end());
    return units;
  }
  return {};
}

std::vector<ChangeGroup> group_by_component(const Comparison& comparison,
                                            const Instrument& instrument, ComponentKind kind) {
  std::vector<ChangeGroup> groups;
  for (const ComponentIndex part : comparison.parts) {
    const ComponentIndex row = row_of(instrument, part, kind);
    auto group = std::ranges::find(groups, row, &ChangeGroup::component);
    if (group == groups.end()) {
      groups.emplace_back();
      group = groups.end() - 1;
      group->component = row;
    }
    group->parts.push_back(part);
  }
  for (ChangeGroup& group : groups) complete(group, comparison);
  sort_by_effect(groups);
  return groups;
}

std::vector<ChangeGroup> group_by_unit(const Comparison& comparison, const Evaluation& from,
                                       const Evaluation& to) {
  using Key = std::vector<std::string>;
  const auto key_of = [](const std::vector<std::string>& units) {
    Key key;
    for (const std::string& unit : units) key.push_back(name_key(unit));
    return key;
  };
  std::vector<ChangeGroup> groups;
  std::map<Key, std::size_t> places;
  const auto group_of = [&](const std::vector<std::string>& units) -> ChangeGroup& {
    const auto [place, added] = places.emplace(key_of(units), groups.size());
    if (added) {
      groups.emplace_back();
      groups.back().units = units;
    }
    return groups[place->second];
  };
  for (const ComponentIndex part : comparison.parts) {
    const std::vector<std::string> units = units_of(from, to, part);
    group_of(units).parts.push_back(part);
    if (units.size() < 2) continue;
    for (const std::string& unit : units) group_of({unit}).shared.push_back(part);
  }
  for (ChangeGroup& group : groups) {
    complete(group, comparison);
    for (const ComponentIndex i : group.shared) {
      group.differs = group.differs || comparison.changes[i].differs;
    }
  }
  sort_by_effect(groups);
  return groups;
}

std::vector<ChangeGroup> group(const Comparison& comparison, const Evaluation& from,
                               const Evaluation& to, Grouping grouping) {
  switch (grouping) {
    case Grouping::domain:
      return group_by_component(comparison, *to.result.instrument, ComponentKind::domain);
    case Grouping::aspect:
      return group_by_component(comparison, *to.result.instrument, ComponentKind::aspect);
    case Grouping::indicator:
      return group_by_component(comparison, *to.result.instrument, ComponentKind::indicator);
    case Grouping::unit:
      return group_by_unit(comparison, from, to);
  }
  return {};
}

}  // namespace spbe
