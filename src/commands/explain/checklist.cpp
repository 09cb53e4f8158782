#include <fmt/format.h>

#include <algorithm>

#include "commands/explain/checklist.hpp"
#include "render/json.hpp"
#include "render/messages.hpp"
#include "render/style.hpp"
#include "render/unit_words.hpp"
#include "render/wording.hpp"

namespace spbe {

namespace {

class ChecklistPage {
 public:
  ChecklistPage(const ExplainReport& report, Language language)
      : report_(report), instrument_(*report.evaluation->assessment.instrument), page_{language} {}

  page::Page write(const std::string& unit) {
    const Assessment& assessment = report_.evaluation->assessment;
    page_.heading(
        fmt::format("{} · {} · {}", assessment.institution, assessment.year, instrument_.name));
    page_.paragraph(
        tr({"What the next level of each indicator asks for, and what is there.",
            "Yang diminta tingkat berikutnya dan data dukung yang ada, tiap indikator."}),
        page::Paragraph::Role::summary);
    for (const auto& [key, items] : checklist_of(report_, unit)) {
      page_.heading(key.first
                        ? of_units(assessment, tr({"no unit named", "tanpa perangkat daerah"}))
                        : key.second,
                    2);
      page::List list;
      list.shape = page::List::Shape::hanging;
      for (const ChecklistItem& item : items) add(list, item);
      page_.add({std::move(list)});
    }
    if (report_.criteria != nullptr) {
      page_.remarks({text_in(page_.language, report_.criteria->caution)});
    }
    page_.remarks(standing(instrument_, assessment.year, page_.language));
    return std::move(page_);
  }

 private:
  std::string tr(const Words& words) const { return std::string(say(page_.language, words)); }

  void add(page::List& list, const ChecklistItem& item) const {
    const Component& c = instrument_.at(item.indicator);
    const Criterion* criterion = report_.criteria == nullptr
                                     ? nullptr
                                     : report_.criteria->criterion(item.indicator, item.next);
    const std::string heading =
        fmt::format("{} {} ({} → {})", c.key, c.name, exact_number(page_.language, item.level),
                    exact_number(page_.language, item.worth));
    list.items.push_back(
        {criterion == nullptr ? std::string() : heading,
         criterion == nullptr ? heading : text_in(page_.language, criterion->text)});
    for (const Prerequisite::Need& need : item.unmet) {
      list.items.push_back(
          {tr({"First", "Lebih dahulu"}),
           fill(tr({"indicator {0} at level {1}", "indikator {0} di tingkat {1}"}),
                {instrument_.at(need.indicator).key, exact_number(page_.language, need.level)}),
           1});
    }
    const auto* usual =
        report_.evidence == nullptr ? nullptr : report_.evidence->find(item.indicator, item.next);
    if (usual != nullptr) {
      for (const Bilingual& proof : *usual) {
        list.items.push_back({{}, "[ ] " + text_in(page_.language, proof), 1});
      }
    }
    const bool any = item.details != nullptr && !item.details->evidence.empty();
    if (!any) {
      list.items.push_back(
          {{}, tr({"In the file: no evidence yet", "Dalam berkas: belum ada data dukung"}), 1});
      return;
    }
    for (std::size_t i = 0; i < item.details->evidence.size(); ++i) {
      list.items.push_back(
          {tr({"In the file", "Dalam berkas"}), evidence_text(*item.details, i), 1});
    }
  }

  const ExplainReport& report_;
  const Instrument& instrument_;
  page::Page page_;
};

}  // namespace

Checklist checklist_of(const ExplainReport& report, const std::string& only) {
  const Assessment& assessment = report.evaluation->assessment;
  const Instrument& instrument = *assessment.instrument;
  const Levels levels = levels_of(assessment);
  Checklist list;
  for (const ComponentIndex i : instrument.indicators) {
    const bool asked = report.component == kNoComponent || i == report.component ||
                       instrument.is_within(i, report.component);
    if (!asked || !levels[i]) continue;
    const Ratio level = *levels[i];
    ChecklistItem item;
    item.indicator = i;
    item.level = level;
    // Where levels are bands, the one under way is the next to be complete.
    const Scale& scale = instrument.scale_of(i);
    item.next = (scale.has_milestones() ? scale.complete_level(level)
                                        : static_cast<int>(level.num() / level.den())) +
                1;
    if (item.next > scale.high) continue;
    item.worth = scale.has_milestones() ? scale.milestone(item.next) : Ratio(item.next);
    Levels then = levels;
    then[i] = item.worth;
    for (BrokenRule& broken : broken_rules(report.rules, then)) {
      if (broken.indicator != i) continue;
      item.unmet.insert(item.unmet.end(), broken.unmet.begin(), broken.unmet.end());
    }
    item.details = assessment.details_of(i);
    const auto add = [&](const std::string& unit) {
      if (only.empty() || unit == only) list[{unit.empty(), unit}].push_back(item);
    };
    if (item.details == nullptr || item.details->units.empty()) add("");
    if (item.details == nullptr) continue;
    for (const std::string& unit : item.details->units) add(unit);
  }
  return list;
}

std::string evidence_text(const Details& details, std::size_t at) {
  const EvidencePlace& place = details.evidence_places[at];
  std::string more;
  const auto add = [&](const std::string& text) {
    if (!text.empty() && text != details.evidence[at]) more += (more.empty() ? "" : "; ") + text;
  };
  if (place.date) add(to_string(*place.date));
  add(place.file);
  add(place.link);
  return more.empty() ? details.evidence[at] : details.evidence[at] + " (" + more + ")";
}

page::Page checklist_page(const ExplainReport& report, const std::string& unit, Language language) {
  return ChecklistPage(report, language).write(unit);
}

std::string checklist_json(const ExplainReport& report, const std::string& unit) {
  const Assessment& assessment = report.evaluation->assessment;
  const Instrument& instrument = *assessment.instrument;
  Json json;
  json["format"] = "spbe-index.checklist/1";
  json["file"] = assessment.label();
  json["institution"] = assessment.institution;
  json["institution_id"] = assessment.id;
  json["year"] = assessment.year;
  json["instrument"] = instrument.id;
  json["by_unit"] = Json::array();
  for (const auto& [key, items] : checklist_of(report, unit)) {
    Json one;
    one["unit"] = key.first ? Json(nullptr) : Json(key.second);
    one["by_indicator"] = Json::array();
    for (const ChecklistItem& item : items) {
      Json entry = with_number({{"id", instrument.at(item.indicator).id}}, "level", item.level);
      entry["next"] = std::to_string(item.next);
      entry["needs"] = Json::array();
      for (const Prerequisite::Need& need : item.unmet) {
        entry["needs"].push_back(
            with_number({{"id", instrument.at(need.indicator).id}}, "level", need.level));
      }
      entry["evidence"] = Json::array();
      const std::size_t count = item.details == nullptr ? 0 : item.details->evidence.size();
      for (std::size_t i = 0; i < count; ++i) {
        entry["evidence"].push_back(evidence_json(*item.details, i));
      }
      one["by_indicator"].push_back(std::move(entry));
    }
    json["by_unit"].push_back(std::move(one));
  }
  return dump(json);
}

Json evidence_json(const Details& details, std::size_t at) {
  const EvidencePlace& place = details.evidence_places[at];
  const auto text = [](const std::string& word) {
    return word.empty() ? Json(nullptr) : Json(word);
  };
  return {{"text", details.evidence[at]},
          {"date", place.date ? Json(to_string(*place.date)) : Json(nullptr)},
          {"file", text(place.file)},
          {"link", text(place.link)}};
}

}  // namespace spbe
