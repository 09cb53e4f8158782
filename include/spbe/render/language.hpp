#pragma once

#include <string_view>

namespace spbe {

enum class Language { english, indonesian };

// One sentence or word in the languages the program speaks.
struct Words {
  std::string_view english;
  std::string_view indonesian;
};

constexpr std::string_view say(Language language, const Words& words) {
  return language == Language::indonesian ? words.indonesian : words.english;
}

}  // namespace spbe
