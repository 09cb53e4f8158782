#pragma once

#include <optional>
#include <string>
#include <vector>

#include "spbe/base/source.hpp"

namespace spbe {

enum class Severity { warning, error };

// What is wrong with somebody's data. `code` is a stable kebab-case word; the sentence for
// it, in two languages, is in the table of render/messages, which puts `args` in their places.
// The args are raw, as they were read: `message` makes them safe to show.
struct Diagnostic {
  // A second place or fact that belongs to it ("first given here").
  struct Note {
    std::string code;
    std::vector<std::string> args;
    std::optional<Location> location;
  };

  Severity severity = Severity::error;
  std::string code;
  std::vector<std::string> args;
  Location location;
  std::vector<Note> notes;
  std::optional<Note> hint;  // what to do about it

  Diagnostic& note(std::string note_code, std::vector<std::string> note_args,
                   std::optional<Location> place = std::nullopt);
  Diagnostic& suggest(std::string hint_code, std::vector<std::string> hint_args = {});
};

// A sink for diagnostics, kept in the order of the text.
class Diagnostics {
 public:
  // Most errors, and most warnings, that are listed; further ones are only counted.
  static constexpr std::size_t kMaxListed = 200;

  // The reference holds until the next call.
  Diagnostic& error(std::string code, Location where, std::vector<std::string> args = {});
  Diagnostic& warning(std::string code, Location where, std::vector<std::string> args = {});

  // One that was found elsewhere.
  void take(const Diagnostic& one);

  bool has_errors() const { return errors_ > 0; }
  std::size_t errors() const { return errors_; }
  std::size_t warnings() const { return warnings_; }
  bool has_room(Severity severity) const;
  bool lists(const Diagnostic& diagnostic) const { return &diagnostic != &unlisted_; }
  // Whether something of the same code is listed for the same place.
  bool says(const Diagnostic& one) const;
  std::size_t unlisted() const { return errors_ + warnings_ - list_.size(); }
  const std::vector<Diagnostic>& list() const { return list_; }
  // By line and column; meant for the sink of one file.
  void sort();
  void append(Diagnostics&& more);

 private:
  Diagnostic& add(Severity severity, std::string code, Location where,
                  std::vector<std::string> args);

  std::vector<Diagnostic> list_;
  Diagnostic unlisted_;  // the last that found no room
  std::size_t errors_ = 0;
  std::size_t warnings_ = 0;
};

}  // namespace spbe
