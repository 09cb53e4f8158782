#include "commands/plan/report.hpp"
#include "render/barriers.hpp"
#include "render/csv.hpp"
#include "render/json.hpp"

namespace spbe {

namespace {

Json json_ids(const Instrument& instrument, const std::vector<ComponentIndex>& indicators) {
  Json ids = Json::array();
  for (const ComponentIndex i : indicators) ids.push_back(instrument.at(i).id);
  return ids;
}

std::string joined(const std::vector<std::string>& words, const char* separator) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : separator) + word;
  return out;
}

std::string step_id(const Assessment& assessment, const Step& step) {
  return step.indicator == kNoComponent ? assessment.obstacles[step.obstacle].id
                                        : assessment.instrument->at(step.indicator).id;
}

Json json_step(const PlanReport& report, std::size_t place) {
  const Assessment& assessment = report.evaluation->assessment;
  const Step& step = report.plan->steps[place];
  const bool raises = step.indicator != kNoComponent;
  const auto units = step_units(assessment, step);
  JsonNumbers numbers;
  Json json;
  json["order"] = place + 1;
  json["kind"] = raises ? "indicator" : "obstacle";
  json["id"] = step_id(assessment, step);
  json["name"] = raises ? assessment.instrument->at(step.indicator).name
                        : assessment.obstacles[step.obstacle].text;
  json["from"] = nullptr;
  json["to"] = nullptr;
  if (raises) {
    numbers.put(json, "from", step.from);
    numbers.put(json, "to", step.to);
  }
  numbers.put(json, "contribution", step.contribution);
  numbers.put(json, "effort", step.effort);
  numbers.put(json, "index", step.index);
  json["year"] = report.year_of(step.year);
  json["units"] = units;
  json["shared"] = units.size() > 1;
  json["unlocks"] = json_ids(*assessment.instrument, step.unlocks);
  if (report.criteria != nullptr) {
    Json criteria = Json::array();
    for (const Criterion* asked : criteria_of_step(report, step)) {
      criteria.push_back({{"level", std::to_string(asked->level)},
                          {"id", asked->text.indonesian},
                          {"en", asked->text.english}});
    }
    json["criteria"] = std::move(criteria);
  }
  numbers.name_rounded(json);
  return json;
}

Json json_units(const PlanReport& report) {
  Json list = Json::array();
  for (const StepGroup& group : steps_by_unit(report)) {
    JsonNumbers numbers;
    Json json;
    json["units"] = group.units;
    numbers.put(json, "effort", group.effort);
    numbers.put(json, "contribution", group.contribution);
    Json steps = Json::array();
    for (const std::size_t s : group.steps) steps.push_back(s + 1);
    json["orders"] = std::move(steps);
    numbers.name_rounded(json);
    list.push_back(std::move(json));
  }
  return list;
}

}  // namespace

std::string plan_json(const PlanReport& report) {
  const Assessment& assessment = report.evaluation->assessment;
  const Instrument& instrument = *assessment.instrument;
  const Plan& plan = *report.plan;
  const PlanRequest& request = *report.request;
  JsonNumbers numbers;
  Json json;
  json["format"] = "spbe-index.plan/1";
  json["file"] = assessment.source->name;
  json["institution"] = assessment.institution;
  json["institution_id"] = assessment.id;
  json["year"] = assessment.year;
  json["instrument"] = instrument.id;
  json["superseded_by"] = id_or_null(instrument.successor_in(report.last_year()));
  numbers.put(json, "from_index", plan.from);
  numbers.put(json, "to_index", plan.to);
  json["target"] = nullptr;
  if (request.target) numbers.put(json, "target", *request.target);
  json["target_category"] =
      report.category ? Json(instrument.categories[*report.category].name) : Json(nullptr);
  json["budget"] = nullptr;
  if (request.budget) numbers.put(json, "budget", *request.budget);
  json["duration"] = request.years;
  json["max_rise"] = request.max_rise ? Json(*request.max_rise) : Json(nullptr);
  json["edition"] =
      request.rules.edition == nullptr ? Json(nullptr) : Json(request.rules.edition->id);
  const Category* now = report.evaluation->result.category();
  json["from_category"] = now == nullptr ? Json(nullptr) : Json(now->name);
  json["to_category"] = instrument.categories[instrument.category_of(plan.to, report.basis)].name;
  json["category_by"] = report.basis == CategoryBasis::shown ? "shown" : "exact";
  json["reached"] = plan.reached;
  Json assumed = Json::array();
  for (const ComponentIndex i : report.assumed) {
    assumed.push_back(report.evaluation->assessment.instrument->at(i).id);
  }
  json["assumed"] = std::move(assumed);
  json["optimal"] = plan.optimal;
  numbers.put(json, "effort", plan.effort);
  json["effort_unit"] = assessment.effort_unit;
  numbers.put(json, "highest_index", plan.best);
  Json steps = Json::array();
  for (std::size_t s = 0; s < plan.steps.size(); ++s) steps.push_back(json_step(report, s));
  json["steps"] = std::move(steps);
  json["by_unit"] = json_units(report);
  json["barriers"] = barriers_json(assessment, report.barriers);
  numbers.name_rounded(json);
  return dump(json);
}

std::string plan_csv(const PlanReport& report, CsvDialect dialect) {
  const Assessment& assessment = report.evaluation->assessment;
  const Instrument& instrument = *assessment.instrument;
  CsvLine line(dialect);
  std::string out =
      line.headings({"order", "year", "kind", "id", "name", "from", "to", "effort", "contribution",
                     "index", "units", "shared", "unlocks", "rounded"})
          .end();
  for (std::size_t s = 0; s < report.plan->steps.size(); ++s) {
    const Step& step = report.plan->steps[s];
    const bool raises = step.indicator != kNoComponent;
    const auto units = step_units(assessment, step);
    std::vector<std::string> unlocks;
    for (const ComponentIndex i : step.unlocks) unlocks.push_back(instrument.at(i).id);
    line.number(std::to_string(s + 1))
        .number(std::to_string(report.year_of(step.year)))
        .word(raises ? "indicator" : "obstacle")
        .text(step_id(assessment, step))
        .text(raises ? instrument.at(step.indicator).name
                     : assessment.obstacles[step.obstacle].text)
        .value("from", raises ? std::optional(step.from) : std::nullopt)
        .value("to", raises ? std::optional(step.to) : std::nullopt)
        .value("effort", step.effort)
        .value("contribution", step.contribution)
        .value("index", step.index)
        .text(joined(units, "|"))
        .number(units.size() > 1 ? "1" : "0")
        .text(joined(unlocks, "|"));
    line.text(line.rounded());
    out += line.end();
  }
  return out;
}

}  // namespace spbe
