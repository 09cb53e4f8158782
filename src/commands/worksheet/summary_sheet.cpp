#include <fmt/format.h>

#include <algorithm>

#include "commands/worksheet/layout.hpp"
#include "model/words.hpp"

namespace spbe {

namespace {

// The columns of the table; the results of three years stand side by side.
enum Column : std::uint32_t {
  kCode,
  kName,
  kWeight,
  kLast,
  kNow,
  kPlan,
  kGiven,
  kPublished,
  kGoal
};

class SummarySheet {
 public:
  explicit SummarySheet(const Layout& layout)
      : layout_(layout), instrument_(layout.instrument), assessment_(layout.assessment) {
    sheet_.name = layout.summary_name();
    const bool shown = instrument_.category_rule.in(assessment_.year) == CategoryBasis::shown;
    // Half a hundredth of the index is then a whole number as well.
    if (shown) rounding_ = Ratio(1, 200) * layout_.divisor();
  }

  Sheet draw() {
    sheet_.columns = {{17, false}, {48, false}, {9, false},  {11, false}, {11, false},
                      {11, false}, {13, false}, {14, false}, {11, false}};
    identity();
    if (layout_.whole()) {
      status();
      table();
      chart();
    } else {
      progress();
    }
    sheet_.is_protected = true;
    sheet_.landscape = true;
    sheet_.footer = assessment_.institution;
    return std::move(sheet_);
  }

 private:
  std::string tr(const Words& words) const { return layout_.text(words); }

  void put(std::uint32_t row, std::uint32_t column, CellValue value, const CellStyle& style) {
    sheet_.cells.push_back({row, column, std::move(value), style});
  }

  void identity() {
    put(0, 0, fmt::format("{} {} ({})", instrument_.index_name, assessment_.year, instrument_.name),
        title_style());
    sheet_.heights.emplace_back(0, 21);
    const CellStyle label = text_style();
    const auto line = [&](std::uint32_t row, const Words& name, const std::string& value) {
      put(row, 0, tr(name), label);
      put(row, 1, value.empty() ? CellValue() : CellValue(value), input_style());
    };
    line(2, {"Institution", "Nama Instansi"}, assessment_.institution);
    put(3, 0, tr({"Year", "Tahun"}), label);
    CellStyle fixed = text_style();
    fixed.align = CellStyle::Align::left;
    put(3, 1, NumberValue{std::to_string(assessment_.year)}, fixed);
    put(4, 0, tr({"Instrument", "Instrumen"}), label);
    put(4, 1, instrument_.id, fixed);
    line(5, {"Kind", "Jenis Instansi"}, std::string(to_string(assessment_.kind)));
    line(6, {"Province", "Provinsi"}, assessment_.province);
    line(7, {"Stage", "Tahap"}, std::string(to_string(assessment_.stage)));
    line(8, {"Source", "Sumber"}, assessment_.origin);
    if (count_code_points(assessment_.origin) > 46) sheet_.heights.emplace_back(8, 46);
    line(9, {"Effort unit", "Satuan upaya"}, assessment_.effort_unit);
    line(10, {"Institution id", "Kode instansi"}, assessment_.id);
    one_of(5, {"Kind", "Jenis Instansi"}, known_kinds());
    one_of(7, {"Stage", "Tahap"}, known_stages());
  }

  void one_of(std::uint32_t row, const Words& title, const std::vector<std::string>& words) {
    Validation rule;
    rule.range = {row, 1, row, 1};
    rule.list = words;
    rule.title = tr(title);
    for (const std::string& word : words) rule.prompt += (rule.prompt.empty() ? "" : ", ") + word;
    rule.error = rule.prompt;
    sheet_.validations.push_back(std::move(rule));
  }

  void progress() {
    const std::string levels = layout_.column_of(layout_.level);
    std::size_t scored = 0;
    for (const ComponentIndex i : layout_.indicators) {
      if (layout_.level_of(&assessment_, i)) ++scored;
    }
    put(Layout::kStatusRow, 0, tr({"Filled in", "Terisi"}), text_style());
    CellStyle style = number_style("0");
    style.align = CellStyle::Align::left;
    put(Layout::kStatusRow, 1,
        FormulaValue{"COUNT(" + levels + ")", NumberValue{std::to_string(scored)}}, style);
    put(Layout::kStatusRow + 1, 0, tr({"Indicators", "Indikator"}), text_style());
    put(Layout::kStatusRow + 1, 1, NumberValue{std::to_string(layout_.indicators.size())}, style);
  }

  // ------------------------------------------------------------ the whole index

  std::string product(std::uint32_t column, ComponentIndex below = kNoComponent) const {
    return fmt::format("SUMPRODUCT({},{})", layout_.column_of(layout_.whole_weight, below),
                       layout_.column_of(column, below));
  }

  std::string complete(std::uint32_t column, ComponentIndex below = kNoComponent) const {
    return fmt::format("COUNT({})={}", layout_.column_of(column, below),
                       layout_.indicators_of(below).size());
  }

  // Of a whole-number sum, by whole-number bounds; a half counts as well, hence twice.
  std::string category(const std::string& sum) const {
    std::string bounds;
    std::string names;
    for (const Category& c : instrument_.categories) {
      const Ratio bound =
          bounds.empty() ? Ratio(0) : Ratio(2) * (c.from * layout_.divisor() - rounding_);
      bounds += (bounds.empty() ? "" : ",") + number_value(bound).digits;
      names += (names.empty() ? "\"" : ",\"") + layout_.name_of(c) + "\"";
    }
    const bool whole = std::ranges::all_of(instrument_.scales, &Scale::whole);
    return fmt::format("LOOKUP(ROUND(2*{},{}),{{{}}},{{{}}})", sum, whole ? 0 : 6, bounds, names);
  }

  const std::string& category_name(Ratio index) const {
    const CategoryBasis basis = instrument_.category_rule.in(assessment_.year);
    return layout_.name_of(instrument_.categories[instrument_.category_of(index, basis)]);
  }

  // The sum of weight * value below a component; nothing when a value is missing.
  template <class Value>
  std::optional<Ratio> sum(ComponentIndex below, const Value& value) const {
    Ratio total;
    for (const ComponentIndex i : layout_.indicators_of(below)) {
      const std::optional<Ratio> one = value(i);
      if (!one) return std::nullopt;
      total += layout_.whole_weight_of(i) * *one;
    }
    return total;
  }

  struct YearColumn {
    Column column = kNow;
    std::uint32_t source = 0;  // on the sheet of indicators
    const Assessment* levels = nullptr;
  };

  std::optional<Ratio> total(const YearColumn& year, ComponentIndex below) const {
    if (year.column == kPlan) {
      return sum(below, [this](ComponentIndex i) { return layout_.planned_level(i); });
    }
    return sum(below, [&](ComponentIndex i) { return layout_.level_of(year.levels, i); });
  }

  std::vector<YearColumn> years() const {
    std::vector<YearColumn> all;
    if (layout_.previous != kNoColumn) {
      all.push_back({kLast, layout_.previous, layout_.options.previous});
    }
    all.push_back({kNow, layout_.level, &assessment_});
    all.push_back({kPlan, layout_.planned, &assessment_});
    return all;
  }

  void status() {
    put(Layout::kStatusRow, 0, instrument_.index_name, title_style());
    CellStyle large = title_style();
    large.size = 20;
    large.align = CellStyle::Align::left;
    large.format = "0.00";
    const auto total =
        sum(kNoComponent, [this](ComponentIndex i) { return layout_.level_of(&assessment_, i); });
    const std::string index = fixed_cell(Layout::kIndexRow, kNow);
    FormulaValue value{
        fmt::format("IF(ISNUMBER({0}),{0},\"{1}\")", index, tr({"incomplete", "belum lengkap"})),
        tr({"incomplete", "belum lengkap"})};
    if (total) value.result = number_value(*total / layout_.divisor());
    put(Layout::kStatusRow, 1, value, large);
    sheet_.heights.emplace_back(Layout::kStatusRow, 28);
    put(Layout::kStatusRow + 1, 0, tr({"Category", "Predikat"}), title_style());
    put(Layout::kStatusRow + 1, 1, range_formula(total), in_bold(CellStyle()));
  }

  std::string shown(Ratio value) const {
    std::string text = fixed(value, 2);
    if (layout_.options.language == Language::indonesian) std::ranges::replace(text, '.', ',');
    return text;
  }

  // The category, or between which values and categories the index lies. Hundredths are rounded as
  // whole numbers: FIXED alone takes a half for a little less.
  FormulaValue range_formula(const std::optional<Ratio>& total) const {
    const std::string low = product(layout_.low);
    const std::string high = product(layout_.high);
    const std::string divisor = decimal(layout_.divisor());
    FormulaValue out;
    out.formula = fmt::format(
        "IF({0},{1},\"{2} \"&FIXED(ROUND(100*{3}/{5},0)/100,2)&\" {4} \"&"
        "FIXED(ROUND(100*{6}/{5},0)/100,2)&\": \"&"
        "IF({7}={8},{7},{7}&\" {4} \"&{8}))",
        complete(layout_.level), category(product(layout_.level)), tr({"from", "antara"}), low,
        tr({"to", "dan"}), divisor, high, category(low), category(high));
    if (total) {
      out.result = category_name(*total / layout_.divisor());
      return out;
    }
    const Ratio least = bound(false);
    const Ratio most = bound(true);
    std::string names = category_name(least);
    if (category_name(most) != names) names += " " + tr({"to", "dan"}) + " " + category_name(most);
    out.result = fmt::format("{} {} {} {}: {}", tr({"from", "antara"}), shown(least),
                             tr({"to", "dan"}), shown(most), names);
    return out;
  }

  // The index when every unknown level is at that end of its scale.
  Ratio bound(bool highest) const {
    const auto value = [&](ComponentIndex i) -> std::optional<Ratio> {
      if (const auto level = layout_.level_of(&assessment_, i)) return level;
      const Scale& scale = instrument_.scale_of(i);
      for (ComponentIndex up = instrument_.at(i).parent; up != kNoComponent;
           up = instrument_.at(up).parent) {
        if (assessment_.score(up).kind != Score::Kind::published) continue;
        const Interval range = assessment_.score(up).published.range();
        return highest ? min(Ratio(scale.high), range.high) : max(Ratio(scale.low), range.low);
      }
      return Ratio(highest ? scale.high : scale.low);
    };
    return *sum(kNoComponent, value) / layout_.divisor();
  }

  // ------------------------------------------------------------ the table

  void table() {
    const std::uint32_t row = Layout::kIndexRow - 1;
    const auto heading = [&](Column column, const std::string& text) {
      put(row, column, text, heading_style());
    };
    heading(kCode, tr({"Code", "Kode"}));
    heading(kName, tr({"Domain and aspect", "Domain dan aspek"}));
    heading(kWeight, tr({"Weight (%)", "Bobot (%)"}));
    heading(kLast, layout_.options.previous == nullptr
                       ? tr({"Year before", "Tahun lalu"})
                       : std::to_string(layout_.options.previous->year));
    heading(kNow, std::to_string(assessment_.year));
    heading(kPlan, "Target");
    heading(kGiven, tr({"Value in place of levels", "Nilai pengganti tingkat"}));
    heading(kPublished, tr({"Published", "Dipublikasikan"}));
    heading(kGoal, tr({"Goal", "Sasaran"}));
    sheet_.heights.emplace_back(row, 47);
    index_row();
    category_row();
    for (const auto& [component, at] : layout_.summary_rows) component_row(component, at);
  }

  void index_row() {
    const std::uint32_t row = Layout::kIndexRow;
    put(row, kCode, tr({"Index", "Indeks"}), in_bold(text_style()));
    put(row, kName, instrument_.index_name, in_bold(text_style()));
    put(row, kWeight, NumberValue{"100"}, in_bold(number_style("0.00")));
    for (const YearColumn& year : years()) {
      FormulaValue index{fmt::format("IF({},{}/{},\"\")", complete(year.source),
                                     product(year.source), decimal(layout_.divisor())),
                         std::string()};
      if (const auto found = total(year, kNoComponent)) {
        index.result = number_value(*found / layout_.divisor());
      }
      put(row, year.column, index, in_bold(number_style("0.0000")));
    }
    published(row, assessment_.published.index);
    goal(row, assessment_.targets.index);
  }

  void category_row() {
    const std::uint32_t row = Layout::kCategoryRow;
    put(row, kCode, tr({"Category", "Predikat"}), in_bold(text_style()));
    put(row, kName, CellValue(), text_style());
    CellStyle style = in_bold(text_style());
    style.align = CellStyle::Align::right;
    for (const YearColumn& year : years()) {
      FormulaValue name{
          fmt::format("IF({},{},\"\")", complete(year.source), category(product(year.source))),
          std::string()};
      if (const auto found = total(year, kNoComponent)) {
        name.result = category_name(*found / layout_.divisor());
      }
      put(row, year.column, name, style);
    }
    const std::string& given = assessment_.published.category;
    put(row, kPublished, given.empty() ? CellValue() : CellValue(given), input_style());
    const auto& aim = assessment_.targets.category;
    put(row, kGoal, aim ? CellValue(instrument_.categories[*aim].name) : CellValue(),
        input_style());
  }

  void goal(std::uint32_t row, const std::optional<Ratio>& value) {
    CellStyle style = input_style();
    style.wrap = false;
    put(row, kGoal, value ? amount_value(*value) : CellValue(), style);
  }

  void published(std::uint32_t row, const std::optional<PublishedNumber>& number) {
    number_cell(row, kPublished, number);
  }

  // Its format keeps with how many decimals it was printed.
  void number_cell(std::uint32_t row, Column column, const std::optional<PublishedNumber>& number) {
    CellStyle style = input_style();
    style.wrap = false;
    const int places = number ? number->places : 2;
    style.format = places == 0 ? "0" : "0." + std::string(static_cast<std::size_t>(places), '0');
    put(row, column, number ? CellValue(NumberValue{decimal(number->printed)}) : CellValue(),
        style);
  }

  void component_row(ComponentIndex index, std::uint32_t row) {
    const Component& c = instrument_.at(index);
    const bool domain = c.kind == ComponentKind::domain;
    const auto look = [&](const CellStyle& style) { return domain ? in_bold(style) : style; };
    put(row, kCode, c.id, look(text_style()));
    put(row, kName, layout_.name_of(c), look(text_style()));
    if (count_code_points(layout_.name_of(c)) > 46) sheet_.heights.emplace_back(row, 31);
    put(row, kWeight, number_value(c.weight), look(number_style("0.00")));
    for (const YearColumn& year : years()) {
      FormulaValue value{
          fmt::format("IF({},{}/SUM({}),\"\")", complete(year.source, index),
                      product(year.source, index), layout_.column_of(layout_.whole_weight, index)),
          std::string()};
      if (const auto found = total(year, index)) {
        value.result = number_value(*found / (c.weight * layout_.factor));
      }
      put(row, year.column, value, look(number_style("0.00")));
    }
    const Score& score = assessment_.score(index);
    const bool given = score.kind == Score::Kind::published;
    number_cell(row, kGiven, given ? std::optional(score.published) : std::nullopt);
    std::optional<PublishedNumber> printed;
    for (const auto& [component, number] : assessment_.published.components) {
      if (component == index) printed = number;
    }
    published(row, printed);
    std::optional<Ratio> aim;
    for (const Targets::Part& part : assessment_.targets.parts) {
      if (part.component == index) aim = part.value;
    }
    goal(row, aim);
  }

  void chart() {
    const std::uint32_t heading = Layout::kIndexRow - 1;
    RadarChart chart;
    chart.title = tr({"Aspects", "Nilai aspek"});
    chart.description = tr({"The values of the aspects, as in the table",
                            "Nilai setiap aspek, sama dengan isi tabel"});
    chart.first_row = layout_.first_aspect_row;
    chart.last_row = layout_.last_aspect_row;
    chart.label_column = kCode;
    if (layout_.previous != kNoColumn) {
      chart.series.push_back({heading, kLast, kLast, "8A97A0", true});
    }
    chart.series.push_back({heading, kPlan, kPlan, "7A4FA3", true});
    chart.series.push_back({heading, kNow, kNow, "155A7D", false});
    chart.high = instrument_.scales.front().high;
    chart.place = {1, kGoal + 1, 22, kGoal + 9};
    sheet_.chart = std::move(chart);
  }

  const Layout& layout_;
  const Instrument& instrument_;
  const Assessment& assessment_;
  Ratio rounding_;  // in units of the sum: what rounding to two decimals forgives
  Sheet sheet_;
};

}  // namespace

Sheet summary_sheet(const Layout& layout) { return SummarySheet(layout).draw(); }

}  // namespace spbe
