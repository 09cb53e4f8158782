#pragma once

#include <functional>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "document/node.hpp"
#include "spbe/base/diagnostic.hpp"
#include "spbe/base/ratio.hpp"

namespace spbe {

// A key that people write, and the one that is meant.
struct KeySynonym {
  std::string_view written;
  std::string_view meant;
};

// Reads typed values out of nodes. Each reader adds an error at the value and returns
// nothing when it is of the wrong kind.
class Schema {
 public:
  Schema(const Document& document, Diagnostics& diagnostics)
      : document_(document), diagnostics_(diagnostics) {}

  // Keys in another language: they are errors, but it is known what is meant.
  void know_synonyms(std::span<const KeySynonym> synonyms) { synonyms_ = synonyms; }
  // Reports each key of `mapping` that is not in `allowed`, with the one that is meant; those of
  // the `reported` entries aside.
  void allow_keys(const Node& mapping, const std::vector<std::string>& allowed,
                  const std::set<const Node*>& reported = {});
  // Whether `key` is one of `keys`, or a synonym of one.
  bool means_one_of(std::string_view key, const std::vector<std::string>& keys) const;
  // The value of `key`, or of a synonym, which is reported by allow_keys; an error at the beginning
  // of `mapping` when both are absent.
  const Node* require(const Node& mapping, std::string_view key);

  bool is_mapping(const Node& node);
  bool is_sequence(const Node& node);
  std::optional<std::string> text(const Node& node);
  // A plain (not quoted) or quoted number, whole and in [low, high].
  std::optional<int> integer(const Node& node, int low, int high);
  std::optional<Ratio> ratio(const Node& node);
  std::optional<Ratio> amount(const Node& node);  // as parse_amount
  // "true" or "false", as YAML 1.2 spells them.
  std::optional<bool> boolean(const Node& node);
  // One text, or a list of texts.
  std::vector<std::string> texts(const Node& node);
  // One value, or each value of a list.
  void each(const Node& node, const std::function<void(const Node&)>& read);

  std::string text_or(const Node& mapping, std::string_view key, std::string_view otherwise = {});

  Diagnostic& error(const Node& node, std::string code, std::vector<std::string> args = {});
  Diagnostic& error_at_key(const Node& node, std::string code, std::vector<std::string> args = {});
  Diagnostic& warning(const Node& node, std::string code, std::vector<std::string> args = {});
  // The place of the node's text among `known`, from 1; 0, and an error, when it is none of them.
  std::size_t one_of(const Node& node, std::string_view key, const std::vector<std::string>& known);
  // Adds "did you mean" to `diagnostic` when one of `candidates` is near.
  void suggest_nearest(Diagnostic& diagnostic, std::string_view word,
                       const std::vector<std::string>& candidates);

  // Adds a note about a second place of the file.
  void point_to(Diagnostic& diagnostic, std::string code, Span span);

  const Document& document() const { return document_; }
  Diagnostics& diagnostics() { return diagnostics_; }

 private:
  const KeySynonym* find_synonym(std::string_view key,
                                 const std::vector<std::string>& allowed) const;
  void refuse(const Node& node, std::string code, std::vector<std::string> more = {});
  Location place(Severity severity, Span span) const;

  const Document& document_;
  Diagnostics& diagnostics_;
  std::span<const KeySynonym> synonyms_;
};

// "institution", the name a message calls the value by: its key, or "value" in a list.
std::string name_of(const Node& node);

// The value as it stands in the file, safe to print, at most 40 characters.
std::string excerpt(const Document& document, const Node& node);

// The first line of `text`, at most 40 characters.
std::string shortened(std::string_view text);

std::string join(const std::vector<std::string>& words, std::string_view separator);

}  // namespace spbe
