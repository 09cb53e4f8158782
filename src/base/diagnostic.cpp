#include "spbe/base/diagnostic.hpp"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

namespace spbe {

Diagnostic& Diagnostic::note(std::string note_code, std::vector<std::string> note_args,
                             std::optional<Location> place) {
  notes.push_back({std::move(note_code), std::move(note_args), std::move(place)});
  return *this;
}

Diagnostic& Diagnostic::suggest(std::string hint_code, std::vector<std::string> hint_args) {
  hint = Note{std::move(hint_code), std::move(hint_args), std::nullopt};
  return *this;
}

Diagnostic& Diagnostics::error(std::string code, Location where, std::vector<std::string> args) {
  ++errors_;
  return list_.emplace_back(
      Diagnostic{Severity::error, std::move(code), std::move(args), std::move(where), {}, {}});
}

Diagnostic& Diagnostics::warning(std::string code, Location where, std::vector<std::string> args) {
  return list_.emplace_back(
      Diagnostic{Severity::warning, std::move(code), std::move(args), std::move(where), {}, {}});
}

void Diagnostics::sort() {
  std::ranges::stable_sort(
      list_, {}, [](const Diagnostic& d) { return std::tie(d.location.line, d.location.column); });
}

void Diagnostics::append(Diagnostics&& more) {
  errors_ += more.errors_;
  std::ranges::move(more.list_, std::back_inserter(list_));
  more.list_.clear();
  more.errors_ = 0;
}

}  // namespace spbe
