#pragma once

#include <string>
#include <string_view>

#include "render/markup.hpp"
#include "render/page.hpp"

namespace spbe {

Markup html_table(const page::Table& table, Language language);
// A cell as people read it, with an arrow before a change; raw.
std::string html_text(const page::Cell& cell, Language language);
// A hyphen before a number as a minus sign, and the two dots of a range of changes as a dash.
std::string with_minus(std::string_view text);
// The class that a tone has; empty for a plain one.
std::string_view tone_class(page::Tone tone);

}  // namespace spbe
