#include "render/csv.hpp"
#include "commands/check/report.hpp"
#include "spbe/render/message.hpp"

namespace spbe {

namespace {

std::string csv_finding(const Finding& finding, const std::string& waived, const CheckPage& page) {
  std::string indicators;
  for (const ComponentIndex i : finding.indicators) {
    indicators += (indicators.empty() ? "" : "|") + finding.instrument->at(i).id;
  }
  const Location& at = finding.location;
  CsvLine line(page.csv);
  line.word(finding.severity == Severity::error ? "error" : "warning")
      .text(finding.rule())
      .text(relative_path(at.file, page.folder))
      .number(at.line > 0 ? std::to_string(at.line) : "")
      .number(at.line > 0 ? std::to_string(at.column) : "")
      .text(indicators)
      .text(message(as_diagnostic(finding, page.style.language), page.style.language))
      .text(finding.hint ? message(*finding.hint, page.style.language) : "")
      .text(waived);
  return line.end();
}

}  // namespace

std::string check_csv(const CheckPage& page) {
  std::string out = CsvLine(page.csv)
                        .headings({"severity", "rule", "file", "line", "column", "indicators",
                                   "message", "hint", "waived"})
                        .end();
  for (const Finding& finding : page.report.findings) out += csv_finding(finding, "", page);
  for (const WaivedFinding& one : page.report.waived) {
    out += csv_finding(one.finding, one.reason, page);
  }
  return out;
}

}  // namespace spbe
