#include <fmt/format.h>

#include <algorithm>

#include "commands/trend/view.hpp"
#include "render/messages.hpp"
#include "render/style.hpp"
#include "render/wording.hpp"
#include "spbe/analysis/change_groups.hpp"
#include "spbe/analysis/trend_targets.hpp"

namespace spbe {

namespace {

std::string categories(const Evaluation& result) {
  return category_names(*result.result.instrument, result.result.categories);
}

int year_of(const Evaluation* result) { return result->assessment.year; }

// "Kurang 2021–2022, Cukup 2023"; "Cukup" when it is one all along.
std::string category_runs(const TrendSpan& span, Language language) {
  struct Run {
    std::string name;
    int first;
    int last;
  };
  std::vector<Run> runs;
  for (const Evaluation* result : span.years) {
    const std::string name = categories(*result);
    if (runs.empty() || runs.back().name != name) {
      runs.push_back({name, year_of(result), year_of(result)});
    }
    runs.back().last = year_of(result);
  }
  if (runs.size() == 1) {
    return fill(say(language, {"{0} throughout", "tetap {0}"}), {runs.front().name});
  }
  std::string text;
  for (const Run& run : runs) {
    text += fmt::format("{}{} {}", text.empty() ? "" : ", ", run.name, run.first);
    if (run.last != run.first) text += fmt::format("–{}", run.last);
  }
  return text;
}

// Decimals that all of `changes` need; what is told together has the same number of them.
int places_of(const std::vector<Interval>& changes) {
  constexpr int kMost = 6;  // as what does not end is told
  int places = kShownPlaces;
  for (const Interval& change : changes) {
    for (const Ratio end : {change.low, change.high}) {
      while (places < kMost && rounded(end, places) != end) ++places;
    }
  }
  return places;
}

std::string change_words(const Interval& change, int places, Language language) {
  if (change.exact()) return signed_number(language, change.low, places);
  return fill(
      say(language, {"between {0} and {1}", "antara {0} dan {1}"}),
      {signed_number(language, change.low, places), signed_number(language, change.high, places)});
}

// How far the index surely fell in the last year, when the years before hide it.
std::string last_fall(const TrendSpan& span, Language language) {
  if (span.years.size() < 3) return {};
  const Evaluation& before = *span.years[span.years.size() - 2];
  const Interval change = compare(before, *span.years.back()).index;
  if (change.high >= Ratio(0)) return {};
  return fill(
      say(language, {" In {0} it fell, from {1} ({2}).", " Tahun {0} turun dari {1} ({2})."}),
      {std::to_string(year_of(span.years.back())), interval_number(language, before.result.index),
       change_words(change, places_of({change}), language)});
}

std::string span_sentence(const TrendSpan& span, bool with_instrument, Language language) {
  const Evaluation& first = *span.years.front();
  const Evaluation& last = *span.years.back();
  std::string name = span.instrument->index_name;
  if (with_instrument) name += " (" + span.instrument->name + ")";
  if (!span.change) {
    return fmt::format("{}: {} {}, {}.", year_of(&last), name,
                       interval_number(language, last.result.index), categories(last));
  }
  return fill(say(language, {"{0} to {1}: {2} {3} to {4} ({5}); {6}.",
                             "{0} sampai {1}: {2} {3} menjadi {4} ({5}); {6}."}),
              {std::to_string(year_of(&first)), std::to_string(year_of(&last)), name,
               interval_number(language, first.result.index),
               interval_number(language, last.result.index),
               change_words(span.change->index, places_of({span.change->index}), language),
               category_runs(span, language)}) +
         last_fall(span, language);
}

// What each domain gave to the change, in index points.
std::string roots_sentence(const TrendSpan& span, Language language) {
  const Instrument& instrument = *span.instrument;
  const auto kind = instrument.at(instrument.roots.front()).kind;
  const std::vector<ChangeGroup> rows = group_by_component(*span.change, instrument, kind);
  std::vector<Interval> contributions;
  contributions.reserve(rows.size());
  for (const ChangeGroup& row : rows) contributions.push_back(row.contribution);
  const int places = places_of(contributions);
  std::string text;
  for (const ChangeGroup& row : rows) {
    if (!row.differs) continue;
    text += fmt::format("{}{} {}", text.empty() ? "" : "; ", instrument.at(row.component).name,
                        change_words(row.contribution, places, language));
  }
  if (text.empty()) return {};
  return fill(
      say(language, {"Of this, in index points: {0}.", "Di antaranya, dalam poin indeks: {0}."}),
      {text});
}

// "16 Layanan Pusat Data in 2024 (2 to 1)".
std::string fall_words(const Evaluation& before, const Evaluation& after, ComponentIndex index,
                       Language language) {
  const Component& c = after.result.instrument->at(index);
  const auto value = [&](const Evaluation& result) {
    const Interval& held = result.result.components[index].value;
    return c.is_indicator() && held.exact() ? exact_number(language, held.low)
                                            : interval_number(language, held);
  };
  const std::string& called = c.short_name.empty() ? c.name : c.short_name;
  const std::string name = c.is_indicator() ? c.key + " " + called : c.name;
  return fill(say(language, {"{0} in {1} ({2} to {3})", "{0} pada tahun {1} ({2} menjadi {3})"}),
              {name, std::to_string(year_of(&after)), value(before), value(after)});
}

// The steps from one year to the next, when there are several, and which rows fell on the way.
void describe_steps(const TrendSpan& span, ComponentKind by, Language language,
                    std::vector<std::string>& lines) {
  if (span.years.size() < 3) return;
  constexpr std::size_t kMostFalls = 8;
  std::vector<Interval> steps;
  std::vector<std::string> falls;
  for (std::size_t i = 1; i < span.years.size(); ++i) {
    const Evaluation& before = *span.years[i - 1];
    const Evaluation& after = *span.years[i];
    const Comparison step = compare(before, after);
    steps.push_back(step.index);
    for (const ComponentIndex row : trend_rows(span, by)) {
      if (step.changes[row].direction() == Direction::fell) {
        falls.push_back(fall_words(before, after, row, language));
      }
    }
  }
  const int places = places_of(steps);
  std::string text;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    text += fmt::format("{}{} {}", i == 0 ? "" : "; ", year_of(span.years[i + 1]),
                        change_words(steps[i], places, language));
  }
  lines.push_back(fill(say(language, {"Year by year: {0}.", "Dari tahun ke tahun: {0}."}), {text}));
  if (falls.empty()) return;
  text.clear();
  for (std::size_t i = 0; i < std::min(falls.size(), kMostFalls); ++i) {
    text += (i == 0 ? "" : "; ") + falls[i];
  }
  if (falls.size() > kMostFalls) {
    text += fill(say(language, {"; and {0} more", "; dan {0} lagi"}),
                 {std::to_string(falls.size() - kMostFalls)});
  }
  lines.push_back(fill(say(language, {"Fell on the way: {0}.", "Turun: {0}."}), {text}));
}

// "Baik (2.60)", or the number alone.
std::string target_name(const TrendTarget& target, Language language) {
  std::string value = interval_number(language, target.index);
  if (!target.category) return value;
  return fmt::format("{} ({})", target.set_by->result.instrument->categories[*target.category].name,
                     value);
}

std::string judgement(const TrendTarget& target, Language language) {
  if (target.reached == Answer::yes) return std::string(say(language, {"reached", "tercapai"}));
  if (target.reached == Answer::maybe) {
    return std::string(say(language, {"not certain", "belum pasti"}));
  }
  const Interval& by = *target.ahead_by;
  const Interval missing{-by.high, -by.low};
  return fill(
      say(language, {"missed by {0}", "tidak tercapai, selisih {0}"}),
      {missing.exact() ? exact_number(language, missing.low) : interval_number(language, missing)});
}

// What became of the targets of years with a result, and what is aimed at in those to come.
void describe_targets(const Trend& trend, Language language, std::vector<std::string>& lines) {
  std::string past;
  std::vector<std::string> future;
  for (const TrendTarget& target : trend_targets(trend)) {
    if (target.result != nullptr) {
      past += fmt::format("{}{}: {}, {}", past.empty() ? "" : "; ", target.year,
                          target_name(target, language), judgement(target, language));
      continue;
    }
    const Words words =
        target.stated
            ? Words{"Target for {0}: {1} ({2} from {3}).", "Target {0}: {1} ({2} dari tahun {3})."}
            : Words{"In {0}, if every indicator keeps its target: {1} ({2} from {3}).",
                    "Tahun {0}, bila semua target indikator tercapai: {1} ({2} dari "
                    "tahun {3})."};
    future.push_back(
        fill(say(language, words),
             {std::to_string(target.year), target_name(target, language),
              change_words(*target.still_to_rise, places_of({*target.still_to_rise}), language),
              std::to_string(year_of(target.set_by))}));
  }
  if (!past.empty()) {
    lines.push_back(fill(say(language, {"Targets: {0}.", "Target: {0}."}), {past}));
  }
  lines.insert(lines.end(), future.begin(), future.end());
}

void remark_on_breaks(const Trend& trend, Language language, std::vector<std::string>& lines) {
  for (std::size_t i = 1; i < trend.spans.size(); ++i) {
    const TrendSpan& before = trend.spans[i - 1];
    const TrendSpan& after = trend.spans[i];
    lines.push_back(fill(
        say(language,
            {"Between {0} and {1} the instrument changed from "
             "{2} to {3}: figures on the two "
             "sides of the line │ cannot be compared, so no "
             "change is given across it.",
             "Antara tahun {0} dan {1} instrumennya berganti dari {2} ke {3}: angka di kedua sisi "
             "garis │ tidak dapat dibandingkan, jadi perubahan di antaranya tidak dihitung."}),
        {std::to_string(year_of(before.years.back())), std::to_string(year_of(after.years.front())),
         before.instrument->name, after.instrument->name}));
  }
}

void remark_on_years(const Trend& trend, Language language, std::vector<std::string>& lines) {
  std::string missing;
  for (const int year : trend.missing_years()) {
    missing += (missing.empty() ? "" : ", ") + std::to_string(year);
  }
  if (!missing.empty()) {
    lines.push_back(fill(say(language, {"There is no result for {0}; the gap is a dot.",
                                        "Tidak ada hasil tahun {0}; tahun itu ditandai titik."}),
                         {missing}));
  }
  for (const Evaluation* result : trend.set_aside) {
    lines.push_back(set_aside_remark(*result, language));
  }
}

// Whether a change is told that is not the difference of the values told beside it.
bool differs_by_rounding(const TrendSpan& span, ComponentKind by) {
  if (!span.change) return false;
  const IndexResult& first = span.years.front()->result;
  const IndexResult& last = span.years.back()->result;
  if (!adds_up(first.index, last.index, span.change->index)) return true;
  return std::ranges::any_of(trend_rows(span, by), [&](ComponentIndex i) {
    const Change& change = span.change->changes[i];
    const bool both = first.components[i].known() && last.components[i].known() && !change.covered;
    return both && !span.instrument->at(i).is_indicator() &&
           !adds_up(first.components[i].value, last.components[i].value, change.difference);
  });
}

// What was not exact in a year; what holds for several years is said once.
void remark_on_results(const Trend& trend, Language language, std::vector<std::string>& lines) {
  std::vector<std::pair<std::string, std::string>> found;  // line, years
  for (const TrendSpan& span : trend.spans) {
    for (const Evaluation* result : span.years) {
      for (const std::string& line : remarks(*result, language)) {
        const auto same =
            std::ranges::find(found, line, &std::pair<std::string, std::string>::first);
        const std::string year = std::to_string(year_of(result));
        if (same == found.end()) {
          found.emplace_back(line, year);
        } else {
          same->second += ", " + year;
        }
      }
    }
  }
  for (const auto& [line, years] : found) lines.push_back(fmt::format("{}: {}", years, line));
}

}  // namespace

std::string trend_title(const Trend& trend) {
  std::string text = trend.institution + " · " + std::to_string(trend.first_year());
  if (trend.last_year() != trend.first_year()) text += fmt::format("–{}", trend.last_year());
  if (trend.spans.size() == 1) text += " · " + trend.spans.front().instrument->name;
  return text;
}

std::vector<std::string> trend_sentences(const Trend& trend, ComponentKind by, Language language) {
  std::vector<std::string> lines;
  for (const TrendSpan& span : trend.spans) {
    lines.push_back(span_sentence(span, trend.spans.size() > 1, language));
    if (!span.change) continue;
    std::string roots = roots_sentence(span, language);
    if (!roots.empty()) lines.push_back(std::move(roots));
    describe_steps(span, by, language, lines);
  }
  const std::string distance = distance_to_next(trend.spans.back().years.back()->result, language);
  if (!distance.empty()) {
    lines.push_back(fill(say(language, {"In {0} it is {1}.", "Tahun {0}: {1}."}),
                         {std::to_string(trend.last_year()), distance}));
  }
  describe_targets(trend, language, lines);
  return lines;
}

std::vector<std::string> trend_remarks(const Trend& trend, ComponentKind by, Language language) {
  std::vector<std::string> lines;
  if (std::ranges::any_of(trend.spans,
                          [&](const TrendSpan& span) { return differs_by_rounding(span, by); })) {
    lines.push_back(differences_remark(language));
  }
  remark_on_breaks(trend, language, lines);
  remark_on_years(trend, language, lines);
  remark_on_results(trend, language, lines);
  return lines;
}

std::string overview_title(const std::vector<Trend>& trends, Language language) {
  int first = trends.front().first_year();
  int last = trends.front().last_year();
  bool one = true;
  const std::string& name = trends.front().spans.front().instrument->index_name;
  for (const Trend& trend : trends) {
    first = std::min(first, trend.first_year());
    last = std::max(last, trend.last_year());
    for (const TrendSpan& span : trend.spans) one = one && span.instrument->index_name == name;
  }
  std::string text = one ? name : std::string(say(language, {"Index", "Indeks"}));
  text += first == last ? fmt::format(" · {}", first) : fmt::format(" · {}–{}", first, last);
  return text + fill(say(language, {" · {0} institutions", " · {0} instansi"}),
                     {std::to_string(trends.size())});
}

std::string overview_summary(const std::vector<Trend>& trends, Language language) {
  std::size_t rose = 0;
  std::size_t fell = 0;
  std::size_t same = 0;
  std::size_t unsure = 0;
  for (const Trend& trend : trends) {
    const auto& change = trend.spans.back().change;
    if (!change) continue;
    const Direction direction = direction_of(change->index);
    ++(direction == Direction::rose   ? rose
       : direction == Direction::fell ? fell
       : direction == Direction::same ? same
                                      : unsure);
  }
  if (rose + fell + same + unsure == 0) {
    return std::string(say(language, {"No institution has two years that can be compared.",
                                      "Belum ada instansi dengan dua tahun yang dapat "
                                      "dibandingkan."}));
  }
  std::string text =
      fill(say(language,
               {"From the first to the last year {0} institutions rose, {1} fell, {2} stayed",
                "Dari tahun pertama ke tahun terakhir {0} instansi naik, {1} turun, {2} tetap"}),
           {std::to_string(rose), std::to_string(fell), std::to_string(same)});
  if (unsure > 0) {
    text += fill(say(language, {", {0} uncertain", ", {0} belum pasti"}), {std::to_string(unsure)});
  }
  return text + ".";
}

std::vector<std::string> overview_remarks(const std::vector<Trend>& trends, Language language) {
  std::vector<std::string> lines;
  const bool broken =
      std::ranges::any_of(trends, [](const Trend& trend) { return trend.spans.size() > 1; });
  if (broken) {
    lines.emplace_back(
        say(language, {"Figures on the two sides of a line │ come from "
                       "different instruments and cannot be "
                       "compared; the change is the one after it.",
                       "Angka di kedua sisi garis │ berasal dari instrumen yang berbeda dan tidak "
                       "dapat dibandingkan; perubahan dihitung dari tahun-tahun sesudah garis."}));
  }
  for (const Trend& trend : trends) {
    for (const Evaluation* result : trend.set_aside) {
      lines.push_back(trend.institution + " " + set_aside_remark(*result, language));
    }
  }
  return lines;
}

}  // namespace spbe
