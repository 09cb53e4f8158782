#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "commands/worksheet/layout.hpp"
#include "document/csv_reader.hpp"
#include "render/unit_words.hpp"

namespace spbe {

namespace {

// Lightest for the lowest level; readable in black and white as well.
struct LevelColor {
  const char* fill;
  const char* text;
};
constexpr LevelColor kColors[] = {{"F6F7F8", "17222B"}, {"E3E8EC", "17222B"}, {"C3DAE6", "17222B"},
                                  {"86B6CF", "17222B"}, {"35789A", "FFFFFF"}, {"0F4A68", "FFFFFF"}};
constexpr int kLineHeight = 15;
constexpr int kMostHeight = 400;

class IndicatorsSheet {
 public:
  explicit IndicatorsSheet(const Layout& layout) : layout_(layout), instrument_(layout.instrument) {
    sheet_.name = layout.indicators_name();
  }

  Sheet draw() {
    columns();
    head();
    for (std::uint32_t i = 0; i < layout_.indicators.size(); ++i) row(i);
    rules();
    sheet_.filter = CellRange{Layout::kHeadingRow, 0, layout_.last_row(), layout_.worth};
    // The criteria are for the screen.
    sheet_.print_area = CellRange{0, 0, layout_.last_row(), layout_.worth};
    sheet_.frozen_rows = Layout::kFirstRow;
    sheet_.frozen_columns = layout_.weight;
    sheet_.title_row = Layout::kHeadingRow;
    sheet_.is_protected = true;
    sheet_.landscape = true;
    sheet_.footer = layout_.assessment.institution;
    return std::move(sheet_);
  }

 private:
  std::string tr(const Words& words) const { return layout_.text(words); }

  void put(std::uint32_t row, std::uint32_t column, CellValue value, const CellStyle& style) {
    sheet_.cells.push_back({row, column, std::move(value), style});
  }

  void columns() {
    sheet_.columns.assign(layout_.columns, {30, false});
    const auto width = [this](std::uint32_t column, int characters) {
      sheet_.columns[column].width = characters;
    };
    width(layout_.number, 6);
    width(layout_.aspect, 7);
    width(layout_.name, 46);
    width(layout_.weight, 9);
    if (layout_.previous != kNoColumn) width(layout_.previous, 9);
    width(layout_.level, 9);
    width(layout_.target, 9);
    width(layout_.due, 12);
    if (layout_.sure != kNoColumn) width(layout_.sure, 11);
    width(layout_.units, 24);
    width(layout_.effort, 9);
    if (layout_.form != kNoColumn) width(layout_.form, 26);
    width(layout_.contribution, 13);
    width(layout_.worth, 11);
    for (const std::uint32_t column :
         {layout_.whole_weight, layout_.low, layout_.high, layout_.planned}) {
      sheet_.columns[column] = {10, true};
    }
  }

  void head() {
    const Assessment& assessment = layout_.assessment;
    std::string title = fmt::format("{} {}", instrument_.index_name, assessment.year);
    if (!assessment.institution.empty()) title += ", " + assessment.institution;
    if (layout_.options.unit && !layout_.options.unit->empty())
      title += ": " + *layout_.options.unit;
    put(0, 0, title, title_style());
    sheet_.heights.emplace_back(0, 21);
    const std::string levels = here(layout_.level);
    std::size_t scored = 0;
    for (const ComponentIndex i : layout_.indicators) {
      if (layout_.level_of(&assessment, i)) ++scored;
    }
    put(1, 0,
        FormulaValue{fmt::format("\"{} \"&COUNT({})&\" {} {}\"", tr({"filled in:", "terisi:"}),
                                 levels, tr({"of", "dari"}), layout_.indicators.size()),
                     fmt::format("{} {} {} {}", tr({"filled in:", "terisi:"}), scored,
                                 tr({"of", "dari"}), layout_.indicators.size())},
        CellStyle());
    headings();
  }

  std::string here(std::uint32_t column) const {
    return fixed_range({Layout::kFirstRow, column, layout_.last_row(), column});
  }

  void heading(std::uint32_t column, const std::string& text) {
    put(Layout::kHeadingRow, column, text, heading_style());
  }

  void headings() {
    heading(layout_.number, "No");
    heading(layout_.aspect, tr({"Aspect", "Aspek"}));
    heading(layout_.name, tr({"Indicator", "Indikator"}));
    heading(layout_.weight, tr({"Weight (%)", "Bobot (%)"}));
    const std::string level = tr({"Level", "Tingkat"});
    if (layout_.previous != kNoColumn) {
      heading(layout_.previous, fmt::format("{} {}", level, layout_.options.previous->year));
    }
    heading(layout_.level, fmt::format("{} {}", level, layout_.assessment.year));
    heading(layout_.target, "Target");
    heading(layout_.due, tr({"Due", "Tenggat"}));
    if (layout_.sure != kNoColumn) heading(layout_.sure, tr({"Certainty", "Keyakinan"}));
    heading(layout_.units, of_units(layout_.assessment, tr({"Unit", "Perangkat Daerah"})));
    heading(layout_.effort, tr({"Effort", "Upaya"}));
    heading(layout_.evidence, tr({"Evidence", "Data Dukung"}));
    heading(layout_.note, tr({"Note", "Catatan"}));
    if (layout_.form != kNoColumn) heading(layout_.form, tr({"Value from", "Asal nilai"}));
    heading(layout_.contribution, tr({"Contribution", "Sumbangan"}));
    heading(layout_.worth, tr({"Worth of one level", "Nilai satu tingkat"}));
    for (std::uint32_t i = 0; i < layout_.criteria_count; ++i) {
      const int value = layout_.lowest_criterion + static_cast<int>(i);
      const MaturityLevel* known = instrument_.scales.front().level(value);
      heading(layout_.first_criterion + i,
              fmt::format("{} {} {}", tr({"Criteria", "Kriteria"}), value,
                          known == nullptr ? "" : level_name(*known)));
    }
    heading(layout_.whole_weight, tr({"Whole weight", "Bobot bulat"}));
    heading(layout_.low, tr({"Lowest", "Terendah"}));
    heading(layout_.high, tr({"Highest", "Tertinggi"}));
    heading(layout_.planned, tr({"Planned", "Rencana"}));
    sheet_.heights.emplace_back(Layout::kHeadingRow, 2 * kLineHeight + 2);
  }

  const std::string& level_name(const MaturityLevel& level) const {
    const bool english = layout_.options.language == Language::english && !level.english.empty();
    return english ? level.english : level.name;
  }

  void text(std::uint32_t row, std::uint32_t column, std::string value, const CellStyle& style) {
    CellValue cell;
    if (!value.empty()) cell = std::move(value);
    put(row, column, std::move(cell), style);
  }

  void row(std::uint32_t at) {
    const ComponentIndex index = layout_.indicators[at];
    const Component& c = instrument_.at(index);
    const std::uint32_t row = Layout::kFirstRow + at;
    const bool numeric = c.key.find_first_not_of("0123456789") == std::string::npos;
    CellStyle plain = text_style();
    plain.align = CellStyle::Align::left;
    put(row, layout_.number, numeric ? CellValue(NumberValue{c.key}) : CellValue(c.key), plain);
    const bool has_parent = c.parent != kNoComponent;
    text(row, layout_.aspect, has_parent ? instrument_.at(c.parent).id : "", plain);
    put(row, layout_.name, layout_.name_of(c), text_style());
    put(row, layout_.weight, number_value(c.weight), number_style("0.00"));
    CellStyle level = input_style();
    level.align = CellStyle::Align::center;
    level.wrap = false;
    CellStyle before = level;
    before.fill.clear();
    before.locked = true;
    if (layout_.previous != kNoColumn) {
      put(row, layout_.previous, optional_number(layout_.level_of(layout_.options.previous, index)),
          before);
    }
    put(row, layout_.level, optional_number(layout_.level_of(&layout_.assessment, index)), level);
    details(row, index, level);
    results(row, index);
    criteria(row, index);
  }

  void details(std::uint32_t row, ComponentIndex index, const CellStyle& level) {
    static const Details none;
    const Details* given = layout_.assessment.details_of(index);
    const Details& details = given == nullptr ? none : *given;
    put(row, layout_.target, optional_number(details.target), level);
    CellStyle day = level;
    day.format = kDayFormat;
    put(row, layout_.due, details.due ? day_value(*details.due) : CellValue(), day);
    if (layout_.sure != kNoColumn) {
      put(row, layout_.sure, details.sure ? amount_value(*details.sure) : CellValue(), level);
    }
    text(row, layout_.units, lines_of_units(details.units), input_style());
    if (details.effort.size() == 1) {
      put(row, layout_.effort, amount_value(details.effort.front()), level);
    } else {
      std::string efforts;
      for (const Ratio effort : details.effort) {
        efforts += (efforts.empty() ? "" : "; ") + exact_text(effort);
      }
      text(row, layout_.effort, efforts, level);
    }
    const std::string evidence = lines_of(evidence_lines_of(layout_, details));
    text(row, layout_.evidence, evidence, input_style());
    text(row, layout_.note, details.note, input_style());
    if (layout_.form != kNoColumn) {
      text(row, layout_.form, form_of(layout_.assessment, index), input_style());
    }
    int lines = std::max({lines_in(layout_.name_of(instrument_.at(index)), 46),
                          lines_in(lines_of_units(details.units), 24), lines_in(evidence, 30),
                          lines_in(details.note, 30)});
    for (std::uint32_t i = 0; i < layout_.criteria_count; ++i) {
      const Bilingual* words =
          layout_.criteria->find(index, Ratio(layout_.lowest_criterion + static_cast<int>(i)));
      if (words == nullptr) continue;
      lines = std::max(lines, lines_in(layout_.text({words->english, words->indonesian}), 30));
    }
    sheet_.heights.emplace_back(row, std::min(lines * kLineHeight + 2, kMostHeight));
  }

  // Lines that the text takes in a column of this width, broken at words.
  static int lines_in(const std::string& text, int width) {
    int lines = 1;
    int used = 0;
    std::size_t begin = 0;
    while (begin <= text.size()) {
      const std::size_t end = std::min(text.find_first_of(" \n", begin), text.size());
      const int word = static_cast<int>(count_code_points(text.substr(begin, end - begin)));
      if (used > 0 && used + word > width) {
        ++lines;
        used = 0;
      }
      used += word + 1;
      lines += std::max(0, word - 1) / width;
      if (end < text.size() && text[end] == '\n') {
        ++lines;
        used = 0;
      }
      begin = end + 1;
    }
    return lines;
  }

  void results(std::uint32_t row, ComponentIndex index) {
    const Scale& scale = instrument_.scale_of(index);
    const auto level = layout_.level_of(&layout_.assessment, index);
    const Ratio weight = layout_.whole_weight_of(index);
    const std::string here = fixed_cell(row, layout_.level);
    FormulaValue share{
        fmt::format("IF(ISNUMBER({0}),{1}*{0}/{2},\"\")", here,
                    fixed_cell(row, layout_.whole_weight), decimal(layout_.divisor())),
        std::string()};
    if (level) share.result = number_value(weight * *level / layout_.divisor());
    put(row, layout_.contribution, share, number_style("0.0000"));
    put(row, layout_.worth, number_value(instrument_.at(index).worth), number_style("0.0000"));
    put(row, layout_.whole_weight, number_value(weight), CellStyle());
    bound(row, index, level, {layout_.low, scale.low, "MAX", "-"});
    bound(row, index, level, {layout_.high, scale.high, "MIN", "+"});
    const auto planned = layout_.planned_level(index);
    FormulaValue plan{fmt::format("IF(ISNUMBER({0}),{0},IF(ISNUMBER({1}),{1},\"\"))",
                                  fixed_cell(row, layout_.target), here),
                      std::string()};
    if (planned) plan.result = number_value(*planned);
    put(row, layout_.planned, plan, CellStyle());
  }

  struct Bound {
    std::uint32_t column;
    int end;           // of the scale
    const char* keep;  // the function that keeps a printed value within the scale
    const char* sign;
  };

  // The level, else what a printed value above leaves open, else the end of the scale.
  void bound(std::uint32_t row, ComponentIndex index, const std::optional<Ratio>& level,
             const Bound& bound) {
    std::string otherwise = std::to_string(bound.end);
    Ratio value = level.value_or(Ratio(bound.end));
    std::vector<ComponentIndex> above;
    for (ComponentIndex i = instrument_.at(index).parent; i != kNoComponent;
         i = instrument_.at(i).parent) {
      above.push_back(i);
    }
    std::ranges::reverse(above);
    for (const ComponentIndex i : above) {
      if (!layout_.whole()) break;
      const Score& score = layout_.assessment.score(i);
      const bool given = score.kind == Score::Kind::published;
      Ratio half(1, 2);
      for (int places = given ? score.published.places : 2; places > 0; --places) {
        half = half / Ratio(10);
      }
      const std::string cell =
          sheet_reference(layout_.summary_name()) + "!" + fixed_cell(layout_.summary_rows.at(i), 6);
      otherwise = fmt::format("IF(ISNUMBER({0}),{1}({2},{0}{3}{4}),{5})", cell, bound.keep,
                              bound.end, bound.sign, decimal(half), otherwise);
      if (!given || level) continue;
      const bool down = bound.sign[0] == '-';
      const Ratio printed = score.published.printed + (down ? -half : half);
      value = down ? max(Ratio(bound.end), printed) : min(Ratio(bound.end), printed);
    }
    put(row, bound.column,
        FormulaValue{
            fmt::format("IF(ISNUMBER({0}),{0},{1})", fixed_cell(row, layout_.level), otherwise),
            number_value(value)},
        CellStyle());
  }

  void criteria(std::uint32_t row, ComponentIndex index) {
    if (!layout_.criteria) return;
    for (std::uint32_t i = 0; i < layout_.criteria_count; ++i) {
      const Bilingual* words =
          layout_.criteria->find(index, Ratio(layout_.lowest_criterion + static_cast<int>(i)));
      text(row, layout_.first_criterion + i,
           words == nullptr ? "" : layout_.text({words->english, words->indonesian}), text_style());
    }
  }

  void rules() {
    const std::uint32_t first = layout_.previous == kNoColumn ? layout_.level : layout_.previous;
    const CellRange levels{Layout::kFirstRow, first, layout_.last_row(), layout_.target};
    // Where levels are bands, a value has the colour of its band, that of the higher where two
    // meet. An empty cell equals 0 for a spreadsheet, and is to stay yellow.
    const Scale& scale = instrument_.scales.front();
    for (int level = scale.high; level >= std::max(scale.low, 1); --level) {
      const auto color = static_cast<std::size_t>(level);
      if (color >= std::size(kColors)) continue;
      const bool bands = scale.has_milestones();
      const Ratio low = bands ? scale.band_begin(level) : Ratio(level);
      const Ratio high = bands ? scale.milestone(level) : Ratio(level);
      sheet_.colors.push_back(
          {levels, decimal(low), decimal(high), kColors[color].fill, kColors[color].text});
    }
    for (std::size_t i = 0; i < instrument_.scales.size(); ++i) scale_rules(i);
  }

  // A run of rows with one scale is one rule.
  void scale_rules(std::size_t scale) {
    std::uint32_t begin = 0;
    const auto count = static_cast<std::uint32_t>(layout_.indicators.size());
    for (std::uint32_t i = 0; i <= count; ++i) {
      if (i < count && instrument_.at(layout_.indicators[i]).scale == scale) continue;
      if (i > begin) {
        validate(instrument_.scales[scale], {Layout::kFirstRow + begin, layout_.level,
                                             Layout::kFirstRow + i - 1, layout_.target});
      }
      begin = i + 1;
    }
  }

  void validate(const Scale& scale, const CellRange& range) {
    Validation rule;
    rule.range = range;
    rule.title = tr({"Level", "Tingkat"});
    if (scale.whole) {
      for (int value = scale.low; value <= scale.high; ++value) {
        rule.list.push_back(std::to_string(value));
      }
    }
    rule.low = std::to_string(scale.low);
    rule.high = std::to_string(scale.high);
    for (const MaturityLevel& level : scale.levels) {
      rule.prompt +=
          fmt::format("{}{} {}", rule.prompt.empty() ? "" : "\n", level.value, level_name(level));
    }
    constexpr std::size_t kMostPrompt = 240;
    if (rule.prompt.empty() || count_code_points(rule.prompt) > kMostPrompt) {
      rule.prompt = fmt::format("{}-{}", scale.low, scale.high);
    }
    rule.error =
        scale.whole
            ? fmt::format("{} {}-{}.",
                          tr({"A level is a whole number,", "Tingkat adalah bilangan bulat"}),
                          scale.low, scale.high)
            : fmt::format("{} {}-{}.", tr({"A value from", "Nilai dari"}), scale.low, scale.high);
    sheet_.validations.push_back(std::move(rule));
  }

  const Layout& layout_;
  const Instrument& instrument_;
  Sheet sheet_;
};

}  // namespace

Sheet indicators_sheet(const Layout& layout) { return IndicatorsSheet(layout).draw(); }

}  // namespace spbe
