#include <fmt/format.h>

#include <algorithm>

#include "commands/targets/report.hpp"
#include "render/barriers.hpp"
#include "render/messages.hpp"
#include "render/style.hpp"
#include "render/unit_words.hpp"
#include "render/wording.hpp"

namespace spbe {

namespace {

class TargetsPage {
 public:
  TargetsPage(const TargetsReport& report, Language language)
      : report_(report),
        now_(*report.now),
        picture_(*report.picture),
        instrument_(*report.now->result.instrument),
        language_(language),
        names_(report.names) {}

  page::Page run() {
    page_.language = language_;
    const Assessment& assessment = now_.assessment;
    page_.heading(
        fmt::format("{} · {} · {}", assessment.institution, assessment.year, instrument_.name));
    const std::string replaced = superseded_remark(instrument_, target_year(assessment), language_);
    if (!replaced.empty()) page_.paragraph(replaced, page::Paragraph::Role::caution);
    page_.paragraph(outcome(), page::Paragraph::Role::summary);
    if (picture_.units.empty()) {
      page_.paragraph(tr({"No indicator has a target above its level.",
                          "Tidak ada indikator dengan target di atas tingkatnya."}));
    } else {
      add_units();
      add_failures();
    }
    add_parts();
    add_broken();
    add_addition();
    add_below();
    std::vector<std::string> lines = standing(instrument_, assessment.year, language_);
    std::erase(lines, replaced);
    page_.remarks(lines);
    return std::move(page_);
  }

 private:
  std::string tr(const Words& words) const { return std::string(say(language_, words)); }
  std::string unit_words(const Words& words) const {
    return of_units(now_.assessment, say(language_, words));
  }
  std::string told(const Words& words, const std::vector<std::string>& args) const {
    return fill(say(language_, words), args);
  }

  page::Cell named(ComponentIndex component) const {
    return page::named(instrument_.at(component), page::Tone::plain, names_);
  }

  std::string index(const IndexResult& result) const {
    return fmt::format("{} {}", interval_number(language_, result.index),
                       category_names(instrument_, result.categories));
  }

  std::string goal_name() const {
    return name_of_goal(instrument_, *picture_.goal, now_.result.basis, language_);
  }

  std::string outcome() const {
    std::string text =
        told({"{0} {1} now; {2} if every target is kept.",
              "{0} kini {1}; menjadi {2} bila semua target tercapai."},
             {instrument_.index_name, index(now_.result), index(picture_.then.result)});
    if (!picture_.goal) return text;
    if (picture_.reached == Answer::yes) {
      text += " " + told({"The goal, {0}, is reached.", "Sasaran {0} tercapai."}, {goal_name()});
    } else if (picture_.reached == Answer::maybe) {
      text += " " +
              told({"Whether the goal, {0}, is reached depends on levels that are not known.",
                    "Tercapai tidaknya sasaran {0} bergantung pada tingkat yang belum diketahui."},
                   {goal_name()});
    } else {
      const Ratio short_by = picture_.goal->index - picture_.then.result.index.high;
      text += " " + told({"The goal, {0}, is missed by {1}.",
                          "Sasaran {0} tidak tercapai; masih perlu {1}."},
                         {goal_name(), exact_number(language_, short_by)});
    }
    return text;
  }

  std::string unit_name(const UnitTargets& unit) const {
    return unit.unit.empty() ? unit_words({"no unit named", "tanpa perangkat daerah"}) : unit.unit;
  }

  bool any_due() const {
    return std::ranges::any_of(picture_.units, [](const UnitTargets& unit) {
      return std::ranges::any_of(unit.targets,
                                 [](const LevelTarget& target) { return target.due.has_value(); });
    });
  }

  void add_units() {
    page_.heading(unit_words({"By unit", "Per perangkat daerah"}), 2);
    page::Table table;
    table.name = unit_words({"Units", "Perangkat Daerah"});
    table.columns = {
        page::Column::left(unit_words({"unit, indicator", "perangkat daerah, indikator"}))
            .yielding(),
        page::Column::right(tr({"now", "kini"})), page::Column::right(tr({"target", "target"})),
        page::Column::right(tr({"gap", "selisih"})),
        page::Column::right(tr({"index points", "poin indeks"}))};
    const bool dated = any_due();
    if (dated) table.columns.push_back(page::Column::left(tr({"due", "tenggat"})));
    for (const UnitTargets& unit : picture_.units) {
      page::Cell whose(unit_name(unit));
      whose.whole = true;
      table.add({std::move(whose),
                 {},
                 {},
                 {},
                 page::Change{.difference = unit.contribution, .places = 4}},
                0, page::Row::Role::group);
      for (const LevelTarget& target : unit.targets) {
        page::Cell level = page::Unknown{};
        page::Cell gap = page::Unknown{};
        if (target.level.exact()) {
          level = page::Number{target.level.low};
          gap = page::Number{target.target - target.level.low};
        }
        page::Cell name = named(target.indicator);
        name.note = sharers(target.indicator, unit.unit);
        std::vector<page::Cell> cells = {
            std::move(name), level, page::Number{target.target}, gap,
            page::Change{.difference = target.contribution, .places = 4}};
        if (dated) cells.emplace_back(target.due ? to_string(*target.due) : std::string());
        table.add(std::move(cells), 1);
      }
    }
    const Interval all = picture_.contribution();
    table.add({tr({"all targets", "semua target"}),
               {},
               {},
               {},
               page::Change{.difference = all, .places = 4}},
              0, page::Row::Role::total);
    page_.add({std::move(table)});
    if (picture_.units_sum() == all) return;
    page_.paragraph(
        unit_words({"What several units share counts with each of them, so the units add up to "
                    "more than all targets.",
                    "Target bersama dihitung pada tiap perangkat daerahnya, sehingga jumlah "
                    "poin per perangkat daerah melebihi poin semua target."}),
        page::Paragraph::Role::remark);
  }

  // "with Bappeda", when the target is that of others too.
  std::string sharers(ComponentIndex indicator, const std::string& unit) const {
    const Details* details = now_.assessment.details_of(indicator);
    if (details == nullptr) return {};
    std::vector<std::string> others;
    for (const std::string& one : details->units) {
      if (one != unit && std::ranges::find(others, one) == others.end()) others.push_back(one);
    }
    if (others.empty()) return {};
    return told({"with {0}", "bersama {0}"}, {unit_list(others)});
  }

  void add_failures() {
    if (!picture_.goal || picture_.reached != Answer::yes) return;
    std::string alone;
    std::string open;
    for (const UnitTargets& unit : picture_.units) {
      std::string& list = unit.reached == Answer::no ? alone : open;
      if (unit.reached == Answer::yes) continue;
      list += (list.empty() ? "" : "; ") + unit_name(unit) +
              fmt::format(" ({})", interval_number(language_, unit.without, 4));
    }
    page_.heading(tr({"Who the goal hangs on", "Siapa yang menentukan sasaran"}), 2);
    if (!alone.empty()) {
      page_.paragraph(
          told({"Missed if one of these alone keeps none of its targets (the index then): {0}.",
                "Sasaran tidak tercapai bila satu saja di antaranya tidak memenuhi targetnya "
                "(indeks menjadi): {0}."},
               {alone}));
    }
    if (!open.empty()) {
      page_.paragraph(
          told({"Not certain without: {0}.", "Belum pasti tercapai tanpa: {0}."}, {open}));
    }
    if (!picture_.pairs.empty()) {
      constexpr std::size_t kShown = 10;
      std::string pairs;
      for (std::size_t i = 0; i < std::min(kShown, picture_.pairs.size()); ++i) {
        const auto& [a, b] = picture_.pairs[i];
        pairs += (i == 0 ? "" : "; ") + unit_name(picture_.units[a]) + " + " +
                 unit_name(picture_.units[b]);
      }
      if (picture_.pairs.size() > kShown) pairs += "; …";
      page_.paragraph(told({"Missed if both of a pair keep none of their targets ({0} pairs): {1}.",
                            "Sasaran tidak tercapai bila keduanya dalam satu pasangan tidak "
                            "memenuhi targetnya ({0} pasangan): {1}."},
                           {std::to_string(picture_.pairs.size()), pairs}));
    }
    if (alone.empty() && open.empty() && picture_.pairs.empty()) {
      page_.paragraph(
          unit_words({"It is reached even if any two units keep none of their targets.",
                      "Sasaran tetap tercapai sekalipun dua perangkat daerah mana pun tidak "
                      "memenuhi targetnya."}));
    }
  }

  void add_parts() {
    page_.heading(tr({"By domain and aspect", "Per domain dan aspek"}), 2);
    const bool goals = std::ranges::any_of(
        picture_.parts, [](const PartTargets& part) { return part.goal.has_value(); });
    page::Table table;
    table.name = tr({"Domains", "Domain"});
    table.columns = {page::Column::left(tr({"domain, aspect", "domain, aspek"})).yielding(),
                     page::Column::right(tr({"now", "kini"})),
                     page::Column::right(tr({"then", "menjadi"})),
                     page::Column::right(tr({"gap", "selisih"})),
                     page::Column::right(tr({"index points", "poin indeks"}))};
    if (goals) table.columns.push_back(page::Column::right(tr({"its goal", "sasaran"})));
    for (const PartTargets& part : picture_.parts) {
      const Component& c = instrument_.at(part.component);
      std::vector<page::Cell> cells = {
          named(part.component), page::Range{part.now}, page::Range{part.then},
          page::Change{.difference = part.contribution * (Ratio(1) / c.worth)},
          page::Change{.difference = part.contribution, .places = 4}};
      if (goals && part.goal) {
        const bool missed = part.then.high < *part.goal;
        cells.emplace_back(page::Number{*part.goal, 2},
                           missed ? page::Tone::bad : page::Tone::good);
        if (missed) cells.back().note = tr({"missed", "tidak tercapai"});
      }
      table.add(std::move(cells), c.depth);
    }
    page_.add({std::move(table)});
  }

  void add_broken() {
    if (picture_.broken.empty()) return;
    page_.heading(
        tr({"Targets that a prerequisite stands against", "Target yang terhalang prasyarat"}), 2);
    page::List list;
    for (const BrokenRule& broken : picture_.broken) {
      std::string needs;
      for (const auto& need : broken.unmet) {
        needs += (needs.empty() ? "" : ", ") +
                 told({"{0} at level {1}", "{0} di tingkat {1}"},
                      {instrument_.at(need.indicator).key, exact_number(language_, need.level)});
      }
      list.items.push_back(
          {"", told({"Indicator {0} presupposes: {1}.", "Indikator {0} mensyaratkan: {1}."},
                    {instrument_.at(broken.indicator).key, needs})});
    }
    page_.add({std::move(list)});
  }

  void add_addition() {
    if (report_.addition == nullptr) return;
    const Plan& plan = *report_.addition;
    page_.heading(tr({"The least that must be added", "Tambahan terkecil yang diperlukan"}), 2);
    if (!plan.reached) {
      page_.paragraph(told({"Even with everything added only {0} can be reached.",
                            "Dengan semua tambahan pun hanya {0} yang dapat dicapai."},
                           {exact_number(language_, plan.best)}));
      return;
    }
    page::Table table;
    table.name = tr({"Steps", "Langkah"});
    table.columns = {page::Column::left(tr({"step", "langkah"})).yielding(),
                     page::Column::right(tr({"level", "tingkat"})),
                     page::Column::right(tr({"index points", "poin indeks"})),
                     page::Column::right(tr({"index", "indeks"}))};
    for (const Step& step : plan.steps) {
      if (step.indicator == kNoComponent) {
        const Obstacle& obstacle = now_.assessment.obstacles[step.obstacle];
        page::Cell what(told({"remove: {0}", "hilangkan: {0}"}, {obstacle.text}));
        what.whole = true;
        table.add({std::move(what)});
        continue;
      }
      table.add({named(step.indicator), page::Step{step.from, step.to},
                 page::Change{.difference = Interval::point(step.contribution), .places = 4},
                 page::Number{step.index, 4}});
    }
    page_.add({std::move(table)});
  }

  void add_below() {
    if (picture_.below.empty()) return;
    page_.paragraph(
        told({"The target is below the level, which stays: {0}.",
              "Target di bawah tingkat yang sudah dicapai (tingkat itu tetap berlaku): {0}."},
             {named_indicators(instrument_, picture_.below, language_)}),
        page::Paragraph::Role::remark);
  }

  const TargetsReport& report_;
  const Evaluation& now_;
  const TargetPicture& picture_;
  const Instrument& instrument_;
  Language language_;
  page::Names names_;
  page::Page page_;
};

}  // namespace

page::Page targets_page(const TargetsReport& report, Language language) {
  return TargetsPage(report, language).run();
}

}  // namespace spbe
