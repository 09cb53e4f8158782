#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

#include "spbe/base/interval.hpp"
#include "spbe/model/assessment.hpp"

namespace spbe {

// One component's share of the result.
struct ComponentResult {
  Interval value;          // its index: the weighted mean of the levels below it
  Interval contribution;   // index points: value * weight / 100
  std::size_t scored = 0;  // indicators below it (or itself) that have a level
  std::size_t of = 0;      // indicators below it (or itself)
  bool published = false;  // a published value stands for the levels below it
  bool covered = false;    // lies below such a component; nothing is known of it alone
  bool informed = false;   // something published tells of it, or of anything below it

  bool known() const { return !covered && (scored > 0 || published || informed); }
};

struct NextCategory {
  std::size_t category = 0;
  Interval short_by;  // index points to the least exact index of the category, above zero
};

// A value under `published` that nothing prints as which the rest of the file allows.
struct Contradiction {
  ComponentIndex component = kNoComponent;  // or the index
  // The nearest values that whole levels can give, where they can be listed.
  std::optional<Ratio> below;
  std::optional<Ratio> above;
};

// The index of one assessment. Formula: PermenPANRB 59/2020, Lampiran Bab II.B.4: the sum over
// all indicators of level * weight / 100, never re-weighted for what is missing.
struct IndexResult {
  std::shared_ptr<const Instrument> instrument;
  Interval index;
  std::vector<ComponentResult> components;  // one a component of the instrument
  // Every exact index that whole levels can produce under what the file says, ascending;
  // nothing when there are more than kMaxPossible, or what is open need not be whole or allows
  // too much to be listed.
  std::optional<std::vector<Ratio>> possible;
  std::vector<std::size_t> categories;              // those the index may have, ascending
  std::vector<std::size_t> other_basis_categories;  // under the other reading of the bounds
  CategoryBasis basis = CategoryBasis::exact;
  std::optional<NextCategory> next;  // none in the highest category
  std::size_t scored = 0;
  std::size_t of = 0;
  std::vector<ComponentIndex> missing;     // indicators without a level or a published value
  std::vector<ComponentIndex> published;   // components whose printed value was used
  std::vector<ComponentIndex> impossible;  // of those, values that no whole levels give
  std::vector<ComponentIndex> tolerated;   // of those, values that only tolerated levels give
  // Values under `published` that narrow what levels leave open, and those that contradict it
  // and so narrow nothing; kNoComponent stands for the index.
  std::vector<ComponentIndex> narrowed;
  std::vector<Contradiction> contradicted;

  bool exact() const { return index.exact(); }
  std::optional<Ratio> shown() const { return shown_value(index, kShownPlaces); }
  // The only category, or null when there are several.
  const Category* category() const;
};

inline constexpr std::size_t kMaxPossible = 50;

// The categories that an index within `index` can have, ascending.
std::vector<std::size_t> categories_within(const Instrument& instrument, const Interval& index,
                                           CategoryBasis basis);

// `basis` overrides what the instrument says for the year.
IndexResult compute(const Assessment& assessment,
                    std::optional<CategoryBasis> basis = std::nullopt);

}  // namespace spbe
