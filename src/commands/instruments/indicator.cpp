#include <fmt/format.h>

#include "commands/instruments/report.hpp"
#include "render/json.hpp"
#include "render/messages.hpp"
#include "spbe/model/criteria.hpp"
#include "spbe/model/evidence.hpp"

namespace spbe {

namespace {

const std::string& text_of(const Bilingual& text, Language language) {
  return language == Language::indonesian ? text.indonesian : text.english;
}

class IndicatorLevels {
 public:
  IndicatorLevels(const Instrument& instrument, ComponentIndex indicator, const Style& style)
      : instrument_(instrument),
        indicator_(indicator),
        style_(style),
        scale_(instrument.scale_of(indicator)),
        criteria_(criteria_of(instrument)),
        evidence_(evidence_of(instrument)) {}

  std::string draw() {
    heading();
    for (int level = scale_.low; level <= scale_.high; ++level) draw_level(level);
    external();
    cautions();
    return std::move(out_);
  }

 private:
  std::string_view tr(const Words& words) const { return say(style_.language, words); }

  void heading() {
    const Component& c = instrument_.at(indicator_);
    const bool english = style_.language == Language::english && !c.english.empty();
    out_ +=
        paint(Ink::bold, wrapped(fmt::format("{}  {}", c.key, printable(c.name)), style_.width, 4),
              style_.color) +
        "\n";
    if (english) out_ += "    " + wrapped(printable(c.english), style_.width - 4, 4) + "\n";
    out_ += fmt::format("    {} · {} {}%\n", printable(instrument_.name), tr({"weight", "bobot"}),
                        weight_text(style_, c.weight));
  }

  void draw_level(int level) {
    std::string title = fmt::format("{} {}", tr({"Level", "Tingkat"}), level);
    if (const MaturityLevel* named = scale_.level(Ratio(level))) {
      title += "  " + printable(style_.language == Language::english && !named->english.empty()
                                    ? named->english
                                    : named->name);
    }
    out_ += "\n" + paint(Ink::bold, title, style_.color);
    if (scale_.has_milestones()) {
      out_ += fill(tr({"   {0} to {1}; complete {1}", "   {0} sampai {1}; lengkap {1}"}),
                   {exact_number(style_, scale_.band_begin(level)),
                    exact_number(style_, scale_.milestone(level))});
    }
    out_ += "\n";
    const Criterion* criterion = criteria_ ? criteria_->criterion(indicator_, level) : nullptr;
    if (criterion != nullptr) {
      out_ += indented(printable(text_of(criterion->text, style_.language)), style_.width, 2);
      if (criterion->items > 0) {
        out_ += "  " +
                fill(tr({"pieces of evidence: {0}", "jumlah bukti dukung: {0}"}),
                     {std::to_string(criterion->items)}) +
                "\n";
      }
    }
    const auto* items = evidence_ ? evidence_->find(indicator_, level) : nullptr;
    if (items == nullptr) return;
    for (const Bilingual& item : *items) {
      out_ +=
          "  - " + wrapped(printable(text_of(item, style_.language)), style_.width - 4, 4) + "\n";
    }
  }

  void external() {
    const ExternalIndex* index = instrument_.external_of(indicator_);
    if (index == nullptr) return;
    std::string text = fill(tr({"The value comes from {0}.", "Nilainya berasal dari {0}."}),
                            {external_name(*index, style_.language)});
    if (!index->points.empty()) {
      std::string points;
      for (const auto& [from, to] : index->points) {
        points += fmt::format("{}{} → {}", points.empty() ? "" : ", ", exact_number(style_, from),
                              exact_number(style_, to));
      }
      text += fill(tr({" Converted, linear in between: {0} (as of {1}).",
                       " Konversi, linear di antaranya: {0} (keadaan {1})."}),
                   {points, index->as_of});
    } else {
      text += tr({" No conversion is known.", " Konversinya belum diketahui."});
    }
    if (index->max_age_months > 0) {
      text += fill(tr({" At most {0} months old.", " Berlaku paling lama {0} bulan."}),
                   {std::to_string(index->max_age_months)});
    }
    out_ += "\n" + wrapped(text, style_.width) + "\n";
  }

  void cautions() {
    const auto add = [&](const Bilingual& text) {
      const std::string& said = text_of(text, style_.language);
      if (said.empty()) return;
      out_ +=
          "\n" + paint(Ink::yellow, wrapped(printable(said), style_.width), style_.color) + "\n";
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
  const Style& style_;
  const Scale& scale_;
  std::optional<Criteria> criteria_;
  std::optional<EvidenceGuide> evidence_;
  std::string out_;
};

Json json_pair(const Bilingual& text) { return {{"id", text.indonesian}, {"en", text.english}}; }

}  // namespace

Json external_json(const ExternalIndex& index) {
  Json json;
  json["id"] = index.id;
  json["name"] = index.name;
  json["owner"] = index.owner;
  Json points = Json::array();
  for (const auto& [from, to] : index.points) {
    points.push_back({{"from", decimal(from)}, {"to", decimal(to)}});
  }
  json["points"] = std::move(points);
  json["max_age_months"] = index.max_age_months == 0 ? Json(nullptr) : Json(index.max_age_months);
  json["source"] = index.source;
  json["as_of"] = index.as_of;
  return json;
}

std::string external_name(const ExternalIndex& index, Language language) {
  std::string name = language == Language::english && !index.english.empty()
                         ? index.english + ", " + index.name
                         : index.name;
  if (!index.owner.empty()) name += " (" + index.owner + ")";
  return printable(name);
}

std::string indicator_levels_text(const Instrument& instrument, ComponentIndex indicator,
                                  const Style& style) {
  return IndicatorLevels(instrument, indicator, style).draw();
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
    one["level"] = level;
    const MaturityLevel* named = scale.level(Ratio(level));
    one["name"] = named == nullptr ? Json(nullptr) : Json(named->name);
    one["milestone"] = decimal(scale.milestone(level));
    const Criterion* criterion = criteria ? criteria->criterion(indicator, level) : nullptr;
    one["criterion"] = criterion == nullptr ? Json(nullptr) : json_pair(criterion->text);
    one["items"] =
        criterion == nullptr || criterion->items == 0 ? Json(nullptr) : Json(criterion->items);
    Json list = Json::array();
    const auto* items = evidence ? evidence->find(indicator, level) : nullptr;
    if (items != nullptr) {
      for (const Bilingual& item : *items) list.push_back(json_pair(item));
    }
    one["evidence"] = std::move(list);
    levels.push_back(std::move(one));
  }
  json["levels"] = std::move(levels);
  const ExternalIndex* external = instrument.external_of(indicator);
  json["external"] = external == nullptr ? Json(nullptr) : external_json(*external);
  json["criteria_caution"] = criteria ? json_pair(criteria->caution) : Json(nullptr);
  json["evidence_caution"] = evidence ? json_pair(evidence->caution) : Json(nullptr);
  json["caution"] = instrument.caution.empty() ? Json(nullptr) : json_pair(instrument.caution);
  numbers.name_rounded(json);
  return dump(json);
}

}  // namespace spbe
