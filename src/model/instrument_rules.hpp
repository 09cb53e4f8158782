#pragma once

#include "spbe/base/diagnostic.hpp"
#include "spbe/model/instrument.hpp"

namespace spbe {

// Where the parts of an instrument stand in its file, for messages. A place is looked up only
// when there is something to say: that means counting lines.
struct InstrumentPlace {
  const Source* source = nullptr;
  Span span;
  Location locate() const { return source->locate(span); }
};
struct InstrumentPlaces {
  InstrumentPlace whole;
  std::vector<InstrumentPlace> components;
  std::vector<InstrumentPlace> categories;
  std::vector<InstrumentPlace> prerequisites;
};

// What must hold beyond the syntax: ids and slugs unique, weights of children summing
// exactly to their parent and all to 100 percent, weights with a common denominator of at
// most a million, categories rising and covering the scale, prerequisites without a cycle.
void check_instrument(const Instrument& instrument, const InstrumentPlaces& places,
                      Diagnostics& diagnostics);

}  // namespace spbe
