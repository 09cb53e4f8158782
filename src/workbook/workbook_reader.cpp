#include "workbook/workbook_reader.hpp"

#include <functional>

#include "document/csv_reader.hpp"
#include "workbook/sheet_reader.hpp"

namespace spbe {

namespace {

constexpr std::string_view kCompoundFile = "\xD0\xCF\x11\xE0";  // of old Office, and of passwords

struct SheetEntry {
  std::string name;
  std::string relation;
  bool hidden = false;
};

class WorkbookReading {
 public:
  WorkbookReading(const Source& source, Diagnostics& diagnostics) : package_(source, diagnostics) {}

  std::optional<ReadWorkbook> run() {
    if (!package_.fine()) return std::nullopt;
    const auto roots = read_relations(package_, "");
    if (!roots) return std::nullopt;
    const std::string part = target_of(*roots, "officeDocument");
    if (part.empty() || !package_.has(part) || !read_entries(part)) return refuse("workbook.xml");
    const auto relations = read_relations(package_, part);
    if (!relations) return std::nullopt;
    const std::string strings = target_of(*relations, "sharedStrings");
    const std::string styles = target_of(*relations, "styles");
    if (!strings.empty() && !read_shared_strings(package_, strings, context_.strings)) {
      return std::nullopt;
    }
    if (!styles.empty() && !read_styles(package_, styles, context_.formats)) return std::nullopt;
    ReadWorkbook workbook;
    for (const SheetEntry& entry : entries_) {
      const auto found = relations->find(entry.relation);
      if (found == relations->end() || found->second.kind != "worksheet") continue;  // a chart
      auto sheet = read_sheet(package_, found->second.target, entry.name, context_);
      if (!sheet) return std::nullopt;
      sheet->hidden = entry.hidden;
      workbook.sheets.push_back(std::move(*sheet));
    }
    if (workbook.sheets.empty()) return refuse("worksheet");
    return workbook;
  }

 private:
  std::optional<ReadWorkbook> refuse(const std::string& part) {
    if (package_.fine()) package_.error("not-a-workbook", {part}).suggest("save-as-xlsx");
    return std::nullopt;
  }

  bool read_entries(const std::string& part) {
    bool is_workbook = false;
    const auto begin = [&](std::string_view element, const XmlAttributes& attributes) {
      if (element == "workbook") is_workbook = true;
      if (element == "workbookPr") {
        const std::string_view from = attributes["date1904"];
        context_.dates_from_1904 = from == "1" || from == "true";
      }
      if (element != "sheet") return true;
      const std::string_view state = attributes["state"];
      entries_.push_back({std::string(attributes["name"]), std::string(attributes["id"]),
                          state == "hidden" || state == "veryHidden"});
      return true;
    };
    return package_.read(part, {begin, ignore_end, ignore_text}) && is_workbook;
  }

  Package package_;
  SheetContext context_;
  std::vector<SheetEntry> entries_;
};

}  // namespace

FileKind kind_of_file(std::string_view bytes) {
  if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06")) return FileKind::workbook;
  if (bytes.starts_with(kCompoundFile)) return FileKind::old_workbook;
  if (bytes.starts_with("\xFF\xFE")) return FileKind::utf16_little;
  if (bytes.starts_with("\xFE\xFF")) return FileKind::utf16_big;
  return FileKind::text;
}

std::optional<ReadWorkbook> read_workbook(const Source& source, Diagnostics& diagnostics) {
  if (kind_of_file(source.text) == FileKind::old_workbook) {
    // A workbook with a password lies in such a file, under a name in UTF-16.
    std::string encrypted;
    for (const char c : std::string_view("EncryptedPackage")) encrypted += {c, '\0'};
    if (source.text.find(encrypted) != std::string::npos) {
      diagnostics.error("workbook-encrypted", source.whole()).suggest("take-password-off");
    } else {
      diagnostics.error("workbook-old", source.whole()).suggest("save-as-xlsx");
    }
    return std::nullopt;
  }
  return WorkbookReading(source, diagnostics).run();
}

std::string cell_name(std::uint32_t row, std::uint32_t column) {
  return column_letters(column) + std::to_string(row + 1);
}

Location cell_place(const std::string& file, const std::string& sheet, std::uint32_t row,
                    std::uint32_t column) {
  return {file + "!" + sheet + "!" + cell_name(row, column)};
}

}  // namespace spbe
