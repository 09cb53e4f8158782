#pragma once

#include <string>

#include "workbook/styles_writer.hpp"
#include "workbook/workbook.hpp"

namespace spbe {

// The part of one sheet; with a chart it refers to its drawing as rId1.
std::string sheet_part(const Sheet& sheet, const StyleTable& styles, bool first);

// The parts of the chart of a sheet, and where it lies.
std::string chart_part(const Sheet& sheet);
std::string drawing_part(const RadarChart& chart);

}  // namespace spbe
