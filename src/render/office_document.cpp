#include "render/office_document.hpp"

#include <string_view>
#include <utility>
#include <vector>

#include "workbook/zip.hpp"

namespace spbe {

namespace {

// Twentieths of a point: A4, with 20 mm at each side.
constexpr std::string_view kSection =
    "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rIdPages\" "
    "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"/>"
    "<w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1134\" w:right=\"1134\" "
    "w:bottom=\"1134\" w:left=\"1134\" w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/>"
    "</w:sectPr>";
constexpr std::string_view kFooterName = "word/footer-pages.xml";
constexpr std::string_view kFooter =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<w:ftr "
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:p><w:pPr><w:jc "
    "w:val=\"right\"/></w:pPr><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> "
    "PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p></w:ftr>";
constexpr std::string_view kFooterType =
    "<Override PartName=\"/word/footer-pages.xml\" "
    "ContentType=\"application/"
    "vnd.openxmlformats-officedocument.wordprocessingml.footer+xml\"/></Types>";
constexpr std::string_view kFooterRelation =
    "<Relationship Id=\"rIdPages\" "
    "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer\" "
    "Target=\"footer-pages.xml\"/></Relationships>";
constexpr std::string_view kRowLines =
    "<w:tblBorders><w:bottom w:val=\"single\" w:sz=\"4\" w:color=\"BFC8CE\"/><w:insideH "
    "w:val=\"single\" w:sz=\"4\" w:color=\"BFC8CE\"/></w:tblBorders>";

bool replace(std::string& text, std::string_view what, std::string_view by) {
  const std::size_t at = text.find(what);
  if (at == std::string::npos) return false;
  text.replace(at, what.size(), by);
  return true;
}

void set_section(std::string& document) {
  // Pandoc's own is the last, and may be empty.
  const std::size_t begin = document.rfind("<w:sectPr");
  if (begin == std::string::npos) return;
  const std::size_t close = document.find('>', begin);
  std::size_t end = close + 1;
  if (document[close - 1] != '/') {
    constexpr std::string_view kEnd = "</w:sectPr>";
    end = document.find(kEnd, close);
    if (end == std::string::npos) return;
    end += kEnd.size();
  }
  document.replace(begin, end - begin, kSection);
}

// `text` from `begin` on, up to the end of that style.
void in_style(std::string& styles, std::string_view name, std::string_view what,
              std::string_view by) {
  const std::size_t begin = styles.find("w:styleId=\"" + std::string(name) + "\"");
  if (begin == std::string::npos) return;
  const std::size_t end = styles.find("</w:style>", begin);
  const std::size_t at = styles.find(what, begin);
  if (at < end) styles.replace(at, what.size(), by);
}

void set_styles(std::string& styles, Language language) {
  replace(styles, "<w:sz w:val=\"24\" />", "<w:sz w:val=\"21\" />");
  replace(styles, "<w:szCs w:val=\"24\" />", "<w:szCs w:val=\"21\" />");
  replace(styles, "w:eastAsia=\"en-US\" w:val=\"en-US\"",
          language == Language::indonesian ? "w:eastAsia=\"en-US\" w:val=\"id-ID\""
                                           : "w:eastAsia=\"en-US\" w:val=\"en-GB\"");
  in_style(styles, "Table", "<w:tblCellMar>", std::string(kRowLines) + "<w:tblCellMar>");
  // What stands in cells and lists.
  in_style(styles, "Compact", "</w:pPr>",
           "</w:pPr><w:rPr><w:sz w:val=\"18\"/><w:szCs w:val=\"18\"/></w:rPr>");
}

}  // namespace

std::string on_a4(const std::string& docx, Language language) {
  ZipReader archive(docx);
  std::vector<std::pair<std::string, std::string>> parts;
  for (const std::string& name : archive.names()) {
    auto bytes = archive.read(name);
    if (!bytes) return docx;
    if (name == "word/document.xml") set_section(*bytes);
    if (name == "word/styles.xml") set_styles(*bytes, language);
    if (name == "[Content_Types].xml") replace(*bytes, "</Types>", kFooterType);
    if (name == "word/_rels/document.xml.rels") {
      replace(*bytes, "</Relationships>", kFooterRelation);
    }
    if (name == "word/theme/theme1.xml") {
      replace(*bytes, "<a:latin typeface=\"Cambria\" />", "<a:latin typeface=\"Calibri\" />");
    }
    parts.emplace_back(name, std::move(*bytes));
  }
  parts.emplace_back(kFooterName, kFooter);
  return write_zip(parts);
}

}  // namespace spbe
