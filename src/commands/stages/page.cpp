#include <fmt/format.h>

#include <algorithm>

#include "commands/stages/report.hpp"
#include "render/messages.hpp"
#include "render/style.hpp"
#include "render/unit_words.hpp"
#include "render/wording.hpp"

namespace spbe {

std::string stage_label(const Evaluation& evaluation, Language language) {
  const Stage stage = evaluation.assessment.stage;
  if (stage == Stage::unsaid) {
    return std::string(say(language, {"no stage given", "tanpa tahap"}));
  }
  // The words of the official process in either language; this one alone is not among them.
  if (stage == Stage::verified) return std::string(stage_name(stage, language));
  return std::string(to_string(stage));
}

namespace {

class StagesPage {
 public:
  StagesPage(const Stages& stages, Language language) : stages_(stages), page_{language} {}

  page::Page write() {
    for (const StageHistory& history : stages_.institutions) {
      for (const StageYear& year : history.years) add_year(history, year);
      add_again(history);
    }
    std::vector<std::string> lines;
    if (odd_difference_) lines.push_back(differences_remark(page_.language));
    for (const Evaluation* one : stages_.single) {
      lines.push_back(
          told({"{0}, {1}: only one stage ({2}), not shown.",
                "{0}, {1}: hanya satu tahap ({2}), tidak ditampilkan."},
               {one->assessment.institution, std::to_string(one->assessment.year), label(*one)}));
    }
    std::vector<const Instrument*> instruments;
    for (const StageHistory& history : stages_.institutions) {
      for (const StageYear& year : history.years) {
        instruments.push_back(year.stages.front()->result.instrument.get());
        for (std::string& line : replaced({instruments.back()}, year.year, page_.language)) {
          if (std::ranges::find(lines, line) == lines.end()) lines.push_back(std::move(line));
        }
      }
    }
    for (std::string& line : cautions(instruments, page_.language))
      lines.push_back(std::move(line));
    page_.remarks(lines);
    return std::move(page_);
  }

 private:
  std::string tr(const Words& words) const { return std::string(say(page_.language, words)); }
  std::string told(const Words& words, const std::vector<std::string>& args) const {
    return fill(say(page_.language, words), args);
  }
  std::string label(const Evaluation& one) const { return stage_label(one, page_.language); }

  void add_year(const StageHistory& history, const StageYear& year) {
    const Instrument& instrument = *year.stages.back()->result.instrument;
    page_.heading(fmt::format("{} · {} · {}", history.institution, year.year, instrument.name));
    page_.paragraph(summary(year, instrument), page::Paragraph::Role::summary);
    add_values(year, instrument);
    if (year.changes.empty()) return;
    add_changes(year, instrument);
    add_units(year);
  }

  std::string summary(const StageYear& year, const Instrument& instrument) const {
    const auto result = [&](const Evaluation& one) {
      return fmt::format("{} {} {}", label(one), interval_number(page_.language, one.result.index),
                         category_names(instrument, one.result.categories));
    };
    return told(
        {"{0}: {1}, then {2} ({3}). Indicators lowered: {4}; raised: {5}; as they were: {6}.",
         "{0}: {1}, lalu {2} ({3}). Indikator yang diturunkan: {4}; dinaikkan: {5}; tetap: {6}."},
        {instrument.index_name, result(*year.stages.front()), result(*year.stages.back()),
         signed_change(page_.language, year.index), std::to_string(year.lowered),
         std::to_string(year.raised), std::to_string(year.same)});
  }

  page::Table table_of(const StageYear& year, std::string heading, std::string last) const {
    page::Table table;
    table.columns.push_back(page::Column::left(std::move(heading)).yielding());
    for (const Evaluation* stage : year.stages) {
      table.columns.push_back(page::Column::right(label(*stage)));
    }
    table.columns.push_back(page::Column::right(std::move(last)));
    return table;
  }

  void add_values(const StageYear& year, const Instrument& instrument) {
    page::Table table = table_of(year, "", tr({"change", "perubahan"}));
    table.name = tr({"Values", "Nilai"});
    const auto add = [&](page::Cell name, const auto& value_of, std::size_t depth) {
      std::vector<page::Cell> cells = {std::move(name)};
      for (const Evaluation* stage : year.stages) cells.emplace_back(value_of(*stage));
      const Interval change = difference_of(year, value_of);
      odd_difference_ = odd_difference_ || !adds_up(value_of(*year.stages.front()).value,
                                                    value_of(*year.stages.back()).value, change);
      cells.emplace_back(page::Change{.difference = change});
      table.add(std::move(cells), depth);
    };
    add(
        instrument.index_name, [](const Evaluation& one) { return page::Range{one.result.index}; },
        0);
    for (const ComponentIndex root : instrument.roots) {
      add(
          page::named(instrument.at(root)),
          [&](const Evaluation& one) { return page::Range{one.result.components[root].value}; }, 1);
    }
    page_.add({std::move(table)});
  }

  template <class ValueOf>
  static Interval difference_of(const StageYear& year, const ValueOf& value_of) {
    return difference(value_of(*year.stages.back()).value, value_of(*year.stages.front()).value);
  }

  void add_changes(const StageYear& year, const Instrument& instrument) {
    page_.heading(tr({"What the assessors changed", "Yang diubah asesor"}), 2);
    page::Table table =
        table_of(year, tr({"indicator", "indikator"}), tr({"index points", "poin indeks"}));
    table.name = tr({"Changes", "Perubahan"});
    for (const StageChange& change : year.changes) {
      std::vector<page::Cell> cells = {page::named(instrument.at(change.component))};
      const bool level = instrument.at(change.component).is_indicator();
      for (std::size_t i = 0; i < year.stages.size(); ++i) {
        page::Cell cell = page::Unknown{};
        if (change.known[i]) {
          cell = page::Range{change.values[i], level ? page::kAllDigits : kShownPlaces};
        }
        const bool before = i > 0 && change.known[i - 1] && change.known[i];
        if (before && change.values[i].high < change.values[i - 1].low) {
          cell.tone = page::Tone::bad;
        } else if (before && change.values[i].low > change.values[i - 1].high) {
          cell.tone = page::Tone::good;
        }
        cells.push_back(std::move(cell));
      }
      cells.emplace_back(page::Change{.difference = change.contribution, .places = 4});
      table.add(std::move(cells));
    }
    page_.add({std::move(table)});
  }

  void add_units(const StageYear& year) {
    const bool named = year.units.size() > 1 || !year.units.front().unit.empty();
    if (!named) return;
    const Assessment& whose = year.stages.back()->assessment;
    const auto unit_words = [&](const Words& words) { return of_units(whose, tr(words)); };
    page_.heading(unit_words({"By unit", "Per perangkat daerah"}), 2);
    page::Table table{{page::Column::left(unit_words({"unit", "perangkat daerah"})).yielding(),
                       page::Column::right(tr({"lowered", "diturunkan"})),
                       page::Column::right(tr({"raised", "dinaikkan"})),
                       page::Column::right(tr({"index points", "poin indeks"}))}};
    table.name = unit_words({"Units", "Perangkat Daerah"});
    for (const StageUnit& unit : year.units) {
      table.add(
          {unit.unit.empty() ? unit_words({"no unit named", "tanpa perangkat daerah"}) : unit.unit,
           page::count(unit.lowered), page::count(unit.raised),
           page::Change{.difference = unit.contribution, .places = 4}});
    }
    page_.add({std::move(table)});
  }

  void add_again(const StageHistory& history) {
    if (history.again.empty()) return;
    page_.heading(tr({"Lowered again and again", "Berulang kali diturunkan"}), 2);
    page::Table table{{page::Column::left(tr({"indicator", "indikator"})).yielding(),
                       page::Column::right(tr({"years", "tahun"})),
                       page::Column::left(tr({"lowered in", "diturunkan pada"}))}};
    table.name = tr({"Again", "Berulang"});
    for (const LoweredAgain& part : history.again) {
      std::string years;
      for (const int year : part.years) {
        years += (years.empty() ? "" : ", ") + std::to_string(year);
      }
      table.add({page::named(part.instrument->at(part.component)),
                 page::Share{part.years.size(), part.of}, std::move(years)});
    }
    page_.add({std::move(table)});
  }

  const Stages& stages_;
  bool odd_difference_ = false;  // one that is not that of the values beside it
  page::Page page_;
};

}  // namespace

page::Page stages_page(const Stages& stages, Language language) {
  return StagesPage(stages, language).write();
}

}  // namespace spbe
