#include <fmt/format.h>

#include <algorithm>
#include <span>

#include "commands/explain/report.hpp"
#include "render/messages.hpp"
#include "render/style.hpp"
#include "render/wording.hpp"

namespace spbe {

namespace {

constexpr int kPencilPlaces = 4;

std::string exact_interval(Language language, const Interval& value) {
  if (value.exact()) return exact_number(language, value.low);
  return exact_number(language, value.low) + "–" + exact_number(language, value.high);
}

// What stands before a value: "=", or "≈" when not all its digits are written.
std::string_view sign_of(const Interval& value) {
  return terminating(value.low) && terminating(value.high) ? "=" : "≈";
}

// Four decimals, or a range, and the sign before it.
std::string four_places(Language language, const Interval& value) {
  if (!value.exact()) {
    return fmt::format("{} {}", sign_of(value), exact_interval(language, value));
  }
  const bool all = rounded(value.low, kPencilPlaces) == value.low;
  return (all ? "= " : "≈ ") + number(language, value.low, kPencilPlaces);
}

class Formula {
 public:
  Formula(const IndexResult& result, Language language)
      : result_(result), instrument_(*result.instrument), language_(language) {}

  void collect(ComponentIndex index, std::vector<FormulaPart>& parts) const {
    const Component& c = instrument_.at(index);
    const ComponentResult& own = result_.components[index];
    FormulaPart part;
    part.component = index;
    if (c.is_indicator()) {
      add_levels(std::span(&index, 1), part);
      parts.push_back(std::move(part));
      return;
    }
    if (own.published) {
      // As it was published; what it stands for, when that is not the same.
      const auto printed = shown_value(own.value, kShownPlaces);
      const bool rounded = !own.value.exact() && printed.has_value();
      const Words words =
          rounded
              ? Words{"{4} (published; {0}) × {1} {3} {2}", "{4} (terpublikasi; {0}) × {1} {3} {2}"}
              : Words{"{0} (published) × {1} {3} {2}", "{0} (terpublikasi) × {1} {3} {2}"};
      part.terms = fill(say(language_, words),
                        {exact_interval(language_, own.value), weight_text(language_, c.weight),
                         sum_text(index), std::string(sign_of(sum_of(index))),
                         rounded ? number(language_, *printed) : std::string()});
      parts.push_back(std::move(part));
      return;
    }
    const bool of_indicators = instrument_.at(c.children.front()).is_indicator();
    if (of_indicators) {
      add_levels(c.children, part);
    } else {
      for (const ComponentIndex child : c.children) collect(child, parts);
      std::string names;
      for (const ComponentIndex child : c.children) {
        names += (names.empty() ? "" : " + ") + instrument_.at(child).id;
      }
      part.terms = fmt::format("{} {} {}", names, sign_of_all(c.children), plus(c.children));
      if (c.children.size() > 1) {
        part.terms += fmt::format(" {} {}", sign_of(sum_of(index)), sum_text(index));
      }
    }
    part.value = fmt::format("{} / {} {}", sum_text(index), weight_text(language_, c.weight),
                             four_places(language_, own.value));
    parts.push_back(std::move(part));
  }

  std::string plus(const std::vector<ComponentIndex>& children) const {
    std::string text;
    for (const ComponentIndex child : children) {
      if (!text.empty()) text += " + ";
      text += sum_text(child);
    }
    return text;
  }

  std::string_view sign_of_all(const std::vector<ComponentIndex>& children) const {
    const auto whole = [&](ComponentIndex child) { return sign_of(sum_of(child)) == "="; };
    return std::ranges::all_of(children, whole) ? "=" : "≈";
  }

 private:
  Interval sum_of(ComponentIndex index) const {
    return result_.components[index].contribution * Ratio(100);
  }
  std::string sum_text(ComponentIndex index) const {
    return exact_interval(language_, sum_of(index));
  }

  std::string level_text(ComponentIndex indicator) const {
    const ComponentResult& part = result_.components[indicator];
    return part.scored == 0 ? "?" : exact_number(language_, part.value.low);
  }

  // Neighbours of one weight stand in one pair of brackets.
  void add_levels(std::span<const ComponentIndex> indicators, FormulaPart& part) const {
    std::string sums;
    std::string_view sums_sign = "=";
    for (std::size_t i = 0; i < indicators.size();) {
      const Ratio weight = instrument_.at(indicators[i]).weight;
      std::string levels;
      Interval sum;
      std::size_t count = 0;
      while (i < indicators.size() && instrument_.at(indicators[i]).weight == weight) {
        levels += (count == 0 ? "" : " + ") + level_text(indicators[i]);
        sum = sum + result_.components[indicators[i]].value;
        ++count;
        ++i;
      }
      const std::string join = part.terms.empty() ? "" : " + ";
      const std::string bracketed = count == 1 ? levels : "(" + levels + ")";
      part.terms += fmt::format("{}{} × {}", join, weight_text(language_, weight), bracketed);
      if (sign_of(sum) != "=") sums_sign = "≈";
      sums += fmt::format("{}{} × {}", join, weight_text(language_, weight),
                          exact_interval(language_, sum));
    }
    const Interval total = sum_of(part.component);
    if (sums != part.terms) part.terms += fmt::format(" {} {}", sums_sign, sums);
    part.terms += fmt::format(" {} {}", sign_of(total), exact_interval(language_, total));
  }

  const IndexResult& result_;
  const Instrument& instrument_;
  Language language_;
};

}  // namespace

std::vector<FormulaPart> formula_parts(const IndexResult& result, ComponentIndex component,
                                       Language language) {
  const Formula formula(result, language);
  std::vector<FormulaPart> parts;
  if (component != kNoComponent) {
    formula.collect(component, parts);
  } else {
    for (const ComponentIndex root : result.instrument->roots) formula.collect(root, parts);
  }
  return parts;
}

std::string index_formula(const IndexResult& result, Language language) {
  const Interval sum = result.index * Ratio(100);
  const Formula formula(result, language);
  return fmt::format("({}) / 100 {} {} / 100 {} {}", formula.plus(result.instrument->roots),
                     sign_of(sum), exact_interval(language, sum), sign_of(result.index),
                     exact_interval(language, result.index));
}

std::string index_verdict(const IndexResult& result, Language language) {
  const Instrument& instrument = *result.instrument;
  const std::string names = category_names(instrument, result.categories);
  return fill(say(language, {"shown {0}, category {1} (which begins at {2})",
                             "ditampilkan {0}, predikat {1} (mulai dari {2})"}),
              {interval_number(language, result.index), names,
               number(language, instrument.categories[result.categories.front()].from)});
}

}  // namespace spbe
