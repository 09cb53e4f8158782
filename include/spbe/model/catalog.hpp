#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "spbe/base/diagnostic.hpp"
#include "spbe/model/instrument.hpp"

namespace spbe {

// The definitions at hand, in the order in which they are searched: those added first win
// over those added later, and the built-in ones come last. Built-in definitions are read
// when they are first asked for. Threads may share a catalog to which nothing is added any
// more; `entries` shows what has been read only after `prepare`.
class Catalog {
 public:
  struct Entry {
    std::string id;
    YearRange years;
    std::string origin;     // a file name, or empty for a built-in definition
    bool shadowed = false;  // an earlier entry has the same id
    std::shared_ptr<const Instrument> instrument;  // null until read
    std::string_view builtin_text;
  };

  Catalog();

  // Reads a definition and puts it after those already added, before the built-in ones.
  // False, with errors in `diagnostics`, when it is not valid.
  bool add(const std::shared_ptr<const Source>& source, Diagnostics& diagnostics);
  // The same for a definition that nobody asked for by name: its own name tells the file, and it
  // cannot take the place of a built-in one.
  bool add_unasked(const std::shared_ptr<const Source>& source, Diagnostics& diagnostics);
  // Makes the definition with this id the one for assessments that name none.
  void set_default(std::string id) { default_id_ = std::move(id); }

  // Null when there is none.
  std::shared_ptr<const Instrument> find(std::string_view id) const;
  // The default, or the first definition in force in `year`; null when there is none.
  std::shared_ptr<const Instrument> for_year(int year) const;
  const std::vector<Entry>& entries() const { return entries_; }
  std::vector<std::string> ids() const;
  // Reads every built-in definition now.
  void prepare() const;

 private:
  std::shared_ptr<const Instrument> get(Entry& entry) const;
  void insert(std::shared_ptr<const Instrument> instrument, const std::string& origin);

  mutable std::mutex reading_;  // of built-in definitions
  mutable std::vector<Entry> entries_;
  std::size_t added_ = 0;
  std::string default_id_;
};

}  // namespace spbe
