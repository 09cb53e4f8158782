#include <fmt/format.h>

#include "commands/plan/report.hpp"
#include "render/barriers.hpp"
#include "render/csv.hpp"
#include "render/json.hpp"
#include "render/messages.hpp"
#include "render/wording.hpp"

namespace spbe {

namespace {

std::size_t category_of(const CurveReport& report, const CurvePoint& point) {
  return report.plan->evaluation->assessment.instrument->category_of(point.index,
                                                                     report.plan->basis);
}

// The predikat that the point is the first to reach.
bool begins_category(const CurveReport& report, std::size_t place) {
  const auto& points = report.curve->points;
  return place > 0 && category_of(report, points[place]) != category_of(report, points[place - 1]);
}

page::Table curve_table(const CurveReport& report, Language language) {
  const Instrument& instrument = *report.plan->evaluation->assessment.instrument;
  const auto tr = [&](const Words& words) { return std::string(say(language, words)); };
  page::Table table;
  table.columns = {
      page::Column::right(tr({"effort", "upaya"})), page::Column::right(tr({"index", "indeks"})),
      page::Column::left(tr({"category", "predikat"})), page::Column::left().yielding()};
  table.name = tr({"Curve", "Kurva"});
  const auto& points = report.curve->points;
  for (std::size_t p = 0; p < points.size(); ++p) {
    const std::size_t category = category_of(report, points[p]);
    std::string mark;
    if (report.curve->bend == p)
      mark = tr({"from here effort buys less", "mulai dari sini hasil upaya berkurang"});
    if (!points[p].optimal)
      mark += (mark.empty() ? "" : "; ") + tr({"not proven", "belum terbukti"});
    page::Cell remark(std::move(mark));
    remark.whole = true;
    table.add({page::Number{points[p].effort}, page::Number{points[p].index, kStepPlaces},
               p == 0 || begins_category(report, p)
                   ? page::Cell(page::predikat(instrument, {category}))
                   : page::Cell(),
               std::move(remark)});
  }
  return table;
}

}  // namespace

page::Page curve_page(const CurveReport& report, Language language) {
  const Assessment& assessment = report.plan->evaluation->assessment;
  const auto tr = [&](const Words& words) { return say(language, words); };
  page::Page page;
  page.language = language;
  page.heading(fmt::format("{} · {} · {}", assessment.institution, assessment.year,
                           assessment.instrument->name));
  const int last = report.plan->last_year();
  std::string replaced = superseded_remark(*assessment.instrument, last, language);
  if (!replaced.empty()) page.paragraph(std::move(replaced), page::Paragraph::Role::caution);
  page.paragraph(fill(tr({"What each effort can reach by {0}: no plan reaches more for as little.",
                          "Yang dapat dicapai dengan tiap upaya pada tahun {0}: tidak ada rencana "
                          "yang mencapai lebih dengan upaya itu."}),
                      {std::to_string(last)}));
  page.add({curve_table(report, language)});
  std::vector<std::string> remarks = {advice_note(report.plan->request->rules, language)};
  const Bilingual& caution = assessment.instrument->caution;
  if (!caution.empty()) remarks.push_back(text_in(language, caution));
  page.remarks(remarks);
  return page;
}

std::string curve_json(const CurveReport& report) {
  const Assessment& assessment = report.plan->evaluation->assessment;
  const Instrument& instrument = *assessment.instrument;
  const PlanRequest& request = *report.plan->request;
  Json json;
  json["format"] = "spbe-index.plan-curve/1";
  json["file"] = assessment.source->name;
  json["institution"] = assessment.institution;
  json["institution_id"] = assessment.id;
  json["year"] = assessment.year;
  json["last_year"] = report.plan->last_year();
  json["instrument"] = instrument.id;
  json["superseded_by"] = id_or_null(instrument.successor_in(report.plan->last_year()));
  json["edition"] =
      request.rules.edition == nullptr ? Json(nullptr) : Json(request.rules.edition->id);
  json["category_by"] = report.plan->basis == CategoryBasis::shown ? "shown" : "exact";
  JsonNumbers numbers;
  numbers.put(json, "highest_index", report.curve->best);
  Json points = Json::array();
  for (const CurvePoint& point : report.curve->points) {
    JsonNumbers own;
    Json one;
    own.put(one, "effort", point.effort);
    own.put(one, "index", point.index);
    one["category"] = instrument.categories[category_of(report, point)].name;
    one["optimal"] = point.optimal;
    own.name_rounded(one);
    points.push_back(std::move(one));
  }
  json["points"] = std::move(points);
  json["bend"] = report.curve->bend ? Json(*report.curve->bend) : Json(nullptr);
  numbers.name_rounded(json);
  return dump(json);
}

std::string curve_csv(const CurveReport& report, CsvDialect dialect) {
  const Instrument& instrument = *report.plan->evaluation->assessment.instrument;
  CsvLine line(dialect);
  std::string out =
      line.headings({"effort", "index", "category", "optimal", "bend", "rounded"}).end();
  const auto& points = report.curve->points;
  for (std::size_t p = 0; p < points.size(); ++p) {
    line.value("effort", points[p].effort)
        .value("index", points[p].index)
        .text(instrument.categories[category_of(report, points[p])].name)
        .number(points[p].optimal ? "1" : "0")
        .number(report.curve->bend == p ? "1" : "0");
    line.text(line.rounded());
    out += line.end();
  }
  return out;
}

}  // namespace spbe
