#include <fmt/format.h>

#include "commands/worksheet/layout.hpp"
#include "render/unit_words.hpp"

namespace spbe {

namespace {

constexpr Words kWhole[] = {
    {"Type only in the yellow cells; all others are protected against slips, without a password.",
     "Isilah hanya sel kuning; sel lain dilindungi dari salah ketik, tanpa kata sandi."},
    {"Level: choose from the list of the cell. Leave it empty while it is not known.",
     "Tingkat: pilih dari daftar pada sel. Biarkan kosong selama belum diketahui."},
    {"Target: the level aimed at. Effort: the cost of one level, or one number a level (2; 3; 5).",
     "Target: tingkat yang dituju. Upaya: upaya untuk naik satu tingkat, atau satu angka tiap "
     "tingkat (2; 3; 5)."},
    {"Several units or pieces of evidence stand in one cell, a line each (Alt+Enter).",
     "Beberapa perangkat daerah atau data dukung ditulis dalam satu sel, satu baris satu butir "
     "(Alt+Enter)."},
    {"Behind a piece of evidence its date, file and link may stand, with bars between: Perbup "
     "14/2022 | 2022-03-01 | file: perbup.pdf | https://jdih.example",
     "Di belakang satu data dukung dapat ditulis tanggal, berkas, dan tautannya, dipisahkan garis "
     "tegak: Perbup 14/2022 | 2022-03-01 | berkas: perbup.pdf | https://jdih.example"},
    {"Due: the day by which the target is to be reached. Goal, on the summary: what is aimed at "
     "for "
     "the index, the category, domains and aspects.",
     "Tenggat: tanggal target harus tercapai. Sasaran, pada lembar ringkasan: nilai yang dituju "
     "untuk indeks, predikat, domain, dan aspek."},
    {"The columns at the right of the indicators say in short what each level asks for; they are "
     "not the official wording.",
     "Kolom di sebelah kanan daftar indikator meringkas apa yang diminta tiap tingkat; bukan bunyi "
     "resmi kriteria."},
};

constexpr Words kIndex[] = {
    {"The index is the sum of level times weight over all indicators, divided once. While levels "
     "are missing the summary says between which values it lies; nothing is re-weighted.",
     "Indeks adalah jumlah tingkat kali bobot seluruh indikator, dibagi satu kali. Selama ada "
     "tingkat yang kosong, lembar ringkasan menyebut rentangnya; bobot tidak pernah dibagi ulang."},
    {"Value in place of levels: for a domain or aspect of which only the published value is known.",
     "Nilai pengganti tingkat: untuk domain atau aspek yang hanya diketahui nilai "
     "terpublikasinya."},
    {"Published: what the official report says, with as many decimals as it prints.",
     "Dipublikasikan: nilai dalam laporan resmi, dengan angka desimal sebanyak yang tercetak."},
};

constexpr Words kBack[] = {
    {"Back into an assessment: spbe-index import FILE.xlsx -o FILE.yaml, or with --into FILE.yaml "
     "into one that is there; empty cells change nothing there.",
     "Kembali menjadi penilaian: spbe-index import BERKAS.xlsx -o BERKAS.yaml, atau dengan --into "
     "BERKAS.yaml ke penilaian yang sudah ada; sel kosong tidak mengubah isi penilaian itu."},
    {"Workbooks of several units are put together by naming them all: spbe-index import *.xlsx.",
     "Buku kerja beberapa perangkat daerah digabung dengan menyebut semuanya: spbe-index import "
     "*.xlsx."},
};

}  // namespace

Sheet guide_sheet(const Layout& layout) {
  Sheet sheet;
  sheet.name = layout.text({"Guide", "Petunjuk"});
  sheet.columns = {{100, false}};
  std::uint32_t row = 0;
  const auto line = [&](std::string text, const CellStyle& style) {
    const int height = static_cast<int>(count_code_points(text) / 95 + 1) * 15 + 4;
    sheet.heights.emplace_back(row, style.size > CellStyle().size ? 24 : height);
    sheet.cells.push_back({row++, 0, std::move(text), style});
  };
  CellStyle plain;
  plain.wrap = true;
  line(layout.text({"How to fill this in", "Cara mengisi"}), title_style());
  const auto text = [&](const Words& words) {
    return of_units(layout.assessment, layout.tr(words));
  };
  for (const Words& words : kWhole) line(text(words), plain);
  if (layout.whole()) {
    for (const Words& words : kIndex) line(layout.text(words), plain);
  }
  if (layout.form != kNoColumn) {
    line(layout.text({"Value from: the evidence or the other index that gave the level. A level "
                      "typed over it "
                      "counts instead.",
                      "Asal nilai: data dukung atau indeks lain yang menghasilkan tingkatnya. "
                      "Tingkat yang diketik menggantikannya."}),
         plain);
  }
  for (const Words& words : kBack) line(text(words), plain);
  ++row;
  for (const Scale& scale : layout.instrument.scales) {
    const bool english = layout.options.language == Language::english;
    line(english && !scale.english.empty() ? scale.english : scale.name, in_bold(plain));
    for (const MaturityLevel& level : scale.levels) {
      line(fmt::format("{}  {}", level.value,
                       english && !level.english.empty() ? level.english : level.name),
           plain);
    }
  }
  ++row;
  line(fmt::format(
           "{}. {}", layout.instrument.regulation,
           layout.text({layout.instrument.caution.english, layout.instrument.caution.indonesian})),
       plain);
  if (layout.criteria) {
    line(layout.text({layout.criteria->caution.english, layout.criteria->caution.indonesian}),
         plain);
  }
  sheet.is_protected = true;
  sheet.landscape = true;
  return sheet;
}

}  // namespace spbe
