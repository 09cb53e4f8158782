#include "render/markup.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "spbe/base/source.hpp"
#include "workbook/xml.hpp"

namespace spbe {

std::string escaped_markup(std::string_view text) {
  // A line end of a note is a blank, as everywhere in HTML.
  std::string line(text);
  std::ranges::replace_if(
      line, [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
  return with_entities(printable(line));
}

std::string css_string(std::string_view text) {
  std::string out = "\"";
  for (const char c : printable(text)) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    const bool plain = letter || (c >= '0' && c <= '9') || c == ' ' || (c & 0x80) != 0;
    out += plain ? std::string(1, c) : fmt::format("\\{:06x}", static_cast<unsigned>(c));
  }
  return out + "\"";
}

Markup::Markup(Name tag) : tag_(tag.text()) {}

Markup::Markup(Name tag, std::string_view css_class) : tag_(tag.text()) {
  if (!css_class.empty()) set("class", css_class);
}

Markup& Markup::set(Name attribute, std::string_view value) & {
  attributes_ += fmt::format(" {}=\"{}\"", attribute.text(), escaped_markup(value));
  return *this;
}

Markup& Markup::text(std::string_view raw) & {
  content_ += escaped_markup(raw);
  return *this;
}

Markup& Markup::add(const Markup& child) & {
  content_ += child.str();
  return *this;
}

Markup& Markup::own_code(std::string_view code) & {
  content_ += code;
  return *this;
}

bool Markup::is_void() const {
  constexpr auto kVoid = std::to_array<std::string_view>({"meta", "link", "br", "hr", "input"});
  return std::ranges::find(kVoid, tag_) != kVoid.end();
}

std::string Markup::str() const {
  if (is_void()) return fmt::format("<{}{}>", tag_, attributes_);
  return fmt::format("<{0}{1}>{2}</{0}>", tag_, attributes_, content_);
}

}  // namespace spbe
