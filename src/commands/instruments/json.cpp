#include "render/json.hpp"
#include "commands/instruments/report.hpp"

namespace spbe {

namespace {

Json json_header(const Catalog::Entry& entry) {
  const Instrument& instrument = *entry.instrument;
  Json json;
  json["id"] = instrument.id;
  json["name"] = instrument.name;
  json["index_name"] = instrument.index_name;
  json["regulation"] = instrument.regulation;
  json["first_year"] = instrument.years.first;
  json["last_year"] =
      instrument.years.last == YearRange::kOpenEnd ? Json(nullptr) : Json(instrument.years.last);
  json["superseded_by"] =
      instrument.superseded_by.empty() ? Json(nullptr) : Json(instrument.superseded_by);
  json["status"] = instrument.status;
  json["origin"] = entry.origin.empty() ? "built-in" : entry.origin;
  json["shadowed"] = entry.shadowed;
  json["indicator_count"] = instrument.indicators.size();
  return json;
}

Json json_weight(Ratio weight) {
  const auto exact = terminating(weight);
  return exact ? *exact : std::to_string(weight.num()) + "/" + std::to_string(weight.den());
}

Json json_component(const Instrument& instrument, const Component& c) {
  Json json;
  json["id"] = c.id;
  json["key"] = c.key;
  json["slug"] = c.slug.empty() ? Json(nullptr) : Json(c.slug);
  json["kind"] = to_string(c.kind);
  json["parent"] = c.parent == kNoComponent ? Json(nullptr) : Json(instrument.at(c.parent).id);
  json["name"] = c.name;
  json["english"] = c.english;
  json["short"] = c.short_name;
  json["short_english"] = c.short_english;
  json["aliases"] = c.aliases;
  json["weight"] = json_weight(c.weight);
  if (c.is_indicator()) json["scale"] = instrument.scales[c.scale].id;
  return json;
}

Json json_prerequisite(const Instrument& instrument, const Prerequisite& rule) {
  Json json;
  json["id"] = rule.id;
  Json raise = Json::array();
  for (const ComponentIndex i : rule.raise) raise.push_back(instrument.at(i).id);
  json["raise"] = std::move(raise);
  JsonNumbers numbers;
  numbers.put(json, "to", rule.to);
  Json needs = Json::array();
  for (const auto& need : rule.needs) {
    Json one;
    one["id"] = instrument.at(need.indicator).id;
    JsonNumbers level;
    level.put(one, "level", need.level);
    level.name_rounded(one);
    needs.push_back(std::move(one));
  }
  json["needs"] = std::move(needs);
  json["editions"] = rule.editions;
  json["basis"] = to_string(rule.basis);
  json["place"] = rule.place;
  numbers.name_rounded(json);
  return json;
}

}  // namespace

std::string instruments_json(const Catalog& catalog) {
  Json json;
  json["format"] = "spbe-index.instruments/1";
  Json list = Json::array();
  for (const Catalog::Entry& entry : catalog.entries()) list.push_back(json_header(entry));
  json["instruments"] = std::move(list);
  return dump(json);
}

std::string instrument_json(const Catalog::Entry& entry) {
  const Instrument& instrument = *entry.instrument;
  Json json;
  json["format"] = "spbe-index.instrument/1";
  json.update(json_header(entry));
  json["caution"] = json_text(instrument.caution);
  json["source"] = json_text(instrument.source);
  Json scales = Json::array();
  for (const Scale& scale : instrument.scales) {
    Json one;
    one["id"] = scale.id;
    one["name"] = scale.name;
    one["lowest_level"] = std::to_string(scale.low);
    one["highest_level"] = std::to_string(scale.high);
    one["whole"] = scale.whole;
    Json tolerated = Json::array();
    for (const int level : scale.tolerated) tolerated.push_back(std::to_string(level));
    one["tolerated"] = std::move(tolerated);
    Json levels = Json::array();
    for (const MaturityLevel& level : scale.levels) {
      levels.push_back({{"level", std::to_string(level.value)},
                        {"name", level.name},
                        {"english", level.english}});
    }
    one["levels"] = std::move(levels);
    JsonNumbers numbers;
    numbers.put_list(one, "milestones", scale.milestones);
    numbers.name_rounded(one);
    scales.push_back(std::move(one));
  }
  json["scales"] = std::move(scales);
  Json categories = Json::array();
  for (const Category& category : instrument.categories) {
    categories.push_back(with_number({{"name", category.name}, {"english", category.english}},
                                     "minimum", category.from));
  }
  json["categories"] = std::move(categories);
  Json components = Json::array();
  for (const Component& c : instrument.components) {
    components.push_back(json_component(instrument, c));
  }
  json["components"] = std::move(components);
  Json externals = Json::array();
  for (const ExternalIndex& index : instrument.externals) {
    Json one = external_json(index);
    Json indicators = Json::array();
    for (const ComponentIndex i : index.indicators) indicators.push_back(instrument.at(i).id);
    one["indicators"] = std::move(indicators);
    externals.push_back(std::move(one));
  }
  json["externals"] = std::move(externals);
  Json calendar = Json::array();
  for (const Calendar::Entry& stage : instrument.calendar.entries) {
    calendar.push_back({{"name", stage.name.indonesian},
                        {"english", stage.name.english},
                        {"from", stage.from},
                        {"until", stage.until}});
  }
  json["calendar"] = std::move(calendar);
  Json prerequisites = Json::array();
  for (const Prerequisite& rule : instrument.prerequisites) {
    prerequisites.push_back(json_prerequisite(instrument, rule));
  }
  json["prerequisites"] = std::move(prerequisites);
  return dump(json);
}

}  // namespace spbe
