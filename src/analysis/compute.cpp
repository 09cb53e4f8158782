#include "spbe/analysis/compute.hpp"

#include <algorithm>
#include <set>

#include "analysis/level_sums.hpp"

namespace spbe {

namespace {

// `high` itself, or the bound of the band under it when `high` begins a band.
Ratio below_bounds(const Instrument& instrument, Ratio high) {
  for (std::size_t i = 1; i < instrument.categories.size(); ++i) {
    if (instrument.categories[i].from == high) return instrument.categories[i - 1].from;
  }
  return high;
}

class Computation {
 public:
  Computation(const Assessment& assessment, CategoryBasis basis)
      : assessment_(assessment), instrument_(*assessment.instrument) {
    result_.instrument = assessment.instrument;
    result_.basis = basis;
    result_.components.resize(instrument_.components.size());
  }

  IndexResult run() {
    Interval sum;
    for (const ComponentIndex root : instrument_.roots) {
      evaluate(root, false);
      const ComponentResult& part = result_.components[root];
      sum = sum + part.contribution;
      result_.scored += part.scored;
      result_.of += part.of;
    }
    result_.index = sum;
    if (result_.index.exact()) {
      result_.possible = {result_.index.low};
    } else {
      narrow_to_whole_levels();
    }
    for (const ComponentIndex i : result_.published) pass_to_only_child(i);
    classify();
    return std::move(result_);
  }

 private:
  // Fills the component and all below it.
  void evaluate(ComponentIndex index, bool covered) {
    const Component& c = instrument_.at(index);
    const Score& score = assessment_.score(index);
    ComponentResult& part = result_.components[index];
    part.covered = covered;
    const bool is_published = score.kind == Score::Kind::published;
    if (c.is_indicator()) {
      evaluate_indicator(index, covered);
    } else {
      Interval weighted;
      for (const ComponentIndex child : c.children) {
        evaluate(child, covered || is_published);
        const ComponentResult& below = result_.components[child];
        weighted = weighted + below.value * instrument_.at(child).weight;
        part.scored += below.scored;
        part.of += below.of;
        part.informed = part.informed || below.published || below.informed;
      }
      // Divided once, after the sum.
      part.value = weighted * (Ratio(1) / c.weight);
    }
    if (is_published) {
      part.published = true;
      part.value = within(score.published.range(), part.value, index);
      result_.published.push_back(index);
    }
    part.contribution = part.value * c.worth;
  }

  // What a printed value stands for, less what the scale does not allow: 1.00 is nothing below 1.
  // A value that is all outside, of which the reader warns, needs levels that are only tolerated.
  Interval within(const Interval& printed, const Interval& allowed, ComponentIndex index) const {
    if (const auto part = intersection(printed, allowed)) return *part;
    return intersection(printed, instrument_.range_of(index, true)).value_or(printed);
  }

  void evaluate_indicator(ComponentIndex index, bool covered) {
    const Score& score = assessment_.score(index);
    const Scale& scale = instrument_.scale_of(index);
    ComponentResult& part = result_.components[index];
    part.of = 1;
    if (score.kind == Score::Kind::level) {
      part.scored = 1;
      part.value = Interval::point(score.level);
      return;
    }
    part.value = {Ratio(scale.low), Ratio(scale.high), false};
    if (!covered) result_.missing.push_back(index);
  }

  // Levels are whole, so a printed 3.40 may leave only one sum of levels.
  void narrow_to_whole_levels() {
    sums_.emplace(assessment_);
    const LevelSums& sums = *sums_;
    result_.impossible = sums.impossible();
    result_.tolerated = sums.tolerated();
    result_.narrowed = sums.narrowed();
    result_.contradicted = sums.contradicted();
    Interval index;
    for (const ComponentIndex root : instrument_.roots) {
      narrow(root, sums);
      index = index + result_.components[root].contribution;
    }
    result_.index = index;
    if (const auto& total = sums.of(kNoComponent)) {
      result_.index = {sums.value(total->front(), kNoComponent),
                       sums.value(total->back(), kNoComponent), false};
      if (total->size() <= kMaxPossible) {
        auto& possible = result_.possible.emplace();
        for (const std::int64_t sum : *total) possible.push_back(sums.value(sum, kNoComponent));
      }
    } else {
      narrow_to_printed(result_.index, kNoComponent);
    }
    for (const ComponentIndex i : result_.narrowed) inform(i);
  }

  // From below upwards: what whole levels, or else what is known below, leave of a component.
  void narrow(ComponentIndex index, const LevelSums& sums) {
    const Component& c = instrument_.at(index);
    ComponentResult& part = result_.components[index];
    Interval weighted;
    if (!part.published) {
      for (const ComponentIndex child : c.children) {
        narrow(child, sums);
        weighted = weighted + result_.components[child].value * instrument_.at(child).weight;
      }
    }
    if (const auto& possible = sums.of(index)) {
      part.value = {sums.value(possible->front(), index), sums.value(possible->back(), index),
                    false};
    } else {
      if (!part.published && !c.is_indicator()) part.value = weighted * (Ratio(1) / c.weight);
      narrow_to_printed(part.value, index);
    }
    part.contribution = part.value * c.worth;
  }

  // Where the sums cannot be listed: to what the value under `published` stands for.
  void narrow_to_printed(Interval& value, ComponentIndex index) {
    const PublishedNumber* published = assessment_.published.find(index);
    if (published == nullptr) return;
    const auto both = intersection(value, published->range());
    if (!both) {
      result_.contradicted.push_back({index, {}, {}});
    } else if (*both != value) {
      result_.narrowed.push_back(index);
      value = *both;
    }
  }

  // The only aspect of a published domain has its value.
  void pass_to_only_child(ComponentIndex index) {
    const Component& c = instrument_.at(index);
    if (c.children.size() != 1 || instrument_.at(c.children.front()).is_indicator()) return;
    const ComponentIndex child = c.children.front();
    ComponentResult& part = result_.components[child];
    part.value = result_.components[index].value;
    part.contribution = part.value * instrument_.at(child).worth;
    part.covered = false;
    part.informed = true;
    pass_to_only_child(child);
  }

  // Something is known of the component, and so of all above it.
  void inform(ComponentIndex index) {
    for (ComponentIndex at = index; at != kNoComponent; at = instrument_.at(at).parent) {
      result_.components[at].informed = true;
    }
  }

  std::vector<std::size_t> categories_under(CategoryBasis basis) const {
    if (!sums_ || !sums_->of(kNoComponent)) {
      return categories_within(instrument_, result_.index, basis);
    }
    const auto category_of = [&](std::int64_t sum) {
      return instrument_.category_of(sums_->value(sum, kNoComponent), basis);
    };
    std::set<std::size_t> found;
    // They ascend, and their categories with them.
    const LevelSums::Sums& total = *sums_->of(kNoComponent);
    for (auto at = total.begin(); at != total.end();) {
      const std::size_t category = category_of(*at);
      found.insert(category);
      at = std::partition_point(at, total.end(),
                                [&](std::int64_t sum) { return category_of(sum) == category; });
    }
    return {found.begin(), found.end()};
  }

  void classify() {
    result_.categories = categories_under(result_.basis);
    const CategoryBasis other =
        result_.basis == CategoryBasis::exact ? CategoryBasis::shown : CategoryBasis::exact;
    result_.other_basis_categories = categories_under(other);
    const std::size_t next = result_.categories.back() + 1;
    if (next >= instrument_.categories.size()) return;
    const Ratio bound = instrument_.least_index(next, result_.basis);
    result_.next = NextCategory{next, {bound - result_.index.high, bound - result_.index.low}};
  }

  const Assessment& assessment_;
  const Instrument& instrument_;
  IndexResult result_;
  std::optional<LevelSums> sums_;  // when the index is not exact
};

}  // namespace

const Category* IndexResult::category() const {
  return categories.size() == 1 ? &instrument->categories[categories.front()] : nullptr;
}

std::vector<std::size_t> categories_within(const Instrument& instrument, const Interval& index,
                                           CategoryBasis basis) {
  const bool shown = basis == CategoryBasis::shown;
  Ratio high = index.high;
  if (index.open_high) {
    // The highest value that is still below an open end, as far as bounds can tell.
    high =
        shown ? rounded_below(high, kShownPlaces) : max(index.low, below_bounds(instrument, high));
  }
  const std::size_t last = instrument.category_of(high, basis);
  const std::size_t lowest = instrument.category_of(index.low, basis);
  std::vector<std::size_t> found;
  for (std::size_t i = lowest; i <= last; ++i) {
    // A narrow band may lie between two numbers of as many decimals as are shown.
    const auto& bands = instrument.categories;
    const Ratio first = rounded_up(bands[i].from, kShownPlaces);
    const bool empty = shown && i > lowest && i + 1 < bands.size() && first >= bands[i + 1].from;
    if (!empty) found.push_back(i);
  }
  return found;
}

IndexResult compute(const Assessment& assessment, std::optional<CategoryBasis> basis) {
  const CategoryBasis chosen =
      basis.value_or(assessment.instrument->category_rule.in(assessment.year));
  return Computation(assessment, chosen).run();
}

}  // namespace spbe
