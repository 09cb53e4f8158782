#include <algorithm>

#include "commands/trend/view.hpp"
#include "render/wording.hpp"
#include "spbe/analysis/trend_targets.hpp"

namespace spbe {

namespace {

// Of targets for years of another instrument; each once.
void add_replaced(page::Page& page, const std::vector<Trend>& trends) {
  std::vector<std::string> said;
  for (const Trend& trend : trends) {
    for (const TrendTarget& target : trend_targets(trend)) {
      if (target.result != nullptr) continue;
      std::string line =
          superseded_remark(*target.set_by->result.instrument, target.year, page.language);
      if (line.empty() || std::ranges::find(said, line) != said.end()) continue;
      page.paragraph(line, page::Paragraph::Role::caution);
      said.push_back(std::move(line));
    }
  }
}

void one(page::Page& page, const Trend& trend, ComponentKind by) {
  page.heading(trend_title(trend));
  add_replaced(page, {trend});
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
    add_replaced(page, report.trends);
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
