#include "workbook/sheet_writer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "workbook/xml.hpp"

namespace spbe {

namespace {

template <class... T>
struct Overloaded : T... {
  using T::operator()...;
};
template <class... T>
Overloaded(T...) -> Overloaded<T...>;

std::string text_element(const char* element, const std::string& text) {
  return fmt::format("<{0} xml:space=\"preserve\">{1}</{0}>", element, xml_escaped(text));
}

class SheetWriting {
 public:
  SheetWriting(const Sheet& sheet, const StyleTable& styles) : sheet_(sheet), styles_(styles) {}

  std::string write(bool first) {
    out_ =
        "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
        "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
        "<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>";
    view(first);
    columns();
    rows();
    if (sheet_.is_protected) {
      out_ +=
          "<sheetProtection sheet=\"1\" objects=\"1\" scenarios=\"1\" formatCells=\"0\" "
          "formatColumns=\"0\" formatRows=\"0\" autoFilter=\"0\"/>";
    }
    if (sheet_.filter) out_ += fmt::format("<autoFilter ref=\"{}\"/>", range_name(*sheet_.filter));
    merged();
    colors();
    validations();
    page();
    if (sheet_.chart) out_ += "<drawing r:id=\"rId1\"/>";
    return out_ + "</worksheet>";
  }

 private:
  void view(bool first) {
    out_ +=
        fmt::format("<sheetViews><sheetView{}{} workbookViewId=\"0\">",
                    sheet_.filter ? "" : " showGridLines=\"0\"", first ? " tabSelected=\"1\"" : "");
    if (sheet_.frozen_rows + sheet_.frozen_columns > 0) {
      const char* pane = sheet_.frozen_rows == 0      ? "topRight"
                         : sheet_.frozen_columns == 0 ? "bottomLeft"
                                                      : "bottomRight";
      out_ += "<pane";
      if (sheet_.frozen_columns > 0) out_ += fmt::format(" xSplit=\"{}\"", sheet_.frozen_columns);
      if (sheet_.frozen_rows > 0) out_ += fmt::format(" ySplit=\"{}\"", sheet_.frozen_rows);
      out_ += fmt::format(" topLeftCell=\"{}\" activePane=\"{}\" state=\"frozen\"/>",
                          cell_name(sheet_.frozen_rows, sheet_.frozen_columns), pane);
      out_ += fmt::format("<selection pane=\"{}\"/>", pane);
    }
    out_ += "</sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"15\"/>";
  }

  void columns() {
    if (sheet_.columns.empty()) return;
    out_ += "<cols>";
    for (std::size_t i = 0; i < sheet_.columns.size(); ++i) {
      const SheetColumn& column = sheet_.columns[i];
      out_ += fmt::format("<col min=\"{0}\" max=\"{0}\" width=\"{1}\"{2} customWidth=\"1\"/>",
                          i + 1, column.width, column.hidden ? " hidden=\"1\"" : "");
    }
    out_ += "</cols>";
  }

  void rows() {
    std::map<std::uint32_t, std::vector<const Cell*>> by_row;
    std::map<std::uint32_t, int> heights(sheet_.heights.begin(), sheet_.heights.end());
    for (const auto& [row, height] : heights) by_row[row];
    for (const Cell& cell : sheet_.cells) by_row[cell.row].push_back(&cell);
    out_ += "<sheetData>";
    for (auto& [row, cells] : by_row) {
      out_ += fmt::format("<row r=\"{}\"", row + 1);
      if (const auto height = heights.find(row); height != heights.end()) {
        out_ += fmt::format(" ht=\"{}\" customHeight=\"1\"", height->second);
      }
      out_ += '>';
      std::ranges::stable_sort(cells, {}, [](const Cell* cell) { return cell->column; });
      for (const Cell* cell : cells) write_cell(*cell);
      out_ += "</row>";
    }
    out_ += "</sheetData>";
  }

  void write_cell(const Cell& cell) {
    const std::string begin = fmt::format("<c r=\"{}\" s=\"{}\"", cell_name(cell.row, cell.column),
                                          styles_.number_of(cell.style));
    out_ += begin;
    std::visit(Overloaded{[this](std::monostate) { out_ += "/>"; },
                          [this](const std::string& text) {
                            out_ += " t=\"inlineStr\"><is>" + text_element("t", text) + "</is></c>";
                          },
                          [this](const NumberValue& number) {
                            out_ += "><v>" + number.digits + "</v></c>";
                          },
                          [this](const FormulaValue& formula) { write_formula(formula); }},
               cell.value);
  }

  void write_formula(const FormulaValue& formula) {
    const auto* number = std::get_if<NumberValue>(&formula.result);
    out_ += number == nullptr ? " t=\"str\"><f>" : "><f>";
    out_ += xml_escaped(formula.formula) + "</f><v>";
    out_ += number == nullptr ? xml_escaped(std::get<std::string>(formula.result)) : number->digits;
    out_ += "</v></c>";
  }

  void merged() {
    if (sheet_.merged.empty()) return;
    out_ += fmt::format("<mergeCells count=\"{}\">", sheet_.merged.size());
    for (const CellRange& range : sheet_.merged) {
      out_ += fmt::format("<mergeCell ref=\"{}\"/>", range_name(range));
    }
    out_ += "</mergeCells>";
  }

  void colors() {
    for (std::size_t i = 0; i < sheet_.colors.size(); ++i) {
      const ColorRule& rule = sheet_.colors[i];
      out_ += fmt::format(
          "<conditionalFormatting sqref=\"{}\"><cfRule type=\"cellIs\" dxfId=\"{}\" "
          "priority=\"{}\" operator=\"between\"><formula>{}</formula><formula>{}</formula></cfRule>"
          "</conditionalFormatting>",
          range_name(rule.range), styles_.number_of(rule), i + 1, xml_escaped(rule.low),
          xml_escaped(rule.high));
    }
  }

  void validations() {
    if (sheet_.validations.empty()) return;
    out_ += fmt::format("<dataValidations count=\"{}\">", sheet_.validations.size());
    for (const Validation& one : sheet_.validations) {
      out_ += fmt::format(
          "<dataValidation type=\"{}\"{}{} allowBlank=\"1\" showInputMessage=\"1\" "
          "showErrorMessage=\"1\"",
          one.list.empty() ? "decimal" : "list", one.strict ? "" : " errorStyle=\"warning\"",
          one.list.empty() ? " operator=\"between\"" : "");
      out_ += fmt::format(" errorTitle=\"{0}\" error=\"{1}\" promptTitle=\"{0}\" prompt=\"{2}\"",
                          xml_attribute(one.title), xml_attribute(one.error),
                          xml_attribute(one.prompt));
      out_ += fmt::format(" sqref=\"{}\">", range_name(one.range));
      if (one.list.empty()) {
        out_ += fmt::format("<formula1>{}</formula1><formula2>{}</formula2>", one.low, one.high);
      } else {
        std::string joined;
        for (const std::string& item : one.list) joined += (joined.empty() ? "" : ",") + item;
        out_ += "<formula1>\"" + xml_escaped(joined) + "\"</formula1>";
      }
      out_ += "</dataValidation>";
    }
    out_ += "</dataValidations>";
  }

  void page() {
    out_ += fmt::format(
        "<pageMargins left=\"0.4\" right=\"0.4\" top=\"0.5\" bottom=\"0.6\" header=\"0.3\" "
        "footer=\"0.3\"/><pageSetup paperSize=\"9\" orientation=\"{}\" fitToHeight=\"0\"/>",
        sheet_.landscape ? "landscape" : "portrait");
    std::string footer;
    // '&' begins a code of the footer.
    for (const char c : sheet_.footer) footer += c == '&' ? std::string("&&") : std::string(1, c);
    constexpr std::size_t kMostFooter = 200;
    if (footer.size() > kMostFooter) footer.clear();
    out_ += "<headerFooter><oddFooter>" + xml_escaped("&L" + footer + "&R&P / &N") +
            "</oddFooter></headerFooter>";
  }

  const Sheet& sheet_;
  const StyleTable& styles_;
  std::string out_;
};

}  // namespace

std::string sheet_part(const Sheet& sheet, const StyleTable& styles, bool first) {
  return SheetWriting(sheet, styles).write(first);
}

}  // namespace spbe
