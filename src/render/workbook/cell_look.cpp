#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "render/style.hpp"
#include "render/workbook/looks.hpp"
#include "render/workbook/table_sheet.hpp"
#include "spbe/base/source.hpp"

namespace spbe {

namespace {

constexpr int kMostPlaces = 6;

const char* color_of(page::Tone tone) {
  switch (tone) {
    case page::Tone::plain:
    case page::Tone::strong:
      return "";
    case page::Tone::faint:
      return "5B6770";
    case page::Tone::good:
      return "1B6E3C";
    case page::Tone::notable:
      return "0F4A68";
    case page::Tone::caution:
      return "8A5A00";
    case page::Tone::bad:
      return "B3261E";
  }
  return "";
}

std::string decimals(int places) {
  return places == 0 ? "0" : "0." + std::string(static_cast<std::size_t>(places), '0');
}

// As many decimals as the value has, or `kMostPlaces`.
int places_of(Ratio value) {
  const auto digits = terminating(value);
  if (!digits) return kMostPlaces;
  const std::size_t mark = digits->find('.');
  if (mark == std::string::npos) return 0;
  return std::min(static_cast<int>(digits->size() - mark - 1), kMostPlaces);
}

// The number and its format, which is what a page shows of it.
class Valued {
 public:
  Valued(Language language, CellStyle& style) : language_(language), style_(style) {}

  CellValue operator()(std::monostate /*empty*/) const { return {}; }
  CellValue operator()(page::Unknown /*unknown*/) const { return {}; }
  CellValue operator()(const std::string& text) const {
    // What stands for nothing among numbers.
    if (text == "·" || text.empty()) return {};
    return cell_text(text);
  }
  CellValue operator()(const page::Number& number) const {
    const int places = number.places == page::kAllDigits ? places_of(number.value) : number.places;
    if (number.unit == "%") return put(number.value / Ratio(100), decimals(places) + "%");
    return put(number.value, decimals(places) + quoted(number.unit));
  }
  CellValue operator()(const page::Range& range) const {
    const bool all = range.places == page::kAllDigits;
    if (range.value.exact()) {
      const Ratio value = range.value.low;
      return put(value, decimals(all ? places_of(value) : range.places));
    }
    const int places = all ? kShownPlaces : range.places;
    if (const auto same = shown_value(range.value, places)) return put(*same, decimals(places));
    return told(range);
  }
  CellValue operator()(const page::Change& change) const {
    const Interval& by = change.difference;
    int places = change.places == page::kAllDigits ? (by.exact() ? places_of(by.low) : kShownPlaces)
                                                   : change.places;
    const std::optional<Ratio> same = by.exact() ? by.low : shown_value(by, places);
    if (!same) return told(change);
    // Never a zero that it is not.
    if (rounded(*same, places) == Ratio(0)) places = std::max(places, places_of(*same));
    const std::string digits = decimals(places);
    const std::string after =
        change.since == 0 ? std::string() : fmt::format("\" ({})\"", change.since);
    return put(*same, fmt::format("+{0}{1};-{0}{1};{0}{1}", digits, after));
  }
  CellValue operator()(const page::Predikat& predikat) const { return cell_text(predikat.name); }
  CellValue operator()(const page::Share& share) const {
    return put(Ratio(static_cast<std::int64_t>(share.part)), fmt::format("0\"/{}\"", share.of));
  }
  CellValue operator()(const page::Step& step) const { return told(step); }
  CellValue operator()(const page::Bar& bar) const {
    return put(bar.value, decimals(places_of(bar.value)));
  }
  CellValue operator()(const page::Sparkline& /*drawing*/) const { return {}; }
  CellValue operator()(const page::Sketch& /*drawing*/) const { return {}; }

 private:
  CellValue put(Ratio value, std::string format) const {
    // A spreadsheet would change its last digits.
    if (terminating(value) && !fits_number(value)) {
      style_.align = CellStyle::Align::right;
      return localized(language_, decimal(value));
    }
    style_.format = std::move(format);
    return number_value(value);
  }

  template <class Held>
  CellValue told(const Held& value) const {
    style_.align = CellStyle::Align::right;
    return page::shown(value, language_);
  }

  // Between quotation marks, where a format takes it as it is.
  static std::string quoted(const std::string& unit) {
    return unit.empty() ? unit : "\"" + unit + "\"";
  }

  Language language_;
  CellStyle& style_;
};

}  // namespace

std::string cell_text(std::string_view text) {
  return shortened(printable(text), kMostCellText / 2);
}

CellStyle cell_look(const page::Cell& cell) {
  CellStyle style;
  style.color = color_of(cell.tone);
  style.bold = cell.tone == page::Tone::strong;
  return style;
}

CellValue cell_value(const page::Value& value, Language language, CellStyle& style) {
  return std::visit(Valued(language, style), value);
}

}  // namespace spbe
