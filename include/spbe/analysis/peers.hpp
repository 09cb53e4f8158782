#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "spbe/analysis/rank.hpp"

namespace spbe {

// What is compared of one institution: small enough to keep thousands.
struct PeerProfile {
  Summary summary;
  // One a component; nothing where it is not known, or known in part only.
  std::vector<std::optional<Interval>> values;
};
PeerProfile profile_of(const Evaluation& evaluation);

// A component beside those of the peers for which it is known.
struct PeerPart {
  ComponentIndex component = kNoComponent;
  std::optional<Interval> ours;
  std::size_t of = 0;  // institutions, ours among them when it is known
  Interval median;
  Interval best_tenth;    // the lowest value that is among the best tenth, rounded up
  std::size_t ahead = 0;  // peers that certainly have more than we
};

// An institution that ranks above ours, and where it has more.
struct PeerAbove {
  struct Lead {
    ComponentIndex component = kNoComponent;
    Interval ours;
    Interval theirs;
    Interval contribution;  // index points between the two
  };
  const PeerProfile* peer = nullptr;
  std::size_t rank = 0;
  Interval ahead_by;        // index points
  std::vector<Lead> leads;  // largest first; of the finest components known of both
};

// An earlier year of the same group, as it was then.
struct PeerBefore {
  int year = 0;
  Place place;
  PeerPart index;
  std::vector<PeerPart> parts;                           // as PeerGroup::parts
  const PeerPart* find(ComponentIndex component) const;  // or null
  // The places among those alone that have a result of both years.
  Place then_among;
  Place now_among;
  // Places gained among these; below zero when lost.
  std::int64_t moved() const {
    return static_cast<std::int64_t>(then_among.rank) - static_cast<std::int64_t>(now_among.rank);
  }
};

// Ours among those of its kind, or of its kind and province.
struct PeerGroup {
  InstitutionKind kind = InstitutionKind::unsaid;  // unsaid: all kinds
  std::string province;                            // empty: all provinces
  Place place;                                     // by the lower end of the index
  std::size_t best = 0;                            // the places that inexact indices allow
  std::size_t worst = 0;
  std::optional<Ratio> percentile;   // percent of the others with a lower index; nothing when alone
  PeerPart index;                    // its component is kNoComponent
  std::vector<PeerPart> parts;       // domains and aspects, in the instrument's order
  std::vector<PeerPart> behind;      // indicators where more than half of the peers are ahead,
                                     // those with most ahead first
  std::vector<PeerAbove> above;      // the nearest first
  std::optional<PeerBefore> before;  // when `all` has an earlier result of ours
};

struct Peers {
  std::vector<PeerGroup> groups;
  std::size_t other_year = 0;        // institutions with results of other years only
  std::size_t other_instrument = 0;  // of this year, but rated with another instrument
};

// Compares within the year and instrument of `ours`. Of several results of an institution the
// latest stage counts. What `all` has of our own institution counts only for the year before, the
// newest that it has of the same instrument. Pointers lead into `all`.
Peers peers_of(const PeerProfile& ours, const std::vector<PeerProfile>& all, std::size_t above = 3);

}  // namespace spbe
