#pragma once

#include <string>
#include <vector>

#include "spbe/analysis/evaluation.hpp"
#include "spbe/analysis/targets.hpp"
#include "spbe/render/language.hpp"

namespace spbe {

// Words that several screens share.

inline const std::string& text_in(Language language, const Bilingual& text) {
  return language == Language::indonesian ? text.indonesian : text.english;
}

// "Kota Bandar Lampung": a column of names that all begin with "Pemerintah" would show only that.
std::string short_institution(std::string_view institution);

// "self-assessment"; empty when the file says nothing.
std::string_view stage_name(Stage stage, Language language);

// "1.3", or "20/6" for a weight that does not end in decimals.
std::string weight_text(Language language, Ratio weight);

// On what a prerequisite rests: "level criterion".
std::string_view basis_words(Language language, PrerequisiteBasis basis);

// "Cukup", or "Kurang / Cukup", "Kurang–Baik" when the index is not known well enough.
std::string category_names(const Instrument& instrument,
                           const std::vector<std::size_t>& categories);

// "Indeks SDI (Bappenas)".
std::string external_name(const ExternalIndex& index, Language language);

// "11, 12, 21-31": keys, with runs of three and more as ranges. `indicators` in order.
std::string indicator_list(const Instrument& instrument,
                           const std::vector<ComponentIndex>& indicators);
// With its noun: "indicator 12", "indicators 21-31".
std::string named_indicators(const Instrument& instrument,
                             const std::vector<ComponentIndex>& indicators, Language language);

// Says what has taken the instrument's place when it no longer counts in `year`; else empty.
std::string superseded_remark(const Instrument& instrument, int year, Language language);
// The same of each of these, once, as it is said of many files.
std::vector<std::string> replaced(const std::vector<const Instrument*>& instruments, int year,
                                  Language language);
// What is to be known of an instrument beside every result of it: that another has taken its place
// in `year`, and its caution. May be empty.
std::vector<std::string> standing(const Instrument& instrument, int year, Language language);

// One line for each thing that was not exact, or is not as it seems; plain sentences.
std::vector<std::string> remarks(const Evaluation& evaluation, Language language);

// What is to be said of every result of these instruments, each once, after the instrument's name.
std::vector<std::string> cautions(const std::vector<const Instrument*>& instruments,
                                  Language language);

// "2023 has a second result, FILE, which is not shown."
std::string set_aside_remark(const Evaluation& result, Language language);

// Where a predikat begins: "2.60", or "2.60, as 2.595 is shown".
std::string category_bound(const Instrument& instrument, std::size_t category, CategoryBasis basis,
                           Language language);

// "Baik (2.60)", or the index alone, as it is shown.
std::string name_of_goal(const Instrument& instrument, const Goal& goal, CategoryBasis basis,
                         Language language);

// The range of the index in words: "0.4455 short of Baik (2.60)"; empty at the top.
std::string distance_to_next(const IndexResult& result, Language language);

// Whether the two values as shown differ by the difference as shown; true where one has none.
bool adds_up(const Interval& before, const Interval& after, const Interval& difference);
std::string differences_remark(Language language);

// Where in a regulation: "pp. 87-124", whose pages have another name in Indonesian.
std::string place_words(Language language, const std::string& place);

// "domain", "aspek", "indikator".
std::string_view kind_name(ComponentKind kind, Language language);

}  // namespace spbe
