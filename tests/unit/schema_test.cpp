#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <memory>
#include <sstream>

#include "spbe/analysis/check.hpp"
#include "spbe/model/catalog.hpp"
#include "spbe/model/criteria.hpp"
#include "unit/catch.hpp"

// data/schema/assessment.schema.json is what an editor needs to know of the format. It is made
// here from the instruments, the rules and the words the reader accepts, so it cannot drift.

using namespace spbe;
using Json = nlohmann::ordered_json;

namespace {

const std::string kPath = SPBE_SOURCE_DIR "/data/schema/assessment.schema.json";

// The words the reader names when it meets one it does not know.
std::vector<std::string> words_after(const std::string& text, const std::string& code,
                                     std::size_t argument) {
  const Catalog catalog;
  Diagnostics diagnostics;
  read_assessment(std::make_shared<const Source>("x.yaml", text), catalog, diagnostics);
  std::vector<std::string> words;
  for (const Diagnostic& one : diagnostics.list()) {
    if (one.code != code) continue;
    std::istringstream list(one.args.at(argument));
    for (std::string word; std::getline(list, word, ',');) {
      words.push_back(word.substr(word.find_first_not_of(' ')));
    }
  }
  return words;
}

const std::string kHead = "institution: K\nyear: 2023\n";

std::vector<std::string> known_words(const std::string& key) {
  return words_after(kHead + key + ": qqqq\nscores: {1: 1}\n", "unknown-word", 2);
}

std::vector<std::string> known_keys(const std::string& text) {
  return words_after(kHead + text, "unknown-key", 1);
}

Json reference(const std::string& name) { return {{"$ref", "#/$defs/" + name}}; }

// Keys that are whole numbers stand a second time, as patterns: editors look such a key up as a
// number, do not find it among the properties, and would underline every indicator.
Json object_of(Json properties) {
  Json patterns;
  for (const auto& [key, value] : properties.items()) {
    if (key.find_first_not_of("0123456789") == std::string::npos) patterns["^" + key + "$"] = value;
  }
  Json object = {
      {"type", "object"}, {"additionalProperties", false}, {"properties", std::move(properties)}};
  if (!patterns.empty()) object["patternProperties"] = std::move(patterns);
  return object;
}

Json one_or_list(const Json& item) {
  return {{"anyOf", {item, {{"type", "array"}, {"items", item}}}}};
}

// A number with a decimal point, or with a comma, which YAML takes for a text.
Json number_from(Ratio low, Ratio high) {
  Json number = {{"type", "number"}, {"minimum", low.num()}, {"maximum", high.num()}};
  return {{"anyOf", {number, {{"type", "string"}, {"pattern", "^[0-9]{1,6},[0-9]{1,6}$"}}}}};
}

int lowest(const Scale& scale) {
  int low = scale.low;
  for (const int tolerated : scale.tolerated) low = std::min(low, tolerated);
  return low;
}

Json level_of(const Scale& scale) {
  if (!scale.whole) return number_from(Ratio(lowest(scale)), Ratio(scale.high));
  return {{"type", "integer"}, {"minimum", lowest(scale)}, {"maximum", scale.high}};
}

// Names for the keys of one indicator, taken from the reader.
Json indicator_of(const Instrument& instrument, const Scale& scale) {
  const Json unknown_yet = {{"type", "null"}};
  Json share = {{"type", "string"}, {"pattern", "^[0-9]+/[0-9]+$"}};
  Json items;
  for (int level = scale.low; level <= scale.high; ++level) {
    items[std::to_string(level)] = {{"anyOf", {number_from(Ratio(0), Ratio(1)), share}}};
  }
  Json from = {{"date", {{"type", "string"}, {"pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}}}};
  for (const ExternalIndex& index : instrument.externals) {
    from[index.id] = number_from(Ratio(0), Ratio(999'999));
    from[index.id]["description"] = index.name;
  }
  const Json complete = {{"type", "integer"}, {"minimum", scale.low - 1}, {"maximum", scale.high}};
  const std::map<std::string, Json> kinds = {
      {"level", {{"anyOf", {level_of(scale), unknown_yet}}}},
      {"complete", complete},
      {"items", object_of(items)},
      {"from", object_of(from)},
      {"unit", one_or_list(reference("text"))},
      {"units", one_or_list(reference("text"))},
      {"target", level_of(scale)},
      {"effort", one_or_list(reference("effort"))},
      {"due",
       {{"type", "string"}, {"format", "date"}, {"pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}}},
      {"sure", number_from(Ratio(0), Ratio(1))},
      {"note", reference("text")},
      {"evidence", one_or_list(reference("evidence"))}};
  Json properties;
  for (const std::string& key : known_keys("scores: {1: {level: 1, qqqq: 1}}\n")) {
    const bool form = key == "complete" || key == "items" || key == "from";
    if (form && !scale.has_milestones()) continue;
    properties[key] = kinds.at(key);
  }
  Json details = object_of(std::move(properties));
  return {{"anyOf", {level_of(scale), unknown_yet, details}}};
}

std::vector<std::string> names_of(const Component& c) {
  std::vector<std::string> names = {c.key};
  if (c.id != c.key) names.push_back(c.id);
  if (!c.slug.empty()) names.insert(names.begin(), c.slug);
  names.insert(names.end(), c.aliases.begin(), c.aliases.end());
  return names;
}

const Scale& scale_below(const Instrument& instrument, ComponentIndex index) {
  while (!instrument.at(index).is_indicator()) index = instrument.at(index).children.front();
  return instrument.scale_of(index);
}

// The names that may stand below `parent`, at any depth.
Json names_below(const Instrument& instrument, ComponentIndex parent) {
  Json properties;
  for (ComponentIndex i = 0; i < instrument.components.size(); ++i) {
    if (i == parent || (parent != kNoComponent && !instrument.is_within(i, parent))) continue;
    const Component& c = instrument.at(i);
    for (const std::string& name : names_of(c)) {
      properties[name] = reference(instrument.id + "." + c.id);
    }
  }
  return properties;
}

// What an editor shows of a component: its number and name, its weight, and of an indicator what
// each level asks for.
Json described(const Instrument& instrument, const std::optional<Criteria>& criteria,
               ComponentIndex index) {
  const Component& c = instrument.at(index);
  std::string weight = decimal(c.weight);
  std::ranges::replace(weight, '.', ',');
  std::string text = "Bobot " + weight + "%.";
  if (c.is_indicator()) {
    for (const MaturityLevel& level : instrument.scale_of(index).levels) {
      const Criterion* criterion = criteria ? criteria->criterion(index, level.value) : nullptr;
      text += "\n\n" + std::to_string(level.value) + " " + level.name;
      if (criterion != nullptr) text += ": " + criterion->text.indonesian;
    }
    if (criteria) text += "\n\n" + criteria->caution.indonesian;
  }
  return {{"title", c.key + " " + c.name}, {"description", text}};
}

// The block `published`, or `targets`, which may say the same.
Json block_of(const Instrument& instrument, const std::string& block) {
  Json parts;
  for (const ComponentKind kind : {ComponentKind::domain, ComponentKind::aspect}) {
    Json properties = Json::object();
    for (ComponentIndex i = 0; i < instrument.components.size(); ++i) {
      const Component& c = instrument.at(i);
      if (c.kind != kind) continue;
      const Scale& scale = scale_below(instrument, i);
      for (const std::string& name : names_of(c)) {
        properties[name] = number_from(Ratio(0), Ratio(scale.high));
      }
    }
    parts[std::string(to_string(kind)) + "s"] = object_of(std::move(properties));
  }
  Json category;
  for (const Category& c : instrument.categories) category["enum"].push_back(c.name);
  Json properties;
  for (const std::string& key : known_keys("scores: {1: 1}\n" + block + ": {qqqq: 1}\n")) {
    properties[key] =
        key == "index"  ? number_from(Ratio(0), instrument.highest_index())
        : key == "year" ? Json{{"type", "integer"}, {"minimum", kFirstYear}, {"maximum", kLastYear}}
        : key == "category" ? category
                            : parts.at(key);
  }
  return object_of(std::move(properties));
}

void define(const Instrument& instrument, Json& definitions) {
  for (const Scale& scale : instrument.scales) {
    definitions[instrument.id + "." + scale.id] = indicator_of(instrument, scale);
  }
  const std::optional<Criteria> criteria = criteria_of(instrument);
  for (ComponentIndex i = 0; i < instrument.components.size(); ++i) {
    const Component& c = instrument.at(i);
    Json definition = described(instrument, criteria, i);
    if (c.is_indicator()) {
      definition["allOf"] =
          Json::array({reference(instrument.id + "." + instrument.scales[c.scale].id)});
    } else {
      const Scale& scale = scale_below(instrument, i);
      definition["anyOf"] = {number_from(Ratio(lowest(scale)), Ratio(scale.high)),
                             object_of(names_below(instrument, i))};
    }
    definitions[instrument.id + "." + c.id] = std::move(definition);
  }
  definitions[instrument.id] = {{"properties",
                                 {{"scores", object_of(names_below(instrument, kNoComponent))},
                                  {"published", block_of(instrument, "published")},
                                  {"targets", block_of(instrument, "targets")}}}};
}

// The instrument that a file names, or that of its year when it names none.
Json choice_of(const Instrument& instrument) {
  Json years = {{"minimum", instrument.years.first}};
  if (instrument.years.last != YearRange::kOpenEnd) years["maximum"] = instrument.years.last;
  const Json named = {{"required", {"instrument"}},
                      {"properties", {{"instrument", {{"const", instrument.id}}}}}};
  const Json by_year = {{"not", {{"required", {"instrument"}}}},
                        {"required", {"year"}},
                        {"properties", {{"year", years}}}};
  return {{"if", {{"anyOf", {named, by_year}}}}, {"then", reference(instrument.id)}};
}

Json list_of_blocks(const std::string& key, const std::map<std::string, Json>& kinds,
                    std::vector<std::string> required) {
  Json properties;
  for (const std::string& name : known_keys("scores: {1: 1}\n" + key + ": [{qqqq: 1}]\n")) {
    properties[name] = kinds.at(name);
  }
  Json item = object_of(std::move(properties));
  item["required"] = std::move(required);
  return {{"type", "array"}, {"items", std::move(item)}};
}

Json waivable_rules() {
  Json names;
  for (const Rule& rule : rules()) {
    if (can_be_waived(rule)) names["enum"].push_back(rule.name);
  }
  names["enum"].push_back("level-out-of-scale");
  return names;
}

// What may stand at the root of an assessment, by key.
std::map<std::string, Json> root_keys(const Catalog& catalog) {
  const Json text = reference("text");
  const Json indicators = one_or_list(reference("indicators"));
  Json ids;
  for (const std::string& id : catalog.ids()) ids["enum"].push_back(id);
  std::vector<std::string> stages = known_words("stage");
  stages.emplace_back("self");  // the older word for the first of them
  return {
      {"institution", text},
      {"year", {{"type", "integer"}, {"minimum", kFirstYear}, {"maximum", kLastYear}}},
      {"instrument", ids},
      {"kind", {{"enum", known_words("kind")}}},
      {"id", text},
      {"province", text},
      {"stage", {{"enum", stages}}},
      {"effort_unit", text},
      {"source", text},
      {"scores", {{"type", "object"}}},
      {"published", {{"type", "object"}}},
      {"targets", {{"type", "object"}}},
      {"obstacles", list_of_blocks("obstacles",
                                   {{"id", text},
                                    {"text", text},
                                    {"unit", one_or_list(text)},
                                    {"units", one_or_list(text)},
                                    {"holds", indicators},
                                    {"at", {{"type", "integer"}, {"minimum", 0}, {"maximum", 5}}},
                                    {"effort", reference("effort")}},
                                   {"id", "holds"})},
      {"waive",
       list_of_blocks(
           "waive",
           {{"rule", waivable_rules()},
            {"indicators", indicators},
            {"until",
             {{"type", "string"}, {"format", "date"}, {"pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}}},
            {"reason", text},
            {"owner", text}},
           {"rule", "until", "reason"})}};
}

Json shared_definitions() {
  Json definitions;
  definitions["text"] = {{"type", {"string", "number", "boolean"}}};
  definitions["effort"] = {
      {"anyOf",
       {{{"type", "number"}, {"minimum", 0}},
        {{"type", "string"}, {"pattern", "^([0-9]{1,12},[0-9]{1,6}|[0-9]{1,6}/[0-9]{1,6})$"}}}}};
  Json evidence;
  for (const std::string& key : known_keys("scores: {1: {level: 1, evidence: {qqqq: 1}}}\n")) {
    evidence[key] = key == "date" ? Json{{"type", "string"},
                                         {"format", "date"},
                                         {"pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}}
                                  : reference("text");
  }
  definitions["evidence"] = {{"anyOf", {reference("text"), object_of(std::move(evidence))}}};
  definitions["indicators"] = {
      {"anyOf",
       {{{"type", "integer"}, {"minimum", 1}},
        {{"type", "string"}, {"pattern", "^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$"}}}}};
  return definitions;
}

Json schema_of(const Catalog& catalog) {
  const std::map<std::string, Json> kinds = root_keys(catalog);
  Json schema;
  schema["$schema"] = "https://json-schema.org/draft/2020-12/schema";
  schema["$id"] = "urn:spbe-index:assessment";
  schema["title"] = "SPBE assessment";
  schema["description"] =
      "One institution in one year, for the built-in instruments. What spbe-index itself says of "
      "a file is decisive.";
  Json properties;
  for (const std::string& key : known_keys("qqqq: 1\nscores: {1: 1}\n")) {
    properties[key] = kinds.at(key);
  }
  const Json body = object_of(std::move(properties));
  for (const auto& [key, value] : body.items()) schema[key] = value;
  schema["required"] = {"institution", "year", "scores"};
  schema["allOf"] = Json::array();
  Json& definitions = schema["$defs"];
  definitions = shared_definitions();
  for (const Catalog::Entry& entry : catalog.entries()) {
    schema["allOf"].push_back(choice_of(*entry.instrument));
    define(*entry.instrument, definitions);
  }
  return schema;
}

}  // namespace

TEST_CASE("the json schema is what the instruments, the rules and the reader say", "[schema]") {
  const Catalog catalog;
  catalog.prepare();
  const std::string wanted = schema_of(catalog).dump(1) + "\n";
  const char* update = std::getenv("SPBE_UPDATE_GOLDENS");
  if (update != nullptr && std::string(update) == "1") std::ofstream(kPath) << wanted;
  std::ifstream file(kPath);
  const std::string found((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  CHECK(found.size() == wanted.size());
  // Not the texts themselves: a failure would print 100 kB.
  CHECK((found == wanted));
  // The words were really got from the reader.
  CHECK(known_words("kind").size() == 9);
  CHECK(known_words("stage") == std::vector<std::string>{"mandiri", "dokumen", "interviu",
                                                         "visitasi", "verified", "final", "plan"});
  CHECK(known_keys("qqqq: 1\nscores: {1: 1}\n").size() == 14);
}
