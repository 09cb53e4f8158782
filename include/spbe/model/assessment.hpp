#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "spbe/base/diagnostic.hpp"
#include "spbe/base/interval.hpp"
#include "spbe/base/source.hpp"
#include "spbe/model/catalog.hpp"
#include "spbe/model/instrument.hpp"
#include "spbe/model/words.hpp"

namespace spbe {

// A rounded number as it was printed: "3.40" stands for [3.395, 3.405).
struct PublishedNumber {
  Ratio printed;
  int places = 0;  // decimals it was printed with
  Span span;
  Interval range() const { return printed_as(printed, places); }
};

// Where in the text the level of an indicator stands, or can be put.
struct LevelPlace {
  enum class Kind {
    none,       // the file does not name the indicator
    value,      // a number, or an explicit null
    form,       // "complete: 2", "items: {...}" or "from: {...}"
    after_key,  // behind a colon with nothing after it
    in_braces,  // in a mapping in braces that has no level
    in_block,   // before the first key of a mapping on lines of its own
  };
  Kind kind = Kind::none;
  Span span;
};

// What a file says of one component: an exact level of an indicator, or the published value
// of a domain or aspect that stands for the levels below it.
struct Score {
  enum class Kind { none, level, published };
  Kind kind = Kind::none;
  Ratio level;
  PublishedNumber published;
  Span span;
  LevelPlace place;         // of an indicator
  std::size_t details = 0;  // 1 + place in Assessment::details, or 0
};

struct Date {
  int year = 0;
  int month = 0;
  int day = 0;
  friend auto operator<=>(const Date&, const Date&) = default;
};
// "2026-12-31"; nothing when that is no day of the calendar.
std::optional<Date> parse_date(std::string_view text);
std::string to_string(const Date& date);

// How much of the evidence of one level is accepted.
struct AcceptedEvidence {
  int level = 0;
  Ratio share;       // from 0 to 1
  int accepted = 0;  // of `of` pieces; `of` is 0 when only a share is given
  int of = 0;
  bool counts = true;  // every level below it is complete
  Span span;
};

// The value of an indicator whose evidence is accepted so: the band of a level is filled by its
// share, from the lowest level up, as long as levels are complete. Marks those that do not count.
// Levels that are not named have nothing accepted. `accepted` is sorted by level.
// Source of the rule: inferred from an assessor's values, see data/README.md.
Ratio value_of(const Scale& scale, std::vector<AcceptedEvidence>& accepted);

// A value that came from another agency's index.
struct ExternalValue {
  std::size_t index = 0;       // place in Instrument::externals
  Ratio value;                 // of that index
  std::optional<Ratio> gives;  // the indicator's value; nothing where no conversion is known
  std::optional<Date> date;
  Span span;
};

// What a piece of evidence says of itself beside its text.
struct EvidencePlace {
  std::optional<Date> date;  // of the document
  std::string file;          // its path, from the folder of the assessment
  std::string link;
  Span span;
};

// What a file says of an indicator beside its level.
struct Details {
  std::vector<std::string> units;  // responsible units (OPD)
  std::optional<Ratio> target;     // the level aimed at
  std::optional<Ratio> sure;       // probability, 0 to 1, that the level stands
  // One number for every level; or one a level, that of the first rise of the scale first (1 to 2,
  // then 2 to 3; with milestones: to the first milestone), the last one also for those above.
  std::vector<Ratio> effort;
  std::string note;
  std::vector<std::string> evidence;           // its text, or else its file or link
  std::vector<EvidencePlace> evidence_places;  // one a piece of it
  // How the value was given, when not as a number.
  std::optional<int> complete;          // the highest complete level; below the scale: none
  std::vector<AcceptedEvidence> items;  // by level
  std::optional<ExternalValue> external;
  // The first accepted evidence that does not count, above a level that is not complete; or null.
  const AcceptedEvidence* uncounted() const;
  Span value_span;  // of what gave it
  Span effort_span;
  Span target_span;
  std::optional<Date> due;  // of the target
  Span due_span;
};

// What keeps indicators from rising above `at` until it is removed.
struct Obstacle {
  std::string id;
  std::string text;
  std::vector<std::string> units;
  std::vector<ComponentIndex> holds;
  Ratio at;
  std::optional<Ratio> effort;  // the cost of removing it
  Span span;
  Span holds_span;
};

// A finding of `check` that is known and accepted until a day.
struct Waiver {
  std::string rule;
  std::vector<ComponentIndex> indicators;  // empty: all
  Date until;
  std::string reason;
  std::string owner;
  Span span;
};

// What was published about this result; `check` recomputes it.
struct Published {
  std::optional<PublishedNumber> index;
  std::string category;  // a name of the instrument's, or empty
  Span category_span;
  std::vector<std::pair<ComponentIndex, PublishedNumber>> components;

  // What was published of a component, or of the index for kNoComponent; null for nothing.
  const PublishedNumber* find(ComponentIndex component) const;
};

// What is aimed at for the whole assessment, beside the targets of indicators.
struct Targets {
  struct Part {
    ComponentIndex component = kNoComponent;  // a domain or aspect
    Ratio value;
    Span span;
  };
  std::optional<int> year;  // that they are for
  std::optional<Ratio> index;
  std::optional<std::size_t> category;  // place in Instrument::categories
  std::vector<Part> parts;
  Span index_span;
  Span category_span;

  // What is aimed at for a domain or aspect, or for the index (kNoComponent).
  std::optional<Ratio> find(ComponentIndex component) const;
};

// One institution in one year.
struct Assessment {
  std::shared_ptr<const Source> source;  // where every span points
  std::shared_ptr<const Instrument> instrument;
  std::size_t document = 0;  // 1-based within the file; 0 when it is the only one
  std::string institution;
  std::string id;  // code of the institution; may be empty
  int year = 0;
  InstitutionKind kind = InstitutionKind::unsaid;
  std::string province;
  Stage stage = Stage::unsaid;
  std::string origin;         // `source:` of the file, free text
  std::string effort_unit;    // what efforts count: "hari-orang"; may be empty
  std::vector<Score> scores;  // one a component
  std::vector<Details> details;
  Published published;
  Targets targets;
  std::vector<Obstacle> obstacles;
  std::vector<Waiver> waivers;
  Span institution_span;
  Span year_span;
  Span province_span;
  Span scores_span;

  const Score& score(ComponentIndex index) const { return scores[index]; }
  // Null when the file gives none.
  const Details* details_of(ComponentIndex index) const {
    const std::size_t at = scores[index].details;
    return at == 0 ? nullptr : &details[at - 1];
  }
  // The component above `index` whose printed value stands for all below it, or kNoComponent.
  ComponentIndex published_above(ComponentIndex index) const;
  // "2023.yaml", or "all.yaml (document 3)".
  std::string label() const;
};

inline constexpr int kFirstYear = 2018;  // of the first national evaluation (PermenPANRB 5/2018)
inline constexpr int kLastYear = 2099;

// Receives one assessment at a time.
using AssessmentReceiver = std::function<void(Assessment&&)>;

// Reads every document of `source`. A document with an error is left out, its errors are in
// `diagnostics`; those after it are still read unless the YAML itself is broken.
void read_assessments(const std::shared_ptr<const Source>& source, const Catalog& catalog,
                      Diagnostics& diagnostics, const AssessmentReceiver& receive);

// The only assessment in `source`; an error when there is none or more than one.
std::optional<Assessment> read_assessment(const std::shared_ptr<const Source>& source,
                                          const Catalog& catalog, Diagnostics& diagnostics);

}  // namespace spbe
