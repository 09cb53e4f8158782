#include <algorithm>

#include "commands/explain/report.hpp"
#include "render/barriers.hpp"

namespace spbe {

namespace {

Json head(const ExplainReport& report) {
  const Assessment& assessment = report.evaluation->assessment;
  const IndexResult& result = report.evaluation->result;
  Json json;
  json["format"] = "spbe-index.explain/1";
  json["file"] = assessment.source->name;
  json["institution"] = assessment.institution;
  json["institution_id"] = assessment.id;
  json["year"] = assessment.year;
  json["instrument"] = result.instrument->id;
  json["index"] = json_index(result);
  const Category* category = result.category();
  json["category"] = category == nullptr ? Json(nullptr) : Json(category->name);
  json["categories"] = json_categories(result);
  json["edition"] =
      report.rules.edition == nullptr ? Json(nullptr) : Json(report.rules.edition->id);
  return json;
}

// Weighted sums are in percent times level; divided by 100 they are index points.
Json json_part(const IndexResult& result, ComponentIndex index) {
  const Instrument& instrument = *result.instrument;
  const Component& c = instrument.at(index);
  const ComponentResult& part = result.components[index];
  JsonNumbers numbers;
  Json json;
  json["id"] = c.id;
  json["kind"] = to_string(c.kind);
  json["name"] = c.name;
  numbers.put(json, "weight", c.weight);
  json["published"] = part.published;
  json["known"] = !part.covered && (part.scored == part.of || part.published);
  numbers.put(json, "sum_low", part.contribution.low * Ratio(100));
  numbers.put(json, "sum_high", part.contribution.high * Ratio(100));
  numbers.put(json, "low", part.value.low);
  numbers.put(json, "high", part.value.high);
  numbers.name_rounded(json);
  return json;
}

Json json_evidence(const ExplainReport& report, int level) {
  Json list = Json::array();
  const auto* items =
      report.evidence == nullptr ? nullptr : report.evidence->find(report.component, level);
  if (items == nullptr) return list;
  for (const Bilingual& item : *items) list.push_back(json_text(item));
  return list;
}

Json json_need(const Instrument& instrument, const Levels& levels, const Prerequisite::Need& need) {
  JsonNumbers numbers;
  Json json;
  json["id"] = instrument.at(need.indicator).id;
  numbers.put(json, "level", need.level);
  const auto& level = levels[need.indicator];
  json["met"] = level ? Json(*level >= need.level) : Json(nullptr);
  numbers.name_rounded(json);
  return json;
}

Json json_rules(const ExplainReport& report, bool waits) {
  const Instrument& instrument = *report.evaluation->result.instrument;
  const Levels levels = levels_of(report.evaluation->assessment);
  Json list = Json::array();
  for (const Prerequisite* rule : report.rules.rules) {
    const bool raised = std::ranges::find(rule->raise, report.component) != rule->raise.end();
    const bool needed = std::ranges::any_of(rule->needs, [&](const Prerequisite::Need& need) {
      return need.indicator == report.component;
    });
    if (waits ? !raised : !needed) continue;
    JsonNumbers numbers;
    Json json;
    json["rule"] = rule->id;
    json["basis"] = to_string(rule->basis);
    numbers.put(json, "to", rule->to);
    Json raise = Json::array();
    for (const ComponentIndex i : rule->raise) raise.push_back(instrument.at(i).id);
    json["raise"] = std::move(raise);
    Json needs = Json::array();
    for (const auto& need : rule->needs) needs.push_back(json_need(instrument, levels, need));
    json["needs"] = std::move(needs);
    numbers.name_rounded(json);
    list.push_back(std::move(json));
  }
  return list;
}

void put_details(JsonNumbers& numbers, Json& json, const Details* details,
                 const Instrument& instrument) {
  const Details none;
  const Details& given = details == nullptr ? none : *details;
  json["units"] = given.units;
  json["target"] = nullptr;
  if (given.target) numbers.put(json, "target", *given.target);
  numbers.put_list(json, "effort", given.effort);
  json["note"] = given.note;
  json["evidence"] = given.evidence;
  json["evidence_places"] = Json::array();
  for (std::size_t i = 0; i < given.evidence.size(); ++i) {
    json["evidence_places"].push_back(evidence_json(given, i));
  }
  json["complete"] = given.complete ? Json(std::to_string(*given.complete)) : Json(nullptr);
  Json items = Json::array();
  for (const AcceptedEvidence& evidence : given.items) {
    Json one;
    one["level"] = std::to_string(evidence.level);
    one["accepted"] = evidence.of > 0 ? Json(evidence.accepted) : Json(nullptr);
    one["of"] = evidence.of > 0 ? Json(evidence.of) : Json(nullptr);
    JsonNumbers share;
    share.put(one, "share", evidence.share);
    one["counts"] = evidence.counts;
    share.name_rounded(one);
    items.push_back(std::move(one));
  }
  json["items"] = std::move(items);
  json["external_value"] = nullptr;
  if (given.external) {
    Json from;
    from["id"] = instrument.externals[given.external->index].id;
    JsonNumbers value;
    value.put(from, "value", given.external->value);
    value.name_rounded(from);
    from["date"] = given.external->date ? Json(to_string(*given.external->date)) : Json(nullptr);
    json["external_value"] = std::move(from);
  }
}

}  // namespace

std::string explain_json(const ExplainReport& report) {
  const IndexResult& result = report.evaluation->result;
  const Instrument& instrument = *result.instrument;
  Json json = head(report);
  Json components = Json::array();
  for (ComponentIndex i = 0; i < instrument.components.size(); ++i) {
    const bool wanted =
        report.component == kNoComponent || instrument.is_within(i, report.component);
    if (wanted) components.push_back(json_part(result, i));
  }
  json["components"] = std::move(components);
  if (report.component == kNoComponent) {
    json["barriers"] = barriers_json(report.evaluation->assessment, report.barriers);
  }
  return dump(json);
}

Json indicator_json(const ExplainReport& report) {
  const Assessment& assessment = report.evaluation->assessment;
  const Instrument& instrument = *assessment.instrument;
  const Score& score = assessment.score(report.component);
  const bool known = score.kind == Score::Kind::level;
  const Scale& scale = instrument.scale_of(report.component);
  const std::vector<Ratio> steps = known ? scale.steps_above(score.level) : std::vector<Ratio>{};
  const bool can_rise = !steps.empty();
  const int complete = scale.complete_level(score.level);
  JsonNumbers numbers;
  Json indicator;
  indicator["id"] = instrument.at(report.component).id;
  indicator["name"] = instrument.at(report.component).name;
  indicator["english"] = instrument.at(report.component).english;
  numbers.put(indicator, "weight", instrument.at(report.component).weight);
  numbers.put(indicator, "level_worth", instrument.at(report.component).worth);
  indicator["level"] = nullptr;
  indicator["next"] = nullptr;
  if (known) numbers.put(indicator, "level", score.level);
  if (can_rise) numbers.put(indicator, "next", steps.front());
  indicator["complete_level"] =
      known && complete >= scale.low ? Json(std::to_string(complete)) : Json(nullptr);
  const Criteria* criteria = report.criteria;
  const auto criterion = [&](bool given, int level) -> Json {
    const Bilingual* text =
        criteria != nullptr && given ? criteria->find(report.component, Ratio(level)) : nullptr;
    return text == nullptr ? Json(nullptr) : json_text(*text);
  };
  indicator["criterion"] = criterion(known, complete);
  indicator["next_criterion"] = criterion(can_rise, complete + 1);
  indicator["next_evidence"] = json_evidence(report, complete + 1);
  indicator["criteria_caution"] =
      criteria == nullptr ? Json(nullptr) : json_text(criteria->caution);
  indicator["waits_for"] = json_rules(report, true);
  indicator["awaited_by"] = json_rules(report, false);
  Json obstacles = Json::array();
  for (const Obstacle& obstacle : assessment.obstacles) {
    const auto& holds = obstacle.holds;
    if (std::ranges::find(holds, report.component) == holds.end()) continue;
    obstacles.push_back(
        with_number({{"id", obstacle.id}, {"text", obstacle.text}}, "at", obstacle.at));
  }
  indicator["obstacles"] = std::move(obstacles);
  put_details(numbers, indicator, assessment.details_of(report.component), instrument);
  numbers.name_rounded(indicator);
  Json json = head(report);
  json["indicator"] = std::move(indicator);
  return json;
}

}  // namespace spbe
