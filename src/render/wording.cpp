#include <fmt/format.h>

#include <algorithm>

#include "render/messages.hpp"
#include "render/style.hpp"
#include "render/wording.hpp"
#include "spbe/model/catalog.hpp"
#include "spbe/model/migration.hpp"

namespace spbe {

namespace {

std::string ids(const Instrument& instrument, const std::vector<ComponentIndex>& components) {
  std::string out;
  for (const ComponentIndex i : components) {
    if (!out.empty()) out += ", ";
    out += instrument.at(i).id;
  }
  return out;
}

std::string published_remark(const IndexResult& result, Language language) {
  std::vector<ComponentIndex> used = result.published;
  bool by_index = false;
  for (const ComponentIndex i : result.narrowed) {
    by_index = by_index || i == kNoComponent;
    if (i != kNoComponent && std::ranges::find(used, i) == used.end()) used.push_back(i);
  }
  std::ranges::sort(used);
  std::string which = ids(*result.instrument, used);
  if (by_index) {
    which += used.empty() ? say(language, {"the index", "indeks"})
                          : say(language, {" and of the index", " dan indeks"});
  }
  std::string text =
      fill(say(language, {"Computed from published values of {0}, which are rounded.",
                          "Dihitung dari nilai terpublikasi {0}, yang sudah dibulatkan."}),
           {which});
  if (result.exact()) {
    text += fill(say(language, {" Only one exact index is possible with whole levels: {0}.",
                                " Hanya satu indeks eksak yang mungkin dengan tingkat "
                                "bulat: {0}."}),
                 {exact_number(language, result.index.low)});
  } else if (result.possible) {
    text += fill(
        say(language, {" Whole levels can give {0} exact values, from {1} to {2}.",
                       " Tingkat bulat dapat menghasilkan {0} nilai eksak, dari {1} sampai {2}."}),
        {std::to_string(result.possible->size()), exact_number(language, result.index.low),
         exact_number(language, result.index.high)});
  } else if (result.missing.empty()) {
    text +=
        fill(say(language,
                 {" The index lies between {0} and {1}.", " Indeks berada di antara {0} dan {1}."}),
             {exact_number(language, result.index.low), exact_number(language, result.index.high)});
  }
  return text;
}

std::string missing_remark(const IndexResult& result, Language language) {
  const std::vector<Category>& all = result.instrument->categories;
  const bool one = result.categories.size() == 1;
  const std::string names =
      result.categories.size() > 2
          ? fill(say(language, {"{0} to {1}", "{0} sampai {1}"}),
                 {all[result.categories.front()].name, all[result.categories.back()].name})
          : category_names(*result.instrument, result.categories);
  const bool single = result.missing.size() == 1;
  const std::string what = fill(
      say(language, single ? Words{"{0} indicator is not filled in yet: {1}",
                                   "{0} indikator belum diisi: {1}"}
                           : Words{"{0} indicators are not filled in yet: {1}",
                                   "{0} indikator belum diisi: {1}"}),
      {std::to_string(result.missing.size()), indicator_list(*result.instrument, result.missing)});
  const Words words =
      one ? Words{"{0}; the index lies between {1} and {2}, category {3} either way.",
                  "{0}; indeks berada di antara {1} dan {2}, predikatnya tetap {3}."}
          : Words{"{0}; the index lies between {1} and {2}, so the category may be {3}.",
                  "{0}; indeks berada di antara {1} dan {2}, jadi predikatnya mungkin {3}."};
  std::string low = number(language, result.index.low);
  std::string high = number(language, shown_end(result.index));
  if (low == high) {
    low = exact_number(language, result.index.low);
    high = exact_number(language, result.index.high);
  }
  return fill(say(language, words), {what, low, high, names});
}

// Accepted evidence above a level that is not complete.
std::string uncounted_remark(const Assessment& assessment, Language language) {
  std::vector<ComponentIndex> found;
  for (const ComponentIndex i : assessment.instrument->indicators) {
    const Details* details = assessment.details_of(i);
    if (details != nullptr && details->uncounted() != nullptr) found.push_back(i);
  }
  if (found.empty()) return {};
  return fill(say(language, {"Evidence of {0} above an incomplete level does not count yet.",
                             "Data dukung {0} di atas tingkat yang belum lengkap belum dihitung."}),
              {named_indicators(*assessment.instrument, found, language)});
}

// "shown 3.50 but the exact index is 3.4985, so Baik".
std::string basis_remark(const Evaluation& evaluation, Language language) {
  const IndexResult& result = evaluation.result;
  const Instrument& instrument = *result.instrument;
  const auto names = [&](const std::vector<std::size_t>& categories) {
    return category_names(instrument, categories);
  };
  const bool by_shown = result.basis == CategoryBasis::shown;
  if (!result.exact()) {
    const Words words =
        by_shown ? Words{"By the rounded index the category is {0}; by the exact index it would "
                         "be {1}.",
                         "Menurut indeks yang dibulatkan predikatnya {0}; menurut indeks eksak "
                         "predikatnya {1}."}
                 : Words{"By the exact index the category is {0}; by the rounded index it would "
                         "be {1}.",
                         "Menurut indeks eksak predikatnya {0}; menurut indeks yang dibulatkan "
                         "predikatnya {1}."};
    return fill(say(language, words),
                {names(result.categories), names(result.other_basis_categories)});
  }
  const Words words =
      by_shown
          ? Words{"The exact index is {0}, shown as {1}; in {2} the rounded index decided, so {3} "
                  "(by the exact index {4}).",
                  "Indeks eksaknya {0}, ditampilkan {1}; pada tahun {2} indeks yang dibulatkan yang menentukan, jadi {3} (menurut indeks eksak {4})."}
          : Words{"Shown {1}, but the exact index is {0}, so {3} (by the rounded index {4}).",
                  "Ditampilkan {1}, tetapi indeks eksaknya {0}, jadi {3} (menurut indeks yang "
                  "dibulatkan {4})."};
  return fill(say(language, words),
              {exact_number(language, result.index.low), number(language, result.index.low),
               std::to_string(evaluation.assessment.year), names(result.categories),
               names(result.other_basis_categories)});
}

}  // namespace

std::string weight_text(Language language, Ratio weight) {
  if (const auto exact = terminating(weight)) return localized(language, *exact);
  return fmt::format("{}/{}", weight.num(), weight.den());
}

std::string_view basis_words(Language language, PrerequisiteBasis basis) {
  switch (basis) {
    case PrerequisiteBasis::unsaid:
      return "";
    case PrerequisiteBasis::criterion:
      return say(language, {"level criterion", "kriteria tingkat"});
    case PrerequisiteBasis::description:
      return say(language, {"description", "penjelasan indikator"});
    case PrerequisiteBasis::legal:
      return say(language, {"legal basis", "dasar hukum"});
  }
  return "";
}

std::string external_name(const ExternalIndex& index, Language language) {
  std::string name = language == Language::english && !index.english.empty()
                         ? index.english + ", " + index.name
                         : index.name;
  if (!index.owner.empty()) name += " (" + index.owner + ")";
  return name;
}

std::string indicator_list(const Instrument& instrument,
                           const std::vector<ComponentIndex>& indicators) {
  std::string out;
  for (std::size_t i = 0; i < indicators.size();) {
    std::size_t end = i + 1;
    while (end < indicators.size()) {
      const auto here = std::ranges::find(instrument.indicators, indicators[end - 1]);
      const bool adjacent = here + 1 != instrument.indicators.end() && here[1] == indicators[end];
      if (!adjacent) break;
      ++end;
    }
    if (!out.empty()) out += ", ";
    out += instrument.at(indicators[i]).key;
    if (end - i >= 3) {
      out += "-" + instrument.at(indicators[end - 1]).key;
    } else {
      for (std::size_t j = i + 1; j < end; ++j) out += ", " + instrument.at(indicators[j]).key;
    }
    i = end;
  }
  return out;
}

std::string named_indicators(const Instrument& instrument,
                             const std::vector<ComponentIndex>& indicators, Language language) {
  const Words noun = {indicators.size() == 1 ? "indicator" : "indicators", "indikator"};
  return fmt::format("{} {}", say(language, noun), indicator_list(instrument, indicators));
}

namespace {

// As people call it, when it is one of ours; else its id.
std::string name_of_instrument(const std::string& id) {
  const auto found = Catalog().find(id);
  return found ? found->name : id;
}

}  // namespace

std::vector<std::string> replaced(const std::vector<const Instrument*>& instruments, int year,
                                  Language language) {
  std::vector<std::string> lines;
  for (const Instrument* instrument : instruments) {
    const std::string successor = instrument->successor_in(year);
    if (successor.empty()) continue;
    std::string line = fill(
        say(language,
            {"Since {0}, {1} has been replaced by {2}, which is not comparable.",
             "Sejak tahun {0}, {1} digantikan oleh {2}; hasil keduanya tidak dapat dibandingkan."}),
        {std::to_string(instrument->years.last + 1), instrument->name,
         name_of_instrument(successor)});
    if (std::ranges::find(lines, line) == lines.end()) lines.push_back(std::move(line));
  }
  return lines;
}

std::string superseded_remark(const Instrument& instrument, int year, Language language) {
  const std::vector<std::string> lines = replaced({&instrument}, year, language);
  if (lines.empty()) return {};
  std::string text = lines.front();
  if (has_migration(instrument.id, instrument.superseded_by)) {
    text += say(language, {" 'spbe-index migrate' begins its file from this one.",
                           " Berkas barunya dibuat dengan 'spbe-index migrate'."});
  }
  return text;
}

std::vector<std::string> standing(const Instrument& instrument, int year, Language language) {
  std::vector<std::string> lines;
  if (std::string line = superseded_remark(instrument, year, language); !line.empty())
    lines.push_back(std::move(line));
  if (!instrument.caution.empty()) lines.push_back(text_in(language, instrument.caution));
  return lines;
}

std::vector<std::string> remarks(const Evaluation& evaluation, Language language) {
  const IndexResult& result = evaluation.result;
  const Instrument& instrument = *result.instrument;
  std::vector<std::string> lines;
  if (!result.published.empty() || !result.narrowed.empty()) {
    lines.push_back(published_remark(result, language));
  }
  for (const ComponentIndex i : result.impossible) {
    const PublishedNumber& value = evaluation.assessment.score(i).published;
    lines.push_back(fill(say(language, {"No whole levels give {0} for {1}.",
                                        "Tidak ada tingkat bulat yang menghasilkan {0} "
                                        "untuk {1}."}),
                         {number(language, value.printed, value.places), instrument.at(i).id}));
  }
  if (!result.missing.empty()) lines.push_back(missing_remark(result, language));
  if (result.categories != result.other_basis_categories) {
    lines.push_back(basis_remark(evaluation, language));
  }
  if (const std::string idle = uncounted_remark(evaluation.assessment, language); !idle.empty()) {
    lines.push_back(idle);
  }
  for (std::string& line : standing(instrument, evaluation.assessment.year, language))
    lines.push_back(std::move(line));
  return lines;
}

std::vector<std::string> cautions(const std::vector<const Instrument*>& instruments,
                                  Language language) {
  std::vector<std::string> lines;
  std::vector<const Instrument*> told;
  for (const Instrument* instrument : instruments) {
    if (instrument->caution.empty() || std::ranges::find(told, instrument) != told.end()) continue;
    told.push_back(instrument);
    const std::string& text = text_in(language, instrument->caution);
    const bool named = text.find(instrument->name) != std::string::npos;
    std::string line = named ? text : instrument->name + ": " + text;
    if (std::ranges::find(lines, line) == lines.end()) lines.push_back(std::move(line));
  }
  return lines;
}

std::string category_names(const Instrument& instrument,
                           const std::vector<std::size_t>& categories) {
  // From three on, the first and the last say it, unless whole levels leave one between them out.
  constexpr std::size_t kMany = 3;
  const bool no_gap = categories.back() - categories.front() + 1 == categories.size();
  if (categories.size() >= kMany && no_gap) {
    return instrument.categories[categories.front()].name + "–" +
           instrument.categories[categories.back()].name;
  }
  std::string out;
  for (const std::size_t i : categories) {
    out += (out.empty() ? "" : " / ") + instrument.categories[i].name;
  }
  return out;
}

std::string set_aside_remark(const Evaluation& result, Language language) {
  return fill(say(language, {"{0} has a second result, {1}, which is not shown.",
                             "{0} memiliki hasil kedua, {1}, yang tidak ditampilkan."}),
              {std::to_string(result.assessment.year), result.assessment.label()});
}

bool adds_up(const Interval& before, const Interval& after, const Interval& difference) {
  const auto from = shown_value(before, kShownPlaces);
  const auto to = shown_value(after, kShownPlaces);
  if (!from || !to || !difference.exact()) return true;
  return *to - *from == rounded(difference.low, kShownPlaces);
}

std::string differences_remark(Language language) {
  return std::string(
      say(language, {"Changes are those of the exact values, rounded at the end.",
                     "Perubahan dihitung dari nilai eksak, baru kemudian dibulatkan."}));
}

std::string place_words(Language language, const std::string& place) {
  if (language == Language::english) return place;
  if (place.starts_with("pp. ")) return "hlm. " + place.substr(4);
  return place.starts_with("p. ") ? "hlm. " + place.substr(3) : place;
}

std::string_view kind_name(ComponentKind kind, Language language) {
  switch (kind) {
    case ComponentKind::domain:
      return "domain";
    case ComponentKind::aspect:
      return say(language, {"aspect", "aspek"});
    case ComponentKind::indicator:
      break;
  }
  return say(language, {"indicator", "indikator"});
}

std::string short_institution(std::string_view institution) {
  constexpr std::string_view kGovernment = "Pemerintah ";
  if (institution.starts_with(kGovernment)) institution.remove_prefix(kGovernment.size());
  return std::string(institution);
}

std::string_view stage_name(Stage stage, Language language) {
  switch (stage) {
    case Stage::self:
      return say(language, {"self-assessment", "penilaian mandiri"});
    case Stage::document:
      return say(language, {"assessment of documents", "penilaian dokumen"});
    case Stage::interview:
      return say(language, {"interview", "interviu"});
    case Stage::visit:
      return say(language, {"visit", "visitasi"});
    case Stage::verified:
      return say(language, {"verified", "terverifikasi"});
    case Stage::final:
      return say(language, {"final", "final"});
    case Stage::plan:
      return say(language, {"plan", "rencana"});
    case Stage::unsaid:
      break;
  }
  return {};
}

}  // namespace spbe
