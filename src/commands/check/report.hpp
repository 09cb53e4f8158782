#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "render/csv.hpp"
#include "render/page.hpp"
#include "render/style.hpp"
#include "spbe/analysis/check.hpp"

namespace spbe {

// What a format of `check` needs beside the findings.
struct CheckPage {
  const CheckReport& report;
  Style style;
  Severity fail_on = Severity::error;
  bool source_line = false;  // with a caret under each place
  bool quiet = false;        // only what fails, in the formats for people
  bool all = false;          // each finding by itself, however many files have the same
  std::string folder;        // the working folder, to make paths relative
  std::string settings;      // the file whose settings are in force; empty: none
  // What is to be said of every result of the instruments, for people.
  std::vector<std::string> cautions = {};
  CsvDialect csv = {};
};

// One function a format.
std::string check_text(const CheckPage& page);
std::string check_markdown(const CheckPage& page);
std::string check_csv(const CheckPage& page);
std::string check_workbook(const CheckPage& page);
std::string check_json(const CheckPage& page);
std::string check_github(const CheckPage& page);
std::string check_sarif(const CheckPage& page);
std::string check_junit(const CheckPage& page);

// Findings of one sentence, each in a file of its own: of a folder they are told once.
struct Cause {
  std::vector<const Finding*> findings;
  const Finding& first() const { return *findings.front(); }
};
std::vector<Cause> causes_of(const CheckPage& page);  // of what is shown
// Those to show one by one; of a rule that warns of more, a line in `left_out` tells how many.
std::vector<Cause> shown_causes(const CheckPage& page, std::vector<std::string>& left_out);
// "also in 38 other files: a.yaml, b.yaml, …"; empty when the finding is the only one.
std::string also_in(const Cause& cause, const CheckPage& page);

// What check_markdown writes: the findings as a table, then those that are waived.
page::Page findings_page(const CheckPage& check);
// Whether the formats for people show it.
bool is_shown(const Finding& finding, const CheckPage& page);

// "12 files: 1 error, 3 warnings", with what was waived.
std::string check_summary(const CheckPage& page);

// The finding as the readers' diagnostics are, its numbers in the language.
Diagnostic as_diagnostic(const Finding& finding, Language language);
// The sentence, and a line for each note and for the hint.
std::string full_message(const Finding& finding, Language language);

// `path` from `folder`, when it lies in it; with '/' and without "./".
std::string relative_path(std::string_view path, std::string_view folder);
// A relative reference, or file:///..., percent-encoded.
std::string uri_of(std::string_view path, std::string_view folder);

}  // namespace spbe
