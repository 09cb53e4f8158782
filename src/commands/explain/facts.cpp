#include <fmt/format.h>

#include <algorithm>

#include "commands/explain/report.hpp"
#include "commands/instruments/report.hpp"
#include "render/barriers.hpp"
#include "render/messages.hpp"
#include "render/wording.hpp"

namespace spbe {

namespace {

class Facts {
 public:
  Facts(const ExplainReport& report, const Style& style)
      : report_(report),
        style_(style),
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
  std::string_view tr(const Words& words) const { return say(style_.language, words); }
  void add(const Words& heading, std::string text) {
    if (!text.empty()) facts_.emplace_back(tr(heading), std::move(text));
  }
  std::string exact(Ratio value) const { return exact_number(style_, value); }
  const std::string& text_of(const Bilingual& text) const {
    return style_.language == Language::indonesian ? text.indonesian : text.english;
  }

  void place() {
    std::string path;
    for (ComponentIndex at = instrument_.at(index_).parent; at != kNoComponent;
         at = instrument_.at(at).parent) {
      path = fmt::format("{}{}{}", printable(instrument_.at(at).name), path.empty() ? "" : " > ",
                         path);
    }
    add({"Part of", "Bagian dari"}, path);
    if (style_.language == Language::english && !instrument_.at(index_).english.empty()) {
      add({"In English", ""}, printable(instrument_.at(index_).english));
    }
    const Component& c = instrument_.at(index_);
    add({"Weight", "Bobot"}, fill(tr({"{0}%; one level is worth {1} of the index",
                                      "{0}%; satu tingkat bernilai {1} pada indeks"}),
                                  {weight_text(style_, c.weight), exact(c.worth)}));
  }

  void level() {
    const Scale& scale = instrument_.scale_of(index_);
    if (!levels_[index_]) {
      add({"Level", "Tingkat"},
          std::string(tr({"not given in this file", "tidak diberikan dalam berkas ini"})));
      return;
    }
    const Ratio now = *levels_[index_];
    std::string shown =
        fill(tr({"{0} of {1}", "{0} dari {1}"}), {exact(now), std::to_string(scale.high)});
    if (const MaturityLevel* named = scale.level(now)) {
      shown += ", " + printable(named->name);
      if (style_.language == Language::english && !named->english.empty()) {
        shown += " (" + printable(named->english) + ")";
      }
    }
    add({"Level", "Tingkat"}, shown);
    const bool summary = criterion({"It asks for", "Meminta"}, now);
    const Ratio next(now.num() / now.den() + 1);
    if (next > Ratio(scale.high)) {
      add({"Next level", "Berikutnya"},
          std::string(tr({"none; this is the highest", "tidak ada; ini yang tertinggi"})));
    } else if (criterion({"The next asks", "Berikutnya"}, next) || summary) {
      add({"", ""}, text_of(report_.criteria->caution));
    }
  }

  bool criterion(const Words& heading, Ratio level) {
    if (report_.criteria == nullptr) return false;
    const Bilingual* text = report_.criteria->find(index_, level);
    if (text == nullptr) return false;
    add(heading, fmt::format("({}) {}", exact(level), printable(text_of(*text))));
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
    return fill(tr({"not met: it is at {0}", "belum: masih {0}"}), {exact(*level)});
  }

  std::string basis(const Prerequisite& rule) const {
    std::string text;
    if (rule.basis == "description") text = tr({"description", "uraian"});
    if (rule.basis == "criterion") text = tr({"criterion", "kriteria"});
    if (rule.basis == "legal") text = tr({"law", "peraturan"});
    if (!rule.place.empty()) text += (text.empty() ? "" : ", ") + printable(rule.place);
    return text.empty() ? text : " [" + text + "]";
  }

  void waits() {
    bool any = false;
    for (const Prerequisite* rule : report_.rules.rules) {
      if (!raises(*rule, index_)) continue;
      for (const Prerequisite::Need& need : rule->needs) {
        any = true;
        add({"Waits for", "Menunggu"}, fill(tr({"{0} at {1} ({2}), for level {3}{4}",
                                                "{0} pada {1} ({2}), untuk tingkat {3}{4}"}),
                                            {instrument_.at(need.indicator).key, exact(need.level),
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
        add({"Awaited by", "Ditunggu"},
            fill(tr({"{0}, for level {1}: they need {2} at {3} ({4}){5}",
                     "{0}, untuk tingkat {1}: perlu {2} pada {3} ({4}){5}"}),
                 {indicator_list(instrument_, rule->raise), exact(rule->to),
                  instrument_.at(index_).key, exact(need.level), state(need), basis(*rule)}));
      }
    }
    if (advice_) add({"", ""}, advice_note(report_.rules, style_));
  }

  void obstacles() {
    for (const Obstacle& obstacle : assessment_.obstacles) {
      if (std::ranges::find(obstacle.holds, index_) == obstacle.holds.end()) continue;
      std::string text = fill(tr({"held at {0}: {1}", "tertahan pada {0}: {1}"}),
                              {exact(obstacle.at), printable(obstacle.text)});
      if (!obstacle.units.empty()) text += fmt::format(" ({})", unit_list(obstacle.units));
      add({"Obstacle", "Hambatan"}, text);
    }
  }

  void details() {
    const Details* details = assessment_.details_of(index_);
    if (details == nullptr) return;
    add({"Unit", "Unit"}, unit_list(details->units));
    if (details->target) add({"Target", "Target"}, exact(*details->target));
    std::string effort;
    for (const Ratio value : details->effort) effort += (effort.empty() ? "" : "; ") + exact(value);
    add({"Effort", "Upaya"}, effort.empty() ? effort
                                            : fill(tr({"{0} a level, from this one up",
                                                       "{0} per tingkat, mulai dari "
                                                       "tingkat ini"}),
                                                   {effort}));
    add({"Note", "Catatan"}, printable(details->note));
    for (const std::string& item : details->evidence) add({"Evidence", "Bukti"}, printable(item));
  }

  const ExplainReport& report_;
  const Style& style_;
  const Assessment& assessment_;
  const Instrument& instrument_;
  ComponentIndex index_;
  Levels levels_;
  bool advice_ = false;
  std::vector<std::pair<std::string, std::string>> facts_;
};

}  // namespace

std::vector<std::pair<std::string, std::string>> indicator_facts(const ExplainReport& report,
                                                                 const Style& style) {
  return Facts(report, style).run();
}

}  // namespace spbe
