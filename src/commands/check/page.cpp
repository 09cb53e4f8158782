#include <fmt/format.h>

#include "commands/check/report.hpp"
#include "render/page_writers.hpp"
#include "spbe/render/message.hpp"

namespace spbe {

namespace {

constexpr std::size_t kOpenFindings = 25;  // further ones are folded away

class FindingsPage {
 public:
  explicit FindingsPage(const CheckPage& check) : check_(check), page_{check.style.language} {}

  page::Page write() {
    CheckPage plain = check_;
    plain.style.color = false;
    std::string summary = check_summary(plain);
    summary.pop_back();
    page_.heading(std::move(summary));
    findings();
    waived();
    page_.remarks(check_.cautions);
    return std::move(page_);
  }

 private:
  std::string tr(const Words& words) const { return std::string(say(page_.language, words)); }

  page::Table table(const Words& name) const {
    page::Table table{{page::Column::left(tr({"place", "tempat"})), page::Column::left(),
                       page::Column::left(tr({"finding", "temuan"})),
                       page::Column::left(tr({"rule", "aturan"}))}};
    table.name = tr(name);
    return table;
  }

  std::vector<page::Cell> row(const Finding& finding, std::string note) const {
    const Location& at = finding.location;
    std::string place = relative_path(at.file, check_.folder);
    if (at.line > 0) place += fmt::format(":{}", at.line);
    const bool error = finding.severity == Severity::error;
    page::Cell told(message(as_diagnostic(finding, page_.language), page_.language));
    told.note = std::move(note);
    return {std::move(place),
            page::Cell(tr(error ? Words{"error", "kesalahan"} : Words{"warning", "peringatan"}),
                       error ? page::Tone::bad : page::Tone::caution),
            std::move(told), std::string(finding.rule())};
  }

  void findings() {
    page::Table all = table({"Findings", "Temuan"});
    for (const Cause& cause : causes_of(check_)) {
      const Finding& finding = cause.first();
      std::string note = finding.hint ? message(*finding.hint, page_.language) : std::string();
      if (const std::string others = also_in(cause, check_); !others.empty()) {
        note += (note.empty() ? "" : "; ") + others;
      }
      all.add(row(finding, std::move(note)));
    }
    if (all.rows.empty()) return;
    if (all.rows.size() > kOpenFindings) {
      all.open = kOpenFindings;
      all.rest.cells = {fmt::format("{} {}", all.rows.size() - kOpenFindings,
                                    say(page_.language, {"more findings", "temuan lagi"}))};
    }
    page_.add({std::move(all)});
  }

  void waived() {
    const auto& list = check_.report.waived;
    if (list.empty()) return;
    page::Table all = table({"Waived", "Dikecualikan"});
    for (const WaivedFinding& one : list) all.add(row(one.finding, one.reason));
    page_.add({page::Folded{
        fmt::format("{} {}", list.size(), say(page_.language, {"waived", "temuan dikecualikan"})),
        {{std::move(all)}}}});
  }

  const CheckPage& check_;
  page::Page page_;
};

}  // namespace

page::Page findings_page(const CheckPage& check) { return FindingsPage(check).write(); }

std::string check_markdown(const CheckPage& check) { return page_markdown(findings_page(check)); }

std::string check_workbook(const CheckPage& check) {
  CheckPage each = check;
  each.all = true;  // a sheet is filtered, and has room
  return page_workbook(findings_page(each));
}

}  // namespace spbe
