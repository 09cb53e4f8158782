#include "commands/check/report.hpp"
#include "spbe/render/message.hpp"

namespace spbe {

std::string check_text(const CheckPage& page) {
  const DiagnosticStyle style{page.style.language, page.source_line, page.style.color};
  std::string out;
  for (const Finding& finding : page.report.findings) {
    if (!is_shown(finding, page)) continue;
    out += render_diagnostic(as_diagnostic(finding, page.style.language), style);
  }
  out += check_summary(page);
  for (const std::string& caution : page.cautions)
    out += wrapped(printable(caution), page.style.width) + "\n";
  return out;
}

}  // namespace spbe
