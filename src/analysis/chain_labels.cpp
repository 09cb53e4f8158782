#include "analysis/chain_labels.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

namespace spbe {

namespace {

using Chains = std::vector<std::vector<ChainOption>>;

Wide size_of(Wide value) { return value < 0 ? -value : value; }

// What the options of the chains weigh at the price.
struct Weights {
  std::vector<std::vector<Wide>> above;  // of each option, above the least of its chain
  std::vector<Wide> least;               // of each chain
  Wide slack = 0;                        // how much of `above` may come together
  std::int64_t least_use = 0;            // of all chains

  Weights(const Chains& chains, const ChainBound& bound)
      : slack(bound.most_cost + bound.price * bound.limit) {
    for (const auto& options : chains) {
      std::vector<Wide> all;
      std::int64_t use = options.front().use;
      for (const ChainOption& option : options) {
        all.push_back(option.cost + bound.price * option.use);
        use = std::min(use, option.use);
      }
      const Wide lowest = *std::ranges::min_element(all);
      for (Wide& weight : all) weight -= lowest;
      slack -= lowest;
      least_use += use;
      least.push_back(lowest);
      above.push_back(std::move(all));
    }
  }

  // Of the options that the slack allows, the least but one: where it is large nothing is open.
  Wide next_above(std::size_t chain) const {
    Wide first = slack + 1;
    Wide second = slack + 1;
    for (const Wide weight : above[chain]) {
      second = std::min(second, std::max(first, weight));
      first = std::min(first, weight);
    }
    return second;
  }
};

// The labels of some of the chains: for each total use that can be had the least cost, less what
// something better in both beats and what weighs too much.
template <typename Number>
class Side {
 public:
  struct Label {
    Number cost = 0;
    std::int64_t use = 0;
    std::uint32_t from = 0;    // the label of the chain before
    std::uint32_t option = 0;  // taken of this chain
  };

  Side() : labels_(1) {}

  const std::vector<Label>& labels() const { return labels_; }  // use rises, cost falls

  void extend(const Chains& chains, const Weights& weights, std::size_t chain, Number price,
              std::int64_t most_use, WorkMeter& meter) {
    least_ += static_cast<Number>(weights.least[chain]);
    const Number most = static_cast<Number>(weights.slack) + least_;
    all_.clear();
    for (std::uint32_t o = 0; o < chains[chain].size(); ++o) {
      if (weights.above[chain][o] > weights.slack) continue;
      merge(static_cast<Number>(chains[chain][o].cost), chains[chain][o].use, o, price, most,
            most_use);
      meter.done += labels_.size() + all_.size();
    }
    labels_.swap(all_);
    chains_.push_back(chain);
    ends_.push_back(steps_.size() + labels_.size());
    for (const Label& label : labels_) steps_.push_back({label.from, label.option});
  }

  void choose(std::size_t at, std::vector<std::uint32_t>& options) const {
    for (std::size_t c = chains_.size(); c-- > 0;) {
      const Step step = steps_[(c == 0 ? 0 : ends_[c - 1]) + at];
      options[chains_[c]] = step.option;
      at = step.from;
    }
  }

 private:
  struct Step {
    std::uint32_t from = 0;
    std::uint32_t option = 0;
  };

  // The labels with one option more into `all_`.
  void merge(Number cost, std::int64_t use, std::uint32_t option, Number price, Number most,
             std::int64_t most_use) {
    merged_.clear();
    merged_.reserve(all_.size() + labels_.size());
    std::size_t a = 0;
    const auto put = [&](const Label& label) {
      if (merged_.empty() || label.cost < merged_.back().cost) merged_.push_back(label);
    };
    for (std::uint32_t i = 0; i < labels_.size(); ++i) {
      const Label label{static_cast<Number>(labels_[i].cost + cost), labels_[i].use + use, i,
                        option};
      if (label.use > most_use) break;
      if (label.cost + price * label.use > most) continue;
      while (a < all_.size() && (all_[a].use < label.use ||
                                 (all_[a].use == label.use && all_[a].cost <= label.cost))) {
        put(all_[a++]);
      }
      put(label);
    }
    while (a < all_.size()) put(all_[a++]);
    all_.swap(merged_);
  }

  Number least_ = 0;  // what the chains weigh at the least
  std::vector<Label> labels_;
  std::vector<Label> all_;
  std::vector<Label> merged_;
  std::vector<std::size_t> chains_;
  std::vector<std::size_t> ends_;
  std::vector<Step> steps_;  // of all chains in turn
};

// From two sides, so that neither has the labels of all chains: the next chain goes to the side
// that has fewer. Chains in which most is open come last.
template <typename Number>
std::optional<ChainChoice> meet(const Chains& chains, const ChainBound& bound,
                                const Weights& weights, WorkMeter& meter) {
  std::vector<std::size_t> order(chains.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::vector<Wide> open;
  for (std::size_t c = 0; c < chains.size(); ++c) open.push_back(weights.next_above(c));
  std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) { return open[a] > open[b]; });
  const auto price = static_cast<Number>(bound.price);
  Side<Number> one;
  Side<Number> other;
  // of the chains that a side does not have
  const auto least_use = [&](std::size_t chain) {
    return std::ranges::min_element(chains[chain], {}, &ChainOption::use)->use;
  };
  std::int64_t rest_one = weights.least_use;
  std::int64_t rest_other = weights.least_use;
  for (const std::size_t chain : order) {
    const bool first = one.labels().size() <= other.labels().size();
    Side<Number>& side = first ? one : other;
    std::int64_t& rest = first ? rest_one : rest_other;
    rest -= least_use(chain);
    side.extend(chains, weights, chain, price, bound.limit - rest, meter);
    if (side.labels().empty() || meter.spent()) return std::nullopt;
  }
  std::optional<Number> least;
  std::size_t best_one = 0;
  std::size_t best_other = 0;
  std::size_t b = other.labels().size();
  for (std::size_t a = 0; a < one.labels().size(); ++a) {
    const auto& label = one.labels()[a];
    while (b > 0 && label.use + other.labels()[b - 1].use > bound.limit) --b;
    if (b == 0) break;
    const Number cost = label.cost + other.labels()[b - 1].cost;
    if (least && cost >= *least) continue;
    least = cost;
    best_one = a;
    best_other = b - 1;
  }
  if (!least || *least > bound.most_cost) return std::nullopt;
  ChainChoice choice;
  choice.cost = *least;
  choice.options.resize(chains.size());
  one.choose(best_one, choice.options);
  other.choose(best_other, choice.options);
  return choice;
}

}  // namespace

std::optional<ChainChoice> best_choice(const std::vector<std::vector<ChainOption>>& chains,
                                       const ChainBound& bound, WorkMeter& meter) {
  Weights weights(chains, bound);
  if (weights.slack < 0 || weights.least_use > bound.limit) return std::nullopt;
  // What no sum below can exceed in size.
  Wide most = weights.slack;
  for (std::size_t c = 0; c < chains.size(); ++c) {
    Wide cost = 0;
    Wide use = 0;
    for (const ChainOption& option : chains[c]) {
      cost = std::max(cost, size_of(option.cost));
      use = std::max(use, size_of(option.use));
    }
    most += cost + bound.price * use + size_of(weights.least[c]);
  }
  const bool narrow = most < std::numeric_limits<std::int64_t>::max() / 2;
  // Most often the cheapest choice is hardly above the bound: little slack finds it with few
  // labels. What is found with little is the cheapest of all.
  const Wide slack = weights.slack;
  for (const int shift : {9, 6, 3, 0}) {
    weights.slack = slack >> shift;
    ChainBound within = bound;
    within.most_cost -= slack - weights.slack;
    auto choice = narrow ? meet<std::int64_t>(chains, within, weights, meter)
                         : meet<Wide>(chains, within, weights, meter);
    if (choice || meter.spent()) return choice;
  }
  return std::nullopt;
}

}  // namespace spbe
