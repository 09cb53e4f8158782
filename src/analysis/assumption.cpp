#include "spbe/analysis/assumption.hpp"

namespace spbe {

namespace {

Ratio level_of(const Assumption& assumption, const Scale& scale) {
  switch (assumption.kind) {
    case Assumption::Kind::lowest:
      return Ratio(scale.low);
    case Assumption::Kind::highest:
      return Ratio(scale.high);
    case Assumption::Kind::value:
      return min(max(assumption.value, Ratio(scale.low)), Ratio(scale.high));
  }
  return Ratio(scale.low);
}

}  // namespace

std::optional<Assumption> parse_assumption(std::string_view word) {
  if (word == "low") return Assumption{Assumption::Kind::lowest, Ratio(0)};
  if (word == "high") return Assumption{Assumption::Kind::highest, Ratio(0)};
  const auto value = Ratio::parse(word);
  if (!value || word.find('/') != std::string_view::npos) return std::nullopt;
  return Assumption{Assumption::Kind::value, *value};
}

std::vector<ComponentIndex> assume(Assessment& assessment, const Assumption& assumption) {
  std::vector<ComponentIndex> given;
  for (const ComponentIndex i : assessment.instrument->indicators) {
    Score& score = assessment.scores[i];
    if (score.kind != Score::Kind::none || assessment.published_above(i) != kNoComponent) continue;
    score.kind = Score::Kind::level;
    score.level = level_of(assumption, assessment.instrument->scale_of(i));
    given.push_back(i);
  }
  return given;
}

}  // namespace spbe
