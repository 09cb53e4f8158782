#include <algorithm>
#include <stdexcept>

#include "document/schema.hpp"
#include "document/yaml_reader.hpp"
#include "model/builtin_data.hpp"
#include "model/instrument_parts.hpp"
#include "spbe/model/migration.hpp"

namespace spbe {

namespace {

std::string file_name(std::string_view from, std::string_view to) {
  return "migrations/" + std::string(from) + "." + std::string(to) + ".yaml";
}

class MigrationReader {
 public:
  MigrationReader(const Document& document, const Instrument& from, const Instrument& to,
                  Migration& migration, Diagnostics& diagnostics)
      : schema_(document, diagnostics), from_(from), to_(to), migration_(migration) {}

  void read() {
    const Node& root = schema_.document().root();
    if (!schema_.is_mapping(root)) return;
    schema_.allow_keys(root, {"from", "to", "status", "caution", "indicators"});
    migration_.from = named(root, "from", from_);
    migration_.to = named(root, "to", to_);
    migration_.status = schema_.text_or(root, "status");
    if (const Node* caution = schema_.document().find(root, "caution")) {
      migration_.caution = read_bilingual(schema_, *caution);
    }
    const Node* list = schema_.require(root, "indicators");
    if (list == nullptr || !schema_.is_mapping(*list)) return;
    for (const Node& child : schema_.document().children(*list)) read_entry(child);
    std::ranges::sort(migration_.entries, {}, &Migration::Entry::indicator);
    for (const ComponentIndex i : to_.indicators) {
      if (migration_.find(i) == nullptr) schema_.error(*list, "missing-key", {to_.at(i).key});
    }
  }

 private:
  std::string named(const Node& root, std::string_view key, const Instrument& instrument) {
    const Node* node = schema_.require(root, key);
    if (node == nullptr) return {};
    std::string id = schema_.text(*node).value_or("");
    if (id != instrument.id) {
      schema_.error(*node, "unknown-word", {std::string(key), id, instrument.id});
    }
    return id;
  }

  void read_entry(const Node& node) {
    const auto named = to_.indicator_range(node.key);
    if (named.size() != 1) {
      schema_.error_at_key(node, "unknown-indicator", {std::string(node.key), to_.name});
      return;
    }
    if (!schema_.is_mapping(node)) return;
    schema_.allow_keys(node, {"carries", "covered_by", "new"});
    Migration::Entry entry;
    entry.indicator = named.front();
    if (const Node* carries = schema_.require(node, "carries")) {
      entry.carries = read_carries(*carries);
    }
    if (const Node* covers = schema_.document().find(node, "covered_by");
        covers != nullptr && schema_.is_sequence(*covers)) {
      for (const Node& child : schema_.document().children(*covers)) {
        entry.covers.push_back(read_cover(child));
      }
    }
    if (const Node* added = schema_.document().find(node, "new");
        added != nullptr && schema_.is_mapping(*added)) {
      schema_.allow_keys(*added, {"id", "en"});
      entry.added = {schema_.text_or(*added, "en"), schema_.text_or(*added, "id")};
    }
    migration_.entries.push_back(std::move(entry));
  }

  Carries read_carries(const Node& node) {
    const std::string word = schema_.text(node).value_or("");
    if (word == "reuse") return Carries::reuse;
    if (word == "update") return Carries::update;
    if (word != "new") {
      schema_.error(node, "unknown-word", {"carries", word, "reuse, update, new"});
    }
    return Carries::nothing;
  }

  Migration::Cover read_cover(const Node& node) {
    Migration::Cover cover;
    if (!schema_.is_mapping(node)) return cover;
    schema_.allow_keys(node, {"indicators", "certainty", "source"});
    if (const Node* indicators = schema_.require(node, "indicators")) {
      cover.indicators = read_indicator_set(schema_, *indicators, from_);
    }
    if (const Node* certainty = schema_.require(node, "certainty")) {
      const std::string word = schema_.text(*certainty).value_or("");
      cover.inferred = word == "inferred";
      if (word != "inferred" && word != "secondary" && word != "verified") {
        schema_.error(*certainty, "unknown-word",
                      {"certainty", word, "verified, secondary, inferred"});
      }
    }
    cover.source = schema_.text_or(node, "source");
    return cover;
  }

  Schema schema_;
  const Instrument& from_;
  const Instrument& to_;
  Migration& migration_;
};

}  // namespace

const Migration::Entry* Migration::find(ComponentIndex indicator) const {
  const auto found = std::ranges::find(entries, indicator, &Entry::indicator);
  return found == entries.end() ? nullptr : &*found;
}

std::optional<Migration> read_migration(const std::shared_ptr<const Source>& source,
                                        const Instrument& from, const Instrument& to,
                                        Diagnostics& diagnostics) {
  Migration migration;
  read_yaml(source, diagnostics, [&](const Document& document) {
    MigrationReader(document, from, to, migration, diagnostics).read();
  });
  if (diagnostics.has_errors()) return std::nullopt;
  return migration;
}

bool has_migration(std::string_view from, std::string_view to) {
  return std::ranges::any_of(builtin_migrations(), [&](const BuiltinFile& file) {
    return file.name == file_name(from, to);
  });
}

std::optional<Migration> migration_between(const Instrument& from, const Instrument& to) {
  const auto source = builtin_source(builtin_migrations(), file_name(from.id, to.id));
  if (source == nullptr) return std::nullopt;
  Diagnostics diagnostics;
  auto migration = read_migration(source, from, to, diagnostics);
  if (!migration) throw std::logic_error("the built-in migration is not valid");
  return migration;
}

}  // namespace spbe
