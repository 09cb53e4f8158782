#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace spbe {

// An element of HTML or SVG. Names come from the program's text alone, everything else is escaped
// when it is put in, so no text from a file can be more than text.
class Markup {
 public:
  // Of an element or an attribute; only a literal of the program makes one.
  class Name {
   public:
    template <std::size_t size>
    constexpr Name(const char (&literal)[size])  // NOLINT(google-explicit-constructor)
        : text_(literal, size - 1) {}
    std::string_view text() const { return text_; }

   private:
    std::string_view text_;
  };

  explicit Markup(Name tag);
  // With one class.
  Markup(Name tag, std::string_view css_class);

  Markup& set(Name attribute, std::string_view value) &;
  Markup& text(std::string_view raw) &;
  Markup& add(const Markup& child) &;
  // A style sheet or script of the program's own, as it is.
  Markup& own_code(std::string_view code) &;
  // The same, of an element that is being made.
  Markup set(Name attribute, std::string_view value) && { return std::move(set(attribute, value)); }
  Markup text(std::string_view raw) && { return std::move(text(raw)); }
  Markup add(const Markup& child) && { return std::move(add(child)); }
  Markup own_code(std::string_view code) && { return std::move(own_code(code)); }

  bool has_content() const { return !content_.empty(); }
  std::string str() const;

 private:
  bool is_void() const;

  std::string_view tag_;
  std::string attributes_;
  std::string content_;
};

// What `text` is in HTML: control characters and what hides text made visible, the rest escaped.
std::string escaped_markup(std::string_view text);
// `text` between quotation marks, for a style sheet.
std::string css_string(std::string_view text);

}  // namespace spbe
