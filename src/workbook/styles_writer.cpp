#include "workbook/styles_writer.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "workbook/xml.hpp"

namespace spbe {

namespace {

constexpr int kFirstOwnFormat = 164;

// The place of `value` in `list`, to which it is added when it is new.
template <class T>
std::size_t place_in(std::vector<T>& list, const T& value) {
  const auto found = std::ranges::find(list, value);
  if (found != list.end()) return static_cast<std::size_t>(found - list.begin());
  list.push_back(value);
  return list.size() - 1;
}

std::string font(const CellStyle& style) {
  std::string out = "<font>";
  if (style.bold) out += "<b/>";
  out += fmt::format("<sz val=\"{}\"/>", style.size);
  if (!style.color.empty()) out += fmt::format("<color rgb=\"FF{}\"/>", style.color);
  return out + "<name val=\"Calibri\"/><family val=\"2\"/></font>";
}

std::string alignment(const CellStyle& style) {
  constexpr const char* kNames[] = {"", "left", "center", "right"};
  std::string out = "<alignment";
  if (style.indent > 0) {
    out += fmt::format(" horizontal=\"left\" indent=\"{}\"", style.indent);
  } else if (style.align != CellStyle::Align::general) {
    out += fmt::format(" horizontal=\"{}\"", kNames[static_cast<std::size_t>(style.align)]);
  }
  out += " vertical=\"top\"";
  if (style.wrap) out += " wrapText=\"1\"";
  return out + "/>";
}

std::string counted(const char* element, const std::vector<std::string>& items) {
  std::string out = fmt::format("<{} count=\"{}\">", element, items.size());
  for (const std::string& item : items) out += item;
  return out + fmt::format("</{}>", element);
}

}  // namespace

StyleTable::StyleTable(const Workbook& workbook) {
  const auto add = [this](const CellStyle& style) {
    if (styles_.emplace(style, order_.size()).second) order_.push_back(style);
  };
  add(CellStyle());
  for (const Sheet& sheet : workbook.sheets) {
    for (const Cell& cell : sheet.cells) add(cell.style);
    for (const ColorRule& rule : sheet.colors) {
      const std::pair key(rule.fill, rule.color);
      if (rules_.emplace(key, rule_order_.size()).second) rule_order_.push_back(key);
    }
  }
}

std::string StyleTable::part() const {
  std::vector<std::string> formats;
  std::vector<std::string> fonts;
  std::vector<std::string> fills = {
      "<fill><patternFill patternType=\"none\"/></fill>",
      "<fill><patternFill patternType=\"gray125\"/></fill>",
  };
  std::vector<std::string> styles;
  for (const CellStyle& style : order_) {
    const std::size_t format =
        style.format.empty() ? 0 : kFirstOwnFormat + place_in(formats, style.format);
    const std::size_t fill =
        style.fill.empty()
            ? 0
            : place_in(fills, fmt::format("<fill><patternFill patternType=\"solid\"><fgColor "
                                          "rgb=\"FF{}\"/><bgColor indexed=\"64\"/></patternFill>"
                                          "</fill>",
                                          style.fill));
    styles.push_back(
        fmt::format("<xf numFmtId=\"{}\" fontId=\"{}\" fillId=\"{}\" borderId=\"{}\" xfId=\"0\" "
                    "applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\" "
                    "applyAlignment=\"1\" applyProtection=\"1\">{}<protection locked=\"{}\"/></xf>",
                    format, place_in(fonts, font(style)), fill, style.border ? 1 : 0,
                    alignment(style), style.locked ? 1 : 0));
  }
  for (std::size_t i = 0; i < formats.size(); ++i) {
    formats[i] = fmt::format("<numFmt numFmtId=\"{}\" formatCode=\"{}\"/>", kFirstOwnFormat + i,
                             xml_attribute(formats[i]));
  }
  std::vector<std::string> rules;
  for (const auto& [fill, color] : rule_order_) {
    rules.push_back(fmt::format(
        "<dxf><font><color rgb=\"FF{}\"/></font><fill><patternFill patternType=\"solid\">"
        "<bgColor rgb=\"FF{}\"/></patternFill></fill></dxf>",
        color, fill));
  }
  std::string out =
      "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">";
  if (!formats.empty()) out += counted("numFmts", formats);
  out += counted("fonts", fonts) + counted("fills", fills);
  out +=
      "<borders count=\"2\"><border><left/><right/><top/><bottom/><diagonal/></border>"
      "<border><left/><right/><top/><bottom style=\"thin\"><color rgb=\"FFC9D1D6\"/></bottom>"
      "<diagonal/></border></borders>"
      "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/>"
      "</cellStyleXfs>";
  out += counted("cellXfs", styles);
  out +=
      "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/>"
      "</cellStyles>";
  return out + counted("dxfs", rules) + "</styleSheet>";
}

}  // namespace spbe
