#include "model/score_reader.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "model/cell_text.hpp"
#include "model/instrument_parts.hpp"
#include "model/level_place.hpp"
#include "model/unit_names.hpp"
#include "model/value_forms.hpp"

namespace spbe {

namespace {

constexpr std::int64_t kPercent = 100;
// Of all levels and the weights; with six decimals each, the finest weights stay within it.
constexpr std::int64_t kFinestLevels = 100'000'000'000'000;

// `args`, then the lowest and the highest level.
std::vector<std::string> with_range(std::vector<std::string> args, const Scale& scale) {
  args.push_back(std::to_string(scale.low));
  args.push_back(std::to_string(scale.high));
  return args;
}

class ScoreReader {
 public:
  ScoreReader(Schema& schema, Assessment& assessment)
      : schema_(schema),
        document_(schema.document()),
        assessment_(assessment),
        instrument_(*assessment.instrument),
        places_(instrument_.components.size()) {}

  void read(const Node& scores) {
    read_children(scores, kNoComponent);
    units_.ask();
    check_published_alone();
    check_fineness([](const Score& score, const Details* /*details*/) {
      return score.kind == Score::Kind::level ? std::optional(std::pair(score.level, score.span))
                                              : std::nullopt;
    });
    check_fineness([](const Score& /*score*/, const Details* details) {
      return details != nullptr && details->target
                 ? std::optional(std::pair(*details->target, details->target_span))
                 : std::nullopt;
    });
  }

 private:
  // Each value is small, but the denominators of all and of the weights multiply in the index.
  template <class Get>
  void check_fineness(const Get& get) {
    std::int64_t common = kPercent;
    for (const Component& c : instrument_.components) common = std::lcm(common, c.weight.den());
    for (const ComponentIndex i : instrument_.indicators) {
      const auto given = get(assessment_.score(i), assessment_.details_of(i));
      if (!given) continue;
      const std::int64_t den = given->first.den();
      const std::int64_t factor = den / std::gcd(common, den);
      if (factor > kFinestLevels / common) {
        schema_.diagnostics().error("levels-too-fine", document_.source().locate(given->second));
        return;
      }
      common *= factor;
    }
  }

  void read_children(const Node& mapping, ComponentIndex parent) {
    for (const Node& child : document_.children(mapping)) {
      const ComponentIndex index = instrument_.find(child.key);
      if (index == kNoComponent) {
        report_unknown(child, parent);
      } else if (parent != kNoComponent && !instrument_.is_within(index, parent)) {
        report_misplaced(child, index, parent);
      } else if (index == parent) {
        report_misplaced(child, index, parent);
      } else if (places_[index] != nullptr) {
        Diagnostic& error =
            schema_.error_at_key(child, "component-twice", {instrument_.at(index).id});
        schema_.point_to(error, "first-given-here", places_[index]->key_span);
      } else {
        places_[index] = &child;
        read_component(child, index);
      }
    }
  }

  void read_component(const Node& node, ComponentIndex index) {
    if (instrument_.at(index).is_indicator()) {
      read_indicator(node, index);
    } else if (node.is_mapping()) {
      read_children(node, index);
    } else if (node.is_sequence()) {
      schema_.error(node, "scores-as-list", {name_of(node)}).suggest("leave-dashes-out");
    } else {
      read_published(node, index);
    }
  }

  void read_published(const Node& node, ComponentIndex index) {
    const auto number = read_published_number(schema_, node);
    if (!number) return;
    const Component& c = instrument_.at(index);
    const Interval printed = number->range();
    const Interval allowed = instrument_.range_of(index, false);
    if (!intersection(printed, allowed)) {
      const std::vector<std::string> args = {c.id, excerpt(document_, node), decimal(allowed.low),
                                             decimal(allowed.high)};
      if (!intersection(printed, instrument_.range_of(index, true))) {
        schema_.error(node, "published-outside-scale", args);
        return;
      }
      schema_.warning(node, "published-below-scale", args);
    }
    Score& score = assessment_.scores[index];
    score.kind = Score::Kind::published;
    score.published = *number;
    score.span = node.span;
  }

  void read_units(const Node& node, Details& details) {
    for (const std::string_view key : {"unit", "units"}) {
      const Node* units = document_.find(node, key);
      if (units == nullptr) continue;
      for (std::string& unit : schema_.texts(*units)) {
        units_.take(*units, unit);
        details.units.push_back(std::move(unit));
      }
    }
  }

  void read_indicator(const Node& node, ComponentIndex index) {
    Score& score = assessment_.scores[index];
    score.place =
        node.is_mapping() ? place_in_details(document_, node) : place_of_level(document_, node);
    // Nothing after the key, or no level among the details: not known yet.
    if (node.kind == Node::Kind::null) return;
    if (!node.is_mapping()) {
      read_level(node, index);
      return;
    }
    schema_.allow_keys(node, {"level", "complete", "items", "from", "unit", "units", "target",
                              "due", "sure", "effort", "note", "evidence"});
    Details details;
    if (has_value_form(document_, node)) {
      const auto value = read_value_form(schema_, node, instrument_, index, details);
      if (value) set_level(*value, details.value_span, index);
    }
    const Node* level = document_.find(node, "level");
    if (level != nullptr && level->kind != Node::Kind::null) read_level(*level, index);
    read_units(node, details);
    if (const Node* target = document_.find(node, "target")) {
      details.target = level_value(*target, index);
      details.target_span = target->span;
    }
    if (const Node* due = document_.find(node, "due")) read_due(*due, details);
    if (const Node* sure = document_.find(node, "sure")) details.sure = read_chance(*sure);
    if (const Node* effort = document_.find(node, "effort")) {
      details.effort_span = effort->span;
      schema_.each(*effort, [&](const Node& item) {
        const auto value = schema_.amount(item);
        if (!value) return;
        if (*value < Ratio(0)) {
          schema_.error(item, "negative-effort", {excerpt(document_, item)});
          return;
        }
        details.effort.push_back(*value);
      });
      const Scale& scale = instrument_.scale_of(index);
      const auto rises =
          static_cast<std::size_t>(scale.high - scale.low) + (scale.has_milestones() ? 1U : 0U);
      if (details.effort.size() > rises) {
        schema_.warning(*effort, "effort-list-long",
                        {std::to_string(details.effort.size()), instrument_.at(index).key,
                         std::to_string(rises)});
      }
    }
    details.note = schema_.text_or(node, "note");
    if (const Node* evidence = document_.find(node, "evidence")) {
      schema_.each(*evidence, [&](const Node& item) { read_evidence(item, details); });
    }
    assessment_.details.push_back(std::move(details));
    assessment_.scores[index].details = assessment_.details.size();
  }

  // A text, or a mapping with at least one of text, file and link.
  void read_evidence(const Node& node, Details& details) {
    EvidencePlace place;
    place.span = node.span;
    std::string text;
    if (node.is_mapping()) {
      schema_.allow_keys(node, {"text", "date", "file", "link"});
      text = schema_.text_or(node, "text");
      place.file = schema_.text_or(node, "file");
      place.link = schema_.text_or(node, "link");
      if (const Node* date = document_.find(node, "date")) {
        if (const auto word = schema_.text(*date)) {
          place.date = parse_date(*word);
          if (!place.date) schema_.error(*date, "bad-date", {*word});
        }
      }
      if (text.empty()) text = place.file.empty() ? place.link : place.file;
      if (text.empty()) schema_.error(node, "evidence-without-name");
    } else {
      text = schema_.text(node).value_or("");
    }
    if (text.empty()) return;
    details.evidence.push_back(std::move(text));
    details.evidence_places.push_back(std::move(place));
  }

  void read_due(const Node& node, Details& details) {
    const auto text = schema_.text(node);
    if (!text) return;
    details.due = parse_date(*text);
    details.due_span = node.span;
    if (!details.due) schema_.error(node, "bad-date", {*text});
  }

  std::optional<Ratio> read_chance(const Node& node) {
    const auto value = schema_.ratio(node);
    if (!value || (*value >= Ratio(0) && *value <= Ratio(1))) return value;
    schema_.error(node, "bad-chance", {name_of(node), excerpt(document_, node)});
    return std::nullopt;
  }

  void read_level(const Node& node, ComponentIndex index) {
    const auto level = level_value(node, index);
    if (!level) return;
    set_level(*level, node.span, index);
    const Scale& scale = instrument_.scale_of(index);
    if (*level < Ratio(scale.low)) {
      schema_.warning(
          node, "level-outside-regulation",
          with_range({decimal(*level), instrument_.at(index).key, instrument_.name}, scale));
    }
  }

  void set_level(Ratio level, Span span, ComponentIndex index) {
    Score& score = assessment_.scores[index];
    score.kind = Score::Kind::level;
    score.level = level;
    score.span = span;
  }

  // A level on the indicator's scale, or one it tolerates.
  std::optional<Ratio> level_value(const Node& node, ComponentIndex index) {
    const Scale& scale = instrument_.scale_of(index);
    const std::string& key = instrument_.at(index).key;
    const std::string shown = excerpt(document_, node);
    if (node.kind == Node::Kind::null) {
      schema_.error(node, "level-empty", with_range({key}, scale)).suggest("leave-out-unknown");
      return std::nullopt;
    }
    const auto value = node.is_scalar() ? Ratio::parse(node.text) : std::nullopt;
    if (node.is_scalar() && node.quoted) {
      Diagnostic& error = schema_.error(node, "level-quoted", {shown, key});
      if (value) error.suggest("write-without-quotes", {std::string(node.text)});
      return std::nullopt;
    }
    const bool written_whole = node.text.find_first_of(".,/") == std::string_view::npos;
    if (!value || (scale.whole && !written_whole)) {
      Diagnostic& error =
          schema_.error(node, scale.whole ? "level-not-whole" : "level-not-a-number",
                        with_range({shown, key}, scale));
      if (value && value->is_whole()) error.suggest("write-instead", {decimal(*value)});
      const bool sign = node.is_scalar() && (says_nothing(node.text) || node.text == "?");
      if (sign) error.suggest("leave-value-empty");
      return std::nullopt;
    }
    if (!is_coarse_enough(*value)) {
      schema_.error(node, "level-too-fine", {shown, std::to_string(kMostLevelParts)})
          .suggest("write-instead", {fixed(*value, 2)});
      return std::nullopt;
    }
    const bool inside = *value >= Ratio(scale.low) && *value <= Ratio(scale.high);
    if (!inside && !scale.tolerates(*value)) {
      schema_.error(node, "level-outside-scale", with_range({shown, key}, scale));
      return std::nullopt;
    }
    return value;
  }

  // "A domain has either a value or levels below it, never both", in any nesting.
  void check_published_alone() {
    for (ComponentIndex i = 0; i < places_.size(); ++i) {
      const ComponentIndex above = published_above(i);
      if (places_[i] == nullptr || above == kNoComponent) continue;
      Diagnostic& error = schema_.error_at_key(*places_[i], "value-and-levels",
                                               {instrument_.at(above).id, instrument_.at(i).id});
      error.suggest("move-to-published");
      schema_.point_to(error, "value-given-here", places_[above]->span);
    }
  }

  ComponentIndex published_above(ComponentIndex index) const {
    for (ComponentIndex at = instrument_.at(index).parent; at != kNoComponent;
         at = instrument_.at(at).parent) {
      const Node* place = places_[at];
      if (place != nullptr && !place->is_mapping()) return at;
    }
    return kNoComponent;
  }

  // Names that may stand at this place, as a person would write them.
  std::vector<std::string> names_within(ComponentIndex parent) const {
    std::vector<std::string> names;
    for (ComponentIndex i = 0; i < instrument_.components.size(); ++i) {
      if (parent != kNoComponent && !instrument_.is_within(i, parent)) continue;
      if (i == parent) continue;
      const Component& c = instrument_.at(i);
      names.push_back(c.slug.empty() ? c.key : c.slug);
    }
    return names;
  }

  void report_unknown(const Node& node, ComponentIndex parent) {
    const bool number = node.key.find_first_not_of("0123456789") == std::string_view::npos;
    if (number) {
      suggest_indicators(schema_.error_at_key(node, "unknown-indicator",
                                              {std::string(node.key), instrument_.name}),
                         instrument_);
      return;
    }
    Diagnostic& error =
        schema_.error_at_key(node, "unknown-component", {std::string(node.key), instrument_.name});
    if (!schema_.diagnostics().lists(error)) return;
    if (suggest_codes(error, instrument_, node.key)) return;
    schema_.suggest_nearest(error, node.key, names_within(parent));
    if (!error.hint) schema_.suggest_nearest(error, node.key, names_within(kNoComponent));
  }

  void report_misplaced(const Node& node, ComponentIndex index, ComponentIndex parent) {
    const ComponentIndex right = instrument_.at(index).parent;
    Diagnostic& error =
        schema_.error_at_key(node, "component-misplaced",
                             {std::string(node.key), slug_or_id(parent), slug_or_id(right)});
    if (right != kNoComponent) error.suggest("move-under", {slug_or_id(right)});
  }

  std::string slug_or_id(ComponentIndex index) const {
    if (index == kNoComponent) return "scores";
    const Component& c = instrument_.at(index);
    return c.slug.empty() ? c.key : c.slug;
  }

  Schema& schema_;
  const Document& document_;
  Assessment& assessment_;
  const Instrument& instrument_;
  std::vector<const Node*> places_;  // where each component was given
  UnitNames units_{schema_};
};

}  // namespace

std::optional<PublishedNumber> read_published_number(Schema& schema, const Node& node) {
  const auto value = node.is_scalar() ? Ratio::parse(node.text) : std::nullopt;
  if (!value || node.text.find('/') != std::string_view::npos || *value < Ratio(0)) {
    schema.error(node, node.kind == Node::Kind::null ? "value-empty" : "expected-number",
                 {name_of(node), excerpt(schema.document(), node)});
    return std::nullopt;
  }
  const std::size_t mark = node.text.find_first_of(".,");
  const std::size_t places = mark == std::string_view::npos ? 0 : node.text.size() - mark - 1;
  return PublishedNumber{*value, static_cast<int>(places), node.span};
}

bool is_coarse_enough(Ratio level) {
  constexpr std::int64_t kSixDecimals = 1'000'000;
  return level.den() <= kMostLevelParts || kSixDecimals % level.den() == 0;
}

void read_scores(Schema& schema, const Node& scores, Assessment& assessment) {
  ScoreReader(schema, assessment).read(scores);
}

}  // namespace spbe
