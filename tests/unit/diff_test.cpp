#include <nlohmann/json.hpp>

#include "change_cases.hpp"
#include "commands/compute/data.hpp"
#include "commands/diff/report.hpp"
#include "render/page_writers.hpp"
#include "spbe/analysis/change_groups.hpp"

namespace spbe::change_test {

namespace {

constexpr int kRounds = kSanitized ? 6 : 25;

constexpr Grouping kGroupings[] = {Grouping::domain, Grouping::aspect, Grouping::indicator,
                                   Grouping::unit};

// Sums without the question whether the ends belong to them.
bool same_ends(const Interval& a, const Interval& b) { return a.low == b.low && a.high == b.high; }

DiffReport report_of(const Evaluation& from, const Evaluation& to, Grouping by) {
  DiffReport report(&from, &to);
  report.by = by;
  return report;
}

std::string every_format(const Evaluation& from, const Evaluation& to, Grouping by) {
  DiffReport report = report_of(from, to, by);
  report.all = true;
  return page_text(diff_page(report, Language::english), Style{}) + diff_json(report) +
         diff_csv(report) + page_markdown(diff_page(report, Language::indonesian));
}

}  // namespace

TEST_CASE("contributions sum exactly to the change of the index in every grouping", "[diff]") {
  Dice dice(1);
  for (const std::string& id : instruments()) {
    const Instrument& instrument = *catalog().find(id);
    for (int round = 0; round < kRounds; ++round) {
      const Case a = complete(instrument, random_levels(dice, instrument), dice);
      Case b = complete(instrument, random_levels(dice, instrument), dice);
      b.year = 2025;
      Evaluation from = read(a.text());
      Evaluation to = read(b.text());
      const bool partly = dice.chance(60);
      if (partly) {
        from = read(hide(a, from, random_hidden(dice, instrument)).text());
        to = read(hide(b, to, random_hidden(dice, instrument)).text());
      }
      const Comparison comparison = compare(from, to);
      CHECK(same_ends(comparison.index, difference(to.result.index, from.result.index)));
      for (const Grouping by : kGroupings) {
        Interval sum;
        std::size_t parts = 0;
        for (const ChangeGroup& row : group(comparison, from, to, by)) {
          sum = sum + row.contribution;
          parts += row.parts.size();
          if (row.component == kNoComponent) continue;
          CHECK(same_ends(row.contribution, comparison.changes[row.component].contribution));
        }
        CHECK(same_ends(sum, comparison.index));
        CHECK(parts == comparison.parts.size());
      }
      if (!partly) CHECK(comparison.index.exact());
    }
  }
}

TEST_CASE("the true change lies in what is said of two incomplete results", "[diff]") {
  Dice dice(2);
  int wide = 0;
  for (const std::string& id : instruments()) {
    const Instrument& instrument = *catalog().find(id);
    for (int round = 0; round < kRounds; ++round) {
      const Case a = complete(instrument, random_levels(dice, instrument), dice);
      Case b = complete(instrument, random_levels(dice, instrument), dice);
      b.year = 2025;
      const Evaluation from = read(a.text());
      const Evaluation to = read(b.text());
      const Comparison truth = compare(from, to);
      const Evaluation known_from = read(hide(a, from, random_hidden(dice, instrument)).text());
      const Evaluation known_to = read(hide(b, to, random_hidden(dice, instrument)).text());
      const Comparison known = compare(known_from, known_to);
      CHECK(known.index.contains(truth.index.low));
      for (const ComponentIndex part : known.parts) {
        CHECK(known.changes[part].contribution.contains(truth.changes[part].contribution.low));
      }
      if (!known.index.exact()) ++wide;
    }
  }
  CHECK(wide > kRounds);
}

TEST_CASE("what is not known of one institution in one year cancels out", "[diff]") {
  Dice dice(3);
  for (const std::string& id : instruments()) {
    const Instrument& instrument = *catalog().find(id);
    for (int round = 0; round < kRounds; ++round) {
      const Levels before = random_levels(dice, instrument);
      const Hidden hidden = random_hidden(dice, instrument);
      Levels after = before;
      for (std::size_t i = 0; i < after.size(); ++i) {
        bool covered = hidden.missing[i];
        for (std::size_t r = 0; r < instrument.roots.size(); ++r) {
          covered =
              covered || (hidden.published[r] &&
                          instrument.is_within(instrument.indicators[i], instrument.roots[r]));
        }
        const Scale& scale = instrument.scale_of(instrument.indicators[i]);
        if (!covered && dice.chance(20)) after[i] = Ratio(dice.roll(scale.low, scale.high));
      }
      const Case a = complete(instrument, before, dice);
      const Case b = complete(instrument, after, dice);
      const Evaluation from = read(a.text());
      const Evaluation to = read(b.text());
      const Evaluation known_from = read(hide(a, from, hidden).text());
      const Evaluation known_to = read(hide(b, to, hidden).text());
      const Interval change = compare(known_from, known_to).index;
      CHECK(change == Interval::point(to.result.index.low - from.result.index.low));
    }
  }
}

TEST_CASE("a comparison turned round is its negative", "[diff]") {
  Dice dice(4);
  for (const std::string& id : instruments()) {
    const Instrument& instrument = *catalog().find(id);
    for (int round = 0; round < kRounds; ++round) {
      const Case a = complete(instrument, random_levels(dice, instrument), dice);
      Case b = complete(instrument, random_levels(dice, instrument), dice);
      b.year = 2025;
      const Evaluation from = read(hide(a, read(a.text()), random_hidden(dice, instrument)).text());
      const Evaluation to = read(hide(b, read(b.text()), random_hidden(dice, instrument)).text());
      const Comparison there = compare(from, to);
      const Comparison back = compare(to, from);
      CHECK(same_ends(there.index, {-back.index.high, -back.index.low}));
      REQUIRE(there.parts == back.parts);
      const Tally up = tally(there, there.parts);
      const Tally down = tally(back, back.parts);
      CHECK(up.rose == down.fell);
      CHECK(up.fell == down.rose);
      CHECK(up.same == down.same);
      CHECK(up.uncertain == down.uncertain);
      CHECK(up.appeared == down.vanished);
      CHECK(up.vanished == down.appeared);
    }
  }
}

TEST_CASE("a result does not differ from itself", "[diff]") {
  Dice dice(5);
  for (const std::string& id : instruments()) {
    const Instrument& instrument = *catalog().find(id);
    for (int round = 0; round < kRounds; ++round) {
      const Case a = complete(instrument, random_levels(dice, instrument), dice);
      const Evaluation one = read(hide(a, read(a.text()), random_hidden(dice, instrument)).text());
      const Comparison comparison = compare(one, one);
      CHECK_FALSE(comparison.differs());
      CHECK(comparison.index == Interval{});
      CHECK(tally(comparison, comparison.parts).same == comparison.parts);
      const auto json = nlohmann::json::parse(diff_json(report_of(one, one, Grouping::indicator)));
      CHECK(json["change"] == "0");
      CHECK(json["changes"].empty());
    }
  }
}

TEST_CASE("the order of the keys changes nothing", "[diff]") {
  Dice dice(6);
  for (const std::string& id : instruments()) {
    const Instrument& instrument = *catalog().find(id);
    for (int round = 0; round < kRounds / 4; ++round) {
      Case a = complete(instrument, random_levels(dice, instrument), dice);
      Case b = complete(instrument, random_levels(dice, instrument), dice);
      b.year = 2025;
      a = hide(a, read(a.text()), random_hidden(dice, instrument));
      b = hide(b, read(b.text()), random_hidden(dice, instrument));
      std::vector<std::string> before;
      for (const Grouping by : kGroupings) {
        before.push_back(every_format(read(a.text()), read(b.text()), by));
      }
      dice.shuffle(a.lines);
      dice.shuffle(b.lines);
      for (std::size_t i = 0; i < before.size(); ++i) {
        CHECK(every_format(read(a.text()), read(b.text()), kGroupings[i]) == before[i]);
      }
    }
  }
}

TEST_CASE("compute and diff give the same change", "[diff]") {
  Dice dice(7);
  const Instrument& instrument = *catalog().find("permenpanrb-59-2020");
  for (int round = 0; round < kRounds; ++round) {
    const Case a = complete(instrument, random_levels(dice, instrument), dice);
    Case b = complete(instrument, random_levels(dice, instrument), dice);
    b.year = 2025;
    const Evaluation from = read(hide(a, read(a.text()), random_hidden(dice, instrument)).text());
    const Evaluation to = read(hide(b, read(b.text()), random_hidden(dice, instrument)).text());
    const auto diff = nlohmann::json::parse(diff_json(report_of(from, to, Grouping::indicator)));
    ComputeJson json(ComputeJson::Form::lines, false);
    const PriorYear before = prior_year(from.assessment, from.result);
    const auto computed =
        nlohmann::json::parse(json.row(json.pieces(to), &before, compare(from, to).index));
    CHECK(diff["change_low"] == computed["previous"]["change_low"]);
    CHECK(diff["change_high"] == computed["previous"]["change_high"]);
    CHECK(diff["before"]["index"]["low"] == nlohmann::json(decimal(from.result.index.low)));
    CHECK(diff["after"]["index"] == computed["index"]);
  }
}

TEST_CASE("contributions in json sum to the change", "[diff]") {
  Dice dice(8);
  const Instrument& instrument = *catalog().find("permenpanrb-59-2020");
  for (int round = 0; round < kRounds; ++round) {
    const Case a = complete(instrument, random_levels(dice, instrument), dice);
    const Case b = complete(instrument, random_levels(dice, instrument), dice);
    const Evaluation from = read(a.text());
    const Evaluation to = read(b.text());
    const auto json = nlohmann::json::parse(diff_json(report_of(from, to, Grouping::unit)));
    for (const char* list : {"changes", "groups"}) {
      Ratio sum;
      for (const auto& change : json[list]) {
        sum += Ratio::parse(change["contribution"].get<std::string>()).value();
      }
      CHECK(decimal(sum) == json["change"].get<std::string>());
    }
    CHECK(json["rose"].get<int>() + json["fell"].get<int>() + json["same"].get<int>() == 47);
  }
}

TEST_CASE("the unit of the newer file counts, else that of the older", "[diff]") {
  const std::string head = "institution: Kota X\ninstrument: permenpanrb-59-2020\nscores:\n";
  const Evaluation from = read("year: 2023\n" + head +
                               "  1: {level: 1, unit: Old}\n  2: {level: 1, unit: Kept}\n"
                               "  3: {level: 1, units: [b, A, 'a ']}\n");
  const Evaluation to =
      read("year: 2024\n" + head + "  1: {level: 2, unit: New}\n  2: 2\n  3: 2\n");
  const Instrument& instrument = *to.result.instrument;
  CHECK(units_of(from, to, instrument.find("1")) == std::vector<std::string>{"New"});
  CHECK(units_of(from, to, instrument.find("2")) == std::vector<std::string>{"Kept"});
  CHECK(units_of(from, to, instrument.find("3")) == std::vector<std::string>{"A", "b"});
  CHECK(units_of(from, to, instrument.find("4")).empty());
}

TEST_CASE("a level against none is new, or gone, and never a rise", "[diff]") {
  const std::string head = "institution: Kota X\ninstrument: permenpanrb-59-2020\nscores:\n";
  const Evaluation from = read("year: 2023\n" + head + "  1: 5\n  3: 3\n  layanan: 2.50\n");
  const Evaluation to = read("year: 2024\n" + head + "  2: 5\n  3: 4\n  manajemen: 2.00\n");
  const Comparison comparison = compare(from, to);
  const Tally went = tally(comparison, comparison.parts);
  const Instrument& instrument = *to.result.instrument;
  using List = std::vector<ComponentIndex>;
  CHECK(went.appeared == List{instrument.find("2"), instrument.find("D3")});
  CHECK(went.vanished == List{instrument.find("1"), instrument.find("D4")});
  CHECK(went.rose == List{instrument.find("3")});
  CHECK(went.fell.empty());
}

TEST_CASE("results of two instruments have no difference", "[diff]") {
  const Evaluation from = read("institution: X\nyear: 2018\nscores: {1: 1}\n");
  const Evaluation to = read("institution: X\nyear: 2023\nscores: {1: 1}\n");
  CHECK_FALSE(comparable(from, to));
  CHECK_THROWS_AS(compare(from, to), std::invalid_argument);
  const auto json = nlohmann::json::parse(diff_json(report_of(from, to, Grouping::indicator)));
  CHECK(json["comparable"] == false);
  CHECK(json["change"].is_null());
  CHECK(json["changes"].empty());
}

TEST_CASE("names from files cannot break out of markdown", "[diff]") {
  const auto with = [](const std::string& year, const std::string& level) {
    return read(
        "institution: \"<script>|x</details>`@all #1 ](http://e.x) \\e[31m\"\nyear: " + year +
        "\nscores: {1: {level: " + level + ", unit: \"</summary>|**a** @b\\n# c\"}}\n");
  };
  const Evaluation from = with("2023", "1");
  const Evaluation to = with("2024", "2");
  for (const Grouping by : kGroupings) {
    std::string text = page_markdown(diff_page(report_of(from, to, by), Language::english));
    CHECK(text.find("script") != std::string::npos);
    // What a backslash stands before has no meaning in markdown.
    for (std::size_t at = text.find('\\'); at != std::string::npos; at = text.find('\\', at)) {
      text.erase(at, 2);
    }
    for (const char* bad :
         {"<script", "</details>`", "@all", "@b", " #1", "\x1b", "|x", "**a", "</summary>|"}) {
      INFO(bad);
      CHECK(text.find(bad) == std::string::npos);
    }
  }
}

}  // namespace spbe::change_test
