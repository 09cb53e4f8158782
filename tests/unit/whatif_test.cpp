#include "spbe/analysis/whatif.hpp"

#include <nlohmann/json.hpp>

#include <map>
#include <set>
#include <sstream>

#include "cli/session.hpp"
#include "plan_cases.hpp"
#include "spbe/model/rewrite.hpp"

namespace spbe {

namespace {

using namespace plan_test;
using Json = nlohmann::ordered_json;

Json json_of(const std::vector<std::string>& args) {
  std::istringstream in;
  std::ostringstream out;
  std::ostringstream err;
  Session session{in, out, err, {}};
  const Status status = run(args, session);
  INFO(err.str());
  REQUIRE(status == Status::done);
  return Json::parse(out.str());
}

std::string example(const std::string& name) {
  return std::string(SPBE_SOURCE_DIR) + "/examples/" + name;
}

// Replays the steps one by one and returns how many there were.
std::size_t replay(const std::string& file, std::vector<std::string> options) {
  std::vector<std::string> args = {"plan", file, "--format", "json"};
  args.insert(args.end(), options.begin(), options.end());
  const Json plan = json_of(args);
  std::vector<std::string> now = {"whatif", file, "--format", "json"};
  std::set<std::string> removed;
  std::string index = plan["from_index"];
  std::map<std::string, std::string> levels;
  for (const Json& step : plan["steps"]) {
    if (step["kind"] == "obstacle") {
      removed.insert(step["id"]);
      CHECK(step["index"] == index);
      continue;
    }
    levels[step["id"]] = step["to"];
    std::vector<std::string> call = now;
    for (const auto& [id, level] : levels) {
      call.push_back("--set=" + id + "=" + level);
    }
    const Json after = json_of(call);
    index = step["index"];
    CHECK(after["after"]["index"]["exact"] == step["index"]);
    CHECK(after["breaks"].empty());
    for (const Json& exceeded : after["exceeds"]) {
      CHECK(removed.count(exceeded["obstacle"]) == 1);
    }
  }
  CHECK(index == plan["to_index"]);
  return plan["steps"].size();
}

}  // namespace

TEST_CASE("the steps of a plan replayed give its running index", "[whatif]") {
  CHECK(replay(example("bandar-lampung-2023.yaml"), {"--target", "Baik"}) > 3);
  CHECK(replay(example("bandar-lampung-2021.yaml"), {"--target", "3.9"}) > 20);
  CHECK(replay(example("kemenko-perekonomian-2021.yaml"), {"--target", "Sangat Baik"}) > 3);
  CHECK(replay(example("teaching/kabupaten-contoh-2024.yaml"), {"--target", "4.5"}) > 30);
  CHECK(replay(example("teaching/kabupaten-contoh-2024.yaml"),
               {"--target", "3.2", "--years", "3", "--max-rise", "1"}) > 30);
}

TEST_CASE("conflicts are those that the change brings", "[whatif]") {
  const Catalog catalog;
  std::vector<Entry> entries(47, Entry{1, {}});
  entries[20].level = 3;  // 21 already breaks the gate and passes the obstacle
  const std::string obstacles = "obstacles:\n  - {id: o, holds: 21-23, at: 2}\n";
  const Assessment before =
      read(catalog, assessment_text("permenpanrb-59-2020", entries) + obstacles);
  const Instrument& instrument = *before.instrument;
  const RuleSet rules = rules_of(instrument, instrument.find_edition("p3"));
  Assessment after = before;
  CHECK_FALSE(find_conflicts(before, after, rules).any());
  after.scores[instrument.find("22")].level = Ratio(2);
  auto conflicts = find_conflicts(before, after, rules);
  REQUIRE(conflicts.broken.size() == 1);
  CHECK(conflicts.broken[0].indicator == instrument.find("22"));
  CHECK(conflicts.exceeded.empty());
  after.scores[instrument.find("21")].level = Ratio(4);
  conflicts = find_conflicts(before, after, rules);
  REQUIRE(conflicts.exceeded.size() == 1);
  CHECK(conflicts.exceeded[0].indicators == std::vector<ComponentIndex>{instrument.find("21")});
}

TEST_CASE("a copy differs in the levels only", "[whatif]") {
  const Catalog catalog;
  const std::string text =
      "\xEF\xBB\xBF# 1: 2\r\ninstitution: \"Kota \xC3\xA9 1: 2\"\r\nyear: 2024\r\nscores:\r\n"
      "  kebijakan:\r\n    1:   2   # 2\r\n    ID-2: {note: 'level: 2', level: 2, effort: 2}\r\n"
      "  3: 2\r\n# 2";
  const Assessment before = read(catalog, text);
  const Instrument& instrument = *before.instrument;
  Levels levels = levels_of(before);
  CHECK(rewrite_levels(before, levels).text == text);
  levels[instrument.find("1")] = Ratio(4);
  levels[instrument.find("2")] = Ratio(5);
  const Rewritten copy = rewrite_levels(before, levels);
  CHECK(copy.changed == 2);
  CHECK(copy.absent.empty());
  std::string wanted = text;
  wanted.replace(wanted.find("1:   2") + 5, 1, "4");
  wanted.replace(wanted.find(" level: 2, effort") + 8, 1, "5");
  CHECK(copy.text == wanted);
  const Assessment again = read(catalog, copy.text);
  CHECK(levels_of(again) == levels);
  levels[instrument.find("9")] = Ratio(3);
  CHECK(rewrite_levels(before, levels).absent == std::vector<ComponentIndex>{instrument.find("9")});
}

TEST_CASE("a level goes where the file has room for it", "[whatif]") {
  const Catalog catalog;
  const auto rewritten = [&](const std::string& scores, const std::string& key, Ratio level) {
    const std::string head = "institution: Kota Uji\nyear: 2026\nscores:\n";
    const Assessment before = read(catalog, head + scores);
    Levels levels = levels_of(before);
    levels[before.instrument->find(key)] = level;
    const Rewritten copy = rewrite_levels(before, levels);
    CHECK(copy.absent.empty());
    const Assessment after = read(catalog, copy.text);
    CHECK(after.score(after.instrument->find(key)).level == level);
    return copy.text.substr(head.size());
  };
  CHECK(rewritten("  1:   # nama\n  2: 1\n", "1", Ratio(5, 2)) == "  1: 2.5   # nama\n  2: 1\n");
  CHECK(rewritten("  1: ~\n", "1", Ratio(2)) == "  1: 2\n");
  CHECK(rewritten("  1: {unit: A}\n", "1", Ratio(2)) == "  1: {level: 2, unit: A}\n");
  CHECK(rewritten("  1: {level: , unit: A}\n", "1", Ratio(2)) == "  1: {level: 2 , unit: A}\n");
  CHECK(rewritten("  1:\n    unit: A\n    note: b\n", "1", Ratio(2)) ==
        "  1:\n    level: 2\n    unit: A\n    note: b\n");
  CHECK(rewritten("  1:\n    level:\n    unit: A\n", "1", Ratio(2)) ==
        "  1:\n    level: 2\n    unit: A\n");
  CHECK(rewritten("  1: {complete: 1, unit: A}\n", "1", Ratio(7, 2)) ==
        "  1: {complete: 3, unit: A}\n");
  CHECK(rewritten("  1: {complete: 1}\n", "1", Ratio(9, 4)) == "  1: {level: 2.25}\n");
  CHECK(rewritten("  1: {items: {1: 1/1, 2: 2/4}, unit: A}\n", "1", Ratio(5, 2)) ==
        "  1: {complete: 2, unit: A}\n");
  CHECK(rewritten("  1:\n    items:\n      1: 1/1\n      2: 0/3\n    unit: A\n", "1",
                  Ratio(11, 6)) == "  1:\n    level: 11/6\n    unit: A\n");
  CHECK(rewritten("  5: {from: {sdi: 25, date: 2026-01-01}}\n", "5", Ratio(5)) ==
        "  5: {complete: 5}\n");
}

}  // namespace spbe
