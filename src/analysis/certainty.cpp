#include "spbe/analysis/certainty.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <utility>

#include "analysis/chance_sums.hpp"

namespace spbe {

namespace {

// The largest fraction of which both are whole multiples.
Ratio common_unit(Ratio a, Ratio b) {
  const Ratio den(std::lcm(a.den(), b.den()));
  return Ratio(std::gcd((a * den).num(), (b * den).num())) / den;
}

class Computing {
 public:
  Computing(const Evaluation& evaluation, const std::vector<Belief>& beliefs)
      : assessment_(evaluation.assessment),
        result_(evaluation.result),
        instrument_(*result_.instrument),
        beliefs_(beliefs) {}

  std::optional<Certainty> run(Ratio wanted) {
    add_unknown();
    choose_unit();
    if (!make_sums()) return std::nullopt;
    list_states();
    count_categories();
    answer_.wanted = wanted;
    find_reaching();
    find_range();
    find_expected();
    for (std::size_t i = 0; i < beliefs_.size(); ++i) weigh(i);
    std::ranges::stable_sort(answer_.deciding,
                             [](const auto& a, const auto& b) { return a.gain > b.gain; });
    return std::move(answer_);
  }

 private:
  // What no belief is about stands in its whole range, whatever the rest does.
  void add_unknown() {
    for (ComponentIndex i = 0; i < result_.components.size(); ++i) {
      const ComponentResult& part = result_.components[i];
      const bool open = instrument_.at(i).is_indicator()
                            ? assessment_.score(i).kind != Score::Kind::level
                            : part.published;
      if (part.covered || !open) continue;
      base_ = base_ + part.contribution;
      answer_.unknown.push_back(i);
    }
    // What was published of the index may leave them less.
    Interval left = result_.index;
    for (const Belief& belief : beliefs_) {
      const Ratio known = belief.level * instrument_.at(belief.indicator).worth;
      left = left + Interval::point(Ratio(0) - known);
    }
    base_ = intersection(base_, left).value_or(base_);
  }

  void choose_unit() {
    Ratio unit;
    for (const Belief& belief : beliefs_) {
      const Ratio worth = instrument_.at(belief.indicator).worth;
      const Ratio least = belief.outcomes.front().level;
      base_ = base_ + Interval::point(least * worth);
      for (const Belief::Outcome& outcome : belief.outcomes) {
        unit = common_unit(unit, (outcome.level - least) * worth);
      }
    }
    if (unit > Ratio(0)) unit_ = unit;
  }

  std::size_t units_of(const Belief& belief, Ratio level) const {
    const Ratio above =
        (level - belief.outcomes.front().level) * instrument_.at(belief.indicator).worth / unit_;
    return static_cast<std::size_t>(above.num());
  }

  bool make_sums() {
    std::vector<ChanceSums::Part> parts;
    for (const Belief& belief : beliefs_) {
      ChanceSums::Part part;
      std::int64_t of = 1;
      for (const Belief::Outcome& outcome : belief.outcomes)
        of = std::lcm(of, outcome.chance.den());
      part.of = static_cast<std::uint64_t>(of);
      for (const Belief::Outcome& outcome : belief.outcomes) {
        const Ratio weight = outcome.chance * Ratio(of);
        part.amounts.push_back(
            {units_of(belief, outcome.level), static_cast<std::uint64_t>(weight.num())});
      }
      parts.push_back(std::move(part));
    }
    sums_ = ChanceSums::make(std::move(parts));
    return sums_.has_value();
  }

  Interval index_at(std::size_t sum) const {
    return base_ + Interval::point(unit_ * Ratio(static_cast<std::int64_t>(sum)));
  }

  void list_states() {
    for (std::size_t sum = 0; sum < sums_->size(); ++sum) {
      const auto found = categories_within(instrument_, index_at(sum), result_.basis);
      ranges_.emplace_back(found.front(), found.back());
      if (sums_->possible(sum)) answer_.states.push_back({index_at(sum), sums_->chance(sum)});
    }
  }

  // The sums of which something holds.
  template <class Condition>
  std::vector<bool> sums_where(const Condition& holds) const {
    std::vector<bool> sums(sums_->size());
    for (std::size_t i = 0; i < sums.size(); ++i) sums[i] = holds(i);
    return sums;
  }

  // `chance_of` of the sums that surely reach what is wanted, and of those that may.
  template <class ChanceOf>
  Chance at_least(const ChanceOf& chance_of) const {
    BigRatio surely = chance_of(surely_);
    BigRatio maybe = surely_ == maybe_ ? surely : chance_of(maybe_);
    return {std::move(surely), std::move(maybe)};
  }

  void find_reaching() {
    surely_ = sums_where([&](std::size_t sum) { return index_at(sum).low >= answer_.wanted; });
    maybe_ = sums_where([&](std::size_t sum) {
      const Interval index = index_at(sum);
      return index.open_high ? index.high > answer_.wanted : index.high >= answer_.wanted;
    });
    answer_.reaches =
        at_least([&](const std::vector<bool>& sums) { return sums_->chance_of(sums); });
  }

  void count_categories() {
    for (std::size_t c = 0; c < instrument_.categories.size(); ++c) {
      const auto surely = sums_where(
          [&](std::size_t sum) { return ranges_[sum].first == c && ranges_[sum].second == c; });
      const auto maybe = sums_where(
          [&](std::size_t sum) { return ranges_[sum].first <= c && c <= ranges_[sum].second; });
      answer_.categories.push_back({sums_->chance_of(surely), sums_->chance_of(maybe)});
    }
  }

  void find_range() {
    const BigRatio tail = Ratio(1, 20);
    BigRatio below;
    bool low_found = false;
    for (const Certainty::State& state : answer_.states) {
      below = below + state.chance;
      if (!low_found && below >= tail) {
        answer_.low = state.index;
        low_found = true;
      }
      answer_.high = state.index;
      if (below >= BigRatio(1) - tail) break;
    }
  }

  void find_expected() {
    answer_.expected_low = base_.low;
    answer_.expected_high = base_.high;
    for (const Belief& belief : beliefs_) {
      const Ratio worth = instrument_.at(belief.indicator).worth;
      for (const Belief::Outcome& outcome : belief.outcomes) {
        const BigRatio more =
            BigRatio((outcome.level - belief.outcomes.front().level) * worth) * outcome.chance;
        answer_.expected_low = answer_.expected_low + more;
        answer_.expected_high = answer_.expected_high + more;
      }
    }
  }

  void weigh(std::size_t i) {
    const Belief& belief = beliefs_[i];
    if (belief.certain()) return;
    const bool can_stay = std::ranges::any_of(
        belief.outcomes, [&](const Belief::Outcome& o) { return o.level == belief.level; });
    if (!can_stay) return;
    const std::size_t units = units_of(belief, belief.level);
    Certainty::Deciding deciding;
    deciding.indicator = belief.indicator;
    // Indicators of one weight and one belief decide alike.
    std::vector<Ratio> alike = {instrument_.at(belief.indicator).worth, belief.level};
    for (const Belief::Outcome& outcome : belief.outcomes) {
      alike.insert(alike.end(), {outcome.level, outcome.chance});
    }
    const auto [found, fresh] = weighed_.try_emplace(std::move(alike));
    if (fresh) {
      found->second =
          at_least([&](const std::vector<bool>& sums) { return sums_->chance_of(sums, i, units); });
    }
    deciding.reaches = found->second;
    deciding.gain = deciding.reaches.low - answer_.reaches.low;
    answer_.deciding.push_back(std::move(deciding));
  }

  const Assessment& assessment_;
  const IndexResult& result_;
  const Instrument& instrument_;
  const std::vector<Belief>& beliefs_;
  Interval base_;     // the index when every belief comes out lowest
  Ratio unit_ = {1};  // of the sums, in index points
  std::optional<ChanceSums> sums_;
  std::vector<std::pair<std::size_t, std::size_t>> ranges_;  // categories at each sum
  std::vector<bool> surely_;                                 // sums that reach what is wanted
  std::vector<bool> maybe_;                                  // ... or may
  std::map<std::vector<Ratio>, Chance> weighed_;
  Certainty answer_;
};

}  // namespace

std::optional<Margin> margin_of(const Evaluation& evaluation) {
  const IndexResult& result = evaluation.result;
  const Instrument& instrument = *result.instrument;
  if (result.categories.size() != 1 || result.categories.front() == 0) return std::nullopt;
  const std::size_t now = result.categories.front();
  struct Fall {
    ComponentIndex indicator;
    Ratio loss;
  };
  std::vector<Fall> falls;
  for (const ComponentIndex i : instrument.indicators) {
    const Score& score = evaluation.assessment.score(i);
    const Ratio low(instrument.scale_of(i).low);
    if (score.kind != Score::Kind::level || score.level <= low) continue;
    const Ratio by = score.level - max(low, score.level - Ratio(1));
    falls.push_back({i, by * instrument.at(i).worth});
  }
  std::ranges::stable_sort(falls, [](const Fall& a, const Fall& b) { return a.loss > b.loss; });
  // When levels are missing, from the lowest the index can be: so few may suffice.
  const auto lost = [&](Ratio index) { return instrument.category_of(index, result.basis) < now; };
  Margin margin;
  margin.index = result.index.low;
  for (const Fall& fall : falls) {
    if (lost(result.index.low - fall.loss)) margin.alone.push_back(fall.indicator);
  }
  for (const Fall& fall : falls) {
    margin.index -= fall.loss;
    margin.indicators.push_back(fall.indicator);
    ++margin.falls;
    if (lost(margin.index)) return margin;
  }
  return std::nullopt;
}

std::size_t predikat_to_keep(const IndexResult& result) {
  const std::size_t least = result.categories.front() == 0 ? 1 : result.categories.front();
  return std::min(least, result.instrument->categories.size() - 1);
}

std::optional<Certainty> certainty_of(const Evaluation& evaluation,
                                      const std::vector<Belief>& beliefs, Ratio wanted) {
  auto answer = Computing(evaluation, beliefs).run(wanted);
  if (answer) answer->margin = margin_of(evaluation);
  return answer;
}

}  // namespace spbe
