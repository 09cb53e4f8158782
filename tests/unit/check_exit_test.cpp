#include <algorithm>

#include "spbe/analysis/check.hpp"
#include "unit/catch.hpp"
#include "unit/check_cases.hpp"

using namespace spbe;
using namespace spbe::testing;

namespace {

const std::vector<std::string> kFormats = {"text", "json", "github", "sarif", "junit"};

std::vector<std::string> plus(std::vector<std::string> args, std::vector<std::string> more) {
  args.insert(args.end(), more.begin(), more.end());
  return args;
}

// How a finding of the rule looks in the format.
std::string mark_of(const std::string& rule, const std::string& format) {
  if (format == "text") return "[" + rule + "]";
  if (format == "json") return "\"rule\": \"" + rule + "\"";
  if (format == "github") return "title=" + rule + "::";
  if (format == "sarif") return "\"ruleId\": \"" + rule + "\"";
  return "<testcase name=\"" + rule + " ";
}

}  // namespace

TEST_CASE("every rule has a case that triggers it and one that does not", "[check_exit]") {
  for (const Rule& rule : rules()) {
    INFO(rule.name);
    const auto found = std::ranges::find(
        rule_cases(), rule.name, [](const RuleCase& c) -> std::string_view { return c.rule; });
    REQUIRE(found != rule_cases().end());
    const std::string mark = "[" + std::string(rule.name) + "]";
    {
      const Folder folder;
      const Outcome outcome = run_program(command_line_for(found->found, folder));
      CHECK_THAT(outcome.out, ContainsSubstring(mark));
      CHECK(outcome.err.empty());
    }
    const Folder folder;
    const Outcome outcome = run_program(command_line_for(found->clean, folder));
    CHECK_THAT(outcome.out, !ContainsSubstring(mark));
    CHECK(outcome.err.empty());
    CHECK(outcome.status != 2);
  }
}

// What the status must be does not come from the program: it is read off the table of severities
// and the definition of --fail-on.
TEST_CASE("the exit status is the same for all of rule, format and severity", "[check_exit]") {
  std::size_t runs = 0;
  for (const RuleCase& c : rule_cases()) {
    const Severity severity = find_rule(c.rule)->severity;
    // Only this rule, so that no other one decides.
    std::string others;
    for (const Rule& rule : rules()) {
      if (rule.name == c.rule || rule.kind == RuleKind::gate) continue;
      // A waiver of a rule that is off is not judged; this one finds nothing here.
      if (std::string_view(c.rule) == "waiver-unused" && rule.name == "level-missing") continue;
      others += (others.empty() ? "" : ",") + std::string(rule.name);
    }
    for (const std::string& format : kFormats) {
      for (const std::string fail_on : {"error", "warning"}) {
        const bool fails = severity == Severity::error || fail_on == "warning";
        INFO(c.rule << ' ' << format << " --fail-on " << fail_on);
        const std::vector<std::string> more = {"--format", format,      "--fail-on",
                                               fail_on,    "--disable", others};
        const Folder folder;
        const auto args = plus(command_line_for(c.found, folder), more);
        const Outcome outcome = run_program(args);
        CHECK(outcome.status == (fails ? 1 : 0));
        CHECK_THAT(outcome.out, ContainsSubstring(mark_of(c.rule, format)));

        const Folder clean;
        CHECK(run_program(plus(command_line_for(c.clean, clean), more)).status == 0);

        // A file that is not valid wins over a finding, and does not hide it.
        const std::string broken = folder.write("broken.yaml", "institution: [\n");
        const Outcome both = run_program(plus(args, {broken}));
        CHECK(both.status == 2);
        CHECK_THAT(both.out, ContainsSubstring(mark_of(c.rule, format)));
        CHECK_THAT(both.out, ContainsSubstring("yaml-unclosed-bracket"));
        runs += 3;
      }
    }
  }
  CHECK(runs == rules().size() * 5 * 2 * 3);
}

TEST_CASE("a rule that is disabled or waived fails nothing, in every format", "[check_exit]") {
  for (const RuleCase& c : rule_cases()) {
    const Rule& rule = *find_rule(c.rule);
    if (rule.kind == RuleKind::gate) continue;
    for (const std::string& format : kFormats) {
      INFO(c.rule << ' ' << format);
      const Folder folder;
      const auto args = plus(command_line_for(c.found, folder), {"--format", format});
      const std::string mark = mark_of(c.rule, format);
      const Outcome silent = run_program(plus(args, {"--disable", c.rule}));
      CHECK(silent.status < 2);
      CHECK_THAT(silent.out, !ContainsSubstring(mark));
      if (!can_be_waived(rule)) continue;
      Given waived = c.found;
      waived.files.back() +=
          "waive: [{rule: " + std::string(c.rule) + ", until: 2026-11-24, reason: r}]\n";
      const Folder other;
      const Outcome accepted =
          run_program(plus(command_line_for(waived, other), {"--format", format}));
      CHECK(accepted.status < 2);
      // Two formats carry what is waived, as such.
      if (format == "json") CHECK_THAT(accepted.out, ContainsSubstring("\"findings\": []"));
      if (format == "sarif") CHECK_THAT(accepted.out, ContainsSubstring("\"suppressions\": ["));
      if (format == "json" || format == "sarif") continue;
      CHECK_THAT(accepted.out, !ContainsSubstring(mark));
    }
  }
}

TEST_CASE("inside a workflow of github annotations are the default", "[check_exit]") {
  const Folder folder;
  const auto args = command_line_for(rule_cases().front().found, folder);
  Environment github;
  github.github_actions = true;
  CHECK(run_program(args).out.starts_with(folder.path()));
  CHECK(run_program(args, github).out.starts_with("::error file="));
  CHECK(run_program(plus(args, {"--format", "text"}), github).out.starts_with(folder.path()));
}
