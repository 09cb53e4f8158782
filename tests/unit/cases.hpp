#pragma once

#include <array>
#include <cstdlib>
#include <memory>
#include <optional>
#include <random>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "model/instrument_reader.hpp"
#include "spbe/spbe.hpp"

// Assessments and definitions made from text, for the tests.
namespace spbe::testing {

inline std::shared_ptr<const Source> source_of(std::string text) {
  return std::make_shared<const Source>("uji.yaml", std::move(text));
}

inline const Catalog& catalog() {
  static const Catalog built_in;
  return built_in;
}

// Every message as the command line prints it, without source lines.
inline std::string messages(const Diagnostics& diagnostics) {
  std::string out;
  for (const Diagnostic& diagnostic : diagnostics.list()) out += render_diagnostic(diagnostic, {});
  return out;
}

inline Assessment assessment_of(const std::string& text, const Catalog& definitions = catalog()) {
  Diagnostics diagnostics;
  auto assessment = read_assessment(source_of(text), definitions, diagnostics);
  if (!assessment) throw std::runtime_error(messages(diagnostics));
  return std::move(*assessment);
}

inline std::string header(int year = 2024) {
  return "institution: Kota Uji\nyear: " + std::to_string(year) + "\n";
}

// "1: 3, 2: 1, ...", for indicators numbered from 1; level -1 is left out.
inline std::string numbered(const std::vector<int>& levels) {
  std::string out;
  for (std::size_t i = 0; i < levels.size(); ++i) {
    if (levels[i] < 0) continue;
    out += (out.empty() ? "" : ", ") + std::to_string(i + 1) + ": " + std::to_string(levels[i]);
  }
  return out;
}

inline Assessment with_levels(const std::vector<int>& levels, int year = 2024) {
  return assessment_of(header(year) + "scores: {" + numbered(levels) + "}\n");
}

inline std::shared_ptr<const Instrument> instrument_of(const std::string& text) {
  Diagnostics diagnostics;
  auto instrument = read_instrument(source_of(text), diagnostics);
  if (!instrument) throw std::runtime_error(messages(diagnostics));
  return instrument;
}

// An assessment of `instrument` with a level, or none, for each of its indicators.
inline Assessment with_levels(std::shared_ptr<const Instrument> instrument,
                              const std::vector<std::optional<Ratio>>& levels) {
  Assessment assessment;
  assessment.source = source_of("");
  assessment.instrument = std::move(instrument);
  assessment.year = 2024;
  assessment.scores.resize(assessment.instrument->components.size());
  for (std::size_t i = 0; i < levels.size(); ++i) {
    if (!levels[i]) continue;
    Score& score = assessment.scores[assessment.instrument->indicators[i]];
    score.kind = Score::Kind::level;
    score.level = *levels[i];
  }
  return assessment;
}

// Numbers that are the same on every run and machine.
class Dice {
 public:
  explicit Dice(unsigned seed) : engine_(seed) {}
  int between(int low, int high) {
    const auto range = static_cast<unsigned>(high - low + 1);
    return low + static_cast<int>(engine_() % range);
  }
  std::vector<int> levels(std::size_t count, int low, int high) {
    std::vector<int> out(count);
    for (int& level : out) level = between(low, high);
    return out;
  }

 private:
  std::minstd_rand engine_;
};

// 47 levels whose index under PermenPANRB 59/2020 is exactly `index`.
inline std::vector<int> levels_for(Ratio index) {
  const auto instrument = catalog().find("permenpanrb-59-2020");
  constexpr std::int64_t kUnits = 2000;  // weights are whole multiples of 0.05 percent
  std::vector<std::int64_t> weights;
  for (const ComponentIndex i : instrument->indicators) {
    weights.push_back((instrument->at(i).weight * Ratio(kUnits, 100)).num());
  }
  const auto target = static_cast<std::size_t>((index * Ratio(kUnits)).num());
  // reached[i][s]: the level of indicator i with which the first i + 1 sum to s, or 0.
  std::vector<std::vector<int>> reached(weights.size() + 1, std::vector<int>(target + 1, 0));
  reached[0][0] = 1;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    for (std::size_t sum = 0; sum <= target; ++sum) {
      if (reached[i][sum] == 0) continue;
      for (int level = 1; level <= 5; ++level) {
        const std::size_t next = sum + static_cast<std::size_t>(weights[i] * level);
        if (next <= target) reached[i + 1][next] = level;
      }
    }
  }
  if (reached[weights.size()][target] == 0) throw std::runtime_error("no levels give that index");
  std::vector<int> levels(weights.size());
  std::size_t sum = target;
  for (std::size_t i = weights.size(); i-- > 0;) {
    levels[i] = reached[i + 1][sum];
    sum -= static_cast<std::size_t>(weights[i] * levels[i]);
  }
  return levels;
}

}  // namespace spbe::testing
