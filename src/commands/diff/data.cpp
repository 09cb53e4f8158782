#include <algorithm>

#include "commands/diff/data.hpp"
#include "render/csv.hpp"

namespace spbe {

namespace {

Json json_side(const Evaluation* side) {
  if (side == nullptr) return nullptr;
  const Assessment& assessment = side->assessment;
  const IndexResult& result = side->result;
  Json json;
  json["file"] = assessment.source->name;
  json["institution"] = assessment.institution;
  json["institution_id"] = assessment.id;
  json["year"] = assessment.year;
  json["stage"] = to_string(assessment.stage);
  json["instrument"] = result.instrument->id;
  json["index"] = json_index(result);
  const Category* category = result.category();
  json["category"] = category == nullptr ? Json(nullptr) : Json(category->name);
  json["categories"] = json_categories(result);
  json["scored"] = result.scored;
  json["of"] = result.of;
  return json;
}

Json json_category(const Evaluation* side) {
  const Category* category = side == nullptr ? nullptr : side->result.category();
  return category == nullptr ? Json(nullptr) : Json(category->name);
}

class DiffData {
 public:
  explicit DiffData(const DiffReport& report) : report_(report), comparison_(report.comparison) {}

  Json json() const {
    Json json;
    json["format"] = "spbe-index.diff/1";
    json["before"] = json_side(report_.from);
    json["after"] = json_side(report_.to);
    json["comparable"] = comparison_.has_value();
    for (const char* key : {"change", "change_low", "change_high"}) json[key] = nullptr;
    JsonNumbers numbers;
    if (comparison_) numbers.put_interval(json, "change", comparison_->index);
    numbers.name_rounded(json);
    json["from_category"] = json_category(report_.from);
    json["to_category"] = json_category(report_.to);
    json["next_category"] = json_next();
    Json changes = Json::array();
    Tally counts;
    if (comparison_) {
      counts = tally(*comparison_, comparison_->parts);
      for (const ComponentIndex i : comparison_->parts) {
        if (shown(comparison_->changes[i])) changes.push_back(json_part(i));
      }
    }
    json["changes"] = std::move(changes);
    if (comparison_ && report_.by != Grouping::indicator) put_groups(json);
    put_counts(json, counts);
    json["also_changed"] = json_also_changed(report_);
    return json;
  }

  std::string csv(CsvDialect dialect) const {
    std::string out = CsvLine(dialect)
                          .headings({"institution",
                                     "from_year",
                                     "to_year",
                                     "kind",
                                     "id",
                                     "name",
                                     "units",
                                     "from",
                                     "from_low",
                                     "from_high",
                                     "to",
                                     "to_low",
                                     "to_high",
                                     "direction",
                                     "contribution",
                                     "contribution_low",
                                     "contribution_high",
                                     "rose",
                                     "fell",
                                     "same",
                                     "rounded"})
                          .end();
    if (!comparison_) return out + other_rows(report_, dialect);
    for (const ChangeGroup& row : group(*comparison_, *report_.from, *report_.to, report_.by)) {
      if (report_.all || row.differs || row.contribution != Interval{})
        out += csv_row(row, dialect);
    }
    return out + other_rows(report_, dialect);
  }

 private:
  const Instrument& instrument() const { return *report_.to->result.instrument; }

  // What adds nothing, and is the same, is left out; the contributions shown sum to the change.
  bool shown(const Change& change) const {
    return report_.all || change.differs || change.contribution != Interval{};
  }

  // The value, null when it is not known well enough to be shown, and its range.
  static void put_value(JsonNumbers& numbers, Json& json, const std::string& key,
                        const ComponentResult& part) {
    numbers.put_interval(json, key, part.value);
    if (!part.known()) {
      json[key] = nullptr;
    } else if (!part.value.exact()) {
      json[key] = json_shown(part.value);
    }
  }

  // What a component's own change is, without the units.
  Json json_change(ComponentIndex i) const {
    const Component& c = instrument().at(i);
    const Change& change = comparison_->changes[i];
    JsonNumbers numbers;
    Json json;
    json["id"] = c.id;
    json["kind"] = to_string(c.kind);
    json["name"] = c.name;
    put_value(numbers, json, "from", report_.from->result.components[i]);
    put_value(numbers, json, "to", report_.to->result.components[i]);
    json["direction"] = word_of(change.direction());
    numbers.put_interval(json, "contribution", change.contribution);
    numbers.name_rounded(json);
    return json;
  }

  Json json_part(ComponentIndex i) const {
    Json json = json_change(i);
    json["units"] = units_of(*report_.from, *report_.to, i);
    return json;
  }

  Json json_next() const {
    if (report_.to == nullptr || !report_.to->result.next) return nullptr;
    const NextCategory& next = *report_.to->result.next;
    const Category& category = instrument().categories[next.category];
    JsonNumbers numbers;
    Json json;
    json["name"] = category.name;
    numbers.put(json, "minimum", category.from);
    numbers.put_interval(json, "short_by", next.short_by);
    numbers.name_rounded(json);
    return json;
  }

  void put_groups(Json& json) const {
    Json groups = Json::array();
    for (const ChangeGroup& row : group(*comparison_, *report_.from, *report_.to, report_.by)) {
      if (!report_.all && !row.differs && row.contribution == Interval{}) continue;
      Json entry;
      if (row.component != kNoComponent) {
        entry = json_change(row.component);
      } else {
        entry["units"] = row.units;
        JsonNumbers numbers;
        numbers.put_interval(entry, "contribution", row.contribution);
        numbers.name_rounded(entry);
        entry["parts"] = ids(row.parts);
        entry["shared"] = ids(row.shared);
      }
      put_counts(entry, row.tally);
      groups.push_back(std::move(entry));
    }
    json["by"] = to_string(report_.by);
    json["groups"] = std::move(groups);
  }

  Json ids(std::vector<ComponentIndex> parts) const {
    std::ranges::sort(parts);
    Json list = Json::array();
    for (const ComponentIndex i : parts) {
      if (shown(comparison_->changes[i])) list.push_back(instrument().at(i).id);
    }
    return list;
  }

  static void put_counts(Json& json, const Tally& counts) {
    json["rose"] = counts.rose.size();
    json["fell"] = counts.fell.size();
    json["same"] = counts.same.size();
    json["uncertain"] = counts.uncertain.size();
    json["new"] = counts.appeared.size();
    json["gone"] = counts.vanished.size();
  }

  // The value, empty when it is not known well enough to be shown, and its range.
  static void put_value(CsvLine& line, const std::string& column, const ComponentResult& part) {
    if (part.known() && part.value.exact()) {
      line.value(column, part.value.low);
    } else {
      line.number(part.known() ? shown_digits(part.value) : "");
    }
    line.value(column + "_low", part.value.low).value(column + "_high", part.value.high);
  }

  std::string csv_row(const ChangeGroup& row, CsvDialect dialect) const {
    CsvLine line(dialect);
    line.text(report_.to->assessment.institution)
        .number(std::to_string(report_.from->assessment.year))
        .number(std::to_string(report_.to->assessment.year));
    const auto joined = [](const std::vector<std::string>& units) {
      std::string text;
      for (const std::string& unit : units) text += (text.empty() ? "" : "|") + unit;
      return text;
    };
    if (row.component == kNoComponent) {
      line.word("unit").text("").text("").text(joined(row.units));
      for (int empty = 0; empty < 6; ++empty) line.number("");
      line.word(word_of(direction_of(row.contribution)));
    } else {
      const Component& c = instrument().at(row.component);
      line.word(to_string(c.kind)).text(c.id).text(c.name);
      line.text(joined(units_of(*report_.from, *report_.to, row.component)));
      put_value(line, "from", report_.from->result.components[row.component]);
      put_value(line, "to", report_.to->result.components[row.component]);
      line.word(word_of(comparison_->changes[row.component].direction()));
    }
    line.interval("contribution", row.contribution)
        .number(std::to_string(row.tally.rose.size()))
        .number(std::to_string(row.tally.fell.size()))
        .number(std::to_string(row.tally.same.size()));
    line.text(line.rounded());
    return line.end();
  }

  const DiffReport& report_;
  const std::optional<Comparison>& comparison_;
};

}  // namespace

std::string_view word_of(Direction direction) {
  switch (direction) {
    case Direction::rose:
      return "rose";
    case Direction::fell:
      return "fell";
    case Direction::same:
      return "same";
    case Direction::uncertain:
      return "uncertain";
    case Direction::appeared:
      return "new";
    case Direction::vanished:
      return "gone";
  }
  return "";
}

Json diff_document(const DiffReport& report) { return DiffData(report).json(); }

std::string diff_json(const DiffReport& report) { return dump(diff_document(report)); }

std::string diff_csv(const DiffReport& report, CsvDialect dialect) {
  return DiffData(report).csv(dialect);
}

}  // namespace spbe
