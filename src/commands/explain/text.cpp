#include <fmt/format.h>

#include "commands/explain/report.hpp"
#include "render/barriers.hpp"
#include "render/wording.hpp"

namespace spbe {

namespace {

// As many of `pieces` on a line as fit, three blanks between them.
std::string flowed(const std::vector<std::string>& pieces, std::size_t width, std::size_t indent) {
  std::string out;
  std::string line;
  const auto flush = [&] {
    if (line.empty()) return;
    out += std::string(indent, ' ') + wrapped(line, width - indent, indent + 2) + "\n";
    line.clear();
  };
  for (const std::string& piece : pieces) {
    if (piece.empty()) continue;
    const std::size_t used = indent + display_width(line) + 3 + display_width(piece);
    if (!line.empty() && used > width) flush();
    line += (line.empty() ? "" : "   ") + piece;
  }
  flush();
  return out;
}

}  // namespace

std::string explain_text(const ExplainReport& report, const Style& style) {
  const Assessment& assessment = report.evaluation->assessment;
  const IndexResult& result = report.evaluation->result;
  const Instrument& instrument = *result.instrument;
  const auto tr = [&](const Words& words) { return say(style.language, words); };
  std::string out = paint(Ink::bold,
                          wrapped(fmt::format("{} · {} · {}", printable(assessment.institution),
                                              assessment.year, printable(instrument.name)),
                                  style.width),
                          style.color) +
                    "\n\n";
  if (report.component == kNoComponent) {
    out += wrapped(tr({"Each level times its weight in percent; the sum over all indicators, "
                       "divided by 100, is the index. The same sums divided by the weight of an "
                       "aspect or domain are its own value. Nothing is rounded on the way.",
                       "Setiap tingkat dikalikan bobotnya dalam persen; jumlah seluruh indikator "
                       "dibagi 100 adalah indeks. Jumlah yang sama dibagi bobot aspek atau domain "
                       "adalah nilainya. Tidak ada pembulatan di tengah."}),
                   style.width) +
           "\n\n";
  }
  for (const FormulaPart& part : formula_parts(result, report.component, style)) {
    const Component& c = instrument.at(part.component);
    const std::string heading = fmt::format("{}  {}", printable(c.id), printable(c.name));
    out += paint(c.depth == 0 ? Ink::bold : Ink::plain, wrapped(heading, style.width, 4),
                 style.color) +
           "\n";
    out += flowed({part.terms, part.value}, style.width, 4);
  }
  if (report.component == kNoComponent) {
    out += "\n" + paint(Ink::bold, printable(instrument.index_name), style.color) + "\n";
    out += indented("= " + index_formula(result, style), style.width, 4);
    out += indented(index_verdict(result, style), style.width, 4);
    const std::string distance = distance_to_next(result, style);
    if (!distance.empty()) out += "    " + distance + "\n";
    const std::string barriers = barriers_text(assessment, report.barriers, false, style);
    if (!barriers.empty()) out += "\n" + barriers;
    const bool gates = !report.barriers.empty() && report.barriers.front().gate != kNoComponent;
    if (gates) out += indented(advice_note(report.rules, style), style.width, 2);
  }
  for (const std::string& line : remarks(*report.evaluation, style)) {
    out += "\n" + wrapped(line, style.width) + "\n";
  }
  return out;
}

std::string indicator_text(const ExplainReport& report, const Style& style) {
  const Instrument& instrument = *report.evaluation->result.instrument;
  const Component& c = instrument.at(report.component);
  std::string out =
      paint(Ink::bold, wrapped(fmt::format("{}  {}", c.key, printable(c.name)), style.width, 4),
            style.color) +
      "\n";
  const auto facts = indicator_facts(report, style);
  std::size_t widest = 0;
  for (const auto& [heading, text] : facts) widest = std::max(widest, display_width(heading));
  std::string last;
  for (const auto& [heading, text] : facts) {
    const std::string shown = heading == last ? std::string() : heading;
    last = heading;
    const std::string pad(widest - display_width(shown) + 2, ' ');
    out += paint(Ink::dim, shown, style.color) + pad +
           wrapped(text, style.width - widest - 2, widest + 2) + "\n";
  }
  return out;
}

}  // namespace spbe
