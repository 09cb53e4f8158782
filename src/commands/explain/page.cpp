#include <fmt/format.h>

#include "commands/explain/report.hpp"
#include "render/barriers.hpp"
#include "render/wording.hpp"

namespace spbe {

page::Page explain_page(const ExplainReport& report, Language language) {
  const Assessment& assessment = report.evaluation->assessment;
  const IndexResult& result = report.evaluation->result;
  const Instrument& instrument = *result.instrument;
  const auto tr = [&](const Words& words) { return std::string(say(language, words)); };
  page::Page page{language};
  page.heading(
      fmt::format("{} · {} · {}", assessment.institution, assessment.year, instrument.name));
  const bool whole = report.component == kNoComponent;
  if (whole) {
    page.paragraph(
        tr({"Each level times its weight in percent; the sum over all indicators, divided by 100, "
            "is the index. The same sums divided by the weight of an aspect or domain are its own "
            "value. Nothing is rounded on the way.",
            "Setiap tingkat dikalikan bobotnya dalam persen; jumlah seluruh indikator dibagi 100 "
            "adalah indeks. Jumlah yang sama dibagi bobot aspek atau domain adalah nilainya. Tidak "
            "ada pembulatan di tengah perhitungan."}));
  }
  page::Formula formula;
  formula.headings = {tr({"sum", "jumlah"}), tr({"value", "nilai"})};
  for (FormulaPart& part : formula_parts(result, report.component, language)) {
    const Component& c = instrument.at(part.component);
    formula.items.push_back({c.id + "  " + c.name,
                             c.depth == 0 ? page::Tone::strong : page::Tone::plain,
                             {std::move(part.terms), std::move(part.value)}});
  }
  page.add({std::move(formula)});
  if (whole) {
    page::Formula index;
    index.items.push_back({instrument.index_name,
                           page::Tone::strong,
                           {"= " + index_formula(result, language), index_verdict(result, language),
                            distance_to_next(result, language)}});
    page.add({std::move(index)});
    BarrierView view;
    if (const auto goal = goal_of(*report.evaluation)) {
      view.target = goal->index;
      view.goal = name_of_goal(instrument, *goal, result.basis, language);
    }
    add_barriers(page, assessment, report.barriers, view);
    const bool gates = !report.barriers.empty() && report.barriers.front().gate != kNoComponent;
    if (gates) {
      page::List note{{{{}, advice_note(report.rules, language)}}, page::List::Shape::indented};
      page.add({std::move(note), true});
    }
  }
  page.remarks(remarks(*report.evaluation, language));
  return page;
}

page::Page indicator_page(const ExplainReport& report, Language language) {
  constexpr std::size_t kHang = 4;
  const Component& c = report.evaluation->result.instrument->at(report.component);
  page::Page page{language};
  page.add({page::Heading{1, c.key + "  " + c.name, kHang}});
  page.add({page::Facts{indicator_facts(report, language)}, true});
  // The criteria's caution, among the facts, says where an instrument comes from as well.
  const Assessment& assessment = report.evaluation->assessment;
  page.remarks(
      report.criteria == nullptr
          ? standing(*assessment.instrument, assessment.year, language)
          : std::vector{superseded_remark(*assessment.instrument, assessment.year, language)});
  return page;
}

}  // namespace spbe
