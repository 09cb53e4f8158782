#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace spbe {

// What a column of a table with a row an indicator may hold.
enum class LongField {
  code,
  name,
  weight,
  level,
  target,
  due,
  sure,
  units,
  effort,
  evidence,
  note,
  form
};
inline constexpr std::size_t kLongFields = 12;

// What a column of a table of institutions may hold beside components; and what a line above any
// table may name.
enum class TableField {
  institution,
  id,
  year,
  kind,
  province,
  stage,
  instrument,
  origin,
  effort_unit,
  index,
  category
};
inline constexpr std::size_t kTableFields = 11;

// A column that our own tables compute: an assessment holds nothing of it.
struct DerivedColumn {};

using HeadingMeaning = std::variant<LongField, TableField, DerivedColumn>;
struct Heading {
  HeadingMeaning meaning;
  int rank = 0;  // of words for one thing the lowest names it best

  template <class Field>
  const Field* as() const {
    return std::get_if<Field>(&meaning);
  }
};

// What a heading means, in English or Indonesian, given as `normalised` makes it.
std::optional<Heading> find_heading(std::string_view words);

// All words for the fields of a table of institutions.
std::vector<std::string> institution_headings();

}  // namespace spbe
