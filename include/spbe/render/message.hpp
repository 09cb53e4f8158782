#pragma once

#include <string>

#include "spbe/base/diagnostic.hpp"
#include "spbe/render/language.hpp"

namespace spbe {

// The sentence of a diagnostic or of its note or hint, without place and severity.
std::string message(const Diagnostic& diagnostic, Language language);
std::string message(const Diagnostic::Note& note, Language language);

// `file:line:column: error: message [code]`, with a line for each note and for the hint;
// on a terminal also the source line with a caret under the place.
struct DiagnosticStyle {
  Language language = Language::english;
  bool source_line = false;
  bool color = false;
};
std::string render_diagnostic(const Diagnostic& diagnostic, const DiagnosticStyle& style);

}  // namespace spbe
