#include "workbook/number_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <chrono>

namespace spbe {

namespace {

// digits * 10^exponent; no leading or trailing zeros, empty for zero.
struct Decimal {
  bool negative = false;
  std::string digits;
  int exponent = 0;
};

bool all_digits(std::string_view text) {
  return text.find_first_not_of("0123456789") == std::string_view::npos;
}

std::optional<Decimal> parse_decimal(std::string_view text) {
  constexpr std::size_t kLongest = 64;
  if (text.size() > kLongest) return std::nullopt;
  Decimal value;
  if (text.starts_with('-') || text.starts_with('+')) {
    value.negative = text.front() == '-';
    text.remove_prefix(1);
  }
  const std::size_t e = text.find_first_of("eE");
  if (e != std::string_view::npos) {
    std::string_view power = text.substr(e + 1);
    if (power.starts_with('+')) power.remove_prefix(1);
    const auto [end, error] =
        std::from_chars(power.data(), power.data() + power.size(), value.exponent);
    if (error != std::errc() || end != power.data() + power.size() ||
        std::abs(value.exponent) > 400) {
      return std::nullopt;
    }
    text = text.substr(0, e);
  }
  const std::size_t mark = text.find('.');
  const std::string_view whole = text.substr(0, mark);
  const std::string_view rest =
      mark == std::string_view::npos ? std::string_view() : text.substr(mark + 1);
  if (whole.size() + rest.size() == 0 || !all_digits(whole) || !all_digits(rest)) {
    return std::nullopt;
  }
  value.digits = std::string(whole) + std::string(rest);
  value.exponent -= static_cast<int>(rest.size());
  return value;
}

// As a spreadsheet shows it: fifteen significant digits hide what a binary number cannot hold.
void round_to_fifteen(Decimal& value) {
  constexpr std::size_t kDigits = 15;
  value.digits.erase(0, std::min(value.digits.find_first_not_of('0'), value.digits.size()));
  if (value.digits.size() > kDigits) {
    const bool up = value.digits[kDigits] >= '5';
    value.exponent += static_cast<int>(value.digits.size() - kDigits);
    value.digits.resize(kDigits);
    std::size_t at = kDigits;
    while (up && at > 0) {
      if (value.digits[--at] != '9') {
        ++value.digits[at];
        break;
      }
      value.digits[at] = '0';
      if (at == 0) value.digits.insert(0, 1, '1');
    }
  }
  while (!value.digits.empty() && value.digits.back() == '0') {
    value.digits.pop_back();
    ++value.exponent;
  }
  if (value.digits.empty()) value = Decimal();
}

std::optional<std::string> written(const Decimal& value, int least_places) {
  constexpr int kMost = 15;
  const int size = static_cast<int>(value.digits.size());
  if (size + value.exponent > kMost || -value.exponent > kMost) return std::nullopt;
  const int places = std::max(0, -value.exponent);
  std::string digits =
      value.digits + std::string(static_cast<std::size_t>(std::max(0, value.exponent)), '0');
  if (static_cast<int>(digits.size()) <= places) {
    digits.insert(0, static_cast<std::size_t>(places) + 1 - digits.size(), '0');
  }
  std::string out = value.negative ? "-" : "";
  out += digits.substr(0, digits.size() - static_cast<std::size_t>(places));
  const int shown = std::max(places, std::min(least_places, kMost));
  if (shown > 0) {
    out += "." + digits.substr(digits.size() - static_cast<std::size_t>(places)) +
           std::string(static_cast<std::size_t>(shown - places), '0');
  }
  return out;
}

// Days are counted from 30 December 1899 (after February 1900), or from 1 January 1904.
std::optional<std::string> day_text(const Decimal& value, bool dates_from_1904) {
  constexpr int kMostDays = 2958465;  // 31 December 9999
  std::int64_t days = 0;
  const auto text = written(value, 0);
  if (!text || text->starts_with('-')) return std::nullopt;
  std::from_chars(text->data(), text->data() + text->size(), days);
  if (days < (dates_from_1904 ? 0 : 61) || days > kMostDays) return std::nullopt;
  namespace calendar = std::chrono;
  const calendar::year_month_day first =
      dates_from_1904
          ? calendar::year_month_day(calendar::year(1904), calendar::January, calendar::day(1))
          : calendar::year_month_day(calendar::year(1899), calendar::December, calendar::day(30));
  const calendar::year_month_day day(calendar::sys_days(first) + calendar::days(days));
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()),
                     static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
}

}  // namespace

NumberFormat builtin_number_format(int id) {
  const bool date = (id >= 14 && id <= 17) || id == 22;
  if (date) return {-1, false, true};
  if (id == 2 || id == 4) return {2, false, false};
  if (id == 9) return {0, true, false};
  if (id == 10) return {2, true, false};
  return {};
}

NumberFormat number_format_of(std::string_view code) {
  NumberFormat format;
  std::string bare;  // without texts, escapes and brackets, up to the second section
  for (std::size_t i = 0; i < code.size() && code[i] != ';'; ++i) {
    if (code[i] == '"' || code[i] == '[') {
      i = std::min(code.find(code[i] == '"' ? '"' : ']', i + 1), code.size());
    } else if (code[i] == '\\' || code[i] == '_' || code[i] == '*') {
      ++i;
    } else {
      bare += code[i];
    }
  }
  if (bare.find("General") != std::string::npos) return format;
  format.date = bare.find_first_of("yYdD") != std::string::npos;
  format.percent = bare.find('%') != std::string::npos;
  const std::size_t mark = bare.find('.');
  if (mark == std::string::npos) return format;
  const std::size_t end = std::min(bare.find_first_not_of('0', mark + 1), bare.size());
  format.places = static_cast<int>(end - mark - 1);
  return format;
}

std::optional<std::string> number_text(std::string_view stored, const NumberFormat& format,
                                       bool dates_from_1904) {
  auto value = parse_decimal(stored);
  if (!value) return std::nullopt;
  round_to_fifteen(*value);
  if (format.date) {
    if (auto day = day_text(*value, dates_from_1904)) return day;
  }
  if (!format.percent) return written(*value, format.places);
  if (!value->digits.empty()) value->exponent += 2;
  auto text = written(*value, format.places);
  if (text) *text += '%';
  return text;
}

}  // namespace spbe
