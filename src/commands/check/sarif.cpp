#include <map>

#include "commands/check/report.hpp"
#include "commands/explain_rule/rule_pages.hpp"
#include "model/builtin_data.hpp"
#include "render/json.hpp"
#include "spbe/render/message.hpp"

namespace spbe {

namespace {

std::string_view level_of(Severity severity) {
  return severity == Severity::error ? "error" : "warning";
}

Json text_of(std::string_view text) { return {{"text", text}}; }

// Metadata of a rule of ours, or of an error of the readers.
Json descriptor(std::string_view name, Language language) {
  Json json;
  json["id"] = name;
  const RulePage* page = find_rule_page(name);
  const Rule* rule = find_rule(name);
  if (page != nullptr) {
    const std::string_view why = say(language, page->why);
    const std::string_view mend = say(language, page->mend);
    json["shortDescription"] = text_of(say(language, page->summary));
    if (!why.empty()) json["fullDescription"] = text_of(why);
    json["help"] = text_of(mend);
  }
  json["defaultConfiguration"] = {
      {"enabled", rule == nullptr || rule->on},
      {"level", level_of(rule == nullptr ? Severity::error : rule->severity)}};
  return json;
}

// All rules of ours, then those of the readers that were met.
class Rules {
 public:
  explicit Rules(Language language) : language_(language) {
    for (const Rule& rule : rules()) index_of(rule.name);
  }
  std::size_t index_of(std::string_view name) {
    const auto [at, fresh] = indices_.try_emplace(std::string(name), list_.size());
    if (fresh) list_.push_back(descriptor(name, language_));
    return at->second;
  }
  Json take() { return std::move(list_); }

 private:
  Language language_;
  std::map<std::string, std::size_t, std::less<>> indices_;
  Json list_ = Json::array();
};

Json location_of(const Location& place, const std::string& folder) {
  Json physical;
  physical["artifactLocation"]["uri"] = uri_of(place.file, folder);
  if (place.line > 0) {
    physical["region"] = {{"startLine", place.line},
                          {"startColumn", place.column},
                          {"endLine", place.line},
                          {"endColumn", place.column + place.length}};
    if (!place.source_line.empty()) {
      physical["region"]["snippet"] = text_of(printable(place.source_line));
    }
  }
  return {{"physicalLocation", std::move(physical)}};
}

Json result_of(const Finding& finding, const CheckPage& page, Rules& known) {
  const Language language = page.style.language;
  Json json;
  json["ruleId"] = finding.rule();
  json["ruleIndex"] = known.index_of(finding.rule());
  json["level"] = level_of(finding.severity);
  json["message"] = text_of(full_message(finding, language));
  json["locations"] = Json::array({location_of(finding.location, page.folder)});
  Json related = Json::array();
  for (const Diagnostic::Note& note : finding.notes) {
    if (!note.location) continue;
    Json one = location_of(*note.location, page.folder);
    one["message"] = text_of(message(note, language));
    related.push_back(std::move(one));
  }
  if (!related.empty()) json["relatedLocations"] = std::move(related);
  return json;
}

}  // namespace

// SARIF 2.1.0 (OASIS). Waived findings are results that are suppressed in the source.
std::string check_sarif(const CheckPage& page) {
  Rules known(page.style.language);
  Json results = Json::array();
  for (const Finding& finding : page.report.findings) {
    results.push_back(result_of(finding, page, known));
  }
  for (const WaivedFinding& waived : page.report.waived) {
    Json one = result_of(waived.finding, page, known);
    one["suppressions"] = Json::array({{{"kind", "inSource"},
                                        {"status", "accepted"},
                                        {"justification", printable(waived.reason)}}});
    results.push_back(std::move(one));
  }
  Json driver;
  driver["name"] = "spbe-index";
  driver["version"] = builtin_version();
  driver["semanticVersion"] = builtin_version();
  driver["rules"] = known.take();
  Json run;
  run["tool"]["driver"] = std::move(driver);
  run["columnKind"] = "unicodeCodePoints";
  run["invocations"] = Json::array({{{"executionSuccessful", !page.report.invalid}}});
  run["results"] = std::move(results);
  Json json;
  json["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json";
  json["version"] = "2.1.0";
  json["runs"] = Json::array({std::move(run)});
  return dump(json);
}

}  // namespace spbe
