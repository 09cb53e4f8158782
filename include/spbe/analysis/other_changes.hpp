#pragma once

#include <string>
#include <utility>
#include <vector>

#include "spbe/model/assessment.hpp"

namespace spbe {

// What two assessments say differently beside levels: nothing of it moves the index, but a reviewer
// must see it. What each year has of its own (published values, stage, source) is compared within
// one year only.
struct OtherChanges {
  // Things that are named by a key: what the second has in place of the first.
  template <class Thing>
  struct Listed {
    std::vector<const Thing*> added;    // in the second assessment
    std::vector<const Thing*> removed;  // in the first one
    std::vector<std::pair<const Thing*, const Thing*>> changed;
    std::size_t size() const { return added.size() + removed.size() + changed.size(); }
  };
  // A text that the head of the file says, as it is written there; empty: not said.
  struct Fact {
    const char* key = "";  // as in the file: "kind"
    std::string from;
    std::string to;
  };

  // Indicators of which this differs. `given`: the same value, but given in another way (as
  // accepted evidence, say). All empty where the instruments differ.
  std::vector<ComponentIndex> units;
  std::vector<ComponentIndex> targets;  // the level, or the day
  std::vector<ComponentIndex> sure;
  std::vector<ComponentIndex> efforts;
  std::vector<ComponentIndex> notes;
  std::vector<ComponentIndex> evidence;  // its text, date, file or link
  std::vector<ComponentIndex> given;
  // Published values that differ: domains, aspects and indicators, and kNoComponent for the index.
  std::vector<ComponentIndex> published;
  bool published_category = false;
  // What is aimed at for domains and aspects, and for the index (kNoComponent).
  std::vector<ComponentIndex> goals;
  bool goal_category = false;
  bool goal_year = false;
  Listed<Obstacle> obstacles;  // by id, else by text
  Listed<Waiver> waivers;      // by rule and indicators
  std::vector<Fact> facts;     // institution, id, kind, province, stage, source

  std::size_t count() const;  // of all of them
  bool empty() const { return count() == 0; }
};

// Points into both assessments.
OtherChanges other_changes(const Assessment& from, const Assessment& to);

}  // namespace spbe
