#include "commands/man/manual.hpp"

#include <fmt/format.h>

#include "model/builtin_data.hpp"

namespace spbe {

std::string roff(std::string_view text) {
  std::string out;
  bool line_begins = true;
  for (const char c : text) {
    if (line_begins && (c == '.' || c == '\'')) out += "\\&";
    line_begins = c == '\n';
    if (c == '\\') {
      out += "\\e";
    } else if (c == '-') {
      out += "\\-";
    } else {
      out += c;
    }
  }
  return out;
}

Manual::Manual(std::string_view name, int section, Language language) : language_(language) {
  std::string title;
  for (const char c : name) title += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  out_ = fmt::format(".TH \"{}\" \"{}\" \"\" \"spbe-index {}\" \"{}\"\n", roff(title), section,
                     builtin_version(), say(language, {"SPBE index", "Indeks SPBE"}));
  // Indonesian is not among the languages that groff knows where to break.
  out_ += ".nh\n.ad l\n";
}

void Manual::section(const Words& name) { out_ += fmt::format(".SH {}\n", tr(name)); }
void Manual::text(std::string_view words) { out_ += roff(words) + "\n"; }
void Manual::paragraph(std::string_view words) { out_ += ".PP\n" + roff(words) + "\n"; }

void Manual::item(std::string_view bold, std::string_view italic, std::string_view words) {
  out_ += fmt::format(".TP\n\\fB{}\\fR{}\n{}\n", roff(bold),
                      italic.empty() ? "" : fmt::format(" \\fI{}\\fR", roff(italic)), roff(words));
}

void Manual::lines(std::string_view words) { out_ += ".PP\n.nf\n" + roff(words) + "\n.fi\n"; }

void Manual::exit_status() {
  section({"EXIT STATUS", "STATUS KELUAR"});
  item("0", "", tr({"done", "selesai"}));
  item("1", "",
       tr({"the answer is no: a finding, a gate missed, a difference asked about",
           "syarat atau target tidak terpenuhi, ada temuan, atau ada perbedaan yang ditanyakan"}));
  item("2", "",
       tr({"wrong usage, or a file that cannot be read, is not valid or not writable",
           "cara pakai salah, atau berkas tidak dapat dibaca, tidak sah, atau tidak dapat "
           "ditulis"}));
}

void Manual::see_also(const std::vector<std::string>& names, int section_of_names) {
  section({"SEE ALSO", "LIHAT JUGA"});
  for (const std::string& name : names) {
    out_ += fmt::format(".BR {} ({}){}\n", roff(name), section_of_names,
                        &name == &names.back() ? "" : ",");
  }
}

void Manual::and_also(std::string_view name, int section_of_name) {
  out_.insert(out_.size() - 1, ",");
  out_ += fmt::format(".BR {} ({})\n", roff(name), section_of_name);
}

}  // namespace spbe
