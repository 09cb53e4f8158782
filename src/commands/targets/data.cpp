#include "commands/targets/report.hpp"
#include "render/csv.hpp"
#include "render/json.hpp"

namespace spbe {

namespace {

const char* answer_word(Answer answer) {
  return answer == Answer::yes ? "yes" : answer == Answer::no ? "no" : "maybe";
}

class TargetsData {
 public:
  explicit TargetsData(const TargetsReport& report)
      : report_(report), picture_(*report.picture), instrument_(*report.now->result.instrument) {}

  std::string run() {
    const Assessment& assessment = report_.now->assessment;
    Json json;
    json["format"] = "spbe-index.targets/1";
    json["file"] = assessment.label();
    json["institution"] = assessment.institution;
    json["institution_id"] = assessment.id;
    json["year"] = assessment.year;
    json["instrument"] = instrument_.id;
    const int year = target_year(assessment);
    json["target_year"] = year;
    json["superseded_by"] = id_or_null(instrument_.successor_in(year));
    numbers_.put_interval(json, "now", report_.now->result.index);
    numbers_.put_interval(json, "then", picture_.then.result.index);
    json["now_category"] = category(report_.now->result);
    json["then_category"] = category(picture_.then.result);
    json["goal"] = nullptr;
    if (picture_.goal) numbers_.put(json, "goal", picture_.goal->index);
    json["reached"] =
        picture_.reached == Answer::maybe ? Json(nullptr) : Json(picture_.reached == Answer::yes);
    numbers_.name_rounded(json);
    add_units(json);
    add_parts(json);
    add_advice(json);
    return dump(json);
  }

 private:
  static Json category(const IndexResult& result) {
    const Category* only = result.category();
    return only == nullptr ? Json(nullptr) : Json(only->name);
  }

  void add_units(Json& json) {
    json["by_unit"] = Json::array();
    for (const UnitTargets& unit : picture_.units) {
      Json one;
      one["unit"] = unit.unit.empty() ? Json(nullptr) : Json(unit.unit);
      numbers_.put_interval(one, "contribution", unit.contribution);
      numbers_.put_interval(one, "index_without_unit", unit.without);
      one["goal_without_unit"] = answer_word(unit.reached);
      numbers_.name_rounded(one);
      one["by_indicator"] = Json::array();
      for (const LevelTarget& target : unit.targets) {
        Json item;
        item["id"] = instrument_.at(target.indicator).id;
        item["level"] = nullptr;
        if (target.level.exact()) numbers_.put(item, "level", target.level.low);
        numbers_.put(item, "target", target.target);
        numbers_.put_interval(item, "contribution", target.contribution);
        item["due"] = target.due ? Json(to_string(*target.due)) : Json(nullptr);
        numbers_.name_rounded(item);
        one["by_indicator"].push_back(std::move(item));
      }
      json["by_unit"].push_back(std::move(one));
    }
    json["pairs"] = Json::array();
    for (const auto& [a, b] : picture_.pairs) {
      json["pairs"].push_back({picture_.units[a].unit, picture_.units[b].unit});
    }
  }

  void add_parts(Json& json) {
    json["components"] = Json::array();
    for (const PartTargets& part : picture_.parts) {
      Json one;
      one["id"] = instrument_.at(part.component).id;
      one["name"] = instrument_.at(part.component).name;
      numbers_.put_interval(one, "now", part.now);
      numbers_.put_interval(one, "then", part.then);
      one["goal"] = nullptr;
      if (part.goal) numbers_.put(one, "goal", *part.goal);
      numbers_.put_interval(one, "contribution", part.contribution);
      one["targets"] = part.targets;
      numbers_.name_rounded(one);
      json["components"].push_back(std::move(one));
    }
  }

  void add_advice(Json& json) {
    json["below_level"] = Json::array();
    for (const ComponentIndex i : picture_.below) {
      json["below_level"].push_back(instrument_.at(i).id);
    }
    json["broken"] = Json::array();
    for (const BrokenRule& broken : picture_.broken) {
      Json one = {{"rule", broken.rule->id}, {"id", instrument_.at(broken.indicator).id}};
      one["needs"] = Json::array();
      for (const auto& need : broken.unmet) {
        one["needs"].push_back(
            with_number({{"id", instrument_.at(need.indicator).id}}, "level", need.level));
      }
      json["broken"].push_back(std::move(one));
    }
    json["addition"] = nullptr;
    if (report_.addition == nullptr) return;
    const Plan& plan = *report_.addition;
    Json addition = with_number({{"reached", plan.reached}}, "effort", plan.effort);
    addition["steps"] = Json::array();
    for (const Step& step : plan.steps) {
      Json one;
      if (step.indicator != kNoComponent) {
        one["id"] = instrument_.at(step.indicator).id;
        numbers_.put(one, "from", step.from);
        numbers_.put(one, "to", step.to);
      } else {
        one["obstacle"] = report_.now->assessment.obstacles[step.obstacle].id;
      }
      numbers_.put(one, "contribution", step.contribution);
      numbers_.put(one, "effort", step.effort);
      numbers_.name_rounded(one);
      addition["steps"].push_back(std::move(one));
    }
    json["addition"] = std::move(addition);
  }

  const TargetsReport& report_;
  const TargetPicture& picture_;
  const Instrument& instrument_;
  JsonNumbers numbers_;
};

}  // namespace

std::string targets_json(const TargetsReport& report) { return TargetsData(report).run(); }

std::string targets_csv(const TargetsReport& report, CsvDialect dialect) {
  const Instrument& instrument = *report.now->result.instrument;
  std::string out =
      CsvLine(dialect)
          .headings({"unit", "id", "name", "level", "target", "contribution", "contribution_low",
                     "contribution_high", "due", "index_without_unit", "index_without_unit_low",
                     "index_without_unit_high", "goal_without_unit", "rounded"})
          .end();
  for (const UnitTargets& unit : report.picture->units) {
    for (const LevelTarget& target : unit.targets) {
      const Component& c = instrument.at(target.indicator);
      CsvLine line(dialect);
      line.text(unit.unit).text(c.id).text(c.name);
      line.value("level", target.level.exact() ? std::optional(target.level.low) : std::nullopt)
          .value("target", target.target)
          .interval("contribution", target.contribution)
          .number(target.due ? to_string(*target.due) : "")
          .interval("index_without_unit", unit.without)
          .word(answer_word(unit.reached));
      line.text(line.rounded());
      out += line.end();
    }
  }
  return out;
}

}  // namespace spbe
