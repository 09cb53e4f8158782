#include "model/value_forms.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace spbe {

namespace {

constexpr int kMostPieces = 12;  // of one level; the sums of their shares stay small
constexpr auto kForms = std::to_array<std::string_view>({"complete", "items", "from"});

class FormReader {
 public:
  FormReader(Schema& schema, const Node& node, const Instrument& instrument,
             ComponentIndex indicator, Details& details)
      : schema_(schema),
        node_(node),
        instrument_(instrument),
        indicator_(indicator),
        scale_(instrument.scale_of(indicator)),
        details_(details) {}

  std::optional<Ratio> read() {
    const Node* complete = find("complete");
    const Node* items = find("items");
    const Node* from = find("from");
    const Node* level = find("level");
    if (from != nullptr && !read_from(*from)) return std::nullopt;
    const bool converted = details_.external && details_.external->gives;
    const Node* first = nullptr;
    for (const Node* given : {level, complete, items, converted ? from : nullptr}) {
      if (given == nullptr) continue;
      if (first == nullptr) {
        first = given;
        continue;
      }
      schema_.error_at_key(*given, "value-given-twice",
                           {instrument_.at(indicator_).key, name_of(*first), name_of(*given)});
      return std::nullopt;
    }
    if (complete != nullptr) return read_complete(*complete);
    if (items != nullptr) return read_items(*items);
    if (converted) return details_.external->gives;
    if (level == nullptr) {
      const ExternalIndex& index = instrument_.externals[details_.external->index];
      schema_.error(*from, "no-conversion", {index.name}).suggest("give-level-beside");
    }
    return std::nullopt;
  }

 private:
  const Node* find(std::string_view key) const { return schema_.document().find(node_, key); }

  bool has_milestones(const Node& node) {
    if (scale_.has_milestones()) return true;
    schema_.error_at_key(node, "no-milestones", {name_of(node), instrument_.name});
    return false;
  }

  std::optional<Ratio> read_complete(const Node& node) {
    if (!has_milestones(node)) return std::nullopt;
    // Below the lowest level: not even that one is complete.
    const auto level = schema_.integer(node, scale_.low - 1, scale_.high);
    if (!level) return std::nullopt;
    details_.complete = level;
    details_.value_span = node.span;
    return *level < scale_.low ? Ratio(scale_.low) : scale_.milestone(*level);
  }

  // "2/4", or a share from 0 to 1 for evidence of unequal weight.
  std::optional<AcceptedEvidence> read_share(const Node& node) {
    AcceptedEvidence evidence;
    evidence.span = node.span;
    const std::string_view text = node.is_scalar() ? node.text : std::string_view();
    const std::size_t slash = text.find('/');
    if (slash == std::string_view::npos) {
      const auto share = Ratio::parse(text);
      if (share && *share >= Ratio(0) && *share <= Ratio(1)) {
        evidence.share = *share;
        return evidence;
      }
    } else {
      const auto accepted = Ratio::parse(text.substr(0, slash));
      const auto of = Ratio::parse(text.substr(slash + 1));
      const bool fine = accepted && of && accepted->is_whole() && of->is_whole() &&
                        *accepted >= Ratio(0) && *of >= Ratio(1) && *of <= Ratio(kMostPieces) &&
                        *accepted <= *of;
      if (fine) {
        evidence.accepted = static_cast<int>(accepted->num());
        evidence.of = static_cast<int>(of->num());
        evidence.share = *accepted / *of;
        return evidence;
      }
    }
    schema_.error(node, "bad-items",
                  {excerpt(schema_.document(), node), std::to_string(kMostPieces)});
    return std::nullopt;
  }

  std::optional<Ratio> read_items(const Node& node) {
    if (!has_milestones(node) || !schema_.is_mapping(node)) return std::nullopt;
    bool fine = true;
    for (const Node& child : schema_.document().children(node)) {
      const auto level = Ratio::parse(child.key);
      if (!level || !level->is_whole() || *level < Ratio(scale_.low) ||
          *level > Ratio(scale_.high)) {
        schema_.error_at_key(child, "level-outside-scale",
                             {std::string(child.key), instrument_.at(indicator_).key,
                              std::to_string(scale_.low), std::to_string(scale_.high)});
        fine = false;
        continue;
      }
      auto evidence = read_share(child);
      fine = fine && evidence;
      if (!evidence) continue;
      evidence->level = static_cast<int>(level->num());
      details_.items.push_back(*evidence);
    }
    if (!fine) return std::nullopt;
    details_.value_span = node.key_span;
    std::ranges::sort(details_.items, {}, &AcceptedEvidence::level);
    return value_of(scale_, details_.items);
  }

  bool read_from(const Node& node) {
    const ExternalIndex* index = instrument_.external_of(indicator_);
    if (index == nullptr) {
      schema_.error_at_key(node, "no-external-index",
                           {instrument_.at(indicator_).key, instrument_.name});
      return false;
    }
    if (!schema_.is_mapping(node)) return false;
    schema_.allow_keys(node, {index->id, "date"});
    ExternalValue external;
    external.index = static_cast<std::size_t>(index - instrument_.externals.data());
    external.span = node.key_span;
    if (const Node* date = schema_.document().find(node, "date")) {
      const std::string text = schema_.text(*date).value_or("");
      external.date = parse_date(text);
      if (!external.date && !text.empty()) schema_.error(*date, "bad-date", {text});
      external.span = date->span;
    }
    const Node* value = schema_.require(node, index->id);
    if (value == nullptr) return false;
    const auto number = schema_.ratio(*value);
    if (!number) return false;
    external.value = *number;
    if (!index->points.empty()) {
      external.gives = index->convert(*number);
      if (!external.gives) {
        schema_.error(*value, "external-outside-range",
                      {excerpt(schema_.document(), *value), index->name,
                       decimal(index->points.front().first), decimal(index->points.back().first)});
        return false;
      }
      details_.value_span = value->span;
    }
    details_.external = external;
    return true;
  }

  Schema& schema_;
  const Node& node_;
  const Instrument& instrument_;
  ComponentIndex indicator_;
  const Scale& scale_;
  Details& details_;
};

}  // namespace

bool has_value_form(const Document& document, const Node& node) {
  return std::ranges::any_of(
      kForms, [&](std::string_view key) { return document.find(node, key) != nullptr; });
}

std::optional<Ratio> read_value_form(Schema& schema, const Node& node, const Instrument& instrument,
                                     ComponentIndex indicator, Details& details) {
  return FormReader(schema, node, instrument, indicator, details).read();
}

std::string form_text(const Details& details, const Instrument& instrument) {
  if (details.complete) return "{complete: " + std::to_string(*details.complete) + "}";
  if (!details.items.empty()) {
    std::string items;
    for (const AcceptedEvidence& one : details.items) {
      items += (items.empty() ? "" : ", ") + std::to_string(one.level) + ": ";
      items += one.of > 0 ? std::to_string(one.accepted) + "/" + std::to_string(one.of)
                          : exact_text(one.share);
    }
    return "{items: {" + items + "}}";
  }
  if (!details.external) return {};
  const ExternalValue& external = *details.external;
  return "{from: {" + instrument.externals[external.index].id + ": " + exact_text(external.value) +
         (external.date ? ", date: " + to_string(*external.date) : std::string()) + "}}";
}

}  // namespace spbe
