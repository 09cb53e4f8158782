#include "render/json.hpp"
#include "commands/compute/data.hpp"

namespace spbe {

namespace {

Json json_component(const IndexResult& result, ComponentIndex index) {
  const Instrument& instrument = *result.instrument;
  const Component& c = instrument.at(index);
  const ComponentResult& part = result.components[index];
  JsonNumbers numbers;
  Json json;
  json["id"] = c.id;
  json["kind"] = to_string(c.kind);
  json["parent"] = c.parent == kNoComponent ? Json(nullptr) : Json(instrument.at(c.parent).id);
  json["name"] = c.name;
  numbers.put(json, "weight", c.weight);
  json["shown"] = json_shown(part.value);
  numbers.put(json, "low", part.value.low);
  numbers.put(json, "high", part.value.high);
  json["contribution"] = nullptr;
  if (part.contribution.exact()) numbers.put(json, "contribution", part.contribution.low);
  json["scored"] = part.scored;
  json["of"] = part.of;
  json["published"] = part.published;
  numbers.name_rounded(json);
  return json;
}

Json json_next(const IndexResult& result) {
  if (!result.next) return nullptr;
  const Category& category = result.instrument->categories[result.next->category];
  const Interval& by = result.next->short_by;
  JsonNumbers numbers;
  Json json;
  json["name"] = category.name;
  numbers.put(json, "minimum", category.from);
  json["short_by"] = nullptr;
  if (by.exact()) numbers.put(json, "short_by", by.low);
  numbers.put(json, "short_by_low", by.low);
  numbers.put(json, "short_by_high", by.high);
  numbers.name_rounded(json);
  return json;
}

// Everything before "previous".
Json json_head(const Evaluation& evaluation) {
  const Assessment& assessment = evaluation.assessment;
  const IndexResult& result = evaluation.result;
  const Instrument& instrument = *result.instrument;
  Json json;
  json["file"] = assessment.source->name;
  json["document"] = assessment.document == 0 ? 1 : assessment.document;
  json["institution"] = assessment.institution;
  json["institution_id"] = assessment.id;
  json["kind"] = to_string(assessment.kind);
  json["province"] = assessment.province;
  json["stage"] = to_string(assessment.stage);
  json["year"] = assessment.year;
  json["instrument"] = instrument.id;
  json["instrument_status"] = instrument.status;
  json["index"] = json_index(result);
  const Category* category = result.category();
  json["category"] = category == nullptr ? Json(nullptr) : Json(category->name);
  json["categories"] = json_categories(result);
  json["category_by"] = result.basis == CategoryBasis::shown ? "shown" : "exact";
  json["scored"] = result.scored;
  json["of"] = result.of;
  Json missing = Json::array();
  for (const ComponentIndex i : result.missing) missing.push_back(instrument.at(i).id);
  json["missing"] = std::move(missing);
  json["next_category"] = json_next(result);
  return json;
}

Json json_tail(const IndexResult& result, bool details) {
  const Instrument& instrument = *result.instrument;
  Json components = Json::array();
  for (ComponentIndex i = 0; i < instrument.components.size(); ++i) {
    if (instrument.at(i).is_indicator() && !details) continue;
    components.push_back(json_component(result, i));
  }
  Json json;
  json["components"] = std::move(components);
  return json;
}

// `text` without its line break at the end, every later line `by` blanks further in.
std::string indented(std::string_view text, std::size_t by) {
  std::string out;
  if (text.ends_with('\n')) text.remove_suffix(1);
  for (const char c : text) {
    out += c;
    if (c == '\n') out.append(by, ' ');
  }
  return out;
}

}  // namespace

std::string ComputeJson::begin() const {
  if (form_ == Form::lines) return {};
  return "{\n  \"format\": \"spbe-index.compute/1\",\n  \"results\": [";
}

RowPieces ComputeJson::pieces(const Evaluation& evaluation) const {
  const bool lines = form_ == Form::lines;
  const auto text = [&](const Json& json) { return lines ? dump_line(json) : dump(json); };
  // "{...}" and a line break; in the document with one before the closing brace.
  std::string before = text(json_head(evaluation));
  before.erase(before.size() - (lines ? 2 : 3));
  before += lines ? ",\"previous\":" : ",\n  \"previous\": ";
  std::string after = text(json_tail(evaluation.result, details_));
  after.front() = ',';
  if (lines) return {std::move(before), std::move(after), {}};
  return {indented(before, 4), indented(after, 4), {}};
}

std::string ComputeJson::row(const RowPieces& pieces, const PriorYear* previous,
                             const std::optional<Interval>& change) {
  const Json json = previous == nullptr ? Json(nullptr) : json_previous(*previous, change);
  if (form_ == Form::lines) {
    std::string text = dump_line(json);
    text.pop_back();
    return pieces.before + text + pieces.after;
  }
  const std::string text = indented(dump(json), 6);
  const std::string_view separator = first_ ? "\n    " : ",\n    ";
  first_ = false;
  return std::string(separator) + pieces.before + text + pieces.after;
}

std::string ComputeJson::end() const { return form_ == Form::lines ? "" : "\n  ]\n}\n"; }

}  // namespace spbe
