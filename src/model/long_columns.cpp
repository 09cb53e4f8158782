#include "model/long_columns.hpp"

#include <algorithm>
#include <charconv>
#include <string_view>

#include "model/cell_text.hpp"
#include "spbe/model/assessment.hpp"

namespace spbe {

namespace {

// What a worksheet computes, or shows beside.
bool is_shown(const std::string& words) {
  if (words.empty() || words.starts_with("kriteria ") || words.starts_with("criteria "))
    return true;
  const auto heading = find_heading(words);
  return heading && heading->as<DerivedColumn>() != nullptr;
}

// A heading without "(%)" and the like, and the year at its end.
struct HeadingWords {
  std::string word;
  std::optional<int> year;
};

HeadingWords heading_words(std::string_view text) {
  HeadingWords heading{normalised(text), std::nullopt};
  std::string& word = heading.word;
  const auto cut = [&](std::size_t size) {
    word.resize(size);
    while (word.ends_with(' ') || word.ends_with('.')) word.pop_back();
  };
  const std::size_t unit = word.find('(');
  if (unit != std::string::npos && word.ends_with(')')) {
    const std::string inside = word.substr(unit + 1, word.size() - unit - 2);
    cut(unit);
    if (inside.size() == 4 && is_plain_number(inside)) word += " " + inside;
  }
  if (word.ends_with('%')) cut(word.size() - 1);
  constexpr std::size_t kYearDigits = 4;
  if (word.size() < kYearDigits) return heading;
  int year = 0;
  const char* const digits = word.data() + word.size() - kYearDigits;
  const auto [end, error] = std::from_chars(digits, digits + kYearDigits, year);
  const bool apart = word.size() == kYearDigits || word[word.size() - kYearDigits - 1] == ' ';
  if (error != std::errc() || end != digits + kYearDigits || !apart || year < kFirstYear ||
      year > kLastYear) {
    return heading;
  }
  heading.year = year;
  cut(word.size() - kYearDigits);
  if (word.ends_with(" tahun")) cut(word.size() - 6);
  if (word == "tahun" || word.empty()) word = "tingkat";
  return heading;
}

std::optional<LongColumn> long_column(std::string_view text, std::uint32_t column) {
  const HeadingWords heading = heading_words(text);
  const auto found = find_heading(heading.word);
  const LongField* field = found ? found->as<LongField>() : nullptr;
  if (field == nullptr) return std::nullopt;
  LongColumn out{*field, column, found->rank, heading.year};
  // A target is for a year to come; the nearest is the one.
  if (out.field == LongField::target && out.year) {
    out.rank = *out.year;
    out.year.reset();
  }
  return out;
}

bool says_something(const std::vector<LongColumn>& columns) {
  const auto has = [&](LongField field) {
    return std::ranges::find(columns, field, &LongColumn::field) != columns.end();
  };
  const bool level = has(LongField::level);
  const bool other = has(LongField::target) || has(LongField::units) || has(LongField::evidence);
  return has(LongField::name) ? level || other : has(LongField::code) && level;
}

}  // namespace

std::optional<LongHeadings> find_long_headings(const DataTable& table) {
  for (std::size_t i = 0; i < table.rows.size() && i < kHeadingRows; ++i) {
    LongHeadings headings;
    headings.row = i;
    for (const DataCell& cell : table.rows[i].cells) {
      if (cell.column >= kMostTableColumns) break;
      if (const auto column = long_column(cell.text, cell.column)) {
        headings.columns.push_back(*column);
      } else if (!is_shown(normalised(cell.text))) {
        headings.unknown.push_back(cell.column);
      }
    }
    if (says_something(headings.columns)) return headings;
  }
  return std::nullopt;
}

std::optional<std::array<std::optional<std::uint32_t>, kLongFields>> choose_columns(
    const DataTable& table, LongHeadings& headings, std::optional<int>& year,
    Diagnostics& diagnostics) {
  if (!year) {
    for (const LongColumn& column : headings.columns) {
      if (column.field == LongField::level && column.year) {
        year = std::max(year.value_or(0), *column.year);
      }
    }
  }
  std::array<std::optional<std::uint32_t>, kLongFields> chosen;
  std::array<LongColumn, kLongFields> best{};
  bool fine = true;
  const DataRow& row = table.rows[headings.row];
  for (const LongColumn& column : headings.columns) {
    if (column.year && column.year != year) continue;
    const auto at = static_cast<std::size_t>(column.field);
    const auto order = [](const LongColumn& one) { return std::pair(!one.year, one.rank); };
    if (chosen[at] && order(best[at]) == order(column)) {
      diagnostics.error("column-twice", table.place(row, column.column), {row.text(column.column)})
          .note("first-given-here", {}, table.place(row, best[at].column));
      fine = false;
    }
    if (chosen[at]) {
      const bool worse = order(best[at]) <= order(column);
      if (column.field != LongField::code) {
        headings.unknown.push_back(worse ? column.column : best[at].column);
      }
      if (worse) continue;
    }
    chosen[at] = column.column;
    best[at] = column;
  }
  if (!fine) return std::nullopt;
  return chosen;
}

std::vector<std::string> unused_headings(const DataTable& table, const LongHeadings& headings) {
  std::vector<std::string> names;
  for (const std::uint32_t column : headings.unknown) {
    names.push_back(without_blanks(table.rows[headings.row].text(column)));
  }
  return names;
}

}  // namespace spbe
