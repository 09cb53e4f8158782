#include <array>

#include "render/messages.hpp"

namespace spbe {

namespace {

constexpr auto kTableMessages = std::to_array<Message>({
    // tables
    {"csv-quotes",
     {"a quote is not closed here, or stands inside a cell without quotes",
      "tanda kutip tidak ditutup di sini, atau berada di dalam sel tanpa kutip"}},
    {"csv-double-quotes",
     {"put the cell in quotes, and write each quote inside it twice",
      "apit sel dengan kutip, dan tulis dua kali setiap kutip di dalamnya"}},
    {"column-twice", {"'{0}' names a column given before", "'{0}' menamai kolom yang sudah ada"}},
    {"columns-not-used", {"columns not used: {0}", "kolom yang tidak dipakai: {0}"}},
    {"column-missing", {"no column '{0}' in the first row", "baris pertama tanpa kolom '{0}'"}},
    {"give-year", {"add the column, or give --year", "tambahkan kolomnya, atau pakai --year"}},
    {"table-without-rows", {"the table has headings only", "tabel hanya memuat judul kolom"}},
    {"row-too-long",
     {"the row has {0} cells but the headings only {1}",
      "baris memuat {0} sel, padahal judul kolom hanya {1}"}},
    {"row-without-scores",
     {"the row has no level and no value of a domain or aspect",
      "baris tanpa tingkat dan tanpa nilai domain atau aspek"}},
    {"row-twice", {"{0} {1} was already given", "{0} {1} sudah diberikan sebelumnya"}},
    {"same-file-name",
     {"{0} would be written to {1} as well as a row before",
      "{0} akan ditulis ke {1} seperti baris sebelumnya"}},
    {"cell-empty", {"the cell of '{0}' is empty", "sel '{0}' kosong"}},
    {"cell-left-out",
     {"{0} '{1}' is left out; known: {2}", "{0} '{1}' dilewatkan; yang dikenal: {2}"}},
    {"cell-not-a-number", {"'{0}' is not a number", "'{0}' bukan angka"}},
    {"cell-of-other-instrument", {"'{0}' is no part of {1}", "'{0}' bukan bagian dari {1}"}},
    {"in-cell", {"in column {1}, '{0}'", "di kolom {1}, '{0}'"}},
    {"file-exists", {"the file exists", "berkas sudah ada"}},
    {"use-force", {"give --force to replace it", "pakai --force untuk menggantinya"}},
    // rank
    {"bad-condition",
     {"'{0}' is no condition such as kind=kabupaten,kota",
      "'{0}' bukan syarat seperti kind=kabupaten,kota"}},
    {"result-twice",
     {"a result of {0} for {1} was already given by {2}, which is ranked",
      "hasil {0} tahun {1} sudah diberikan oleh {2}, dan itulah yang diurutkan"}},
    {"no-result-of-year",
     {"there is no result of {0}; the files hold: {1}",
      "tidak ada hasil tahun {0}; berkas memuat: {1}"}},
    {"nothing-to-rank",
     {"no institution of {0} meets the conditions",
      "tidak ada instansi tahun {0} yang memenuhi syarat"}},
});

}  // namespace

std::span<const Message> table_messages() { return kTableMessages; }

}  // namespace spbe
