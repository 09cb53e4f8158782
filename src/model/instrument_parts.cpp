#include "model/instrument_parts.hpp"

#include <algorithm>
#include <functional>

#include "document/nearest.hpp"
#include "model/instrument_reader.hpp"

namespace spbe {

namespace {

constexpr int kHighestLevel = 100;
constexpr std::size_t kMostEditions = 16;
constexpr std::size_t kMostCalendarEntries = 32;
// Of an indicator and one it waits for, in all prerequisites.
constexpr std::size_t kMostPairs = 10'000;
constexpr std::int64_t kSlopeUnits = 10'000;  // slopes are multiples of 1 / this

// "1-5".
bool read_level_range(Schema& schema, const Node& node, Scale& scale) {
  const std::string text = schema.text(node).value_or("");
  if (text.empty()) return false;
  const std::size_t dash = text.find('-');
  const auto low = Ratio::parse(std::string_view(text).substr(0, dash));
  const auto high = dash == std::string::npos
                        ? std::nullopt
                        : Ratio::parse(std::string_view(text).substr(dash + 1));
  const bool fine = low && high && low->is_whole() && high->is_whole() && *low < *high &&
                    *high <= Ratio(kHighestLevel);
  if (!fine) {
    schema.error(node, "bad-level-range", {text});
    return false;
  }
  scale.low = static_cast<int>(low->num());
  scale.high = static_cast<int>(high->num());
  return true;
}

void read_level_names(Schema& schema, const Node& node, Scale& scale) {
  if (!schema.is_mapping(node)) return;
  for (const Node& child : schema.document().children(node)) {
    const auto value = Ratio::parse(child.key);
    const bool fine =
        value && value->is_whole() && *value >= Ratio(0) && *value <= Ratio(kHighestLevel);
    if (!fine) {
      schema.error_at_key(child, "expected-integer",
                          {"names", std::string(child.key), "0", std::to_string(kHighestLevel)});
      continue;
    }
    if (!schema.is_mapping(child)) continue;
    schema.allow_keys(child, {"name", "english"});
    scale.levels.push_back({static_cast<int>(value->num()), schema.text_or(child, "name"),
                            schema.text_or(child, "english")});
  }
}

// One value a level, rising, from above the lowest level to the highest.
void read_milestones(Schema& schema, const Node& node, Scale& scale) {
  schema.each(node, [&](const Node& item) {
    if (const auto value = schema.ratio(item)) scale.milestones.push_back(*value);
  });
  const auto levels = static_cast<std::size_t>(scale.high - scale.low) + 1;
  const bool rise = std::ranges::adjacent_find(scale.milestones, std::greater_equal<>()) ==
                    scale.milestones.end();
  if (scale.milestones.size() != levels || !rise || scale.milestones.front() <= Ratio(scale.low) ||
      scale.milestones.back() != Ratio(scale.high) || scale.whole) {
    schema.error(node, "bad-milestones", {std::to_string(scale.low), std::to_string(scale.high)});
    scale.milestones.clear();
  }
}

// Rises from the point before, by a slope with few decimals: what it converts stays a fraction
// that can be added up.
bool goes_on(const std::vector<std::pair<Ratio, Ratio>>& points, Ratio from, Ratio to) {
  if (points.empty()) return true;
  const auto& [last, value] = points.back();
  if (from <= last || to < value) return false;
  return kSlopeUnits % ((to - value) / (from - last)).den() == 0;
}

void read_points(Schema& schema, const Node& node, ExternalIndex& external) {
  if (!schema.is_mapping(node)) return;
  for (const Node& child : schema.document().children(node)) {
    const auto from = Ratio::parse(child.key);
    const auto to = schema.ratio(child);
    if (!to) continue;
    if (!from || !goes_on(external.points, *from, *to)) {
      schema.error_at_key(child, "bad-points", {std::string(child.key)});
      continue;
    }
    external.points.emplace_back(*from, *to);
  }
}

void read_external(Schema& schema, const Node& node, Instrument& instrument) {
  if (!schema.is_mapping(node)) return;
  schema.allow_keys(node, {"name", "english", "owner", "indicators", "points", "max_age_months",
                           "source", "as_of"});
  ExternalIndex external;
  external.id = std::string(node.key);
  external.name = schema.text_or(node, "name", external.id);
  external.english = schema.text_or(node, "english");
  external.owner = schema.text_or(node, "owner");
  external.source = read_text_in_languages(schema, node, "source");
  external.as_of = schema.text_or(node, "as_of");
  const Document& document = schema.document();
  if (const Node* indicators = schema.require(node, "indicators")) {
    external.indicators = read_indicator_set(schema, *indicators, instrument);
  }
  if (const Node* points = document.find(node, "points")) read_points(schema, *points, external);
  if (const Node* months = document.find(node, "max_age_months")) {
    external.max_age_months = schema.integer(*months, 1, 120).value_or(0);
  }
  instrument.externals.push_back(std::move(external));
}

void read_calendar(Schema& schema, const Node& node, Calendar& calendar) {
  if (!schema.is_mapping(node)) return;
  schema.allow_keys(node, {"caution", "source", "stages"});
  calendar.source = schema.text_or(node, "source");
  const Document& document = schema.document();
  if (const Node* caution = document.find(node, "caution"))
    calendar.caution = read_bilingual(schema, *caution);
  const Node* stages = schema.require(node, "stages");
  if (stages == nullptr || !schema.is_sequence(*stages)) return;
  for (const Node& child : document.children(*stages)) {
    if (calendar.entries.size() == kMostCalendarEntries) {
      schema.error(child, "too-many-entries", {"calendar", std::to_string(kMostCalendarEntries)});
      return;
    }
    if (!schema.is_mapping(child)) continue;
    schema.allow_keys(child, {"name", "english", "from", "until"});
    calendar.entries.push_back({{schema.text_or(child, "english"), schema.text_or(child, "name")},
                                schema.text_or(child, "from"),
                                schema.text_or(child, "until")});
  }
}

void read_edition(Schema& schema, const Node& node, Instrument& instrument) {
  if (!schema.is_mapping(node)) return;
  schema.allow_keys(node, {"name", "years", "caution"});
  Edition edition;
  edition.id = std::string(node.key);
  edition.name = schema.text_or(node, "name", edition.id);
  if (const Node* years = schema.document().find(node, "years")) {
    const std::string text = schema.text(*years).value_or("");
    edition.years = parse_years(text);
    if (!edition.years) schema.error(*years, "bad-years", {text});
  }
  if (const Node* caution = schema.document().find(node, "caution")) {
    edition.caution = read_bilingual(schema, *caution);
  }
  instrument.editions.push_back(std::move(edition));
}

void read_needs(Schema& schema, const Node& node, const Instrument& instrument,
                Prerequisite& rule) {
  if (!schema.is_mapping(node)) return;
  for (const Node& child : schema.document().children(node)) {
    const auto range = instrument.indicator_range(child.key);
    if (range.size() != 1) {
      suggest_indicators(schema.error_at_key(child, "unknown-indicator",
                                             {std::string(child.key), instrument.name}),
                         instrument);
      continue;
    }
    const Scale& scale = instrument.scale_of(range.front());
    if (const auto level = schema.integer(child, scale.low, scale.high)) {
      rule.needs.push_back({range.front(), Ratio(*level)});
    }
  }
}

void read_prerequisite(Schema& schema, const Node& node, Instrument& instrument) {
  schema.allow_keys(node, {"id", "raise", "to", "needs", "editions", "basis", "place"});
  Prerequisite rule;
  if (const Node* id = schema.require(node, "id")) rule.id = schema.text(*id).value_or("");
  if (const Node* raise = schema.require(node, "raise")) {
    rule.raise = read_indicator_set(schema, *raise, instrument);
  }
  if (const Node* to = schema.require(node, "to")) {
    const Scale scale = rule.raise.empty() ? Scale{} : instrument.scale_of(rule.raise.front());
    rule.to = Ratio(schema.integer(*to, scale.low, scale.high).value_or(scale.low));
  }
  if (const Node* needs = schema.require(node, "needs")) {
    read_needs(schema, *needs, instrument, rule);
  }
  if (const Node* editions = schema.document().find(node, "editions")) {
    rule.editions = schema.texts(*editions);
    for (const std::string& edition : rule.editions) {
      if (instrument.find_edition(edition) != nullptr) continue;
      Diagnostic& error = schema.error(*editions, "unknown-edition", {edition});
      std::vector<std::string> known;
      for (const Edition& e : instrument.editions) known.push_back(e.id);
      schema.suggest_nearest(error, edition, known);
    }
  }
  if (const Node* basis = schema.document().find(node, "basis")) {
    const std::vector<std::string> known(kPrerequisiteBasisWords.begin() + 1,
                                         kPrerequisiteBasisWords.end());
    rule.basis = static_cast<PrerequisiteBasis>(schema.one_of(*basis, "basis", known));
  }
  rule.place = schema.text_or(node, "place");
  instrument.prerequisites.push_back(std::move(rule));
}

}  // namespace

Bilingual read_bilingual(Schema& schema, const Node& node) {
  if (!schema.is_mapping(node)) return {};
  schema.allow_keys(node, {"english", "indonesian"});
  return {schema.text_or(node, "english"), schema.text_or(node, "indonesian")};
}

Bilingual read_text_in_languages(Schema& schema, const Node& mapping, std::string_view key) {
  const Node* node = schema.document().find(mapping, key);
  if (node != nullptr && node->kind == Node::Kind::mapping) return read_bilingual(schema, *node);
  const std::string text = schema.text_or(mapping, key);
  return {text, text};
}

std::vector<Scale> read_scales(Schema& schema, const Node& node) {
  std::vector<Scale> scales;
  if (!schema.is_mapping(node)) return scales;
  const Document& document = schema.document();
  for (const Node& child : document.children(node)) {
    if (!schema.is_mapping(child)) continue;
    schema.allow_keys(child,
                      {"name", "english", "levels", "whole", "tolerated", "names", "milestones"});
    Scale scale;
    scale.id = std::string(child.key);
    scale.name = schema.text_or(child, "name");
    scale.english = schema.text_or(child, "english");
    if (const Node* whole = document.find(child, "whole")) {
      scale.whole = schema.boolean(*whole).value_or(true);
    }
    if (const Node* levels = schema.require(child, "levels")) {
      read_level_range(schema, *levels, scale);
    }
    if (const Node* tolerated = document.find(child, "tolerated")) {
      schema.each(*tolerated, [&](const Node& item) {
        if (const auto level = schema.integer(item, 0, kHighestLevel)) {
          scale.tolerated.push_back(*level);
        }
      });
    }
    if (const Node* names = document.find(child, "names")) {
      read_level_names(schema, *names, scale);
    }
    if (const Node* milestones = document.find(child, "milestones")) {
      read_milestones(schema, *milestones, scale);
    }
    scales.push_back(std::move(scale));
  }
  return scales;
}

std::optional<Category> read_category(Schema& schema, const Node& node) {
  if (!schema.is_mapping(node)) return std::nullopt;
  schema.allow_keys(node, {"name", "english", "stage", "from"});
  Category category;
  const Node* name = schema.require(node, "name");
  const Node* from = schema.require(node, "from");
  if (name == nullptr || from == nullptr) return std::nullopt;
  category.name = schema.text(*name).value_or("");
  category.english = schema.text_or(node, "english");
  category.stage = schema.text_or(node, "stage");
  const auto bound = schema.ratio(*from);
  if (!bound) return std::nullopt;
  category.from = *bound;
  return category;
}

CategoryRule read_category_rule(Schema& schema, const Node& node) {
  CategoryRule rule;
  if (!schema.is_mapping(node)) return rule;
  for (const Node& child : schema.document().children(node)) {
    const std::string word = schema.text(child).value_or("");
    if (word != "exact" && word != "shown") {
      schema.error(child, "bad-category-rule", {word});
      continue;
    }
    const CategoryBasis basis = word == "shown" ? CategoryBasis::shown : CategoryBasis::exact;
    const auto year = parse_years(child.key);
    if (child.key == "default") {
      rule.otherwise = basis;
    } else if (year && year->first == year->last) {
      rule.years.emplace_back(year->first, basis);
    } else {
      schema.error_at_key(child, "bad-years", {std::string(child.key)});
    }
  }
  return rule;
}

void read_advice(Schema& schema, const Node& root, Instrument& instrument,
                 InstrumentPlaces& places) {
  const Document& document = schema.document();
  if (const Node* node = document.find(root, "externals"); node && schema.is_mapping(*node)) {
    for (const Node& child : document.children(*node)) read_external(schema, child, instrument);
  }
  if (const Node* node = document.find(root, "calendar"))
    read_calendar(schema, *node, instrument.calendar);
  if (const Node* node = document.find(root, "editions"); node && schema.is_mapping(*node)) {
    for (const Node& child : document.children(*node)) {
      if (instrument.editions.size() == kMostEditions) {
        schema.error(*node, "too-many-entries", {"editions", std::to_string(kMostEditions)});
        return;
      }
      read_edition(schema, child, instrument);
    }
  }
  if (const Node* node = document.find(root, "prerequisites"); node && schema.is_sequence(*node)) {
    std::size_t pairs = 0;
    for (const Node& child : document.children(*node)) {
      if (!schema.is_mapping(child)) continue;
      read_prerequisite(schema, child, instrument);
      const Prerequisite& rule = instrument.prerequisites.back();
      pairs += rule.raise.size() * rule.needs.size();
      if (pairs > kMostPairs) {
        schema.error(child, "too-many-entries", {"prerequisites", std::to_string(kMostPairs)});
        return;
      }
      places.prerequisites.push_back({&document.source(), child.span});
    }
  }
}

void suggest_indicators(Diagnostic& error, const Instrument& instrument) {
  error.suggest("indicators-are", {instrument.at(instrument.indicators.front()).key,
                                   instrument.at(instrument.indicators.back()).key});
}

bool suggest_codes(Diagnostic& error, const Instrument& instrument, std::string_view word) {
  const std::size_t digits = word.find_first_of("0123456789");
  if (digits == 0 || digits == std::string_view::npos) return false;
  if (word.find_first_not_of("0123456789", digits) != std::string_view::npos) return false;
  const std::string letters = lower_case(word.substr(0, digits));
  std::vector<std::string> codes;
  for (const Component& c : instrument.components) {
    const std::size_t end = std::min(c.id.find_first_of("0123456789"), c.id.size());
    if (lower_case(c.id.substr(0, end)) == letters) codes.push_back(c.id);
  }
  if (codes.empty()) return false;
  error.suggest("codes-are", {codes.front(), codes.back()});
  return true;
}

std::vector<ComponentIndex> read_indicator_set(Schema& schema, const Node& node,
                                               const Instrument& instrument) {
  std::vector<ComponentIndex> found;
  schema.each(node, [&](const Node& item) {
    const std::string text = schema.text(item).value_or("");
    if (text.empty()) return;
    const auto range = instrument.indicators_named(text);
    if (range.empty()) {
      suggest_indicators(schema.error(item, "unknown-indicator", {text, instrument.name}),
                         instrument);
    }
    for (const ComponentIndex i : range) {
      if (std::ranges::find(found, i) == found.end()) found.push_back(i);
    }
  });
  std::ranges::sort(found);
  return found;
}

}  // namespace spbe
