#pragma once

#include <string>
#include <vector>

#include "commands/report/report.hpp"
#include "render/barriers.hpp"
#include "render/style.hpp"
#include "spbe/render/language.hpp"

namespace spbe {

// What the sections of a report share: words, names and numbers.
class Teller {
 public:
  Teller(const InstitutionReport& report, Language language)
      : report_(report), language_(language) {}

  const InstitutionReport& report() const { return report_; }
  const Instrument& instrument() const { return report_.instrument(); }
  const Assessment& assessment() const { return report_.assessment(); }
  const IndexResult& result() const { return report_.current->result; }
  Language language() const { return language_; }
  // Everything in a report is in its language.
  page::Names names() const {
    return language_ == Language::english ? page::Names::translated : page::Names::official;
  }

  std::string tr(const Words& words) const { return std::string(say(language_, words)); }
  std::string put(const Words& words, const std::vector<std::string>& args) const;

  std::string exact(Ratio value) const { return exact_number(language_, value); }
  std::string shown(const Interval& value) const { return interval_number(language_, value); }
  std::string points(const Interval& change) const;  // "+0.495"
  static std::string year(const Evaluation& result) {
    return std::to_string(result.assessment.year);
  }
  std::string predikat(const Evaluation& result) const;

  std::string name(ComponentIndex component) const;                // "Layanan Publik"
  std::string named(ComponentIndex component) const;               // "A8 Layanan Publik"
  std::string brief(ComponentIndex component) const;               // short, where it is long
  std::string items(const std::vector<std::string>& parts) const;  // "a, b, and c"

  // All that is not an indicator, parents first.
  std::vector<ComponentIndex> groups() const;
  // The groups right above indicators: aspects.
  std::vector<ComponentIndex> aspects() const;
  std::vector<ComponentIndex> indicators_in(ComponentIndex group) const;
  // The units responsible for an indicator, in words; may be empty.
  std::string units(ComponentIndex indicator) const;
  // Of a known indicator.
  std::optional<Ratio> level(const Evaluation& result, ComponentIndex indicator) const;
  // What barriers are told against: the goal of the report.
  BarrierView barrier_view() const;
  // The years by the instrument of the current one, ascending.
  std::vector<const Evaluation*> years() const;
  // How dark a level is drawn, 1 to 5.
  static int shade(Ratio level);

 private:
  const InstitutionReport& report_;
  Language language_;
};

page::Section section(std::string heading, page::Section::Look look = page::Section::Look::plain);

// Each adds its section, or nothing where the data is not there.
void add_title(page::Page& page, const Teller& teller);
void add_summary(page::Page& page, const Teller& teller);
void add_results(page::Page& page, const Teller& teller);
void add_levels(page::Page& page, const Teller& teller);
void add_changes(page::Page& page, const Teller& teller);
void add_strengths(page::Page& page, const Teller& teller);
void add_barriers_section(page::Page& page, const Teller& teller);
void add_recommendations(page::Page& page, const Teller& teller);
void add_plan(page::Page& page, const Teller& teller);
// What other commands answer, each where its data is there.
void add_targets(page::Page& page, const Teller& teller);
void add_certainty(page::Page& page, const Teller& teller);
void add_peers(page::Page& page, const Teller& teller);
void add_annex(page::Page& page, const Teller& teller);
void add_origin(page::Page& page, const Teller& teller);

// What a plan's step asks for: the criteria of its levels.
std::string step_criteria(const Teller& teller, ComponentIndex indicator, Ratio from, Ratio to);
// What is usually accepted as evidence of a level; may be empty.
std::string usual_evidence(const Teller& teller, ComponentIndex indicator, Ratio level);
// "2024 TW II": when its turn comes, the effort being spread evenly over the year.
std::string step_time(const Teller& teller, std::size_t step);

std::optional<chart::Scale> scale_chart(const Teller& teller);
std::optional<chart::Radar> radar_chart(const Teller& teller);
std::optional<chart::Trend> trend_chart(const Teller& teller);
std::optional<chart::Waterfall> waterfall_chart(const Teller& teller);
std::optional<chart::Heatmap> heatmap_chart(const Teller& teller);

// The scale of an instrument in bins of a twentieth of a point, with nothing in them.
chart::Histogram empty_histogram(const Instrument& instrument, CategoryBasis basis,
                                 Language language);

template <class Chart>
page::Picture picture(Chart chart) {
  const chart::Text text = chart.text;
  return {[chart = std::move(chart)](const Canvas& canvas) { return chart::draw(chart, canvas); },
          text.title, text.description};
}

}  // namespace spbe
