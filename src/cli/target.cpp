#include "cli/target.hpp"

#include "cli/arguments.hpp"
#include "document/nearest.hpp"
#include "document/schema.hpp"

namespace spbe {

namespace {

void complain_of_target(const std::string& word, const Instrument& instrument,
                        Diagnostics& diagnostics) {
  std::vector<std::string> names;
  for (const Category& category : instrument.categories) names.push_back(category.name);
  Diagnostic& error = diagnostics.error("bad-target", command_line(), {word, join(names, ", ")});
  suggest_nearest(error, word, names);
}

}  // namespace

std::optional<Target> choose_target(const std::string& word, const IndexResult& result,
                                    CategoryBasis basis, Diagnostics& diagnostics) {
  const Instrument& instrument = *result.instrument;
  const auto of_category = [&](std::size_t category) {
    return Target{category, instrument.least_index(category, basis)};
  };
  if (word.empty()) {
    const std::size_t now = instrument.category_of(result.index.low, basis);
    if (now + 1 < instrument.categories.size()) return of_category(now + 1);
    return std::nullopt;
  }
  if (const auto category = instrument.find_category(word)) return of_category(*category);
  const bool fraction = word.find('/') != std::string::npos;
  const auto value = fraction ? std::nullopt : Ratio::parse(word);
  if (!value) {
    complain_of_target(word, instrument, diagnostics);
    return std::nullopt;
  }
  const Ratio lowest = min(instrument.lowest_index(), result.index.low);
  if (*value > instrument.highest_index() || *value < lowest) {
    diagnostics.error(
        "target-outside", command_line(),
        {word, decimal(instrument.lowest_index()), decimal(instrument.highest_index())});
    return std::nullopt;
  }
  return Target{std::nullopt, *value};
}

}  // namespace spbe
