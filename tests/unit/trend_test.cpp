#include <nlohmann/json.hpp>

#include "change_cases.hpp"
#include "commands/trend/report.hpp"

namespace spbe::change_test {

namespace {

using Results = std::vector<std::unique_ptr<Evaluation>>;

void add(Results& results, const std::string& institution, int year, const std::string& level,
         const std::string& more = {}) {
  results.push_back(std::make_unique<Evaluation>(
      read("institution: " + institution + "\nyear: " + std::to_string(year) + "\n" + more +
           "scores: {1: " + level + ", 2: 1}\n")));
}

std::vector<int> years_of(const TrendSpan& span) {
  std::vector<int> years;
  for (const Evaluation* result : span.years) years.push_back(result->assessment.year);
  return years;
}

}  // namespace

TEST_CASE("a line rises from the lowest level to the highest, and a gap is a dot", "[trend]") {
  const auto line = [](const std::vector<std::optional<Ratio>>& values) {
    page::Sparkline points;
    for (const auto& value : values) {
      points.push_back(value ? page::Point{page::Point::Kind::value, *value, Ratio(1), Ratio(5)}
                             : page::Point{page::Point::Kind::missing});
    }
    return page::shown(points, Language::english);
  };
  CHECK(line({Ratio(1), Ratio(2), Ratio(3), Ratio(4), Ratio(5)}) == "▁▃▅▆█");
  CHECK(line({Ratio(1), std::nullopt, Ratio(5)}) == "▁·█");
  // A tolerated level below the scale is drawn at its foot.
  CHECK(line({Ratio(0)}) == "▁");
  CHECK(line({}).empty());
}

TEST_CASE("years are put in order and missing ones are known", "[trend]") {
  Results results;
  add(results, "Kota X", 2024, "3");
  add(results, "Kota X", 2021, "1");
  add(results, "kota  x", 2022, "2");
  const std::vector<Trend> found = trends(results);
  REQUIRE(found.size() == 1);
  REQUIRE(found[0].spans.size() == 1);
  CHECK(years_of(found[0].spans[0]) == std::vector<int>{2021, 2022, 2024});
  CHECK(found[0].missing_years() == std::vector<int>{2023});
  REQUIRE(found[0].spans[0].change);
  const Interval change = found[0].spans[0].change->index;
  CHECK(change == compare(*results[1], *results[0]).index);
}

TEST_CASE("a change never crosses from one instrument to another", "[trend]") {
  Results results;
  add(results, "Kota X", 2019, "1");
  add(results, "Kota X", 2020, "2");
  add(results, "Kota X", 2021, "2");
  add(results, "Kota X", 2026, "1.5");
  add(results, "Kota X", 2027, "2");
  const Trend trend = trends(results).front();
  REQUIRE(trend.spans.size() == 3);
  CHECK(years_of(trend.spans[0]) == std::vector<int>{2019, 2020});
  CHECK(years_of(trend.spans[1]) == std::vector<int>{2021});
  CHECK_FALSE(trend.spans[1].change);
  CHECK(years_of(trend.spans[2]) == std::vector<int>{2026, 2027});
  CHECK(trend.spans[2].change->index == compare(*results[3], *results[4]).index);
  CHECK(trend.missing_years() == std::vector<int>{2022, 2023, 2024, 2025});
}

TEST_CASE("of two results of a year the later stage is taken, else the one read first", "[trend]") {
  Results results;
  add(results, "Kota X", 2023, "4", "stage: final\n");
  add(results, "Kota X", 2023, "5", "stage: self\n");
  add(results, "Kota X", 2024, "2");
  add(results, "Kota X", 2024, "3");
  const Trend trend = trends(results).front();
  CHECK(trend.spans[0].years == std::vector<const Evaluation*>{results[0].get(), results[2].get()});
  CHECK(trend.set_aside == std::vector<const Evaluation*>{results[1].get(), results[3].get()});
}

TEST_CASE("institutions stand in the order in which they are met", "[trend]") {
  Results results;
  add(results, "B", 2023, "1");
  add(results, "A", 2023, "1");
  add(results, "B", 2022, "1");
  const std::vector<Trend> found = trends(results);
  REQUIRE(found.size() == 2);
  CHECK(found[0].institution == "B");
  CHECK(found[1].institution == "A");
  CHECK(found[0].spans[0].years.size() == 2);
}

TEST_CASE("trend and compute agree on every value and change", "[trend]") {
  Dice dice(11);
  for (const std::string& id : instruments()) {
    const Instrument& instrument = *catalog().find(id);
    for (int round = 0; round < 20; ++round) {
      Results results;
      for (int year = 2021; year < 2024; ++year) {
        Case a = complete(instrument, random_levels(dice, instrument), dice);
        a.year = year;
        a = hide(a, read(a.text()), random_hidden(dice, instrument));
        results.push_back(std::make_unique<Evaluation>(read(a.text())));
      }
      const auto json = nlohmann::json::parse(trend_json({trends(results), ComponentKind::aspect}));
      const auto& span = json["institutions"][0]["spans"][0];
      const Comparison whole = compare(*results[0], *results[2]);
      CHECK(span["change_low"] == decimal(whole.index.low));
      CHECK(span["change_high"] == decimal(whole.index.high));
      for (const auto& c : span["components"]) {
        const ComponentIndex i = instrument.find(c["id"].get<std::string>());
        CHECK(instrument.at(i).kind <= ComponentKind::aspect);
        for (const auto& value : c["values"]) {
          const auto place = static_cast<std::size_t>(value["year"].get<int>() - 2021);
          const ComponentResult& part = results[place]->result.components[i];
          CHECK(value["low"] == decimal(part.value.low));
          CHECK(part.known());
        }
        if (c["change_low"].is_null()) continue;
        CHECK(c["contribution_low"] == decimal(whole.changes[i].contribution.low));
      }
    }
  }
}

}  // namespace spbe::change_test
