#pragma once

#include <string>
#include <vector>

#include "render/style.hpp"
#include "spbe/analysis/report.hpp"

namespace spbe {

// One result as `compute` shows it: with the year before, where there is one.
struct ComputeReport {
  const Evaluation* current = nullptr;
  const Evaluation* previous = nullptr;    // may be null
  std::vector<const Evaluation*> earlier;  // years to list in a row each, newest first
  bool details = false;                    // the indicators as well
};

std::string compute_text(const ComputeReport& report, const Style& style);
std::string compute_markdown(const ComputeReport& report, Language language);

// Many institutions, a row each, in the order given.
std::string overview_text(const std::vector<Summary>& rows, const Style& style);
std::string overview_markdown(const std::vector<Summary>& rows, Language language);

// "Cukup", or "Kurang / Cukup" when the index is not known well enough.
std::string category_names(const Instrument& instrument, std::size_t lowest, std::size_t highest);

// "11, 12, 21-31": keys, with runs of three and more as ranges. `indicators` in order.
std::string indicator_list(const Instrument& instrument,
                           const std::vector<ComponentIndex>& indicators);

// One line for each thing that was not exact, or is not as it seems; plain sentences.
std::vector<std::string> remarks(const Evaluation& evaluation, const Style& style);

// The range of the index in words: "0.4455 short of Baik (2.60)"; empty at the top.
std::string distance_to_next(const IndexResult& result, const Style& style);

// A text from a file, safe in a markdown table and in HTML.
std::string markdown_text(std::string_view text);

}  // namespace spbe
