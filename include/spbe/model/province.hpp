#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "spbe/base/diagnostic.hpp"
#include "spbe/base/source.hpp"

namespace spbe {

struct Province {
  int code = 0;  // of the ministry of home affairs (Kemendagri)
  std::string name;
  std::vector<std::string> aliases;
};

// Empty, with errors in `diagnostics`, when the text is not valid.
std::vector<Province> read_provinces(const std::shared_ptr<const Source>& source,
                                     Diagnostics& diagnostics);

// The provinces of Indonesia, by code.
std::span<const Province> provinces();

// By name or alias. Letter case, everything but letters, and a leading "Provinsi", "Prov" or
// "Pemerintah Provinsi" do not matter. Null when there is none.
const Province* find_province(std::string_view name);

// The name in the list, or `name` as it stands when there is none.
std::string official_province(const std::string& name);

// The name of the province a person most likely meant, or nothing; for an unknown name.
std::optional<std::string> nearest_province(std::string_view name);

}  // namespace spbe
