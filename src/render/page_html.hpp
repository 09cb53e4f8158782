#pragma once

#include <string>
#include <string_view>

#include "render/markup.hpp"
#include "render/page.hpp"

namespace spbe {

struct HtmlPage {
  std::string title;
  std::string running_head;  // on each printed page
  bool sortable = false;     // with the script for the ranking
};

// A page of its own: one file that needs no network and, unless it is sortable, no script.
std::string page_html(const page::Page& page, const HtmlPage& about);

// A chart as a file of its own, with its colours.
std::string chart_alone(const Markup& chart);

}  // namespace spbe
