#include "spbe/analysis/rank.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>
#include <unordered_map>

#include "analysis/history.hpp"
#include "analysis/statistics.hpp"
#include "spbe/model/institution_name.hpp"
#include "spbe/model/province.hpp"

namespace spbe {

namespace {

struct FieldName {
  RankField field;
  std::string_view name;
};
constexpr std::array<FieldName, 5> kFields = {{{RankField::kind, "kind"},
                                               {RankField::province, "province"},
                                               {RankField::stage, "stage"},
                                               {RankField::category, "category"},
                                               {RankField::institution, "institution"}}};

// In the order of the official tables; those that say no kind come last.
std::size_t kind_order(InstitutionKind kind) {
  return kind == InstitutionKind::unsaid ? kInstitutionKindWords.size()
                                         : static_cast<std::size_t>(kind);
}

using Rows = std::vector<const Summary*>;

// The results of each institution, in the order in which they were given.
using ByInstitution = std::unordered_map<std::string, Rows>;

// Sets the place of each row of `rows`, which have an order from the best.
template <class Set>
void place_rows(const std::vector<RankedRow*>& rows, const Set& set) {
  std::size_t rank = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const bool tied = i > 0 && rows[i]->current->index.low == rows[i - 1]->current->index.low;
    if (!tied) rank = i + 1;
    set(*rows[i], Place{rank, rows.size()});
  }
}

// Above every value of `interval` lies every value of how many others, and so on.
void set_possible_places(std::vector<RankedRow>& rows) {
  std::vector<Ratio> lows;
  std::vector<Ratio> highs;
  for (const RankedRow& row : rows) {
    lows.push_back(row.current->index.low);
    highs.push_back(row.current->index.high);
  }
  std::ranges::sort(lows);
  std::ranges::sort(highs);
  for (RankedRow& row : rows) {
    const Interval& index = row.current->index;
    const auto from = index.open_high ? std::ranges::lower_bound(lows, index.high)
                                      : std::ranges::upper_bound(lows, index.high);
    const auto surely_above = lows.end() - from;
    const auto maybe_above = highs.end() - std::ranges::upper_bound(highs, index.low);
    const bool itself = !index.exact();  // its own upper end is above its lower one
    row.best = static_cast<std::size_t>(surely_above) + 1;
    row.worst = static_cast<std::size_t>(maybe_above) + (itself ? 0 : 1);
  }
}

void set_statistics(RankGroup& group) {
  std::vector<Interval> indices;
  group.categories.assign(group.instrument->categories.size(), 0);
  for (const RankedRow& row : group.rows) {
    const Summary& current = *row.current;
    indices.push_back(current.index);
    if (current.categories.size() == 1) {
      ++group.categories[current.categories.front()];
    } else {
      ++group.uncertain;
    }
  }
  group.mean = mean_of(indices);
  group.lowest = lowest_of(indices);
  group.highest = highest_of(indices);
  group.median = median_of(indices);
}

// The place of `value` among `sorted`, which ascends.
std::int64_t place_among(const std::vector<Ratio>& sorted, Ratio value) {
  return 1 + (sorted.end() - std::ranges::upper_bound(sorted, value));
}

void set_moves(std::vector<RankedRow>& rows) {
  std::vector<RankedRow*> both;
  std::vector<Ratio> now;
  std::vector<Ratio> before;
  for (RankedRow& row : rows) {
    const bool next = row.previous != nullptr && row.previous->year + 1 == row.current->year;
    if (!next || !row.change()) continue;
    both.push_back(&row);
    now.push_back(row.current->index.low);
    before.push_back(row.previous->index.low);
  }
  std::ranges::sort(now);
  std::ranges::sort(before);
  for (RankedRow* row : both) {
    row->moved =
        place_among(before, row->previous->index.low) - place_among(now, row->current->index.low);
  }
}

// What the rows of a group are ordered by; nothing where it is not known.
std::optional<Ratio> sort_value(const RankedRow& row, const std::string& sort) {
  if (sort == "change") {
    const auto change = row.change();
    return change ? std::optional(change->low) : std::nullopt;
  }
  const Instrument& instrument = *row.current->instrument;
  for (std::size_t i = 0; i < row.current->roots.size(); ++i) {
    if (instrument.at(instrument.roots[i]).id == sort) return row.current->roots[i].low;
  }
  return std::nullopt;
}

void sort_rows(std::vector<RankedRow>& rows, const std::string& sort) {
  if (sort.empty()) return;
  std::ranges::stable_sort(rows, [&](const RankedRow& a, const RankedRow& b) {
    const auto first = sort_value(a, sort);
    const auto second = sort_value(b, sort);
    return first && (!second || *first > *second);
  });
}

class Rank {
 public:
  Rank(const std::vector<Summary>& all, const RankOptions& options)
      : all_(all), options_(options) {}

  Ranking run() {
    collect();
    if (ranking_.year == 0) return std::move(ranking_);
    choose();
    group();
    for (RankGroup& group : ranking_.groups) {
      finish(group);
      set_moves(group.rows);
      sort_rows(group.rows, options_.sort);
    }
    return std::move(ranking_);
  }

 private:
  // The latest year that is not just begun: that has at least half as many results as the fullest.
  static int latest_full_year(const std::map<int, std::size_t>& results) {
    std::size_t most = 0;
    for (const auto& [year, count] : results) most = std::max(most, count);
    int latest = 0;
    for (const auto& [year, count] : results) {
      if (2 * count >= most) latest = year;
    }
    return latest;
  }

  void collect() {
    std::map<int, std::size_t> years;
    for (const Summary& summary : all_) {
      // A mean of a group competes with nobody.
      if (summary.kind != InstitutionKind::mean) ++years[summary.year];
    }
    if (!options_.year) ranking_.year = latest_full_year(years);
    if (options_.year && years.contains(*options_.year)) ranking_.year = *options_.year;
    const InstitutionKeys keys = InstitutionKeys::of_all(all_);
    for (const Summary& summary : all_) {
      if (summary.kind == InstitutionKind::mean) continue;
      Rows& rows = institutions_[keys.of(summary)];
      const auto same = std::ranges::find_if(
          rows, [&](const Summary* other) { return date_of(*other) == date_of(summary); });
      if (same == rows.end()) {
        rows.push_back(&summary);
      } else {
        ranking_.twice.emplace_back(*same, &summary);
      }
    }
  }

  // Of each institution the result to rank and the one before it.
  void choose() {
    const auto chosen = [&](const Summary& summary) {
      return std::ranges::all_of(options_.filters,
                                 [&](const RankFilter& f) { return f.holds(summary); });
    };
    for (const auto& [key, rows] : institutions_) {
      RankedRow row;
      row.current = newest(rows, [&](int year) { return year == ranking_.year; });
      row.previous = newest(rows, [&](int year) { return year < ranking_.year; });
      if (row.current == nullptr) {
        const Summary* last = newest(rows, [](int) { return true; });
        if (chosen(*last)) ranking_.without_year.push_back(last);
      } else if (chosen(*row.current)) {
        chosen_.push_back(row);
      } else {
        ++ranking_.left_out;
      }
    }
    institutions_.clear();  // before the rows are copied into groups: many files are many keys
    std::ranges::sort(ranking_.without_year, {}, &Summary::institution);
    // Equal values in order of name, so that the order of the files changes nothing.
    std::ranges::sort(chosen_, [](const RankedRow& a, const RankedRow& b) {
      if (a.current->index.low != b.current->index.low) {
        return a.current->index.low > b.current->index.low;
      }
      return a.current->institution < b.current->institution;
    });
  }

  void group() {
    using Key = std::tuple<std::string, std::size_t, bool, std::string>;
    std::map<Key, RankGroup> groups;
    for (const RankedRow& row : chosen_) {
      const Summary& s = *row.current;
      const InstitutionKind kind = options_.by_kind ? s.kind : InstitutionKind::unsaid;
      const std::string province = options_.by_province ? s.province : "";
      // Those without a province come after the others.
      RankGroup& group = groups[Key(s.instrument->id, kind_order(kind),
                                    options_.by_province && province.empty(), province)];
      group.instrument = s.instrument;
      group.kind = kind;
      group.province = province;
      group.rows.push_back(row);
    }
    chosen_.clear();
    chosen_.shrink_to_fit();
    for (auto& [key, group] : groups) ranking_.groups.push_back(std::move(group));
  }

  static void finish(RankGroup& group) {
    std::vector<RankedRow*> rows;
    std::map<InstitutionKind, std::vector<RankedRow*>> kinds;
    std::map<std::string_view, std::vector<RankedRow*>> provinces;
    for (RankedRow& row : group.rows) {
      rows.push_back(&row);
      if (row.current->kind != InstitutionKind::unsaid) kinds[row.current->kind].push_back(&row);
      if (!row.current->province.empty()) provinces[row.current->province].push_back(&row);
    }
    place_rows(rows, [](RankedRow& row, Place place) { row.place = place; });
    for (const auto& [kind, list] : kinds) {
      place_rows(list, [](RankedRow& row, Place place) { row.in_kind = place; });
    }
    for (const auto& [province, list] : provinces) {
      place_rows(list, [](RankedRow& row, Place place) { row.in_province = place; });
    }
    set_possible_places(group.rows);
    set_statistics(group);
  }

  const std::vector<Summary>& all_;
  const RankOptions& options_;
  Ranking ranking_;
  ByInstitution institutions_;
  std::vector<RankedRow> chosen_;
};

}  // namespace

std::optional<RankField> rank_field(std::string_view name) {
  constexpr auto kOthers = std::to_array<FieldName>({{RankField::kind, "jenis"},
                                                     {RankField::province, "provinsi"},
                                                     {RankField::stage, "tahap"},
                                                     {RankField::category, "predikat"},
                                                     {RankField::institution, "instansi"}});
  const auto* const other = std::ranges::find(kOthers, name, &FieldName::name);
  if (other != kOthers.end()) return other->field;
  const auto* const found = std::ranges::find(kFields, name, &FieldName::name);
  if (found == kFields.end()) return std::nullopt;
  return found->field;
}

std::string_view to_string(RankField field) {
  return std::ranges::find(kFields, field, &FieldName::field)->name;
}

bool RankFilter::holds(const Summary& summary) const {
  const auto any_is = [&](std::string_view text) {
    return std::ranges::any_of(values,
                               [&](const std::string& value) { return same_name(value, text); });
  };
  switch (field) {
    case RankField::kind:
      return any_is(to_string(summary.kind));
    case RankField::province:
      return std::ranges::any_of(values, [&](const std::string& value) {
        return same_name(official_province(value), summary.province);
      });
    case RankField::stage:
      return std::ranges::any_of(values, [&](const std::string& value) {
        return same_name(official_stage(value), to_string(summary.stage));
      });
    case RankField::institution:
      // A part of the name will do; of several that are meant all are shown.
      return std::ranges::any_of(values, [&](const std::string& value) {
        return institution_key(summary.institution).find(institution_key(value)) !=
               std::string::npos;
      });
    case RankField::category:
      for (const std::size_t i : summary.categories) {
        if (any_is(summary.instrument->categories[i].name)) return true;
      }
      return false;
  }
  return false;
}

std::optional<Interval> RankedRow::change() const {
  if (previous == nullptr) return std::nullopt;
  return change_since(prior_year(*current), prior_year(*previous));
}

Ranking rank(const std::vector<Summary>& all, const RankOptions& options) {
  return Rank(all, options).run();
}

}  // namespace spbe
