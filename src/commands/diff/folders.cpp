#include "commands/diff/folders.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "commands/diff/data.hpp"
#include "render/csv.hpp"
#include "spbe/base/ratio.hpp"

namespace spbe {

namespace {

using Results = std::vector<const Evaluation*>;

bool earlier(const Evaluation* a, const Evaluation* b) {
  const auto order = [](const Assessment& x) { return std::pair(x.year, stage_order(x.stage)); };
  return order(a->assessment) < order(b->assessment);
}

std::map<std::string, Results> by_institution(const std::vector<Evaluation>& all,
                                              const InstitutionKeys& keys) {
  std::map<std::string, Results> found;
  for (const Evaluation& one : all) found[keys.of(one.assessment)].push_back(&one);
  for (auto& [key, results] : found) std::ranges::stable_sort(results, earlier);
  return found;
}

void pair_up(const Results& from, const Results& to, std::deque<DiffReport>& pairs) {
  std::vector<bool> taken(from.size(), false);
  Results alone;
  const std::size_t before = pairs.size();
  for (const Evaluation* later : to) {
    std::size_t at = 0;
    while (at < from.size() && (taken[at] || earlier(from[at], later) || earlier(later, from[at])))
      ++at;
    if (at == from.size()) {
      alone.push_back(later);
      continue;
    }
    taken[at] = true;
    pairs.emplace_back(from[at], later);
  }
  if (pairs.size() == before && !from.empty() && !to.empty()) {
    pairs.emplace_back(from.back(), to.back());
    return;
  }
  for (const Evaluation* later : alone) pairs.emplace_back(nullptr, later);
  for (std::size_t i = 0; i < from.size(); ++i) {
    if (!taken[i]) pairs.emplace_back(from[i], nullptr);
  }
}

void count(FolderDiff& diff, const DiffReport& one) {
  if (!one.others.empty()) ++diff.others;
  if (one.from == nullptr || one.to == nullptr) {
    ++(one.from == nullptr ? diff.appeared : diff.vanished);
    return;
  }
  if (!one.comparison) {
    ++diff.not_comparable;
    return;
  }
  const Direction direction = direction_of(one.comparison->index);
  ++(direction == Direction::rose   ? diff.rose
     : direction == Direction::fell ? diff.fell
     : direction == Direction::same ? diff.same
                                    : diff.uncertain);
  const auto& before = one.from->result.categories;
  const auto& after = one.to->result.categories;
  if (after.front() > before.back()) ++diff.category_rose;
  if (after.back() < before.front()) ++diff.category_fell;
}

// Nothing when the sum does not fit the exact arithmetic.
std::optional<Interval> mean_change(const FolderDiff& diff) {
  if (diff.compared() == 0) return std::nullopt;
  try {
    Interval sum;
    for (const DiffReport& one : diff.institutions) {
      if (one.comparison) sum = sum + one.comparison->index;
    }
    return sum * (Ratio(1) / Ratio(static_cast<std::int64_t>(diff.compared())));
  } catch (const RatioOverflow&) {
    return std::nullopt;
  }
}

void put_side(CsvLine& line, const std::string& column, const Evaluation* side) {
  if (side == nullptr) {
    line.text("").text("").interval(column, std::nullopt).text("");
    return;
  }
  line.number(std::to_string(side->assessment.year)).text(to_string(side->assessment.stage));
  line.interval(column, side->result.index);
  line.text(joined_categories(*side->result.instrument, side->result.categories));
}

std::string_view direction_word(const DiffReport& one) {
  if (one.from == nullptr) return "new";
  if (one.to == nullptr) return "gone";
  if (!one.comparison) return "";
  return word_of(direction_of(one.comparison->index));
}

}  // namespace

const Evaluation& newest(const DiffReport& one) { return one.to != nullptr ? *one.to : *one.from; }

bool FolderDiff::differs() const { return std::ranges::any_of(institutions, &DiffReport::differs); }

FolderDiff diff_folders(const std::vector<Evaluation>& from, const std::vector<Evaluation>& to) {
  FolderDiff diff;
  InstitutionKeys keys;
  for (const auto* side : {&from, &to}) {
    for (const Evaluation& one : *side) keys.meet(one.assessment.institution, one.assessment.id);
  }
  const auto before = by_institution(from, keys);
  const auto after = by_institution(to, keys);
  const Results none;
  for (const auto& [key, results] : after) {
    const auto earlier_results = before.find(key);
    pair_up(earlier_results == before.end() ? none : earlier_results->second, results,
            diff.institutions);
  }
  for (const auto& [key, results] : before) {
    if (after.find(key) == after.end()) pair_up(results, none, diff.institutions);
  }
  std::set<std::string> compared;
  for (const DiffReport& one : diff.institutions) {
    count(diff, one);
    if (one.comparison) compared.insert(keys.of(one.to->assessment));
  }
  diff.compared_institutions = compared.size();
  diff.mean = mean_change(diff);
  return diff;
}

std::string folders_json(const FolderDiff& diff) {
  Json json;
  json["format"] = "spbe-index.diff-folders/1";
  json["from_folder"] = diff.from_name;
  json["to_folder"] = diff.to_name;
  json["compared"] = diff.compared();
  json["rose"] = diff.rose;
  json["fell"] = diff.fell;
  json["same"] = diff.same;
  json["uncertain"] = diff.uncertain;
  json["new"] = diff.appeared;
  json["gone"] = diff.vanished;
  json["not_comparable"] = diff.not_comparable;
  json["category_rose"] = diff.category_rose;
  json["category_fell"] = diff.category_fell;
  json["with_other_changes"] = diff.others;
  for (const char* key : {"mean_change", "mean_change_low", "mean_change_high"})
    json[key] = nullptr;
  JsonNumbers numbers;
  if (diff.mean) numbers.put_interval(json, "mean_change", *diff.mean);
  numbers.name_rounded(json);
  Json institutions = Json::array();
  for (const DiffReport& one : diff.institutions) {
    if (!diff.all && !one.differs()) continue;
    Json entry = {{"institution", newest(one).assessment.institution}};
    entry.update(diff_document(one));
    institutions.push_back(std::move(entry));
  }
  json["institutions"] = std::move(institutions);
  return dump(json);
}

std::string folders_csv(const FolderDiff& diff, CsvDialect dialect) {
  CsvLine line(dialect);
  std::string out =
      line.headings(
              {"institution",     "from_year",     "from_stage",  "from_index", "from_index_low",
               "from_index_high", "from_category", "to_year",     "to_stage",   "to_index",
               "to_index_low",    "to_index_high", "to_category", "change",     "change_low",
               "change_high",     "direction",     "rose",        "fell",       "other_changes",
               "rounded"})
          .end();
  for (const DiffReport& one : diff.institutions) {
    if (!diff.all && !one.differs()) continue;
    line.text(newest(one).assessment.institution);
    put_side(line, "from_index", one.from);
    put_side(line, "to_index", one.to);
    std::optional<Interval> change;
    Tally counts;
    if (one.comparison) {
      change = one.comparison->index;
      counts = tally(*one.comparison, one.comparison->parts);
    }
    line.interval("change", change).word(direction_word(one));
    line.number(std::to_string(counts.rose.size())).number(std::to_string(counts.fell.size()));
    line.number(std::to_string(one.others.count()));
    line.text(line.rounded());
    out += line.end();
  }
  return out;
}

}  // namespace spbe
