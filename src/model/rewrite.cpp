#include "spbe/model/rewrite.hpp"

#include <algorithm>
#include <memory>
#include <utility>

#include "document/yaml_reader.hpp"
#include "model/yaml_editor.hpp"

namespace spbe {

namespace {

// The shortest form that gives `level`: a complete level where it is a milestone.
std::string value_form(const Scale& scale, Ratio level) {
  const int complete = scale.complete_level(level);
  const bool exact = complete >= scale.low && scale.milestone(complete) == level;
  if (exact) return "complete: " + std::to_string(complete);
  return "level: " + exact_text(level);
}

std::size_t column_of(const std::string& text, std::size_t at) {
  const std::size_t line_end = text.rfind('\n', at == 0 ? 0 : at - 1);
  return line_end == std::string::npos ? at : at - line_end - 1;
}

// Whether the text has none, whatever is assumed.
bool has_no_level(const LevelPlace& place) {
  return place.kind == LevelPlace::Kind::after_key || place.kind == LevelPlace::Kind::in_braces ||
         place.kind == LevelPlace::Kind::in_block;
}

std::string written(const Assessment& assessment, ComponentIndex indicator, Ratio level) {
  const std::string& text = assessment.source->text;
  const LevelPlace& place = assessment.score(indicator).place;
  switch (place.kind) {
    case LevelPlace::Kind::none:
    case LevelPlace::Kind::value:
      return exact_text(level);
    case LevelPlace::Kind::form:
      return value_form(assessment.instrument->scale_of(indicator), level);
    case LevelPlace::Kind::after_key:
      return " " + exact_text(level);
    case LevelPlace::Kind::in_braces: {
      const std::size_t next = text.find_first_not_of(" \t\r\n", place.span.begin);
      return "level: " + exact_text(level) + (text[next] == '}' ? "" : ", ");
    }
    case LevelPlace::Kind::in_block:
      return "level: " + exact_text(level) +
             (text.find("\r\n") == std::string::npos ? "\n" : "\r\n") +
             std::string(column_of(text, place.span.begin), ' ');
  }
  return {};
}

}  // namespace

Rewritten rewrite_levels(const Assessment& before, const std::vector<std::optional<Ratio>>& after) {
  Rewritten result;
  std::vector<std::pair<Span, std::string>> edits;
  for (ComponentIndex i = 0; i < before.scores.size(); ++i) {
    if (!after[i]) continue;
    const Score& score = before.score(i);
    if (score.place.kind == LevelPlace::Kind::none) {
      result.absent.push_back(i);
    } else if (has_no_level(score.place) || score.level != *after[i]) {
      edits.emplace_back(score.place.span, written(before, i, *after[i]));
    }
  }
  std::ranges::sort(edits, {}, [](const auto& edit) { return edit.first.begin; });
  const std::string& text = before.source->text;
  if (before.source->byte_order_mark) result.text = "\xEF\xBB\xBF";
  std::size_t at = 0;
  for (const auto& [span, digits] : edits) {
    result.text.append(text, at, span.begin - at);
    result.text += digits;
    at = span.end;
  }
  result.text.append(text, at);
  result.changed = edits.size();
  return result;
}

std::string as_plan(const std::string& text, int year) {
  Diagnostics ignored;
  std::string result = text;
  read_yaml(std::make_shared<const Source>("plan", text), ignored, [&](const Document& document) {
    YamlEditor editor(document);
    const Node& root = document.root();
    editor.set(root, "year", std::to_string(year));
    editor.set(root, "stage", std::string(to_string(Stage::plan)));
    if (const Node* published = document.find(root, "published")) editor.remove(*published);
    result = editor.result();
  });
  return result;
}

}  // namespace spbe
