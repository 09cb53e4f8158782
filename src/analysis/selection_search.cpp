#include <algorithm>
#include <queue>
#include <set>
#include <stdexcept>

#include "analysis/chain_labels.hpp"
#include "analysis/closed_set.hpp"
#include "analysis/selection.hpp"
#include "analysis/selection_graph.hpp"

namespace spbe {

namespace {

// Steps towards the best price at the root, and at each node below it.
constexpr int kRootSteps = 24;
constexpr int kNodeSteps = 2;

struct Node {
  Marks marks;
  Wide bound = 0;
  Wide price = 0;
  std::uint64_t order = 0;
};

struct LaterNode {
  bool operator()(const Node& a, const Node& b) const {
    return a.bound != b.bound ? a.bound > b.bound : a.order > b.order;
  }
};

class Search {
 public:
  Search(const Selection& selection, const std::optional<Taken>& known, WorkMeter& meter)
      : selection_(selection),
        items_(selection.items),
        graph_(selection),
        closed_(selection),
        best_(known),
        meter_(meter) {
    shared_.resize(items_.size());
    std::size_t needs = 0;
    for (const Selection::Item& item : items_) {
      first_need_.push_back(needs);
      needs += item.needs.size();
    }
    paid_.resize(needs);
    dearest_ = 1;
    for (const auto& item : items_) dearest_ += item.cost < 0 ? -item.cost : item.cost;
  }

  SelectionAnswer run(const Marks& start) {
    Node root;
    root.marks = start;
    root.bound = -(Wide(1) << 124);
    if (!graph_.settle(root.marks)) return {best_, true};
    visit(root, true);
    while (!open_.empty() && !meter_.spent()) {
      Node node = open_.top();
      open_.pop();
      if (!beats(node.bound)) {
        open_ = {};
        break;
      }
      visit(node, false);
    }
    return {best_, !meter_.spent()};
  }

 private:
  // Whether something that costs at least `bound` may still be cheaper than the best known.
  bool beats(Wide bound) const { return !best_ || bound <= best_->cost - selection_.grain; }
  Wide most_cost() const { return best_ ? best_->cost - selection_.grain : Wide(1) << 124; }

  // The least closed set of the open items at `price`, and all that is taken.
  struct Point {
    Wide cost = 0;
    std::int64_t use = 0;
    Wide bound = 0;
  };
  Point closed_at(Wide price, const Marks& marks) {
    closed_.solve(price, marks, meter_);
    solved_price_ = price;
    Point point;
    point.bound = closed_.weight() - price * selection_.limit;
    for (std::size_t i = 0; i < items_.size(); ++i) {
      const bool fixed = marks[i] == Mark::taken;
      if (fixed) point.bound += items_[i].cost + price * items_[i].use;
      if (!fixed && !(marks[i] == Mark::open && closed_.taken(i))) continue;
      point.cost += items_[i].cost;
      point.use += items_[i].use;
    }
    if (!meter_.spent() && point.use <= selection_.limit && (!best_ || point.cost < best_->cost)) {
      std::vector<bool> items(items_.size());
      for (std::size_t i = 0; i < items_.size(); ++i) {
        items[i] = marks[i] == Mark::taken || (marks[i] == Mark::open && closed_.taken(i));
      }
      best_ = taken_of(selection_, std::move(items));
    }
    return point;
  }

  // Raises node.bound and sets node.price to the price of the best bound found. False when
  // nothing keeps the limit, or nothing cheaper can come.
  bool price_node(Node& node, bool root) {
    std::optional<Point> dear;   // keeps the limit
    std::optional<Point> cheap;  // does not
    Wide highest = -(Wide(1) << 125);
    Wide best_price = node.price;
    const auto look = [&](Wide price) {
      const Point point = closed_at(price, node.marks);
      if (point.bound > highest) {
        highest = point.bound;
        best_price = price;
        node.bound = std::max(node.bound, highest);
      }
      (point.use <= selection_.limit ? dear : cheap) = point;
      return point;
    };
    if (root) {
      look(0);
      if (dear) return false;
      look(dearest_);
      if (!dear) return false;
    } else {
      Wide price = node.price;
      Wide step = price / 16 + 1;
      look(price);
      for (int s = 0; s < 3 && (!dear || !cheap) && beats(node.bound); ++s) {
        price = dear ? std::max<Wide>(0, price - step) : std::min(dearest_, price + step);
        look(price);
        if (price == 0 && dear) break;
        step *= 4;
      }
    }
    for (int s = 0; s < (root ? kRootSteps : kNodeSteps); ++s) {
      if (!dear || !cheap || !beats(node.bound)) break;
      const Wide price = (dear->cost - cheap->cost) / (Wide(cheap->use) - dear->use);
      if (price < 0) break;
      const Wide line = std::min(dear->cost + price * (Wide(dear->use) - selection_.limit),
                                 cheap->cost + price * (Wide(cheap->use) - selection_.limit));
      const Point point = look(price);
      if (point.bound >= line) break;
    }
    node.price = best_price;
    return beats(node.bound);
  }

  // Costs and uses with what the items that need others pay for them at `price`.
  void share_needs(const Marks& marks, Wide price) {
    for (std::size_t i = 0; i < items_.size(); ++i) shared_[i] = {items_[i].cost, items_[i].use};
    for (std::size_t i = 0; i < items_.size(); ++i) {
      if (marks[i] != Mark::open) continue;
      for (std::size_t k = 0; k < items_[i].needs.size(); ++k) {
        const std::size_t need = items_[i].needs[k];
        Wide& paid = paid_[first_need_[i] + k];
        paid = marks[need] == Mark::open ? closed_.paid(i, k) : 0;
        if (!selection_.share_uses) {
          shared_[i].cost += paid;
          shared_[need].cost -= paid;
        } else if (price > 0) {
          const auto uses = static_cast<std::int64_t>(paid / price);
          shared_[i].use += uses;
          shared_[need].use -= uses;
        }
      }
    }
  }

  std::vector<std::vector<ChainOption>> options_of(const std::vector<OpenChain>& chains) const {
    std::vector<std::vector<ChainOption>> all;
    for (const OpenChain& chain : chains) {
      std::vector<ChainOption> options = {ChainOption{}};
      for (std::size_t i = chain.first; i < chain.first + chain.open; ++i) {
        ChainOption next = options.back();
        next.cost += shared_[i].cost;
        next.use += shared_[i].use;
        options.push_back(next);
      }
      all.push_back(std::move(options));
    }
    return all;
  }

  // Settles what every cheaper selection must take or leave, by what the bound would rise.
  bool settle_by_bound(Node& node, const std::vector<OpenChain>& chains,
                       const std::vector<std::vector<ChainOption>>& options, bool& more) {
    more = false;
    if (!best_) return true;
    const auto weight = [&](const ChainOption& o) { return o.cost + node.price * o.use; };
    std::vector<Wide> least(chains.size());
    Wide slack = most_cost() + node.price * selection_.limit;
    for (std::size_t i = 0; i < items_.size(); ++i) {
      if (node.marks[i] == Mark::taken) slack -= items_[i].cost + node.price * items_[i].use;
    }
    for (std::size_t c = 0; c < chains.size(); ++c) {
      for (const ChainOption& o : options[c]) least[c] = std::min(least[c], weight(o));
      slack -= least[c];
    }
    std::vector<std::size_t> changed;
    for (std::size_t c = 0; c < chains.size(); ++c) {
      const auto fits = [&](std::size_t o) { return weight(options[c][o]) - least[c] <= slack; };
      std::size_t low = 0;
      std::size_t high = chains[c].open;
      while (low < high && !fits(low)) ++low;
      while (high > low && !fits(high)) --high;
      if (low > 0) {
        node.marks[chains[c].first + low - 1] = Mark::taken;
        changed.push_back(chains[c].first + low - 1);
      }
      if (high < chains[c].open) {
        node.marks[chains[c].first + high] = Mark::left;
        changed.push_back(chains[c].first + high);
      }
    }
    more = !changed.empty();
    return graph_.settle_from(node.marks, changed);
  }

  std::vector<bool> chosen_items(const Marks& marks, const std::vector<OpenChain>& chains,
                                 const ChainChoice& choice) const {
    std::vector<bool> items(items_.size());
    for (std::size_t i = 0; i < items_.size(); ++i) items[i] = marks[i] == Mark::taken;
    for (std::size_t c = 0; c < chains.size(); ++c) {
      for (std::size_t k = 0; k < choice.options[c]; ++k) items[chains[c].first + k] = true;
    }
    return items;
  }

  void offer(std::vector<bool> items) {
    Taken taken = taken_of(selection_, std::move(items));
    if (taken.use <= selection_.limit && (!best_ || taken.cost < best_->cost)) {
      best_ = std::move(taken);
    }
  }

  // The best that takes of the awaited items exactly those of `items`.
  void try_awaited(Marks marks, const std::vector<bool>& items, Wide price) {
    std::vector<std::size_t> changed;
    std::vector<bool> key;
    for (std::size_t i = 0; i < items_.size(); ++i) {
      if (graph_.needed_by(i).empty()) continue;
      key.push_back(items[i]);
      if (marks[i] != Mark::open) continue;
      marks[i] = items[i] ? Mark::taken : Mark::left;
      changed.push_back(i);
    }
    if (!tried_.insert(std::move(key)).second || !graph_.settle_from(marks, changed)) return;
    ChainBound bound{selection_.limit, most_cost(), price};
    for (std::size_t i = 0; i < items_.size(); ++i) {
      if (marks[i] != Mark::taken) continue;
      bound.limit -= items_[i].use;
      bound.most_cost -= items_[i].cost;
    }
    share_needs(marks, price);
    const auto chains = graph_.open_chains(marks);
    const auto choice = best_choice(options_of(chains), bound, meter_);
    if (choice) offer(chosen_items(marks, chains, *choice));
  }

  // How far `item` is from being paid for as it is taken or left in `items`.
  Wide unsettled(const Marks& marks, std::size_t item, const std::vector<bool>& items,
                 Wide price) const {
    if (!graph_.awaited(marks, item)) return 0;
    Wide unpaid = 0;
    Wide used = 0;
    bool any = items[item];
    for (const SelectionGraph::Dependent& d : graph_.needed_by(item)) {
      if (marks[d.item] != Mark::open) continue;
      const Wide paid = paid_[first_need_[d.item] + d.place];
      any = any || items[d.item];
      (items[d.item] ? used : unpaid) += paid;
    }
    if (!any) return 0;
    if (items[item]) return unpaid;
    const Wide own = std::max<Wide>(shared_[item].cost + price * shared_[item].use, 0);
    const bool alone = graph_.alone(item);
    return 1 + unpaid + own + (alone ? 0 : used);
  }

  std::size_t branching_item(const Marks& marks, const std::vector<bool>& items, Wide price) const {
    std::size_t branch = kNoItem;
    Wide most = 0;
    for (std::size_t i = 0; i < items_.size(); ++i) {
      const Wide distance = unsettled(marks, i, items, price);
      if (distance <= most) continue;
      most = distance;
      branch = i;
    }
    for (std::size_t i = 0; branch == kNoItem && i < items_.size(); ++i) {
      if (graph_.awaited(marks, i)) branch = i;
    }
    return branch;
  }

  // The bound at node.price, and what follows from it. False when nothing cheaper can come.
  bool tighten(Node& node, std::vector<OpenChain>& chains,
               std::vector<std::vector<ChainOption>>& options) {
    constexpr int kRounds = 4;
    bool more = true;
    for (int round = 0; more; ++round) {
      // The last look at the prices may have been the best.
      if (round > 0 || solved_price_ != node.price) {
        node.bound = std::max(node.bound, closed_at(node.price, node.marks).bound);
        if (!beats(node.bound)) return false;
      }
      share_needs(node.marks, node.price);
      chains = graph_.open_chains(node.marks);
      options = options_of(chains);
      if (round == kRounds) return true;
      if (!settle_by_bound(node, chains, options, more)) return false;
    }
    return true;
  }

  void visit(Node& node, bool root) {
    if (!price_node(node, root)) return;
    std::vector<OpenChain> chains;
    std::vector<std::vector<ChainOption>> options;
    if (!tighten(node, chains, options)) return;
    ChainBound bound{selection_.limit, most_cost(), node.price};
    Wide base = 0;
    for (std::size_t i = 0; i < items_.size(); ++i) {
      if (node.marks[i] != Mark::taken) continue;
      bound.limit -= items_[i].use;
      base += items_[i].cost;
    }
    bound.most_cost -= base;
    const auto choice = best_choice(options, bound, meter_);
    if (!choice) return;
    node.bound = std::max(node.bound, base + choice->cost);
    const std::vector<bool> items = chosen_items(node.marks, chains, *choice);
    // Before another trial changes the shares.
    const std::size_t branch = branching_item(node.marks, items, node.price);
    const Taken whole = taken_of(selection_, graph_.closure_of(items));
    offer(whole.items);
    if (whole.use <= selection_.limit && whole.cost <= base + choice->cost) return;
    if (branch == kNoItem) throw std::logic_error("nothing is left to branch over");
    try_awaited(node.marks, whole.items, node.price);
    if (!beats(node.bound)) return;
    for (const Mark mark : {Mark::taken, Mark::left}) {
      Node child = node;
      child.marks[branch] = mark;
      std::vector<std::size_t> changed = {branch};
      if (!graph_.settle_from(child.marks, changed)) continue;
      child.order = ++made_;
      open_.push(std::move(child));
    }
  }

  const Selection& selection_;
  const std::vector<Selection::Item>& items_;
  SelectionGraph graph_;
  ClosedSet closed_;
  Wide dearest_ = 0;
  Wide solved_price_ = -1;  // that of closed_
  std::optional<Taken> best_;
  WorkMeter& meter_;
  std::vector<ChainOption> shared_;      // of each item, alone
  std::vector<std::size_t> first_need_;  // of each item, in `paid_`
  std::vector<Wide> paid_;               // for each need
  std::set<std::vector<bool>> tried_;
  std::priority_queue<Node, std::vector<Node>, LaterNode> open_;
  std::uint64_t made_ = 0;  // nodes
};

}  // namespace

Taken taken_of(const Selection& selection, std::vector<bool> items) {
  Taken taken;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (!items[i]) continue;
    taken.cost += selection.items[i].cost;
    taken.use += selection.items[i].use;
  }
  taken.items = std::move(items);
  return taken;
}

SelectionAnswer least_cost(const Selection& selection, const Marks& start,
                           const std::optional<Taken>& known, WorkMeter& meter) {
  return Search(selection, known, meter).run(start);
}

}  // namespace spbe
