#include "spbe/analysis/peers.hpp"

#include "unit/plan_cases.hpp"

using namespace spbe;
using namespace spbe::plan_test;

namespace {

PeerProfile profile(const std::string& name, const std::string& scores,
                    const std::string& more = "kind: kota\n", int year = 2024) {
  static const Catalog catalog;
  return profile_of(
      evaluate(read(catalog, "institution: " + name + "\nyear: " + std::to_string(year) + "\n" +
                                 more + "scores: " + scores + "\n")));
}

// All four domains at one value.
std::string domains(const std::string& value) {
  return "{D1: " + value + ", D2: " + value + ", D3: " + value + ", D4: " + value + "}";
}

}  // namespace

TEST_CASE("an institution among its kind, and its province", "[peers]") {
  const PeerProfile ours = profile("K", domains("2.50"), "kind: kota\nprovince: Bali\n");
  std::vector<PeerProfile> all;
  all.push_back(profile("A", domains("3.50"), "kind: kota\nprovince: bali\n"));
  all.push_back(profile("B", domains("3.00")));
  all.push_back(profile("C", domains("2.00")));
  all.push_back(profile("D", domains("1.50"), "kind: kota\nprovince: Bali\n"));
  all.push_back(profile("E", domains("5.00"), "kind: kabupaten\nprovince: Bali\n"));
  all.push_back(profile("F", domains("5.00"), "kind: kota\n", 2023));
  all.push_back(profile("k ", domains("5.00")));  // itself
  all.push_back(profile("C", domains("1.00"), "kind: kota\nstage: self\n"));
  const Peers peers = peers_of(ours, all);
  CHECK(peers.other_year == 1);
  CHECK(peers.other_instrument == 0);
  REQUIRE(peers.groups.size() == 2);
  const PeerGroup& kind = peers.groups[0];
  CHECK(kind.place.rank == 3);
  CHECK(kind.place.of == 5);
  CHECK(kind.percentile == Ratio(50));
  CHECK(kind.index.median == ours.summary.index);
  CHECK(kind.index.best_tenth == all[0].summary.index);
  CHECK(kind.index.ahead == 2);
  REQUIRE(kind.above.size() == 2);
  CHECK(kind.above[0].peer == &all[1]);
  CHECK(kind.above[0].rank == 2);
  REQUIRE(kind.above[0].leads.size() == 4);
  // The services weigh most.
  CHECK(ours.summary.instrument->at(kind.above[0].leads.front().component).id == "D4");
  CHECK(kind.parts.size() == 4);
  const PeerGroup& province = peers.groups[1];
  CHECK(province.province == "Bali");
  CHECK(province.place.rank == 2);
  CHECK(province.place.of == 3);
}

TEST_CASE("indicators where most peers are ahead", "[peers]") {
  const PeerProfile ours = profile("K", "{1: 2, 2: 2, 3: 2}");
  std::vector<PeerProfile> all;
  all.push_back(profile("A", "{1: 3, 2: 3, 3: 2}"));
  all.push_back(profile("B", "{1: 3, 2: 3}"));
  all.push_back(profile("C", "{1: 3, 2: 1, 3: 1}"));
  const Peers peers = peers_of(ours, all);
  const PeerGroup& group = peers.groups.front();
  REQUIRE(group.behind.size() == 2);
  const Instrument& instrument = *ours.summary.instrument;
  CHECK(instrument.at(group.behind[0].component).key == "1");
  CHECK(group.behind[0].ahead == 3);
  CHECK(group.behind[1].ahead == 2);
  CHECK(group.behind[0].of == 4);
  // The index is known as a range, so the place is one of several.
  CHECK(group.best == 1);
  CHECK(group.worst == 4);
}

TEST_CASE("alone among its kind", "[peers]") {
  const PeerProfile ours = profile("K", domains("2.50"));
  const Peers peers = peers_of(ours, {});
  REQUIRE(peers.groups.size() == 1);
  CHECK(peers.groups.front().place.of == 1);
  CHECK_FALSE(peers.groups.front().percentile);
  CHECK(peers.groups.front().parts.empty());
}
