#pragma once

#include <string>

#include "render/style.hpp"
#include "spbe/model/catalog.hpp"

namespace spbe {

// The list of definitions and the tree of one. Every entry must have been read.
std::string instruments_text(const Catalog& catalog, const Style& style);
std::string instruments_json(const Catalog& catalog);
std::string instrument_text(const Catalog::Entry& entry, const Style& style);
std::string instrument_json(const Catalog::Entry& entry);

// "1.3", or "20/6" for a weight that does not end in decimals.
std::string weight_text(const Style& style, Ratio weight);

}  // namespace spbe
