#include <fmt/format.h>

#include <map>
#include <vector>

#include "commands/check/report.hpp"
#include "spbe/render/message.hpp"
#include "workbook/xml.hpp"

namespace spbe {

namespace {

// For text and attributes of XML 1.0. Control characters have been escaped by `printable`; what is
// left that XML does not allow is U+FFFE and U+FFFF.
std::string escaped(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string_view here = text.substr(i, 3);
    const bool allowed = here != "\xEF\xBF\xBE" && here != "\xEF\xBF\xBF";
    out += allowed ? std::string(1, text[i]) : here.ends_with('\xBE') ? "\\ufffe" : "\\uffff";
    if (!allowed) i += 2;
  }
  return with_entities_for_breaks(out);
}

struct Suite {
  std::size_t tests = 0;
  std::size_t failures = 0;
  std::string cases;
};

std::string test_case(const Finding& finding, const CheckPage& page, bool fails) {
  const Location& place = finding.location;
  const Language language = page.style.language;
  std::string name(finding.rule());
  if (place.line > 0) name += fmt::format(" {}:{}", place.line, place.column);
  const std::string text = escaped(
      render_diagnostic(as_diagnostic(finding, language), DiagnosticStyle{language, false, false}));
  std::string out = fmt::format("    <testcase name=\"{}\" classname=\"{}\">\n", escaped(name),
                                escaped(printable(place.file)));
  if (fails) {
    out += fmt::format("      <failure message=\"{}\" type=\"{}\">{}</failure>\n",
                       escaped(message(as_diagnostic(finding, language), language)),
                       escaped(finding.rule()), text);
  } else {
    out += fmt::format("      <system-out>{}</system-out>\n", text);
  }
  return out + "    </testcase>\n";
}

std::string suite_text(const std::string& file, const Suite& suite) {
  const std::string name = escaped(printable(file));
  std::string cases = suite.cases;
  std::size_t tests = suite.tests;
  if (tests == 0) {
    cases = fmt::format("    <testcase name=\"check\" classname=\"{}\"/>\n", name);
    tests = 1;
  }
  return fmt::format(
      "  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"0\">\n{}  </testsuite>\n",
      name, tests, suite.failures, cases);
}

}  // namespace

// A suite a file, a case a finding; one case that passes for a file without findings.
std::string check_junit(const CheckPage& page) {
  std::map<std::string, Suite> suites;
  std::vector<std::string> order;
  const auto suite_of = [&](const std::string& file) -> Suite& {
    const auto [at, fresh] = suites.try_emplace(file);
    if (fresh) order.push_back(file);
    return at->second;
  };
  for (const std::string& file : page.report.files) suite_of(file);
  for (const Finding& finding : page.report.findings) {
    const bool fails = finding.severity == Severity::error || page.fail_on == Severity::warning;
    Suite& suite = suite_of(finding.location.file);
    ++suite.tests;
    suite.failures += fails ? 1 : 0;
    suite.cases += test_case(finding, page, fails);
  }
  std::size_t tests = 0;
  std::size_t failures = 0;
  std::string body;
  for (const std::string& file : order) {
    const Suite& suite = suites.at(file);
    tests += suite.tests == 0 ? 1 : suite.tests;
    failures += suite.failures;
    body += suite_text(file, suite);
  }
  return fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"spbe-index check\" "
      "tests=\"{}\" failures=\"{}\" errors=\"0\">\n{}</testsuites>\n",
      tests, failures, body);
}

}  // namespace spbe
