#pragma once

#include <span>
#include <string_view>

// Implemented by sources that the build makes.
namespace spbe {

// The commit, 12 hexadecimal digits, with "+" when files were changed since; empty outside a clone.
std::string_view built_from_commit();

struct LinkedLibrary {
  std::string_view name;
  std::string_view version;
  std::string_view licence;  // as SPDX spells it
};
// What the program is linked with or made of, as in the bill of materials.
std::span<const LinkedLibrary> linked_libraries();

}  // namespace spbe
