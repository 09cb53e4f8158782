#include <fmt/format.h>

#include <algorithm>

#include "commands/explain/report.hpp"
#include "render/barriers.hpp"
#include "render/carried_over.hpp"
#include "render/messages.hpp"
#include "render/style.hpp"
#include "render/unit_words.hpp"
#include "render/wording.hpp"

namespace spbe {

namespace {

class Facts {
 public:
  Facts(const ExplainReport& report, Language language)
      : report_(report),
        language_(language),
        assessment_(report.evaluation->assessment),
        instrument_(*assessment_.instrument),
        index_(report.component),
        levels_(levels_of(assessment_)) {}

  std::vector<std::pair<std::string, std::string>> run() {
    place();
    level();
    waits();
    waited_for();
    obstacles();
    details();
    return std::move(facts_);
  }

 private:
  std::string_view tr(const Words& words) const { return say(language_, words); }
  void add(const Words& heading, std::string text) {
    if (!text.empty()) facts_.emplace_back(tr(heading), std::move(text));
  }
  std::string exact(Ratio value) const { return exact_number(language_, value); }
  const std::string& text_of(const Bilingual& text) const {
    return language_ == Language::indonesian ? text.indonesian : text.english;
  }

  void place() {
    std::string path;
    for (ComponentIndex at = instrument_.at(index_).parent; at != kNoComponent;
         at = instrument_.at(at).parent) {
      path = fmt::format("{}{}{}", instrument_.at(at).name, path.empty() ? "" : " > ", path);
    }
    add({"Part of", "Bagian dari"}, path);
    if (language_ == Language::english && !instrument_.at(index_).english.empty()) {
      add({"In English", ""}, instrument_.at(index_).english);
    }
    const Component& c = instrument_.at(index_);
    const Words words = scale().has_milestones()
                            ? Words{"{0}%; a value higher by 1 is worth {1} of the index",
                                    "{0}%; kenaikan nilai 1 bernilai {1} pada indeks"}
                            : Words{"{0}%; one level is worth {1} of the index",
                                    "{0}%; satu tingkat bernilai {1} pada indeks"};
    add({"Weight", "Bobot"}, fill(tr(words), {weight_text(language_, c.weight), exact(c.worth)}));
  }

  const Scale& scale() const { return instrument_.scale_of(index_); }

  // "level 2 complete; level 3 under way".
  void bands(Ratio now) {
    const int complete = scale().complete_level(now);
    std::string text =
        complete < scale().low
            ? std::string(tr({"no level complete", "belum ada tingkat lengkap"}))
            : fill(tr({"level {0} complete", "tingkat {0} lengkap"}), {std::to_string(complete)});
    const int under_way = complete + 1;
    const Ratio begin =
        under_way > scale().high ? now : scale().band_begin(std::max(under_way, scale().low));
    if (now > begin) {
      text += fill(tr({"; level {0} under way, from {1} to {2}",
                       "; tingkat {0} sedang dikerjakan, dari {1} sampai {2}"}),
                   {std::to_string(under_way), exact(begin), exact(scale().milestone(under_way))});
    }
    add({"Band", "Rentang nilai"}, text);
    for (const std::string& line : value_origin(assessment_, index_, language_)) {
      add({"Given by", "Asal nilai"}, line);
    }
    other_index();
  }

  // Whose index gives the value, unless the file says that already.
  void other_index() {
    const ExternalIndex* external = instrument_.external_of(index_);
    const Details* details = assessment_.details_of(index_);
    if (external == nullptr || (details != nullptr && details->external)) return;
    std::string whose = fill(tr({"the value comes from {0}", "nilainya berasal dari {0}"}),
                             {external_name(*external, language_)});
    if (external->max_age_months > 0) {
      whose += fill(tr({", at most {0} months old", ", berlaku paling lama {0} bulan"}),
                    {std::to_string(external->max_age_months)});
    }
    add({"Other index", "Indeks lain"}, whose);
  }

  // What the next level asks for, where levels are bands.
  void next_band(Ratio now) {
    const int complete = scale().complete_level(now);
    bool summary =
        complete >= scale().low && criterion({"This level", "Kriteria tingkat ini"}, complete);
    const int next = complete + 1;
    if (next > scale().high) {
      add({"Next level", "Tingkat berikutnya"},
          std::string(tr({"none; this is the highest", "tidak ada; ini yang tertinggi"})));
    } else {
      add({"Next", "Tingkat berikutnya"},
          fill(tr({"{0}, when level {1} is complete", "{0}, bila tingkat {1} lengkap"}),
               {exact(scale().milestone(next)), std::to_string(next)}));
      summary = criterion({"It asks for", "Kriteria berikutnya"}, next) || summary;
      const Criterion* asked =
          report_.criteria == nullptr ? nullptr : report_.criteria->criterion(index_, next);
      if (asked != nullptr && asked->items > 0) {
        add({"Evidence asked", "Data dukung diminta"}, std::to_string(asked->items));
      }
      accepted_evidence(next);
    }
    if (summary) add({"", ""}, text_of(report_.criteria->caution));
  }

  // The evidence usually accepted for a level.
  void accepted_evidence(int level) {
    const auto* items =
        report_.evidence == nullptr ? nullptr : report_.evidence->find(index_, level);
    if (items == nullptr) return;
    for (const Bilingual& item : *items) {
      add({"Usual proof", "Data dukung lazim"}, "- " + text_of(item));
    }
  }

  void level() {
    const Scale& scale = instrument_.scale_of(index_);
    if (!levels_[index_]) {
      add({"Level", "Tingkat"},
          std::string(tr({"not given in this file", "belum diisi dalam berkas ini"})));
      other_index();
      every_level();
      return;
    }
    const Ratio now = *levels_[index_];
    if (scale.has_milestones()) {
      add({"Value", "Nilai"},
          fill(tr({"{0} of {1}", "{0} dari {1}"}), {exact(now), std::to_string(scale.high)}));
      bands(now);
      next_band(now);
      return;
    }
    std::string shown =
        fill(tr({"{0} of {1}", "{0} dari {1}"}), {exact(now), std::to_string(scale.high)});
    if (const MaturityLevel* named = scale.level(now)) {
      shown += ", " + named->name;
      if (language_ == Language::english && !named->english.empty()) {
        shown += " (" + named->english + ")";
      }
    }
    add({"Level", "Tingkat"}, shown);
    const int whole = static_cast<int>(now.num() / now.den());
    const bool summary = now.is_whole() && criterion({"This level", "Kriteria tingkat ini"}, whole);
    const int next = whole + 1;
    if (next > scale.high) {
      add({"Next level", "Tingkat berikutnya"},
          std::string(tr({"none; this is the highest", "tidak ada; ini yang tertinggi"})));
    } else if (criterion({"Next level", "Tingkat berikutnya"}, next) || summary) {
      add({"", ""}, text_of(report_.criteria->caution));
    }
    if (next <= scale.high) accepted_evidence(next);
  }

  // What each level asks for, where it is not known which is reached.
  void every_level() {
    bool any = false;
    for (int level = scale().low; level <= scale().high; ++level)
      any = criterion({"Criteria", "Kriteria"}, level) || any;
    if (any) add({"", ""}, text_of(report_.criteria->caution));
  }

  bool criterion(const Words& heading, int level) {
    if (report_.criteria == nullptr) return false;
    const Criterion* found = report_.criteria->criterion(index_, level);
    if (found == nullptr) return false;
    add(heading, fmt::format("({}) {}", level, text_of(found->text)));
    return true;
  }

  static bool raises(const Prerequisite& rule, ComponentIndex indicator) {
    return std::ranges::find(rule.raise, indicator) != rule.raise.end();
  }

  // "met", or what is missing.
  std::string state(const Prerequisite::Need& need) const {
    const auto& level = levels_[need.indicator];
    if (!level) return std::string(tr({"level not known", "tingkat belum diketahui"}));
    if (*level >= need.level) return std::string(tr({"met", "terpenuhi"}));
    return fill(tr({"not met: it is at level {0}", "belum: masih di tingkat {0}"}),
                {exact(*level)});
  }

  std::string basis(const Prerequisite& rule) const {
    std::string text(basis_words(language_, rule.basis));
    if (!rule.place.empty())
      text += (text.empty() ? "" : ", ") + place_words(language_, rule.place);
    return text.empty() ? text : " [" + text + "]";
  }

  void waits() {
    bool any = false;
    for (const Prerequisite* rule : report_.rules.rules) {
      if (!raises(*rule, index_)) continue;
      for (const Prerequisite::Need& need : rule->needs) {
        any = true;
        add({"Needs", "Prasyarat"},
            fill(tr({"for level {3}: {0} at level {1} at least ({2}){4}",
                     "untuk tingkat {3}: {0} minimal di tingkat {1} "
                     "({2}){4}"}),
                 {named_shortly(instrument_.at(need.indicator), language_), exact(need.level),
                  state(need), exact(rule->to), basis(*rule)}));
      }
    }
    advice_ = any;
  }

  void waited_for() {
    for (const Prerequisite* rule : report_.rules.rules) {
      for (const Prerequisite::Need& need : rule->needs) {
        if (need.indicator != index_) continue;
        advice_ = true;
        add({"Needed by", "Prasyarat bagi"},
            fill(tr({"{0}, for level {1}: {2} at level {3} at least ({4}){5}",
                     "{0}, untuk tingkat {1}: {2} minimal di tingkat {3} ({4}){5}"}),
                 {rule->raise.size() == 1
                      ? named_shortly(instrument_.at(rule->raise.front()), language_)
                      : indicator_list(instrument_, rule->raise),
                  exact(rule->to), instrument_.at(index_).key, exact(need.level), state(need),
                  basis(*rule)}));
      }
    }
    if (advice_) add({"", ""}, advice_note(report_.rules, language_));
  }

  void obstacles() {
    for (const Obstacle& obstacle : assessment_.obstacles) {
      if (std::ranges::find(obstacle.holds, index_) == obstacle.holds.end()) continue;
      std::string text = fill(tr({"held at level {0}: {1}", "tertahan di tingkat {0}: {1}"}),
                              {exact(obstacle.at), obstacle.text});
      if (!obstacle.units.empty()) text += fmt::format(" ({})", unit_list(obstacle.units));
      add({"Obstacle", "Kendala"}, text);
    }
  }

  Words effort_words() const {
    if (scale().has_milestones())
      return {"{0} a level, from level 1 up", "{0} per tingkat, mulai dari tingkat 1"};
    return {"{0} a level, from 1 to 2 up", "{0} per tingkat, mulai dari tingkat 1 ke 2"};
  }

  void details() {
    const Details* details = assessment_.details_of(index_);
    if (details == nullptr) return;
    if (!details->units.empty()) {
      facts_.emplace_back(of_units(assessment_, tr({"Unit", "Perangkat daerah"})),
                          unit_list(details->units));
    }
    if (details->target) add({"Target", "Target"}, exact(*details->target));
    std::string effort;
    for (const Ratio value : details->effort) effort += (effort.empty() ? "" : "; ") + exact(value);
    if (!effort.empty() && !assessment_.effort_unit.empty())
      effort += " " + assessment_.effort_unit;
    add({"Effort", "Upaya"},
        details->effort.size() < 2 ? effort : fill(tr(effort_words()), {effort}));
    add({"Note", "Catatan"}, details->note);
    for (std::size_t i = 0; i < details->evidence.size(); ++i) {
      add({"Evidence", "Data dukung"}, evidence_text(*details, i));
    }
  }

  const ExplainReport& report_;
  Language language_;
  const Assessment& assessment_;
  const Instrument& instrument_;
  ComponentIndex index_;
  Levels levels_;
  bool advice_ = false;
  std::vector<std::pair<std::string, std::string>> facts_;
};

}  // namespace

std::vector<std::pair<std::string, std::string>> indicator_facts(const ExplainReport& report,
                                                                 Language language) {
  return Facts(report, language).run();
}

}  // namespace spbe
