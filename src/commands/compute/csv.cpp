#include <algorithm>
#include <tuple>

#include "commands/compute/data.hpp"
#include "render/csv.hpp"

namespace spbe {

namespace {

const std::string& column_of(const Component& c) { return c.is_indicator() ? c.key : c.id; }

}  // namespace

ComputeCsv::ComputeCsv(const Catalog& catalog, bool details, CsvDialect dialect)
    : dialect_(dialect) {
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
  for (const std::string& id : catalog.ids()) {
    const auto instrument = catalog.find(id);
    Places& places = places_[id];
    for (const std::string& name : components_) {
      const ComponentIndex i = instrument->find(name);
      const bool here = i != kNoComponent && column_of(instrument->at(i)) == name;
      places.push_back(here ? i : kNoComponent);
    }
  }
}

std::string ComputeCsv::begin() const {
  std::vector<std::string> names = {"file",          "document",       "institution", "kind",
                                    "province",      "stage",          "year",        "instrument",
                                    "index",         "index_exact",    "index_low",   "index_high",
                                    "category",      "categories",     "scored",      "of",
                                    "previous_year", "previous_index", "change"};
  names.insert(names.end(), components_.begin(), components_.end());
  names.insert(names.end(), {"institution_id", "rounded"});
  return CsvLine(dialect_).headings(names).end();
}

RowPieces ComputeCsv::pieces(const Evaluation& evaluation) const {
  const Assessment& assessment = evaluation.assessment;
  const IndexResult& result = evaluation.result;
  const Instrument& instrument = *result.instrument;
  RowPieces pieces;
  CsvLine line(dialect_);
  line.text(assessment.source->name)
      .number(std::to_string(assessment.document == 0 ? 1 : assessment.document))
      .text(assessment.institution)
      .text(to_string(assessment.kind))
      .text(assessment.province)
      .text(to_string(assessment.stage))
      .number(std::to_string(assessment.year))
      .text(instrument.id)
      .number(shown_digits(result.index))
      .value("index_exact", result.exact() ? std::optional(result.index.low) : std::nullopt)
      .value("index_low", result.index.low)
      .value("index_high", result.index.high)
      .text(result.category() != nullptr ? result.category()->name : "")
      .text(joined_categories(instrument, result.categories))
      .number(std::to_string(result.scored))
      .number(std::to_string(result.of));
  pieces.before = line.piece();
  const Places& places = places_.find(instrument.id)->second;
  for (std::size_t column = 0; column < places.size(); ++column) {
    const ComponentIndex i = places[column];
    if (i == kNoComponent || result.components[i].covered) {
      line.number("");
      continue;
    }
    const ComponentResult& part = result.components[i];
    if (instrument.at(i).is_indicator()) {
      const bool scored = part.scored > 0;
      line.value(components_[column], scored ? std::optional(part.value.low) : std::nullopt);
    } else {
      line.number(shown_digits(part.value));
    }
  }
  line.text(assessment.id);
  pieces.after = line.piece();
  pieces.rounded = line.rounded();
  return pieces;
}

std::string ComputeCsv::row(const RowPieces& pieces, const PriorYear* previous,
                            const std::optional<Interval>& change) const {
  const char separator = dialect_.separator();
  std::string row;
  row.reserve(pieces.before.size() + pieces.after.size() + 32);
  row += pieces.before + separator;
  CsvLine since(dialect_);
  since.number(previous == nullptr ? "" : std::to_string(previous->year))
      .number(previous == nullptr ? "" : shown_digits(previous->index))
      .value("change", change && change->exact() ? std::optional(change->low) : std::nullopt);
  row += since.piece() + pieces.after + separator;
  std::string rounded = pieces.rounded;
  if (const std::string more = since.rounded(); !more.empty()) {
    rounded += (rounded.empty() ? "" : "|") + more;
  }
  row += CsvLine(dialect_).text(rounded).end();
  return row;
}

}  // namespace spbe
