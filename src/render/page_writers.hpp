#pragma once

#include <functional>
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

// The same as a document of its own, for pandoc: headings from the first level, columns as wide as
// what they hold. `keep` takes each chart, an SVG, and gives the address by which the document
// shows it; without it the charts stand in the document itself.
using KeepChart = std::function<std::string(const std::string& svg)>;
std::string document_markdown(const page::Page& page, const KeepChart& keep = {});

// The bytes of an .xlsx file: the texts on a first sheet, each table with a name on one of its
// own.
std::string page_workbook(const page::Page& page);

}  // namespace spbe
