#include "document/yaml_reader.hpp"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <array>
#include <istream>
#include <optional>
#include <streambuf>
#include <string>

#include "document/text_rules.hpp"
#include "document/tree_builder.hpp"

namespace spbe {

namespace {

std::uint32_t offset_of(const YAML::Mark& mark) {
  return static_cast<std::uint32_t>(std::max(mark.pos, 0));
}

// A view of the text as a stream, without a copy.
class ViewBuffer : public std::streambuf {
 public:
  explicit ViewBuffer(const std::string& text) {
    // The get area is never written to.
    char* begin = const_cast<char*>(text.data());  // NOLINT(cppcoreguidelines-pro-type-const-cast)
    setg(begin, begin, begin + text.size());
  }
};

class EventAdapter : public YAML::EventHandler {
 public:
  explicit EventAdapter(TreeBuilder& builder) : builder_(builder) {}

  void OnDocumentStart(const YAML::Mark& mark) override {
    builder_.begin_document(offset_of(mark));
  }
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    if (anchor != 0) builder_.refuse_anchor(offset_of(mark));
    builder_.null(offset_of(mark));
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t /*anchor*/) override {
    builder_.refuse_anchor(offset_of(mark));
  }
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    check(mark, tag, anchor);
    builder_.scalar(offset_of(mark), value, tag == "!");
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value /*style*/) override {
    check(mark, tag, anchor);
    builder_.begin_collection(offset_of(mark), Node::Kind::sequence);
  }
  void OnSequenceEnd() override { builder_.end_collection(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value /*style*/) override {
    check(mark, tag, anchor);
    builder_.begin_collection(offset_of(mark), Node::Kind::mapping);
  }
  void OnMapEnd() override { builder_.end_collection(); }

 private:
  void check(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) {
    if (anchor != 0) builder_.refuse_anchor(offset_of(mark));
    const bool none = tag.empty() || tag == "?" || tag == "!";
    if (!none || builder_.is_tag(offset_of(mark))) builder_.refuse_tag(offset_of(mark));
  }

  TreeBuilder& builder_;
};

// yaml-cpp's words, and the sentence of ours that says it better.
struct Translation {
  std::string_view theirs;
  std::string_view code;
};
constexpr std::array<Translation, 12> kTranslations = {{
    {"illegal map value", "yaml-unexpected-colon"},
    {"end of map not found", "yaml-bad-indentation"},
    {"end of sequence not found", "yaml-bad-indentation"},
    {"end of map flow not found", "yaml-unclosed-brace"},
    {"end of sequence flow not found", "yaml-unclosed-bracket"},
    {"illegal block entry", "yaml-unexpected-dash"},
    {"illegal flow end", "yaml-unexpected-close"},
    {"illegal EOF in scalar", "yaml-unterminated-quote"},
    {"illegal document indicator in scalar", "yaml-unterminated-quote"},
    {"unknown escape character: ", "yaml-unknown-escape"},
    {"the referenced anchor is not defined", "anchor-or-alias"},
    {"illegal tab when looking for indentation", "tab-indentation"},
}};

// The line above `at` when it looks like a key whose colon is missing: the
// parser takes it for the rest of a text and stumbles over the next colon.
std::optional<Span> line_without_colon(std::string_view text, std::size_t at) {
  std::size_t begin = text.substr(0, at).rfind('\n') + 1;
  const std::size_t indentation = text.find_first_not_of(' ', begin) - begin;
  while (begin > 0) {
    const std::size_t end = begin - 1;
    begin = text.substr(0, end).rfind('\n') + 1;
    const std::string_view line = text.substr(begin, end - begin);
    const std::size_t content = line.find_first_not_of(" \r");
    if (content == std::string_view::npos || line[content] == '#') continue;
    const bool candidate = content <= indentation &&
                           line.find_first_of(":\"'[]{}") == std::string_view::npos &&
                           line[content] != '-';
    if (!candidate) return std::nullopt;
    const std::size_t last = line.substr(0, line.find(" #")).find_last_not_of(" \r");
    return Span{static_cast<std::uint32_t>(begin + content),
                static_cast<std::uint32_t>(begin + last + 1)};
  }
  return std::nullopt;
}

// "3:4" on the last written line above `at`: a number, a colon and no blank.
std::optional<Span> number_without_blank(std::string_view text, std::size_t at) {
  std::size_t end = text.substr(0, at).rfind('\n');
  while (end != std::string_view::npos && end > 0) {
    const std::size_t begin = text.substr(0, end).rfind('\n') + 1;
    const std::string_view line = text.substr(begin, end - begin);
    const std::size_t content = line.find_first_not_of(" \r");
    if (content != std::string_view::npos && line[content] != '#') {
      const std::size_t colon = line.find_first_not_of("0123456789", content);
      const bool fits = colon != std::string_view::npos && colon > content && line[colon] == ':' &&
                        colon + 1 < line.size() && line[colon + 1] != ' ' &&
                        line[colon + 1] != '\r';
      if (!fits) return std::nullopt;
      const std::size_t last = line.substr(0, line.find(" #")).find_last_not_of(" \r");
      return Span{static_cast<std::uint32_t>(begin + content),
                  static_cast<std::uint32_t>(begin + last + 1)};
    }
    if (begin == 0) break;
    end = begin - 1;
  }
  return std::nullopt;
}

// Whether the brace that is said not to be closed is closed on its line: then a colon within a text
// was taken for the end of a key.
bool closes_on_its_line(std::string_view text, std::size_t at) {
  const std::size_t begin = text.substr(0, at).rfind('\n') + 1;
  const std::size_t end = std::min(text.find('\n', at), text.size());
  const std::string_view line = text.substr(begin, end - begin);
  return std::ranges::count(line, '{') > 0 &&
         std::ranges::count(line, '{') == std::ranges::count(line, '}');
}

void report(const YAML::ParserException& exception, const Source& source,
            Diagnostics& diagnostics) {
  std::string_view code = "yaml-syntax";
  for (const Translation& translation : kTranslations) {
    if (exception.msg.starts_with(translation.theirs)) code = translation.code;
  }
  if (code == "yaml-unclosed-brace" &&
      closes_on_its_line(source.text,
                         std::min<std::size_t>(offset_of(exception.mark), source.text.size()))) {
    code = "yaml-unexpected-colon";
  }
  if (code == "yaml-unexpected-colon") {
    if (const auto span = number_without_blank(source.text, offset_of(exception.mark))) {
      const std::string_view pair = source.at(*span);
      const std::size_t colon = pair.find(':');
      diagnostics.error("colon-without-blank", source.locate(*span),
                        {std::string(pair.substr(0, colon)), std::string(pair.substr(colon + 1))});
      return;
    }
    if (const auto span = line_without_colon(source.text, offset_of(exception.mark))) {
      diagnostics.error("key-without-colon", source.locate(*span), {std::string(source.at(*span))})
          .suggest("write-key-colon");
      return;
    }
  }
  const auto size = static_cast<std::uint32_t>(source.text.size());
  std::uint32_t at = std::min(offset_of(exception.mark), size);
  if (at == size && at > 0) {
    // A fault at the end belongs to the last thing written, not to the empty line after it.
    at = static_cast<std::uint32_t>(source.text.find_last_not_of(" \r\n")) + 1;
  }
  Diagnostic& error = diagnostics.error(std::string(code), source.locate({at, at + 1}));
  if (code == "anchor-or-alias") {
    error.suggest("write-value-out");
  } else if (code == "yaml-syntax") {
    error.note("yaml-parser-says", {exception.msg});
  }
}

}  // namespace

bool read_yaml(const std::shared_ptr<const Source>& source, Diagnostics& diagnostics,
               const std::function<void(const Document&)>& receive) {
  if (!check_text(*source, diagnostics)) return false;
  const std::size_t errors_before = diagnostics.errors();
  ViewBuffer buffer(source->text);
  std::istream stream(&buffer);
  bool any = false;
  try {
    YAML::Parser parser(stream);
    TreeBuilder builder(source, diagnostics);
    EventAdapter adapter(builder);
    while (parser.HandleNextDocument(adapter)) {
      any = true;
      if (const auto document = builder.finish_document()) receive(*document);
    }
  } catch (const TreeBuilder::Refused&) {
    return false;
  } catch (const YAML::ParserException& exception) {
    report(exception, *source, diagnostics);
    return false;
  }
  if (!any) diagnostics.error("file-empty", source->whole());
  return diagnostics.errors() == errors_before;
}

}  // namespace spbe
