#include "model/unit_names.hpp"

#include <algorithm>

#include "model/cell_text.hpp"

namespace spbe {

namespace {

// Different ones in a file: what looks at every pair of them is to stay quick.
constexpr std::size_t kMostUnits = 500;

}  // namespace

void UnitNames::take(const Node& node, const std::string& unit) {
  if (unit.find(';') != std::string::npos) {
    schema_.warning(node, "unit-with-semicolon", {unit}).suggest("write-units");
  }
  if (places_.size() < kMostUnits) {
    places_.emplace(unit, &node);
  } else if (!too_many_ && !places_.contains(unit)) {
    schema_.error(node, "too-many-units", {std::to_string(kMostUnits)});
    too_many_ = true;
  }
}

// A comma may well belong to a name: "Dinas Komunikasi, Informatika, dan Statistik". What is a unit
// elsewhere in the file is one here too.
void UnitNames::ask() const {
  for (const auto& [name, node] : places_) {
    for (std::size_t begin = 0; begin < name.size();) {
      const std::size_t end = std::min(name.find_first_of(",/", begin), name.size());
      const std::string part = without_blanks(std::string_view(name).substr(begin, end - begin));
      begin = end + 1;
      if (part == name || !places_.contains(part)) continue;
      schema_.warning(*node, "unit-of-several", {name, part}).suggest("write-units");
      break;
    }
  }
}

}  // namespace spbe
