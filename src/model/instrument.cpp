#include "spbe/model/instrument.hpp"

#include <algorithm>

namespace spbe {

namespace {

char folded(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool same_word(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, {}, folded, folded);
}

// The number that `text` spells with at most three digits, or 0.
std::size_t small_number(std::string_view text) {
  if (text.empty() || text.size() > 3 || text.front() == '0') return 0;
  std::size_t value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return 0;
    value = value * 10 + static_cast<std::size_t>(c - '0');
  }
  return value;
}

}  // namespace

std::string_view to_string(ComponentKind kind) {
  switch (kind) {
    case ComponentKind::domain:
      return "domain";
    case ComponentKind::aspect:
      return "aspect";
    case ComponentKind::indicator:
      return "indicator";
  }
  return "";
}

bool Scale::tolerates(Ratio value) const {
  return std::ranges::any_of(tolerated, [&](int extra) { return Ratio(extra) == value; });
}

const MaturityLevel* Scale::level(Ratio value) const {
  const auto found =
      std::ranges::find_if(levels, [&](const MaturityLevel& l) { return Ratio(l.value) == value; });
  return found == levels.end() ? nullptr : &*found;
}

Ratio Scale::milestone(int level) const {
  return milestones.empty() ? Ratio(level) : milestones[static_cast<std::size_t>(level - low)];
}

Ratio Scale::band_begin(int level) const {
  return level <= low ? Ratio(low) : milestone(level - 1);
}

int Scale::complete_level(Ratio value) const {
  int level = low - 1;
  while (level < high && milestone(level + 1) <= value) ++level;
  return level;
}

int Scale::level_towards(Ratio value) const {
  int level = low;
  while (level < high && milestone(level) < value) ++level;
  return level;
}

std::vector<Ratio> Scale::steps_above(Ratio value) const {
  std::vector<Ratio> steps;
  for (int level = std::max(low, complete_level(value) + 1); level <= high; ++level) {
    steps.push_back(milestone(level));
  }
  return steps;
}

std::optional<Ratio> ExternalIndex::convert(Ratio value) const {
  for (std::size_t i = 1; i < points.size(); ++i) {
    const auto& [from, begin] = points[i - 1];
    const auto& [to, end] = points[i];
    if (value < from || value > to) continue;
    return begin + (value - from) / (to - from) * (end - begin);
  }
  return std::nullopt;
}

CategoryBasis CategoryRule::in(int year) const {
  const auto found = std::ranges::find(years, year, &std::pair<int, CategoryBasis>::first);
  return found == years.end() ? otherwise : found->second;
}

ComponentIndex Instrument::find(std::string_view wanted) const {
  // Most names are plain numbers of indicators, and those mostly count from 1.
  const std::size_t number = small_number(wanted);
  if (number > 0 && number <= indicators.size()) {
    const ComponentIndex index = indicators[number - 1];
    if (components[index].key == wanted) return index;
  }
  for (ComponentIndex i = 0; i < components.size(); ++i) {
    const Component& c = components[i];
    const bool by_slug = !c.slug.empty() && same_word(c.slug, wanted);
    if (by_slug || same_word(c.id, wanted) || same_word(c.key, wanted)) return i;
    const auto is_wanted = [&](const std::string& alias) { return same_word(alias, wanted); };
    if (std::ranges::any_of(c.aliases, is_wanted)) return i;
  }
  return kNoComponent;
}

std::vector<ComponentIndex> Instrument::indicator_range(std::string_view text) const {
  const auto position = [&](std::string_view word) -> std::ptrdiff_t {
    const auto found = std::ranges::find(indicators, find(word));
    return found == indicators.end() ? -1 : found - indicators.begin();
  };
  if (const auto single = position(text); single >= 0) {
    return {indicators[static_cast<std::size_t>(single)]};
  }
  constexpr std::size_t kLongestRange = 256;
  if (text.size() > kLongestRange) return {};
  // A code may hold a dash of its own ("ID-21-ID-31").
  for (std::size_t dash = text.find('-'); dash != std::string_view::npos;
       dash = text.find('-', dash + 1)) {
    const auto first = position(text.substr(0, dash));
    const auto last = position(text.substr(dash + 1));
    if (first >= 0 && last >= first) {
      return {indicators.begin() + first, indicators.begin() + last + 1};
    }
  }
  return {};
}

std::vector<ComponentIndex> Instrument::indicators_named(std::string_view text) const {
  if (auto range = indicator_range(text); !range.empty()) return range;
  if (same_word(text, "all") || same_word(text, "semua")) return indicators;
  std::vector<ComponentIndex> within;
  const ComponentIndex whole = find(text);
  if (whole == kNoComponent) return within;
  for (const ComponentIndex i : indicators) {
    if (is_within(i, whole)) within.push_back(i);
  }
  return within;
}

const ExternalIndex* Instrument::external_of(ComponentIndex indicator) const {
  const auto found = std::ranges::find_if(externals, [&](const ExternalIndex& external) {
    return std::ranges::find(external.indicators, indicator) != external.indicators.end();
  });
  return found == externals.end() ? nullptr : &*found;
}

bool Instrument::is_within(ComponentIndex inner, ComponentIndex outer) const {
  for (ComponentIndex at = inner; at != kNoComponent; at = components[at].parent) {
    if (at == outer) return true;
  }
  return false;
}

std::size_t Instrument::category_of(Ratio index, CategoryBasis basis) const {
  const Ratio value = basis == CategoryBasis::shown ? rounded(index, kShownPlaces) : index;
  std::size_t found = 0;
  for (std::size_t i = 0; i < categories.size(); ++i) {
    if (categories[i].from <= value) found = i;
  }
  return found;
}

Ratio Instrument::least_index(std::size_t category, CategoryBasis basis) const {
  const Ratio from = categories[category].from;
  if (basis == CategoryBasis::exact) return from;
  return printed_as(rounded_up(from, kShownPlaces), kShownPlaces).low;
}

std::optional<std::size_t> Instrument::find_category(std::string_view wanted) const {
  for (std::size_t i = 0; i < categories.size(); ++i) {
    if (same_word(categories[i].name, wanted)) return i;
  }
  return std::nullopt;
}

const Edition* Instrument::edition_in(int year) const {
  for (const Edition& edition : editions) {
    if (edition.years && edition.years->contains(year)) return &edition;
  }
  return nullptr;
}

const Edition* Instrument::find_edition(std::string_view wanted) const {
  const auto found = std::ranges::find_if(
      editions, [&](const Edition& edition) { return same_word(edition.id, wanted); });
  return found == editions.end() ? nullptr : &*found;
}

Interval Instrument::range_of(ComponentIndex component, bool with_tolerated) const {
  const Component& c = at(component);
  if (c.is_indicator()) {
    const Scale& scale = scale_of(component);
    int low = scale.low;
    if (with_tolerated) {
      for (const int level : scale.tolerated) low = std::min(low, level);
    }
    return {Ratio(low), Ratio(scale.high), false};
  }
  Interval weighted;
  for (const ComponentIndex child : c.children) {
    weighted = weighted + range_of(child, with_tolerated) * at(child).weight;
  }
  return weighted * (Ratio(1) / c.weight);
}

Ratio Instrument::lowest_index() const {
  Ratio sum;
  for (const ComponentIndex i : indicators) sum += components[i].worth * Ratio(scale_of(i).low);
  return sum;
}

Ratio Instrument::highest_index() const {
  Ratio sum;
  for (const ComponentIndex i : indicators) sum += components[i].worth * Ratio(scale_of(i).high);
  return sum;
}

}  // namespace spbe
