#include <utility>

#include "commands/certainty/report.hpp"
#include "render/csv.hpp"
#include "render/json.hpp"

namespace spbe {

namespace {

constexpr int kChancePlaces = 30;

// A probability as a decimal string, and whether it is all of it.
struct ChanceDigits {
  std::string text;
  bool exact = true;
};
ChanceDigits digits_of(const BigRatio& value) {
  if (auto all = value.terminating(kChancePlaces)) return {std::move(*all), true};
  return {value.fixed(kChancePlaces), false};
}

class CertaintyData {
 public:
  explicit CertaintyData(const CertaintyReport& report)
      : report_(report),
        evaluation_(*report.evaluation),
        certainty_(*report.certainty),
        instrument_(*evaluation_.result.instrument) {}

  std::string run() {
    Json json;
    json["format"] = "spbe-index.certainty/1";
    const Assessment& assessment = evaluation_.assessment;
    json["file"] = assessment.label();
    json["institution"] = assessment.institution;
    json["institution_id"] = assessment.id;
    json["year"] = assessment.year;
    json["stage"] = to_string(assessment.stage);
    json["instrument"] = instrument_.id;
    numbers_.put_interval(json, "index", evaluation_.result.index);
    // What counts where the file gives nothing: "down" and "up".
    json.update(drift());
    json["pair_count"] = report_.pairs;
    json["by_category"] = Json::array();
    for (std::size_t c = 0; c < certainty_.categories.size(); ++c) {
      Json one;
      one["category"] = instrument_.categories[c].name;
      put(one, "probability", certainty_.categories[c]);
      json["by_category"].push_back(std::move(one));
    }
    json["wanted"] =
        report_.wanted ? Json(instrument_.categories[*report_.wanted].name) : Json(nullptr);
    numbers_.put(json, "wanted_index", certainty_.wanted);
    put(json, "reaches", certainty_.reaches);
    numbers_.put_interval(json, "p5", certainty_.low);
    numbers_.put_interval(json, "p95", certainty_.high);
    put(json, "expected", {certainty_.expected_low, certainty_.expected_high});
    numbers_.name_rounded(json);
    add_lists(json);
    return dump(json);
  }

 private:
  Json drift() {
    Json json;
    JsonNumbers numbers;
    numbers.put(json, "down", report_.drift.down);
    numbers.put(json, "up", report_.drift.up);
    numbers.name_rounded(json);
    return json;
  }

  void add_lists(Json& json) {
    json["by_indicator"] = Json::array();
    for (const Belief& belief : *report_.beliefs) json["by_indicator"].push_back(belief_of(belief));
    json["deciding"] = Json::array();
    for (const Certainty::Deciding& deciding : certainty_.deciding) {
      Json one;
      one["id"] = instrument_.at(deciding.indicator).id;
      put(one, "reaches", deciding.reaches);
      put(one, "gain", {deciding.gain, deciding.gain});
      json["deciding"].push_back(std::move(one));
    }
    json["margin"] = nullptr;
    if (const auto& margin = certainty_.margin) {
      json["margin"] = with_number({{"falls", margin->falls},
                                    {"indicators", ids(margin->indicators)},
                                    {"alone", ids(margin->alone)}},
                                   "index", margin->index);
    }
    json["unknown"] = ids(certainty_.unknown);
    json["distribution"] = Json::array();
    for (const Certainty::State& state : certainty_.states) {
      Json one;
      numbers_.put_interval(one, "index", state.index);
      numbers_.name_rounded(one);
      put(one, "probability", {state.chance, state.chance});
      json["distribution"].push_back(std::move(one));
    }
  }

  // `key`, or `key`_low and `key`_high; named in "rounded" when it was cut to 30 decimals.
  static void put(Json& json, const std::string& key, const Chance& chance) {
    const ChanceDigits low = digits_of(chance.low);
    const ChanceDigits high = digits_of(chance.high);
    if (chance.exact()) {
      json[key] = low.text;
    } else {
      json[key] = nullptr;
      json[key + "_low"] = low.text;
      json[key + "_high"] = high.text;
    }
    if (!low.exact || !high.exact) json["rounded"].push_back(key);
  }

  Json belief_of(const Belief& belief) const {
    Json one = with_number({{"id", instrument_.at(belief.indicator).id}}, "level", belief.level);
    one["origin"] = belief.origin == Belief::Origin::file     ? "file"
                    : belief.origin == Belief::Origin::learnt ? "learnt"
                                                              : "assumed";
    one["outcomes"] = Json::array();
    for (const Belief::Outcome& outcome : belief.outcomes) {
      Json item = with_number(Json::object(), "level", outcome.level);
      put(item, "probability", {BigRatio(outcome.chance), BigRatio(outcome.chance)});
      one["outcomes"].push_back(std::move(item));
    }
    if (belief.origin == Belief::Origin::learnt) {
      const StageMoves& moves = report_.learnt[belief.indicator];
      one["seen"] = moves.seen;
      one["lowered"] = moves.lowered;
      one["raised"] = moves.raised;
    }
    return one;
  }

  Json ids(const std::vector<ComponentIndex>& components) const {
    Json list = Json::array();
    for (const ComponentIndex i : components) list.push_back(instrument_.at(i).id);
    return list;
  }

  const CertaintyReport& report_;
  const Evaluation& evaluation_;
  const Certainty& certainty_;
  const Instrument& instrument_;
  JsonNumbers numbers_;
};

}  // namespace

std::string certainty_json(const CertaintyReport& report) { return CertaintyData(report).run(); }

std::string certainty_csv(const CertaintyReport& report, CsvDialect dialect) {
  const IndexResult& result = report.evaluation->result;
  std::string out =
      CsvLine(dialect)
          .headings({"index", "index_low", "index_high", "probability", "categories", "rounded"})
          .end();
  for (const Certainty::State& state : report.certainty->states) {
    const ChanceDigits chance = digits_of(state.chance);
    CsvLine line(dialect);
    line.interval("index", state.index).number(chance.text);
    line.text(joined_categories(*result.instrument,
                                categories_within(*result.instrument, state.index, result.basis)));
    std::string cut = line.rounded();
    if (!chance.exact) cut += (cut.empty() ? "" : "|") + std::string(dialect.word("probability"));
    line.text(cut);
    out += line.end();
  }
  return out;
}

}  // namespace spbe
