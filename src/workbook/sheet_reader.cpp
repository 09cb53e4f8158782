#include "workbook/sheet_reader.hpp"

#include <algorithm>
#include <charconv>

namespace spbe {

namespace {

struct CellAt {
  std::uint32_t row = 0;
  std::uint32_t column = 0;
};

// "F12"; nothing when it is no such name or beyond what a spreadsheet can have.
std::optional<CellAt> parse_cell(std::string_view name) {
  constexpr std::uint32_t kMost = 10'000'000;
  CellAt at;
  std::size_t i = 0;
  for (; i < name.size() && name[i] >= 'A' && name[i] <= 'Z' && i < 4; ++i) {
    at.column = at.column * 26 + static_cast<std::uint32_t>(name[i] - 'A' + 1);
  }
  const char* const end = name.data() + name.size();
  const auto [stop, error] = std::from_chars(name.data() + i, end, at.row);
  if (i == 0 || error != std::errc() || stop != end || at.row == 0 || at.row > kMost) {
    return std::nullopt;
  }
  return CellAt{at.row - 1, at.column - 1};
}

class SheetReading {
 public:
  SheetReading(Package& package, ReadSheet& sheet, SheetContext& context)
      : package_(package), sheet_(sheet), context_(context) {}

  bool read(const std::string& part) {
    const bool fine = package_.read(
        part, {[this](std::string_view name, const XmlAttributes& a) { return begin(name, a); },
               [this](std::string_view name) { end(name); },
               [this](std::string_view text) { return characters(text); }});
    if (!fine || !package_.fine()) return false;
    const auto by_place = [](const SheetCell& a, const SheetCell& b) {
      return std::pair(a.row, a.column) < std::pair(b.row, b.column);
    };
    std::ranges::sort(sheet_.cells, by_place);
    const auto same = [](const SheetCell& a, const SheetCell& b) {
      return a.row == b.row && a.column == b.column;
    };
    const auto twice = std::ranges::adjacent_find(sheet_.cells, same);
    if (twice == sheet_.cells.end()) return true;
    package_.error("workbook-cell-twice",
                   {sheet_.name + "!" + cell_name(twice->row, twice->column)});
    return false;
  }

 private:
  bool begin(std::string_view name, const XmlAttributes& attributes) {
    if (name == "row") return begin_row(attributes["r"]);
    if (name == "c") return begin_cell(attributes);
    if (name == "f" && in_cell_) formula_ = true;
    if (name == "rPh") phonetic_ = true;
    in_text_ = in_cell_ && !phonetic_ && (name == "v" || name == "t");
    if (name == "v" && in_cell_) stored_ = true;
    if (name == "mergeCell") return merge(attributes["ref"]);
    return true;
  }

  bool begin_row(std::string_view number) {
    if (number.empty()) {
      ++next_row_;
    } else if (const auto at = parse_cell("A" + std::string(number))) {
      next_row_ = at->row + 1;
    } else {
      return bad_place(number);
    }
    cell_ = {next_row_ - 1, 0};
    next_column_ = 0;
    return true;
  }

  bool begin_cell(const XmlAttributes& attributes) {
    const std::string_view name = attributes["r"];
    if (name.empty()) {
      cell_.column = next_column_;
    } else if (const auto at = parse_cell(name)) {
      cell_ = *at;
    } else {
      return bad_place(name);
    }
    next_column_ = cell_.column + 1;
    in_cell_ = true;
    formula_ = stored_ = false;
    type_ = attributes["t"];
    value_.clear();
    style_ = 0;
    const std::string_view style = attributes["s"];
    std::from_chars(style.data(), style.data() + style.size(), style_);
    return true;
  }

  bool bad_place(std::string_view name) {
    package_.error("workbook-bad-cell", {sheet_.name, std::string(name)}).suggest("save-again");
    return false;
  }

  void end(std::string_view name) {
    in_text_ = false;
    if (name == "rPh") phonetic_ = false;
    if (name != "c" || !in_cell_) return;
    in_cell_ = false;
    take();
  }

  bool characters(std::string_view text) {
    if (in_text_) value_ += text;
    // A fault found at the end of a cell ends the reading here.
    return package_.fine();
  }

  bool merge(std::string_view range) {
    const std::size_t colon = range.find(':');
    const auto first = parse_cell(range.substr(0, colon));
    const auto last = colon == std::string_view::npos ? first : parse_cell(range.substr(colon + 1));
    if (!first || !last) return true;
    if (sheet_.merged.size() >= WorkbookLimits::kMostRows) return true;
    sheet_.merged.push_back({first->row, first->column, last->row, last->column});
    return true;
  }

  void take() {
    SheetCell cell{cell_.row, cell_.column, SheetCell::Kind::text, {}};
    fill(cell);
    if (cell.text.empty() && cell.kind != SheetCell::Kind::unstored) return;
    if (cell.row >= WorkbookLimits::kMostRows) {
      package_.error("sheet-too-many-rows",
                     {sheet_.name, std::to_string(WorkbookLimits::kMostRows)});
    } else if (cell.column >= WorkbookLimits::kMostColumns) {
      package_.error("sheet-too-many-columns",
                     {sheet_.name, std::to_string(WorkbookLimits::kMostColumns)});
    }
    context_.text += cell.text.size();
    if (++context_.cells > WorkbookLimits::kMostCells ||
        context_.text > WorkbookLimits::kMostText) {
      package_.error("workbook-too-many-cells", {std::to_string(WorkbookLimits::kMostCells),
                                                 std::to_string(WorkbookLimits::kMostText >> 20U)});
    }
    if (package_.fine()) sheet_.cells.push_back(std::move(cell));
  }

  std::string shared_string(const SheetCell& cell) {
    std::size_t index = context_.strings.size();
    const char* end = value_.data() + value_.size();
    const bool whole = std::from_chars(value_.data(), end, index).ptr == end;
    if (whole && index < context_.strings.size()) return context_.strings[index];
    package_
        .error("workbook-no-text", {sheet_.name + "!" + cell_name(cell.row, cell.column), value_})
        .suggest("save-again");
    return {};
  }

  void fill(SheetCell& cell) {
    // Some programs write an empty value beside a formula that they did not compute; an empty
    // result is a text.
    if (formula_ && value_.empty() && (!stored_ || type_.empty() || type_ == "n")) {
      cell.kind = SheetCell::Kind::unstored;
    } else if (type_ == "s") {
      if (!value_.empty()) cell.text = shared_string(cell);
    } else if (type_ == "str" || type_ == "inlineStr" || type_ == "d") {
      cell.text = without_x_escapes(value_);
    } else if (type_ == "e") {
      cell.kind = SheetCell::Kind::error;
      cell.text = value_;
    } else if (type_ == "b") {
      cell.text = value_ == "1" ? "TRUE" : "FALSE";
    } else if (!value_.empty()) {
      const NumberFormat format =
          style_ < context_.formats.size() ? context_.formats[style_] : NumberFormat();
      const auto text = number_text(value_, format, context_.dates_from_1904);
      if (text) cell.kind = SheetCell::Kind::number;
      cell.text = text.value_or(value_);
    }
  }

  Package& package_;
  ReadSheet& sheet_;
  SheetContext& context_;
  std::uint32_t next_row_ = 0;
  std::uint32_t next_column_ = 0;
  CellAt cell_;
  bool in_cell_ = false;
  bool in_text_ = false;
  bool phonetic_ = false;
  bool formula_ = false;
  bool stored_ = false;
  std::string type_;
  std::string value_;
  std::size_t style_ = 0;
};

}  // namespace

std::optional<ReadSheet> read_sheet(Package& package, const std::string& part, std::string name,
                                    SheetContext& context) {
  ReadSheet sheet;
  sheet.name = std::move(name);
  if (!SheetReading(package, sheet, context).read(part)) return std::nullopt;
  return sheet;
}

}  // namespace spbe
