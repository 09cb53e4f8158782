#pragma once

#include <functional>
#include <memory>

#include "document/node.hpp"
#include "spbe/base/diagnostic.hpp"

namespace spbe {

inline constexpr std::size_t kMaxFileBytes = std::size_t{4} << 20U;
inline constexpr std::size_t kMaxNodes = 100'000;
// Of one file. A short document may ask for as much work as a long one.
inline constexpr std::size_t kMaxDocuments = 5000;
inline constexpr std::size_t kMaxDepth = 32;

// Reads the YAML documents of `source` one after the other and hands over each. The subset
// is strict: no anchors, aliases, tags, merge keys, multi-line keys, null items, duplicate
// keys, tabs in the indentation. The first fault of the syntax ends the reading with an
// error; duplicate keys are all reported. Returns whether the whole text was read cleanly.
bool read_yaml(const std::shared_ptr<const Source>& source, Diagnostics& diagnostics,
               const std::function<void(const Document&)>& receive);

}  // namespace spbe
