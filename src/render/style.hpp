#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "spbe/base/interval.hpp"
#include "spbe/model/instrument.hpp"
#include "spbe/render/language.hpp"

namespace spbe {

enum class Ink { plain, bold, dim, red, green, yellow, cyan };

// How to draw text for a person. Decided once, by the command line.
struct Style {
  Language language = Language::english;
  std::size_t width = 80;  // columns
  bool color = false;

  operator Language() const { return language; }  // NOLINT: numbers and words need no more
};

// `text` between the escape sequences of `ink`, or as it is without colour.
std::string paint(Ink ink, std::string_view text, bool color);

// Columns that a terminal needs, counted as fmt pads: code points, wide ones twice.
std::size_t display_width(std::string_view text);

// At most `width` columns, the last one an ellipsis when something was cut.
std::string shortened(std::string_view text, std::size_t width);

// `text` broken at blanks into lines of at most `width` columns, later lines indented. Blanks
// before it stay.
std::string wrapped(std::string_view text, std::size_t width, std::size_t indent = 0);
// Wrapped to `width` columns, every line indented.
std::string indented(std::string_view text, std::size_t width, std::size_t indent);

// Numbers for reading: the decimal mark of the language.
std::string number(Language language, Ratio value, int places = 2);
std::string exact_number(Language language, Ratio value);  // all digits, or six
std::string signed_number(Language language, Ratio value, int places = 2);
// As what the greatest value of the interval is shown; of an end that is not in it, what lies
// just below.
Ratio shown_end(const Interval& value, int places = 2);
// "2.15", or "2.11–2.34" when its ends are shown differently.
std::string interval_number(Language language, const Interval& value, int places = 2);
std::string signed_interval(Language language, const Interval& value, int places = 2);
// `signed_interval`, but with all decimals where an end would be shown as a zero that it is not.
std::string signed_change(Language language, const Interval& change, int places = 2);
// A decimal in a text made elsewhere ("2.15"), in the mark of the language.
std::string localized(Language language, std::string digits);

// `value` of `highest` as blocks: "██▊·······".
std::string bar(Ratio value, Ratio highest, std::size_t cells);

// Green for the two best categories, red for the worst, in any instrument.
Ink category_ink(const Instrument& instrument, std::size_t category);
Ink change_ink(const Interval& change);

}  // namespace spbe
