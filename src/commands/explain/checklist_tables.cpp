#include "commands/explain/checklist.hpp"
#include "render/messages.hpp"
#include "render/style.hpp"
#include "render/unit_words.hpp"
#include "render/wording.hpp"

namespace spbe {

namespace {

// Texts of one item, several things parted by `between`.
class ItemTexts {
 public:
  ItemTexts(const ExplainReport& report, const ChecklistItem& item, std::string between,
            Language language)
      : report_(report), item_(item), between_(std::move(between)), language_(language) {}

  std::string criterion() const {
    const Criterion* found = report_.criteria == nullptr
                                 ? nullptr
                                 : report_.criteria->criterion(item_.indicator, item_.next);
    return found == nullptr ? std::string() : text_in(language_, found->text);
  }

  std::string needs() const {
    std::string text;
    for (const Prerequisite::Need& need : item_.unmet) {
      add(text, fill(say(language_, {"{0} at level {1}", "{0} di tingkat {1}"}),
                     {report_.evaluation->assessment.instrument->at(need.indicator).key,
                      exact_number(language_, need.level)}));
    }
    return text;
  }

  std::string usual() const {
    std::string text;
    const auto* list =
        report_.evidence == nullptr ? nullptr : report_.evidence->find(item_.indicator, item_.next);
    if (list == nullptr) return text;
    for (const Bilingual& proof : *list) add(text, text_in(language_, proof));
    return text;
  }

  std::string present() const {
    std::string text;
    if (item_.details == nullptr) return text;
    for (std::size_t i = 0; i < item_.details->evidence.size(); ++i) {
      add(text, evidence_text(*item_.details, i));
    }
    return text;
  }

 private:
  void add(std::string& text, const std::string& part) const {
    text += (text.empty() ? "" : between_) + part;
  }

  const ExplainReport& report_;
  const ChecklistItem& item_;
  std::string between_;
  Language language_;
};

}  // namespace

std::string checklist_csv(const ExplainReport& report, const std::string& unit, Language language,
                          CsvDialect dialect) {
  const Instrument& instrument = *report.evaluation->assessment.instrument;
  CsvLine line(dialect);
  std::string out = line.headings({"unit", "id", "name", "level", "next", "criterion", "needs",
                                   "usual_evidence", "evidence"})
                        .end();
  for (const auto& [key, items] : checklist_of(report, unit)) {
    for (const ChecklistItem& item : items) {
      const ItemTexts texts(report, item, "|", language);
      line.text(key.second)
          .text(instrument.at(item.indicator).id)
          .text(instrument.at(item.indicator).name)
          .value("level", item.level)
          .number(std::to_string(item.next))
          .text(texts.criterion())
          .text(texts.needs())
          .text(texts.usual())
          .text(texts.present());
      out += line.end();
    }
  }
  return out;
}

page::Table checklist_table(const ExplainReport& report, const std::string& unit,
                            Language language) {
  const Assessment& assessment = report.evaluation->assessment;
  const Instrument& instrument = *assessment.instrument;
  const auto tr = [&](const Words& words) { return std::string(say(language, words)); };
  page::Table table;
  table.name = tr({"Checklist", "Daftar Periksa"});
  for (const Words& heading :
       {Words{"unit", "perangkat daerah"}, Words{"indicator", "indikator"},
        Words{"level", "tingkat"}, Words{"next", "berikutnya"},
        Words{"what it asks for", "yang diminta"}, Words{"first", "lebih dahulu"},
        Words{"usual evidence", "data dukung lazim"},
        Words{"evidence there is", "data dukung yang ada"}, Words{"done", "selesai"}}) {
    table.columns.push_back(page::Column::left(of_units(assessment, tr(heading))));
  }
  for (const std::size_t number : {std::size_t{2}, std::size_t{3}})
    table.columns[number].align = page::Column::Align::right;
  for (const auto& [key, items] : checklist_of(report, unit)) {
    for (const ChecklistItem& item : items) {
      const ItemTexts texts(report, item, "; ", language);
      const Component& c = instrument.at(item.indicator);
      table.add({key.second, c.key + " " + c.name, page::Number{item.level},
                 page::Number{Ratio(item.next)}, texts.criterion(), texts.needs(), texts.usual(),
                 texts.present()});
    }
  }
  return table;
}

}  // namespace spbe
