#include <fmt/format.h>

#include "commands/plan/report.hpp"
#include "render/barriers.hpp"
#include "render/messages.hpp"
#include "render/style.hpp"
#include "render/wording.hpp"

namespace spbe {

namespace {

class Sentences {
 public:
  Sentences(const PlanReport& report, Language language)
      : report_(report),
        language_(language),
        plan_(*report.plan),
        request_(*report.request),
        instrument_(*report.evaluation->assessment.instrument) {}

  // Of a plan into years of another instrument; else empty.
  std::string replaced() const {
    return superseded_remark(instrument_, report_.last_year(), language_);
  }

  std::string goal() const {
    const std::string years = std::to_string(report_.last_year());
    if (request_.target) {
      const std::string budget = request_.budget ? fill(tr({", with effort {0} at most",
                                                            ", dengan upaya paling banyak "
                                                            "{0}"}),
                                                        {with_unit(*request_.budget)})
                                                 : std::string();
      return fill(tr({"Target: {0} in {1}{2}", "Target: {0} pada tahun {1}{2}"}),
                  {target(), years, budget});
    }
    return fill(tr({"The highest index in {1} with effort {0} at most",
                    "Indeks tertinggi pada tahun {1} dengan upaya paling banyak {0}"}),
                {with_unit(*request_.budget), years});
  }

  std::string outcome() const {
    const IndexResult& result = report_.evaluation->result;
    std::string text =
        fmt::format("{}  {} {}", instrument_.index_name, interval_number(language_, result.index),
                    category_names(instrument_, result.categories));
    if (plan_.steps.empty()) return text;
    const bool one = plan_.steps.size() == 1;
    return text + fill(tr({" → {0} {1}, {2}, with effort {3} in {4} {5}",
                           " → {0} {1}, {2}, dengan upaya {3} dalam {4} {5}"}),
                       {number(language_, plan_.to), category_at(plan_.to),
                        signed_number(language_, plan_.to - plan_.from, 4), with_unit(plan_.effort),
                        std::to_string(plan_.steps.size()),
                        std::string(one ? tr({"step", "langkah"}) : tr({"steps", "langkah"}))});
  }

  // Whether the target is out of reach, which is to be said before the steps.
  bool misses_target() const {
    return request_.target && *request_.target > plan_.from && !plan_.reached;
  }

  // Whether the target is reached, and how sure that is.
  std::string answer() const {
    if (!request_.target) {
      if (plan_.steps.empty()) {
        return std::string(tr({"Nothing can be raised within that effort.",
                               "Tidak ada yang dapat dinaikkan dengan upaya itu."}));
      }
      return proof({"No plan with that effort gives a higher index.",
                    "Tidak ada rencana dengan upaya itu yang menghasilkan indeks lebih tinggi."});
    }
    if (*request_.target <= plan_.from) {
      return fill(
          tr({"The target {0} is reached already: the index is {1}. Nothing needs to be done.",
              "Target {0} sudah tercapai: indeksnya {1}. Tidak ada yang perlu dilakukan."}),
          {target(), exact(plan_.from)});
    }
    if (plan_.reached) {
      return proof({"No plan with less effort reaches the target.",
                    "Tidak ada rencana dengan upaya lebih kecil yang mencapai target."});
    }
    return missed();
  }

  std::vector<std::string> remarks() const {
    std::vector<std::string> lines;
    if (!misses_target()) lines.push_back(answer());
    if (const std::string note = effort_note(); !note.empty()) lines.push_back(note);
    if (const std::string note = jumps(); !note.empty()) lines.push_back(note);
    if (const std::string note = milestones(); !note.empty()) lines.push_back(note);
    if (!report_.assumed.empty()) lines.push_back(assumed());
    if (const std::string note = rounding(); !note.empty()) lines.push_back(note);
    lines.push_back(advice_note(request_.rules, language_));
    const Bilingual& caution = instrument_.caution;
    if (!caution.empty()) {
      lines.push_back(language_ == Language::indonesian ? caution.indonesian : caution.english);
    }
    return lines;
  }

 private:
  std::string assumed() const {
    const std::string which = named_indicators(instrument_, report_.assumed, language_);
    switch (report_.assumption.kind) {
      case Assumption::Kind::lowest:
        return fill(tr({"Not known yet, so counted as the lowest level: {0}{1}.",
                        "Belum diketahui, jadi dihitung sebagai tingkat terendah: {0}{1}."}),
                    {which, report_.names_options ? " (--assume)" : ""});
      case Assumption::Kind::highest:
        return fill(tr({"Not known yet, so counted as the highest level: {0}.",
                        "Belum diketahui, jadi dihitung sebagai tingkat tertinggi: {0}."}),
                    {which});
      case Assumption::Kind::value:
        return fill(tr({"Not known yet, so counted as level {1}: {0}.",
                        "Belum diketahui, jadi dihitung sebagai tingkat {1}: {0}."}),
                    {which, exact(report_.assumption.value)});
    }
    return {};
  }

  std::string_view tr(const Words& words) const { return say(language_, words); }
  std::string exact(Ratio value) const { return exact_number(language_, value); }
  std::string category_at(Ratio index) const {
    return instrument_.categories[instrument_.category_of(index, report_.basis)].name;
  }

  std::string with_unit(Ratio effort) const {
    const std::string& unit = report_.evaluation->assessment.effort_unit;
    return unit.empty() ? exact(effort) : exact(effort) + " " + unit;
  }

  // What is counted where the file names no effort.
  std::string effort_note() const {
    if (plan_.steps.empty()) return {};
    const Assessment& assessment = report_.evaluation->assessment;
    std::vector<ComponentIndex> without;
    for (const ComponentIndex i : instrument_.indicators) {
      const Details* details = assessment.details_of(i);
      if (details == nullptr || details->effort.empty()) without.push_back(i);
    }
    if (without.empty()) return {};
    if (without.size() == instrument_.indicators.size()) {
      return std::string(tr({"No effort is given: each level counts as 1.",
                             "Upaya tidak diisi: tiap tingkat dihitung 1."}));
    }
    const Words words =
        without.size() == 1
            ? Words{"No effort is given for {0} indicator ({1}): each of its levels counts as 1.",
                    "Upaya tidak diisi untuk {0} indikator ({1}): tiap tingkatnya dihitung 1."}
            : Words{
                  "No effort is given for {0} indicators ({1}): each of their levels counts as 1.",
                  "Upaya tidak diisi untuk {0} indikator ({1}): tiap tingkatnya dihitung 1."};
    return fill(tr(words), {std::to_string(without.size()), indicator_list(instrument_, without)});
  }

  // Steps that are more than one level within a year.
  std::string jumps() const {
    if (request_.max_rise) return {};
    std::size_t count = 0;
    for (const Step& step : plan_.steps) {
      if (step.indicator == kNoComponent) continue;
      const std::vector<Ratio> levels = instrument_.scale_of(step.indicator).steps_above(step.from);
      if (levels.size() > 1 && step.to >= levels[1]) ++count;
    }
    if (count == 0) return {};
    const std::string limit(report_.names_options
                                ? tr({"; --max-rise 1 limits that", "; --max-rise 1 membatasinya"})
                                : "");
    return fill(
        tr(count == 1 ? Words{"{0} step rises by more than one level in a year{1}.",
                              "{0} langkah naik lebih dari satu tingkat dalam setahun{1}."}
                      : Words{"{0} steps rise by more than one level in a year{1}.",
                              "{0} langkah naik lebih dari satu tingkat dalam setahun{1}."}),
        {std::to_string(count), limit});
  }

  // What a complete level is worth, where that is not its number.
  std::string milestones() const {
    for (const Step& step : plan_.steps) {
      if (step.indicator == kNoComponent) continue;
      const Scale& scale = instrument_.scale_of(step.indicator);
      if (!scale.has_milestones()) continue;
      std::string worth;
      for (const Ratio value : scale.milestones)
        worth += (worth.empty() ? "" : "; ") + exact(value);
      return fill(
          tr({"A level is complete when all its evidence is accepted; complete levels {1} to {2} "
              "are "
              "worth {0} (inferred).",
              "Tingkat lengkap bila semua data dukungnya diterima; tingkat {1} sampai {2} yang "
              "lengkap bernilai {0} (disimpulkan)."}),
          {worth, std::to_string(scale.low), std::to_string(scale.high)});
    }
    return {};
  }

  // With two decimals at least, as the index is shown.
  std::string target() const {
    if (!report_.category) {
      const bool fine = (*request_.target * Ratio(100)).is_whole();
      return fine ? number(language_, *request_.target) : exact(*request_.target);
    }
    const Category& category = instrument_.categories[*report_.category];
    return fmt::format("{} ({})", category.name, number(language_, category.from));
  }

  std::string proof(const Words& words) const {
    if (plan_.optimal) return std::string(tr(words));
    return std::string(tr({"The search was cut off, so a better plan may exist.",
                           "Pencarian dihentikan sebelum selesai, jadi mungkin ada rencana yang "
                           "lebih baik."}));
  }

  std::string missed() const {
    std::vector<std::string> args = {target(), number(language_, plan_.to, 4),
                                     category_at(plan_.to), exact(plan_.effort)};
    if (!plan_.optimal) {
      return fill(tr({"No plan that reaches {0} was found before the search was cut off, and none "
                      "is ruled out; these steps go as far as {1} ({2}).",
                      "Rencana yang mencapai {0} belum ditemukan ketika pencarian dihentikan, "
                      "tetapi mungkin ada; langkah ini mencapai {1} ({2})."}),
                  args);
    }
    if (request_.target && plan_.best >= *request_.target) {
      args.push_back(exact(*request_.budget));
      return fill(
          tr({"The target {0} cannot be reached with effort {4}; these steps go as far as {1} "
              "({2}).",
              "Target {0} tidak dapat dicapai dengan upaya {4}; langkah ini mencapai {1} ({2})."}),
          args);
    }
    if (plan_.steps.empty()) {
      return fill(
          tr({"The target {0} cannot be reached: nothing can be raised, so the index stays at {1} "
              "({2}).",
              "Target {0} tidak dapat dicapai: tidak ada yang dapat dinaikkan, jadi indeks tetap "
              "{1} ({2})."}),
          args);
    }
    return fill(
        tr({"The target {0} cannot be reached under these conditions; the steps below go as far as "
            "possible, to {1} ({2}).",
            "Target {0} tidak dapat dicapai dengan syarat ini; langkah di bawah ini mencapai "
            "paling jauh {1} ({2})."}),
        args);
  }

  std::string rounding() const {
    if (!report_.category || report_.basis == CategoryBasis::exact) return {};
    return fill(tr({"In {0} the rounded index decides, so an exact index of {1} is enough.",
                    "Pada tahun {0} indeks yang dibulatkan yang menentukan, jadi indeks eksak {1} "
                    "sudah cukup."}),
                {std::to_string(report_.last_year()), exact(*request_.target)});
  }

  const PlanReport& report_;
  Language language_;
  const Plan& plan_;
  const PlanRequest& request_;
  const Instrument& instrument_;
};

}  // namespace

std::string plan_goal(const PlanReport& report, Language language) {
  return Sentences(report, language).goal();
}

std::string plan_replaced(const PlanReport& report, Language language) {
  return Sentences(report, language).replaced();
}

std::string plan_missed(const PlanReport& report, Language language) {
  const Sentences sentences(report, language);
  return sentences.misses_target() ? sentences.answer() : std::string();
}

std::string plan_outcome(const PlanReport& report, Language language) {
  return Sentences(report, language).outcome();
}

std::vector<std::string> plan_remarks(const PlanReport& report, Language language) {
  return Sentences(report, language).remarks();
}

}  // namespace spbe
