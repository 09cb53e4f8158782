#include "spbe/model/assessment.hpp"

#include <algorithm>
#include <chrono>
#include <string>

namespace spbe {

namespace {

// A field of a date: `size` digits, or -1.
int digits(std::string_view text, std::size_t at, std::size_t size) {
  int value = 0;
  for (std::size_t i = at; i < at + size; ++i) {
    if (text[i] < '0' || text[i] > '9') return -1;
    value = value * 10 + (text[i] - '0');
  }
  return value;
}

std::string two_digits(int value) { return (value < 10 ? "0" : "") + std::to_string(value); }

}  // namespace

std::optional<Date> parse_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const Date date{digits(text, 0, 4), digits(text, 5, 2), digits(text, 8, 2)};
  if (date.year < 0 || date.month < 0 || date.day < 0) return std::nullopt;
  const std::chrono::year_month_day day{std::chrono::year(date.year),
                                        std::chrono::month(static_cast<unsigned>(date.month)),
                                        std::chrono::day(static_cast<unsigned>(date.day))};
  if (!day.ok()) return std::nullopt;
  return date;
}

std::string to_string(const Date& date) {
  return std::to_string(date.year) + "-" + two_digits(date.month) + "-" + two_digits(date.day);
}

Ratio value_of(const Scale& scale, std::vector<AcceptedEvidence>& accepted) {
  Ratio value(scale.low);
  int level = scale.low;  // the one being filled
  bool complete = true;   // every level below it
  for (AcceptedEvidence& evidence : accepted) {
    evidence.counts = complete && evidence.level == level;
    if (!evidence.counts) {
      complete = false;
      continue;
    }
    const Ratio begin = scale.band_begin(level);
    value = begin + evidence.share * (scale.milestone(level) - begin);
    complete = evidence.share == Ratio(1);
    ++level;
  }
  return value;
}

const AcceptedEvidence* Details::uncounted() const {
  const auto found = std::ranges::find_if(items, [](const AcceptedEvidence& accepted) {
    return !accepted.counts && accepted.share > Ratio(0);
  });
  return found == items.end() ? nullptr : &*found;
}

ComponentIndex Assessment::published_above(ComponentIndex index) const {
  ComponentIndex at = instrument->at(index).parent;
  while (at != kNoComponent && score(at).kind != Score::Kind::published) {
    at = instrument->at(at).parent;
  }
  return at;
}

const PublishedNumber* Published::find(ComponentIndex component) const {
  if (component == kNoComponent) return index ? &*index : nullptr;
  for (const auto& [at, number] : components) {
    if (at == component) return &number;
  }
  return nullptr;
}

std::optional<Ratio> Targets::find(ComponentIndex component) const {
  if (component == kNoComponent) return index;
  for (const Part& part : parts) {
    if (part.component == component) return part.value;
  }
  return std::nullopt;
}

std::string Assessment::label() const {
  if (document == 0) return source->name;
  return source->name + " #" + std::to_string(document);
}

}  // namespace spbe
