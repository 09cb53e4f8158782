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
  return add(Severity::error, std::move(code), std::move(where), std::move(args));
}

Diagnostic& Diagnostics::warning(std::string code, Location where, std::vector<std::string> args) {
  return add(Severity::warning, std::move(code), std::move(where), std::move(args));
}

void Diagnostics::take(const Diagnostic& one) {
  Diagnostic& taken = add(one.severity, one.code, one.location, one.args);
  if (!lists(taken)) return;
  taken.notes = one.notes;
  taken.hint = one.hint;
}

bool Diagnostics::has_room(Severity severity) const {
  return (severity == Severity::error ? errors_ : warnings_) < kMaxListed;
}

Diagnostic& Diagnostics::add(Severity severity, std::string code, Location where,
                             std::vector<std::string> args) {
  const bool listed = has_room(severity);
  ++(severity == Severity::error ? errors_ : warnings_);
  Diagnostic made{severity, std::move(code), std::move(args), std::move(where), {}, {}};
  return listed ? list_.emplace_back(std::move(made)) : unlisted_ = std::move(made);
}

bool Diagnostics::says(const Diagnostic& one) const {
  return std::ranges::any_of(list_, [&](const Diagnostic& other) {
    return std::tie(other.code, other.location.line, other.location.column) ==
           std::tie(one.code, one.location.line, one.location.column);
  });
}

void Diagnostics::sort() {
  std::ranges::stable_sort(
      list_, {}, [](const Diagnostic& d) { return std::tie(d.location.line, d.location.column); });
}

void Diagnostics::append(Diagnostics&& more) {
  errors_ += more.errors_;
  warnings_ += more.warnings_;
  std::ranges::move(more.list_, std::back_inserter(list_));
  more.list_.clear();
  more.errors_ = 0;
  more.warnings_ = 0;
}

}  // namespace spbe
