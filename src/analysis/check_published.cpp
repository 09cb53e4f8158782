#include <algorithm>

#include "analysis/check_rules.hpp"

namespace spbe {

namespace {

// What `value` is when its further digits are cut off.
Ratio cut(Ratio value, int places) {
  const Ratio nearest = rounded(value, places);
  if (nearest <= value) return nearest;
  return nearest - (printed_as(nearest, places).high - nearest) * Ratio(2);
}

// {what, printed, exact, exact as printed}.
Finding differs(const CheckSubject& subject, std::string code, std::string what,
                const PublishedNumber& published, Ratio exact) {
  Finding found = finding(subject, std::move(code), published.span,
                          {std::move(what), Printed{published.printed, published.places}, exact,
                           Printed{exact, published.places}});
  if (cut(exact, published.places) == published.printed) found.hint = {"cut-not-rounded", {}, {}};
  return found;
}

Finding outside(const CheckSubject& subject, std::string code, std::string what,
                const PublishedNumber& published, const Interval& range) {
  return finding(
      subject, std::move(code), published.span,
      {std::move(what), Printed{published.printed, published.places}, range.low, range.high});
}

// What the levels leave open holds nothing that prints so: the nearest values that it holds, or
// its ends.
Finding contradicts(const CheckSubject& subject, const std::string& code, const std::string& what,
                    const PublishedNumber& published, const Interval& value,
                    const Contradiction* found) {
  if (value.exact()) return differs(subject, code, what, published, value.low);
  if (found == nullptr || !found->below || !found->above) {
    return outside(subject, code + ".range", what, published, value);
  }
  return finding(
      subject, code + ".between", published.span,
      {what, Printed{published.printed, published.places}, *found->below, *found->above});
}

std::vector<Finding> published_component(const CheckSubject& subject, const std::string& code,
                                         ComponentIndex component, const Interval& value) {
  const Assessment& assessment = subject.now.assessment;
  const Instrument& instrument = *assessment.instrument;
  const PublishedNumber* published = assessment.published.find(component);
  const auto& all = subject.now.result.contradicted;
  const auto found = std::ranges::find(all, component, &Contradiction::component);
  if (published == nullptr) return {};
  if (found == all.end() && intersection(value, published->range())) return {};
  const bool index = component == kNoComponent;
  Finding finding = contradicts(subject, code, index ? std::string() : instrument.at(component).id,
                                *published, value, found == all.end() ? nullptr : &*found);
  if (!index) finding.indicators = indicators_within(instrument, component);
  return {std::move(finding)};
}

std::vector<Finding> published_components(const CheckSubject& subject, ComponentKind kind,
                                          const std::string& code) {
  const Assessment& assessment = subject.now.assessment;
  std::vector<Finding> findings;
  for (const auto& [index, published] : assessment.published.components) {
    if (assessment.instrument->at(index).kind != kind) continue;
    const Interval& value = subject.now.result.components[index].value;
    std::ranges::move(published_component(subject, code, index, value),
                      std::back_inserter(findings));
  }
  return findings;
}

std::string names(const Instrument& instrument, const std::vector<std::size_t>& categories) {
  std::string out;
  for (const std::size_t i : categories) {
    if (!out.empty()) out += " / ";
    out += instrument.categories[i].name;
  }
  return out;
}

}  // namespace

std::vector<Finding> published_index(const CheckSubject& subject) {
  return published_component(subject, "published-index", kNoComponent, subject.now.result.index);
}

std::vector<Finding> published_category(const CheckSubject& subject) {
  const Assessment& assessment = subject.now.assessment;
  const IndexResult& result = subject.now.result;
  const Instrument& instrument = *result.instrument;
  if (assessment.published.category.empty()) return {};
  const auto published = instrument.find_category(assessment.published.category);
  const auto has = [&](const std::vector<std::size_t>& categories) {
    return std::ranges::find(categories, *published) != categories.end();
  };
  if (has(result.categories)) return {};
  const std::string category = instrument.categories[*published].name;
  const std::string right = names(instrument, result.categories);
  const Span span = assessment.published.category_span;
  Finding found = result.exact() ? finding(subject, "published-category", span,
                                           {category, right, result.index.low})
                                 : finding(subject, "published-category.range", span,
                                           {category, right, result.index.low, result.index.high});
  if (has(result.other_basis_categories)) {
    const bool exact = result.basis == CategoryBasis::exact;
    found.notes.push_back({exact ? "category-of-rounded" : "category-of-exact",
                           {category, std::to_string(assessment.year)},
                           {}});
  }
  return {std::move(found)};
}

std::vector<Finding> published_domain(const CheckSubject& subject) {
  return published_components(subject, ComponentKind::domain, "published-domain");
}

std::vector<Finding> published_aspect(const CheckSubject& subject) {
  return published_components(subject, ComponentKind::aspect, "published-aspect");
}

std::vector<Finding> published_impossible(const CheckSubject& subject) {
  const Assessment& assessment = subject.now.assessment;
  const Instrument& instrument = *assessment.instrument;
  std::vector<Finding> findings;
  for (const ComponentIndex i : subject.now.result.impossible) {
    const PublishedNumber& value = assessment.score(i).published;
    findings.push_back(finding(subject, "published-impossible", value.span,
                               {instrument.at(i).id, Printed{value.printed, value.places}}));
    findings.back().indicators = indicators_within(instrument, i);
  }
  return findings;
}

// Within the scale, but no sum of its levels; of a value below the scale the reader speaks.
std::vector<Finding> published_below_scale(const CheckSubject& subject) {
  const Assessment& assessment = subject.now.assessment;
  const Instrument& instrument = *assessment.instrument;
  std::vector<Finding> findings;
  for (const ComponentIndex i : subject.now.result.tolerated) {
    const PublishedNumber& value = assessment.score(i).published;
    if (!intersection(value.range(), instrument.range_of(i, false))) continue;
    findings.push_back(finding(subject, "published-below-scale.levels", value.span,
                               {instrument.at(i).id, Printed{value.printed, value.places}}));
    findings.back().indicators = indicators_within(instrument, i);
  }
  return findings;
}

std::vector<Finding> category_basis(const CheckSubject& subject) {
  const Assessment& assessment = subject.now.assessment;
  const IndexResult& result = subject.now.result;
  const Instrument& instrument = *result.instrument;
  if (result.categories == result.other_basis_categories) return {};
  const bool by_shown = result.basis == CategoryBasis::shown;
  const std::string decided = names(instrument, result.categories);
  const std::string other = names(instrument, result.other_basis_categories);
  const std::string exact = by_shown ? other : decided;
  const std::string shown = by_shown ? decided : other;
  const std::string year = std::to_string(assessment.year);
  if (!result.exact()) {
    return {finding(subject, by_shown ? "category-basis.shown-range" : "category-basis.exact-range",
                    assessment.scores_span, {exact, shown, year})};
  }
  return {finding(subject, by_shown ? "category-basis.shown" : "category-basis",
                  assessment.scores_span,
                  {exact, shown, year, result.index.low, Printed{result.index.low}})};
}

}  // namespace spbe
