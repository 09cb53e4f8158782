#include <algorithm>

#include "render/compute_data.hpp"
#include "render/csv.hpp"

namespace spbe {

namespace {

std::string column_of(const Component& c) { return c.is_indicator() ? c.key : c.id; }

}  // namespace

ComputeCsv::ComputeCsv(const Catalog& catalog, bool details) {
  std::vector<std::string> indicators;
  const auto add = [](std::vector<std::string>& to, const std::string& name) {
    if (std::ranges::find(to, name) == to.end()) to.push_back(name);
  };
  for (const std::string& id : catalog.ids()) {
    const auto instrument = catalog.find(id);
    for (const Component& c : instrument->components) {
      if (!c.is_indicator()) add(components_, column_of(c));
      if (c.is_indicator() && details) add(indicators, column_of(c));
    }
  }
  // Domains before aspects, each in the order of their numbers.
  const auto rank = [](const std::string& name) {
    return std::tuple(name.substr(0, 1) != "D", name.size(), name);
  };
  std::ranges::sort(components_, {}, rank);
  std::ranges::sort(indicators, {}, [](const std::string& key) {
    const std::size_t digits = std::min(key.find_first_not_of("0123456789"), key.size());
    return std::tuple(digits, key);
  });
  components_.insert(components_.end(), indicators.begin(), indicators.end());
}

std::string ComputeCsv::begin() const {
  CsvLine line;
  for (const char* name : {"file", "document", "institution", "kind", "province", "stage", "year",
                           "instrument", "index", "exact", "low", "high", "category", "categories",
                           "scored", "of", "previous_year", "previous_index", "change"}) {
    line.text(name);
  }
  for (const std::string& name : components_) line.text(name);
  return line.end();
}

std::string ComputeCsv::result(const Evaluation& evaluation, const Evaluation* previous) const {
  const Assessment& assessment = evaluation.assessment;
  const IndexResult& result = evaluation.result;
  const Instrument& instrument = *result.instrument;
  const auto shown = [](const Interval& value) {
    const auto common = shown_value(value, kShownPlaces);
    return common ? fixed(*common, kShownPlaces) : std::string();
  };
  CsvLine line;
  line.text(assessment.source->name)
      .number(std::to_string(assessment.document == 0 ? 1 : assessment.document))
      .text(assessment.institution)
      .text(assessment.kind)
      .text(assessment.province)
      .text(assessment.stage)
      .number(std::to_string(assessment.year))
      .text(instrument.id)
      .number(shown(result.index))
      .number(result.exact() ? decimal(result.index.low) : "")
      .number(decimal(result.index.low))
      .number(decimal(result.index.high));
  std::string categories;
  for (const std::size_t i : result.categories) {
    categories += (categories.empty() ? "" : "|") + instrument.categories[i].name;
  }
  line.text(result.category() != nullptr ? result.category()->name : "")
      .text(categories)
      .number(std::to_string(result.scored))
      .number(std::to_string(result.of));
  const bool with_change = previous != nullptr && comparable(*previous, evaluation);
  line.number(previous != nullptr ? std::to_string(previous->assessment.year) : "")
      .number(previous != nullptr ? shown(previous->result.index) : "");
  const Interval change =
      with_change ? compare(*previous, evaluation).index : Interval{Ratio(0), Ratio(1)};
  line.number(change.exact() ? decimal(change.low) : "");
  for (const std::string& name : components_) {
    const ComponentIndex i = instrument.find(name);
    const bool here = i != kNoComponent && column_of(instrument.at(i)) == name;
    if (!here || result.components[i].covered) {
      line.number("");
    } else if (instrument.at(i).is_indicator()) {
      const ComponentResult& part = result.components[i];
      line.number(part.scored > 0 ? decimal(part.value.low) : "");
    } else {
      line.number(shown(result.components[i].value));
    }
  }
  return line.end();
}

}  // namespace spbe
