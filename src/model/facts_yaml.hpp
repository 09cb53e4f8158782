#pragma once

#include <string>

#include "model/facts.hpp"

namespace spbe {

// Pieces of YAML that say what a cell says, on one line.
std::string yaml_braces(const std::vector<std::pair<std::string, Fact>>& pairs);  // "{a: 1, b: 2}"
std::string yaml_list(const Fact& fact);      // "Bappeda", or "[Bappeda, Diskominfo]"
std::string yaml_evidence(const Fact& fact);  // "SK Tim", or "[{text: SK Tim, date: 2024-05-02}]"
std::string yaml_numbers(const Fact& fact);   // "2", or "[2, 3]"
// "level: 3" or what gave it, and "unit: Bappeda", "target: 4" ...: key and value of each thing
// that is said.
std::vector<std::pair<std::string, Fact>> yaml_pairs(const IndicatorFacts& facts);
std::vector<std::pair<std::string, Fact>> yaml_pairs(const ObstacleFacts& facts);
std::vector<std::pair<std::string, Fact>> yaml_pairs(const WaiverFacts& facts);

}  // namespace spbe
