#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace spbe {

// The attributes of an element; names without their prefix ("id" for "r:id").
class XmlAttributes {
 public:
  // As expat hands them over: name, value, ..., null.
  explicit XmlAttributes(const char* const* pairs) : pairs_(pairs) {}
  // Empty when there is none.
  std::string_view operator[](std::string_view name) const;

 private:
  const char* const* pairs_;
};

// What is met in a text of XML. Names come without their prefix. `begin` and `text` may refuse to
// go on by returning false.
struct XmlEvents {
  std::function<bool(std::string_view name, const XmlAttributes&)> begin;
  std::function<void(std::string_view name)> end;
  std::function<bool(std::string_view text)> text;
};

// For events that do not matter.
inline bool ignore_text(std::string_view /*text*/) { return true; }
inline void ignore_end(std::string_view /*name*/) {}

struct XmlResult {
  enum class Kind { fine, stopped, not_xml, has_dtd };
  Kind kind = Kind::fine;
  std::size_t line = 0;  // where it is not XML
};

// A document type is refused before anything it declares is looked at.
XmlResult read_xml(std::string_view text, const XmlEvents& events);

// `text` with the marks of XML and HTML as entities: for an element, or an attribute in quotation
// marks.
std::string with_entities(std::string_view text);
// The same with line breaks and tabs as entities, where an attribute would make them blanks.
std::string with_entities_for_breaks(std::string_view text);

// `text` for an element or an attribute of a workbook. What XML cannot hold, and a carriage return,
// which it would change, is written as a workbook does: _x000D_.
std::string xml_escaped(std::string_view text);
// The same for the value of an attribute, where line breaks would become blanks.
std::string xml_attribute(std::string_view text);
// Takes _x000D_ back.
std::string without_x_escapes(std::string_view text);

}  // namespace spbe
