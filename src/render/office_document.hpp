#pragma once

#include <string>

#include "spbe/render/language.hpp"

namespace spbe {

// What pandoc leaves as American offices have it: `docx` on A4, with page numbers, small type in
// tables and lines between their rows, in the language of the report. What is not found in the
// file, as another pandoc may write it otherwise, stays as it is.
std::string on_a4(const std::string& docx, Language language);

}  // namespace spbe
