#include <fmt/format.h>

#include <algorithm>

#include "render/barriers.hpp"
#include "render/messages.hpp"
#include "render/style.hpp"
#include "render/unit_words.hpp"
#include "render/wording.hpp"

namespace spbe {

namespace {

// A sentence or two about a barrier; its heading first.
struct BarrierText {
  std::string heading;
  std::vector<std::string> sentences;
  std::string brief;  // all of it in one line, for a gate beside a plan
};

class BarrierWords {
 public:
  BarrierWords(const Assessment& assessment, const BarrierView& view, Language language)
      : assessment_(assessment),
        instrument_(*assessment.instrument),
        target_(view.target),
        goal_(view.goal),
        missed_(view.missed),
        names_(view.names),
        language_(language) {}

  std::string heading_of(const Barrier& barrier) const { return obstacle_heading(barrier); }

  // `count`: so many obstacles hold the same, together.
  BarrierText of(const Barrier& barrier, std::size_t count) const {
    BarrierText text;
    const bool is_gate = barrier.gate != kNoComponent;
    text.heading = is_gate ? gate_heading(barrier) : obstacle_heading(barrier);
    if (barrier.holds.empty()) {
      text.sentences.push_back(
          std::string(tr({"Holds nothing: none of its indicators could rise further.",
                          "Tidak menahan apa pun: indikatornya memang tidak dapat naik lagi."})));
      return text;
    }
    text.sentences.push_back(
        fill(tr(count > 1 ? Words{"Together they hold {0}: all must go.",
                                  "Bersama-sama menahan {0}; semuanya harus dihilangkan."}
                          : Words{"Holds {0}.", "Menahan {0}."}),
             {held(barrier)}));
    text.sentences.push_back(ceiling(barrier));
    if (is_gate) text.brief = brief(barrier);
    text.sentences.push_back(is_gate     ? gate_worth(barrier)
                             : count > 1 ? worth_together(barrier)
                                         : obstacle_worth(barrier));
    if (count == 1 && barrier.alone < barrier.worth) text.sentences.push_back(alone(barrier));
    if (const std::string units = concerned(barrier); !units.empty()) {
      text.sentences.push_back(fill(
          of_units(assessment_, tr({"Units concerned: {0}.", "Perangkat daerah terkait: {0}."})),
          {units}));
    }
    return text;
  }

 private:
  std::string_view tr(const Words& words) const { return say(language_, words); }
  std::string exact(Ratio value) const { return exact_number(language_, value); }
  // "indicator 13 at level 1": neighbours that stop at the same level together.
  std::string held(const Barrier& barrier) const {
    std::string text;
    for (std::size_t i = 0; i < barrier.holds.size();) {
      std::vector<ComponentIndex> alike;
      const Ratio at = barrier.at[i];
      for (; i < barrier.holds.size() && barrier.at[i] == at; ++i) {
        alike.push_back(barrier.holds[i]);
      }
      text += (text.empty() ? "" : "; ") +
              fill(tr({"{0} at level {1}", "{0} di tingkat {1}"}),
                   {named_indicators(instrument_, alike, language_), exact(at)});
    }
    return text;
  }

  std::string obstacle_heading(const Barrier& barrier) const {
    const Obstacle& obstacle = assessment_.obstacles[barrier.obstacle];
    std::string text = obstacle.text;
    if (!obstacle.units.empty()) text += fmt::format(" ({})", unit_list(obstacle.units));
    return text;
  }

  std::string gate_heading(const Barrier& barrier) const {
    const Component& c = instrument_.at(barrier.gate);
    return fill(
        tr({"Indicator {0} is below level {1}: {2}", "Indikator {0} di bawah tingkat {1}: {2}"}),
        {c.key, exact(barrier.gate_level), page::name_of(c, names_)});
  }

  // What it does to the target, or where there is none, to the index.
  std::string ceiling(const Barrier& barrier) const {
    const std::vector<std::string> args = {exact(barrier.ceiling), goal_};
    const auto told = [&](const Words& unnamed, const Words& named) {
      return fill(tr(goal_.empty() ? unnamed : named), args);
    };
    if (target_ && barrier.ceiling >= *target_) {
      // Never against a plan that says that the target is out of reach.
      return missed_
                 ? told({"Without other limits the target could still be reached.",
                         "Tanpa batasan lain, target masih dapat dicapai."},
                        {"Without other limits {1} could still be reached.",
                         "Tanpa batasan lain, {1} masih dapat dicapai."})
                 : told({"The target can be reached all the same.", "Target tetap dapat dicapai."},
                        {"{1} can be reached all the same.", "{1} tetap dapat dicapai."});
    }
    if (target_) {
      return told({"Until that changes the target is out of reach: the index can be {0} at most.",
                   "Selama itu target tidak dapat dicapai: indeks paling tinggi {0}."},
                  {"Until that changes {1} is out of reach: the index can be {0} at most.",
                   "Selama itu {1} tidak dapat dicapai: indeks paling tinggi {0}."});
    }
    return fill(tr({"Until that changes the index can be {0} at most, with all else at its highest "
                    "level.",
                    "Selama itu indeks paling tinggi {0}, sekalipun semua yang lain di tingkat "
                    "tertinggi."}),
                args);
  }

  std::string worth_together(const Barrier& barrier) const {
    return fill(
        tr({"After that +{1} when each rises one level, up to +{0} in all.",
            "Sesudahnya +{1} bila masing-masing naik satu tingkat, seluruhnya paling banyak "
            "+{0}."}),
        {exact(barrier.worth), exact(barrier.first)});
  }

  std::string brief(const Barrier& barrier) const {
    const bool reachable = target_ && barrier.ceiling >= *target_;
    const Words words =
        reachable && missed_
            ? Words{"Indicator {0} below level {1} holds {2}; without other limits the target could still be reached. Up to +{4} more is possible with it.",
                    "Indikator {0} di bawah tingkat {1} menahan {2}; tanpa batasan lain, target masih dapat dicapai. Bila dipenuhi, indeks masih dapat naik hingga +{4}."}
        : reachable
            ? Words{"Indicator {0} below level {1} holds {2}; the target can be reached all the same. Up to +{4} more is possible with it.",
                    "Indikator {0} di bawah tingkat {1} menahan {2}; target tetap dapat dicapai. Bila dipenuhi, indeks masih dapat naik hingga +{4}."}
        : target_ ? Words{"Indicator {0} below level {1} holds {2}: the target is out of reach, the index can be {3} at most.",
                          "Indikator {0} di bawah tingkat {1} menahan {2}: target tidak dapat dicapai, indeks paling tinggi {3}."}
                  : Words{"Indicator {0} below level {1} holds {2}: the index can be {3} at most; makes up to +{4} possible.",
                          "Indikator {0} di bawah tingkat {1} menahan {2}: indeks paling tinggi {3}; bila dipenuhi, indeks masih dapat naik hingga +{4}."};
    return fill(tr(words), {instrument_.at(barrier.gate).key, exact(barrier.gate_level),
                            held(barrier), exact(barrier.ceiling), exact(barrier.worth)});
  }

  std::string obstacle_worth(const Barrier& barrier) const {
    const bool with_others = barrier.alone < barrier.worth;
    const Words words =
        with_others
            ? Words{"Removing it and the others makes up to +{0} possible; +{1} when "
                    "each rises one level.",
                    "Bila dihilangkan bersama yang lain, indeks dapat naik hingga +{0}; +{1} bila masing-masing naik satu tingkat."}
            : Words{"Removing it makes up to +{0} possible; +{1} when each rises one level.",
                    "Bila dihilangkan, indeks dapat naik hingga +{0}; +{1} bila masing-masing naik satu tingkat."};
    return fill(tr(words), {exact(barrier.worth), exact(barrier.first)});
  }

  std::string gate_worth(const Barrier& barrier) const {
    return fill(tr({"Reaching it is worth +{0} itself, and makes up to +{1} possible; +{2} when "
                    "each rises one level.",
                    "Mencapai tingkat itu sendiri bernilai +{0}; sesudahnya indeks dapat naik "
                    "hingga +{1}, atau +{2} bila masing-masing naik satu tingkat."}),
                {exact(barrier.own), exact(barrier.worth), exact(barrier.first)});
  }

  std::string alone(const Barrier& barrier) const {
    if (barrier.alone == Ratio(0)) {
      return std::string(tr({"By itself it changes nothing: the others hold the same indicators.",
                             "Bila hanya ini yang diatasi, tidak ada yang berubah: yang lain "
                             "menahan indikator yang sama."}));
    }
    return fill(tr({"While the others stand it is only up to +{0}.",
                    "Selama yang lain masih menahan, hanya hingga +{0}."}),
                {exact(barrier.alone)});
  }

  std::string concerned(const Barrier& barrier) const {
    std::vector<std::string> units;
    for (const ComponentIndex i : barrier.holds) {
      const Details* details = assessment_.details_of(i);
      if (details == nullptr) continue;
      for (const std::string& unit : details->units) {
        if (std::ranges::find(units, unit) == units.end()) units.push_back(unit);
      }
    }
    return unit_list(units);
  }

  const Assessment& assessment_;
  const Instrument& instrument_;
  std::optional<Ratio> target_;
  std::string goal_;
  bool missed_;
  page::Names names_;
  Language language_;
};

// Obstacles that hold the same indicators at the same levels, and so are told together.
bool hold_the_same(const Barrier& a, const Barrier& b) {
  return a.obstacle != kNoObstacle && b.obstacle != kNoObstacle && !a.holds.empty() &&
         a.holds == b.holds && a.at == b.at;
}

}  // namespace

page::List barriers_list(const Assessment& assessment, const std::vector<Barrier>& barriers,
                         const BarrierView& view, Language language) {
  const BarrierWords words(assessment, view, language);
  page::List list;
  list.shape = page::List::Shape::indented;
  std::vector<bool> told(barriers.size(), false);
  for (std::size_t i = 0; i < barriers.size(); ++i) {
    if (told[i]) continue;
    std::size_t count = 1;
    for (std::size_t more = i + 1; more < barriers.size(); ++more) {
      if (!hold_the_same(barriers[i], barriers[more])) continue;
      told[more] = true;
      ++count;
    }
    BarrierText text = words.of(barriers[i], count);
    if (view.brief && !text.brief.empty()) {
      list.items.push_back({{}, std::move(text.brief)});
      continue;
    }
    std::string all;
    for (const std::string& sentence : text.sentences) all += (all.empty() ? "" : " ") + sentence;
    std::string heading = std::move(text.heading);
    for (std::size_t more = i + 1; more < barriers.size() && count > 1; ++more) {
      if (!hold_the_same(barriers[i], barriers[more])) continue;
      list.items.push_back({std::move(heading), {}});
      heading = words.heading_of(barriers[more]);
    }
    list.items.push_back({std::move(heading), std::move(all)});
  }
  return list;
}

void add_barriers(page::Page& page, const Assessment& assessment,
                  const std::vector<Barrier>& barriers, const BarrierView& view) {
  if (barriers.empty()) return;
  const bool gates = barriers.front().gate != kNoComponent;
  page.heading(std::string(say(page.language, gates ? Words{"Indicators that hold others back",
                                                            "Indikator yang menahan indikator lain"}
                                                    : Words{"Obstacles", "Kendala"})),
               2);
  page.add({barriers_list(assessment, barriers, view, page.language)});
}

Json barriers_json(const Assessment& assessment, const std::vector<Barrier>& barriers) {
  const Instrument& instrument = *assessment.instrument;
  Json list = Json::array();
  for (const Barrier& barrier : barriers) {
    JsonNumbers numbers;
    Json json;
    if (barrier.gate != kNoComponent) {
      json["kind"] = "prerequisite";
      json["id"] = instrument.at(barrier.gate).id;
      numbers.put(json, "level", barrier.gate_level);
      numbers.put(json, "contribution", barrier.own);
    } else {
      const Obstacle& obstacle = assessment.obstacles[barrier.obstacle];
      json["kind"] = "obstacle";
      json["id"] = obstacle.id;
      json["text"] = obstacle.text;
      json["units"] = obstacle.units;
      numbers.put(json, "at", obstacle.at);
    }
    Json holds = Json::array();
    for (const ComponentIndex i : barrier.holds) holds.push_back(instrument.at(i).id);
    json["holds"] = std::move(holds);
    numbers.put(json, "ceiling", barrier.ceiling);
    numbers.put(json, "worth", barrier.worth);
    numbers.put(json, "first_levels", barrier.first);
    numbers.put(json, "alone", barrier.alone);
    numbers.name_rounded(json);
    list.push_back(std::move(json));
  }
  return list;
}

std::string advice_note(const RuleSet& rules, Language language) {
  if (rules.edition == nullptr) {
    return std::string(
        say(language, {"No prerequisites are applied.", "Tidak ada prasyarat yang diterapkan."}));
  }
  return fill(say(language, {"Prerequisites are advice drawn from {0}, not part of the "
                             "formula.",
                             "Prasyarat adalah anjuran dari {0}, bukan bagian dari rumus."}),
              {rules.edition->name});
}

std::string unit_list(const std::vector<std::string>& units) {
  std::string out;
  for (const std::string& unit : units) out += (out.empty() ? "" : ", ") + unit;
  return out;
}

}  // namespace spbe
