#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "commands/check/report.hpp"
#include "render/messages.hpp"
#include "spbe/render/message.hpp"

namespace spbe {

namespace {

constexpr std::size_t kMostNames = 5;     // of files that have the same finding
constexpr std::size_t kMostOfARule = 10;  // warnings shown of one rule

}  // namespace

std::vector<Cause> causes_of(const CheckPage& page) {
  std::vector<Cause> causes;
  std::map<std::tuple<std::string, Severity, std::string>, std::size_t> known;
  for (const Finding& finding : page.report.findings) {
    if (!is_shown(finding, page)) continue;
    std::string told = message(as_diagnostic(finding, page.style.language), page.style.language);
    const auto [at, fresh] = known.try_emplace(
        std::tuple(finding.code, finding.severity, std::move(told)), causes.size());
    // Twice in one file they are two.
    const bool elsewhere =
        !fresh && causes[at->second].findings.back()->location.file != finding.location.file;
    // A gate is each institution's own, even if two fail it by the same figures.
    const Rule* rule = find_rule(finding.rule());
    const bool gate = rule != nullptr && rule->kind == RuleKind::gate;
    if (elsewhere && !gate && !page.all) {
      causes[at->second].findings.push_back(&finding);
      continue;
    }
    at->second = causes.size();
    causes.push_back({{&finding}});
  }
  return causes;
}

std::vector<Cause> shown_causes(const CheckPage& page, std::vector<std::string>& left_out) {
  std::vector<Cause> shown;
  struct Rest {
    std::size_t findings = 0;
    std::set<std::string_view> files;
  };
  std::map<std::string, std::size_t> of_rule;
  std::vector<std::pair<std::string, Rest>> rests;
  for (Cause& cause : causes_of(page)) {
    const Finding& first = cause.first();
    const std::string rule(first.rule());
    const bool warning = first.severity == Severity::warning && page.fail_on == Severity::error;
    if (page.all || !warning || ++of_rule[rule] <= kMostOfARule) {
      shown.push_back(std::move(cause));
      continue;
    }
    if (rests.empty() || rests.back().first != rule) {
      const auto same = std::ranges::find(rests, rule, &std::pair<std::string, Rest>::first);
      if (same == rests.end()) {
        rests.emplace_back(rule, Rest{});
      } else {
        std::rotate(same, same + 1, rests.end());
      }
    }
    Rest& rest = rests.back().second;
    rest.findings += cause.findings.size();
    for (const Finding* finding : cause.findings) rest.files.insert(finding->location.file);
  }
  for (const auto& [rule, rest] : rests) {
    const Words words =
        rest.findings == 1 ? Words{"{0} more warning of {1}; --all shows it",
                                   "{0} peringatan {1} lagi; --all menampilkannya"}
        : rest.files.size() == 1
            ? Words{"{0} more warnings of {1}; --all shows them",
                    "{0} peringatan {1} lagi; --all menampilkannya"}
            : Words{"{0} more warnings of {1} in {2} files; --all shows them",
                    "{0} peringatan {1} lagi dalam {2} berkas; --all menampilkannya"};
    left_out.push_back(fill(say(page.style.language, words), {std::to_string(rest.findings), rule,
                                                              std::to_string(rest.files.size())}));
  }
  return shown;
}

std::string also_in(const Cause& cause, const CheckPage& page) {
  const std::size_t more = cause.findings.size() - 1;
  if (more == 0) return {};
  std::string names;
  for (std::size_t i = 1; i <= std::min(more, kMostNames); ++i) {
    names += (i == 1 ? "" : ", ") + relative_path(cause.findings[i]->location.file, page.folder);
  }
  if (more > kMostNames) names += ", …";
  return fill(say(page.style.language, more == 1 ? Words{"also in {1}", "juga dalam {1}"}
                                                 : Words{"also in {0} other files: {1}",
                                                         "juga dalam {0} berkas lain: {1}"}),
              {std::to_string(more), names});
}

}  // namespace spbe
