#include "commands/trend/report.hpp"
#include "render/csv.hpp"
#include "render/json.hpp"
#include "spbe/analysis/trend_targets.hpp"

namespace spbe {

namespace {

void put_no_interval(Json& json, const std::string& key) {
  json[key] = nullptr;
  json[key + "_low"] = nullptr;
  json[key + "_high"] = nullptr;
}

Json json_year(const Evaluation& result) {
  Json json;
  json["year"] = result.assessment.year;
  json["file"] = result.assessment.label();
  json["stage"] = to_string(result.assessment.stage);
  json["index"] = json_index(result.result);
  const Category* category = result.result.category();
  json["category"] = category == nullptr ? Json(nullptr) : Json(category->name);
  json["categories"] = json_categories(result.result);
  json["scored"] = result.result.scored;
  json["of"] = result.result.of;
  return json;
}

Json json_component(const TrendSpan& span, ComponentIndex index) {
  const Component& c = span.instrument->at(index);
  Json json;
  json["id"] = c.id;
  json["kind"] = to_string(c.kind);
  json["name"] = c.name;
  Json values = Json::array();
  for (const Evaluation* result : span.years) {
    const ComponentResult& part = result->result.components[index];
    if (!part.known()) continue;
    JsonNumbers numbers;
    Json value;
    value["year"] = result->assessment.year;
    value["shown"] = json_shown(part.value);
    numbers.put(value, "low", part.value.low);
    numbers.put(value, "high", part.value.high);
    numbers.name_rounded(value);
    values.push_back(std::move(value));
  }
  json["values"] = std::move(values);
  if (span.change && !span.change->changes[index].covered) {
    JsonNumbers numbers;
    numbers.put_interval(json, "change", span.change->changes[index].difference);
    numbers.put_interval(json, "contribution", span.change->changes[index].contribution);
    numbers.name_rounded(json);
  } else {
    put_no_interval(json, "change");
    put_no_interval(json, "contribution");
  }
  return json;
}

Json json_span(const TrendSpan& span, ComponentKind by) {
  Json json;
  json["instrument"] = span.instrument->id;
  Json years = Json::array();
  for (const Evaluation* result : span.years) years.push_back(json_year(*result));
  json["results"] = std::move(years);
  if (span.change) {
    JsonNumbers numbers;
    numbers.put_interval(json, "change", span.change->index);
    numbers.name_rounded(json);
  } else {
    put_no_interval(json, "change");
  }
  Json components = Json::array();
  for (const ComponentIndex i : trend_rows(span, by)) components.push_back(json_component(span, i));
  json["components"] = std::move(components);
  return json;
}

Json json_target(const TrendTarget& target) {
  JsonNumbers numbers;
  Json json;
  json["year"] = target.year;
  json["file"] = target.set_by->assessment.label();
  json["stated"] = target.stated;
  json["superseded_by"] = id_or_null(target.set_by->result.instrument->successor_in(target.year));
  numbers.put_interval(json, "index", target.index);
  json["category"] = nullptr;
  if (target.category) {
    json["category"] = target.set_by->result.instrument->categories[*target.category].name;
  }
  json["reached"] = target.result == nullptr || target.reached == Answer::maybe
                        ? Json(nullptr)
                        : Json(target.reached == Answer::yes);
  numbers.name_rounded(json);
  return json;
}

// The columns after "name": what the value is, and how far it is from the first
// year's.
void put_values(CsvLine& line, const Interval& value, const std::string& category, int first,
                const Interval* change) {
  const auto shown = shown_value(value, kShownPlaces);
  line.number(shown ? fixed(*shown, kShownPlaces) : "")
      .value("value_exact", value.exact() ? std::optional(value.low) : std::nullopt)
      .value("value_low", value.low)
      .value("value_high", value.high)
      .text(category)
      .number(change != nullptr ? std::to_string(first) : "")
      .interval("change", change != nullptr ? std::optional(*change) : std::nullopt);
  line.text(line.rounded());
}

std::string csv_year(const Trend& trend, const TrendSpan& span, const Evaluation& result,
                     ComponentKind by, CsvDialect dialect) {
  const Evaluation& first = *span.years.front();
  std::optional<Comparison> since;
  if (&first != &result) since = compare(first, result);
  const auto begin = [&](CsvLine& line, const std::string& id, std::string_view kind,
                         const std::string& name) {
    line.text(trend.institution)
        .number(std::to_string(result.assessment.year))
        .text(to_string(result.assessment.stage))
        .text(span.instrument->id)
        .text(id)
        .word(kind)
        .text(name);
  };
  const int year = first.assessment.year;
  CsvLine line(dialect);
  begin(line, "index", "index", span.instrument->index_name);
  const Category* category = result.result.category();
  put_values(line, result.result.index, category != nullptr ? category->name : "", year,
             since ? &since->index : nullptr);
  std::string out = line.end();
  for (const ComponentIndex i : trend_rows(span, by)) {
    const Component& c = span.instrument->at(i);
    const ComponentResult& part = result.result.components[i];
    if (!part.known()) continue;
    const bool with_change = since && first.result.components[i].known();
    begin(line, c.id, to_string(c.kind), c.name);
    put_values(line, part.value, "", year, with_change ? &since->changes[i].difference : nullptr);
    out += line.end();
  }
  return out;
}

std::string csv_target(const Trend& trend, const TrendTarget& target, CsvDialect dialect) {
  const Instrument& instrument = *target.set_by->result.instrument;
  CsvLine line(dialect);
  line.text(trend.institution)
      .number(std::to_string(target.year))
      .text("")
      .text(instrument.id)
      .text("target")
      .word("target")
      .text(instrument.index_name);
  put_values(line, target.index,
             target.category ? instrument.categories[*target.category].name : "", target.year,
             nullptr);
  return line.end();
}

}  // namespace

std::string trend_json(const TrendReport& report) {
  Json json;
  json["format"] = "spbe-index.trend/1";
  json["by"] = to_string(report.by);
  Json institutions = Json::array();
  for (const Trend& trend : report.trends) {
    Json entry;
    entry["institution"] = trend.institution;
    entry["first_year"] = trend.first_year();
    entry["last_year"] = trend.last_year();
    entry["missing_years"] = trend.missing_years();
    Json spans = Json::array();
    for (const TrendSpan& span : trend.spans) spans.push_back(json_span(span, report.by));
    entry["spans"] = std::move(spans);
    entry["targets"] = Json::array();
    for (const TrendTarget& target : trend_targets(trend)) {
      entry["targets"].push_back(json_target(target));
    }
    Json set_aside = Json::array();
    for (const Evaluation* result : trend.set_aside) {
      set_aside.push_back(result->assessment.label());
    }
    entry["set_aside"] = std::move(set_aside);
    institutions.push_back(std::move(entry));
  }
  json["institutions"] = std::move(institutions);
  return dump(json);
}

std::string trend_csv(const TrendReport& report, CsvDialect dialect) {
  std::string out =
      CsvLine(dialect)
          .headings({"institution", "year", "stage", "instrument", "id", "kind", "name", "value",
                     "value_exact", "value_low", "value_high", "category", "change_from", "change",
                     "change_low", "change_high", "rounded"})
          .end();
  for (const Trend& trend : report.trends) {
    for (const TrendSpan& span : trend.spans) {
      for (const Evaluation* result : span.years)
        out += csv_year(trend, span, *result, report.by, dialect);
    }
    for (const TrendTarget& target : trend_targets(trend)) {
      out += csv_target(trend, target, dialect);
    }
  }
  return out;
}

}  // namespace spbe
