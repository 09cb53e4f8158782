#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "spbe/analysis/evaluation.hpp"
#include "spbe/base/diagnostic.hpp"

namespace spbe {

// What takes the places {0}, {1} ... of a finding's sentence. A Ratio is shown exactly, so that
// the decision can be seen; numbers are written in the reader's language.
struct Printed {
  Ratio value;
  int places = kShownPlaces;  // rounded half up to so many decimals
};
struct ItsIndicators {};  // the finding's own, "7, 12, 21-31"
struct ItsCount {};       // how many they are
struct Cited {            // a guide, and where in it
  std::string name;
  std::string place;  // may be empty
};
using FindingValue = std::variant<std::string, Ratio, Printed, ItsIndicators, ItsCount, Cited>;

// Something that `check` found: in the text of a file (a diagnostic of the readers as it is), in
// its figures, or by a gate. Its code is the name of the rule, or "rule.variant".
struct Finding : Diagnostic {
  Finding() = default;
  explicit Finding(Diagnostic said) : Diagnostic(std::move(said)) {}

  std::vector<FindingValue> values;        // the args of a rule's sentence, not yet written
  std::vector<ComponentIndex> indicators;  // those it is about; empty: the whole assessment
  std::shared_ptr<const Instrument> instrument;

  std::string_view rule() const;
};

// The name of the rule to which the sentence `code` belongs: what stands before the dot.
std::string_view rule_of(std::string_view code);

// Of a file that is named as evidence; `elsewhere`: it leads out of what may be looked at.
enum class EvidencePresence : std::uint8_t { there, missing, elsewhere };

struct CheckOptions {
  std::set<std::string, std::less<>> enabled;
  std::set<std::string, std::less<>> disabled;  // wins over `enabled`
  // The edition whose prerequisites count: an id, or "none"; nothing: that in force in the year.
  std::optional<std::string> edition;
  Date today;
  // Looks for a file that the assessment in `source` names; empty: nobody looks.
  std::function<EvidencePresence(const std::string& source, const std::string& file)> find_file;
  bool with_previous = false;  // there are earlier years to compare with
  // Gates.
  std::optional<Printed> min_index;
  std::string min_category;
  bool no_fall = false;
  std::optional<Printed> max_fall;  // index points
  bool complete = false;
};

// One assessment to check, and what is known beside it.
struct CheckSubject {
  const Evaluation& now;
  const Evaluation* before = nullptr;  // its own year before
  bool first_year = false;             // nothing earlier can be asked of it
  const Evaluation* nearly = nullptr;  // an earlier result of a name that is almost the same
  const Location* twin = nullptr;      // another assessment of the same year and stage
  const CheckOptions& options;
};

enum class RuleKind {
  reader,   // a warning of the readers
  data,     // looks at one assessment
  years,    // compares with the year before
  waivers,  // looks at the waivers themselves
  gate,     // on when its option is given; cannot be disabled or waived
};

struct Rule {
  std::string_view name;
  RuleKind kind = RuleKind::data;
  Severity severity = Severity::warning;
  bool on = true;                                                       // without --enable
  std::vector<Finding> (*look)(const CheckSubject& subject) = nullptr;  // null: found elsewhere
};

std::span<const Rule> rules();
const Rule* find_rule(std::string_view name);
// The rules a person means by `name`: itself, or those it is another name for; empty when there
// is no such rule.
std::vector<const Rule*> rules_named(std::string_view name);
bool is_on(const Rule& rule, const CheckOptions& options);
bool can_be_waived(const Rule& rule);

struct WaivedFinding {
  Finding finding;
  std::string reason;
};

struct Checked {
  std::vector<Finding> findings;  // in the order of the text
  std::vector<WaivedFinding> waived;
};

// Applies every rule that is on, then the waivers of the assessment, to what the rules and the
// reader (`said`, its warnings about this assessment) found.
Checked check(const CheckSubject& subject, std::vector<Finding> said = {});

// All findings of one run.
struct CheckReport {
  std::vector<Finding> findings;
  std::vector<WaivedFinding> waived;
  std::vector<std::string> files;  // looked at, in order
  std::size_t assessments = 0;
  // Of these, with and without an earlier year to compare with, where one was looked for.
  std::size_t compared = 0;
  std::size_t without_previous = 0;
  std::size_t not_comparable = 0;            // the earlier year has another instrument
  std::map<Severity, std::size_t> unlisted;  // counted beside `findings`
  bool invalid = false;                      // a file could not be read, or is not valid

  // Keeps, of what is found in one assessment, no more than Diagnostics::kMaxListed of each
  // severity, and one finding that says how many more there are.
  void limit(Checked& checked);
  void add(Checked&& checked);
  // Most serious first, else in the order found.
  void sort();
  std::size_t count(Severity severity) const;
  // Whether there is a finding at this level or above.
  bool fails(Severity level) const;
};

// Earlier results to compare with, by institution.
class EarlierYears {
 public:
  void add(Evaluation&& evaluation);
  // The newest result of the same institution from an earlier year, or null. Within a year a
  // final result is newer than a verified one, and that than a self-assessment.
  const Evaluation* before(const Assessment& assessment) const;
  // Whether `assessment` is itself among them (same text), with no earlier year.
  bool holds(const Assessment& assessment) const;
  // The earliest year of all institutions; 0 without any.
  int first_year() const { return first_year_; }
  // Names that `nearly` compares in all: enough for a list of all institutions with a hundred
  // that are new, and no more than a moment's work.
  static constexpr std::size_t kMostNames = 100'000;
  // A result from an earlier year whose institution is spelt almost like that of `assessment`, or
  // null; always null once kMostNames have been compared.
  const Evaluation* nearly(const Assessment& assessment);

 private:
  // Those of the same name, and those of the same `id`.
  std::vector<const Evaluation*> same(const Assessment& assessment) const;

  std::map<std::string, std::vector<std::unique_ptr<Evaluation>>, std::less<>> by_institution_;
  std::map<std::string, std::vector<const Evaluation*>, std::less<>> by_id_;
  int first_year_ = 0;
  std::size_t names_left_ = kMostNames;
};

}  // namespace spbe
