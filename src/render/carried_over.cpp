#include "render/carried_over.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "render/messages.hpp"
#include "render/style.hpp"

namespace spbe {

namespace {

std::string on_one_line(std::string text) {
  std::ranges::replace(text, '\n', ' ');
  std::ranges::replace(text, '\t', ' ');
  return text;
}

class CarryingOver {
 public:
  CarryingOver(const Migration::Entry& entry, const Assessment& from, Language language)
      : entry_(entry), from_(from), language_(language) {}

  CarriedOver run() {
    result_.heading = heading();
    std::string old;
    for (const Migration::Cover& cover : entry_.covers) {
      for (const ComponentIndex i : cover.indicators) {
        old += (old.empty() ? "" : "; ") + one(i, cover.inferred);
        add_units(i);
      }
    }
    if (!old.empty()) {
      result_.note = fmt::format("{} ({}): {}.", from_.year, from_.instrument->name, old);
    }
    const std::string& added =
        language_ == Language::indonesian ? entry_.added.indonesian : entry_.added.english;
    if (!added.empty()) {
      if (!result_.note.empty()) result_.note += ' ';
      result_.note += fmt::format("{}: {}.", tr({"New", "Baru"}), added);
    }
    return std::move(result_);
  }

 private:
  std::string_view tr(const Words& words) const { return say(language_, words); }

  std::string heading() const {
    switch (entry_.carries) {
      case Carries::reuse:
        return std::string(
            tr({"old evidence serves as it is", "data dukung lama dapat dipakai ulang"}));
      case Carries::update:
        return std::string(tr({"old evidence serves with changes",
                               "data dukung lama dapat dipakai setelah dimutakhirkan"}));
      case Carries::nothing:
        return std::string(
            tr({"new, hardly anything carries over", "baru, hampir tidak ada data dukung lama"}));
    }
    return {};
  }

  // "(?) 11 Arsitektur SPBE: 2 (note; evidence: ...)".
  std::string one(ComponentIndex index, bool inferred) const {
    std::string text = inferred ? "(?) " : "";
    text += named_shortly(from_.instrument->at(index), language_);
    const Score& score = from_.score(index);
    if (score.kind == Score::Kind::level) {
      text +=
          fmt::format(" {} {}", tr({"at", "tingkat"}), localized(language_, decimal(score.level)));
    }
    const Details* details = from_.details_of(index);
    if (details == nullptr) return text;
    std::string more = on_one_line(details->note);
    std::string evidence;
    for (const std::string& item : details->evidence) {
      evidence += (evidence.empty() ? "" : ", ") + on_one_line(item);
    }
    if (!evidence.empty()) {
      more += fmt::format("{}{}: {}", more.empty() ? "" : "; ", tr({"evidence", "data dukung"}),
                          evidence);
    }
    return more.empty() ? text : text + " (" + more + ")";
  }

  void add_units(ComponentIndex index) {
    const Details* details = from_.details_of(index);
    if (details == nullptr) return;
    for (const std::string& unit : details->units) {
      const bool known = std::ranges::find(result_.units, unit) != result_.units.end();
      if (!known) result_.units.push_back(unit);
    }
  }

  const Migration::Entry& entry_;
  const Assessment& from_;
  Language language_;
  CarriedOver result_;
};

}  // namespace

CarriedOver carried_over(const Migration::Entry& entry, const Assessment& from, Language language) {
  return CarryingOver(entry, from, language).run();
}

std::string named_shortly(const Component& component, Language language) {
  const bool english = language == Language::english;
  const std::string& brief = english ? component.short_english : component.short_name;
  const std::string& whole =
      english && !component.english.empty() ? component.english : component.name;
  return component.key + " " + (brief.empty() ? whole : brief);
}

}  // namespace spbe
