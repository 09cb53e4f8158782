#include "spbe/analysis/other_changes.hpp"

#include <algorithm>
#include <optional>

namespace spbe {

namespace {

bool same_number(const PublishedNumber* a, const PublishedNumber* b) {
  if (a == nullptr || b == nullptr) return a == b;
  return a->printed == b->printed && a->places == b->places;
}

bool same_acceptance(const AcceptedEvidence& a, const AcceptedEvidence& b) {
  return a.level == b.level && a.share == b.share && a.accepted == b.accepted && a.of == b.of;
}

bool same_external(const std::optional<ExternalValue>& a, const std::optional<ExternalValue>& b) {
  if (!a || !b) return a.has_value() == b.has_value();
  return a->index == b->index && a->value == b->value && a->date == b->date;
}

bool given_alike(const Details& a, const Details& b) {
  return a.complete == b.complete && std::ranges::equal(a.items, b.items, same_acceptance) &&
         same_external(a.external, b.external);
}

bool same_place(const EvidencePlace& a, const EvidencePlace& b) {
  return a.date == b.date && a.file == b.file && a.link == b.link;
}

bool same_evidence(const Details& a, const Details& b) {
  return a.evidence == b.evidence &&
         std::ranges::equal(a.evidence_places, b.evidence_places, same_place);
}

std::vector<std::string> sorted(std::vector<std::string> texts) {
  std::ranges::sort(texts);
  return texts;
}

bool same(const Obstacle& a, const Obstacle& b) {
  return a.text == b.text && sorted(a.units) == sorted(b.units) && a.holds == b.holds &&
         a.at == b.at && a.effort == b.effort;
}

bool same(const Waiver& a, const Waiver& b) {
  return a.until == b.until && a.reason == b.reason && a.owner == b.owner;
}

bool one_thing(const Obstacle& a, const Obstacle& b) {
  return a.id.empty() && b.id.empty() ? a.text == b.text : a.id == b.id;
}

bool one_thing(const Waiver& a, const Waiver& b) {
  return a.rule == b.rule && a.indicators == b.indicators;
}

// Each thing of one side belongs to at most one of the other, an equal one before another.
template <class Thing>
OtherChanges::Listed<Thing> listed(const std::vector<Thing>& from, const std::vector<Thing>& to) {
  OtherChanges::Listed<Thing> out;
  std::vector<bool> taken(from.size(), false);
  std::vector<const Thing*> rest;
  const auto take = [&](const Thing& thing, bool equal) -> const Thing* {
    for (std::size_t i = 0; i < from.size(); ++i) {
      if (taken[i] || !one_thing(from[i], thing) || (equal && !same(from[i], thing))) continue;
      taken[i] = true;
      return &from[i];
    }
    return nullptr;
  };
  for (const Thing& thing : to) {
    if (take(thing, true) == nullptr) rest.push_back(&thing);
  }
  for (const Thing* thing : rest) {
    if (const Thing* before = take(*thing, false)) {
      out.changed.emplace_back(before, thing);
    } else {
      out.added.push_back(thing);
    }
  }
  for (std::size_t i = 0; i < from.size(); ++i) {
    if (!taken[i]) out.removed.push_back(&from[i]);
  }
  return out;
}

class Finder {
 public:
  Finder(const Assessment& from, const Assessment& to) : from_(from), to_(to) {}

  OtherChanges find() {
    const bool one_instrument = from_.instrument->id == to_.instrument->id;
    for (const ComponentIndex i : to_.instrument->indicators) {
      if (one_instrument) compare_details(i);
    }
    compare_goals(one_instrument);
    if (from_.year == to_.year) compare_results(one_instrument);
    out_.obstacles = listed(from_.obstacles, to_.obstacles);
    out_.waivers = listed(from_.waivers, to_.waivers);
    fact("institution", from_.institution, to_.institution);
    fact("id", from_.id, to_.id);
    fact("kind", std::string(to_string(from_.kind)), std::string(to_string(to_.kind)));
    fact("province", from_.province, to_.province);
    fact("effort_unit", from_.effort_unit, to_.effort_unit);
    return std::move(out_);
  }

 private:
  void compare_details(ComponentIndex i) {
    const Details nothing;
    const Details* before = from_.details_of(i);
    const Details* after = to_.details_of(i);
    if (before == nullptr && after == nullptr) return;
    const Details& a = before == nullptr ? nothing : *before;
    const Details& b = after == nullptr ? nothing : *after;
    if (sorted(a.units) != sorted(b.units)) out_.units.push_back(i);
    if (a.target != b.target || a.due != b.due) out_.targets.push_back(i);
    if (a.sure != b.sure) out_.sure.push_back(i);
    if (a.effort != b.effort) out_.efforts.push_back(i);
    if (a.note != b.note) out_.notes.push_back(i);
    if (!same_evidence(a, b)) out_.evidence.push_back(i);
    const bool alike =
        from_.score(i).kind == to_.score(i).kind && from_.score(i).level == to_.score(i).level;
    if (alike && !given_alike(a, b)) out_.given.push_back(i);
  }

  void compare_goals(bool one_instrument) {
    const Targets& before = from_.targets;
    const Targets& after = to_.targets;
    const auto compare = [&](ComponentIndex i) {
      if (before.find(i) != after.find(i)) out_.goals.push_back(i);
    };
    compare(kNoComponent);
    const std::size_t components = one_instrument ? to_.instrument->components.size() : 0;
    for (ComponentIndex i = 0; i < components; ++i) compare(i);
    out_.goal_category = before.category != after.category;
    out_.goal_year = before.year != after.year;
  }

  // What each year has of its own.
  void compare_results(bool one_instrument) {
    const std::size_t components = one_instrument ? to_.instrument->components.size() : 0;
    for (ComponentIndex i = 0; i < components; ++i) compare_published(i);
    compare_published(kNoComponent);
    out_.published_category = from_.published.category != to_.published.category;
    fact("stage", std::string(to_string(from_.stage)), std::string(to_string(to_.stage)));
    fact("source", from_.origin, to_.origin);
  }

  void compare_published(ComponentIndex i) {
    if (!same_number(from_.published.find(i), to_.published.find(i))) out_.published.push_back(i);
  }

  void fact(const char* key, std::string before, std::string after) {
    if (before != after) out_.facts.push_back({key, std::move(before), std::move(after)});
  }

  const Assessment& from_;
  const Assessment& to_;
  OtherChanges out_;
};

}  // namespace

std::size_t OtherChanges::count() const {
  const auto sum = [](const auto&... lists) { return (lists.size() + ...); };
  const auto marks = [](auto... flags) { return (std::size_t{flags} + ...); };
  return sum(units, targets, sure, efforts, notes, evidence, given, published, goals, obstacles,
             waivers, facts) +
         marks(published_category, goal_category, goal_year);
}

OtherChanges other_changes(const Assessment& from, const Assessment& to) {
  return Finder(from, to).find();
}

}  // namespace spbe
