#include "render/json.hpp"
#include "commands/check/report.hpp"
#include "spbe/render/message.hpp"

namespace spbe {

namespace {

// Line and column are null for what concerns the file as a whole.
void put_place(Json& object, const Location& place) {
  object["file"] = place.file;
  object["line"] = nullptr;
  object["column"] = nullptr;
  if (place.line == 0) return;
  object["line"] = place.line;
  object["column"] = place.column;
}

// What a program shows does not depend on who runs it: both languages.
template <class Told>
Json both(const Told& told) {
  return {{"id", message(told, Language::indonesian)}, {"en", message(told, Language::english)}};
}

Json json_finding(const Finding& finding) {
  Json object;
  object["rule"] = finding.rule();
  object["severity"] = finding.severity == Severity::error ? "error" : "warning";
  put_place(object, finding.location);
  object["message"] = {
      {"id", message(as_diagnostic(finding, Language::indonesian), Language::indonesian)},
      {"en", message(as_diagnostic(finding, Language::english), Language::english)}};
  if (!finding.indicators.empty()) {
    for (const ComponentIndex i : finding.indicators) {
      object["indicators"].push_back(finding.instrument->at(i).id);
    }
  }
  for (const Diagnostic::Note& note : finding.notes) {
    Json one;
    one["message"] = both(note);
    if (note.location) put_place(one, *note.location);
    object["notes"].push_back(std::move(one));
  }
  if (finding.hint) object["hint"] = both(*finding.hint);
  return object;
}

}  // namespace

std::string check_json(const CheckPage& page) {
  const CheckReport& report = page.report;
  Json json;
  json["format"] = "spbe-index.check/1";
  json["findings"] = Json::array();
  for (const Finding& finding : report.findings) {
    json["findings"].push_back(json_finding(finding));
  }
  json["waived"] = Json::array();
  for (const WaivedFinding& waived : report.waived) {
    json["waived"].push_back(json_finding(waived.finding));
    json["waived"].back()["reason"] = waived.reason;
  }
  json["errors"] = report.count(Severity::error);
  json["warnings"] = report.count(Severity::warning);
  json["files"] = report.files.size();
  if (!page.settings.empty()) json["settings"] = page.settings;
  json["assessments"] = report.assessments;
  return dump(json);
}

}  // namespace spbe
