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

std::string change_words(const Interval& change, Language language) {
  if (change.exact()) {
    return (change.low > Ratio(0) ? "+" : "") + exact_number(language, change.low);
  }
  const auto signed_exact = [&](Ratio value) {
    return (value > Ratio(0) ? "+" : "") + exact_number(language, value);
  };
  return fill(say(language, {"between {0} and {1}", "antara {0} dan {1}"}),
              {signed_exact(change.low), signed_exact(change.high)});
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
  return fill(
      say(language, {"{0} to {1}: {2} {3} to {4} ({5}); {6}.",
                     "{0} sampai {1}: {2} {3} menjadi {4} ({5}); {6}."}),
      {std::to_string(year_of(&first)), std::to_string(year_of(&last)), name,
       interval_number(language, first.result.index), interval_number(language, last.result.index),
       change_words(span.change->index, language), category_runs(span, language)});
}

// What each domain gave to the change, in index points.
std::string roots_sentence(const TrendSpan& span, Language language) {
  const Instrument& instrument = *span.instrument;
  const auto kind = instrument.at(instrument.roots.front()).kind;
  std::string text;
  for (const ChangeGroup& row : group_by_component(*span.change, instrument, kind)) {
    if (!row.differs) continue;
    text += fmt::format("{}{} {}", text.empty() ? "" : "; ", instrument.at(row.component).name,
                        change_words(row.contribution, language));
  }
  if (text.empty()) return {};
  return fill(
      say(language, {"Of this, in index points: {0}.", "Di antaranya, dalam poin indeks: {0}."}),
      {text});
}

// The steps from one year to the next, when there are several, and what fell on
// the way.
void describe_steps(const TrendSpan& span, Language language, std::vector<std::string>& lines) {
  if (span.years.size() < 3) return;
  const Instrument& instrument = *span.instrument;
  std::string steps;
  std::string falls;
  for (std::size_t i = 1; i < span.years.size(); ++i) {
    const Evaluation& before = *span.years[i - 1];
    const Evaluation& after = *span.years[i];
    const Comparison step = compare(before, after);
    steps += fmt::format("{}{} {}", steps.empty() ? "" : "; ", year_of(&after),
                         change_words(step.index, language));
    for (const ComponentIndex root : instrument.roots) {
      if (step.changes[root].direction() != Direction::fell) continue;
      const auto value = [&](const Evaluation& result) {
        return interval_number(language, result.result.components[root].value);
      };
      falls +=
          fill(say(language, {"{0}{1} in {2} ({3} to {4})", "{0}{1} pada {2} ({3} menjadi {4})"}),
               {falls.empty() ? "" : "; ", instrument.at(root).name,
                std::to_string(year_of(&after)), value(before), value(after)});
    }
  }
  lines.push_back(
      fill(say(language, {"Year by year: {0}.", "Dari tahun ke tahun: {0}."}), {steps}));
  if (falls.empty()) return;
  lines.push_back(fill(say(language, {"Fell on the way: {0}.", "Turun: {0}."}), {falls}));
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
      say(language, {"missed by {0}", "tidak tercapai, masih perlu {0}"}),
      {missing.exact() ? exact_number(language, missing.low) : interval_number(language, missing)});
}

// What became of the targets of years with a result, and what is aimed at in those to come.
void describe_targets(const Trend& trend, Language language, std::vector<std::string>& lines) {
  std::string past;
  std::vector<std::string> future;
  for (const TrendTarget& target : trend_targets(trend)) {
    if (target.result != nullptr) {
      past += fmt::format("{}{} {}, {}", past.empty() ? "" : "; ", target.year,
                          target_name(target, language), judgement(target, language));
      continue;
    }
    const Words words =
        target.stated
            ? Words{"Target for {0}: {1} ({2} from {3}).", "Target {0}: {1} ({2} dari tahun {3})."}
            : Words{"In {0}, if every indicator keeps its target: {1} ({2} from {3}).",
                    "Tahun {0}, bila semua target indikator tercapai: {1} ({2} dari "
                    "tahun {3})."};
    future.push_back(fill(
        say(language, words),
        {std::to_string(target.year), target_name(target, language),
         change_words(*target.still_to_rise, language), std::to_string(year_of(target.set_by))}));
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
        say(language, {"Between {0} and {1} the instrument changed from "
                       "{2} to {3}: figures on the two "
                       "sides of the line │ cannot be compared, so no "
                       "change is given across it.",
                       "Antara {0} dan {1} instrumennya berganti dari {2} "
                       "ke {3}: angka di kedua sisi "
                       "garis │ tidak dapat dibandingkan, jadi tidak ada "
                       "perubahan yang melintasinya."}),
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
                                        "Tidak ada hasil untuk {0}; tahun itu ditandai titik."}),
                         {missing}));
  }
  for (const Evaluation* result : trend.set_aside) {
    lines.push_back(set_aside_remark(*result, language));
  }
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

std::vector<std::string> trend_sentences(const Trend& trend, Language language) {
  std::vector<std::string> lines;
  for (const TrendSpan& span : trend.spans) {
    lines.push_back(span_sentence(span, trend.spans.size() > 1, language));
    if (!span.change) continue;
    std::string roots = roots_sentence(span, language);
    if (!roots.empty()) lines.push_back(std::move(roots));
    describe_steps(span, language, lines);
  }
  const std::string distance = distance_to_next(trend.spans.back().years.back()->result, language);
  if (!distance.empty()) {
    lines.push_back(fill(say(language, {"In {0} it is {1}.", "Pada {0} {1}."}),
                         {std::to_string(trend.last_year()), distance}));
  }
  describe_targets(trend, language, lines);
  return lines;
}

std::vector<std::string> trend_remarks(const Trend& trend, Language language) {
  std::vector<std::string> lines;
  remark_on_breaks(trend, language, lines);
  remark_on_years(trend, language, lines);
  remark_on_results(trend, language, lines);
  return lines;
}

std::vector<std::string> overview_remarks(const std::vector<Trend>& trends, Language language) {
  std::vector<std::string> lines;
  const bool broken =
      std::ranges::any_of(trends, [](const Trend& trend) { return trend.spans.size() > 1; });
  if (broken) {
    lines.emplace_back(say(language, {"Figures on the two sides of a line │ come from "
                                      "different instruments and cannot be "
                                      "compared; the change is the one after it.",
                                      "Angka di kedua sisi garis │ berasal dari instrumen "
                                      "berbeda dan tidak dapat "
                                      "dibandingkan; perubahannya adalah yang sesudahnya."}));
  }
  for (const Trend& trend : trends) {
    for (const Evaluation* result : trend.set_aside) {
      lines.push_back(trend.institution + " " + set_aside_remark(*result, language));
    }
  }
  return lines;
}

}  // namespace spbe
