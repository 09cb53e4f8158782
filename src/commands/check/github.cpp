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

std::string annotation(const Cause& cause, const CheckPage& page) {
  const Finding& finding = cause.first();
  const Location& place = finding.location;
  const bool error = finding.severity == Severity::error;
  std::string out = fmt::format("::{} file={}", error ? "error" : "warning",
                                escaped(printable(relative_path(place.file, page.folder)), true));
  if (place.line > 0) {
    out += fmt::format(",line={},col={},endColumn={}", place.line, place.column,
                       place.column + place.length);
  }
  std::string told = full_message(finding, page.style.language);
  if (const std::string others = also_in(cause, page); !others.empty()) {
    told += "\n" + printable(others);
  }
  out += fmt::format(",title={}::{}\n", escaped(finding.rule(), true), escaped(told, false));
  return out;
}

}  // namespace

std::string check_github(const CheckPage& page) {
  std::array<std::size_t, 2> of_kind = {0, 0};
  std::string annotations;
  std::string rest;
  const DiagnosticStyle plain{page.style.language, false, false};
  // Every finding counts here, also those that -q does not show to people.
  CheckPage all = page;
  all.quiet = false;
  for (const Cause& cause : causes_of(all)) {
    const std::size_t kind = cause.first().severity == Severity::error ? 0 : 1;
    if (++of_kind.at(kind) <= kMostOfAKind) {
      annotations += annotation(cause, page);
    } else {
      rest += render_diagnostic(as_diagnostic(cause.first(), page.style.language), plain);
      if (const std::string others = also_in(cause, page); !others.empty()) {
        rest += "  " + printable(others) + "\n";
      }
    }
  }
  if (!rest.empty()) {
    std::string more;
    const auto add = [&](std::size_t kind, const Words& one, const Words& many) {
      const std::size_t count = of_kind.at(kind) - std::min(of_kind.at(kind), kMostOfAKind);
      if (count == 0) return;
      if (!more.empty()) more += say(page.style.language, {" and ", " dan "});
      more += fmt::format("{} {}", count, say(page.style.language, count == 1 ? one : many));
    };
    add(0, {"more error", "kesalahan lagi"}, {"more errors", "kesalahan lagi"});
    add(1, {"more warning", "peringatan lagi"}, {"more warnings", "peringatan lagi"});
    annotations += fill(
        say(page.style.language, {"{0}, only listed here:\n", "{0}, hanya dicantumkan di sini:\n"}),
        {more});
  }
  // A word on the instruments, as every other form for people has.
  for (const std::string& caution : page.cautions) {
    annotations +=
        fmt::format("::notice title=spbe-index::{}\n", escaped(printable(caution), false));
  }
  CheckPage uncoloured = page;
  uncoloured.style.color = false;
  return annotations + rest + check_summary(uncoloured);
}

}  // namespace spbe
