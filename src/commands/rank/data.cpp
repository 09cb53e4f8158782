#include <algorithm>

#include "commands/rank/report.hpp"
#include "render/csv.hpp"
#include "render/json.hpp"

namespace spbe {

namespace {

Json json_interval(const Interval& value) {
  JsonNumbers numbers;
  Json json;
  json["shown"] = json_shown(value);
  json["exact"] = nullptr;
  if (value.exact()) numbers.put(json, "exact", value.low);
  numbers.put(json, "low", value.low);
  numbers.put(json, "high", value.high);
  numbers.name_rounded(json);
  return json;
}

void put_place(Json& json, const std::string& group, const std::optional<Place>& place) {
  json["rank_in_" + group] = place ? Json(place->rank) : Json(nullptr);
  json["of_" + group] = place ? Json(place->of) : Json(nullptr);
}

Json json_row(const RankedRow& row) {
  const Summary& s = *row.current;
  Json json;
  json["rank"] = row.place.rank;
  json["rank_of"] = row.place.of;
  json["rank_best"] = row.best;
  json["rank_worst"] = row.worst;
  json["institution"] = s.institution;
  json["institution_id"] = s.id;
  json["kind"] = to_string(s.kind);
  json["province"] = s.province;
  json["stage"] = to_string(s.stage);
  json["year"] = s.year;
  json["instrument"] = s.instrument->id;
  json["index"] = json_interval(s.index);
  json["category"] = nullptr;
  Json categories = Json::array();
  for (const std::size_t i : s.categories) {
    categories.push_back(s.instrument->categories[i].name);
  }
  if (categories.size() == 1) json["category"] = categories.front();
  json["categories"] = std::move(categories);
  json["scored"] = s.scored;
  json["of"] = s.of;
  put_place(json, "kind", row.in_kind);
  put_place(json, "province", row.in_province);
  json["previous"] = nullptr;
  if (row.previous != nullptr) {
    json["previous"] = json_previous(prior_year(*row.previous), row.change());
    json["places_gained"] = row.moved ? Json(*row.moved) : Json(nullptr);
  }
  Json roots;
  for (std::size_t i = 0; i < s.roots.size(); ++i) {
    roots[s.instrument->at(s.instrument->roots[i]).id] = json_shown(s.roots[i]);
  }
  json["components"] = std::move(roots);
  json["file"] = s.label;
  return json;
}

Json json_group(const RankGroup& group, std::size_t top) {
  Json json;
  json["kind"] =
      group.kind == InstitutionKind::unsaid ? Json(nullptr) : Json(to_string(group.kind));
  json["province"] = group.province.empty() ? Json(nullptr) : Json(group.province);
  json["instrument"] = group.instrument->id;
  json["caution"] = json_text(group.instrument->caution);
  json["institution_count"] = group.rows.size();
  json["mean"] = group.mean ? json_interval(*group.mean) : Json(nullptr);
  json["median"] = json_interval(group.median);
  json["lowest"] = json_interval(group.lowest);
  json["highest"] = json_interval(group.highest);
  Json spread = Json::array();
  for (std::size_t i = group.categories.size(); i-- > 0;) {
    Json one;
    one["category"] = group.instrument->categories[i].name;
    one["institution_count"] = group.categories[i];
    spread.push_back(std::move(one));
  }
  json["spread"] = std::move(spread);
  json["uncertain"] = group.uncertain;
  Json rows = Json::array();
  const std::size_t shown = rows_shown(group, top);
  for (std::size_t i = 0; i < shown; ++i) rows.push_back(json_row(group.rows[i]));
  json["rows"] = std::move(rows);
  return json;
}

// The ids of every root of the instruments that results are of, domains first.
std::vector<std::string> root_columns(const Ranking& ranking) {
  std::vector<std::string> columns;
  for (const RankGroup& group : ranking.groups) {
    for (const ComponentIndex root : group.instrument->roots) {
      const std::string& name = group.instrument->at(root).id;
      if (std::ranges::find(columns, name) == columns.end()) columns.push_back(name);
    }
  }
  std::ranges::sort(columns, {}, [](const std::string& name) {
    return std::tuple(name.substr(0, 1) != "D", name.size(), name);
  });
  return columns;
}

void add_place(CsvLine& line, const std::optional<Place>& place) {
  line.number(place ? std::to_string(place->rank) : "");
  line.number(place ? std::to_string(place->of) : "");
}

std::string csv_row(const RankedRow& row, const std::vector<std::string>& columns,
                    CsvDialect dialect) {
  const Summary& s = *row.current;
  CsvLine line(dialect);
  line.number(std::to_string(row.place.rank))
      .number(std::to_string(row.place.of))
      .number(std::to_string(row.best))
      .number(std::to_string(row.worst))
      .text(s.institution)
      .text(to_string(s.kind))
      .text(s.province)
      .text(to_string(s.stage))
      .number(std::to_string(s.year))
      .text(s.instrument->id)
      .number(shown_digits(s.index))
      .value("index_exact", s.index.exact() ? std::optional(s.index.low) : std::nullopt)
      .value("index_low", s.index.low)
      .value("index_high", s.index.high);
  const bool one = s.categories.size() == 1;
  line.text(one ? s.instrument->categories[s.categories.front()].name : "")
      .text(joined_categories(*s.instrument, s.categories))
      .number(std::to_string(s.scored))
      .number(std::to_string(s.of));
  const auto change = row.change();
  line.number(row.previous == nullptr ? "" : std::to_string(row.previous->year))
      .number(row.previous == nullptr ? "" : shown_digits(row.previous->index))
      .value("change", change && change->exact() ? std::optional(change->low) : std::nullopt);
  add_place(line, row.in_kind);
  add_place(line, row.in_province);
  for (const std::string& name : columns) {
    std::string value;
    for (std::size_t i = 0; i < s.roots.size(); ++i) {
      if (s.instrument->at(s.instrument->roots[i]).id == name) value = shown_digits(s.roots[i]);
    }
    line.number(value);
  }
  line.text(s.label).text(s.id);
  line.text(line.rounded());
  return line.end();
}

}  // namespace

std::string rank_json(const RankReport& report) {
  const Ranking& ranking = *report.ranking;
  Json json;
  json["format"] = "spbe-index.rank/1";
  json["year"] = ranking.year;
  json["without_year"] = ranking.without_year.size();
  json["left_out"] = ranking.left_out;
  Json groups = Json::array();
  for (const RankGroup& group : ranking.groups) groups.push_back(json_group(group, report.top));
  json["groups"] = std::move(groups);
  return dump(json);
}

std::string rank_lines(const RankReport& report) {
  std::string out;
  for (const RankGroup& group : report.ranking->groups) {
    const std::size_t shown = rows_shown(group, report.top);
    for (std::size_t i = 0; i < shown; ++i) out += dump_line(json_row(group.rows[i]));
  }
  return out;
}

std::string rank_csv(const RankReport& report, CsvDialect dialect) {
  const std::vector<std::string> columns = root_columns(*report.ranking);
  std::vector<std::string> names = {
      "rank",        "rank_of",      "rank_best",     "rank_worst",
      "institution", "kind",         "province",      "stage",
      "year",        "instrument",   "index",         "index_exact",
      "index_low",   "index_high",   "category",      "categories",
      "scored",      "of",           "previous_year", "previous_index",
      "change",      "rank_in_kind", "of_kind",       "rank_in_province",
      "of_province"};
  names.insert(names.end(), columns.begin(), columns.end());
  names.insert(names.end(), {"file", "institution_id", "rounded"});
  std::string out = CsvLine(dialect).headings(names).end();
  for (const RankGroup& group : report.ranking->groups) {
    const std::size_t shown = rows_shown(group, report.top);
    for (std::size_t i = 0; i < shown; ++i) out += csv_row(group.rows[i], columns, dialect);
  }
  return out;
}

}  // namespace spbe
