#include "commands/check/known_results.hpp"

#include "spbe/model/institution_name.hpp"

namespace spbe {

std::optional<Location> KnownResults::met_before(const Assessment& assessment) {
  const Occasion when{assessment.year, assessment.stage};
  const Location here = assessment.source->locate(assessment.institution_span);
  Namesakes& namesakes = by_name_[{institution_key(assessment.institution), when}];
  std::optional<Location> earlier;
  if (assessment.id.empty()) {
    earlier = namesakes.any;
    if (!namesakes.without_id) namesakes.without_id = here;
  } else {
    const auto [marked, fresh] = by_id_.try_emplace({name_key(assessment.id), when}, here);
    earlier = fresh ? namesakes.without_id : marked->second;
  }
  if (!namesakes.any) namesakes.any = here;
  return earlier;
}

}  // namespace spbe
