#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "commands/worksheet/worksheet.hpp"
#include "render/workbook/looks.hpp"
#include "spbe/model/criteria.hpp"

namespace spbe {

inline constexpr std::uint32_t kNoColumn = static_cast<std::uint32_t>(-1);

// Where everything of a worksheet stands. Weights are made whole numbers by one factor, so that
// the sum behind the index is exact in a spreadsheet too.
struct Layout {
  Layout(const Assessment& assessment_, const WorksheetOptions& options_);

  const Assessment& assessment;
  const Instrument& instrument;
  const WorksheetOptions& options;
  std::optional<Criteria> criteria;
  std::vector<ComponentIndex> indicators;  // a row each
  Ratio factor;                            // weight in percent * factor is whole

  // Of the sheet of indicators.
  static constexpr std::uint32_t kHeadingRow = 2;
  static constexpr std::uint32_t kFirstRow = 3;
  std::uint32_t number = 0;
  std::uint32_t aspect = 1;
  std::uint32_t name = 2;
  std::uint32_t weight = 3;
  std::uint32_t previous = kNoColumn;
  std::uint32_t level = 4;
  std::uint32_t target = 5;
  std::uint32_t due = 6;
  std::uint32_t sure = kNoColumn;  // how sure levels are, when an assessment says so
  std::uint32_t units = 7;
  std::uint32_t effort = 8;
  std::uint32_t evidence = 9;
  std::uint32_t note = 10;
  std::uint32_t form = kNoColumn;  // where a value is from, when an assessment says so
  std::uint32_t contribution = 11;
  std::uint32_t worth = 12;
  std::uint32_t first_criterion = 13;
  int lowest_criterion = 1;
  std::uint32_t criteria_count = 0;
  std::uint32_t whole_weight = 0;
  std::uint32_t low = 0;
  std::uint32_t high = 0;
  std::uint32_t planned = 0;
  std::uint32_t columns = 0;

  // Of the summary: the row of the index, and of each domain and aspect.
  static constexpr std::uint32_t kStatusRow = 11;  // the index in large, the category below it
  static constexpr std::uint32_t kIndexRow = 15;
  static constexpr std::uint32_t kCategoryRow = 16;
  std::map<ComponentIndex, std::uint32_t> summary_rows;
  std::uint32_t first_aspect_row = 0;
  std::uint32_t last_aspect_row = 0;

  bool whole() const { return !options.unit; }
  std::string_view tr(const Words& words) const { return say(options.language, words); }
  std::string text(const Words& words) const { return std::string(tr(words)); }
  const std::string& name_of(const Component& component) const;
  const std::string& name_of(const Category& category) const;

  std::string summary_name() const { return text({"Summary", "Ringkasan"}); }
  std::string indicators_name() const { return text({"Indicators", "Indikator"}); }

  std::uint32_t last_row() const {
    return kFirstRow + static_cast<std::uint32_t>(indicators.size()) - 1;
  }
  // A column of the indicators below `component` (all for kNoComponent), as a formula on another
  // sheet names it.
  std::string column_of(std::uint32_t column, ComponentIndex component = kNoComponent) const;
  std::vector<ComponentIndex> indicators_of(ComponentIndex component) const;

  Ratio whole_weight_of(ComponentIndex indicator) const {
    return instrument.at(indicator).weight * factor;
  }
  // The sum of weights, times 100: what the whole-number sum is divided by for the index.
  Ratio divisor() const { return Ratio(100) * factor; }

  std::optional<Ratio> level_of(const Assessment* of, ComponentIndex indicator) const;
  std::optional<Ratio> planned_level(ComponentIndex indicator) const;
};

// How the value of an indicator was given, if not as a number: "{complete: 2}"; or nothing.
std::string form_of(const Assessment& assessment, ComponentIndex indicator);

// A line for each piece of evidence, with its date, file and link behind it.
std::vector<std::string> evidence_lines_of(const Layout& layout, const Details& details);
// A day as a spreadsheet counts it, to be shown with the format `kDayFormat`.
CellValue day_value(const Date& date);
inline constexpr const char* kDayFormat = "yyyy-mm-dd";

CellValue optional_number(const std::optional<Ratio>& value);

Sheet summary_sheet(const Layout& layout);
Sheet indicators_sheet(const Layout& layout);
Sheet plan_sheet(const Layout& layout);
Sheet obstacles_sheet(const Layout& layout);
// Known findings; of an assessment that has some.
Sheet waivers_sheet(const Layout& layout);
Sheet guide_sheet(const Layout& layout);

}  // namespace spbe
