#pragma once

#include <string>

#include "render/page.hpp"
#include "spbe/analysis/rank.hpp"

namespace spbe {

// The report over many institutions of one year.
page::Page many_page(const Ranking& ranking, const std::string& command, Language language);
std::string many_title(const Ranking& ranking, Language language);

}  // namespace spbe
