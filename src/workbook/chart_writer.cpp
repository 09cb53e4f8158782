#include <fmt/format.h>

#include <algorithm>

#include "workbook/sheet_writer.hpp"
#include "workbook/xml.hpp"

namespace spbe {

namespace {

constexpr const char* kChartSpace =
    "<c:chartSpace xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" "
    "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
    "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">";

// What the cell shows, as the chart keeps it.
std::string shown(const Sheet& sheet, std::uint32_t row, std::uint32_t column) {
  const auto found = std::ranges::find_if(
      sheet.cells, [&](const Cell& cell) { return cell.row == row && cell.column == column; });
  if (found == sheet.cells.end()) return {};
  if (const auto* text = std::get_if<std::string>(&found->value)) return *text;
  if (const auto* number = std::get_if<NumberValue>(&found->value)) return number->digits;
  const auto* formula = std::get_if<FormulaValue>(&found->value);
  if (formula == nullptr) return {};
  const auto* number = std::get_if<NumberValue>(&formula->result);
  return number == nullptr ? std::get<std::string>(formula->result) : number->digits;
}

class ChartWriting {
 public:
  explicit ChartWriting(const Sheet& sheet) : sheet_(sheet), chart_(*sheet.chart) {}

  std::string write() {
    std::string out = kChartSpace;
    out += fmt::format(
        "<c:roundedCorners val=\"0\"/><c:chart><c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr>"
        "<a:defRPr sz=\"1200\" b=\"1\"/></a:pPr><a:r><a:rPr lang=\"id-ID\" sz=\"1200\" b=\"1\"/>"
        "<a:t>{}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val=\"0\"/></c:title>"
        "<c:autoTitleDeleted val=\"0\"/><c:plotArea><c:layout/><c:radarChart>"
        "<c:radarStyle val=\"marker\"/><c:varyColors val=\"0\"/>",
        xml_escaped(chart_.title));
    for (std::size_t i = 0; i < chart_.series.size(); ++i) out += series(i);
    out += "<c:axId val=\"111\"/><c:axId val=\"112\"/></c:radarChart>" + axes();
    return out +
           "</c:plotArea><c:legend><c:legendPos val=\"b\"/><c:overlay val=\"0\"/></c:legend>"
           "<c:plotVisOnly val=\"1\"/><c:dispBlanksAs val=\"gap\"/></c:chart></c:chartSpace>";
  }

 private:
  std::string reference(std::uint32_t first_row, std::uint32_t last_row,
                        std::uint32_t column) const {
    return xml_escaped(sheet_reference(sheet_.name) + "!" +
                       (first_row == last_row
                            ? fixed_cell(first_row, column)
                            : fixed_range({first_row, column, last_row, column})));
  }

  std::string texts(std::uint32_t first_row, std::uint32_t last_row, std::uint32_t column) const {
    std::string out = fmt::format("<c:strRef><c:f>{}</c:f><c:strCache><c:ptCount val=\"{}\"/>",
                                  reference(first_row, last_row, column), last_row - first_row + 1);
    for (std::uint32_t row = first_row; row <= last_row; ++row) {
      out += fmt::format("<c:pt idx=\"{}\"><c:v>{}</c:v></c:pt>", row - first_row,
                         xml_escaped(shown(sheet_, row, column)));
    }
    return out + "</c:strCache></c:strRef>";
  }

  std::string numbers(std::uint32_t column) const {
    std::string out = fmt::format(
        "<c:numRef><c:f>{}</c:f><c:numCache><c:formatCode>0.00</c:formatCode>"
        "<c:ptCount val=\"{}\"/>",
        reference(chart_.first_row, chart_.last_row, column),
        chart_.last_row - chart_.first_row + 1);
    for (std::uint32_t row = chart_.first_row; row <= chart_.last_row; ++row) {
      const std::string value = shown(sheet_, row, column);
      if (value.empty()) continue;
      out += fmt::format("<c:pt idx=\"{}\"><c:v>{}</c:v></c:pt>", row - chart_.first_row, value);
    }
    return out + "</c:numCache></c:numRef>";
  }

  std::string series(std::size_t i) const {
    const RadarSeries& one = chart_.series[i];
    return fmt::format(
        "<c:ser><c:idx val=\"{0}\"/><c:order val=\"{0}\"/><c:tx>{1}</c:tx><c:spPr>"
        "<a:ln w=\"28575\"><a:solidFill><a:srgbClr val=\"{2}\"/></a:solidFill>{3}</a:ln></c:spPr>"
        "<c:marker><c:symbol val=\"none\"/></c:marker><c:cat>{4}</c:cat><c:val>{5}</c:val></c:ser>",
        i, texts(one.name_row, one.name_row, one.name_column), one.color,
        one.dashed ? "<a:prstDash val=\"dash\"/>" : "",
        texts(chart_.first_row, chart_.last_row, chart_.label_column), numbers(one.column));
  }

  std::string axes() const {
    return fmt::format(
        "<c:catAx><c:axId val=\"111\"/><c:scaling><c:orientation val=\"minMax\"/></c:scaling>"
        "<c:delete val=\"0\"/><c:axPos val=\"b\"/><c:majorGridlines/>"
        "<c:numFmt formatCode=\"General\" sourceLinked=\"0\"/><c:majorTickMark val=\"none\"/>"
        "<c:minorTickMark val=\"none\"/><c:tickLblPos val=\"nextTo\"/><c:crossAx val=\"112\"/>"
        "<c:crosses val=\"autoZero\"/></c:catAx><c:valAx><c:axId val=\"112\"/><c:scaling>"
        "<c:orientation val=\"minMax\"/><c:max val=\"{}\"/><c:min val=\"{}\"/></c:scaling>"
        "<c:delete val=\"0\"/><c:axPos val=\"l\"/><c:majorGridlines><c:spPr><a:ln><a:solidFill>"
        "<a:srgbClr val=\"D9DFE3\"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>"
        "<c:numFmt formatCode=\"0\" sourceLinked=\"0\"/><c:majorTickMark val=\"cross\"/>"
        "<c:minorTickMark val=\"none\"/><c:tickLblPos val=\"nextTo\"/><c:crossAx val=\"111\"/>"
        "<c:crosses val=\"autoZero\"/><c:crossBetween val=\"between\"/><c:majorUnit val=\"1\"/>"
        "</c:valAx>",
        chart_.high, chart_.low);
  }

  const Sheet& sheet_;
  const RadarChart& chart_;
};

}  // namespace

std::string chart_part(const Sheet& sheet) { return ChartWriting(sheet).write(); }

std::string drawing_part(const RadarChart& chart) {
  const auto corner = [](const char* name, std::uint32_t column, std::uint32_t row) {
    return fmt::format(
        "<xdr:{0}><xdr:col>{1}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>{2}</xdr:row>"
        "<xdr:rowOff>0</xdr:rowOff></xdr:{0}>",
        name, column, row);
  };
  return "<xdr:wsDr xmlns:xdr=\"http://schemas.openxmlformats.org/drawingml/2006/"
         "spreadsheetDrawing\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\">"
         "<xdr:twoCellAnchor>" +
         corner("from", chart.place.first_column, chart.place.first_row) +
         corner("to", chart.place.last_column, chart.place.last_row) +
         fmt::format(
             "<xdr:graphicFrame macro=\"\"><xdr:nvGraphicFramePr><xdr:cNvPr id=\"2\" name=\"{}\" "
             "descr=\"{}\"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm>"
             "<a:off x=\"0\" y=\"0\"/><a:ext cx=\"0\" cy=\"0\"/></xdr:xfrm><a:graphic>"
             "<a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/chart\">"
             "<c:chart xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" "
             "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "
             "r:id=\"rId1\"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/>"
             "</xdr:twoCellAnchor></xdr:wsDr>",
             xml_attribute(chart.title), xml_attribute(chart.description));
}

}  // namespace spbe
