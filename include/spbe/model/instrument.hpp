#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "spbe/base/interval.hpp"
#include "spbe/base/ratio.hpp"
#include "spbe/model/words.hpp"

namespace spbe {

// A component's place in Instrument::components.
using ComponentIndex = std::size_t;
inline constexpr ComponentIndex kNoComponent = static_cast<ComponentIndex>(-1);

// Decimals the index and its parts are shown with, as in every official table.
inline constexpr int kShownPlaces = 2;

// A text in the two languages the program speaks.
struct Bilingual {
  std::string english;
  std::string indonesian;
  bool empty() const { return english.empty() && indonesian.empty(); }
};

struct MaturityLevel {
  int value = 0;
  std::string name;  // as in the regulation
  std::string english;
};

// What an indicator may be given: whole levels, or any value, from `low` to `high`.
struct Scale {
  std::string id;
  std::string name;
  std::string english;
  int low = 1;
  int high = 5;
  bool whole = true;
  std::vector<int> tolerated;  // outside the regulation's scale, yet seen in official results
  std::vector<MaturityLevel> levels;
  // What an indicator is worth when a level is complete, one a level from `low` on, ascending to
  // `high`; empty where a level is worth its own number.
  std::vector<Ratio> milestones;

  bool tolerates(Ratio value) const;
  const MaturityLevel* level(Ratio value) const;
  bool has_milestones() const { return !milestones.empty(); }
  // Of a level from `low` to `high`: where its band begins and what it is worth when complete.
  Ratio band_begin(int level) const;
  Ratio milestone(int level) const;
  // The highest complete level at `value`; below `low` when none is.
  int complete_level(Ratio value) const;
  // The level whose band the step to `value` fills: that of the lowest milestone from `value` up.
  int level_towards(Ratio value) const;
  // What an indicator at `value` can be raised to, ascending: milestones, or whole levels.
  std::vector<Ratio> steps_above(Ratio value) const;
};

// A band of the index; it ends where the next one begins. `from` belongs to it.
struct Category {
  std::string name;
  std::string english;
  std::string stage;  // other name of the same band, may be empty
  Ratio from;
};

// What is compared with the bounds of the categories: the exact index, or the index as shown,
// rounded to two decimals.
enum class CategoryBasis { exact, shown };

struct YearRange {
  int first = 0;
  int last = 0;  // kOpenEnd: still in force
  static constexpr int kOpenEnd = 9999;
  bool contains(int year) const { return first <= year && year <= last; }
};

struct CategoryRule {
  CategoryBasis otherwise = CategoryBasis::exact;
  std::vector<std::pair<int, CategoryBasis>> years;
  CategoryBasis in(int year) const;
};

enum class ComponentKind { domain, aspect, indicator };
std::string_view to_string(ComponentKind kind);  // "domain", "aspect", "indicator"

// A domain, aspect or indicator. Weights are percent of the index.
struct Component {
  std::string id;    // "D1", "A2", "ID-12"
  std::string key;   // "12" for an indicator, else the id
  std::string slug;  // "kebijakan"; empty for an indicator
  ComponentKind kind = ComponentKind::indicator;
  std::string name;  // in Indonesian, as in the regulation
  std::string english;
  Ratio weight;                      // in percent of the whole
  Ratio worth;                       // weight / 100: of one level, in points of the index
  std::string short_name;            // for where there is little room; empty: none
  std::string short_english;         // the same in English
  std::vector<std::string> aliases;  // other codes and names in use
  ComponentIndex parent = kNoComponent;
  std::vector<ComponentIndex> children;
  std::size_t scale = 0;  // of an indicator
  std::size_t depth = 0;

  bool is_indicator() const { return kind == ComponentKind::indicator; }
};

// An index of another agency that gives the value of indicators.
struct ExternalIndex {
  std::string id;  // "sdi", as an assessment writes it under `from`
  std::string name;
  std::string english;
  std::string owner;  // the agency
  std::vector<ComponentIndex> indicators;
  // Its values and the values of the indicator they stand for, ascending and linear in between;
  // empty where no conversion is known.
  std::vector<std::pair<Ratio, Ratio>> points;
  int max_age_months = 0;  // 0: nothing is said
  Bilingual source;
  std::string as_of;  // the day on which the source was read

  // Nothing outside the points.
  std::optional<Ratio> convert(Ratio value) const;
};

// When the stages of one year were held; dates are texts, as they only are shown.
struct Calendar {
  struct Entry {
    Bilingual name;
    std::string from;
    std::string until;
  };
  std::vector<Entry> entries;
  Bilingual caution;
  std::string source;
};

// A published reading of the regulation (technical guide) and the years it was used.
struct Edition {
  std::string id;
  std::string name;
  std::optional<YearRange> years;
  Bilingual caution;
};

// "Raising one of `raise` to `to` or above presupposes every one of `needs`." Advice of the
// named editions; never part of the arithmetic.
struct Prerequisite {
  struct Need {
    ComponentIndex indicator = kNoComponent;
    Ratio level;
  };
  std::string id;
  std::vector<ComponentIndex> raise;
  Ratio to;
  std::vector<Need> needs;
  std::vector<std::string> editions;
  PrerequisiteBasis basis = PrerequisiteBasis::unsaid;
  std::string place;  // page or article
};

// One regulation: a tree of components whose indicators carry the whole weight.
struct Instrument {
  std::string id;
  std::string name;        // "PermenPANRB 59/2020"
  std::string index_name;  // "Indeks SPBE"
  std::string regulation;
  YearRange years;
  std::string superseded_by;
  std::string status;            // verified, reconstructed, secondary
  Bilingual caution;             // to be shown with every result, unless empty
  Bilingual source;              // where the figures come from
  std::string indicator_prefix;  // stands before each indicator's name in the regulation
  std::vector<Scale> scales;
  std::vector<Category> categories;  // from the lowest
  CategoryRule category_rule;
  std::vector<Component> components;  // parents before children, in order of the regulation
  std::vector<ComponentIndex> roots;
  std::vector<ComponentIndex> indicators;
  std::vector<ExternalIndex> externals;
  Calendar calendar;  // may be empty
  std::vector<Edition> editions;
  std::vector<Prerequisite> prerequisites;

  // The id of the instrument that has taken its place in `year`; empty while it counts.
  std::string successor_in(int year) const {
    return year > years.last ? superseded_by : std::string();
  }
  const Component& at(ComponentIndex index) const { return components[index]; }
  const Scale& scale_of(ComponentIndex indicator) const {
    return scales[components[indicator].scale];
  }
  // By id, key, slug or alias, letter case aside; kNoComponent when there is none.
  ComponentIndex find(std::string_view wanted) const;
  // "21-31", "12" or "ID-12": the indicators named, in the instrument's order; empty when a
  // name is unknown, is no indicator, or the range runs backwards.
  std::vector<ComponentIndex> indicator_range(std::string_view text) const;
  // Which indicators a word names, wherever people name some: as indicator_range, or all that lie
  // in a domain or aspect ("D3", "audit-tik"), or "all" ("semua").
  std::vector<ComponentIndex> indicators_named(std::string_view text) const;
  // The index of another agency behind an indicator, or null.
  const ExternalIndex* external_of(ComponentIndex indicator) const;
  bool is_within(ComponentIndex inner, ComponentIndex outer) const;
  // The category whose band holds `index`; below the lowest band the lowest.
  std::size_t category_of(Ratio index, CategoryBasis basis) const;
  // The least exact index that is in `category` or above: its bound, or, where the shown index
  // decides, the least that is shown as the bound or more.
  Ratio least_index(std::size_t category, CategoryBasis basis) const;
  std::optional<std::size_t> find_category(std::string_view wanted) const;
  // The edition in force in `year`, or null.
  const Edition* edition_in(int year) const;
  const Edition* find_edition(std::string_view id) const;
  // Lowest and highest value the index can take on the regulation's scales.
  // The values that the scales below the component allow, with the levels that they only
  // tolerate or without.
  Interval range_of(ComponentIndex component, bool with_tolerated) const;
  Ratio lowest_index() const;
  Ratio highest_index() const;
};

}  // namespace spbe
