#include "commands/man/pages.hpp"

#include <fmt/format.h>

#include <optional>
#include <string_view>
#include <vector>

#include "cli/configuration.hpp"
#include "cli/options.hpp"
#include "commands/commands.hpp"
#include "commands/man/manual.hpp"
#include "document/schema.hpp"
#include "render/placeholders.hpp"

namespace spbe {

namespace {

std::string page_name(std::string_view command) { return fmt::format("spbe-index-{}", command); }

// "Examples:\n  spbe-index ..." without a first line that is the section's name.
std::string_view without_heading(std::string_view examples) {
  for (const std::string_view heading : {"Examples:\n", "Contoh:\n"}) {
    if (examples.starts_with(heading)) examples.remove_prefix(heading.size());
  }
  return examples;
}

void options_of(Manual& manual, const Command& command, Language language) {
  CommonOptions common;
  std::optional<std::string> jobs;
  manual.section({"OPTIONS", "OPSI"});
  for (const Option& option : all_options(command, common, jobs)) {
    std::string flags = option.flags;
    if (const std::size_t comma = flags.find(','); comma != std::string::npos) {
      flags.replace(comma, 1, ", ");
    }
    std::string help(manual.tr(option.help));
    if (!option.choices.empty()) help += ": " + join(option.choices, ", ");
    manual.item(flags, placeholder(option.value_name, language), help);
  }
  manual.item("-h, --help", "", manual.tr({"show the help", "tampilkan bantuan"}));
}

}  // namespace

std::string program_manual(Language language) {
  Manual manual("spbe-index", 1, language);
  manual.section({"NAME", "NAMA"});
  manual.text(manual.tr({"spbe-index - compute, compare, explain and plan Indonesia's SPBE index",
                         "spbe-index - hitung, bandingkan, jelaskan, dan rencanakan Indeks SPBE"}));
  manual.section({"SYNOPSIS", "SINOPSIS"});
  manual.raw(fmt::format(".B spbe\\-index\n.I {}\n",
                         manual.tr({"COMMAND [OPTIONS] FILE...", "PERINTAH [OPSI] BERKAS..."})));
  manual.section({"DESCRIPTION", "URAIAN"});
  manual.text(manual.tr(
      {"Reads the levels of the indicators of an institution from YAML files, or from a workbook "
       "or table by way of import, and says what they come to: the index, its predikat, what "
       "changed since the year before, what holds it, and which steps raise it. All arithmetic is "
       "exact; a number is rounded once, where it is printed.",
       "Membaca tingkat kematangan setiap indikator sebuah instansi dari berkas YAML, atau dari "
       "buku kerja atau tabel melalui import, lalu menyajikan hasilnya: indeks, predikat, "
       "perubahan dari tahun sebelumnya, apa yang menahan indeks, dan langkah untuk menaikkannya. "
       "Semua perhitungan eksak; angka hanya dibulatkan sekali, saat ditampilkan."}));
  manual.section({"COMMANDS", "PERINTAH"});
  std::vector<std::string> pages;
  for (const CommandEntry& entry : all_commands()) {
    manual.item(entry.name, "", manual.tr(entry.summary));
    pages.push_back(page_name(entry.name));
  }
  manual.section({"FILES", "BERKAS"});
  manual.item(
      kConfigurationFile, "",
      manual.tr({"Options by their long names, those of one command below its name. Found from the "
                 "working folder upward to the root of its git repository. What is said on the "
                 "command line stands above it.",
                 "Opsi dengan nama panjangnya; opsi satu perintah di bawah nama perintah itu. "
                 "Dicari dari folder kerja ke atas sampai akar repositori git. Yang disebut di "
                 "baris perintah lebih diutamakan."}));
  manual.section({"ENVIRONMENT", "LINGKUNGAN"});
  manual.item("LC_ALL, LC_MESSAGES, LANG", "",
              manual.tr({"Indonesian when they begin with id, unless --lang says otherwise.",
                         "Bahasa Indonesia bila diawali id, kecuali --lang menyebut lain."}));
  manual.item("NO_COLOR, FORCE_COLOR, TERM=dumb", "",
              manual.tr({"whether there is colour, unless --color says so",
                         "ada tidaknya warna, kecuali --color menyebutnya"}));
  manual.exit_status();
  manual.see_also(pages, 1);
  manual.and_also(kFormatPage, 5);
  return manual.take();
}

std::string command_manual(const Command& command, Language language) {
  Manual manual(page_name(command.name), 1, language);
  std::string summary(manual.tr(command.summary));
  manual.section({"NAME", "NAMA"});
  manual.text(fmt::format("{} - {}", page_name(command.name),
                          manual.tr(find_command(command.name)->summary)));
  manual.section({"SYNOPSIS", "SINOPSIS"});
  std::string synopsis = fmt::format(".B spbe\\-index {}\n.RI [ {} ]", roff(command.name),
                                     manual.tr({"OPTIONS", "OPSI"}));
  for (const Positional& positional : command.positionals) {
    const std::string name = roff(placeholder(positional.name, language));
    synopsis +=
        positional.least > 0 ? fmt::format("\n.I {}", name) : fmt::format("\n.RI [ \"{}\" ]", name);
  }
  manual.raw(synopsis + "\n");
  manual.section({"DESCRIPTION", "URAIAN"});
  manual.text(summary);
  for (const Positional& positional : command.positionals) {
    manual.item(placeholder(positional.name, language), "", manual.tr(positional.help));
  }
  options_of(manual, command, language);
  manual.section({"EXAMPLES", "CONTOH"});
  manual.lines(without_heading(manual.tr(command.examples)));
  manual.exit_status();
  manual.see_also({"spbe-index"}, 1);
  manual.and_also(kFormatPage, 5);
  return manual.take();
}

}  // namespace spbe
