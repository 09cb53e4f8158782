#include "workbook/package.hpp"

#include <charconv>

namespace spbe {

namespace {

int whole(std::string_view text, int otherwise) {
  int value = otherwise;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

std::string folder_of(const std::string& part) {
  const std::size_t slash = part.rfind('/');
  return slash == std::string::npos ? std::string() : part.substr(0, slash + 1);
}

// "../theme.xml" as seen from the folder "xl/worksheets/".
std::string resolved(std::string folder, std::string_view target) {
  if (target.starts_with('/')) return std::string(target.substr(1));
  while (target.starts_with("../")) {
    target.remove_prefix(3);
    if (!folder.empty()) folder.pop_back();
    folder = folder_of(folder);
  }
  return folder + std::string(target);
}

}  // namespace

Package::Package(const Source& source, Diagnostics& diagnostics)
    : source_(source), diagnostics_(diagnostics), zip_(source.text) {
  if (zip_.fault() != ZipFault::none) report(zip_.fault(), zip_.faulty_part());
}

Diagnostic& Package::error(std::string code, std::vector<std::string> args) {
  fine_ = false;
  return diagnostics_.error(std::move(code), source_.whole(), std::move(args));
}

void Package::report(ZipFault fault, const std::string& part) {
  const auto megabytes = [](std::size_t bytes) { return std::to_string(bytes >> 20U); };
  switch (fault) {
    case ZipFault::none:
      return;
    case ZipFault::broken:
      if (part.empty()) {
        error("workbook-damaged-whole").suggest("save-again");
      } else {
        error("workbook-damaged", {part}).suggest("save-again");
      }
      return;
    case ZipFault::encrypted:
      error("workbook-encrypted").suggest("take-password-off");
      return;
    case ZipFault::part_twice:
      error("workbook-part-twice", {part}).suggest("save-again");
      return;
    case ZipFault::many_parts:
      error("workbook-many-parts", {std::to_string(ZipReader::kMostParts)});
      return;
    case ZipFault::large_part:
      error("workbook-large-part", {part, megabytes(ZipReader::kMostPartBytes)});
      return;
    case ZipFault::large_whole:
      error("workbook-large", {megabytes(ZipReader::kMostBytes)});
      return;
    case ZipFault::missing:
      error("not-a-workbook", {part}).suggest("save-as-xlsx");
      return;
  }
}

bool Package::read(const std::string& part, const XmlEvents& events) {
  const auto text = zip_.read(part);
  if (!text) {
    report(zip_.fault(), zip_.faulty_part());
    return false;
  }
  const XmlResult result = read_xml(*text, events);
  if (result.kind == XmlResult::Kind::fine) return true;
  if (result.kind == XmlResult::Kind::has_dtd) error("workbook-doctype", {part});
  if (result.kind == XmlResult::Kind::not_xml) {
    error("workbook-not-xml", {part, std::to_string(result.line)}).suggest("save-again");
  }
  return false;
}

std::optional<std::map<std::string, Relation>> read_relations(Package& package,
                                                              const std::string& part) {
  const std::string folder = folder_of(part);
  const std::string name = folder + "_rels/" + part.substr(folder.size()) + ".rels";
  std::map<std::string, Relation> relations;
  const auto begin = [&](std::string_view element, const XmlAttributes& attributes) {
    if (element != "Relationship" || attributes["TargetMode"] == "External") return true;
    const std::string_view type = attributes["Type"];
    relations.emplace(attributes["Id"], Relation{std::string(type.substr(type.rfind('/') + 1)),
                                                 resolved(folder, attributes["Target"])});
    return true;
  };
  if (!package.read(name, {begin, ignore_end, ignore_text})) return std::nullopt;
  return relations;
}

std::string target_of(const std::map<std::string, Relation>& relations, std::string_view kind) {
  for (const auto& [id, relation] : relations) {
    if (relation.kind == kind) return relation.target;
  }
  return {};
}

bool read_shared_strings(Package& package, const std::string& part,
                         std::vector<std::string>& strings) {
  bool in_text = false;
  bool phonetic = false;
  std::string text;
  const auto begin = [&](std::string_view element, const XmlAttributes&) {
    if (element == "si") text.clear();
    if (element == "rPh") phonetic = true;
    in_text = element == "t" && !phonetic;
    return true;
  };
  const auto end = [&](std::string_view element) {
    if (element == "rPh") phonetic = false;
    if (element == "t") in_text = false;
    if (element == "si") strings.push_back(without_x_escapes(text));
  };
  const auto characters = [&](std::string_view more) {
    if (in_text) text += more;
    return true;
  };
  return package.read(part, {begin, end, characters});
}

bool read_styles(Package& package, const std::string& part, std::vector<NumberFormat>& formats) {
  std::map<int, NumberFormat> own;
  bool in_cells = false;
  const auto begin = [&](std::string_view element, const XmlAttributes& attributes) {
    if (element == "cellXfs") in_cells = true;
    if (element != "numFmt" && element != "xf") return true;
    const int id = whole(attributes["numFmtId"], 0);
    if (element == "numFmt") {
      own.emplace(id, number_format_of(attributes["formatCode"]));
    } else if (in_cells) {
      const auto found = own.find(id);
      formats.push_back(found == own.end() ? builtin_number_format(id) : found->second);
    }
    return true;
  };
  const auto end = [&](std::string_view element) {
    if (element == "cellXfs") in_cells = false;
  };
  return package.read(part, {begin, end, ignore_text});
}

}  // namespace spbe
