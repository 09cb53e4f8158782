#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "spbe/base/diagnostic.hpp"
#include "spbe/model/catalog.hpp"
#include "spbe/model/instrument.hpp"

namespace spbe {

// What one cell says, and where it stands; an empty text says nothing.
struct Fact {
  std::string text;
  Location place;
  bool given() const { return !text.empty(); }
};

// Of units, evidence and obstacles' units: a line an item, as `lines_of_cell` reads it; evidence as
// `parse_evidence_line` does. Numbers are written as YAML wants them; efforts stand between
// semicolons.
struct IndicatorFacts {
  Fact level;
  Fact form;  // how the level was given, if not as a number: "{complete: 2}"
  Fact target;
  Fact due;  // "2026-12-31"
  Fact sure;
  Fact units;
  Fact effort;
  Fact evidence;
  Fact note;
};

struct ObstacleFacts {
  Fact id;
  Fact text;
  Fact units;
  Fact holds;
  Fact at;
  Fact effort;
};

struct WaiverFacts {
  Fact rule;
  Fact indicators;  // "12, 21-31"; all when it is not given
  Fact until;
  Fact reason;
  Fact owner;
};

// What is said of the index, of the predikat and of domains and aspects: published, or aimed at.
struct WholeFacts {
  Fact index;
  Fact category;
  std::map<ComponentIndex, Fact> parts;
  bool given() const;
};

// What a table with a row an indicator says of an assessment, cell by cell.
struct AssessmentFacts {
  std::shared_ptr<const Instrument> instrument;
  Location place;  // of the table
  Fact institution;
  Fact id;  // of the institution
  Fact year;
  Fact instrument_id;
  Fact kind;
  Fact province;
  Fact stage;
  Fact origin;
  Fact effort_unit;
  std::map<ComponentIndex, IndicatorFacts> indicators;
  std::map<ComponentIndex, Fact> values;  // in place of the levels below
  WholeFacts published;                   // beside the levels
  WholeFacts targets;
  std::vector<ObstacleFacts> obstacles;
  std::vector<WaiverFacts> waivers;
};

// Takes what `more` says into `facts`. Two cells that say different things of one thing are an
// error that names both.
void merge(AssessmentFacts& facts, const AssessmentFacts& more, Diagnostics& diagnostics);

// A cell that says how the level was given stands beside one with the level itself: that of the
// level counts where they differ, because it is the one that people type in. What is left of the
// forms is written as `form_text` does.
void settle_forms(AssessmentFacts& facts, const Catalog& catalog);

// The text of a file in which every line remembers the cell it comes from.
struct TracedText {
  std::string text;
  std::vector<Location> places;  // by line
  void add(const std::string& line, const Location& place) {
    text += line + '\n';
    places.push_back(place);
  }
};

// An assessment that says just that, with the indicators' names in comments.
TracedText yaml_of(const AssessmentFacts& facts);

}  // namespace spbe
