#pragma once

#include <string>

#include "render/json.hpp"
#include "render/style.hpp"
#include "spbe/model/catalog.hpp"

namespace spbe {

// The list of definitions and the tree of one. Every entry must have been read.
std::string instruments_text(const Catalog& catalog, const Style& style);
std::string instruments_json(const Catalog& catalog);
std::string instrument_text(const Catalog::Entry& entry, const Style& style);
std::string instrument_json(const Catalog::Entry& entry);

// All levels of one indicator: what each is called, is worth, asks for, and the evidence usually
// accepted; and where its value comes from when another agency gives it.
std::string indicator_levels_text(const Instrument& instrument, ComponentIndex indicator,
                                  const Style& style);
std::string indicator_levels_json(const Instrument& instrument, ComponentIndex indicator);

Json external_json(const ExternalIndex& index);

// "Indeks SDI (Bappenas)".
std::string external_name(const ExternalIndex& index, Language language);

// "1.3", or "20/6" for a weight that does not end in decimals.
std::string weight_text(const Style& style, Ratio weight);

}  // namespace spbe
