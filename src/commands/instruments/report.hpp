#pragma once

#include <string>

#include "render/json.hpp"
#include "render/page.hpp"
#include "spbe/model/catalog.hpp"

namespace spbe {

// The list of definitions and the tree of one. Every entry must have been read.
page::Page instruments_page(const Catalog& catalog, Language language);
std::string instruments_json(const Catalog& catalog);
page::Page instrument_page(const Catalog::Entry& entry, Language language);
std::string instrument_json(const Catalog::Entry& entry);

// All levels of one indicator: what each is called, is worth, asks for, and the evidence usually
// accepted; and where its value comes from when another agency gives it.
page::Page indicator_levels_page(const Instrument& instrument, ComponentIndex indicator,
                                 Language language);
std::string indicator_levels_json(const Instrument& instrument, ComponentIndex indicator);

Json external_json(const ExternalIndex& index);

}  // namespace spbe
