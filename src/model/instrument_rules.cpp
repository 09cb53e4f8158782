#include "model/instrument_rules.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <utility>

#include "document/nearest.hpp"

namespace spbe {

namespace {

// With it every sum of weighted levels fits 64 bits with room to spare.
constexpr std::int64_t kMaxCommonDenominator = 1'000'000;

void check_names(const Instrument& instrument, const InstrumentPlaces& places,
                 Diagnostics& diagnostics) {
  std::map<std::string, ComponentIndex> seen;
  for (ComponentIndex i = 0; i < instrument.components.size(); ++i) {
    const Component& c = instrument.components[i];
    std::set<std::string> names = {lower_case(c.id), lower_case(c.key)};
    if (!c.slug.empty()) names.insert(lower_case(c.slug));
    for (const std::string& alias : c.aliases) names.insert(lower_case(alias));
    for (const std::string& name : names) {
      const auto [first, fresh] = seen.emplace(name, i);
      if (fresh) continue;
      diagnostics.error("component-name-twice", places.components[i].locate(), {name})
          .note("first-given-here", {}, places.components[first->second].locate());
    }
  }
}

void check_sum(const Instrument& instrument, const std::vector<ComponentIndex>& children,
               Ratio expected, const InstrumentPlace& where, const std::string& name,
               Diagnostics& diagnostics) {
  Ratio sum;
  for (const ComponentIndex child : children) sum += instrument.at(child).weight;
  if (sum == expected) return;
  diagnostics.error("weights-do-not-add-up", where.locate(),
                    {name, exact_text(sum), exact_text(expected)});
}

bool check_denominators(const Instrument& instrument, const InstrumentPlaces& places,
                        Diagnostics& diagnostics) {
  std::int64_t common = 1;
  for (ComponentIndex i = 0; i < instrument.components.size(); ++i) {
    common = std::lcm(common, instrument.at(i).weight.den());
    if (common > kMaxCommonDenominator) {
      diagnostics.error("weights-too-fine", places.components[i].locate(),
                        {std::to_string(kMaxCommonDenominator)});
      return false;
    }
  }
  return true;
}

void check_weights(const Instrument& instrument, const InstrumentPlaces& places,
                   Diagnostics& diagnostics) {
  if (!check_denominators(instrument, places, diagnostics)) return;
  for (ComponentIndex i = 0; i < instrument.components.size(); ++i) {
    const Component& c = instrument.at(i);
    if (c.weight <= Ratio(0)) {
      diagnostics.error("weight-not-positive", places.components[i].locate(), {c.id});
    }
    if (!c.is_indicator()) {
      check_sum(instrument, c.children, c.weight, places.components[i], c.id, diagnostics);
    }
  }
  check_sum(instrument, instrument.roots, Ratio(100), places.whole, instrument.id, diagnostics);
}

void check_categories(const Instrument& instrument, const InstrumentPlaces& places,
                      bool weights_fit, Diagnostics& diagnostics) {
  const auto& categories = instrument.categories;
  for (std::size_t i = 1; i < categories.size(); ++i) {
    if (categories[i].from > categories[i - 1].from) continue;
    diagnostics
        .error("categories-overlap", places.categories[i].locate(),
               {categories[i].name, decimal(categories[i].from), categories[i - 1].name,
                decimal(categories[i - 1].from)})
        .suggest("categories-rise");
  }
  // What the index can be follows from weights that are right.
  if (weights_fit && categories.front().from > instrument.lowest_index()) {
    diagnostics.error("categories-leave-gap", places.categories.front().locate(),
                      {categories.front().name, decimal(categories.front().from),
                       decimal(instrument.lowest_index())});
  }
}

// Levels of indicators as a graph: each waits for the level below it, and for what the
// prerequisites of one edition name.
class LevelGraph {
 public:
  LevelGraph(const Instrument& instrument, const std::string& edition) : instrument_(instrument) {
    for (std::size_t r = 0; r < instrument.prerequisites.size(); ++r) {
      const Prerequisite& rule = instrument.prerequisites[r];
      const bool applies = edition.empty()
                               ? rule.editions.empty()
                               : std::ranges::find(rule.editions, edition) != rule.editions.end();
      if (!applies) continue;
      for (const ComponentIndex raised : rule.raise) rules_[raised].push_back(r);
    }
  }

  // A prerequisite on a cycle, or nothing.
  std::optional<std::size_t> find_cycle() {
    for (const auto& [indicator, rules] : rules_) {
      for (const std::size_t rule : rules) {
        const auto found = visit(indicator, instrument_.prerequisites[rule].to);
        if (found) return found;
      }
    }
    return std::nullopt;
  }

 private:
  // Reaching level `to` demands all that lower levels demand.
  std::optional<std::size_t> visit(ComponentIndex indicator, Ratio to) {
    const auto key = std::pair(indicator, to);
    if (done_.contains(key)) return std::nullopt;
    active_.insert(key);
    for (const std::size_t r : rules_[indicator]) {
      const Prerequisite& rule = instrument_.prerequisites[r];
      if (rule.to > to) continue;
      for (const auto& need : rule.needs) {
        if (waits_for(need.indicator, need.level)) return r;
        if (const auto found = visit(need.indicator, need.level)) return found;
      }
    }
    active_.erase(key);
    done_.insert(key);
    return std::nullopt;
  }

  // Whether `indicator` at `level` or lower is being reached right now; a need of a higher
  // level of it then can never be met.
  bool waits_for(ComponentIndex indicator, Ratio level) const {
    const auto lowest = active_.lower_bound({indicator, Ratio(0)});
    return lowest != active_.end() && lowest->first == indicator && lowest->second <= level;
  }

  const Instrument& instrument_;
  std::map<ComponentIndex, std::vector<std::size_t>> rules_;
  std::set<std::pair<ComponentIndex, Ratio>> active_;
  std::set<std::pair<ComponentIndex, Ratio>> done_;
};

void check_cycles(const Instrument& instrument, const InstrumentPlaces& places,
                  Diagnostics& diagnostics) {
  std::vector<std::string> editions = {""};
  for (const Edition& edition : instrument.editions) editions.push_back(edition.id);
  for (const std::string& edition : editions) {
    const auto rule = LevelGraph(instrument, edition).find_cycle();
    if (!rule) continue;
    diagnostics.error("prerequisite-cycle", places.prerequisites[*rule].locate(),
                      {instrument.prerequisites[*rule].id});
    return;
  }
}

}  // namespace

void check_instrument(const Instrument& instrument, const InstrumentPlaces& places,
                      Diagnostics& diagnostics) {
  check_names(instrument, places, diagnostics);
  const std::size_t errors_before = diagnostics.errors();
  check_weights(instrument, places, diagnostics);
  const bool weights_fit = diagnostics.errors() == errors_before;
  check_categories(instrument, places, weights_fit, diagnostics);
  check_cycles(instrument, places, diagnostics);
}

}  // namespace spbe
