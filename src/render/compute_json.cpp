#include "render/compute_data.hpp"
#include "render/json.hpp"

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

Json json_previous(const Evaluation& current, const Evaluation& previous) {
  Json json;
  json["file"] = previous.assessment.label();
  json["year"] = previous.assessment.year;
  json["instrument"] = previous.result.instrument->id;
  json["shown"] = json_shown(previous.result.index);
  const Category* category = previous.result.category();
  json["category"] = category == nullptr ? Json(nullptr) : Json(category->name);
  json["change"] = nullptr;
  if (comparable(previous, current)) {
    const Interval change = compare(previous, current).index;
    JsonNumbers numbers;
    if (change.exact()) numbers.put(json, "change", change.low);
    numbers.put(json, "change_low", change.low);
    numbers.put(json, "change_high", change.high);
    numbers.name_rounded(json);
  }
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

Json json_result(const Evaluation& evaluation, const Evaluation* previous, bool details) {
  const Assessment& assessment = evaluation.assessment;
  const IndexResult& result = evaluation.result;
  const Instrument& instrument = *result.instrument;
  Json json;
  json["file"] = assessment.source->name;
  json["document"] = assessment.document == 0 ? 1 : assessment.document;
  json["institution"] = assessment.institution;
  json["kind"] = assessment.kind;
  json["province"] = assessment.province;
  json["stage"] = assessment.stage;
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
  json["previous"] = previous == nullptr ? Json(nullptr) : json_previous(evaluation, *previous);
  Json components = Json::array();
  for (ComponentIndex i = 0; i < instrument.components.size(); ++i) {
    if (instrument.at(i).is_indicator() && !details) continue;
    components.push_back(json_component(result, i));
  }
  json["components"] = std::move(components);
  return json;
}

}  // namespace

std::string ComputeJson::begin() {
  return "{\n  \"format\": \"spbe-index.compute/1\",\n  \"results\": [";
}

std::string ComputeJson::result(const Evaluation& evaluation, const Evaluation* previous) {
  std::string text = dump(json_result(evaluation, previous, details_));
  text.pop_back();
  std::string indented = first_ ? "\n    " : ",\n    ";
  first_ = false;
  for (const char c : text) {
    indented += c;
    if (c == '\n') indented += "    ";
  }
  return indented;
}

std::string ComputeJson::end() { return "\n  ]\n}\n"; }

}  // namespace spbe
