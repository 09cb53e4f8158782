#include <fmt/format.h>

#include "commands/check/report.hpp"
#include "spbe/render/message.hpp"

namespace spbe {

std::string check_text(const CheckPage& page) {
  const DiagnosticStyle style{page.style.language, page.source_line, page.style.color};
  std::string out;
  std::vector<std::string> left_out;
  for (const Cause& cause : shown_causes(page, left_out)) {
    out += render_diagnostic(as_diagnostic(cause.first(), page.style.language), style);
    if (const std::string others = also_in(cause, page); !others.empty()) {
      out += fmt::format("  {}\n", printable(others));
    }
  }
  for (const std::string& line : left_out) out += line + "\n";
  out += check_summary(page);
  for (const std::string& caution : page.cautions)
    out += wrapped(printable(caution), page.style.width) + "\n";
  return out;
}

}  // namespace spbe
