#include "commands/stages/report.hpp"
#include "render/csv.hpp"
#include "render/json.hpp"

namespace spbe {

namespace {

class StagesData {
 public:
  explicit StagesData(const Stages& stages) : stages_(stages) {}

  std::string run() {
    Json json;
    json["format"] = "spbe-index.stages/1";
    json["institutions"] = Json::array();
    for (const StageHistory& history : stages_.institutions) {
      Json one;
      one["institution"] = history.institution;
      one["results"] = Json::array();
      for (const StageYear& year : history.years) one["results"].push_back(year_of(year));
      one["again"] = Json::array();
      for (const LoweredAgain& part : history.again) {
        one["again"].push_back({{"instrument", part.instrument->id},
                                {"id", part.instrument->at(part.component).id},
                                {"years", part.years},
                                {"of", part.of}});
      }
      json["institutions"].push_back(std::move(one));
    }
    json["single"] = Json::array();
    for (const Evaluation* one : stages_.single) json["single"].push_back(one->assessment.label());
    return dump(json);
  }

 private:
  Json year_of(const StageYear& year) {
    const Instrument& instrument = *year.stages.back()->result.instrument;
    Json json;
    json["year"] = year.year;
    json["instrument"] = instrument.id;
    json["stages"] = Json::array();
    for (const Evaluation* stage : year.stages) {
      Json one;
      one["stage"] = to_string(stage->assessment.stage);
      one["file"] = stage->assessment.label();
      one["index"] = json_index(stage->result);
      one["categories"] = json_categories(stage->result);
      numbers_.name_rounded(one);
      json["stages"].push_back(std::move(one));
    }
    numbers_.put_interval(json, "change", year.index);
    json["lowered"] = year.lowered;
    json["raised"] = year.raised;
    json["same"] = year.same;
    numbers_.name_rounded(json);
    json["changes"] = Json::array();
    for (const StageChange& change : year.changes) {
      json["changes"].push_back(change_of(change, instrument));
    }
    json["by_unit"] = Json::array();
    for (const StageUnit& unit : year.units) {
      Json one;
      one["unit"] = unit.unit.empty() ? Json(nullptr) : Json(unit.unit);
      one["lowered"] = unit.lowered;
      one["raised"] = unit.raised;
      numbers_.put_interval(one, "contribution", unit.contribution);
      numbers_.name_rounded(one);
      json["by_unit"].push_back(std::move(one));
    }
    return json;
  }

  Json change_of(const StageChange& change, const Instrument& instrument) {
    Json one;
    one["id"] = instrument.at(change.component).id;
    one["name"] = instrument.at(change.component).name;
    one["units"] = change.units;
    one["values"] = Json::array();
    for (std::size_t i = 0; i < change.values.size(); ++i) {
      Json value;
      if (change.known[i]) {
        numbers_.put_interval(value, "value", change.values[i]);
        numbers_.name_rounded(value);
      } else {
        value["value"] = nullptr;
      }
      one["values"].push_back(std::move(value));
    }
    numbers_.put_interval(one, "contribution", change.contribution);
    numbers_.name_rounded(one);
    return one;
  }

  const Stages& stages_;
  JsonNumbers numbers_;
};

void add_stage_lines(std::string& out, const StageHistory& history, const StageYear& year,
                     CsvDialect dialect) {
  const Instrument& instrument = *year.stages.back()->result.instrument;
  for (const StageChange& change : year.changes) {
    const Component& c = instrument.at(change.component);
    std::string units;
    for (const std::string& unit : change.units) units += (units.empty() ? "" : "|") + unit;
    for (std::size_t i = 1; i < year.stages.size(); ++i) {
      const bool same =
          change.known[i - 1] == change.known[i] && change.values[i - 1] == change.values[i];
      if (same) continue;
      const auto value = [&](std::size_t at) {
        return change.known[at] ? std::optional(change.values[at]) : std::nullopt;
      };
      CsvLine line(dialect);
      line.text(history.institution)
          .number(std::to_string(year.year))
          .text(c.id)
          .text(c.name)
          .text(units)
          .text(to_string(year.stages[i - 1]->assessment.stage))
          .text(to_string(year.stages[i]->assessment.stage))
          .interval("from", value(i - 1))
          .interval("to", value(i));
      line.text(line.rounded());
      out += line.end();
    }
  }
}

}  // namespace

std::string stages_json(const Stages& stages) { return StagesData(stages).run(); }

std::string stages_csv(const Stages& stages, CsvDialect dialect) {
  std::string out =
      CsvLine(dialect)
          .headings({"institution", "year", "id", "name", "units", "from_stage", "to_stage", "from",
                     "from_low", "from_high", "to", "to_low", "to_high", "rounded"})
          .end();
  for (const StageHistory& history : stages.institutions) {
    for (const StageYear& year : history.years) add_stage_lines(out, history, year, dialect);
  }
  return out;
}

}  // namespace spbe
