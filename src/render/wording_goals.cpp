#include <fmt/format.h>

#include "render/messages.hpp"
#include "render/style.hpp"
#include "render/wording.hpp"

// What is to be reached, and how far it is.
namespace spbe {

std::string category_bound(const Instrument& instrument, std::size_t category, CategoryBasis basis,
                           Language language) {
  const Ratio from = instrument.categories[category].from;
  const Ratio least = instrument.least_index(category, basis);
  std::string bound = number(language, from);
  if (least == from) return bound;
  return fill(say(language, {"{0}, as {1} is shown", "{0}, karena {1} ditampilkan demikian"}),
              {bound, exact_number(language, least)});
}

std::string name_of_goal(const Instrument& instrument, const Goal& goal, CategoryBasis basis,
                         Language language) {
  if (!goal.category) {
    const bool two_decimals = (goal.index * Ratio(100)).is_whole();
    return two_decimals ? number(language, goal.index) : exact_number(language, goal.index);
  }
  return fmt::format("{} ({})", instrument.categories[*goal.category].name,
                     category_bound(instrument, *goal.category, basis, language));
}

std::string distance_to_next(const IndexResult& result, Language language) {
  // Where the predikat itself is not certain, the next one is that which may be had already.
  const bool certain = result.categories.size() == 1;
  if (certain && !result.next) return {};
  const std::size_t place = result.categories.front() + 1;
  const Category& next = result.instrument->categories[place];
  const Ratio least = result.instrument->least_index(place, result.basis);
  std::string amount = exact_number(language, least - result.index.low);
  if (certain && !result.next->short_by.exact()) {
    amount = fmt::format("{} {} {}", exact_number(language, result.next->short_by.low),
                         say(language, {"to", "sampai"}), amount);
  }
  const std::string bound = category_bound(*result.instrument, place, result.basis, language);
  return fill(say(language, certain ? Words{"{0} short of {1} ({2})", "{0} lagi menuju {1} ({2})"}
                                    : Words{"{0} short of a certain {1} ({2})",
                                            "{0} lagi untuk pasti {1} ({2})"}),
              {amount, next.name, bound});
}

}  // namespace spbe
