#include <fmt/format.h>

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

// Four decimals, marked when that is not all.
std::string four_places(Language language, const Interval& value) {
  if (!value.exact()) return exact_interval(language, value);
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
      part.terms =
          fill(say(language_, {"{0} (published) × {1} = {2}", "{0} (terpublikasi) × {1} = {2}"}),
               {exact_interval(language_, own.value), weight_text(language_, c.weight),
                sum_text(index)});
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
      part.terms = names + " = " + plus(c.children);
      if (c.children.size() > 1) part.terms += " = " + sum_text(index);
    }
    const std::string equals = own.value.exact() ? "" : "= ";
    part.value = fmt::format("{} / {} {}{}", sum_text(index), weight_text(language_, c.weight),
                             equals, four_places(language_, own.value));
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
      sums += fmt::format("{}{} × {}", join, weight_text(language_, weight),
                          exact_interval(language_, sum));
    }
    const Interval total = sum_of(part.component);
    const bool ends = !total.exact() || terminating(total.low).has_value();
    if (sums != part.terms) part.terms += " = " + sums;
    part.terms += fmt::format(" {} {}", ends ? "=" : "≈", exact_interval(language_, total));
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
  return fmt::format("({}) / 100 = {} / 100 = {}",
                     Formula(result, language).plus(result.instrument->roots),
                     exact_interval(language, sum), exact_interval(language, result.index));
}

std::string index_verdict(const IndexResult& result, Language language) {
  const Instrument& instrument = *result.instrument;
  const std::string names =
      category_names(instrument, result.categories.front(), result.categories.back());
  return fill(say(language, {"shown {0}, category {1} (which begins at {2})",
                             "ditampilkan {0}, kategori {1} (mulai dari {2})"}),
              {interval_number(language, result.index), names,
               number(language, instrument.categories[result.categories.front()].from)});
}

}  // namespace spbe
