#include "commands/peers/report.hpp"
#include "render/csv.hpp"
#include "render/json.hpp"

namespace spbe {

namespace {

Json nothing_or(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

class PeersData {
 public:
  explicit PeersData(const PeersReport& report)
      : own_(report.ours->summary), peers_(*report.peers), instrument_(*own_.instrument) {}

  std::string run() {
    Json json;
    json["format"] = "spbe-index.peers/1";
    json["file"] = own_.label;
    json["institution"] = own_.institution;
    json["year"] = own_.year;
    json["instrument"] = instrument_.id;
    numbers_.put_interval(json, "index", own_.index);
    numbers_.name_rounded(json);
    json["groups"] = Json::array();
    for (const PeerGroup& group : peers_.groups) json["groups"].push_back(group_of(group));
    json["other_year"] = peers_.other_year;
    json["other_instrument"] = peers_.other_instrument;
    return dump(json);
  }

 private:
  Json group_of(const PeerGroup& group) {
    Json json;
    json["kind"] = nothing_or(std::string(to_string(group.kind)));
    json["province"] = nothing_or(group.province);
    json["rank"] = group.place.rank;
    json["rank_of"] = group.place.of;
    json["rank_best"] = group.best;
    json["rank_worst"] = group.worst;
    json["percentile"] = nullptr;
    if (group.percentile) numbers_.put(json, "percentile", *group.percentile);
    numbers_.name_rounded(json);
    json["components"] = parts_of(group.parts);
    if (group.place.of > 1) {
      json["components"].insert(json["components"].begin(), part_of(group.index));
    }
    json["previous"] = group.before ? before_of(*group.before) : Json(nullptr);
    json["behind"] = parts_of(group.behind);
    json["above"] = Json::array();
    for (const PeerAbove& above : group.above) json["above"].push_back(above_of(above));
    return json;
  }

  Json parts_of(const std::vector<PeerPart>& parts) {
    Json list = Json::array();
    for (const PeerPart& part : parts) list.push_back(part_of(part));
    return list;
  }

  Json part_of(const PeerPart& part) {
    Json json;
    json["id"] = part.component == kNoComponent ? "index" : instrument_.at(part.component).id;
    json["value"] = nullptr;
    if (part.ours) numbers_.put_interval(json, "value", *part.ours);
    numbers_.put_interval(json, "median", part.median);
    numbers_.put_interval(json, "best_tenth", part.best_tenth);
    json["ahead"] = part.ahead;
    json["of"] = part.of;
    numbers_.name_rounded(json);
    return json;
  }

  Json before_of(const PeerBefore& before) {
    Json json;
    json["year"] = before.year;
    json["rank"] = before.place.rank;
    json["rank_of"] = before.place.of;
    json["components"] = parts_of(before.parts);
    json["components"].insert(json["components"].begin(), part_of(before.index));
    json["compared"] = before.now_among.of;
    json["places_gained"] = before.moved();
    return json;
  }

  Json above_of(const PeerAbove& above) {
    Json json;
    json["institution"] = above.peer->summary.institution;
    json["rank"] = above.rank;
    numbers_.put_interval(json, "ahead_by", above.ahead_by);
    numbers_.name_rounded(json);
    json["leads"] = Json::array();
    for (const PeerAbove::Lead& lead : above.leads) {
      Json one;
      one["id"] = instrument_.at(lead.component).id;
      numbers_.put_interval(one, "value", lead.ours);
      numbers_.put_interval(one, "theirs", lead.theirs);
      numbers_.put_interval(one, "contribution", lead.contribution);
      numbers_.name_rounded(one);
      json["leads"].push_back(std::move(one));
    }
    return json;
  }

  const Summary& own_;
  const Peers& peers_;
  const Instrument& instrument_;
  JsonNumbers numbers_;
};

void add_peer_line(std::string& out, const PeerGroup& group, const Instrument& instrument,
                   const PeerPart& part, CsvDialect dialect) {
  const PeerPart* before = nullptr;
  if (group.before) {
    before =
        part.component == kNoComponent ? &group.before->index : group.before->find(part.component);
  }
  const bool index = part.component == kNoComponent;
  CsvLine line(dialect);
  line.text(to_string(group.kind))
      .text(group.province)
      .text(index ? "index" : instrument.at(part.component).id)
      .text(index ? instrument.index_name : instrument.at(part.component).name)
      .interval("value", part.ours)
      .interval("median", part.median)
      .interval("best_tenth", part.best_tenth)
      .number(std::to_string(part.ahead))
      .number(std::to_string(part.of))
      .number(before != nullptr ? std::to_string(group.before->year) : "")
      .interval("previous_value", before != nullptr ? before->ours : std::nullopt)
      .interval("previous_median",
                before != nullptr ? std::optional(before->median) : std::nullopt);
  line.text(line.rounded());
  out += line.end();
}

}  // namespace

std::string peers_json(const PeersReport& report) { return PeersData(report).run(); }

std::string peers_csv(const PeersReport& report, CsvDialect dialect) {
  const Instrument& instrument = *report.ours->summary.instrument;
  std::string out = CsvLine(dialect)
                        .headings({"kind",
                                   "province",
                                   "id",
                                   "name",
                                   "value",
                                   "value_low",
                                   "value_high",
                                   "median",
                                   "median_low",
                                   "median_high",
                                   "best_tenth",
                                   "best_tenth_low",
                                   "best_tenth_high",
                                   "ahead",
                                   "institutions",
                                   "previous_year",
                                   "previous_value",
                                   "previous_value_low",
                                   "previous_value_high",
                                   "previous_median",
                                   "previous_median_low",
                                   "previous_median_high",
                                   "rounded"})
                        .end();
  for (const PeerGroup& group : report.peers->groups) {
    if (group.place.of < 2) continue;
    add_peer_line(out, group, instrument, group.index, dialect);
    for (const PeerPart& part : group.parts) add_peer_line(out, group, instrument, part, dialect);
    for (const PeerPart& part : group.behind) add_peer_line(out, group, instrument, part, dialect);
  }
  return out;
}

}  // namespace spbe
