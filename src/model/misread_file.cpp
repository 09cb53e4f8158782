#include "model/misread_file.hpp"

#include <algorithm>

#include "document/nearest.hpp"
#include "document/slips.hpp"
#include "spbe/model/assessment.hpp"
#include "workbook/workbook_reader.hpp"

namespace spbe {

namespace {

// Hints at the command that makes an assessment of the file.
void suggest_import(Diagnostic& diagnostic, const std::string& file) {
  const bool has_name = !file.starts_with('<');  // not "<stdin>"
  const std::string in = has_name ? file : "-";
  const std::size_t stem = file.find_last_of("./\\");
  const bool has_ending = has_name && stem != std::string::npos && stem > 0 && file[stem] == '.';
  std::string out = !has_name ? "2024" : has_ending ? file.substr(0, stem) : file;
  if (file == out + ".yaml") out += "-2";
  diagnostic.suggest("import-it-first", {typed(in), typed(out + ".yaml")});
}

// "1", "35a", "ID-12", "kebijakan".
bool names_component(std::string_view key, const Catalog& catalog) {
  if (!key.empty() && key.find_first_not_of("0123456789") == std::string_view::npos) return true;
  return std::ranges::any_of(catalog.ids(), [&](const std::string& id) {
    return catalog.find(id)->find(key) != kNoComponent;
  });
}

}  // namespace

bool is_no_assessment(const Source& source, Diagnostics& diagnostics) {
  if (source.text.find_first_not_of(" \t\r\n") == std::string::npos) {
    diagnostics.error("file-empty", source.whole()).suggest("begin-with-init");
    return true;
  }
  const FileKind kind = kind_of_file(source.text);
  if (kind != FileKind::workbook && kind != FileKind::old_workbook) return false;
  suggest_import(diagnostics.error("workbook-not-assessment", source.whole()), source.name);
  return true;
}

bool is_other_content(Schema& schema, const Node& root, const std::vector<std::string>& keys) {
  const Document& document = schema.document();
  const std::string& file = document.source().name;
  if (!root.is_mapping()) {
    if (root.is_scalar() && is_pair_without_blank(root.text)) {
      schema.is_mapping(root);
      return true;
    }
    Diagnostic& error = schema.error(root, "not-an-assessment", {excerpt(document, root)});
    const std::string_view text = document.source().at(root.span);
    const bool table = root.is_scalar() && text.substr(0, text.find('\n')).find_first_of(",;\t") !=
                                               std::string_view::npos;
    if (table && !file.ends_with(".yaml")) suggest_import(error, file);
    return true;
  }
  constexpr std::size_t kLooked = 20;  // at keys: comparing them with ours costs time
  std::string first;
  std::size_t count = 0;
  for (const Node& child : document.children(root)) {
    if (++count > kLooked) break;
    const bool known = schema.means_one_of(child.key, keys) || nearest_name(child.key, keys);
    if (known) return false;
    if (first.empty()) first = shortened(child.key) + ": ...";
  }
  if (count == 0) return false;
  const std::size_t folder = file.find_last_of("/\\");
  const std::string name = folder == std::string::npos ? file : file.substr(folder + 1);
  schema.error(root, "not-an-assessment", {first}).suggest("leave-file-out", {typed(name)});
  return true;
}

std::set<const Node*> scores_at_margin(Schema& schema, const Node& root, const Catalog& catalog) {
  std::set<const Node*> found;
  bool below = false;
  for (const Node& child : schema.document().children(root)) {
    if (child.key == "scores") {
      if (child.kind != Node::Kind::null) return {};
      below = true;
    } else if (below && names_component(child.key, catalog)) {
      if (found.empty()) schema.error_at_key(child, "scores-at-margin").suggest("indent-each");
      found.insert(&child);
    }
  }
  return found;
}

}  // namespace spbe
