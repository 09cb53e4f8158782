#include <algorithm>
#include <map>

#include "spbe/analysis/certainty.hpp"

namespace spbe {

namespace {

void add(std::map<Ratio, Ratio>& outcomes, const Scale& scale, Ratio level, Ratio by,
         Ratio chance) {
  if (chance == Ratio(0)) return;
  // A tolerated level below the scale does not fall, and rises to the scale.
  const Ratio low = min(level, Ratio(scale.low));
  outcomes[min(max(level + by, low), max(level, Ratio(scale.high)))] += chance;
}

Belief belief_of(const Assessment& assessment, ComponentIndex i, const Drift& drift,
                 const std::vector<StageMoves>& learnt) {
  const Scale& scale = assessment.instrument->scale_of(i);
  const Details* details = assessment.details_of(i);
  Belief belief;
  belief.indicator = i;
  belief.level = assessment.score(i).level;
  std::map<Ratio, Ratio> outcomes;
  if (details != nullptr && details->sure) {
    belief.origin = Belief::Origin::file;
    add(outcomes, scale, belief.level, Ratio(-1), Ratio(1) - *details->sure);
    add(outcomes, scale, belief.level, Ratio(0), *details->sure);
  } else if (!learnt.empty() && learnt[i].seen > 0) {
    belief.origin = Belief::Origin::learnt;
    const auto seen = static_cast<std::int64_t>(learnt[i].seen);
    for (const StageMoves::Step& step : learnt[i].steps) {
      add(outcomes, scale, belief.level, step.by,
          Ratio(static_cast<std::int64_t>(step.times), seen));
    }
  } else {
    add(outcomes, scale, belief.level, Ratio(-1), drift.down);
    add(outcomes, scale, belief.level, Ratio(0), Ratio(1) - drift.down - drift.up);
    add(outcomes, scale, belief.level, Ratio(1), drift.up);
  }
  for (const auto& [level, chance] : outcomes) belief.outcomes.push_back({level, chance});
  return belief;
}

}  // namespace

std::vector<Belief> beliefs_of(const Assessment& assessment, const Drift& drift,
                               const std::vector<StageMoves>& learnt) {
  std::vector<Belief> beliefs;
  for (const ComponentIndex i : assessment.instrument->indicators) {
    if (assessment.score(i).kind != Score::Kind::level) continue;
    beliefs.push_back(belief_of(assessment, i, drift, learnt));
  }
  return beliefs;
}

std::vector<StagePair> pair_stages(const std::vector<Assessment>& before,
                                   const std::vector<Assessment>& after,
                                   const Instrument& instrument) {
  InstitutionKeys keys = InstitutionKeys::of_all(after);
  for (const Assessment& one : before) keys.meet(one.institution, one.id);
  std::map<std::pair<std::string, int>, const Assessment*> later;
  for (const Assessment& one : after) {
    if (one.instrument->id != instrument.id) continue;
    const Assessment*& taken = later[{keys.of(one), one.year}];
    if (taken == nullptr || stage_order(one.stage) > stage_order(taken->stage)) taken = &one;
  }
  std::vector<StagePair> pairs;
  for (const Assessment& one : before) {
    if (one.instrument->id != instrument.id) continue;
    const auto found = later.find({keys.of(one), one.year});
    if (found != later.end()) pairs.push_back({&one, found->second});
  }
  return pairs;
}

std::vector<StageMoves> learn(std::span<const StagePair> pairs, const Instrument& instrument) {
  std::vector<StageMoves> learnt(instrument.components.size());
  for (const ComponentIndex i : instrument.indicators) {
    std::map<Ratio, std::size_t> steps;
    StageMoves& moves = learnt[i];
    for (const StagePair& pair : pairs) {
      const Score& before = pair.before->score(i);
      const Score& after = pair.after->score(i);
      if (before.kind != Score::Kind::level || after.kind != Score::Kind::level) continue;
      const Ratio by = after.level - before.level;
      ++moves.seen;
      moves.lowered += by < Ratio(0) ? 1U : 0U;
      moves.raised += by > Ratio(0) ? 1U : 0U;
      ++steps[by];
    }
    for (const auto& [by, times] : steps) moves.steps.push_back({by, times});
  }
  return learnt;
}

}  // namespace spbe
