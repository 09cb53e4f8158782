#include <fmt/format.h>

#include "commands/explain/report.hpp"
#include "render/barriers.hpp"
#include "render/markdown.hpp"
#include "render/wording.hpp"

namespace spbe {

std::string explain_markdown(const ExplainReport& report, Language language) {
  const Style style{language, 80, false};
  const Assessment& assessment = report.evaluation->assessment;
  const IndexResult& result = report.evaluation->result;
  const Instrument& instrument = *result.instrument;
  const auto tr = [&](const Words& words) { return say(language, words); };
  std::string out = fmt::format("### {} · {} · {}\n\n", markdown_text(assessment.institution),
                                assessment.year, markdown_text(instrument.name));
  out +=
      fmt::format("|  | {} | {} |\n|:--|:--|--:|\n", tr({"sum", "jumlah"}), tr({"value", "nilai"}));
  for (const FormulaPart& part : formula_parts(result, report.component, style)) {
    const Component& c = instrument.at(part.component);
    out += fmt::format("| {} {} | {} | {} |\n", markdown_text(c.id), markdown_text(c.name),
                       markdown_text(part.terms), markdown_text(part.value));
  }
  if (report.component == kNoComponent) {
    out += fmt::format("\n**{}** = {}; {}\n", markdown_text(instrument.index_name),
                       markdown_text(index_formula(result, style)),
                       markdown_text(index_verdict(result, style)));
    const std::string barriers = barriers_markdown(assessment, report.barriers, false, language);
    if (!barriers.empty()) {
      out += "\n" + barriers + "\n" + markdown_text(advice_note(report.rules, style)) + "\n";
    }
  }
  for (const std::string& line : remarks(*report.evaluation, style)) {
    out += "\n" + markdown_text(line) + "\n";
  }
  return out;
}

std::string indicator_markdown(const ExplainReport& report, Language language) {
  const Style style{language, 80, false};
  const Component& c = report.evaluation->result.instrument->at(report.component);
  std::string out =
      fmt::format("### {} {}\n\n|  |  |\n|:--|:--|\n", markdown_text(c.key), markdown_text(c.name));
  for (const auto& [heading, text] : indicator_facts(report, style)) {
    out += fmt::format("| {} | {} |\n", markdown_text(heading), markdown_text(text));
  }
  return out;
}

}  // namespace spbe
