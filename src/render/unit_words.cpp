#include "render/unit_words.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "spbe/model/institution_name.hpp"

namespace spbe {

namespace {

bool is_central(const Assessment& whose) {
  using Kind = InstitutionKind;
  constexpr std::array kCentral = {Kind::kementerian, Kind::lpnk, Kind::alat_negara, Kind::lembaga,
                                   Kind::lns};
  if (whose.kind == Kind::unsaid) return kind_in_name(whose.institution) == "kementerian";
  return std::ranges::find(kCentral, whose.kind) != kCentral.end();
}

}  // namespace

std::string of_units(const Assessment& whose, std::string_view text) {
  constexpr auto kWords = std::to_array<std::pair<std::string_view, std::string_view>>(
      {{"perangkat daerah", "unit kerja"},
       {"Perangkat daerah", "Unit kerja"},
       {"Perangkat Daerah", "Unit Kerja"}});
  std::string out(text);
  if (!is_central(whose)) return out;
  for (const auto& [region, central] : kWords) {
    for (std::size_t at = out.find(region); at != std::string::npos; at = out.find(region, at))
      out.replace(at, region.size(), central);
  }
  return out;
}

}  // namespace spbe
