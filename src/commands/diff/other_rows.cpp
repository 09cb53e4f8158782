#include <utility>

#include "commands/diff/data.hpp"
#include "render/csv.hpp"

namespace spbe {

namespace {

std::string piped(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : "|") + word;
  return text;
}

// What changed beside levels, a row each under the headings of `diff_csv`.
class OtherRows {
 public:
  OtherRows(const DiffReport& report, CsvDialect dialect)
      : from_(report.from->assessment), to_(report.to->assessment), line_(dialect) {}

  std::string write(const OtherChanges& others) {
    const auto none = [](const Details&) { return std::string(); };
    rows("units", others.units, [](const Details& d) { return piped(d.units); });
    rows("target", others.targets, [](const Details& d) {
      return (d.target ? decimal(*d.target) : "") + (d.due ? " " + to_string(*d.due) : "");
    });
    rows("sure", others.sure, [](const Details& d) { return d.sure ? decimal(*d.sure) : ""; });
    rows("effort", others.efforts, [](const Details& d) {
      std::vector<std::string> efforts;
      for (const Ratio effort : d.effort) efforts.push_back(decimal(effort));
      return piped(efforts);
    });
    rows("note", others.notes, [](const Details& d) { return d.note; });
    rows("evidence", others.evidence, evidence);
    rows("given", others.given, none);
    for (const ComponentIndex i : others.published) published(i);
    if (others.published_category) {
      row("published", "category", "", "", "changed", from_.published.category,
          to_.published.category);
    }
    goals(others);
    listed(others.obstacles);
    listed(others.waivers);
    for (const OtherChanges::Fact& fact : others.facts)
      row("head", fact.key, "", "", "changed", fact.from, fact.to);
    return std::move(out_);
  }

 private:
  // The pieces of evidence, each with what its file says of it.
  static std::string evidence(const Details& details) {
    std::vector<std::string> pieces;
    for (std::size_t i = 0; i < details.evidence.size(); ++i) {
      std::string piece = details.evidence[i];
      if (i < details.evidence_places.size()) {
        const EvidencePlace& place = details.evidence_places[i];
        if (place.date) piece += " " + to_string(*place.date);
        for (const std::string& where : {place.file, place.link}) {
          if (!where.empty() && where != details.evidence[i]) piece += " " + where;
        }
      }
      pieces.push_back(std::move(piece));
    }
    return piped(pieces);
  }

  void goals(const OtherChanges& others) {
    const auto value = [](const Assessment& side, ComponentIndex i) {
      const auto goal = side.targets.find(i);
      return goal ? decimal(*goal) : "";
    };
    const auto category = [](const Assessment& side) {
      return side.targets.category ? side.instrument->categories[*side.targets.category].name : "";
    };
    const auto year = [](const Assessment& side) {
      return side.targets.year ? std::to_string(*side.targets.year) : "";
    };
    for (const ComponentIndex i : others.goals) {
      const bool index = i == kNoComponent;
      row("goal", index ? "index" : to_.instrument->at(i).id,
          index ? to_.instrument->index_name : to_.instrument->at(i).name, "", "changed",
          value(from_, i), value(to_, i));
    }
    if (others.goal_category)
      row("goal", "category", "", "", "changed", category(from_), category(to_));
    if (others.goal_year) row("goal", "year", "", "", "changed", year(from_), year(to_));
  }

  template <class Text>
  void rows(std::string_view field, const std::vector<ComponentIndex>& which, Text text) {
    const auto side = [&](const Assessment& assessment, ComponentIndex i) {
      const Details* details = assessment.details_of(i);
      return details == nullptr ? std::string() : text(*details);
    };
    for (const ComponentIndex i : which) {
      const Component& c = to_.instrument->at(i);
      const Details* details = to_.details_of(i);
      row(field, c.id, c.name, details == nullptr ? "" : piped(details->units), "changed",
          side(from_, i), side(to_, i));
    }
  }

  void published(ComponentIndex i) {
    const auto printed = [&](const Assessment& side) {
      const PublishedNumber* number = side.published.find(i);
      return number == nullptr ? "" : fixed(number->printed, number->places);
    };
    const bool index = i == kNoComponent;
    row("published", index ? "index" : to_.instrument->at(i).id,
        index ? to_.instrument->index_name : to_.instrument->at(i).name, "", "changed",
        printed(from_), printed(to_));
  }

  template <class Thing>
  void listed(const OtherChanges::Listed<Thing>& list) {
    for (const Thing* one : list.added) thing("added", nullptr, one);
    for (const auto& [before, after] : list.changed) thing("changed", before, after);
    for (const Thing* one : list.removed) thing("removed", one, nullptr);
  }

  void thing(std::string_view direction, const Obstacle* before, const Obstacle* after) {
    const Obstacle& named = after != nullptr ? *after : *before;
    const auto held = [](const Obstacle* obstacle, const Assessment& side) {
      std::vector<std::string> ids;
      if (obstacle == nullptr) return std::string();
      for (const ComponentIndex i : obstacle->holds) ids.push_back(side.instrument->at(i).id);
      return piped(ids);
    };
    row("obstacle", named.id, named.text, piped(named.units), direction, held(before, from_),
        held(after, to_));
  }

  void thing(std::string_view direction, const Waiver* before, const Waiver* after) {
    const Waiver& named = after != nullptr ? *after : *before;
    const auto until = [](const Waiver* waiver) {
      return waiver == nullptr ? std::string() : to_string(waiver->until);
    };
    row("waiver", named.rule, named.reason, named.owner, direction, until(before), until(after));
  }

  void row(std::string_view field, std::string_view id, std::string_view name,
           std::string_view units, std::string_view direction, std::string_view from,
           std::string_view to) {
    line_.text(to_.institution)
        .number(std::to_string(from_.year))
        .number(std::to_string(to_.year))
        .word(field)
        .text(id)
        .text(name)
        .text(units)
        .text(from)
        .number("")
        .number("")
        .text(to)
        .number("")
        .number("")
        .word(direction);
    for (int empty = 0; empty < 6; ++empty) line_.number("");
    line_.text("");
    out_ += line_.end();
  }

  const Assessment& from_;
  const Assessment& to_;
  CsvLine line_;
  std::string out_;
};

}  // namespace

std::string other_rows(const DiffReport& report, CsvDialect dialect) {
  if (report.from == nullptr || report.to == nullptr) return {};
  return OtherRows(report, dialect).write(report.others);
}

}  // namespace spbe
