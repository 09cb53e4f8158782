#include "commands/trend/view.hpp"
#include "render/wording.hpp"

namespace spbe {

namespace {

void one(page::Page& page, const Trend& trend, ComponentKind by) {
  page.heading(trend_title(trend));
  page::List list;
  for (std::string& line : trend_sentences(trend, by, page.language)) {
    list.items.push_back({{}, std::move(line)});
  }
  page.add({std::move(list)});
  page.add({trend_table(trend, by, page.language)});
  page.remarks(trend_remarks(trend, by, page.language));
}

}  // namespace

page::Page trend_page(const TrendReport& report, Language language) {
  page::Page page{language};
  if (report.trends.size() > 1 && !report.each) {
    page.heading(overview_title(report.trends, language));
    page.paragraph(overview_summary(report.trends, language), page::Paragraph::Role::summary);
    page.add({trend_overview(report.trends, language)});
    page.remarks(overview_remarks(report.trends, language));
    std::vector<const Instrument*> instruments;
    for (const Trend& trend : report.trends) {
      for (const TrendSpan& span : trend.spans) instruments.push_back(span.instrument.get());
    }
    page.remarks(cautions(instruments, language));
    return page;
  }
  for (const Trend& trend : report.trends) one(page, trend, report.by);
  return page;
}

}  // namespace spbe
