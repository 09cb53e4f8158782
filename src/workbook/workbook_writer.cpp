#include <fmt/format.h>

#include <algorithm>

#include "document/csv_reader.hpp"
#include "workbook/sheet_writer.hpp"
#include "workbook/xml.hpp"
#include "workbook/zip.hpp"

namespace spbe {

namespace {

constexpr std::string_view kTypes = "http://schemas.openxmlformats.org/package/2006/content-types";
constexpr std::string_view kMain = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
constexpr std::string_view kRelations =
    "http://schemas.openxmlformats.org/package/2006/relationships";
constexpr std::string_view kDocument =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
constexpr std::string_view kProperties =
    "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
constexpr std::string_view kPropertiesPart = "docProps/core.xml";
constexpr std::string_view kResult = "<cp:category>spbe-index result</cp:category>";
constexpr std::string_view kOffice = "application/vnd.openxmlformats-officedocument.";

class WorkbookWriting {
 public:
  explicit WorkbookWriting(const Workbook& workbook) : workbook_(workbook), styles_(workbook) {}

  std::string write() {
    add("[Content_Types].xml", content_types());
    std::string root = relations({{"officeDocument", "xl/workbook.xml"}});
    if (workbook_.result) {
      const std::string_view end = "</Relationships>";
      root.insert(root.size() - end.size(),
                  fmt::format("<Relationship Id=\"rId2\" Type=\"{}/metadata/core-properties\" "
                              "Target=\"{}\"/>",
                              kRelations, kPropertiesPart));
    }
    add("_rels/.rels", root);
    if (workbook_.result) {
      add(std::string(kPropertiesPart),
          fmt::format("<cp:coreProperties xmlns:cp=\"{}\">{}</cp:coreProperties>", kProperties,
                      kResult));
    }
    add("xl/workbook.xml", workbook_part());
    std::vector<std::pair<std::string, std::string>> of_workbook;
    for (std::size_t i = 1; i <= workbook_.sheets.size(); ++i) {
      of_workbook.emplace_back("worksheet", fmt::format("worksheets/sheet{}.xml", i));
    }
    of_workbook.emplace_back("styles", "styles.xml");
    add("xl/_rels/workbook.xml.rels", relations(of_workbook));
    add("xl/styles.xml", styles_.part());
    for (std::size_t i = 1; i <= workbook_.sheets.size(); ++i) sheet(i);
    return write_zip(parts_);
  }

 private:
  void add(std::string name, const std::string& xml) {
    parts_.emplace_back(std::move(name),
                        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + xml);
  }

  void sheet(std::size_t i) {
    const Sheet& sheet = workbook_.sheets[i - 1];
    add(fmt::format("xl/worksheets/sheet{}.xml", i), sheet_part(sheet, styles_, i == 1));
    if (!sheet.chart) return;
    add(fmt::format("xl/worksheets/_rels/sheet{}.xml.rels", i),
        relations({{"drawing", fmt::format("../drawings/drawing{}.xml", i)}}));
    add(fmt::format("xl/drawings/drawing{}.xml", i), drawing_part(*sheet.chart));
    add(fmt::format("xl/drawings/_rels/drawing{}.xml.rels", i),
        relations({{"chart", fmt::format("../charts/chart{}.xml", i)}}));
    add(fmt::format("xl/charts/chart{}.xml", i), chart_part(sheet));
  }

  static std::string relations(const std::vector<std::pair<std::string, std::string>>& targets) {
    std::string out = fmt::format("<Relationships xmlns=\"{}\">", kRelations);
    for (std::size_t i = 0; i < targets.size(); ++i) {
      out += fmt::format("<Relationship Id=\"rId{}\" Type=\"{}/{}\" Target=\"{}\"/>", i + 1,
                         kDocument, targets[i].first, targets[i].second);
    }
    return out + "</Relationships>";
  }

  std::string content_types() const {
    std::string out = fmt::format(
        "<Types xmlns=\"{}\"><Default Extension=\"rels\" "
        "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        "<Default Extension=\"xml\" ContentType=\"application/xml\"/>",
        kTypes);
    const auto override = [&](const std::string& part, std::string_view type) {
      out += fmt::format("<Override PartName=\"/xl/{}\" ContentType=\"{}{}+xml\"/>", part, kOffice,
                         type);
    };
    override("workbook.xml", "spreadsheetml.sheet.main");
    if (workbook_.result) {
      out += fmt::format(
          "<Override PartName=\"/{}\" "
          "ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>",
          kPropertiesPart);
    }
    override("styles.xml", "spreadsheetml.styles");
    for (std::size_t i = 1; i <= workbook_.sheets.size(); ++i) {
      override(fmt::format("worksheets/sheet{}.xml", i), "spreadsheetml.worksheet");
      if (!workbook_.sheets[i - 1].chart) continue;
      override(fmt::format("drawings/drawing{}.xml", i), "drawing");
      override(fmt::format("charts/chart{}.xml", i), "drawingml.chart");
    }
    return out + "</Types>";
  }

  std::string workbook_part() const {
    std::string out =
        fmt::format("<workbook xmlns=\"{}\" xmlns:r=\"{}\"><sheets>", kMain, kDocument);
    std::string names;
    for (std::size_t i = 0; i < workbook_.sheets.size(); ++i) {
      const Sheet& sheet = workbook_.sheets[i];
      out += fmt::format("<sheet name=\"{}\" sheetId=\"{}\" r:id=\"rId{}\"/>",
                         xml_attribute(sheet.name), i + 1, i + 1);
      const std::string name = xml_escaped(sheet_reference(sheet.name));
      if (sheet.filter) {
        names += fmt::format(
            "<definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"{}\" "
            "hidden=\"1\">{}!{}</definedName>",
            i, name, fixed_range(*sheet.filter));
      }
      if (sheet.print_area) {
        names += fmt::format(
            "<definedName name=\"_xlnm.Print_Area\" localSheetId=\"{}\">{}!{}</definedName>", i,
            name, fixed_range(*sheet.print_area));
      }
      if (sheet.title_row) {
        names += fmt::format(
            "<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"{0}\">"
            "{1}!${2}:${2}</definedName>",
            i, name, *sheet.title_row + 1);
      }
    }
    out += "</sheets>";
    if (!names.empty()) out += "<definedNames>" + names + "</definedNames>";
    return out + "<calcPr calcId=\"191029\" fullCalcOnLoad=\"1\"/></workbook>";
  }

  const Workbook& workbook_;
  StyleTable styles_;
  std::vector<std::pair<std::string, std::string>> parts_;
};

}  // namespace

std::string range_name(const CellRange& range) {
  std::string first = cell_name(range.first_row, range.first_column);
  if (range.first_row == range.last_row && range.first_column == range.last_column) return first;
  return first + ":" + cell_name(range.last_row, range.last_column);
}

std::string fixed_cell(std::uint32_t row, std::uint32_t column) {
  return "$" + column_letters(column) + "$" + std::to_string(row + 1);
}

std::string fixed_range(const CellRange& range) {
  return fixed_cell(range.first_row, range.first_column) + ":" +
         fixed_cell(range.last_row, range.last_column);
}

std::string sheet_reference(std::string_view name) {
  const bool plain = std::ranges::all_of(
      name, [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); });
  if (plain) return std::string(name);
  std::string out = "'";
  for (const char c : name) out += c == '\'' ? std::string("''") : std::string(1, c);
  return out + "'";
}

bool is_result_workbook(std::string_view bytes) {
  ZipReader zip(bytes);
  if (zip.fault() != ZipFault::none || !zip.has(kPropertiesPart)) return false;
  const auto properties = zip.read(kPropertiesPart);
  return properties && properties->find(kResult) != std::string::npos;
}

std::string write_workbook(const Workbook& workbook) { return WorkbookWriting(workbook).write(); }

}  // namespace spbe
