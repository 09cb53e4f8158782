#include <array>

#include "render/messages.hpp"

namespace spbe {

namespace {

constexpr auto kDocumentMessages = std::to_array<Message>({
    // the bytes
    {"file-too-large",
     {"the file is larger than {1} bytes and is not read",
      "berkas lebih besar dari {1} byte dan tidak dibaca"}},
    {"begin-with-init",
     {"'spbe-index init --force -o FILE' writes one to fill in; a workbook is read by 'spbe-index "
      "import'",
      "'spbe-index init --force -o BERKAS' menulis berkas untuk diisi; buku kerja dibaca dengan "
      "'spbe-index import'"}},
    {"save-table-again",
     {"save the table in the program that it is from again, then import that file",
      "simpan ulang tabel itu dari program asalnya, lalu impor berkas tersebut"}},
    {"file-empty", {"the file is empty", "berkas kosong"}},
    {"document-empty",
     {"a document of the stream is empty", "satu dokumen di antara '---' kosong"}},
    {"not-utf8",
     {"byte {0} at offset {1} is not UTF-8 text", "byte {0} pada posisi {1} bukan teks UTF-8"}},
    {"save-as-utf8", {"save the file as UTF-8", "simpan berkas sebagai UTF-8"}},
    {"lone-carriage-return",
     {"a carriage return without a line feed; save the file with Unix or Windows line ends",
      "ada tanda akhir baris Macintosh lama (CR tanpa LF); simpan berkas dengan akhir baris Unix "
      "atau Windows"}},
    {"control-character",
     {"control character {0} in the text", "karakter kendali {0} di dalam teks"}},
    {"directive", {"a line may not begin with '%'", "baris tidak boleh diawali '%'"}},
    {"tab-indentation",
     {"a tab in the indentation; use spaces", "tab pada indentasi; gunakan spasi"}},
    // the syntax
    {"yaml-unexpected-colon",
     {"a colon where no key can stand; put text that holds ': ' in quotes",
      "titik dua di tempat yang tidak dapat memuat kunci; beri tanda kutip pada teks yang memuat "
      "': '"}},
    {"yaml-bad-indentation",
     {"the indentation does not fit the lines above",
      "indentasi tidak cocok dengan baris di atas"}},
    {"yaml-unclosed-brace", {"a '{' is not closed", "'{' tidak ditutup"}},
    {"yaml-unclosed-bracket", {"a '[' is not closed", "'[' tidak ditutup"}},
    {"yaml-unexpected-dash",
     {"a list item where no list can stand",
      "butir daftar di tempat yang tidak dapat memuat daftar"}},
    {"yaml-unexpected-close",
     {"a closing bracket or brace without its opening", "kurung penutup tanpa kurung pembuka"}},
    {"yaml-unterminated-quote", {"a quote is not closed", "tanda kutip tidak ditutup"}},
    {"yaml-unknown-escape",
     {"an unknown escape after '\\' in double quotes; use single quotes for plain text",
      "tanda setelah '\\' dalam kutip ganda tidak dikenal; gunakan kutip tunggal untuk teks "
      "biasa"}},
    {"yaml-syntax", {"this is not valid YAML", "ini bukan YAML yang sah"}},
    {"yaml-parser-says", {"the YAML parser says: {0}", "menurut pembaca YAML: {0}"}},
    {"yaml-trailing-text",
     {"text after the end of the document; a further document begins with '---'",
      "ada teks setelah akhir dokumen; awali dokumen berikutnya dengan '---'"}},
    {"yaml-tag",
     {"the tag {0} is not used here; remove it", "tag {0} tidak dipakai di sini; hapuslah"}},
    {"anchor-or-alias",
     {"anchors, aliases and merge keys are not accepted",
      "anchor, alias, dan kunci gabungan tidak diterima"}},
    {"write-value-out", {"write the value out where it is needed", "tulis nilainya di tempatnya"}},
    {"too-many-values",
     {"more than {0} values in one file", "lebih dari {0} nilai dalam satu berkas"}},
    {"too-many-documents",
     {"more than {0} documents in one file", "lebih dari {0} dokumen dalam satu berkas"}},
    {"split-file", {"use several files", "bagi menjadi beberapa berkas"}},
    {"too-deep", {"nested more than {0} levels deep", "bersarang lebih dari {0} tingkat"}},
    {"duplicate-key", {"'{0}' is given twice", "'{0}' diberikan dua kali"}},
    {"first-given-here", {"first given here", "pertama kali diberikan di sini"}},
    {"key-without-colon", {"'{0}' has no colon after it", "'{0}' tidak diikuti titik dua"}},
    {"write-key-colon", {"write 'key: value'", "tulis 'kunci: nilai'"}},
    {"quote-text-with-comma",
     {"within braces a comma separates entries; put text that holds one in quotes",
      "di dalam kurung kurawal koma memisahkan isian; apit teks yang memuat koma dengan tanda "
      "kutip"}},
    {"colon-without-blank",
     {"a blank is missing after the colon; write '{0}: {1}'",
      "perlu spasi setelah titik dua; tulis '{0}: {1}'"}},
    {"documents-not-parted",
     {"'{0}' begins a second assessment in this file",
      "'{0}' memulai penilaian kedua dalam berkas ini"}},
    {"part-documents", {"put a line '---' before it", "tulis baris '---' sebelumnya"}},
    {"key-without-name", {"a colon without a key before it", "titik dua tanpa kunci sebelumnya"}},
    {"key-not-text", {"a key must be a plain word", "kunci harus berupa kata biasa"}},
    {"multi-line-key", {"a key must stand on one line", "kunci harus berada dalam satu baris"}},
    {"decimal-comma-in-braces",
     {"inside braces a comma separates entries; write {0}",
      "di dalam kurung kurawal koma memisahkan isian; tulis {0}"}},
    {"value-not-indented",
     {"the value of '{0}' must be indented deeper than its key",
      "nilai '{0}' harus ditulis lebih menjorok daripada kuncinya"}},
    {"empty-item",
     {"an empty item in a list or between braces",
      "butir kosong dalam daftar atau kurung kurawal"}},
    // kinds of values
    {"unknown-key", {"unknown key '{0}'", "kunci '{0}' tidak dikenal"}},
    {"allowed-here", {"allowed here: {0}", "yang boleh di sini: {0}"}},
    {"did-you-mean", {"did you mean '{0}'?", "maksud Anda '{0}'?"}},
    {"missing-key", {"'{0}' is missing", "'{0}' tidak ada"}},
    {"expected-mapping",
     {"'{0}' must be a block of 'key: value' lines, not '{1}'",
      "'{0}' harus berupa baris-baris 'kunci: nilai', bukan '{1}'"}},
    {"expected-list",
     {"'{0}' must be a list, not '{1}'", "'{0}' harus berupa daftar, bukan '{1}'"}},
    {"value-empty", {"'{0}' has no value", "'{0}' belum diisi"}},
    {"expected-text", {"'{0}' must be one text", "'{0}' harus berupa satu teks"}},
    {"expected-integer",
     {"'{0}' must be a whole number from {2} to {3}, not '{1}'",
      "'{0}' harus berupa bilangan bulat dari {2} sampai {3}, bukan '{1}'"}},
    {"expected-amount",
     {"'{0}' must be a number, with at most {2} digits before the decimal mark and {3} after it, "
      "not '{1}'",
      "'{0}' harus berupa bilangan, dengan paling banyak {2} angka sebelum tanda desimal dan {3} "
      "sesudahnya, bukan '{1}'"}},
    {"expected-boolean",
     {"'{0}' must be true or false, not '{1}'", "'{0}' harus berupa true atau false, bukan '{1}'"}},
    {"expected-number",
     {"'{0}' must be a number such as 2.75, not '{1}'",
      "'{0}' harus berupa bilangan seperti 2.75, bukan '{1}'"}},
});

}  // namespace

std::span<const Message> document_messages() { return kDocumentMessages; }

}  // namespace spbe
