#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "commands/check/report.hpp"
#include "render/messages.hpp"
#include "spbe/render/message.hpp"

namespace spbe {

namespace {

// GitHub shows at most so many annotations of one kind from one step.
constexpr std::size_t kMostOfAKind = 10;

// Text after the second '::' of a workflow command; `property` before it, where ':' and ','
// have a meaning as well.
std::string escaped(std::string_view text, bool property) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '%':
        out += "%25";
        break;
      case '\r':
        out += "%0D";
        break;
      case '\n':
        out += "%0A";
        break;
      case ':':
        out += property ? "%3A" : ":";
        break;
      case ',':
        out += property ? "%2C" : ",";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string annotation(const Finding& finding, const CheckPage& page) {
  const Location& place = finding.location;
  const bool error = finding.severity == Severity::error;
  std::string out = fmt::format("::{} file={}", error ? "error" : "warning",
                                escaped(printable(relative_path(place.file, page.folder)), true));
  if (place.line > 0) {
    out += fmt::format(",line={},col={},endColumn={}", place.line, place.column,
                       place.column + place.length);
  }
  out += fmt::format(",title={}::{}\n", escaped(finding.rule(), true),
                     escaped(full_message(finding, page.style.language), false));
  return out;
}

}  // namespace

std::string check_github(const CheckPage& page) {
  std::array<std::size_t, 2> of_kind = {0, 0};
  std::string annotations;
  std::string rest;
  const DiagnosticStyle plain{page.style.language, false, false};
  for (const Finding& finding : page.report.findings) {
    const std::size_t kind = finding.severity == Severity::error ? 0 : 1;
    if (++of_kind.at(kind) <= kMostOfAKind) {
      annotations += annotation(finding, page);
    } else {
      rest += render_diagnostic(as_diagnostic(finding, page.style.language), plain);
    }
  }
  const auto more = [&](std::size_t kind) {
    return std::to_string(of_kind.at(kind) - std::min(of_kind.at(kind), kMostOfAKind));
  };
  if (!rest.empty()) {
    annotations += fill(say(page.style.language,
                            {"{0} more errors and {1} more warnings, only listed here:\n",
                             "{0} kesalahan dan {1} peringatan lagi, hanya didaftar di sini:\n"}),
                        {more(0), more(1)});
  }
  CheckPage uncoloured = page;
  uncoloured.style.color = false;
  return annotations + rest + check_summary(uncoloured);
}

}  // namespace spbe
