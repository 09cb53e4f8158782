#include "commands/worksheet/layout.hpp"

#include <algorithm>
#include <chrono>
#include <numeric>

#include "model/evidence_text.hpp"
#include "model/value_forms.hpp"

namespace spbe {

namespace {

Ratio common_factor(const Instrument& instrument) {
  std::int64_t factor = 1;
  for (const ComponentIndex i : instrument.indicators) {
    factor = std::lcm(factor, instrument.at(i).weight.den());
  }
  return factor;
}

bool of_unit(const Assessment& assessment, ComponentIndex indicator, const std::string& unit) {
  const Details* details = assessment.details_of(indicator);
  if (details == nullptr || details->units.empty()) return unit.empty();
  return std::ranges::find(details->units, unit) != details->units.end();
}

}  // namespace

Layout::Layout(const Assessment& assessment_, const WorksheetOptions& options_)
    : assessment(assessment_),
      instrument(*assessment_.instrument),
      options(options_),
      criteria(criteria_of(*assessment_.instrument)),
      factor(common_factor(*assessment_.instrument)) {
  for (const ComponentIndex i : instrument.indicators) {
    if (!options.unit || of_unit(assessment, i, *options.unit)) indicators.push_back(i);
  }
  if (options.previous != nullptr) {
    previous = level;
    for (std::uint32_t* column : {&level, &target, &due, &units, &effort, &evidence, &note,
                                  &contribution, &worth, &first_criterion}) {
      ++*column;
    }
  }
  const auto says_sure = [&](ComponentIndex i) {
    const Details* details = assessment.details_of(i);
    return details != nullptr && details->sure.has_value();
  };
  if (std::ranges::any_of(indicators, says_sure)) {
    sure = units;
    for (std::uint32_t* column :
         {&units, &effort, &evidence, &note, &contribution, &worth, &first_criterion}) {
      ++*column;
    }
  }
  if (std::ranges::any_of(indicators,
                          [&](ComponentIndex i) { return !form_of(assessment, i).empty(); })) {
    form = contribution;
    for (std::uint32_t* column : {&contribution, &worth, &first_criterion}) ++*column;
  }
  if (criteria) {
    int highest = 0;
    lowest_criterion = instrument.scales.front().low;
    for (const Scale& scale : instrument.scales) {
      lowest_criterion = std::min(lowest_criterion, scale.low);
      highest = std::max(highest, scale.high);
    }
    criteria_count = static_cast<std::uint32_t>(highest - lowest_criterion + 1);
  }
  whole_weight = first_criterion + criteria_count;
  low = whole_weight + 1;
  high = low + 1;
  planned = high + 1;
  columns = planned + 1;
  std::uint32_t row = kCategoryRow + 1;
  for (const ComponentKind kind : {ComponentKind::domain, ComponentKind::aspect}) {
    if (kind == ComponentKind::aspect) first_aspect_row = row;
    for (ComponentIndex i = 0; i < instrument.components.size(); ++i) {
      if (instrument.at(i).kind == kind) summary_rows[i] = row++;
    }
  }
  last_aspect_row = row - 1;
}

const std::string& Layout::name_of(const Component& component) const {
  const bool english = options.language == Language::english && !component.english.empty();
  return english ? component.english : component.name;
}

const std::string& Layout::name_of(const Category& category) const {
  const bool english = options.language == Language::english && !category.english.empty();
  return english ? category.english : category.name;
}

std::vector<ComponentIndex> Layout::indicators_of(ComponentIndex component) const {
  std::vector<ComponentIndex> below;
  for (const ComponentIndex i : indicators) {
    if (component == kNoComponent || instrument.is_within(i, component)) below.push_back(i);
  }
  return below;
}

std::string Layout::column_of(std::uint32_t column, ComponentIndex component) const {
  std::uint32_t first = last_row();
  std::uint32_t last = kFirstRow;
  for (std::uint32_t i = 0; i < indicators.size(); ++i) {
    if (component != kNoComponent && !instrument.is_within(indicators[i], component)) continue;
    first = std::min(first, kFirstRow + i);
    last = std::max(last, kFirstRow + i);
  }
  return sheet_reference(indicators_name()) + "!" + fixed_range({first, column, last, column});
}

std::optional<Ratio> Layout::level_of(const Assessment* of, ComponentIndex indicator) const {
  if (of == nullptr || of->score(indicator).kind != Score::Kind::level) return std::nullopt;
  return of->score(indicator).level;
}

std::optional<Ratio> Layout::planned_level(ComponentIndex indicator) const {
  const Details* details = assessment.details_of(indicator);
  if (details != nullptr && details->target) return details->target;
  return level_of(&assessment, indicator);
}

CellValue optional_number(const std::optional<Ratio>& value) {
  if (!value) return std::monostate();
  return number_value(*value);
}

CellValue day_value(const Date& date) {
  namespace calendar = std::chrono;
  const calendar::sys_days zero(calendar::year(1899) / calendar::December / 30);
  const calendar::sys_days day(calendar::year(date.year) /
                               calendar::month(static_cast<unsigned>(date.month)) /
                               calendar::day(static_cast<unsigned>(date.day)));
  // Spreadsheets count no days before 1900, and miscount the first two months.
  constexpr int kFirstCounted = 61;
  if ((day - zero).count() < kFirstCounted) return to_string(date);
  return NumberValue{std::to_string((day - zero).count())};
}

std::vector<std::string> evidence_lines_of(const Layout& layout, const Details& details) {
  const bool english = layout.options.language == Language::english;
  const EvidenceWords words =
      english ? EvidenceWords{"file", "link"} : EvidenceWords{"berkas", "tautan"};
  return evidence_lines(details, words);
}

std::string form_of(const Assessment& assessment, ComponentIndex indicator) {
  const Details* details = assessment.details_of(indicator);
  return details == nullptr ? std::string() : form_text(*details, *assessment.instrument);
}

std::vector<std::string> responsible_units(const Assessment& assessment) {
  std::vector<std::string> units;
  bool without = false;
  for (const ComponentIndex i : assessment.instrument->indicators) {
    const Details* details = assessment.details_of(i);
    if (details == nullptr || details->units.empty()) {
      without = true;
      continue;
    }
    for (const std::string& unit : details->units) {
      if (std::ranges::find(units, unit) == units.end()) units.push_back(unit);
    }
  }
  if (without) units.emplace_back();
  return units;
}

namespace {

// A line break within an item is shown as "↵", which `lines_of_cell` takes back.
std::string with_break_marks(std::string_view item) {
  constexpr std::string_view kBreak = "\xE2\x86\xB5";
  std::string out;
  for (std::size_t i = 0; i < item.size(); ++i) {
    const bool sign = item.substr(i).starts_with(kBreak);
    if (!sign && item[i] != '\n') {
      out += item[i];
      continue;
    }
    const std::size_t marks = i - (item.substr(0, i).find_last_not_of('\\') + 1);
    out.append(marks + (sign ? 1 : 0), '\\');
    out += kBreak;
    if (sign) i += kBreak.size() - 1;
  }
  return out;
}

}  // namespace

std::string lines_of(const std::vector<std::string>& items) {
  std::string out;
  for (const std::string& item : items) {
    if (!out.empty()) out += '\n';
    out += with_break_marks(item);
  }
  return out;
}

std::string lines_of_units(const std::vector<std::string>& units) {
  std::string out;
  for (const char c : lines_of(units)) {
    if (c == ';') out.append(out.size() - (out.find_last_not_of('\\') + 1) + 1, '\\');
    out += c;
  }
  return out;
}

const std::string* too_long_for_cell(const Assessment& assessment) {
  const auto too_long = [](const std::string& text) {
    return count_code_points(text) > kMostCellText / 2;
  };
  for (const Details& details : assessment.details) {
    if (too_long(details.note)) return &details.note;
    if (too_long(lines_of(evidence_lines(details, {"berkas", "tautan"}))))
      return &details.evidence.front();
    if (too_long(lines_of_units(details.units))) return &details.units.front();
  }
  for (const Obstacle& obstacle : assessment.obstacles) {
    if (too_long(obstacle.text)) return &obstacle.text;
  }
  return nullptr;
}

Workbook worksheet(const Assessment& assessment, const WorksheetOptions& options) {
  const Layout layout(assessment, options);
  Workbook workbook;
  workbook.sheets.push_back(summary_sheet(layout));
  workbook.sheets.push_back(indicators_sheet(layout));
  workbook.sheets.push_back(plan_sheet(layout));
  workbook.sheets.push_back(obstacles_sheet(layout));
  if (layout.whole() && !assessment.waivers.empty())
    workbook.sheets.push_back(waivers_sheet(layout));
  workbook.sheets.push_back(guide_sheet(layout));
  return workbook;
}

}  // namespace spbe
