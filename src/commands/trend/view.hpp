#pragma once

#include <string>
#include <vector>

#include "commands/trend/report.hpp"

namespace spbe {

// The index and the components of one institution.
page::Table trend_table(const Trend& trend, ComponentKind by, Language language);
// The index of many, a row each.
page::Table trend_overview(const std::vector<Trend>& trends, Language language);

// "Pemerintah Kota Bandar Lampung · 2021–2023 · PermenPANRB 59/2020".
std::string trend_title(const Trend& trend);
// How the index went, a sentence for each span,
// and what of the rows of `by` fell.
std::vector<std::string> trend_sentences(const Trend& trend, ComponentKind by, Language language);
std::vector<std::string> trend_remarks(const Trend& trend, ComponentKind by, Language language);
// "Indeks SPBE · 2021–2024 · 5 institutions".
std::string overview_title(const std::vector<Trend>& trends, Language language);
// "3 of 5 institutions rose, 1 fell, 1 stayed."
std::string overview_summary(const std::vector<Trend>& trends, Language language);
std::vector<std::string> overview_remarks(const std::vector<Trend>& trends, Language language);

}  // namespace spbe
