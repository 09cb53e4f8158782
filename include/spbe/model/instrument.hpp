#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "spbe/base/ratio.hpp"

namespace spbe {

// A component's place in Instrument::components.
using ComponentIndex = std::size_t;
inline constexpr ComponentIndex kNoComponent = static_cast<ComponentIndex>(-1);

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

  bool tolerates(Ratio value) const;
  const MaturityLevel* level(Ratio value) const;
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
  Ratio weight;  // in percent of the whole
  Ratio worth;   // weight / 100: of one level, in points of the index
  ComponentIndex parent = kNoComponent;
  std::vector<ComponentIndex> children;
  std::size_t scale = 0;  // of an indicator
  std::size_t depth = 0;

  bool is_indicator() const { return kind == ComponentKind::indicator; }
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
  std::string basis;  // criterion, description, legal
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
  std::string status;  // verified, reconstructed, secondary
  Bilingual caution;   // to be shown with every result, unless empty
  std::string source;
  std::string indicator_prefix;  // stands before each indicator's name in the regulation
  std::vector<Scale> scales;
  std::vector<Category> categories;  // from the lowest
  CategoryRule category_rule;
  std::vector<Component> components;  // parents before children, in order of the regulation
  std::vector<ComponentIndex> roots;
  std::vector<ComponentIndex> indicators;
  std::vector<Edition> editions;
  std::vector<Prerequisite> prerequisites;

  const Component& at(ComponentIndex index) const { return components[index]; }
  const Scale& scale_of(ComponentIndex indicator) const {
    return scales[components[indicator].scale];
  }
  // By id, key or slug, letter case aside; kNoComponent when there is none.
  ComponentIndex find(std::string_view wanted) const;
  // "21-31", "12" or "ID-12": the indicators named, in the instrument's order; empty when a
  // name is unknown, is no indicator, or the range runs backwards.
  std::vector<ComponentIndex> indicator_range(std::string_view text) const;
  bool is_within(ComponentIndex inner, ComponentIndex outer) const;
  // The category whose band holds `index`; below the lowest band the lowest.
  std::size_t category_of(Ratio index, CategoryBasis basis) const;
  std::optional<std::size_t> find_category(std::string_view wanted) const;
  // The edition in force in `year`, or null.
  const Edition* edition_in(int year) const;
  const Edition* find_edition(std::string_view id) const;
  // Lowest and highest value the index can take on the regulation's scales.
  Ratio lowest_index() const;
  Ratio highest_index() const;
};

}  // namespace spbe
