#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "spbe/render/language.hpp"

namespace spbe {

inline constexpr std::string_view kFormatPage = "spbe-index-assessment";

// Text that no macro begins in and no escape is seen in; a hyphen stays the one that can be typed.
std::string roff(std::string_view text);

// A page in the macros of man(7).
class Manual {
 public:
  Manual(std::string_view name, int section, Language language);

  std::string_view tr(const Words& words) const { return say(language_, words); }

  void section(const Words& name);
  void text(std::string_view words);
  void paragraph(std::string_view words);
  void item(std::string_view bold, std::string_view italic, std::string_view words);
  void lines(std::string_view words);
  void raw(std::string_view macros) { out_ += macros; }
  void exit_status();
  void see_also(const std::vector<std::string>& names, int section_of_names);
  void and_also(std::string_view name, int section_of_name);  // one more, of any section
  std::string take() { return std::move(out_); }

 private:
  Language language_;
  std::string out_;
};

}  // namespace spbe
