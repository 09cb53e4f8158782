#include <fmt/format.h>

#include <algorithm>

#include "commands/worksheet/layout.hpp"
#include "render/unit_words.hpp"

namespace spbe {

namespace {

enum PlanColumn : std::uint32_t {
  kNumber,
  kIndicator,
  kUnit,
  kLevel,
  kTarget,
  kRise,
  kGain,
  kEffort
};

// What each target is worth; every cell is a formula on the sheet of indicators.
class PlanSheet {
 public:
  explicit PlanSheet(const Layout& layout) : layout_(layout) {
    sheet_.name = layout.text({"Plan", "Rencana"});
  }

  Sheet draw() {
    sheet_.columns = {{6, false},  {52, false}, {26, false}, {10, false},
                      {10, false}, {10, false}, {13, false}, {12, false}};
    put(0, 0,
        layout_.text({"What the targets add to the index", "Tambahan indeks bila target tercapai"}),
        title_style());
    sheet_.heights.emplace_back(0, 21);
    headings();
    Ratio gains;
    for (std::uint32_t i = 0; i < layout_.indicators.size(); ++i) gains += row(i);
    const std::uint32_t last = kFirst + static_cast<std::uint32_t>(layout_.indicators.size()) - 1;
    put(1, kIndicator, layout_.text({"Sum", "Jumlah"}), in_bold(text_style()));
    put(1, kGain,
        FormulaValue{fmt::format("SUM({})", fixed_range({kFirst, kGain, last, kGain})),
                     number_value(gains)},
        in_bold(number_style("0.0000")));
    sheet_.filter = CellRange{kFirst - 1, 0, last, kEffort};
    sheet_.frozen_rows = kFirst;
    sheet_.frozen_columns = kUnit;
    sheet_.title_row = kFirst - 1;
    sheet_.is_protected = true;
    sheet_.landscape = true;
    sheet_.footer = layout_.assessment.institution;
    return std::move(sheet_);
  }

 private:
  static constexpr std::uint32_t kFirst = 3;

  void put(std::uint32_t row, std::uint32_t column, CellValue value, const CellStyle& style) {
    sheet_.cells.push_back({row, column, std::move(value), style});
  }

  void headings() {
    const auto heading = [&](PlanColumn column, const Words& words) {
      put(kFirst - 1, column, layout_.text(words), heading_style());
    };
    heading(kNumber, {"No", "No"});
    heading(kIndicator, {"Indicator", "Indikator"});
    put(kFirst - 1, kUnit, of_units(layout_.assessment, layout_.text({"Unit", "Perangkat Daerah"})),
        heading_style());
    heading(kLevel, {"Level", "Tingkat"});
    heading(kTarget, {"Target", "Target"});
    heading(kRise, {"Difference", "Selisih"});
    heading(kGain, {"Adds to the index", "Tambahan indeks"});
    heading(kEffort, {"Effort", "Upaya"});
    sheet_.heights.emplace_back(kFirst - 1, 32);
  }

  std::string there(std::uint32_t at, std::uint32_t column) const {
    return sheet_reference(layout_.indicators_name()) + "!" +
           fixed_cell(Layout::kFirstRow + at, column);
  }

  // A cell that shows another, and nothing where that holds nothing.
  void same(std::uint32_t at, PlanColumn column, std::uint32_t source,
            std::variant<std::string, NumberValue> result, const CellStyle& style) {
    put(kFirst + at, column,
        FormulaValue{fmt::format("IF({0}=\"\",\"\",{0})", there(at, source)), std::move(result)},
        style);
  }

  Ratio row(std::uint32_t at) {
    const ComponentIndex index = layout_.indicators[at];
    const Component& c = layout_.instrument.at(index);
    const Details* details = layout_.assessment.details_of(index);
    const auto level = layout_.level_of(&layout_.assessment, index);
    const std::optional<Ratio> target = details == nullptr ? std::nullopt : details->target;
    const auto result = [](const std::optional<Ratio>& value) {
      std::variant<std::string, NumberValue> out;
      if (value) out = number_value(*value);
      return out;
    };
    CellStyle centred = number_style("");
    centred.align = CellStyle::Align::center;
    put(kFirst + at, kNumber, c.key, text_style());
    put(kFirst + at, kIndicator, layout_.name_of(c), text_style());
    same(at, kUnit, layout_.units, details == nullptr ? "" : lines_of_units(details->units),
         text_style());
    same(at, kLevel, layout_.level, result(level), centred);
    same(at, kTarget, layout_.target, result(target), centred);
    std::optional<Ratio> rise;
    if (level && target) rise = *target - *level;
    const std::string level_cell = fixed_cell(kFirst + at, kLevel);
    const std::string target_cell = fixed_cell(kFirst + at, kTarget);
    put(kFirst + at, kRise,
        FormulaValue{fmt::format("IF(AND(ISNUMBER({0}),ISNUMBER({1})),{1}-{0},\"\")", level_cell,
                                 target_cell),
                     result(rise)},
        centred);
    const Ratio weight = layout_.whole_weight_of(index);
    std::optional<Ratio> gain;
    if (rise) gain = *rise * weight / layout_.divisor();
    put(kFirst + at, kGain,
        FormulaValue{
            fmt::format("IF(ISNUMBER({0}),{0}*{1}/{2},\"\")", fixed_cell(kFirst + at, kRise),
                        number_value(weight).digits, decimal(layout_.divisor())),
            result(gain)},
        number_style("0.0000"));
    effort(at, details);
    constexpr std::size_t kNameWidth = 50;
    constexpr std::size_t kUnitWidth = 24;
    std::size_t units = 0;
    if (details != nullptr) {
      for (const std::string& unit : details->units) {
        units += count_code_points(unit) / kUnitWidth + 1;
      }
    }
    const std::size_t lines =
        std::max(units, count_code_points(layout_.name_of(c)) / kNameWidth + 1);
    constexpr std::size_t kMostLines = 25;  // a row is no higher
    sheet_.heights.emplace_back(kFirst + at,
                                static_cast<int>(std::min(lines, kMostLines)) * 15 + 2);
    return gain.value_or(Ratio());
  }

  void effort(std::uint32_t at, const Details* details) {
    std::variant<std::string, NumberValue> result;
    if (details != nullptr && details->effort.size() == 1) {
      const Ratio one = details->effort.front();
      if (fits_number(one)) {
        result = number_value(one);
      } else {
        result = exact_text(one);
      }
    } else if (details != nullptr) {
      std::string efforts;
      for (const Ratio one : details->effort)
        efforts += (efforts.empty() ? "" : "; ") + exact_text(one);
      result = efforts;
    }
    CellStyle style = text_style();
    style.align = CellStyle::Align::center;
    same(at, kEffort, layout_.effort, std::move(result), style);
  }

  const Layout& layout_;
  Sheet sheet_;
};

bool concerns(const Layout& layout, const Obstacle& obstacle) {
  if (layout.whole()) return true;
  const std::string& unit = *layout.options.unit;
  if (obstacle.units.empty()) return unit.empty();
  return std::ranges::find(obstacle.units, unit) != obstacle.units.end();
}

}  // namespace

Sheet plan_sheet(const Layout& layout) { return PlanSheet(layout).draw(); }

Sheet obstacles_sheet(const Layout& layout) {
  constexpr std::uint32_t kRowsToAdd = 12;
  Sheet sheet;
  sheet.name = layout.text({"Obstacles", "Kendala"});
  sheet.columns = {{20, false}, {52, false}, {26, false}, {24, false}, {14, false}, {10, false}};
  const auto put = [&](std::uint32_t row, std::uint32_t column, CellValue value,
                       const CellStyle& style) {
    sheet.cells.push_back({row, column, std::move(value), style});
  };
  put(0, 0, layout.text({"What holds indicators back", "Kendala yang menahan indikator"}),
      title_style());
  sheet.heights.emplace_back(0, 21);
  const Words headings[] = {{"Obstacle", "Kendala"},      {"What it is", "Uraian Kendala"},
                            {"Unit", "Perangkat Daerah"}, {"Holds indicators", "Menahan indikator"},
                            {"At level", "Di tingkat"},   {"Effort", "Upaya"}};
  std::uint32_t column = 0;
  for (const Words& words : headings)
    put(2, column++, of_units(layout.assessment, layout.tr(words)), heading_style());
  sheet.heights.emplace_back(2, 32);
  std::uint32_t row = 3;
  CellStyle left = input_style();
  left.align = CellStyle::Align::left;
  for (const Obstacle& obstacle : layout.assessment.obstacles) {
    if (!concerns(layout, obstacle)) continue;
    std::string holds;
    for (const ComponentIndex i : obstacle.holds) {
      holds += (holds.empty() ? "" : ", ") + layout.instrument.at(i).key;
    }
    put(row, 0, obstacle.id, left);
    put(row, 1, obstacle.text, left);
    put(row, 2, lines_of_units(obstacle.units), left);
    put(row, 3, holds, left);
    put(row, 4, number_value(obstacle.at), left);
    put(row, 5, obstacle.effort ? amount_value(*obstacle.effort) : CellValue(), left);
    constexpr std::size_t kTextWidth = 50;
    constexpr std::size_t kListWidth = 22;
    const std::size_t lines = std::max({count_code_points(obstacle.text) / kTextWidth + 1,
                                        holds.size() / kListWidth + 1, obstacle.units.size()});
    sheet.heights.emplace_back(row, static_cast<int>(lines) * 15 + 2);
    ++row;
  }
  for (const std::uint32_t end = row + kRowsToAdd; row < end; ++row) {
    for (std::uint32_t i = 0; i < 6; ++i) put(row, i, CellValue(), left);
  }
  sheet.frozen_rows = 3;
  sheet.is_protected = true;
  sheet.landscape = true;
  sheet.footer = layout.assessment.institution;
  return sheet;
}

Sheet waivers_sheet(const Layout& layout) {
  constexpr std::uint32_t kRowsToAdd = 6;
  Sheet sheet;
  sheet.name = layout.text({"Waivers", "Pengecualian"});
  sheet.columns = {{26, false}, {24, false}, {12, false}, {60, false}, {26, false}};
  const auto put = [&](std::uint32_t row, std::uint32_t column, CellValue value,
                       const CellStyle& style) {
    sheet.cells.push_back({row, column, std::move(value), style});
  };
  put(0, 0,
      layout.text({"Findings that are known and accepted until a day",
                   "Temuan yang diketahui dan diterima sampai tanggal tertentu"}),
      title_style());
  sheet.heights.emplace_back(0, 21);
  const Words headings[] = {{"Rule", "Aturan"},
                            {"Of indicators", "Menyangkut indikator"},
                            {"Until", "Sampai"},
                            {"Reason", "Alasan"},
                            {"Owner", "Penanggung jawab"}};
  std::uint32_t column = 0;
  for (const Words& words : headings) put(2, column++, layout.text(words), heading_style());
  std::uint32_t row = 3;
  CellStyle left = input_style();
  left.align = CellStyle::Align::left;
  CellStyle day = left;
  day.format = kDayFormat;
  for (const Waiver& waiver : layout.assessment.waivers) {
    std::string concerned;
    for (const ComponentIndex i : waiver.indicators)
      concerned += (concerned.empty() ? "" : ", ") + layout.instrument.at(i).key;
    put(row, 0, waiver.rule, left);
    put(row, 1, concerned.empty() ? CellValue() : CellValue(concerned), left);
    put(row, 2, day_value(waiver.until), day);
    put(row, 3, waiver.reason.empty() ? CellValue() : CellValue(waiver.reason), left);
    put(row, 4, waiver.owner.empty() ? CellValue() : CellValue(waiver.owner), left);
    constexpr std::size_t kReasonWidth = 58;
    constexpr std::size_t kListWidth = 22;
    const std::size_t lines =
        std::max(count_code_points(waiver.reason) / kReasonWidth, concerned.size() / kListWidth) +
        1;
    sheet.heights.emplace_back(row, static_cast<int>(std::min<std::size_t>(lines, 25)) * 15 + 2);
    ++row;
  }
  for (const std::uint32_t end = row + kRowsToAdd; row < end; ++row) {
    for (std::uint32_t i = 0; i < 5; ++i) put(row, i, CellValue(), i == 2 ? day : left);
  }
  sheet.frozen_rows = 3;
  sheet.is_protected = true;
  sheet.landscape = true;
  sheet.footer = layout.assessment.institution;
  return sheet;
}

}  // namespace spbe
