#include <fmt/format.h>

#include "commands/instruments/report.hpp"
#include "render/messages.hpp"
#include "render/style.hpp"
#include "render/wording.hpp"

namespace spbe {

namespace {

using page::Cell;
using page::Column;
using page::List;
using page::Row;
using page::Tone;

std::string years_text(const YearRange& years) {
  if (years.last == YearRange::kOpenEnd) return fmt::format("{}-", years.first);
  if (years.first == years.last) return std::to_string(years.first);
  return fmt::format("{}-{}", years.first, years.last);
}

std::string status_text(const std::string& status, Language language) {
  if (status == "verified") return std::string(say(language, {"verified", "terverifikasi"}));
  if (status == "secondary") {
    return std::string(say(language, {"secondary sources", "sumber sekunder"}));
  }
  if (status == "reconstructed")
    return std::string(say(language, {"reconstructed", "rekonstruksi"}));
  return status.empty() ? "-" : status;
}

std::string origin_text(const Catalog::Entry& entry, Language language) {
  std::string text =
      entry.origin.empty() ? std::string(say(language, {"built-in", "bawaan"})) : entry.origin;
  if (entry.shadowed) text += say(language, {" (not used)", " (tidak dipakai)"});
  return text;
}

class InstrumentPage {
 public:
  InstrumentPage(const Catalog::Entry& entry, Language language)
      : entry_(entry), instrument_(*entry.instrument), page_{language} {}

  page::Page write() {
    header();
    tree();
    scales();
    categories();
    calendar();
    advice();
    return std::move(page_);
  }

 private:
  std::string tr(const Words& words) const { return std::string(say(page_.language, words)); }

  void header() {
    constexpr std::size_t kNames = 16;
    page_.heading(instrument_.name);
    page::Facts facts;
    facts.name_width = kNames;
    const auto add = [&](const Words& name, std::string value) {
      if (!value.empty()) facts.items.emplace_back(tr(name), std::move(value));
    };
    add({"id", "id"}, instrument_.id);
    add({"regulation", "peraturan"}, instrument_.regulation);
    add({"years", "tahun"}, years_text(instrument_.years));
    add({"superseded by", "diganti oleh"}, instrument_.superseded_by);
    add({"status", "status"}, status_text(instrument_.status, page_.language));
    add({"source", "sumber"}, text_in(page_.language, instrument_.source));
    add({"definition", "definisi"}, origin_text(entry_, page_.language));
    page_.add({std::move(facts)});
    page_.paragraph(text_in(page_.language, instrument_.caution), page::Paragraph::Role::caution);
  }

  void tree() {
    page::Table table{
        {Column::left().yielding(), Column::right(tr({"weight", "bobot"})), Column::left("slug")}};
    for (const Component& c : instrument_.components) {
      table.add({page::named(c, c.depth == 0 ? Tone::strong : Tone::plain),
                 weight_text(page_.language, c.weight) + "%", Cell(c.slug, Tone::faint)},
                c.depth, c.depth == 0 ? Row::Role::group : Row::Role::body);
    }
    page_.add({std::move(table)});
    if (instrument_.indicator_prefix.empty()) return;
    page_.paragraph(fill(tr({"In the regulation each indicator's name begins with \"{0}\".",
                             "Dalam peraturan, nama setiap indikator diawali dengan \"{0}\"."}),
                         {instrument_.indicator_prefix}));
  }

  void scales() {
    page_.heading(tr({"Levels", "Tingkat"}), 2);
    List list{{}, List::Shape::indented};
    for (const Scale& scale : instrument_.scales) {
      list.items.push_back(
          {{},
           fmt::format("{}{}{}-{}{}", scale.name, scale.name.empty() ? "" : " ", scale.low,
                       scale.high,
                       scale.whole ? "" : tr({", fractions allowed", ", pecahan diperbolehkan"}))});
      for (const MaturityLevel& level : scale.levels) {
        list.items.push_back({{}, fmt::format("{} {}", level.value, level.name), 1});
      }
    }
    page_.add({std::move(list)});
  }

  // When the stages of a year were held.
  void calendar() {
    const Calendar& calendar = instrument_.calendar;
    if (calendar.entries.empty()) return;
    page_.heading(tr({"Stages of the year", "Tahapan dalam setahun"}), 2);
    List list{{}, List::Shape::indented};
    for (const Calendar::Entry& entry : calendar.entries) {
      const std::string days =
          entry.until == entry.from
              ? entry.from
              : fmt::format("{} {} {}", entry.from, tr({"to", "sampai"}), entry.until);
      list.items.push_back({{}, fmt::format("{}: {}", days, text_in(page_.language, entry.name))});
    }
    page_.add({std::move(list)});
    page_.paragraph(text_in(page_.language, calendar.caution), page::Paragraph::Role::remark);
  }

  void categories() {
    page_.heading(tr({"Categories, from the highest", "Predikat, dari yang tertinggi"}), 2);
    List list{{}, List::Shape::indented};
    for (std::size_t i = instrument_.categories.size(); i-- > 0;) {
      const Category& category = instrument_.categories[i];
      // What the predikat means, for who reads no Indonesian.
      const bool translated = page_.language == Language::english && !category.english.empty();
      std::string also = category.stage;
      if (translated) also += (also.empty() ? "" : ", ") + category.english;
      list.items.push_back(
          {{},
           fmt::format("{} {} {}{}", tr({"from", "mulai"}), number(page_.language, category.from),
                       category.name, also.empty() ? "" : " (" + also + ")")});
    }
    const auto basis_words = [&](CategoryBasis basis) {
      return basis == CategoryBasis::shown ? tr({"the index as shown, with two decimals",
                                                 "indeks yang ditampilkan, dua desimal"})
                                           : tr({"the exact index", "indeks eksak"});
    };
    const CategoryRule& rule = instrument_.category_rule;
    std::string text = tr({"decided by ", "ditentukan oleh "}) + basis_words(rule.otherwise);
    for (const auto& [year, basis] : rule.years) {
      text += fmt::format("; {} {}: {}", tr({"in", "tahun"}), year, basis_words(basis));
    }
    list.items.push_back({{}, std::move(text)});
    page_.add({std::move(list)});
  }

  void advice() {
    if (instrument_.prerequisites.empty()) return;
    page_.heading(tr({"Prerequisites (advice of the guides, never part of the arithmetic)",
                      "Prasyarat (anjuran pedoman, tidak ikut dihitung)"}),
                  2);
    List list{{}, List::Shape::hanging};
    for (const Prerequisite& rule : instrument_.prerequisites) {
      list.items.push_back({{}, advice_text(rule), 1});
    }
    for (const Edition& edition : instrument_.editions) {
      list.items.push_back({{},
                            fmt::format("{}: {}{}", edition.id, edition.name,
                                        edition.years ? ", " + years_text(*edition.years) : ""),
                            1});
    }
    page_.add({std::move(list)});
  }

  std::string advice_text(const Prerequisite& rule) const {
    const auto joined = [](std::string& list, const std::string& next) {
      list += (list.empty() ? "" : ", ") + next;
    };
    std::string raised;
    for (const ComponentIndex i : rule.raise) joined(raised, instrument_.at(i).key);
    std::string needs;
    for (const Prerequisite::Need& need : rule.needs) {
      joined(needs, instrument_.at(need.indicator).key + " >= " + decimal(need.level));
    }
    std::string editions;
    for (const std::string& edition : rule.editions) joined(editions, edition);
    return fmt::format("{}: {} >= {} {} {} ({}{}{}{})", rule.id, raised, decimal(rule.to),
                       tr({"needs", "perlu"}), needs, spbe::basis_words(page_.language, rule.basis),
                       editions.empty() ? "" : "; " + editions, rule.place.empty() ? "" : "; ",
                       place_words(page_.language, rule.place));
  }

  const Catalog::Entry& entry_;
  const Instrument& instrument_;
  page::Page page_;
};

}  // namespace

page::Page instruments_page(const Catalog& catalog, Language language) {
  const auto tr = [&](const Words& words) { return std::string(say(language, words)); };
  page::Table table{{Column::left("id"), Column::left(tr({"years", "tahun"})),
                     Column::right(tr({"indicators", "indikator"})),
                     Column::left(tr({"status", "status"})),
                     Column::left(tr({"from", "asal"})).yielding()}};
  for (const Catalog::Entry& entry : catalog.entries()) {
    const Instrument& instrument = *entry.instrument;
    Cell origin(origin_text(entry, language), Tone::faint);
    origin.whole = true;
    table.add({Cell(entry.id, Tone::strong), years_text(entry.years),
               page::count(instrument.indicators.size()),
               Cell(status_text(instrument.status, language),
                    instrument.status == "verified" ? Tone::good : Tone::caution),
               std::move(origin)});
  }
  page::Page page{language};
  page.add({std::move(table)});
  return page;
}

page::Page instrument_page(const Catalog::Entry& entry, Language language) {
  return InstrumentPage(entry, language).write();
}

}  // namespace spbe
