#include "spbe/base/amount.hpp"

#include <string>

namespace spbe {

std::optional<Ratio> parse_amount(std::string_view text) {
  constexpr std::size_t kLow = Ratio::kMaxDigits;
  const std::string_view whole = text.substr(0, text.find_first_of(".,"));
  if (whole.size() <= kLow || whole.size() > kMaxAmountDigits) return Ratio::parse(text);
  const std::size_t cut = whole.size() - kLow;
  const std::string_view above = text.substr(0, cut);
  // A sign or a fraction would not survive being cut in two.
  if (text.find_first_of("-/") != std::string_view::npos) return Ratio::parse(text);
  const auto high = Ratio::parse(above);
  const auto low = Ratio::parse(text.substr(cut));
  if (!high || !low) return std::nullopt;
  return *high * Ratio(1'000'000) + *low;
}

}  // namespace spbe
