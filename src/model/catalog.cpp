#include "spbe/model/catalog.hpp"

#include <algorithm>
#include <stdexcept>

#include "model/builtin_data.hpp"
#include "model/instrument_reader.hpp"

namespace spbe {

namespace {

// The document of a built-in text, as the reader made it when the program was built.
const CompiledDocument* compiled_document(std::string_view text) {
  const auto files = builtin_instruments();
  const auto file = std::ranges::find_if(
      files, [&](const BuiltinFile& f) { return f.text.data() == text.data(); });
  if (file == files.end()) return nullptr;
  const auto documents = builtin_documents();
  const auto found = std::ranges::find(documents, file->name, &CompiledDocument::name);
  return found == documents.end() ? nullptr : &*found;
}

}  // namespace

Catalog::Catalog() {
  for (const BuiltinFile& file : builtin_instruments()) {
    const InstrumentHeader header = peek_instrument(file.text);
    entries_.push_back({header.id, header.years, {}, false, nullptr, file.text});
  }
}

bool Catalog::add(const std::shared_ptr<const Source>& source, Diagnostics& diagnostics) {
  auto instrument = read_instrument(source, diagnostics);
  if (!instrument) return false;
  insert(std::move(instrument), source->name);
  return true;
}

bool Catalog::add_unasked(const std::shared_ptr<const Source>& source, Diagnostics& diagnostics) {
  const auto instrument = read_instrument(source, diagnostics);
  if (!instrument) return false;
  for (const BuiltinFile& file : builtin_instruments()) {
    if (peek_instrument(file.text).id != instrument->id) continue;
    diagnostics.error("setting-replaces-definition", source->whole(), {instrument->id})
        .suggest("give-config");
    return false;
  }
  auto marked = std::make_shared<Instrument>(*instrument);
  marked->name += " (" + source->name + ")";
  insert(std::move(marked), source->name);
  return true;
}

void Catalog::insert(std::shared_ptr<const Instrument> instrument, const std::string& origin) {
  const std::string id = instrument->id;
  bool shadowed = false;
  for (std::size_t i = 0; i < added_; ++i) shadowed = shadowed || entries_[i].id == id;
  for (std::size_t i = added_; i < entries_.size(); ++i) {
    if (entries_[i].id == id) entries_[i].shadowed = true;
  }
  const YearRange years = instrument->years;
  entries_.insert(entries_.begin() + static_cast<std::ptrdiff_t>(added_),
                  Entry{id, years, origin, shadowed, std::move(instrument), {}});
  ++added_;
}

std::shared_ptr<const Instrument> Catalog::get(Entry& entry) const {
  const std::lock_guard lock(reading_);
  if (!entry.instrument) {
    Diagnostics diagnostics;
    const auto source = std::make_shared<const Source>(entry.id, std::string(entry.builtin_text));
    const CompiledDocument* compiled = compiled_document(entry.builtin_text);
    if (compiled == nullptr) throw std::logic_error("a built-in definition was not compiled");
    entry.instrument = read_instrument(compiled->restore(source), diagnostics);
    if (!entry.instrument) throw std::logic_error("the built-in definition is not valid");
  }
  return entry.instrument;
}

std::shared_ptr<const Instrument> Catalog::find(std::string_view id) const {
  const auto found = std::ranges::find(entries_, id, &Entry::id);
  return found == entries_.end() ? nullptr : get(*found);
}

std::shared_ptr<const Instrument> Catalog::for_year(int year) const {
  if (!default_id_.empty()) return find(default_id_);
  const auto found = std::ranges::find_if(
      entries_, [&](const Entry& entry) { return !entry.shadowed && entry.years.contains(year); });
  return found == entries_.end() ? nullptr : get(*found);
}

std::vector<std::string> Catalog::ids() const {
  std::vector<std::string> all;
  for (const Entry& entry : entries_) {
    if (!entry.shadowed) all.push_back(entry.id);
  }
  return all;
}

void Catalog::prepare() const {
  for (Entry& entry : entries_) get(entry);
}

}  // namespace spbe
