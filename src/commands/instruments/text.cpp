#include <fmt/format.h>

#include "commands/instruments/report.hpp"
#include "render/messages.hpp"
#include "render/table.hpp"

namespace spbe {

namespace {

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
  return status.empty() ? "-" : printable(status);
}

std::string origin_text(const Catalog::Entry& entry, Language language) {
  std::string text = entry.origin.empty() ? std::string(say(language, {"built-in", "bawaan"}))
                                          : printable(entry.origin);
  if (entry.shadowed) text += say(language, {" (not used)", " (tidak dipakai)"});
  return text;
}

class InstrumentText {
 public:
  InstrumentText(const Catalog::Entry& entry, const Style& style)
      : entry_(entry), instrument_(*entry.instrument), style_(style) {}

  std::string draw() {
    header();
    tree();
    scales();
    categories();
    advice();
    return std::move(out_);
  }

 private:
  std::string_view tr(const Words& words) const { return say(style_.language, words); }

  void line(const Words& label, std::string_view value) {
    if (value.empty()) return;
    constexpr std::size_t kLabel = 16;
    out_ += wrapped(fmt::format("{:<{}}{}", tr(label), kLabel, printable(value)), style_.width,
                    kLabel) +
            '\n';
  }

  void section(const Words& title) {
    out_ += '\n' + paint(Ink::bold, tr(title), style_.color) + '\n';
  }

  void header() {
    out_ += paint(Ink::bold, printable(instrument_.name), style_.color) + "\n\n";
    line({"id", "id"}, instrument_.id);
    line({"regulation", "peraturan"}, instrument_.regulation);
    line({"years", "tahun"}, years_text(instrument_.years));
    line({"superseded by", "diganti oleh"}, instrument_.superseded_by);
    line({"status", "status"}, status_text(instrument_.status, style_.language));
    line({"source", "sumber"}, instrument_.source);
    line({"definition", "definisi"}, origin_text(entry_, style_.language));
    const std::string& caution = style_.language == Language::indonesian
                                     ? instrument_.caution.indonesian
                                     : instrument_.caution.english;
    if (!caution.empty()) {
      out_ +=
          '\n' + paint(Ink::yellow, wrapped(printable(caution), style_.width), style_.color) + '\n';
    }
  }

  void tree() {
    out_ += '\n';
    Table table({{"", Table::Align::left, true, 0},
                 {std::string(tr({"bobot", "bobot"})), Table::Align::right},
                 {"slug", Table::Align::left}});
    for (const Component& c : instrument_.components) {
      const std::string label = printable(c.is_indicator() ? c.key : c.id);
      table.add({{fmt::format("{}{} {}", std::string(2 * c.depth, ' '), label, printable(c.name)),
                  c.depth == 0 ? Ink::bold : Ink::plain},
                 {weight_text(style_, c.weight) + "%", Ink::plain},
                 {printable(c.slug), Ink::dim}});
    }
    out_ += table.draw(style_);
    if (!instrument_.indicator_prefix.empty()) {
      out_ += '\n' +
              wrapped(fill(tr({"In the regulation each indicator's name begins with \"{0}\".",
                               "Dalam peraturan nama setiap indikator diawali \"{0}\"."}),
                           {printable(instrument_.indicator_prefix)}),
                      style_.width) +
              '\n';
    }
  }

  void scales() {
    section({"Levels", "Tingkat"});
    for (const Scale& scale : instrument_.scales) {
      out_ +=
          fmt::format("  {} {}-{}{}\n", printable(scale.name), scale.low, scale.high,
                      scale.whole ? "" : tr({", fractions allowed", ", pecahan diperbolehkan"}));
      for (const MaturityLevel& level : scale.levels) {
        out_ += fmt::format("    {} {}\n", level.value, printable(level.name));
      }
    }
  }

  void categories() {
    section({"Categories, from the highest", "Kategori, dari yang tertinggi"});
    for (std::size_t i = instrument_.categories.size(); i-- > 0;) {
      const Category& category = instrument_.categories[i];
      out_ +=
          fmt::format("  {} {} {}{}\n", tr({"from", "dari"}), number(style_, category.from),
                      paint(category_ink(instrument_, i), printable(category.name), style_.color),
                      category.stage.empty() ? "" : " (" + printable(category.stage) + ")");
    }
    const auto basis_words = [&](CategoryBasis basis) {
      return basis == CategoryBasis::shown ? tr({"the index as shown, with two decimals",
                                                 "indeks yang ditampilkan, dua desimal"})
                                           : tr({"the exact index", "indeks eksak"});
    };
    const CategoryRule& rule = instrument_.category_rule;
    out_ +=
        fmt::format("  {} {}", tr({"decided by", "ditentukan oleh"}), basis_words(rule.otherwise));
    for (const auto& [year, basis] : rule.years) {
      out_ += fmt::format("; {} {}: {}", tr({"in", "pada"}), year, basis_words(basis));
    }
    out_ += '\n';
  }

  std::string basis_text(const std::string& basis) const {
    if (basis == "criterion") return std::string(tr({"level criterion", "kriteria tingkat"}));
    if (basis == "description") return std::string(tr({"description", "penjelasan indikator"}));
    if (basis == "legal") return std::string(tr({"legal", "dasar hukum"}));
    return printable(basis);
  }

  void advice() {
    if (instrument_.prerequisites.empty()) return;
    section({"Prerequisites (advice of the guides, never part of the arithmetic)",
             "Prasyarat (anjuran pedoman, tidak pernah ikut dihitung)"});
    for (const Prerequisite& rule : instrument_.prerequisites) {
      std::string raised;
      for (const ComponentIndex i : rule.raise) {
        raised += (raised.empty() ? "" : ", ") + instrument_.at(i).key;
      }
      std::string needs;
      for (const auto& need : rule.needs) {
        needs += fmt::format("{}{} >= {}", needs.empty() ? "" : ", ",
                             instrument_.at(need.indicator).key, decimal(need.level));
      }
      std::string editions;
      for (const std::string& edition : rule.editions) {
        editions += (editions.empty() ? "" : ", ") + edition;
      }
      std::string text = fmt::format("  {}: {} >= {} {} {}", printable(rule.id), raised,
                                     decimal(rule.to), tr({"needs", "perlu"}), needs);
      text += fmt::format(" ({}{}{}{})", basis_text(rule.basis),
                          editions.empty() ? "" : "; " + editions, rule.place.empty() ? "" : "; ",
                          printable(rule.place));
      out_ += wrapped(text, style_.width, 4) + '\n';
    }
    for (const Edition& edition : instrument_.editions) {
      out_ += fmt::format("  {}: {}{}\n", printable(edition.id), printable(edition.name),
                          edition.years ? ", " + years_text(*edition.years) : "");
    }
  }

  const Catalog::Entry& entry_;
  const Instrument& instrument_;
  const Style& style_;
  std::string out_;
};

}  // namespace

std::string weight_text(const Style& style, Ratio weight) {
  if (const auto exact = terminating(weight)) return localized(style.language, *exact);
  return fmt::format("{}/{}", weight.num(), weight.den());
}

std::string instruments_text(const Catalog& catalog, const Style& style) {
  const auto tr = [&](const Words& words) { return std::string(say(style.language, words)); };
  Table table({{"id", Table::Align::left, false, 0},
               {tr({"years", "tahun"}), Table::Align::left},
               {tr({"indicators", "indikator"}), Table::Align::right},
               {tr({"status", "status"}), Table::Align::left},
               {tr({"from", "asal"}), Table::Align::left}});
  for (const Catalog::Entry& entry : catalog.entries()) {
    const Instrument& instrument = *entry.instrument;
    table.add({{printable(entry.id), Ink::bold},
               {years_text(entry.years)},
               {std::to_string(instrument.indicators.size())},
               {status_text(instrument.status, style.language),
                instrument.status == "verified" ? Ink::green : Ink::yellow},
               {origin_text(entry, style.language), Ink::dim}});
  }
  return table.draw(style);
}

std::string instrument_text(const Catalog::Entry& entry, const Style& style) {
  return InstrumentText(entry, style).draw();
}

}  // namespace spbe
