#include <array>

#include "render/messages.hpp"

namespace spbe {

namespace {

constexpr auto kCommandMessages = std::to_array<Message>({
    // the command line
    {"unknown-command", {"unknown command '{0}'", "perintah tak dikenal '{0}'"}},
    {"unknown-option", {"unknown option '{0}'", "opsi tak dikenal '{0}'"}},
    {"bad-choice",
     {"{0} cannot be '{1}'; choose from: {2}", "'{1}' tidak dikenal untuk {0}; pilih dari: {2}"}},
    {"bad-number",
     {"{0} cannot be '{1}'; a whole number from {2} to {3} is due",
      "'{1}' tidak dikenal untuk {0}; perlu bilangan bulat dari {2} sampai {3}"}},
    {"bad-arguments", {"{0}", "{0}"}},
    {"option-twice", {"{0} is given twice", "{0} diberikan dua kali"}},
    {"option-without-value", {"{0} needs a value", "{0} memerlukan nilai"}},
    {"only-together", {"{0} and {1} go together", "{0} dan {1} harus diberikan bersama"}},
    {"ending-not-written",
     {"{1} writes no {0} file; it writes {2}", "{1} tidak menulis berkas {0}, melainkan {2}"}},
    {"give-format",
     {"choose another ending, or say with --format what to write",
      "pakai akhiran lain, atau sebut bentuknya dengan --format"}},
    {"workbook-needs-file",
     {"a workbook is written to a file: give -o NAME.xlsx",
      "buku kerja ditulis ke berkas: pakai -o NAMA.xlsx"}},
    {"report-one-institution",
     {"{2} is for one institution, and the files have more: {0} and {1}",
      "{2} untuk satu instansi, sedangkan berkasnya memuat lebih: {0} dan {1}"}},
    {"pdf-needs-file",
     {"a PDF is written to a file: give -o NAME.pdf", "PDF ditulis ke berkas: pakai -o NAMA.pdf"}},
    {"pdf-needs-browser",
     {"a PDF is printed by Chromium, Chrome or Edge, and none was found that works; write HTML and "
      "print it from any browser",
      "PDF dicetak oleh Chromium, Chrome, atau Edge, dan tidak ada yang dapat dipakai; tulis HTML "
      "lalu cetak dari peramban apa pun"}},
    {"unknown-unit",
     {"the file names no unit '{0}'; it names {1}",
      "berkas tidak menyebut perangkat daerah '{0}'; yang disebut {1}"}},
    {"chart-without-data",
     {"the files do not hold what the chart {0} shows",
      "berkas tidak memuat data untuk diagram {0}"}},
    {"text-too-long-for-cell",
     {"a text is too long for a cell, which holds {1} characters: {0}...",
      "teks terlalu panjang untuk satu sel, yang memuat {1} karakter: {0}..."}},
    {"previous-other-instrument",
     {"rated with {0}, not {1}: its levels are left out",
      "dinilai dengan {0}, bukan {1}: tingkatnya tidak ditampilkan"}},
    {"not-together", {"give {0} or {1}, not both", "pilih {0} atau {1}, jangan keduanya"}},
    {"missing-argument", {"{1} needs {0}", "{1} memerlukan {0}"}},
    {"too-many-arguments", {"'{0}' is one argument too many", "'{0}' adalah argumen berlebih"}},
    {"see-help", {"see 'spbe-index {0} --help'", "lihat 'spbe-index {0} --help'"}},
    // settings
    {"unknown-setting",
     {"'{0}' is no option that can be set here", "'{0}' bukan opsi yang dapat diatur di sini"}},
    {"setting-only-typed",
     {"{0} is no setting: what is written and where is said on the command line only",
      "{0} bukan setelan: apa yang ditulis dan ke mana hanya disebut di baris perintah"}},
    {"setting-one-value", {"'{0}' takes one value here", "'{0}' memerlukan satu nilai di sini"}},
    {"setting-outside",
     {"'{0}' lies outside of the repository of these settings",
      "'{0}' berada di luar repositori setelan ini"}},
    {"give-config",
     {"name it on the command line, or give the settings by --config",
      "sebutkan di baris perintah, atau berikan setelan dengan --config"}},
    {"settings-no-file",
     {"the settings are no regular file within their folder",
      "setelan ini bukan berkas biasa di dalam foldernya"}},
    {"see-general-help", {"see 'spbe-index --help'", "lihat 'spbe-index --help'"}},
    // files
    {"more-of-them", {"{0} more of them are not listed", "{0} lainnya tidak dicantumkan"}},
    {"no-such-file", {"there is no such file", "berkas tidak ditemukan"}},
    {"no-permission", {"reading it is not permitted", "tidak ada izin untuk membacanya"}},
    {"cannot-read", {"it cannot be read: {0}", "tidak dapat dibaca: {0}"}},
    {"is-a-folder", {"this is a folder; a file is due here", "ini folder; di sini perlu berkas"}},
    {"link-out-of-folder",
     {"a link that leads out of the folder; not read",
      "tautan yang keluar dari folder; tidak dibaca"}},
    {"no-regular-file", {"a pipe or device; not read", "pipa atau perangkat; tidak dibaca"}},
    {"output-is-link",
     {"{0} is a link; name the file itself, or remove the link",
      "{0} adalah tautan; sebut berkasnya sendiri, atau hapus tautannya"}},
    {"output-over-input",
     {"{0} is read by this command; the result would take its place",
      "{0} dibaca oleh perintah ini; hasilnya akan menggantikannya"}},
    {"output-over-yaml",
     {"{0} exists and is YAML, perhaps an assessment; the result would take its place",
      "{0} sudah ada dan berupa YAML, mungkin penilaian; hasilnya akan menggantikannya"}},
    {"name-another-file", {"name another file", "sebut berkas lain"}},
    {"folder-without-yaml",
     {"the folder has no *.yaml or *.yml file", "folder tidak memuat berkas *.yaml atau *.yml"}},
    {"earlier-year-comes-late",
     {"this result of {0} comes after {1} of {2}, which was written without the change since "
      "this year",
      "hasil {0} ini datang setelah {1} tahun {2}, yang sudah ditulis tanpa perubahan dari tahun "
      "ini"}},
    {"give-earlier-years-first",
     {"give the files of earlier years first, or use --format json",
      "sebutkan berkas tahun yang lebih awal lebih dulu, atau pakai --format json"}},
    {"no-migration",
     {"nothing is known of what carries over from {0} to {1}",
      "belum diketahui apa yang dapat dialihkan dari {0} ke {1}"}},
    {"cannot-write-output",
     {"cannot write standard output: {0}", "tidak dapat menulis keluaran standar: {0}"}},
    {"cannot-write-file", {"cannot write {0}: {1}", "tidak dapat menulis {0}: {1}"}},
});

}  // namespace

std::span<const Message> command_messages() { return kCommandMessages; }

}  // namespace spbe
