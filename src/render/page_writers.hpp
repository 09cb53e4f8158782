#pragma once

#include <string>
#include <string_view>

#include "render/page.hpp"
#include "render/style.hpp"

namespace spbe {

// For a terminal. What a terminal might obey is made visible (`printable`).
std::string page_text(const page::Page& page, const Style& style);

// For a comment on a pull request. What markdown, HTML or the forge would take for more than
// text is escaped.
std::string page_markdown(const page::Page& page);

// The bytes of an .xlsx file: the texts on a first sheet, each table with a name on one of its
// own.
std::string page_workbook(const page::Page& page);

}  // namespace spbe
