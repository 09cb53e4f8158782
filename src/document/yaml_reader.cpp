#include "document/yaml_reader.hpp"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <array>
#include <istream>
#include <streambuf>
#include <string>

#include "document/slips.hpp"
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

// Whether the brace that is said not to be closed is closed on its line: then a colon within a text
// was taken for the end of a key.
bool closes_on_its_line(std::string_view text, std::size_t at) {
  const std::size_t begin = text.substr(0, at).rfind('\n') + 1;
  const std::size_t end = std::min(text.find('\n', at), text.size());
  const std::string_view line = text.substr(begin, end - begin);
  return std::ranges::count(line, '{') > 0 &&
         std::ranges::count(line, '{') == std::ranges::count(line, '}');
}

// Whether a sign stands behind a colon where a value is due, and nothing behind it.
bool is_lone_sign(std::string_view text, std::size_t at) {
  if (at >= text.size() || (text[at] != '-' && text[at] != '?')) return false;
  const std::size_t before = text.substr(0, at).find_last_not_of(' ');
  if (before == std::string_view::npos || text[before] != ':') return false;
  const std::size_t next = text.find_first_not_of(' ', at + 1);
  return next == std::string_view::npos ||
         std::string_view("\r\n#,}]").find(text[next]) != std::string_view::npos;
}

void report(const YAML::ParserException& exception, const Source& source,
            Diagnostics& diagnostics) {
  std::string_view code = "yaml-syntax";
  for (const Translation& translation : kTranslations) {
    if (exception.msg.starts_with(translation.theirs)) code = translation.code;
  }
  const auto size = static_cast<std::uint32_t>(source.text.size());
  std::uint32_t at = std::min(offset_of(exception.mark), size);
  const bool closed = code == "yaml-unclosed-brace" && closes_on_its_line(source.text, at);
  if (closed || code == "yaml-unexpected-colon") {
    report_unexpected_colon(source, at, diagnostics);
    return;
  }
  if (is_lone_sign(source.text, at)) {
    diagnostics.error("sign-as-value", source.locate({at, at + 1}), {source.text.substr(at, 1)})
        .suggest("leave-value-empty");
    return;
  }
  if (at == size && at > 0) {
    // A fault at the end belongs to the last thing written, not to the empty line after it.
    at = static_cast<std::uint32_t>(source.text.find_last_not_of(" \r\n")) + 1;
  }
  Diagnostic& error = diagnostics.error(std::string(code), source.locate({at, at + 1}));
  if (code == "anchor-or-alias") {
    error.suggest("write-value-out");
  } else if (code == "yaml-bad-indentation") {
    error.suggest("align-with-its-block");
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
