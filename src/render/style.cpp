#include "render/style.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace spbe {

namespace {

std::size_t next_character(std::string_view text, std::size_t at) {
  ++at;
  while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) ++at;
  return at;
}

std::string_view code_of(Ink ink) {
  switch (ink) {
    case Ink::plain:
      return "";
    case Ink::bold:
      return "1";
    case Ink::dim:
      return "2";
    case Ink::red:
      return "31";
    case Ink::green:
      return "32";
    case Ink::yellow:
      return "33";
    case Ink::cyan:
      return "36";
  }
  return "";
}

}  // namespace

std::string paint(Ink ink, std::string_view text, bool color) {
  if (!color || ink == Ink::plain || text.empty()) return std::string(text);
  return fmt::format("\x1b[{}m{}\x1b[0m", code_of(ink), text);
}

std::size_t display_width(std::string_view text) {
  const bool ascii =
      std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80U; });
  if (ascii) return text.size();
  // Ask fmt how many blanks it would add, so that padding and measuring always agree.
  const std::size_t wide = 2 * text.size() + 1;
  return wide + text.size() - fmt::formatted_size("{:<{}}", text, wide);
}

std::string shortened(std::string_view text, std::size_t width) {
  if (display_width(text) <= width) return std::string(text);
  std::size_t end = 0;
  while (end < text.size()) {
    const std::size_t next = next_character(text, end);
    if (display_width(text.substr(0, next)) + 1 > width) break;
    end = next;
  }
  while (end > 0 && text[end - 1] == ' ') --end;
  return std::string(text.substr(0, end)) + "…";
}

std::string wrapped(std::string_view text, std::size_t width, std::size_t indent) {
  const std::size_t leading = std::min(text.find_first_not_of(' '), text.size());
  std::string out(leading, ' ');
  std::size_t column = leading;
  text.remove_prefix(leading);
  for (bool first = true; !text.empty(); first = false) {
    const std::size_t blank = text.find(' ');
    const std::string_view word = text.substr(0, blank);
    const std::size_t size = display_width(word);
    if (!first && column + 1 + size > width) {
      out += '\n';
      out.append(indent, ' ');
      column = indent;
    } else if (!first) {
      out += ' ';
      ++column;
    }
    out += word;
    column += size;
    text = blank == std::string_view::npos ? std::string_view{} : text.substr(blank + 1);
  }
  return out;
}

std::string localized(Language language, std::string digits) {
  if (language == Language::indonesian) {
    for (char& c : digits) {
      if (c == '.') c = ',';
    }
  }
  return digits;
}

std::string indented(std::string_view text, std::size_t width, std::size_t indent) {
  const std::string pad(indent, ' ');
  std::string out = pad;
  for (const char c : wrapped(text, width - indent)) {
    out += c;
    if (c == '\n') out += pad;
  }
  return out + "\n";
}

std::string number(Language language, Ratio value, int places) {
  return localized(language, fixed(value, places));
}

std::string exact_number(Language language, Ratio value) {
  return localized(language, decimal(value));
}

std::string signed_number(Language language, Ratio value, int places) {
  const std::string digits = number(language, value, places);
  return value > Ratio(0) ? "+" + digits : digits;
}

Ratio shown_end(const Interval& value, int places) {
  return value.open_high ? rounded_below(value.high, places) : value.high;
}

std::string interval_number(Language language, const Interval& value, int places) {
  if (const auto shown = shown_value(value, places)) return number(language, *shown, places);
  return number(language, value.low, places) + "–" +
         number(language, shown_end(value, places), places);
}

std::string signed_interval(Language language, const Interval& value, int places) {
  if (const auto shown = shown_value(value, places)) return signed_number(language, *shown, places);
  return signed_number(language, value.low, places) + ".." +
         signed_number(language, shown_end(value, places), places);
}

std::string signed_change(Language language, const Interval& change, int places) {
  const auto hidden = [&](Ratio end) {
    return end != Ratio(0) && rounded(end, places) == Ratio(0);
  };
  if (!hidden(change.low) && !hidden(change.high)) return signed_interval(language, change, places);
  const auto digits = [&](Ratio end) {
    return (end > Ratio(0) ? "+" : "") + exact_number(language, end);
  };
  return change.exact() ? digits(change.low) : digits(change.low) + ".." + digits(change.high);
}

std::string bar(Ratio value, Ratio highest, std::size_t cells) {
  constexpr std::array<std::string_view, 8> kEighths = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
  const auto most = static_cast<std::int64_t>(cells) * 8;
  const Ratio share = max(Ratio(0), value) * Ratio(most) / highest;
  const auto eighths = static_cast<std::size_t>(min(rounded(share, 0), Ratio(most)).num());
  std::string out;
  for (std::size_t i = 0; i < eighths / 8; ++i) out += "█";
  out += kEighths.at(eighths % 8);
  for (std::size_t i = (eighths + 7) / 8; i < cells; ++i) out += "·";
  return out;
}

Ink category_ink(const Instrument& instrument, std::size_t category) {
  if (category == 0) return Ink::red;
  if (category + 2 >= instrument.categories.size()) return Ink::green;
  return category == 1 ? Ink::yellow : Ink::cyan;
}

Ink change_ink(const Interval& change) {
  if (change.low > Ratio(0)) return Ink::green;
  if (change.high < Ratio(0)) return Ink::red;
  return Ink::plain;
}

}  // namespace spbe
