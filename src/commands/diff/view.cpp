#include "commands/diff/view.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "render/style.hpp"
#include "render/unit_words.hpp"
#include "render/wording.hpp"

namespace spbe {

namespace {

constexpr int kMostPlaces = 6;  // as `decimal` shows what does not end

// Decimals that `value` needs, at most kMostPlaces.
int places_of(Ratio value) {
  const auto digits = terminating(value);
  if (!digits) return kMostPlaces;
  const std::size_t mark = digits->find('.');
  const auto places = mark == std::string::npos ? 0 : digits->size() - mark - 1;
  return std::min(static_cast<int>(places), kMostPlaces);
}

}  // namespace

DiffView::DiffView(const DiffReport& report, Language language)
    : report_(report), language_(language), comparison_(report.comparison) {
  choose_labels();
  if (!comparison_) return;
  tally_ = tally(*comparison_, comparison_->parts);
  choose_rows();
  choose_places();
}

void DiffView::choose_labels() {
  labels_ = {std::string(tr({"old", "lama"})), std::string(tr({"new", "baru"}))};
  if (report_.from != nullptr && report_.to != nullptr) {
    const Assessment& from = report_.from->assessment;
    const Assessment& to = report_.to->assessment;
    if (from.year != to.year) {
      labels_ = {std::to_string(from.year), std::to_string(to.year)};
    } else if (from.stage != to.stage && from.stage != Stage::unsaid && to.stage != Stage::unsaid) {
      labels_ = {std::string(stage_name(from.stage, language_)),
                 std::string(stage_name(to.stage, language_))};
    }
  }
  if (!report_.from_label.empty()) labels_.first = report_.from_label;
  if (!report_.to_label.empty()) labels_.second = report_.to_label;
}

void DiffView::choose_rows() {
  for (ChangeGroup& row : group(*comparison_, *report_.from, *report_.to, report_.by)) {
    if (report_.all || row.differs) {
      rows_.push_back(std::move(row));
    } else if (row.contribution != Interval{}) {
      if (!alike_) alike_.emplace();
      alike_->contribution = alike_->contribution + row.contribution;
      alike_->parts.insert(alike_->parts.end(), row.parts.begin(), row.parts.end());
    }
  }
  if (alike_) std::ranges::sort(alike_->parts);
}

void DiffView::choose_places() {
  for (const Evaluation* side : {report_.from, report_.to}) {
    const Interval& index = side->result.index;
    places_ = std::max({places_, places_of(index.low), places_of(index.high)});
  }
  for (const ComponentIndex i : comparison_->parts) {
    const Interval& points = comparison_->changes[i].contribution;
    places_ = std::max({places_, places_of(points.low), places_of(points.high)});
  }
}

std::string DiffView::row_name(const ChangeGroup& row) const {
  if (row.component != kNoComponent) return part_name(row.component);
  if (row.units.empty())
    return of_units(newest().assessment, tr({"no unit named", "tanpa perangkat daerah"}));
  std::string name;
  for (const std::string& unit : row.units) name += (name.empty() ? "" : " + ") + unit;
  return name;
}

std::string DiffView::part_name(ComponentIndex part) const {
  const Component& c = instrument().at(part);
  return fmt::format("{} {}", c.is_indicator() ? c.key : c.id, c.name);
}

std::string DiffView::alike_name() const {
  return fmt::format("{}: {}", tr({"not certain", "belum pasti"}), list(alike_->parts));
}

std::string DiffView::list(const std::vector<ComponentIndex>& parts) const {
  std::string out;
  std::vector<ComponentIndex> indicators;
  for (const ComponentIndex i : parts) {
    if (instrument().at(i).is_indicator()) {
      indicators.push_back(i);
    } else {
      out += (out.empty() ? "" : ", ") + instrument().at(i).id;
    }
  }
  if (!indicators.empty()) {
    out += (out.empty() ? "" : ", ") + indicator_list(instrument(), indicators);
  }
  return out;
}

page::Value DiffView::value(const Evaluation& side, ComponentIndex component) const {
  const ComponentResult& part = side.result.components[component];
  if (!part.known()) return page::Unknown{};
  return page::Range{part.value,
                     instrument().at(component).is_indicator() ? page::kAllDigits : kShownPlaces};
}

page::Value DiffView::from_value(ComponentIndex component) const {
  return value(*report_.from, component);
}

page::Value DiffView::to_value(ComponentIndex component) const {
  return value(*report_.to, component);
}

page::Value DiffView::from_index() const {
  return page::Range{report_.from->result.index, places_};
}

page::Value DiffView::to_index() const { return page::Range{report_.to->result.index, places_}; }

page::Change DiffView::points(const Interval& contribution) const {
  return {.difference = contribution, .places = places_};
}

std::string DiffView::digits(const Interval& contribution) const {
  return signed_interval(language_, contribution, places_);
}

std::string DiffView::new_or_gone(Direction direction) const {
  if (direction == Direction::appeared) return std::string(tr({"newly filled", "baru diisi"}));
  if (direction == Direction::vanished) return std::string(tr({"not filled", "belum diisi"}));
  return {};
}

std::string DiffView::title() const {
  const std::string name = instrument().name;
  if (report_.from == nullptr || report_.to == nullptr) {
    const Assessment& only = newest().assessment;
    return fmt::format("{} · {} · {}", only.institution, only.year, name);
  }
  const Assessment& from = report_.from->assessment;
  const Assessment& to = report_.to->assessment;
  const bool labelled = !report_.from_label.empty() || !report_.to_label.empty();
  std::string text;
  if (!of_same_institution(from, to)) {
    text = fmt::format("{} {} → {} {}", from.institution, from.year, to.institution, to.year);
  } else if (from.year != to.year && !labelled) {
    text = fmt::format("{} · {} → {}", to.institution, from.year, to.year);
  } else {
    text = fmt::format("{} · {} · {} → {}", to.institution, to.year, labels_.first, labels_.second);
  }
  return comparable() ? text + " · " + name : text;
}

}  // namespace spbe
