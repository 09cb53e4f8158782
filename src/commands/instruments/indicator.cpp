#include <fmt/format.h>

#include "commands/instruments/report.hpp"
#include "render/json.hpp"
#include "render/messages.hpp"
#include "render/style.hpp"
#include "render/wording.hpp"
#include "spbe/model/criteria.hpp"
#include "spbe/model/evidence.hpp"

namespace spbe {

namespace {

using page::List;

class IndicatorLevels {
 public:
  IndicatorLevels(const Instrument& instrument, ComponentIndex indicator, Language language)
      : instrument_(instrument),
        indicator_(indicator),
        page_{language},
        scale_(instrument.scale_of(indicator)),
        criteria_(criteria_of(instrument)),
        evidence_(evidence_of(instrument)) {}

  page::Page write() {
    heading();
    for (int level = scale_.low; level <= scale_.high; ++level) put_level(level);
    external();
    cautions();
    return std::move(page_);
  }

 private:
  std::string tr(const Words& words) const { return std::string(say(page_.language, words)); }
  std::string exact(Ratio value) const { return exact_number(page_.language, value); }

  void heading() {
    constexpr std::size_t kHang = 4;
    const Component& c = instrument_.at(indicator_);
    page_.add({page::Heading{1, c.key + "  " + c.name, kHang}});
    List list{{}, List::Shape::indented};
    if (page_.language == Language::english && !c.english.empty()) {
      list.items.push_back({{}, c.english, 1});
    }
    list.items.push_back({{},
                          fmt::format("{} · {} {}%", instrument_.name, tr({"weight", "bobot"}),
                                      weight_text(page_.language, c.weight)),
                          1});
    page_.add({std::move(list), true});
  }

  void put_level(int level) {
    std::string title = fmt::format("{} {}", tr({"Level", "Tingkat"}), level);
    if (const MaturityLevel* named = scale_.level(Ratio(level))) {
      const bool english = page_.language == Language::english && !named->english.empty();
      title += "  " + (english ? named->english : named->name);
    }
    if (scale_.has_milestones()) {
      title += fill(tr({"   {0} to {1}; complete {1}", "   {0} sampai {1}; lengkap {1}"}),
                    {exact(scale_.band_begin(level)), exact(scale_.milestone(level))});
    }
    page_.heading(std::move(title), 2);
    List asked{{}, List::Shape::indented};
    const Criterion* criterion = criteria_ ? criteria_->criterion(indicator_, level) : nullptr;
    if (criterion != nullptr) {
      asked.items.push_back({{}, text_in(page_.language, criterion->text)});
      if (criterion->items > 0) {
        asked.items.push_back({{},
                               fill(tr({"pieces of evidence: {0}", "jumlah data dukung: {0}"}),
                                    {std::to_string(criterion->items)})});
      }
    }
    page_.add({std::move(asked), true});
    const auto* items = evidence_ ? evidence_->find(indicator_, level) : nullptr;
    if (items == nullptr) return;
    List usual{{}, List::Shape::bullets};
    for (const Bilingual& item : *items) usual.items.push_back({{}, text_in(page_.language, item)});
    page_.add({std::move(usual), true});
  }

  void external() {
    const ExternalIndex* index = instrument_.external_of(indicator_);
    if (index == nullptr) return;
    std::string text = fill(tr({"The value comes from {0}.", "Nilainya berasal dari {0}."}),
                            {external_name(*index, page_.language)});
    if (!index->points.empty()) {
      std::string points;
      for (const auto& [from, to] : index->points) {
        points += fmt::format("{}{} → {}", points.empty() ? "" : "; ", exact(from), exact(to));
      }
      text += fill(tr({" Converted, linear in between: {0} (as of {1}).",
                       " Konversinya, linear di antara nilai-nilai ini: {0} (per {1})."}),
                   {points, index->as_of});
    } else {
      text += tr({" No conversion is known.", " Konversinya belum diketahui."});
    }
    if (index->max_age_months > 0) {
      text += fill(tr({" At most {0} months old.", " Berlaku paling lama {0} bulan."}),
                   {std::to_string(index->max_age_months)});
    }
    page_.paragraph(std::move(text));
  }

  void cautions() {
    const auto add = [&](const Bilingual& text) {
      page_.paragraph(text_in(page_.language, text), page::Paragraph::Role::caution);
    };
    if (criteria_) {
      add(criteria_->caution);
    } else {
      add({"The criteria of this instrument are not at hand.",
           "Kriteria instrumen ini tidak tersedia."});
    }
    if (evidence_) add(evidence_->caution);
    add(instrument_.caution);
  }

  const Instrument& instrument_;
  ComponentIndex indicator_;
  page::Page page_;
  const Scale& scale_;
  std::optional<Criteria> criteria_;
  std::optional<EvidenceGuide> evidence_;
};

}  // namespace

Json external_json(const ExternalIndex& index) {
  Json json;
  json["id"] = index.id;
  json["name"] = index.name;
  json["owner"] = index.owner;
  Json points = Json::array();
  for (const auto& [from, to] : index.points) {
    Json point;
    JsonNumbers numbers;
    numbers.put(point, "from", from);
    numbers.put(point, "to", to);
    numbers.name_rounded(point);
    points.push_back(std::move(point));
  }
  json["conversion"] = std::move(points);
  json["max_age_months"] = index.max_age_months == 0 ? Json(nullptr) : Json(index.max_age_months);
  json["source"] = json_text(index.source);
  json["as_of"] = index.as_of;
  return json;
}

page::Page indicator_levels_page(const Instrument& instrument, ComponentIndex indicator,
                                 Language language) {
  return IndicatorLevels(instrument, indicator, language).write();
}

std::string indicator_levels_json(const Instrument& instrument, ComponentIndex indicator) {
  const Component& c = instrument.at(indicator);
  const Scale& scale = instrument.scale_of(indicator);
  const auto criteria = criteria_of(instrument);
  const auto evidence = evidence_of(instrument);
  Json json;
  json["format"] = "spbe-index.indicator/1";
  json["instrument"] = instrument.id;
  json["status"] = instrument.status;
  json["id"] = c.id;
  json["key"] = c.key;
  json["name"] = c.name;
  json["english"] = c.english;
  json["aliases"] = c.aliases;
  JsonNumbers numbers;
  numbers.put(json, "weight", c.weight);
  Json levels = Json::array();
  for (int level = scale.low; level <= scale.high; ++level) {
    Json one;
    one["level"] = std::to_string(level);
    const MaturityLevel* named = scale.level(Ratio(level));
    one["name"] = named == nullptr ? Json(nullptr) : Json(named->name);
    JsonNumbers milestone;
    milestone.put(one, "milestone", scale.milestone(level));
    milestone.name_rounded(one);
    const Criterion* criterion = criteria ? criteria->criterion(indicator, level) : nullptr;
    one["criterion"] = criterion == nullptr ? Json(nullptr) : json_text(criterion->text);
    one["item_count"] =
        criterion == nullptr || criterion->items == 0 ? Json(nullptr) : Json(criterion->items);
    Json list = Json::array();
    const auto* items = evidence ? evidence->find(indicator, level) : nullptr;
    if (items != nullptr) {
      for (const Bilingual& item : *items) list.push_back(json_text(item));
    }
    one["evidence"] = std::move(list);
    levels.push_back(std::move(one));
  }
  json["levels"] = std::move(levels);
  const ExternalIndex* external = instrument.external_of(indicator);
  json["external"] = external == nullptr ? Json(nullptr) : external_json(*external);
  json["criteria_caution"] = criteria ? json_text(criteria->caution) : Json(nullptr);
  json["evidence_caution"] = evidence ? json_text(evidence->caution) : Json(nullptr);
  json["caution"] = json_text(instrument.caution);
  numbers.name_rounded(json);
  return dump(json);
}

}  // namespace spbe
