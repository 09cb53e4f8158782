#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "spbe/analysis/evaluation.hpp"

namespace spbe {

// What institutions can be chosen by, and two of them grouped by.
enum class RankField { kind, province, stage, category, institution };
std::optional<RankField> rank_field(std::string_view name);
std::string_view to_string(RankField field);

// Holds when the field is any of `values`, blanks and letter case aside. An index that may lie
// in several categories is in each of them.
struct RankFilter {
  RankField field = RankField::kind;
  std::vector<std::string> values;
  bool holds(const Summary& summary) const;
};

struct RankOptions {
  std::optional<int> year =
      {};  // nothing: the latest with at least half as many results as the fullest
  std::vector<RankFilter> filters = {};
  bool by_kind = false;
  bool by_province = false;
  // What orders the rows: "" the index, "change" its change, or the id of a domain ("D1"), largest
  // first and what is not known last. Places are those of the index in any case.
  std::string sort = {};
};

struct Place {
  std::size_t rank = 0;  // from 1; those with the same value share it
  std::size_t of = 0;
};

struct RankedRow {
  const Summary* current = nullptr;
  const Summary* previous = nullptr;  // the newest of an earlier year, or null
  Place place;                        // by the lower end of the index
  // The places it can have, as far as indices that are not exactly known allow.
  std::size_t best = 0;
  std::size_t worst = 0;
  std::optional<Place> in_kind;      // when its file says the kind
  std::optional<Place> in_province;  // when its file says the province
  // Places gained since the year before, among those of the group with a result of both years under
  // one instrument; below zero when lost.
  std::optional<std::int64_t> moved;
  std::optional<Interval> change() const;
};

// Institutions of one instrument, and of one kind or province when grouped so; best first.
struct RankGroup {
  std::shared_ptr<const Instrument> instrument;
  InstitutionKind kind = InstitutionKind::unsaid;
  std::string province;
  std::vector<RankedRow> rows;
  std::vector<std::size_t> categories;  // rows certainly in each category of the instrument
  std::size_t uncertain = 0;            // rows that may be in several
  std::optional<Interval> mean;         // nothing when it does not fit 64 bits
  Interval median;
  Interval lowest;
  Interval highest;
};

struct Ranking {
  int year = 0;  // 0: there is no result of the year asked for
  std::vector<RankGroup> groups;
  // Of institutions that meet the filters, but have results of other years only: the newest.
  std::vector<const Summary*> without_year;
  std::size_t left_out = 0;  // by filters
  // Two results of one institution, year and stage; only the first counts.
  std::vector<std::pair<const Summary*, const Summary*>> twice;
};

// Of an institution's results in a year the one of the latest stage counts. Pointers in the
// ranking lead into `all`.
Ranking rank(const std::vector<Summary>& all, const RankOptions& options);

}  // namespace spbe
