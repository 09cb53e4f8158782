#include "spbe/analysis/peers.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "analysis/statistics.hpp"

namespace spbe {

namespace {

// Whether every value of `a` is above every value of `b`.
bool surely_above(const Interval& a, const Interval& b) {
  return b.open_high ? a.low >= b.high : a.low > b.high;
}

using Profiles = std::vector<const PeerProfile*>;

class PeerComparison {
 public:
  PeerComparison(const PeerProfile& ours, const Profiles& others, std::size_t above)
      : ours_(ours), others_(others), most_above_(above), instrument_(*ours.summary.instrument) {}

  PeerGroup run() {
    set_place();
    set_index();
    for (ComponentIndex i = 0; i < instrument_.components.size(); ++i) {
      const auto part = part_of(i);
      if (!part) continue;
      if (!instrument_.at(i).is_indicator()) {
        group_.parts.push_back(*part);
      } else if (part->ours && 2 * part->ahead > part->of - 1) {
        group_.behind.push_back(*part);
      }
    }
    std::ranges::stable_sort(group_.behind, [](const PeerPart& a, const PeerPart& b) {
      return a.ahead * (b.of - 1) > b.ahead * (a.of - 1);
    });
    find_above();
    return std::move(group_);
  }

 private:
  void set_place() {
    const Interval& index = ours_.summary.index;
    std::size_t above = 0;
    std::size_t below = 0;
    std::size_t surely = 0;
    std::size_t maybe = 0;
    for (const PeerProfile* other : others_) {
      const Interval& theirs = other->summary.index;
      above += theirs.low > index.low ? 1U : 0U;
      below += theirs.low < index.low ? 1U : 0U;
      surely += surely_above(theirs, index) ? 1U : 0U;
      maybe += theirs.high > index.low ? 1U : 0U;
    }
    group_.place = {above + 1, others_.size() + 1};
    group_.best = surely + 1;
    group_.worst = maybe + 1;
    if (others_.empty()) return;
    group_.percentile =
        Ratio(100 * static_cast<std::int64_t>(below), static_cast<std::int64_t>(others_.size()));
  }

  static void set_statistics(PeerPart& part, std::vector<Interval> values) {
    for (const Interval& value : values) {
      if (part.ours && surely_above(value, *part.ours)) ++part.ahead;
    }
    if (part.ours) values.push_back(*part.ours);
    part.of = values.size();
    part.median = median_of(values);
    part.best_tenth = best_tenth_of(values);
  }

  void set_index() {
    std::vector<Interval> values;
    for (const PeerProfile* other : others_) values.push_back(other->summary.index);
    group_.index.ours = ours_.summary.index;
    set_statistics(group_.index, std::move(values));
  }

  std::optional<PeerPart> part_of(ComponentIndex i) const {
    PeerPart part;
    part.component = i;
    part.ours = ours_.values[i];
    std::vector<Interval> values;
    for (const PeerProfile* other : others_) {
      if (other->values[i]) values.push_back(*other->values[i]);
    }
    if (values.empty()) return std::nullopt;
    set_statistics(part, std::move(values));
    return part;
  }

  void find_above() {
    Profiles above;
    for (const PeerProfile* other : others_) {
      if (other->summary.index.low > ours_.summary.index.low) above.push_back(other);
    }
    std::ranges::sort(above, [](const PeerProfile* a, const PeerProfile* b) {
      if (a->summary.index.low != b->summary.index.low) {
        return a->summary.index.low < b->summary.index.low;
      }
      return a->summary.institution < b->summary.institution;
    });
    for (std::size_t i = 0; i < above.size() && i < most_above_; ++i) {
      PeerAbove one;
      one.peer = above[i];
      one.rank = 1 + static_cast<std::size_t>(std::ranges::count_if(others_, [&](const auto* p) {
                   return p->summary.index.low > above[i]->summary.index.low;
                 }));
      one.ahead_by = difference(above[i]->summary.index, ours_.summary.index);
      for (const ComponentIndex root : instrument_.roots) add_leads(one, root);
      std::ranges::stable_sort(one.leads, [](const auto& a, const auto& b) {
        return a.contribution.low > b.contribution.low;
      });
      group_.above.push_back(std::move(one));
    }
  }

  // Whether anything below the component is known of both.
  bool known_below(const PeerProfile& peer, ComponentIndex i) const {
    return std::ranges::any_of(instrument_.at(i).children, [&](ComponentIndex child) {
      return (ours_.values[child] && peer.values[child]) || known_below(peer, child);
    });
  }

  void add_leads(PeerAbove& above, ComponentIndex i) const {
    if (known_below(*above.peer, i)) {
      for (const ComponentIndex child : instrument_.at(i).children) add_leads(above, child);
      return;
    }
    const auto& ours = ours_.values[i];
    const auto& theirs = above.peer->values[i];
    if (!ours || !theirs || !surely_above(*theirs, *ours)) return;
    above.leads.push_back(
        {i, *ours, *theirs, difference(*theirs, *ours) * instrument_.at(i).worth});
  }

  const PeerProfile& ours_;
  const Profiles& others_;
  std::size_t most_above_;
  const Instrument& instrument_;
  PeerGroup group_;
};

// The institutions that ours is compared with, each by its latest stage of the year.
struct Chosen {
  Profiles of_kind;
  Profiles of_province;
  std::size_t other_year = 0;
  std::size_t other_instrument = 0;
};

Chosen choose(const Summary& own, const std::vector<PeerProfile>& all,
              const InstitutionKeys& keys) {
  const std::string own_key = keys.of(own);
  // Null: of other years only.
  std::unordered_map<std::string, const PeerProfile*> latest;
  std::vector<std::string> order;
  for (const PeerProfile& one : all) {
    const std::string key = keys.of(one.summary);
    if (key == own_key) continue;
    const auto [at, fresh] = latest.emplace(key, nullptr);
    if (fresh) order.push_back(key);
    if (one.summary.year != own.year) continue;
    const PeerProfile*& taken = at->second;
    if (taken == nullptr || stage_order(one.summary.stage) > stage_order(taken->summary.stage)) {
      taken = &one;
    }
  }
  Chosen chosen;
  for (const std::string& key : order) {
    const PeerProfile* one = latest.at(key);
    if (one == nullptr) {
      ++chosen.other_year;
    } else if (one->summary.instrument->id != own.instrument->id) {
      ++chosen.other_instrument;
    } else if (own.kind == InstitutionKind::unsaid || one->summary.kind == own.kind) {
      chosen.of_kind.push_back(one);
      const bool near =
          !own.province.empty() && same_institution(one->summary.province, own.province);
      if (near) chosen.of_province.push_back(one);
    }
  }
  return chosen;
}

// Our own newest result of an earlier year under the same instrument; or null.
const PeerProfile* earlier(const Summary& own, const std::vector<PeerProfile>& all,
                           const InstitutionKeys& keys) {
  const std::string own_key = keys.of(own);
  const PeerProfile* found = nullptr;
  for (const PeerProfile& one : all) {
    const Summary& its = one.summary;
    if (its.year >= own.year || its.instrument->id != own.instrument->id) continue;
    if (keys.of(its) != own_key) continue;
    const auto rank = [](const Summary& s) { return std::pair(s.year, stage_order(s.stage)); };
    if (found == nullptr || rank(its) > rank(found->summary)) found = &one;
  }
  return found;
}

Place place_among(const Interval& index, const Profiles& others) {
  const auto above = std::ranges::count_if(
      others, [&](const PeerProfile* other) { return other->summary.index.low > index.low; });
  return {static_cast<std::size_t>(above) + 1, others.size() + 1};
}

PeerBefore compare_before(const PeerProfile& ours, const Profiles& now,
                          const PeerProfile& then_ours, const Profiles& then,
                          const InstitutionKeys& keys) {
  PeerGroup group = PeerComparison(then_ours, then, 0).run();
  PeerBefore before;
  before.year = then_ours.summary.year;
  before.place = group.place;
  before.index = group.index;
  before.parts = std::move(group.parts);
  std::unordered_map<std::string, const PeerProfile*> by_key;
  for (const PeerProfile* one : then) by_key[keys.of(one->summary)] = one;
  Profiles both_now;
  Profiles both_then;
  for (const PeerProfile* one : now) {
    const auto found = by_key.find(keys.of(one->summary));
    if (found == by_key.end()) continue;
    both_now.push_back(one);
    both_then.push_back(found->second);
  }
  before.then_among = place_among(then_ours.summary.index, both_then);
  before.now_among = place_among(ours.summary.index, both_now);
  return before;
}

}  // namespace

const PeerPart* PeerBefore::find(ComponentIndex component) const {
  const auto found = std::ranges::find(parts, component, &PeerPart::component);
  return found == parts.end() ? nullptr : &*found;
}

PeerProfile profile_of(const Evaluation& evaluation) {
  PeerProfile profile;
  profile.summary = summarize(evaluation.assessment, evaluation.result);
  for (const ComponentResult& part : evaluation.result.components) {
    const bool whole = part.published || (!part.covered && part.scored == part.of);
    profile.values.push_back(whole ? std::optional(part.value) : std::nullopt);
  }
  return profile;
}

Peers peers_of(const PeerProfile& ours, const std::vector<PeerProfile>& all, std::size_t above) {
  const Summary& own = ours.summary;
  InstitutionKeys keys;
  keys.meet(own.institution, own.id);
  for (const PeerProfile& one : all) keys.meet(one.summary.institution, one.summary.id);
  const Chosen now = choose(own, all, keys);
  const PeerProfile* then_ours = earlier(own, all, keys);
  Chosen then;
  if (then_ours != nullptr) {
    Summary as_now = own;  // its kind and province count, whatever the earlier file says
    as_now.year = then_ours->summary.year;
    then = choose(as_now, all, keys);
  }
  Peers peers;
  peers.other_year = now.other_year;
  peers.other_instrument = now.other_instrument;
  const auto add = [&](const Profiles& others, const Profiles& before,
                       const std::string& province) {
    PeerGroup group = PeerComparison(ours, others, above).run();
    group.kind = own.kind;
    group.province = province;
    if (!before.empty()) group.before = compare_before(ours, others, *then_ours, before, keys);
    peers.groups.push_back(std::move(group));
  };
  add(now.of_kind, then.of_kind, "");
  if (!own.province.empty() && !now.of_province.empty()) {
    add(now.of_province, then.of_province, own.province);
  }
  return peers;
}

}  // namespace spbe
