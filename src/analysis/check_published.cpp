#include <algorithm>

#include "analysis/check_rules.hpp"

namespace spbe {

namespace {

bool overlap(const Interval& a, const Interval& b) {
  const bool a_reaches = b.open_high ? a.low < b.high : a.low <= b.high;
  const bool b_reaches = a.open_high ? b.low < a.high : b.low <= a.high;
  return a_reaches && b_reaches;
}

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

// The values next to `wanted` among `possible`, which holds none that is printed so.
Finding between(const CheckSubject& subject, const PublishedNumber& published,
                const std::vector<Ratio>& possible) {
  const auto above = std::ranges::lower_bound(possible, published.printed);
  const Interval range{possible.front(), possible.back()};
  if (above == possible.begin() || above == possible.end()) {
    return outside(subject, "published-index.range", "", published, range);
  }
  return finding(subject, "published-index.between", published.span,
                 {"", Printed{published.printed, published.places}, *(above - 1), *above});
}

std::vector<Finding> published_components(const CheckSubject& subject, ComponentKind kind,
                                          const std::string& code) {
  const Assessment& assessment = subject.now.assessment;
  const Instrument& instrument = *assessment.instrument;
  std::vector<Finding> findings;
  for (const auto& [index, published] : assessment.published.components) {
    const ComponentResult& part = subject.now.result.components[index];
    if (instrument.at(index).kind != kind || overlap(part.value, published.range())) continue;
    const std::string name = instrument.at(index).id;
    findings.push_back(part.value.exact()
                           ? differs(subject, code, name, published, part.value.low)
                           : outside(subject, code + ".range", name, published, part.value));
    findings.back().indicators = indicators_within(instrument, index);
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
  const auto& published = subject.now.assessment.published.index;
  const IndexResult& result = subject.now.result;
  if (!published) return {};
  const Interval printed = published->range();
  if (result.exact()) {
    if (printed.contains(result.index.low)) return {};
    return {differs(subject, "published-index", "", *published, result.index.low)};
  }
  if (result.possible) {
    const auto fits = [&](Ratio value) { return printed.contains(value); };
    if (std::ranges::any_of(*result.possible, fits)) return {};
    return {between(subject, *published, *result.possible)};
  }
  if (overlap(result.index, printed)) return {};
  return {outside(subject, "published-index.range", "", *published, result.index)};
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
