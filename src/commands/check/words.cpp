#include <fmt/format.h>

#include <algorithm>

#include "commands/check/report.hpp"
#include "render/messages.hpp"
#include "render/wording.hpp"
#include "spbe/render/message.hpp"

namespace spbe {

namespace {

// All digits; of an expansion that does not end six, cut and not rounded, so that a value below
// a bound never reads as the bound.
std::string telling_number(Ratio value, Language language) {
  if (const auto digits = terminating(value)) return localized(language, *digits);
  constexpr std::int64_t kMillion = 1'000'000;
  const Ratio scaled = value * Ratio(kMillion);
  const std::int64_t whole = scaled.num() / scaled.den();
  return localized(language, fixed(Ratio(whole, kMillion), 6)) + "…";
}

struct ValueWriter {
  const Finding& finding;
  Language language;

  std::string operator()(const std::string& text) const { return text; }
  std::string operator()(Ratio value) const { return telling_number(value, language); }
  std::string operator()(const Printed& printed) const {
    return localized(language, fixed(printed.value, printed.places));
  }
  std::string operator()(ItsIndicators /*its*/) const {
    return indicator_list(*finding.instrument, finding.indicators);
  }
  std::string operator()(const Cited& cited) const {
    return cited.place.empty() ? cited.name
                               : cited.name + ", " + place_words(language, cited.place);
  }
  std::string operator()(ItsCount /*its*/) const {
    return std::to_string(finding.indicators.size());
  }
};

bool is_unreserved(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         std::string_view("-._~/").find(c) != std::string_view::npos;
}

// A waiver may have left one indicator of several.
std::string said_of_one(const std::string& code) {
  if (code == "prerequisite.several-described") return "prerequisite.description";
  constexpr std::string_view kSeveral = ".several";
  return code.ends_with(kSeveral) ? code.substr(0, code.size() - kSeveral.size()) : code;
}

std::string counted(const Style& style, std::size_t count, const Words& one, const Words& many) {
  return fmt::format("{} {}", count, say(style.language, count == 1 ? one : many));
}

}  // namespace

Diagnostic as_diagnostic(const Finding& finding, Language language) {
  Diagnostic written = static_cast<const Diagnostic&>(finding);
  if (finding.indicators.size() == 1) written.code = said_of_one(written.code);
  for (const FindingValue& value : finding.values) {
    written.args.push_back(std::visit(ValueWriter{finding, language}, value));
  }
  return written;
}

std::string full_message(const Finding& finding, Language language) {
  std::string out = message(as_diagnostic(finding, language), language);
  for (const Diagnostic::Note& note : finding.notes) {
    out += "\n" + message(note, language);
    if (!note.location) continue;
    out += fmt::format(" ({}:{})", printable(note.location->file), note.location->line);
  }
  if (finding.hint) out += "\n" + message(*finding.hint, language);
  return out;
}

bool is_shown(const Finding& finding, const CheckPage& page) {
  return !page.quiet || finding.severity == Severity::error || page.fail_on == Severity::warning;
}

std::string check_summary(const CheckPage& page) {
  const Style& style = page.style;
  const CheckReport& report = page.report;
  const std::size_t errors = report.count(Severity::error);
  const std::size_t warnings = report.count(Severity::warning);
  const std::string wrong = counted(style, errors, {"error", "kesalahan"}, {"errors", "kesalahan"});
  const std::string doubtful =
      counted(style, warnings, {"warning", "peringatan"}, {"warnings", "peringatan"});
  const bool warnings_fail = page.fail_on == Severity::warning;
  std::string out = fmt::format(
      "{}: {}, {}", counted(style, report.files.size(), {"file", "berkas"}, {"files", "berkas"}),
      paint(errors > 0 ? Ink::red : Ink::green, wrong, style.color),
      paint(warnings == 0   ? Ink::green
            : warnings_fail ? Ink::red
                            : Ink::yellow,
            doubtful, style.color));
  if (!report.waived.empty()) {
    out += fmt::format(", {} {}", report.waived.size(),
                       say(style.language, {"waived", "temuan dikecualikan"}));
  }
  if (report.compared + report.without_previous + report.not_comparable > 0) {
    out += fmt::format(
        "; {} {}, {} {}",
        counted(style, report.compared, {"assessment", "penilaian"}, {"assessments", "penilaian"}),
        say(style.language,
            {"compared with an earlier year", "dibandingkan dengan tahun sebelumnya"}),
        report.without_previous, say(style.language, {"without one", "tanpa tahun sebelumnya"}));
    if (report.not_comparable > 0) {
      out += fmt::format(", {} {}", report.not_comparable,
                         say(style.language, {"rated with another instrument before",
                                              "sebelumnya dinilai dengan instrumen lain"}));
    }
  }
  if (!page.settings.empty()) {
    out += fmt::format("; {} {}", say(style.language, {"settings of", "setelan dari"}),
                       printable(page.settings));
  }
  return out + "\n";
}

std::string relative_path(std::string_view path, std::string_view folder) {
  if (!folder.empty() && path.size() > folder.size() && path.starts_with(folder)) {
    const std::string_view rest = path.substr(folder.size());
    if (folder.ends_with('/'))
      path = rest;
    else if (rest.starts_with('/'))
      path = rest.substr(1);
  }
  while (path.starts_with("./")) path.remove_prefix(2);
  return std::string(path);
}

std::string uri_of(std::string_view path, std::string_view folder) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  const std::string relative = relative_path(path, folder);
  std::string out = relative.starts_with('/') ? "file://" : "";
  for (const char c : relative) {
    if (is_unreserved(c)) {
      out += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      out += {'%', kHex[byte >> 4U], kHex[byte & 15U]};
    }
  }
  return out;
}

}  // namespace spbe
