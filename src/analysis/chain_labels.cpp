#include "analysis/chain_labels.hpp"

#include <algorithm>

namespace spbe {

namespace {

struct Label {
  Wide cost = 0;
  std::int64_t use = 0;
  std::uint32_t from = 0;    // the label of the chain before
  std::uint32_t option = 0;  // taken of this chain
};
using Labels = std::vector<Label>;  // use rises, cost falls

class LabelTable {
 public:
  LabelTable(const std::vector<std::vector<ChainOption>>& chains, const ChainBound& bound,
             WorkMeter& meter)
      : chains_(chains), bound_(bound), meter_(meter) {
    // What the chains from each place on cost and use at the least.
    rest_weight_.assign(chains.size() + 1, 0);
    rest_use_.assign(chains.size() + 1, 0);
    for (std::size_t c = chains.size(); c-- > 0;) {
      Wide weight = chains[c].front().cost + bound.price * chains[c].front().use;
      std::int64_t use = chains[c].front().use;
      for (const ChainOption& option : chains[c]) {
        weight = std::min(weight, option.cost + bound.price * option.use);
        use = std::min(use, option.use);
      }
      rest_weight_[c] = rest_weight_[c + 1] + weight;
      rest_use_[c] = rest_use_[c + 1] + use;
    }
  }

  std::optional<ChainChoice> run() {
    const Wide least = rest_weight_.front() - bound_.price * bound_.limit;
    if (rest_use_.front() > bound_.limit || least > bound_.most_cost) return std::nullopt;
    steps_.reserve(chains_.size());
    labels_ = {Label{}};
    for (std::size_t c = 0; c < chains_.size(); ++c) {
      extend(c);
      if (labels_.empty() || meter_.spent()) return std::nullopt;
    }
    ChainChoice choice;
    choice.options.resize(chains_.size());
    choice.cost = labels_.back().cost;
    std::size_t at = labels_.size() - 1;
    for (std::size_t c = chains_.size(); c-- > 0;) {
      const Step step = steps_[c][at];
      choice.options[c] = step.option;
      at = step.from;
    }
    return choice;
  }

 private:
  struct Step {
    std::uint32_t from = 0;
    std::uint32_t option = 0;
  };

  void extend(std::size_t chain) {
    Labels all;
    for (std::uint32_t o = 0; o < chains_[chain].size(); ++o) {
      shifted_.clear();
      const ChainOption& option = chains_[chain][o];
      for (std::uint32_t i = 0; i < labels_.size(); ++i) {
        const Label label{labels_[i].cost + option.cost, labels_[i].use + option.use, i, o};
        if (label.use + rest_use_[chain + 1] > bound_.limit) break;
        const Wide least = label.cost + bound_.price * (label.use - bound_.limit);
        if (least + rest_weight_[chain + 1] <= bound_.most_cost) shifted_.push_back(label);
      }
      meter_.done += labels_.size();
      merge(all);
    }
    labels_ = std::move(all);
    steps_.emplace_back();
    steps_.back().reserve(labels_.size());
    for (const Label& label : labels_) {
      Step step;
      step.from = label.from;
      step.option = label.option;
      steps_.back().push_back(step);
    }
  }

  // `shifted_` into `all`; of two labels one of which beats the other that one stays.
  void merge(Labels& all) {
    if (all.empty()) {
      all.swap(shifted_);
      return;
    }
    merged_.clear();
    std::size_t a = 0;
    std::size_t b = 0;
    while (a < all.size() || b < shifted_.size()) {
      const bool first =
          b == shifted_.size() ||
          (a < all.size() && (all[a].use < shifted_[b].use ||
                              (all[a].use == shifted_[b].use && all[a].cost <= shifted_[b].cost)));
      const Label& label = first ? all[a++] : shifted_[b++];
      if (merged_.empty() || label.cost < merged_.back().cost) merged_.push_back(label);
    }
    meter_.done += merged_.size();
    all.swap(merged_);
  }

  const std::vector<std::vector<ChainOption>>& chains_;
  const ChainBound& bound_;
  WorkMeter& meter_;
  std::vector<Wide> rest_weight_;
  std::vector<std::int64_t> rest_use_;
  Labels labels_;
  Labels shifted_;
  Labels merged_;
  std::vector<std::vector<Step>> steps_;
};

}  // namespace

std::optional<ChainChoice> best_choice(const std::vector<std::vector<ChainOption>>& chains,
                                       const ChainBound& bound, WorkMeter& meter) {
  return LabelTable(chains, bound, meter).run();
}

}  // namespace spbe
