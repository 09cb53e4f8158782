#pragma once

#include <optional>
#include <string_view>

#include "spbe/base/ratio.hpp"

namespace spbe {

// Most digits before the decimal mark of an amount: money and days come in large numbers.
inline constexpr int kMaxAmountDigits = 12;

// A number as Ratio::parse reads it, with up to kMaxAmountDigits digits before the decimal mark.
std::optional<Ratio> parse_amount(std::string_view text);

}  // namespace spbe
