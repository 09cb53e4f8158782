#include "render/page.hpp"

#include <fmt/format.h>

#include <array>

#include "render/style.hpp"
#include "render/wording.hpp"

namespace spbe::page {

namespace {

constexpr std::string_view kNothing = "·";

// Good for the two best, bad for the worst, in any instrument.
Tone tone_of(const Predikat& predikat) {
  if (predikat.highest == 0) return Tone::bad;
  if (predikat.highest + 2 >= predikat.of) return Tone::good;
  return predikat.highest == 1 ? Tone::caution : Tone::notable;
}

Tone tone_of(const Change& change) {
  const Interval& by = change.difference;
  if (change.dot && by == Interval{}) return Tone::faint;
  if (by.low > Ratio(0)) return Tone::good;
  return by.high < Ratio(0) ? Tone::bad : Tone::plain;
}

std::string_view block_of(const Point& point) {
  constexpr std::array<std::string_view, 8> kHeights = {"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
  switch (point.kind) {
    case Point::Kind::nothing:
      return " ";
    case Point::Kind::missing:
      return kNothing;
    case Point::Kind::line:
      return "│";
    case Point::Kind::value:
      break;
  }
  const Ratio top(kHeights.size() - 1);
  const Ratio share = (point.value - point.low) * top / (point.high - point.low);
  const Ratio height = max(Ratio(0), min(rounded(share, 0), top));
  return kHeights.at(static_cast<std::size_t>(height.num()));
}

struct Shown {
  Language language;

  std::string operator()(std::monostate /*empty*/) const { return {}; }
  std::string operator()(const std::string& text) const { return text; }
  std::string operator()(Unknown /*unknown*/) const { return "-"; }
  std::string operator()(const Number& n) const {
    return (n.places == kAllDigits ? exact_number(language, n.value)
                                   : number(language, n.value, n.places)) +
           n.unit;
  }
  std::string operator()(const Range& range) const {
    if (range.places != kAllDigits) return interval_number(language, range.value, range.places);
    return range.value.exact() ? exact_number(language, range.value.low)
                               : interval_number(language, range.value);
  }
  std::string operator()(const Change& change) const {
    const Interval& by = change.difference;
    std::string text;
    if (change.dot && by == Interval{}) {
      text = kNothing;
    } else if (change.places == kAllDigits && by.exact()) {
      text = (by.low > Ratio(0) ? "+" : "") + exact_number(language, by.low);
    } else {
      text =
          signed_change(language, by, change.places == kAllDigits ? kShownPlaces : change.places);
    }
    return change.since == 0 ? text : fmt::format("{} ({})", text, change.since);
  }
  std::string operator()(const Predikat& predikat) const { return predikat.name; }
  std::string operator()(const Share& share) const {
    return fmt::format("{}/{}{}{}", share.part, share.of, share.name.empty() ? "" : " ",
                       share.name);
  }
  std::string operator()(const Step& step) const {
    return fmt::format("{} → {}", exact_number(language, step.from),
                       exact_number(language, step.to));
  }
  std::string operator()(const Bar& bar) const { return exact_number(language, bar.value); }
  std::string operator()(const Sketch& /*drawing*/) const { return {}; }
  std::string operator()(const Sparkline& points) const {
    std::string text;
    for (const Point& point : points) text += block_of(point);
    return text;
  }
};

}  // namespace

Predikat predikat(const Instrument& instrument, const std::vector<std::size_t>& categories) {
  return {category_names(instrument, categories), categories.front(), categories.back(),
          instrument.categories.size()};
}

const std::string& name_of(const Component& component, Names names) {
  const bool english = names == Names::translated && !component.english.empty();
  return english ? component.english : component.name;
}

std::string component_name(const Component& component, Names names) {
  const std::string& code = component.is_indicator() ? component.key : component.id;
  return code + " " + name_of(component, names);
}

Cell named(const Component& component, Tone tone, Names names) {
  const std::string& code = component.is_indicator() ? component.key : component.id;
  Cell cell(component_name(component, names), tone);
  const std::string& brief =
      names == Names::translated ? component.short_english : component.short_name;
  if (!brief.empty()) cell.brief = code + " " + brief;
  cell.whole = true;
  return cell;
}

Cell institution(const std::string& name) {
  Cell cell(name);
  cell.brief = short_institution(name);
  cell.whole = true;
  cell.alike = true;
  return cell;
}

Number count(std::size_t of_things) { return {Ratio(static_cast<std::int64_t>(of_things)), 0}; }

std::string shown(const Value& value, Language language) {
  return std::visit(Shown{language}, value);
}

Tone natural_tone(const Value& value) {
  if (const auto* change = std::get_if<Change>(&value)) return tone_of(*change);
  if (const auto* predikat = std::get_if<Predikat>(&value)) return tone_of(*predikat);
  if (std::holds_alternative<Bar>(value)) return Tone::faint;
  return std::holds_alternative<Sparkline>(value) ? Tone::notable : Tone::plain;
}

Column& Column::titled(std::string text) {
  title = std::move(text);
  return *this;
}

Column& Column::yielding() {
  gives_way = true;
  return *this;
}

Column& Column::joined() {
  joins = true;
  gap = 0;
  return *this;
}

Column& Column::after(std::size_t blanks) {
  gap = blanks;
  return *this;
}

Column& Column::at_most(std::size_t narrow, std::size_t wide) {
  most_narrow = narrow;
  most_wide = wide;
  return *this;
}

Column& Column::roomy() {
  wide_only = true;
  in_markdown = true;
  return *this;
}

Column& Column::only_wide() {
  wide_only = true;
  return *this;
}

Column& Column::bars(std::size_t cells, std::size_t share) {
  bar_cells = cells;
  bar_share = share;
  return *this;
}

void Section::add(Block block) { blocks.push_back(std::move(block)); }

void Page::heading(std::string text, std::size_t level) { add({Heading{level, std::move(text)}}); }

void Page::paragraph(std::string text, Paragraph::Role role) {
  if (!text.empty()) add({Paragraph{std::move(text), role}});
}

void Page::remarks(const std::vector<std::string>& lines) {
  for (const std::string& line : lines) paragraph(line, Paragraph::Role::remark);
}

}  // namespace spbe::page
