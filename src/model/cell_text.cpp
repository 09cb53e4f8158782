#include "model/cell_text.hpp"

#include <algorithm>
#include <array>

#include "document/nearest.hpp"

namespace spbe {

namespace {

constexpr std::int64_t kMostFractionParts = 24;  // of a level that is no decimal number
constexpr int kStoredDigits = 15;
constexpr std::size_t kStoredDecimals = 10;  // at least, of a fraction that does not end

bool all_digits(std::string_view part) {
  return !part.empty() && part.find_first_not_of("0123456789") == std::string_view::npos;
}

}  // namespace

bool is_plain_number(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  const std::size_t mark = text.find_first_of(".,");
  if (mark == std::string_view::npos) return all_digits(text);
  return all_digits(text.substr(0, mark)) && all_digits(text.substr(mark + 1));
}

std::string with_dot(std::string text) {
  std::ranges::replace(text, ',', '.');
  return text;
}

std::string without_apostrophe(const std::string& text) {
  const bool defused = text.size() > 1 && text.front() == '\'' &&
                       std::string_view("=+-@\t\r").find(text[1]) != std::string_view::npos;
  return defused ? text.substr(1) : text;
}

std::string without_blanks(std::string_view text) {
  constexpr std::string_view kNoBreak = "\xC2\xA0";
  const auto blank = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; };
  for (bool again = true; again;) {
    again = false;
    if (!text.empty() && blank(text.front())) {
      text.remove_prefix(1);
      again = true;
    } else if (text.starts_with(kNoBreak)) {
      text.remove_prefix(kNoBreak.size());
      again = true;
    } else if (!text.empty() && blank(text.back())) {
      text.remove_suffix(1);
      again = true;
    } else if (text.ends_with(kNoBreak)) {
      text.remove_suffix(kNoBreak.size());
      again = true;
    }
  }
  return std::string(text);
}

bool says_nothing(std::string_view text) {
  constexpr auto kWords =
      std::to_array<std::string_view>({"", "-", "--", "\xE2\x80\x93", "\xE2\x80\x94", "n/a", "na",
                                       "n.a.", "#n/a", "t/a", "tidak ada", "belum ada"});
  return std::ranges::find(kWords, lower_case(without_blanks(text))) != kWords.end();
}

bool is_total_word(std::string_view text) {
  constexpr auto kStarts = std::to_array<std::string_view>(
      {"total", "jumlah", "sum", "nilai indeks", "indeks spbe", "rata rata", "average"});
  const std::string word = normalised(text);
  return std::ranges::any_of(kStarts, [&](std::string_view start) {
    return word == start || word.starts_with(std::string(start) + " ");
  });
}

std::string as_whole(std::string text) {
  if (!is_plain_number(text)) return text;
  const std::size_t mark = text.find_first_of(".,");
  if (mark == std::string::npos) return text;
  const bool zeros = text.find_first_not_of('0', mark + 1) == std::string::npos;
  return zeros ? text.substr(0, mark) : text;
}

std::string with_decimals(std::string text, int places) {
  if (!is_plain_number(text)) return text;
  text = with_dot(std::move(text));
  std::size_t mark = text.find('.');
  if (mark == std::string::npos && places > 0) {
    mark = text.size();
    text += '.';
  }
  while (mark != std::string::npos && text.size() - mark - 1 < static_cast<std::size_t>(places)) {
    text += '0';
  }
  return text;
}

std::string as_fraction(std::string text) {
  const std::size_t mark = text.find('.');
  const std::string_view rest =
      mark == std::string::npos ? std::string_view() : std::string_view(text).substr(mark + 1);
  if (!is_plain_number(text) || rest.size() < kStoredDecimals || mark > Ratio::kMaxDigits) {
    return text;
  }
  // The digits as a whole number over a power of ten fit 64 bits: at most 15 are stored.
  std::int64_t digits = 0;
  std::int64_t scale = 1;
  int count = 0;
  for (const char c : text.substr(0, mark) + std::string(rest)) {
    if (c == '-' || ++count > kStoredDigits + 1) return text;
    digits = digits * 10 + (c - '0');
  }
  for (std::size_t i = 0; i < rest.size(); ++i) scale *= 10;
  for (std::int64_t parts = 1; parts <= kMostFractionParts; ++parts) {
    const std::int64_t whole = (digits * parts + scale / 2) / scale;
    const std::int64_t off = digits * parts - whole * scale;
    // Within the last stored digit.
    if (off > parts || off < -parts) continue;
    return std::to_string(whole) + (parts == 1 ? "" : "/" + std::to_string(parts));
  }
  return text;
}

std::vector<std::string> lines_of_cell(std::string_view text) {
  constexpr std::string_view kBreak = "\xE2\x86\xB5";
  std::vector<std::string> lines(1);
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.substr(i).starts_with(kBreak)) {
      // Behind a backslash it is the sign itself; two are a backslash.
      std::string& line = lines.back();
      const std::size_t marks = line.size() - (line.find_last_not_of('\\') + 1);
      line.resize(line.size() - (marks + 1) / 2);
      line += marks % 2 == 1 ? kBreak : "\n";
      i += kBreak.size() - 1;
    } else if (text[i] == '\n') {
      lines.emplace_back();
    } else if (text[i] != '\r') {
      lines.back() += text[i];
    }
  }
  std::erase_if(lines, [](const std::string& line) { return without_blanks(line).empty(); });
  return lines;
}

std::string units_of_cell(std::string_view text) {
  std::string units;
  bool parted = false;  // whether the blanks that follow are around a semicolon
  for (const char c : text) {
    if (parted && c == ' ') continue;
    parted = false;
    if (c != ';') {
      units += c;
      continue;
    }
    const std::size_t marks = units.size() - (units.find_last_not_of('\\') + 1);
    units.resize(units.size() - (marks + 1) / 2);
    if (marks % 2 == 1) {
      units += ';';
      continue;
    }
    units.resize(units.find_last_not_of(' ') + 1);
    units += '\n';
    parted = true;
  }
  return units;
}

std::string normalised(std::string_view heading) {
  std::string out;
  bool blank = false;
  for (const char c : lower_case(heading)) {
    if (c == ' ' || c == '_' || c == '-' || c == '\n' || c == '\r' || c == '\t') {
      blank = !out.empty();
      continue;
    }
    if (blank) out += ' ';
    blank = false;
    out += c;
  }
  while (out.ends_with('.') || out.ends_with(':') || out.ends_with(' ')) out.pop_back();
  return out;
}

}  // namespace spbe
