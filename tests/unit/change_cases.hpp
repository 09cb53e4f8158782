#pragma once

#include <algorithm>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "catch.hpp"
#include "spbe/analysis/evaluation.hpp"
#include "spbe/model/catalog.hpp"

namespace spbe::change_test {

inline const Catalog& catalog() {
  static const Catalog all;
  return all;
}

inline Evaluation read(const std::string& text) {
  Diagnostics diagnostics;
  auto assessment =
      read_assessment(std::make_shared<const Source>("case.yaml", text), catalog(), diagnostics);
  for (const Diagnostic& d : diagnostics.list()) {
    if (d.severity == Severity::error) FAIL(d.code + "\n" + text);
  }
  return evaluate(std::move(*assessment));
}

// The same sequence on every machine: the standard's engines are defined, its distributions
// are not.
class Dice {
 public:
  explicit Dice(std::uint32_t seed) : engine_(seed) {}
  int roll(int low, int high) {
    const auto span = static_cast<std::uint32_t>(high - low + 1);
    return low + static_cast<int>(engine_() % span);
  }
  bool chance(int percent) { return roll(1, 100) <= percent; }
  template <typename T>
  void shuffle(std::vector<T>& list) {
    for (std::size_t i = list.size(); i > 1; --i) {
      std::swap(list[i - 1], list[static_cast<std::size_t>(roll(0, static_cast<int>(i) - 1))]);
    }
  }

 private:
  std::mt19937 engine_;
};

inline const std::vector<std::string>& instruments() {
  static const std::vector<std::string> ids = {"permenpanrb-59-2020", "permenpanrb-5-2018",
                                               "permenpanrb-8-2026"};
  return ids;
}

// Levels of every indicator, in the instrument's order.
using Levels = std::vector<Ratio>;

inline Levels random_levels(Dice& dice, const Instrument& instrument) {
  Levels levels;
  for (const ComponentIndex i : instrument.indicators) {
    const Scale& scale = instrument.scale_of(i);
    const int whole = dice.roll(scale.low, scale.high);
    const bool between = !scale.whole && whole < scale.high;
    levels.push_back(Ratio(whole) + (between ? Ratio(dice.roll(0, 99), 100) : Ratio(0)));
  }
  return levels;
}

// One line of `scores` for each indicator, or root, that the file tells of.
struct Case {
  std::string instrument;
  int year = 2024;
  std::vector<std::string> lines;
  std::string text() const {
    std::string out = "institution: Kota X\nyear: " + std::to_string(year) +
                      "\ninstrument: " + instrument + "\nscores:\n";
    for (const std::string& line : lines) out += "  " + line + "\n";
    return out;
  }
};

inline Case complete(const Instrument& instrument, const Levels& levels, Dice& dice) {
  static const std::vector<std::string> units = {
      "", "", ", unit: A", ", unit: B", ", units: [B, A]", ", unit: C"};
  Case result{instrument.id, 2024, {}};
  for (std::size_t i = 0; i < levels.size(); ++i) {
    const auto unit = static_cast<std::size_t>(dice.roll(0, static_cast<int>(units.size()) - 1));
    result.lines.push_back(instrument.at(instrument.indicators[i]).key +
                           ": {level: " + decimal(levels[i]) + units[unit] + "}");
  }
  return result;
}

// What is kept of a result: some roots only as published, some levels not at all.
struct Hidden {
  std::vector<bool> published;  // by root
  std::vector<bool> missing;    // by indicator
};

inline Hidden random_hidden(Dice& dice, const Instrument& instrument) {
  Hidden hidden;
  for (std::size_t i = 0; i < instrument.roots.size(); ++i) {
    hidden.published.push_back(dice.chance(25));
  }
  for (std::size_t i = 0; i < instrument.indicators.size(); ++i) {
    hidden.missing.push_back(dice.chance(8));
  }
  return hidden;
}

inline Case hide(const Case& full, const Evaluation& truth, const Hidden& hidden) {
  const Instrument& instrument = *truth.result.instrument;
  Case result{full.instrument, full.year, {}};
  for (std::size_t r = 0; r < instrument.roots.size(); ++r) {
    if (!hidden.published[r]) continue;
    const ComponentIndex root = instrument.roots[r];
    result.lines.push_back(instrument.at(root).id + ": " +
                           fixed(truth.result.components[root].value.low, 2));
  }
  for (std::size_t i = 0; i < instrument.indicators.size(); ++i) {
    const ComponentIndex indicator = instrument.indicators[i];
    bool covered = false;
    for (std::size_t r = 0; r < instrument.roots.size(); ++r) {
      covered =
          covered || (hidden.published[r] && instrument.is_within(indicator, instrument.roots[r]));
    }
    if (!covered && !hidden.missing[i]) result.lines.push_back(full.lines[i]);
  }
  if (result.lines.empty()) result.lines.push_back(full.lines.front());
  return result;
}

}  // namespace spbe::change_test
