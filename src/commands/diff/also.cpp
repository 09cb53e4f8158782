#include <fmt/format.h>

#include "commands/diff/data.hpp"
#include "commands/diff/view.hpp"
#include "render/messages.hpp"
#include "render/style.hpp"
#include "render/unit_words.hpp"

namespace spbe {

namespace {

struct Field {
  const char* key;  // in JSON
  Words name;
  std::vector<ComponentIndex> OtherChanges::*which;
};

constexpr Field kFields[] = {
    {"units", {"Units", "Perangkat daerah"}, &OtherChanges::units},
    {"targets", {"Targets", "Target"}, &OtherChanges::targets},
    {"sure", {"How sure a level is", "Keyakinan atas tingkat"}, &OtherChanges::sure},
    {"efforts", {"Efforts", "Upaya"}, &OtherChanges::efforts},
    {"notes", {"Notes", "Catatan"}, &OtherChanges::notes},
    {"evidence", {"Evidence", "Data dukung"}, &OtherChanges::evidence},
    {"given", {"How the value is given", "Asal nilai"}, &OtherChanges::given}};

Words fact_name(std::string_view key) {
  if (key == "institution") return {"Name", "Nama instansi"};
  if (key == "id") return {"Code", "Kode instansi"};
  if (key == "kind") return {"Kind", "Jenis instansi"};
  if (key == "province") return {"Province", "Provinsi"};
  if (key == "effort_unit") return {"Unit of effort", "Satuan upaya"};
  if (key == "stage") return {"Stage", "Tahap"};
  return {"Source", "Sumber"};
}

class Also {
 public:
  Also(const DiffReport& report, const OtherChanges& others, Language language)
      : language_(language),
        others_(others),
        from_(report.from->assessment),
        to_(report.to->assessment) {}

  std::vector<std::string> lines() {
    for (const Field& field : kFields) {
      const std::vector<ComponentIndex>& which = others_.*field.which;
      if (which.empty()) continue;
      lines_.push_back(fmt::format("{} ({}): {}", of_units(to_, tr(field.name)), which.size(),
                                   indicator_list(*to_.instrument, which)));
    }
    if (const std::string which = published(); !which.empty())
      lines_.push_back(fmt::format("{}: {}", tr({"Published", "Terpublikasi"}), which));
    if (const std::string which = goals(); !which.empty())
      lines_.push_back(fmt::format("{}: {}", tr({"Goals", "Sasaran"}), which));
    for (const Obstacle* o : others_.obstacles.added)
      add({"Obstacle added: {0}", "Kendala ditambahkan: {0}"}, told(*o, to_));
    for (const auto& [before, after] : others_.obstacles.changed)
      add({"Obstacle changed: {0}", "Kendala diubah: {0}"},
          told(*after, to_) + changed(*before, *after));
    for (const Obstacle* o : others_.obstacles.removed)
      add({"Obstacle removed: {0}", "Kendala dihapus: {0}"}, told(*o, from_));
    for (const Waiver* w : others_.waivers.added)
      add({"Waiver added: {0}", "Pengecualian ditambahkan: {0}"}, told(*w, to_));
    for (const auto& [before, after] : others_.waivers.changed)
      add({"Waiver changed: {0}", "Pengecualian diubah: {0}"}, told(*after, to_));
    for (const Waiver* w : others_.waivers.removed)
      add({"Waiver removed: {0}", "Pengecualian dihapus: {0}"}, told(*w, from_));
    for (const OtherChanges::Fact& fact : others_.facts) {
      const auto said = [](const std::string& text) { return text.empty() ? "-" : text; };
      lines_.push_back(
          fmt::format("{}: {} → {}", tr(fact_name(fact.key)), said(fact.from), said(fact.to)));
    }
    return std::move(lines_);
  }

 private:
  std::string_view tr(const Words& words) const { return say(language_, words); }

  void add(const Words& words, const std::string& what) {
    lines_.push_back(fill(tr(words), {what}));
  }

  // "name before → after", after what is in `text` already.
  static void put(std::string& text, std::string_view name, const std::string& before,
                  const std::string& after) {
    text += fmt::format("{}{} {} → {}", text.empty() ? "" : ", ", name,
                        before.empty() ? "-" : before, after.empty() ? "-" : after);
  }

  std::string name_of(ComponentIndex i) const {
    return i == kNoComponent ? std::string(tr({"index", "indeks"})) : to_.instrument->at(i).id;
  }

  std::string goals() const {
    std::string text;
    const auto year = [](const Assessment& side) {
      return side.targets.year ? std::to_string(*side.targets.year) : "";
    };
    const auto value = [&](const Assessment& side, ComponentIndex i) {
      const auto goal = side.targets.find(i);
      return goal ? exact_number(language_, *goal) : "";
    };
    const auto category = [](const Assessment& side) {
      return side.targets.category ? side.instrument->categories[*side.targets.category].name : "";
    };
    if (others_.goal_year) put(text, tr({"year", "tahun"}), year(from_), year(to_));
    for (const ComponentIndex i : others_.goals)
      put(text, name_of(i), value(from_, i), value(to_, i));
    if (others_.goal_category)
      put(text, tr({"category", "predikat"}), category(from_), category(to_));
    return text;
  }

  // What of an obstacle changed beside what is told of it anyway.
  std::string changed(const Obstacle& before, const Obstacle& after) const {
    std::string text;
    const auto effort = [&](const Obstacle& side) {
      return side.effort ? exact_number(language_, *side.effort) : "";
    };
    const auto units = [](const Obstacle& side) {
      return fmt::format("{}", fmt::join(side.units, "; "));
    };
    if (before.text != after.text) put(text, tr({"text", "uraian"}), before.text, after.text);
    if (before.holds != after.holds) {
      put(text, tr({"indicators", "indikator"}), indicator_list(*from_.instrument, before.holds),
          indicator_list(*to_.instrument, after.holds));
    }
    if (before.at != after.at) {
      put(text, tr({"level", "tingkat"}), exact_number(language_, before.at),
          exact_number(language_, after.at));
    }
    if (before.units != after.units)
      put(text, of_units(to_, tr({"units", "perangkat daerah"})), units(before), units(after));
    if (before.effort != after.effort)
      put(text, tr({"effort", "upaya"}), effort(before), effort(after));
    return ": " + text;
  }

  std::string published() const {
    std::string text;
    const auto printed = [&](const Assessment& side, ComponentIndex i) {
      const PublishedNumber* number = side.published.find(i);
      return number == nullptr ? "" : spbe::number(language_, number->printed, number->places);
    };
    for (const ComponentIndex i : others_.published) {
      put(text, name_of(i), printed(from_, i), printed(to_, i));
    }
    if (others_.published_category) {
      put(text, tr({"category", "predikat"}), from_.published.category, to_.published.category);
    }
    return text;
  }

  std::string told(const Obstacle& obstacle, const Assessment& side) const {
    return fill(tr({"{0} (holds {1} at level {2})", "{0} (menahan {1} di tingkat {2})"}),
                {obstacle.text, named_indicators(*side.instrument, obstacle.holds, language_),
                 exact_number(language_, obstacle.at)});
  }

  std::string told(const Waiver& waiver, const Assessment& side) const {
    const std::string which =
        waiver.indicators.empty()
            ? std::string(tr({"all indicators", "semua indikator"}))
            : named_indicators(*side.instrument, waiver.indicators, language_);
    std::string text = fill(tr({"{0} for {1} until {2}: {3}", "{0} untuk {1} sampai {2}: {3}"}),
                            {waiver.rule, which, to_string(waiver.until), waiver.reason});
    if (!waiver.owner.empty()) text += " (" + waiver.owner + ")";
    return text;
  }

  Language language_;
  const OtherChanges& others_;
  const Assessment& from_;
  const Assessment& to_;
  std::vector<std::string> lines_;
};

Json ids(const Instrument& instrument, const std::vector<ComponentIndex>& which) {
  Json list = Json::array();
  for (const ComponentIndex i : which)
    list.push_back(i == kNoComponent ? "index" : instrument.at(i).id);
  return list;
}

Json json_of(const Obstacle& obstacle, const Assessment& side) {
  return {{"id", obstacle.id},
          {"text", obstacle.text},
          {"holds", ids(*side.instrument, obstacle.holds)}};
}

Json json_of(const Waiver& waiver, const Assessment& side) {
  return {{"rule", waiver.rule},
          {"indicators", ids(*side.instrument, waiver.indicators)},
          {"until", to_string(waiver.until)},
          {"reason", waiver.reason},
          {"owner", waiver.owner}};
}

template <class Thing>
Json json_of(const OtherChanges::Listed<Thing>& listed, const DiffReport& report) {
  Json added = Json::array();
  Json removed = Json::array();
  Json changed = Json::array();
  for (const Thing* thing : listed.added) added.push_back(json_of(*thing, report.to->assessment));
  for (const auto& [before, after] : listed.changed)
    changed.push_back(json_of(*after, report.to->assessment));
  for (const Thing* thing : listed.removed)
    removed.push_back(json_of(*thing, report.from->assessment));
  return {{"added", std::move(added)},
          {"changed", std::move(changed)},
          {"removed", std::move(removed)}};
}

}  // namespace

std::vector<std::string> also_changed(const DiffReport& report, const OtherChanges& others,
                                      Language language) {
  if (others.empty()) return {};
  return Also(report, others, language).lines();
}

Json json_also_changed(const DiffReport& report) {
  if (report.from == nullptr || report.to == nullptr) return nullptr;
  const OtherChanges& others = report.others;
  const Instrument& instrument = *report.to->assessment.instrument;
  Json json = Json::object();
  for (const Field& field : kFields) json[field.key] = ids(instrument, others.*field.which);
  Json published = ids(instrument, others.published);
  if (others.published_category) published.emplace_back("category");
  json["published"] = std::move(published);
  Json goals = ids(instrument, others.goals);
  if (others.goal_category) goals.emplace_back("category");
  if (others.goal_year) goals.emplace_back("year");
  json["goals"] = std::move(goals);
  json["obstacles"] = json_of(others.obstacles, report);
  json["waivers"] = json_of(others.waivers, report);
  Json head = Json::object();
  for (const OtherChanges::Fact& fact : others.facts)
    head[fact.key] = {{"from", fact.from}, {"to", fact.to}};
  json["head"] = std::move(head);
  return json;
}

}  // namespace spbe
