#include <fmt/format.h>

#include "commands/compute/report.hpp"
#include "render/markdown.hpp"
#include "render/wording.hpp"

namespace spbe {

namespace {

std::string heading(const Evaluation& evaluation) {
  const Assessment& assessment = evaluation.assessment;
  return fmt::format("### {} · {} · {}\n\n", markdown_text(assessment.institution), assessment.year,
                     markdown_text(assessment.instrument->name));
}

}  // namespace

std::string compute_markdown(const ComputeReport& report, Language language) {
  const Style style{language, 80, false};
  const Evaluation& current = *report.current;
  const IndexResult& result = current.result;
  const Instrument& instrument = *result.instrument;
  const auto tr = [&](const Words& words) { return say(language, words); };
  std::string out = heading(current);
  out += fmt::format("**{} {} {}**", markdown_text(instrument.index_name),
                     interval_number(style, result.index),
                     markdown_text(category_names(instrument, result.categories.front(),
                                                  result.categories.back())));
  const Evaluation* previous = report.previous;
  const bool with_change = previous != nullptr && comparable(*previous, current);
  std::optional<Comparison> comparison;
  if (with_change) {
    comparison = compare(*previous, current);
    out += fmt::format(", {} {} {} ({})", signed_change(style, comparison->index),
                       tr({"from", "dari"}), interval_number(style, previous->result.index),
                       previous->assessment.year);
  }
  const std::string distance = distance_to_next(result, style);
  if (!distance.empty()) out += "; " + markdown_text(distance);
  out += fmt::format("\n\n|  | {} | {} |", tr({"bobot", "bobot"}), tr({"nilai", "nilai"}));
  if (with_change) out += fmt::format(" {} | {} |", previous->assessment.year, "±");
  out += with_change ? "\n|:--|--:|--:|--:|--:|\n" : "\n|:--|--:|--:|\n";
  for (ComponentIndex i = 0; i < instrument.components.size(); ++i) {
    const Component& c = instrument.at(i);
    if (c.is_indicator() && !report.details) continue;
    const ComponentResult& part = result.components[i];
    // Below a published value, in both years, there is nothing to say.
    if (part.covered && (!with_change || previous->result.components[i].covered)) continue;
    std::string indent;
    for (std::size_t d = 0; d < c.depth; ++d) indent += "&emsp;";
    const auto value = [&](const ComponentResult& p) {
      return p.known() ? interval_number(style, p.value) : std::string("-");
    };
    out += fmt::format("| {}{} {} | {}% | {} |", indent,
                       markdown_text(c.is_indicator() ? c.key : c.id), markdown_text(c.name),
                       number(style, c.weight, c.is_indicator() ? 2 : 1), value(part));
    if (with_change) {
      const Change& change = comparison->changes[i];
      const ComponentResult& before = previous->result.components[i];
      const bool shown = !part.covered && !before.covered;
      out += fmt::format(" {} | {} |", value(before),
                         shown ? signed_change(style, change.difference) : "");
    }
    out += '\n';
  }
  for (const std::string& line : remarks(current, style)) out += "\n" + markdown_text(line) + "\n";
  return out;
}

std::string overview_markdown(const std::vector<Summary>& rows, Language language) {
  const Style style{language, 80, false};
  const auto tr = [&](const Words& words) { return say(language, words); };
  std::string out =
      fmt::format("| {} | {} | {} | {} | {} |\n|:--|--:|--:|:--|--:|\n",
                  tr({"institution", "instansi"}), tr({"year", "tahun"}), tr({"index", "indeks"}),
                  tr({"category", "kategori"}), tr({"scored", "terisi"}));
  for (const Summary& row : rows) {
    out += fmt::format(
        "| {} | {} | {} | {} | {}/{} |\n", markdown_text(row.institution), row.year,
        interval_number(style, row.index),
        markdown_text(category_names(*row.instrument, row.lowest_category, row.highest_category)),
        row.scored, row.of);
  }
  return out;
}

}  // namespace spbe
